"""Délibérer: the computed ranking of a stage as it stands, and why it is so."""

from jury_desk.ui.pages.deliberate.page import DeliberatePage

__all__ = ["DeliberatePage"]

"""Préparer: the règlement of a stage, its jury, its order of passage and its times."""

from jury_desk.ui.pages.prepare.page import PreparePage

__all__ = ["PreparePage"]

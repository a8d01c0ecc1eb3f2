"""Séance: the clock, the running order and who is there, while a session goes on."""

from jury_desk.ui.pages.session.page import SessionPage

__all__ = ["SessionPage"]

"""The welcome page."""

from jury_desk.ui.pages.welcome.page import WelcomePage

__all__ = ["WelcomePage"]

"""The window's own fixtures serve the journeys through it too."""

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication

from jury_desk.app.translation import Translation
from jury_desk.app.window import load_later_fonts, make_application
from jury_desk.ui import theme


@pytest.fixture
def translation(qapp: QApplication) -> Iterator[Translation]:
    """The application dressed as the program dresses it; English and light again afterwards."""
    make_application()
    load_later_fonts()
    theme.apply(qapp, "light", 100)
    translation = Translation(qapp)
    yield translation
    translation.use("en")
    translation.withdraw()

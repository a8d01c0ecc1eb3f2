"""The visual language: contrast, sizes."""

import pytest
from PySide6.QtGui import QFontMetricsF
from PySide6.QtWidgets import QApplication

from jury_desk.ui import theme

SCHEMES = (theme.LIGHT, theme.DARK, theme.HIGH_CONTRAST, theme.HIGH_CONTRAST_DARK)


@pytest.mark.parametrize("tokens", SCHEMES, ids=["light", "dark", "contrast", "contrast dark"])
@pytest.mark.parametrize(("ink", "ground"), theme.TEXT_PAIRS)
def test_text_on_its_ground_has_enough_contrast(tokens: theme.Tokens, ink: str, ground: str) -> None:
    """Whatever is written on something holds 4.5:1."""
    assert theme.contrast_ratio(getattr(tokens, ink), getattr(tokens, ground)) >= 4.5


def test_contrast_ratio_of_black_on_white_is_twenty_one() -> None:
    """The measure is that of WCAG 2."""
    assert theme.contrast_ratio("#000000", "#FFFFFF") == pytest.approx(21)
    assert theme.contrast_ratio("#777777", "#FFFFFF") == pytest.approx(4.48, abs=0.01)


@pytest.mark.parametrize(("asked", "given"), [(100, 100), (300, 300), (80, 80), (20, 80), (900, 300)])
def test_apply_sets_a_scale_between_80_and_300(app: QApplication, asked: int, given: int) -> None:
    """Type is between 80 and 300 %, and lengths follow it."""
    theme.apply(app, "light", asked)
    assert theme.scale_percent() == given
    assert theme.px(20) == round(20 * given / 100)
    assert app.font().pixelSize() == round(13 * given / 100)


def test_figures_are_all_of_one_width(app: QApplication) -> None:
    """Columns of figures stand under each other."""
    theme.apply(app, "light", 100)
    metrics = QFontMetricsF(theme.font())
    assert len({round(metrics.horizontalAdvance(figure), 3) for figure in "0123456789"}) == 1


def test_every_placeholder_of_the_style_sheet_is_filled(app: QApplication) -> None:
    """A length or colour that the sheet names exists."""
    theme.apply(app, "contrast", 125)
    assert "@" not in app.styleSheet()


def test_the_system_is_asked_and_not_our_own_palette(app: QApplication) -> None:
    """From dark to what the system has: light, on the platform without a screen."""
    theme.apply(app, "dark", 100)
    theme.apply(app, "system", 100)
    assert theme.tokens() == theme.LIGHT
    assert app.palette().window().color().name().upper() == theme.LIGHT.window

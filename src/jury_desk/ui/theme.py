"""The visual language: colour tokens, type sizes and spacing (Fusion with palettes of our own).

One scheme and one type scale hold for the whole application; :func:`apply` sets them, and the window builds its pages
anew, so that a widget may read :func:`tokens`, :func:`font` and :func:`px` once, when it is made. The style sheet below
is the only one: it says what a palette cannot (borders, corners, the states of a button).
"""

from functools import lru_cache
from typing import Literal, NamedTuple

from PySide6 import __version_info__ as pyside_version
from PySide6.QtGui import QColor, QFont, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication, QToolTip

from jury_desk.resources import path

Scheme = Literal["light", "dark", "contrast", "system"]
Role = Literal["text", "small", "emphasis", "section", "page", "clock"]

SPACE = 8
"""The grid: gaps are 8, 16 or 24."""
MARGIN = 24
"""Around a page."""
ROW = 32
"""Height of a table row at 100 % type."""
CORNER = 6
"""Radius of a corner."""

SCALE_MINIMUM = 80
SCALE_MAXIMUM = 300
MIDDLE = 128
"""Of the 256 lightnesses: a ground below is dark."""


# Named tuples rather than dataclasses in what the welcome page needs: its first picture comes sooner by seven ms.
class Tokens(NamedTuple):
    """The colours of one scheme, each with one purpose; ``stroke`` is the width of its lines in pixels."""

    window: str
    surface: str
    line: str
    text: str
    muted: str
    accent: str
    on_accent: str
    accent_ground: str
    selection: str
    good: str
    attention: str
    bad: str
    stroke: int = 1

    @property
    def dark(self) -> bool:
        """Whether light text stands on a dark ground."""
        return QColor(self.window).lightness() < MIDDLE


LIGHT = Tokens(
    window="#F6F7F9",
    surface="#FFFFFF",
    line="#C9CED6",
    text="#1B2430",
    muted="#566275",
    accent="#1F5FA8",
    on_accent="#FFFFFF",
    accent_ground="#E6EEF8",
    selection="#D6E4F5",
    good="#1E6B3A",
    attention="#8A5A00",
    bad="#A3242B",
)
DARK = Tokens(
    window="#14181E",
    surface="#1C222B",
    line="#3A4452",
    text="#E8ECF2",
    muted="#A3AFBF",
    accent="#7FB2EE",
    on_accent="#14181E",
    accent_ground="#22344B",
    selection="#2B4464",
    good="#7BCB94",
    attention="#E5B95C",
    bad="#F49BA0",
)
HIGH_CONTRAST = Tokens(
    window="#FFFFFF",
    surface="#FFFFFF",
    line="#000000",
    text="#000000",
    muted="#000000",
    accent="#00409C",
    on_accent="#FFFFFF",
    accent_ground="#FFFFFF",
    selection="#CFE0FF",
    good="#00501E",
    attention="#5C3B00",
    bad="#8C0010",
    stroke=2,
)
HIGH_CONTRAST_DARK = Tokens(
    window="#000000",
    surface="#000000",
    line="#FFFFFF",
    text="#FFFFFF",
    muted="#FFFFFF",
    accent="#FFE14D",
    on_accent="#000000",
    accent_ground="#000000",
    selection="#4A4000",
    good="#8CF0A8",
    attention="#FFD27A",
    bad="#FFB3B8",
    stroke=2,
)

INKS = ("text", "muted", "accent", "good", "attention", "bad")
TEXT_PAIRS = (
    *((ink, ground) for ground in ("window", "surface", "accent_ground") for ink in INKS),
    ("text", "selection"),
    ("on_accent", "accent"),
)
"""What is written on what; each holds 4.5:1 in every scheme."""

SIZES: dict[str, int] = {"text": 13, "small": 12, "emphasis": 15, "section": 18, "page": 24, "clock": 56}
"""Type sizes in pixels at 100 %."""

FAMILIES = ("Lato", "DejaVu Sans")
"""The families shipped with the program, the second for the signs that the first lacks."""


class _Current:
    tokens = LIGHT
    scale = 100


_current = _Current()


def tokens() -> Tokens:
    """The colours in force."""
    return _current.tokens


def color(name: str) -> QColor:
    """One colour in force, by the name of its token."""
    return QColor(getattr(_current.tokens, name))


def hairline() -> QColor:
    """The line under a table row: fainter than the lines around things, but not where contrast is asked for."""
    return QColor(_hairline(_current.tokens))


@lru_cache
def _hairline(tokens: Tokens) -> QColor:
    line, ground = QColor(tokens.line), QColor(tokens.surface)
    if tokens.stroke > 1:
        return line
    red, green, blue = (
        (mine * 11 + under * 9) // 20
        for mine, under in (
            (line.red(), ground.red()),
            (line.green(), ground.green()),
            (line.blue(), ground.blue()),
        )
    )
    return QColor(red, green, blue)


def scale_percent() -> int:
    """The type scale in force."""
    return _current.scale


def px(pixels: float) -> int:
    """A length at 100 % type, as it is at the scale in force; never less than one pixel."""
    return max(1, round(pixels * _current.scale / 100))


def gap(pixels: float) -> int:
    """A margin or a distance: it grows more slowly than the type, so that large type keeps its room."""
    return round(pixels * (1 + max(0, _current.scale - 100) * 0.3 / 100))


def font(role: Role = "text", *, bold: bool = False, italic: bool = False) -> QFont:
    """The typeface of a role at the scale in force, with figures of equal width."""
    # A copy, which whoever asked may change; every cell of a table asks at each painting.
    return QFont(_font(px(SIZES[role]), bold, italic))


@lru_cache
def _font(pixels: int, bold: bool, italic: bool) -> QFont:
    made = QFont(list(FAMILIES))
    made.setPixelSize(pixels)
    made.setBold(bold)
    made.setItalic(italic)
    made.setFeature(QFont.Tag("tnum"), 1)
    return made


def apply(app: QApplication, scheme: Scheme, scale_percent: int, *, sheet: bool = True) -> None:
    """Put a scheme and a type scale in force on the whole application.

    Without its ``sheet``, for the welcome page alone, whose first picture then comes a tenth sooner;
    :func:`apply_sheet` makes up for it.
    """
    _current.tokens = tokens_of(scheme)
    _current.scale = min(SCALE_MAXIMUM, max(SCALE_MINIMUM, scale_percent))
    app.setPalette(palette(_current.tokens))
    app.setFont(font())
    QToolTip.setFont(font())
    if sheet:
        apply_sheet(app)


def apply_sheet(app: QApplication) -> None:
    """Put the style sheet of the scheme in force, once: Qt goes through every widget each time."""
    sheet = _style_sheet(_current.tokens)
    if app.styleSheet() != sheet:
        app.setStyleSheet(sheet)


def tokens_of(scheme: Scheme) -> Tokens:
    """The colours of a scheme; ``system`` and ``contrast`` ask the system whether it is light or dark."""
    if scheme == "contrast":
        return HIGH_CONTRAST_DARK if _system_is_dark() else HIGH_CONTRAST
    if scheme == "system":
        if _system_wants_contrast():
            return tokens_of("contrast")
        return DARK if _system_is_dark() else LIGHT
    return DARK if scheme == "dark" else LIGHT


def palette(tokens: Tokens) -> QPalette:
    """The Qt palette of a scheme."""
    role = QPalette.ColorRole
    made = QPalette()
    for group in (QPalette.ColorGroup.Active, QPalette.ColorGroup.Inactive, QPalette.ColorGroup.Disabled):
        ink = tokens.muted if group is QPalette.ColorGroup.Disabled else tokens.text
        for where, value in (
            (role.Window, tokens.window),
            (role.WindowText, ink),
            (role.Base, tokens.surface),
            (role.AlternateBase, tokens.window),
            (role.Text, ink),
            (role.Button, tokens.surface),
            (role.ButtonText, ink),
            (role.BrightText, tokens.bad),
            (role.ToolTipBase, tokens.surface),
            (role.ToolTipText, tokens.text),
            (role.PlaceholderText, tokens.muted),
            (role.Highlight, tokens.selection),
            (role.HighlightedText, tokens.text),
            (role.Accent, tokens.accent),
            (role.Link, tokens.accent),
            (role.LinkVisited, tokens.accent),
            (role.Light, tokens.surface),
            (role.Midlight, tokens.line),
            (role.Mid, tokens.line),
            (role.Dark, tokens.line),
            (role.Shadow, tokens.line),
        ):
            made.setColor(group, where, QColor(value))
    return made


def contrast_ratio(first: str, second: str) -> float:
    """The contrast of two colours after WCAG 2: 1 for equals, 21 for black on white."""
    lighter, darker = sorted((_luminance(first), _luminance(second)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(name: str) -> float:
    seen = QColor(name)
    parts = (seen.redF(), seen.greenF(), seen.blueF())
    linear: list[float] = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def _system_is_dark() -> bool:
    # Unlike the style or its hints, a palette makes no enumeration; without one of ours it is that of the system.
    QGuiApplication.setPalette(QPalette())
    return QGuiApplication.palette().color(QPalette.ColorRole.Window).lightness() < MIDDLE


def _system_wants_contrast() -> bool:
    # Qt 6.11 does not have it yet, and naming its style hints has PySide make all the enumerations of Qt.
    if pyside_version < (6, 12):
        return False
    accessibility = getattr(QGuiApplication.styleHints(), "accessibility", None)
    preference = getattr(accessibility() if accessibility else None, "contrastPreference", None)
    return preference is not None and "High" in str(preference())


def _style_sheet(tokens: Tokens) -> str:
    values = tokens._asdict()
    lengths = {f"px{length}": f"{px(length)}px" for length in (1, 2, 3, 4, 6, 8, 10, 12, 14, 16, 20, 24, 28, 32, 36)}
    sheet = _SHEET
    tick = "tick_white" if QColor(tokens.on_accent).lightness() >= MIDDLE else "tick_black"
    others = {
        "focus": max(2, tokens.stroke),
        "hairline": hairline().name(),
        "icons": path("icons").as_posix(),
        "tick": tick,
    }
    for name, value in (values | lengths | others).items():
        sheet = sheet.replace(f"@{name}@", str(value))
    return sheet


_SHEET = """
QToolTip { color: @text@; background: @surface@; border: @stroke@px solid @line@; padding: @px4@ @px6@; }

QPushButton, QToolButton { border-radius: @px6@; padding: 0 @px12@; min-height: @px28@; color: @text@;
    background: @surface@; border: @stroke@px solid @line@; }
QPushButton:hover, QToolButton:hover { border-color: @accent@; }
QPushButton:pressed, QToolButton:pressed { background: @selection@; }
QPushButton:focus, QToolButton:focus { border: @focus@px solid @accent@; }
QPushButton:disabled, QToolButton:disabled { color: @muted@; background: @window@; border-style: dashed; }
QPushButton:checked, QToolButton:checked { background: @accent_ground@; border-color: @accent@; color: @accent@; }
QPushButton[kind="primary"] { color: @on_accent@; background: @accent@; border: @stroke@px solid @accent@;
    font-weight: bold; }
QPushButton[kind="primary"]:focus { border: @focus@px solid @text@; }
QPushButton[kind="primary"]:disabled { color: @muted@; background: @window@; border: @stroke@px dashed @line@; }
QPushButton[kind="link"] { color: @accent@; background: transparent; border: @focus@px solid transparent;
    padding: 0 @px4@; min-height: @px24@; text-align: left; }
QPushButton[kind="link"]:hover { text-decoration: underline; }
QPushButton[kind="link"]:focus { border: @focus@px solid @accent@; }
QPushButton[kind="link"]:disabled { color: @muted@; }
QPushButton[kind="field"] { text-align: left; color: @muted@; background: @window@; }
QToolButton[kind="icon"] { border: @focus@px solid transparent; background: transparent; padding: 0;
    min-height: @px28@; min-width: @px28@; }
QToolButton[kind="icon"]:hover { background: @accent_ground@; }
QToolButton[kind="icon"]:focus { border: @focus@px solid @accent@; }

QLineEdit, QComboBox, QSpinBox, QDoubleSpinBox, QDateEdit, QTimeEdit { border: @stroke@px solid @line@;
    border-radius: @px6@; padding: 0 @px8@; min-height: @px28@; background: @surface@; color: @text@;
    selection-background-color: @selection@; selection-color: @text@; }
QPlainTextEdit, QTextEdit { border: @stroke@px solid @line@; border-radius: @px6@; padding: @px4@;
    background: @surface@; color: @text@; selection-background-color: @selection@; selection-color: @text@; }
QLineEdit:focus, QComboBox:focus, QSpinBox:focus, QDoubleSpinBox:focus, QDateEdit:focus, QTimeEdit:focus,
QPlainTextEdit:focus, QTextEdit:focus { border: @focus@px solid @accent@; }
QLineEdit, QPlainTextEdit, QTextEdit { placeholder-text-color: @muted@; }
QLineEdit:disabled, QComboBox:disabled, QSpinBox:disabled,
QPlainTextEdit:disabled { color: @muted@; background: @window@; }
QLineEdit[invalid="true"] { border: @focus@px solid @bad@; }
QComboBox::drop-down { border: none; width: @px24@; }
QComboBox::down-arrow { image: url("@icons@/chevron_down.svg"); width: @px14@; height: @px14@; }
QSpinBox::up-button, QDoubleSpinBox::up-button, QDateEdit::up-button, QTimeEdit::up-button {
    subcontrol-origin: border; subcontrol-position: top right; border: none; width: @px20@; }
QSpinBox::down-button, QDoubleSpinBox::down-button, QDateEdit::down-button, QTimeEdit::down-button {
    subcontrol-origin: border; subcontrol-position: bottom right; border: none; width: @px20@; }
QSpinBox::up-arrow, QDoubleSpinBox::up-arrow, QDateEdit::up-arrow, QTimeEdit::up-arrow {
    image: url("@icons@/chevron_up.svg"); width: @px10@; height: @px10@; }
QSpinBox::down-arrow, QDoubleSpinBox::down-arrow, QDateEdit::down-arrow, QTimeEdit::down-arrow {
    image: url("@icons@/chevron_down.svg"); width: @px10@; height: @px10@; }
QComboBox QAbstractItemView { border: @stroke@px solid @line@; background: @surface@; color: @text@;
    selection-background-color: @selection@; selection-color: @text@; }

QCheckBox { spacing: @px6@; }
QCheckBox::indicator, QTableView::indicator { width: @px14@; height: @px14@; border: @stroke@px solid @muted@;
    border-radius: @px3@; background: @surface@; }
QCheckBox::indicator:hover, QCheckBox::indicator:focus { border: @focus@px solid @accent@; }
QCheckBox::indicator:checked, QTableView::indicator:checked { background: @accent@; border-color: @accent@;
    image: url("@icons@/@tick@.svg"); }
QCheckBox::indicator:disabled { background: @window@; border-color: @line@; }

QFrame[kind="card"] { background: @surface@; border: @stroke@px solid @line@; border-radius: @px6@; }
QFrame[kind="strip"] { background: @accent_ground@; border: @stroke@px solid @accent_ground@;
    border-radius: @px6@; }
QFrame[kind="alarm"] { background: @surface@; border: @focus@px solid @bad@; border-radius: @px6@; }
QFrame[kind="explained"] { background: @accent_ground@; border: @focus@px solid @accent_ground@; border-radius: @px6@; }
QFrame[kind="explained"]:focus { border-color: @accent@; }
QFrame[kind="bar"] { background: @surface@; border: none; }

QTableView, QListView, QListWidget { background: @surface@; color: @text@; border: @stroke@px solid @line@;
    border-radius: @px6@; selection-background-color: @selection@; selection-color: @text@; outline: none; }
QTableView[kind="plain"], QListView[kind="plain"] { border: none; background: transparent; }
QTableView:focus, QListView:focus { border-color: @accent@; }
QAbstractScrollArea::corner { background: transparent; border: none; }
QHeaderView { background: transparent; border: none; }
QHeaderView::section { background: @surface@; color: @muted@; border: none;
    border-bottom: @stroke@px solid @line@; padding: 0 @px8@; font-weight: bold; }
QHeaderView::section:horizontal:first { border-top-left-radius: @px4@; }
QHeaderView::section:horizontal:last, QHeaderView::section:horizontal:only-one { border-top-right-radius: @px4@; }
QTableCornerButton::section { background: @surface@; border: none; border-bottom: @stroke@px solid @hairline@; }

QTabBar { background: transparent; }
QTabBar::tab { color: @muted@; background: transparent; border: none; border-bottom: @px3@ solid transparent;
    padding: @px6@ @px4@; margin-right: @px20@; }
QTabBar::tab:selected { color: @text@; font-weight: bold; border-bottom: @px3@ solid @accent@; }
QTabBar::tab:hover { color: @accent@; }
QTabBar::tab:focus { color: @accent@; border-bottom: @px3@ solid @accent@; }

QScrollArea { background: transparent; border: none; }
QScrollArea > QWidget > QWidget { background: transparent; }
QScrollBar:vertical { background: transparent; width: @px12@; margin: 0; }
QScrollBar:horizontal { background: transparent; height: @px12@; margin: 0; }
QScrollBar::handle { background: @line@; border-radius: @px4@; margin: @px2@; min-height: @px24@; min-width: @px24@; }
QScrollBar::handle:hover { background: @muted@; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }

QMenu { background: @surface@; color: @text@; border: @stroke@px solid @line@; padding: @px4@; }
QMenu::item { padding: @px6@ @px24@ @px6@ @px12@; border-radius: @px4@; }
QMenu::item:selected { background: @selection@; }
QMenu::item:disabled { color: @muted@; }
QMenu::separator { height: @stroke@px; background: @line@; margin: @px4@ @px8@; }
QSplitter::handle { background: transparent; }
"""

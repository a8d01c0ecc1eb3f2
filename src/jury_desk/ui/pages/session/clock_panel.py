"""The clock before the chair: who is heard, how much time is left, where it went; the largest thing on the page."""

from dataclasses import dataclass, replace

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPaintEvent, QPalette, QPen
from PySide6.QtWidgets import QFrame, QSizePolicy, QWidget

from jury_desk.ui import theme
from jury_desk.ui.widgets.card import column, row
from jury_desk.ui.widgets.clock_tones import GROUNDS, Tone
from jury_desk.ui.widgets.elided import Elided
from jury_desk.ui.widgets.large_figures import LargeFigures
from jury_desk.ui.widgets.live_line import LiveLine

_BAR = 10
_PADDING, _GAP = 16, 6
_ANY = 16_777_215
_FRAME = {Tone.NORMAL: 0, Tone.WARNING: 3, Tone.OVERTIME: 6}
"""The frame in pixels: the sign that needs no colour."""


@dataclass(frozen=True, slots=True)
class ClockView:
    """What the panel shows.

    Attributes:
        place: « 3 / 9 ».
        sign: the state in a word, in a box of its own where it is not the ordinary one.
        figures: the time left; empty while there is no clock.
        given: « sur 5:00 ».
        gone: how much of it is used up, 0 to 1.
        state: what the clock is doing, in a sentence.
        sums: the four sums.
        hour: the time of day.
    """

    tone: Tone = Tone.NORMAL
    place: str = ""
    project: str = ""
    holders: str = ""
    phase: str = ""
    sign: str = ""
    boxed: bool = False
    figures: str = ""
    given: str = ""
    gone: float = 0.0
    state: str = ""
    sums: str = ""
    hour: str = ""


class ClockPanel(QFrame):
    """The panel, on the ground that the time gives it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._view = ClockView()
        self.setAccessibleName(self.tr("Clock"))
        self.place = Elided("", "section")
        self.project = Elided("", "page", bold=True)
        self.holders = Elided("", "emphasis")
        self.phase = Elided("", "section", bold=True)
        self.sign = _Sign()
        self.figures = LargeFigures(self.tr("Time left"))
        self.bar = _Bar()
        self.given = Elided("", "emphasis")
        self.state = LiveLine(align=Qt.AlignmentFlag.AlignRight)
        self.sums = LiveLine()
        self._lay_out()

    def _lay_out(self) -> None:
        # Names give way before the phase and the place, which are short and say where one is.
        for part in (self.place, self.phase, self.given):
            part.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        head = row(gap=12)
        head.addWidget(self.place, 0, Qt.AlignmentFlag.AlignBottom)
        head.addWidget(self.project, 1, Qt.AlignmentFlag.AlignBottom)
        head.addWidget(self.phase, 0, Qt.AlignmentFlag.AlignBottom)
        head.addWidget(self.sign, 0, Qt.AlignmentFlag.AlignBottom)
        measure = row(gap=12)
        measure.addWidget(self.bar, 1, Qt.AlignmentFlag.AlignVCenter)
        measure.addWidget(self.given, 0)
        under = row(gap=16)
        under.addWidget(self.holders, 1)
        under.addWidget(self.state, 1)
        self._column = layout = column(padding=_PADDING, gap=_GAP)
        layout.addLayout(head)
        layout.addLayout(under)
        layout.addWidget(self.figures, 1)
        layout.addLayout(measure)
        layout.addWidget(self.sums)
        self.setLayout(layout)

    def fit(self, height: int | None) -> None:
        """Stand within ``height`` as far as that goes, closely set; without one, take what there is."""
        # Closely set, it still leaves the thickest frame its room.
        frame = theme.px(_FRAME[Tone.OVERTIME] + 3)
        padding = theme.gap(_PADDING) if height is None else frame + theme.gap(4)
        self._column.setContentsMargins(padding, padding, padding, padding)
        self._column.setSpacing(theme.gap(_GAP) if height is None else 0)
        self.setMaximumHeight(_ANY if height is None else max(height, self.minimumSizeHint().height()))

    @property
    def view(self) -> ClockView:
        """What it shows."""
        return self._view

    def show_view(self, view: ClockView) -> None:
        """Show something else."""
        former, self._view = self._view, view
        ground = GROUNDS[view.tone]
        for label, text in (
            (self.place, view.place),
            (self.project, view.project),
            (self.holders, view.holders),
            (self.phase, view.phase),
            (self.given, view.given),
        ):
            if label.text() != text:
                label.set_text(text)
            _write_in(label, ground.ink)
        self.place.setVisible(bool(view.place))
        self.sign.show_sign(view.sign, view.tone, boxed=view.boxed)
        self.figures.show_text(view.figures, ground.ink)
        self.state.show_text("   ".join(part for part in (view.state, view.hour) if part), ground.ink)
        self.sums.show_text(view.sums, ground.ink)
        self.bar.show_share(view.gone, ground.ink)
        self.bar.setVisible(bool(view.given))
        if _lasting(former) != _lasting(view):
            # Once for each turn: a description that changed every second could be read out every second.
            self.setAccessibleDescription(self.words())
        if former.tone is not view.tone:
            self.update()

    def words(self) -> str:
        """All it says, for a screen reader that comes to it; nothing is spoken by itself each second."""
        view = self._view
        parts = (view.place, view.project, view.holders, view.phase, view.sign, view.figures, view.given, view.state)
        return ", ".join(part for part in (*parts, view.sums, view.hour) if part)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the ground and the frame of its tone (Qt)."""
        del event
        ground, thickness = GROUNDS[self._view.tone], theme.px(_FRAME[self._view.tone])
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setBrush(QColor(ground.ground))
            # In the dark scheme the window is as dark as the clock: a line says where it ends.
            painter.setPen(QPen(theme.color("line"), theme.tokens().stroke))
            edge = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
            painter.drawRoundedRect(edge, theme.px(theme.CORNER), theme.px(theme.CORNER))
            if _FRAME[self._view.tone]:
                inset = thickness / 2 + theme.px(3)
                painter.setBrush(Qt.BrushStyle.NoBrush)
                painter.setPen(QPen(QColor(ground.ink), thickness))
                painter.drawRect(QRectF(self.rect()).adjusted(inset, inset, -inset, -inset))


def _lasting(view: ClockView) -> ClockView:
    """A view without what each second changes."""
    return replace(view, figures="", gone=0.0, state="", sums="", hour="")


class _Sign(QWidget):
    """One word, in a box of the colour of ink where it is not the ordinary one."""

    def __init__(self) -> None:
        super().__init__()
        self._text, self._tone, self._boxed = "", Tone.NORMAL, False
        self.setFont(theme.font("emphasis", bold=True))
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_sign(self, text: str, tone: Tone, *, boxed: bool) -> None:
        """Show another sign."""
        if (text, tone, boxed) == (self._text, self._tone, self._boxed):
            return
        self._text, self._tone, self._boxed = text, tone, boxed
        self.setVisible(bool(text))
        self.setFixedSize(
            QFontMetrics(self.font()).horizontalAdvance(text) + theme.px(20),
            QFontMetrics(self.font()).height() + theme.px(6),
        )
        self.setAccessibleName(text)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the box and the word (Qt)."""
        del event
        ground = GROUNDS[self._tone]
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            if self._boxed:
                painter.setBrush(QColor(ground.ink))
                painter.setPen(Qt.PenStyle.NoPen)
                painter.drawRoundedRect(QRectF(self.rect()), theme.px(4), theme.px(4))
            painter.setPen(QColor(ground.ground if self._boxed else ground.ink))
            painter.setFont(self.font())
            painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, self._text)


class _Bar(QWidget):
    """The time that has gone, filled, in an outline of the time given."""

    def __init__(self) -> None:
        super().__init__()
        self._gone, self._ink = 0.0, "#FFFFFF"
        self.setFixedHeight(theme.px(_BAR))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_share(self, gone: float, ink: str) -> None:
        """Show another share."""
        if (gone, ink) != (self._gone, self._ink):
            self._gone, self._ink = gone, ink
            self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the outline and the share (Qt)."""
        del event
        frame = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        with QPainter(self) as painter:
            painter.setPen(QColor(self._ink))
            painter.drawRect(frame)
            painter.fillRect(
                QRectF(frame.left(), frame.top(), frame.width() * self._gone, frame.height()), QColor(self._ink)
            )


def _write_in(label: Elided, ink: str) -> None:
    """Give a label the ink of the ground."""
    palette = label.palette()
    if palette.color(QPalette.ColorRole.WindowText) != QColor(ink):
        palette.setColor(QPalette.ColorRole.WindowText, QColor(ink))
        label.setPalette(palette)

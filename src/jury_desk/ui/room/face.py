"""Paints a :class:`RoomView`, as large as its place: the whole screen of the room, or the chair's small preview of it.

Every length is a share of the widget's own height, so that the room has its scale and the chair's type size its own.
"""

from dataclasses import replace
from typing import NamedTuple

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPaintEvent, QPen, QRegion
from PySide6.QtWidgets import QSizePolicy, QWidget

from jury_desk.ui.room.view import NOTHING, RoomState, RoomView
from jury_desk.ui.widgets.clock_tones import BLACK, GROUNDS, Ground, Tone, ended_sign, paused_sign, tone_sign
from jury_desk.ui.widgets.durations import countdown
from jury_desk.ui.widgets.large_figures import paint_large, sized_font

_MARGIN = 0.06
"""Clear of the thickest frame."""
_CLOCK = 2 / 3
"""Of the height: the figures are the largest thing in the room."""
_HEAD = 0.062
_NAME = 0.056
_UNDER = 0.042
_BAR = 0.026
_ALONE = 2.2
"""How much larger names and messages are while there is no clock."""
_LEAST_PIXELS = 5


class Places(NamedTuple):
    """Where the parts stand."""

    head: QRectF
    clock: QRectF
    names: QRectF
    bar: QRectF


def places(width: float, height: float) -> Places:
    """The parts of a screen of that size: head, clock across two thirds of the height, names, bar."""
    side, inner = height * _MARGIN, width - 2 * height * _MARGIN
    head = QRectF(side, height * 0.048, inner, height * 0.08)
    clock = QRectF(side, height * 0.132, inner, height * _CLOCK)
    names = QRectF(side, clock.bottom() + height * 0.003, inner, height * 0.108)
    bar = QRectF(side, height * 0.918, inner, height * _BAR)
    return Places(head, clock, names, bar)


class RoomFace(QWidget):
    """The painted screen."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._view = NOTHING
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setAccessibleName(self.tr("Room screen"))

    @property
    def view(self) -> RoomView:
        """What it shows."""
        return self._view

    def show_view(self, view: RoomView) -> None:
        """Show something else."""
        if view == self._view:
            return
        former, self._view = self._view, view
        where = places(self.width(), self.height())
        if _of_the_turn(former) == _of_the_turn(view):
            # A second has gone: the figures and the bar, and nothing else of a picture of two million points.
            # Painted at once: what is asked for with update() waits for its turn, five milliseconds at the least.
            self.repaint(QRegion(where.clock.toAlignedRect()).united(where.bar.toAlignedRect()))
        else:
            self.setAccessibleDescription(self.words())
            self.update()

    def sign(self) -> str:
        """The state of the clock in one word, which says what the ground says."""
        view = self._view
        if view.remaining_ms is None:
            return ""
        match view.state:
            case RoomState.PAUSED:
                return paused_sign()
            case RoomState.INTERRUPTED:
                return ""
            case RoomState.ENDED:
                return ended_sign()
            case _:
                return tone_sign(view.tone)

    def figures(self) -> str:
        """The time left, or the word that stands in its place."""
        view = self._view
        if view.state is RoomState.INTERRUPTED:
            return self.tr("Interruption")
        return "" if view.remaining_ms is None else countdown(view.remaining_ms)

    def words(self) -> str:
        """All that can be read on it, in reading order."""
        view = self._view
        if view.blackout:
            return self.tr("Black screen")
        names = (view.message,) if view.message else (view.project, view.holders)
        shown = view.lines or (self.figures(),)
        return ", ".join(part for part in (view.phase, self.sign(), *shown, *names) if part)

    def sizeHint(self) -> QSize:
        """The shape of a projector's picture (Qt)."""
        return QSize(320, 180)

    def minimumSizeHint(self) -> QSize:
        """Small enough for a preview (Qt)."""
        return QSize(128, 72)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the view, or the parts of it that have changed (Qt)."""
        region = event.region()
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            if self._view.blackout:
                painter.fillRect(self.rect(), QColor(BLACK))
                return
            ground = GROUNDS[self._view.tone]
            painter.fillRect(self.rect(), QColor(ground.ground))
            painter.setPen(QColor(ground.ink))
            where = places(self.width(), self.height())
            if region.intersects(where.head.toRect()) or region.intersects(where.names.toRect()):
                self._paint_frame(painter, ground)
                self._paint_head(painter, where.head, ground)
                if self._view.remaining_ms is not None or self._view.lines:
                    self._paint_names(painter, where.names)
            if self._view.lines:
                self._paint_lines(painter, where.clock)
            elif self._view.remaining_ms is None:
                self._paint_names(painter, where.clock, _ALONE)
            else:
                paint_large(painter, where.clock, self.figures())
            if self._view.remaining_ms is not None and self._view.state is not RoomState.INTERRUPTED:
                _paint_bar(painter, where.bar, self._view.gone, ground, self.height())

    def _paint_frame(self, painter: QPainter, ground: Ground) -> None:
        thickness = self.height() * ground.frame / 100
        if not thickness:
            return
        pen = QPen(QColor(ground.ink), thickness)
        pen.setJoinStyle(Qt.PenJoinStyle.MiterJoin)
        painter.save()
        painter.setPen(pen)
        painter.drawRect(QRectF(self.rect()).adjusted(thickness / 2, thickness / 2, -thickness / 2, -thickness / 2))
        painter.restore()

    def _paint_head(self, painter: QPainter, frame: QRectF, ground: Ground) -> None:
        size = self.height() * _HEAD
        sign, sign_font = self.sign(), sized_font(size, bold=True)
        taken = 0.0
        if sign:
            taken = QFontMetricsF(sign_font).horizontalAdvance(sign) + size
            box = QRectF(frame.right() - taken, frame.top(), taken, frame.height())
            painter.save()
            if self._view.tone is not Tone.NORMAL or self._view.state in (RoomState.PAUSED, RoomState.ENDED):
                painter.setBrush(QColor(ground.ink))
                painter.setPen(Qt.PenStyle.NoPen)
                painter.drawRoundedRect(box, size * 0.15, size * 0.15)
                painter.setPen(QColor(ground.ground))
            painter.setFont(sign_font)
            painter.drawText(box, Qt.AlignmentFlag.AlignCenter, sign)
            painter.restore()
        room = frame.adjusted(0, 0, -taken - size / 2, 0)
        _paint_line(painter, room, self._view.phase.upper(), size)

    def _paint_names(self, painter: QPainter, frame: QRectF, times: float = 1) -> None:
        """The message, or else the project over its holders, in the middle of the frame."""
        view = self._view
        name, under = self.height() * _NAME * times, self.height() * _UNDER * times
        if view.message:
            painter.setFont(sized_font(_fitting(view.message, frame, name), bold=True))
            painter.drawText(frame, int(Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextWordWrap), view.message)
            return
        above, below = name * 1.25, under * 1.25 if view.holders else 0
        top = frame.center().y() - (above + below) / 2
        _paint_line(painter, QRectF(frame.left(), top, frame.width(), above), view.project, name)
        _paint_line(painter, QRectF(frame.left(), top + above, frame.width(), below), view.holders, under, bold=False)

    def _paint_lines(self, painter: QPainter, frame: QRectF) -> None:
        lines = self._view.lines
        step = frame.height() / max(len(lines), 4)
        size = min(step * 0.62, *(_width_fitting(line, frame.width(), step) for line in lines))
        for number, line in enumerate(lines):
            at = QRectF(frame.left(), frame.top() + number * step, frame.width(), step)
            _paint_line(painter, at, line, size, bold=number == 0)


def _of_the_turn(view: RoomView) -> RoomView:
    """A view without what each second changes."""
    return replace(view, remaining_ms=None if view.remaining_ms is None else 0)


def _paint_line(painter: QPainter, frame: QRectF, text: str, pixels: float, *, bold: bool = True) -> None:
    """One line at the left; what does not fit is written smaller, and cut only where it would be too small."""
    font = sized_font(max(pixels * 0.6, min(pixels, _width_fitting(text, frame.width(), pixels, bold=bold))), bold=bold)
    shown = QFontMetricsF(font).elidedText(text, Qt.TextElideMode.ElideRight, frame.width())
    painter.setFont(font)
    painter.drawText(frame, int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter), shown)


def _width_fitting(text: str, width: float, pixels: float, *, bold: bool = True) -> float:
    """The type size, ``pixels`` at most, at which ``text`` is no wider than ``width``."""
    taken = QFontMetricsF(sized_font(pixels, bold=bold)).horizontalAdvance(text)
    return pixels if taken <= width else pixels * width / taken * 0.98


def _fitting(text: str, frame: QRectF, pixels: float) -> float:
    """The type size, ``pixels`` at most, at which ``text`` wraps within ``frame``."""
    flags = int(Qt.TextFlag.TextWordWrap)
    while pixels > _LEAST_PIXELS:
        taken = QFontMetricsF(sized_font(pixels, bold=True)).boundingRect(
            QRectF(0, 0, frame.width(), 10_000), flags, text
        )
        if taken.height() <= frame.height() and taken.width() <= frame.width():
            return pixels
        pixels *= 0.9
    return pixels


def _paint_bar(painter: QPainter, frame: QRectF, gone: float, ground: Ground, height: float) -> None:
    """The time that has gone, filled, in an outline of the time given."""
    stroke = max(1.0, height * 0.004)
    painter.save()
    painter.setPen(QPen(QColor(ground.ink), stroke))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRect(frame.adjusted(stroke / 2, stroke / 2, -stroke / 2, -stroke / 2))
    painter.fillRect(QRectF(frame.left(), frame.top(), frame.width() * gone, frame.height()), QColor(ground.ink))
    painter.restore()

"""The headers of the grid of marks: criteria of several words over narrow columns, names before the rows."""

from typing import Any

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter
from PySide6.QtWidgets import QHeaderView, QWidget

from jury_desk.ui import theme
from jury_desk.ui.widgets.table_view import paint_hairline

SHORT_ROLE = int(Qt.ItemDataRole.UserRole) + 12
"""What stands over a column that is too narrow for its name."""

_LINES = 3
_PADDING, _LEFT = 8, 2


class WrappedHeader(QHeaderView):
    """A horizontal header: the first line of a title is its name, what follows stands under it, quieter.

    Args:
        lines: how many a name may take.

    Attributes:
        narrow: whether names that need more than a line give way to their short forms.
    """

    def __init__(self, parent: QWidget | None = None, *, lines: int = _LINES) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._most = lines
        self.setHighlightSections(False)
        self.narrow = False
        self._name_font = theme.font("small", bold=True)
        self._note_font = theme.font("small")

    def _lines(self, name: str, width: int) -> list[str]:
        """The name broken into lines; the last one cut short where it does not fit."""
        metrics = QFontMetrics(self._name_font)
        lines: list[str] = []
        for word in name.split(" "):
            longer = f"{lines[-1]} {word}" if lines else word
            # Advances are rounded: what just fits can be cut all the same.
            if lines and metrics.horizontalAdvance(longer) < width:
                lines[-1] = longer
            else:
                lines.append(word)
        if len(lines) > self._most:
            lines = [*lines[: self._most - 1], " ".join(lines[self._most - 1 :])]
        return [metrics.elidedText(line, Qt.TextElideMode.ElideRight, width) for line in lines]

    def _short(self, section: int) -> str:
        return str(self.model().headerData(section, self.orientation(), SHORT_ROLE) or "")

    # Qt

    def sectionSizeFromContents(self, section: int) -> QSize:
        """As high as the lines of a name and its note (Qt)."""
        size = super().sectionSizeFromContents(section)
        name_line = QFontMetrics(self._name_font).height()
        note_line = QFontMetrics(self._note_font).height()
        lines = 1 if self.narrow else self._most
        return QSize(min(size.width(), theme.px(120)), lines * name_line + note_line + theme.px(2 * _PADDING))

    def paintSection(self, painter: QPainter, rect: QRect, section: int) -> None:
        """Draw the lines from the bottom up (Qt)."""
        text = str(self.model().headerData(section, self.orientation()) or "")
        name, _, note = text.partition("\n")
        name = self._short(section) or name if self.narrow else name
        # The figures stand at the right: at the left a long word may come close to its neighbour.
        inner = rect.adjusted(theme.px(_LEFT), theme.px(_PADDING), -theme.px(_PADDING), -theme.px(_PADDING))
        alignment = Qt.AlignmentFlag(
            self.model().headerData(section, self.orientation(), Qt.ItemDataRole.TextAlignmentRole)
        )
        horizontal = alignment & Qt.AlignmentFlag.AlignHorizontal_Mask
        painter.save()
        painter.fillRect(rect, theme.color("surface"))
        paint_hairline(painter, rect)
        lines = [(line, self._name_font, "text") for line in self._lines(name, inner.width())]
        lines += [(note, self._note_font, "muted")] if note else []
        bottom = inner.bottom()
        for line, font, ink in reversed(lines):
            height = QFontMetrics(font).height()
            painter.setFont(font)
            painter.setPen(theme.color(ink))
            place = QRect(inner.left(), bottom - height + 1, inner.width(), height)
            painter.drawText(place, horizontal | Qt.AlignmentFlag.AlignVCenter, line)
            bottom -= height
        painter.restore()


class RowNames(QHeaderView):
    """Names before rows: in the ink and type that the model gives them, on the ground and hairline of their row."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Vertical, parent)
        self.setHighlightSections(False)
        self.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)

    def _said(self, section: int, role: Qt.ItemDataRole) -> Any:
        return self.model().headerData(section, self.orientation(), role)

    def paintSection(self, painter: QPainter, rect: QRect, section: int) -> None:
        """Draw one name (Qt)."""
        painter.save()
        painter.fillRect(rect, self._said(section, Qt.ItemDataRole.BackgroundRole) or theme.color("surface"))
        paint_hairline(painter, rect)
        painter.setFont(self._said(section, Qt.ItemDataRole.FontRole) or theme.font())
        painter.setPen(self._said(section, Qt.ItemDataRole.ForegroundRole) or theme.color("text"))
        inner = rect.adjusted(theme.px(12), 0, -theme.px(_PADDING), 0)
        name = str(self._said(section, Qt.ItemDataRole.DisplayRole) or "")
        text = painter.fontMetrics().elidedText(name, Qt.TextElideMode.ElideRight, inner.width())
        painter.drawText(inner, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, text)
        painter.restore()

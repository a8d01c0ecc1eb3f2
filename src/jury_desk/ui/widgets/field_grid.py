"""Fields in as many columns as there is width for; a field that is not called for leaves no hole."""

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QWidget

from jury_desk.ui import theme

_COLUMN = 232
_MOST = 3


class FieldGrid(QWidget):
    """The fields, row by row; those hidden with :meth:`show_field` are passed over.

    Args:
        fields: what is set in columns.
        column: the least width of a column, at 100 % type.
        most: how many columns there are at most.
        equal: whether the fields of a row are all as high as the highest.
    """

    def __init__(
        self,
        fields: Sequence[QWidget],
        parent: QWidget | None = None,
        *,
        column: int = _COLUMN,
        most: int = _MOST,
        equal: bool = False,
    ) -> None:
        super().__init__(parent)
        self._fields = list(fields)
        self._column = column
        self._most = most
        self._align = Qt.AlignmentFlag(0) if equal else Qt.AlignmentFlag.AlignTop
        for field in self._fields:
            # A widget made visible before it has a parent is a window of its own, which takes the focus away.
            field.setParent(self)
        self._left_out: set[QWidget] = set()
        self._columns = most
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(theme.px(16))
        self._grid.setVerticalSpacing(theme.px(12))
        self._arrange()

    def show_field(self, field: QWidget, shown: bool) -> None:
        """Let a field be there, or not."""
        if shown is (field not in self._left_out):
            return
        if shown:
            self._left_out.discard(field)
        else:
            self._left_out.add(field)
        self._arrange()

    def _arrange(self) -> None:
        for field in self._fields:
            self._grid.removeWidget(field)
            field.setVisible(field not in self._left_out)
        kept = [field for field in self._fields if field not in self._left_out]
        for number, field in enumerate(kept):
            self._grid.addWidget(field, *divmod(number, self._columns), self._align)
        for column in range(self._most):
            self._grid.setColumnStretch(column, 1 if column < self._columns else 0)

    def minimumSizeHint(self) -> QSize:
        """One column must fit; more are a matter of width (Qt)."""
        return QSize(theme.px(160), super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Take as many columns as fit (Qt)."""
        super().resizeEvent(event)
        columns = min(self._most, max(1, event.size().width() // theme.px(self._column)))
        if columns != self._columns:
            self._columns = columns
            self._arrange()

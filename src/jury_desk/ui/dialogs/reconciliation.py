"""What came back from the jurors, before anything of it is taken: every file at once, every difference to be ticked."""

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QSize, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHeaderView, QStyleOptionViewItem, QWidget

from jury_desk.domain.records import Records
from jury_desk.domain.rules import Rules
from jury_desk.services.reconciling import Kind, Reconciliation
from jury_desk.ui import theme
from jury_desk.ui.dialogs.frame import Dialog
from jury_desk.ui.models.reconciliation import BooksModel, FindingsModel
from jury_desk.ui.widgets.buttons import link, primary, secondary
from jury_desk.ui.widgets.card import row
from jury_desk.ui.widgets.table_view import RowDelegate, TableView
from jury_desk.ui.widgets.text import Text, caption, muted

Index = QModelIndex | QPersistentModelIndex

_WIDTH = 1080
_SQUARE = 64
_JUROR_WIDTH, _FILE_WIDTH = 190, 200
_BAR = 20
"""What a bar to scroll with takes beside the matrix."""
_BOX = 24
"""A box to tick, and what parts it from its text."""
_LEAST_FILES = 3
_MOST_FILES = 8


class TickedDelegate(RowDelegate):
    """A cell with a box to tick before its text."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """The text, its padding and the box (Qt)."""
        return super().sizeHint(option, index) + QSize(theme.px(_BOX), 0)


class FindingsView(TableView):
    """The differences; Space ticks the row, wherever the cursor is in it."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Tick with Space (Qt)."""
        first = self.currentIndex().siblingAtColumn(0)
        if event.key() == Qt.Key.Key_Space and first.flags() & Qt.ItemFlag.ItemIsUserCheckable:
            ticked = first.data(Qt.ItemDataRole.CheckStateRole) == Qt.CheckState.Checked
            state = Qt.CheckState.Unchecked if ticked else Qt.CheckState.Checked
            self.model().setData(first, state, Qt.ItemDataRole.CheckStateRole)
            return
        super().keyPressEvent(event)


class ReconciliationDialog(Dialog):
    """The matrix of files, the differences, and one button that takes what is ticked.

    Signals:
        findings_confirmed: the list of :class:`~jury_desk.services.reconciling.Finding` to take.
    """

    findings_confirmed = Signal(object)

    def __init__(
        self,
        found: Reconciliation,
        records: Records,
        *,
        candidacies: Sequence[str],
        rules: Rules,
        language: str,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent=parent, width=_WIDTH, height=600)
        self._found = found
        self.set_title(self.tr("Workbooks that came back"))
        self.books = BooksModel(found, records, candidacies, language, self)
        self.findings = FindingsModel(found, records, rules, language, self)
        self.matrix = TableView(self.tr("Files by candidacy"))
        self.list = FindingsView(self.tr("Differences"))
        self.counts = Text("", "emphasis", bold=True)
        self.all = link(self.tr("Show all differences"))
        self.go = primary("")
        self.why_not = muted()
        self._lay_out()
        self._fit_matrix()
        self._show_counts()
        self._show_button()
        self._wire()

    def _lay_out(self) -> None:
        self.body.addWidget(self.counts)
        self.body.addWidget(
            muted(
                self.tr(
                    "✓ unchanged · + new · ≠ changed by the juror · ⇄ changed on both sides · ∅ emptied · ! refused"
                    " · – nothing due"
                )
            )
        )
        self.matrix.setModel(self.books)
        self.body.addWidget(self.matrix)
        head = row(gap=8)
        head.addWidget(caption(self.tr("Differences, ticked where they are to be taken")), 1)
        head.addWidget(self.all)
        self.body.addLayout(head)
        self.list.setModel(self.findings)
        self.list.setItemDelegateForColumn(0, TickedDelegate(self.list))
        self.list.stretch_column(5)
        self.list.setMinimumHeight(theme.px(180))
        self.body.addWidget(self.list, 1)
        cancel = secondary(self.tr("Take nothing"))
        self.buttons.insertWidget(0, self.why_not, 100)
        self.buttons.addWidget(cancel)
        self.buttons.addWidget(self.go)
        cancel.clicked.connect(self.reject)

    def _wire(self) -> None:
        self.matrix.clicked.connect(self._show_square)
        self.matrix.activated.connect(self._show_square)
        self.all.clicked.connect(self._show_all)
        self.findings.choice_changed.connect(self._show_button)
        self.go.clicked.connect(self._confirm)

    def _fit_matrix(self) -> None:
        header = self.matrix.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        for column in range(self.books.columnCount()):
            self.matrix.setColumnWidth(column, theme.px(_JUROR_WIDTH if column == 0 else _SQUARE))
        left, least = self._left(), theme.px(_FILE_WIDTH)
        self.matrix.setColumnWidth(1, max(least, left))
        for number, book in enumerate(self.books.books):
            if book.problem and self.books.columnCount() > 3:
                self.matrix.setSpan(number, 2, 1, self.books.columnCount() - 2)
        self.matrix.fit_rows()
        # Where the type is large for the screen, the files scroll, so that their differences stand on it too.
        room = self.screen().availableGeometry().height() // 3 // theme.px(theme.ROW) - 1
        rows = min(_MOST_FILES, self.books.rowCount(), max(_LEAST_FILES, room))
        bar = self.matrix.horizontalScrollBar().sizeHint().height() if left < least else 0
        frame = 2 * self.matrix.frameWidth() + theme.px(2)
        self.matrix.setFixedHeight(theme.px(theme.ROW) * (rows + 1) + frame + bar)

    def _left(self) -> int:
        """What the squares and the names of the jurors leave for those of the files, in the width of the dialog."""
        parent = self.parentWidget()
        whole = min(theme.px(_WIDTH), parent.window().width() - theme.px(theme.MARGIN)) if parent else theme.px(_WIDTH)
        squares = (self.books.columnCount() - 2) * theme.px(_SQUARE)
        return whole - theme.px(2 * theme.MARGIN + _BAR + _JUROR_WIDTH) - squares

    def _show_counts(self) -> None:
        books = self._found.books

        def count(*kinds: Kind) -> int:
            return sum(book.count(*kinds) for book in books)

        counted = (
            (self.tr("{count} new"), count(Kind.NEW)),
            (self.tr("{count} changed"), count(Kind.CHANGED)),
            (self.tr("{count} to decide"), count(Kind.CONFLICT, Kind.CLEARED)),
            (self.tr("{count} refused"), count(Kind.REFUSED, Kind.LOCKED)),
            (self.tr("{count} unchanged"), count(Kind.UNCHANGED)),
        )
        told = [words.format(count=number) for words, number in counted if number]
        self.counts.setText(" · ".join([self.tr("%n file(s)", "", len(books)), *told]))

    @Slot()
    def _show_button(self) -> None:
        chosen = len(self.findings.chosen)
        self.go.setEnabled(bool(chosen))
        self.go.setText(self.tr("Take %n value(s)", "", chosen) if chosen else self.tr("Take"))
        sentence = self.tr("One act, which can be undone.") if chosen else self.tr("Nothing is ticked.")
        if not self.findings.rowCount() and not chosen:
            sentence = self.tr("Everything that came back is on file already.")
        self.why_not.setText(sentence)

    @Slot(QModelIndex)
    def _show_square(self, index: QModelIndex) -> None:
        self.findings.show_square(*self.books.square(index))

    @Slot()
    def _show_all(self) -> None:
        self.findings.show_square("", "")

    @Slot()
    def _confirm(self) -> None:
        self.accept()
        self.findings_confirmed.emit(self.findings.chosen)

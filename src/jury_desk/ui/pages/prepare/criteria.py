"""The criteria as lines under their heads: added, moved and taken out in place, the sum of their weights below."""

from PySide6.QtCore import QSize, Qt, Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QApplication, QWidget

from jury_desk.domain.exact import exact_text
from jury_desk.services.drafting import with_criterion, with_criterion_moved, without_criterion
from jury_desk.services.rules_words import key_words
from jury_desk.services.weights import shares, weight_sum, with_equal_weights
from jury_desk.ui import theme
from jury_desk.ui.models.figures import number
from jury_desk.ui.pages.prepare.criterion import GAP, NUMBERS, WIDTHS, CriterionRow
from jury_desk.ui.pages.prepare.draft import RulesDraft
from jury_desk.ui.widgets.buttons import link
from jury_desk.ui.widgets.card import column, row
from jury_desk.ui.widgets.text import Text, caption

_ROOM_FOR_ONE_LINE = 620
_USUAL_SUM = 100


class CriteriaEditor(QWidget):
    """All the criteria of the draft.

    Signals:
        moved: a criterion stands elsewhere; the place it now has.
    """

    moved = Signal(int)

    def __init__(self, draft: RulesDraft, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._draft = draft
        self.lines: list[CriterionRow] = []
        self._unfolded: set[str] = set()
        self._wide = True
        self.add = link(self.tr("+ Add a criterion"))
        self.equal = link(self.tr("= Same weights"))
        self.equal.setToolTip(self.tr("Or type = where a weight stands"))
        self.sum = Text("", ink="muted", wrap=False)
        self.problem = Text("", "small", ink="bad")
        self._head = QWidget()
        self._rows = column(gap=8)
        self._build()
        self.add.clicked.connect(self._add)
        self.equal.clicked.connect(self.make_equal)
        draft.loaded.connect(self.fill)
        draft.checked.connect(self.check)

    def _build(self) -> None:
        heads = row(gap=GAP)
        # A spacing has no distance from its neighbours, as the parts of the lines have.
        heads.addSpacing(theme.px(WIDTHS["fold"]) + theme.gap(GAP))
        heads.addWidget(caption(self.tr("Criterion")), 1)
        for key in NUMBERS:
            name = self.tr("Share") if key == "share" else key_words(f"criteria.{key}", self._draft.language)
            head = caption(name)
            head.setWordWrap(False)
            head.setFixedWidth(theme.px(WIDTHS[key]))
            if key != "share":
                head.setAlignment(Qt.AlignmentFlag.AlignRight)
            heads.addWidget(head)
        heads.addSpacing(theme.px(WIDTHS["buttons"]) + theme.gap(GAP))
        self._head.setLayout(heads)
        foot = row(gap=16)
        foot.addWidget(self.add)
        foot.addWidget(self.equal)
        foot.addStretch(1)
        foot.addWidget(self.sum)
        layout = column(gap=8)
        layout.addWidget(self._head)
        layout.addLayout(self._rows)
        layout.addWidget(self.problem)
        layout.addLayout(foot)
        self.setLayout(layout)

    @Slot()
    def fill(self) -> None:
        """Show the criteria of the draft, in as many lines as there are; the unfolded ones stay so."""
        ids = self._ids()
        while len(self.lines) < len(ids):
            self._add_line()
        while len(self.lines) > len(ids):
            gone = self.lines.pop()
            self._rows.removeWidget(gone)
            gone.hide()
            # A key may just be handled there: it ends first.
            gone.deleteLater()
        for line, id_ in zip(self.lines, ids, strict=True):
            line.set_unfolded(id_ in self._unfolded)
            line.fill()
        self.check()

    @Slot()
    def check(self) -> None:
        """Show the shares, their sum and the problems."""
        found = shares(self._draft.document)
        for line in self.lines:
            share = found[line.at] if line.at < len(found) else None
            line.check(None if share is None else float(share), len(self.lines))
        self._say_sum()
        self.equal.setVisible(len(self.lines) > 1)
        told = self._draft.problems_at("criteria")
        self.problem.setText("\n".join(f"!  {sentence}" for sentence in told))
        self.problem.setVisible(bool(told))

    def _say_sum(self) -> None:
        whole = weight_sum(self._draft.document)
        known = whole is not None and bool(self.lines)
        self.sum.setVisible(known)
        if whole is None:
            return
        told = self.tr("Sum of the weights: {sum}").format(sum=number(exact_text(whole)))
        self.sum.setText(f"✓  {told}" if whole == _USUAL_SUM else told)
        self.sum.setToolTip(self.tr("It may be any number: each share is taken of this sum."))

    def _add_line(self) -> None:
        line = CriterionRow(len(self.lines), self._draft, self)
        line.set_wide(self._wide)
        line.move_requested.connect(self._move)
        line.removal_requested.connect(self._remove)
        line.equal_weights_requested.connect(self.make_equal)
        line.folded.connect(self._remember)
        self._rows.addWidget(line)
        self.lines.append(line)

    def _ids(self) -> list[str]:
        return [str(criterion.get("id", "")) for criterion in self._draft.document.get("criteria", ())]

    def minimumSizeHint(self) -> QSize:
        """Name and buttons must fit; the numbers stand below them where there is no more (Qt)."""
        return QSize(theme.px(240), super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Two lines a criterion where there is little width (Qt)."""
        super().resizeEvent(event)
        wide = event.size().width() >= theme.px(_ROOM_FOR_ONE_LINE)
        if wide is not self._wide:
            self._wide = wide
            self._head.setVisible(wide)
            for line in self.lines:
                line.set_wide(wide)

    # Acts

    @Slot()
    def _add(self) -> None:
        known = self._draft.known_criteria()
        self._draft.replace(with_criterion(self._draft.document, self.tr("New criterion"), known))
        self.lines[-1].lines["name"].setFocus()
        self.lines[-1].lines["name"].selectAll()

    @Slot()
    def make_equal(self) -> None:
        """Give every criterion of the mean one weight."""
        typed_in = QApplication.focusWidget()
        self._draft.replace(with_equal_weights(self._draft.document))
        for line in self.lines:
            if line.lines["weight"] is typed_in:
                line.lines["weight"].setText(number(str(self._draft.value(f"criteria[{line.at}].weight") or "")))
                line.lines["weight"].selectAll()

    @Slot(int, int)
    def _move(self, at: int, by: int) -> None:
        target = min(max(at + by, 0), len(self.lines) - 1)
        if target == at:
            return
        field = next((key for key, line in self.lines[at].lines.items() if line.hasFocus()), "")
        self._draft.replace(with_criterion_moved(self._draft.document, at, by))
        moved = self.lines[target]
        if field:
            moved.lines[field].setFocus()
            self.lines[at].fill()
            moved.fill()
        self.moved.emit(target)

    @Slot(int)
    def _remove(self, at: int) -> None:
        self._draft.replace(without_criterion(self._draft.document, at))

    @Slot(int, bool)
    def _remember(self, at: int, folded: bool) -> None:
        id_ = self._ids()[at]
        if folded:
            self._unfolded.discard(id_)
        else:
            self._unfolded.add(id_)
        self.check()

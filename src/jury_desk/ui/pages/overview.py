"""Where the programme stands: how many went through each stage, what is missing now, what was decided last."""

from functools import partial

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QWidget

from jury_desk.domain.candidacy import Candidacy, Entry
from jury_desk.domain.edition import Stage
from jury_desk.services.missing import missing_of
from jury_desk.services.preparation import entries
from jury_desk.services.progress import StageProgress, StageState, path_of
from jury_desk.ui import theme
from jury_desk.ui.operations import Operations
from jury_desk.ui.widgets.buttons import link, secondary
from jury_desk.ui.widgets.card import Card, column, row
from jury_desk.ui.widgets.funnel import Funnel, FunnelBar
from jury_desk.ui.widgets.heading import Heading
from jury_desk.ui.widgets.lack_words import lack_words, place_of
from jury_desk.ui.widgets.pair import Pair
from jury_desk.ui.widgets.scrolling import scrolled
from jury_desk.ui.widgets.text import Text, body, muted, section
from jury_desk.ui.widgets.words import outcome_ink, outcome_words


class OverviewPage(QWidget):
    """Three cards.

    Signals:
        place_requested: ``stage:<id>#<tab>`` to go to.
    """

    place_requested = Signal(str)

    def __init__(self, operations: Operations, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._operations = operations
        self.heading = Heading(self.tr("Overview"))
        self.funnel = Funnel()
        self._missing = column(gap=4)
        self._decided = column(gap=8)
        self._decided_name = section("")
        self._lay_out()
        operations.changed.connect(self._follow)
        self.refresh()

    def _lay_out(self) -> None:
        path = Card(padding=20, gap=12)
        path.body.addWidget(section(self.tr("Candidacies stage by stage")))
        path.body.addWidget(self.funnel)
        self._now = Card(padding=20, gap=12)
        self._now_name = section("")
        self._now.body.addWidget(self._now_name)
        self._now.body.addLayout(self._missing)
        self._now.body.addStretch(1)
        self._outcomes = Card(padding=20, gap=12)
        self._outcomes.body.addWidget(self._decided_name)
        self._outcomes.body.addLayout(self._decided)
        self._outcomes.body.addStretch(1)
        inner = QWidget()
        inside = column(gap=16)
        inside.addWidget(path)
        inside.addWidget(Pair(self._now, self._outcomes, width=640, top=False))
        inside.addStretch(1)
        inner.setLayout(inside)
        layout = column(padding=theme.MARGIN, gap=16)
        layout.addWidget(self.heading)
        layout.addWidget(scrolled(inner, stops=False), 1)
        self.setLayout(layout)

    def refresh(self) -> None:
        """Read everything again."""
        path = path_of(self._operations.records)
        bars = [FunnelBar(each.stage.name, each.taken_in, each.let_out, self._state(each)) for each in path]
        self.funnel.set_bars(bars, "; ".join(f"{bar.name}: {bar.state}" for bar in bars))
        now = next((each for each in path if each.state is StageState.NOW), None)
        self.heading.set_remark(self.tr("Now: {stage}").format(stage=now.stage.name) if now else "")
        self._show_missing(now)
        self._show_decided(path)

    def _state(self, progress: StageProgress) -> str:
        if not progress.taken_in:
            return self.tr("to come")
        if progress.let_out is None:
            return self.tr("%n candidacy(ies)", "", progress.taken_in)
        return self.tr("{out} of {taken}").format(out=progress.let_out, taken=progress.taken_in)

    def _show_missing(self, now: StageProgress | None) -> None:
        _clear(self._missing)
        self._now.setVisible(now is not None)
        if now is None:
            return
        self._now_name.setText(now.stage.name)
        lacks = missing_of(self._operations.records, now.stage.id)
        if not lacks:
            words = self.tr("Nothing is missing.") if now.taken_in else self.tr("This stage has not begun.")
            self._missing.addWidget(muted(words))
        for each in lacks:
            words = lack_words(each.lack, each.count, each.total)
            button = link(f"{words[:1].upper()}{words[1:]} ›")
            button.clicked.connect(partial(self._go, place_of(now.stage.id, each.lack)))
            self._missing.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
        go = secondary(self.tr("Go to this stage"))
        go.clicked.connect(partial(self._go, f"stage:{now.stage.id}"))
        self._missing.addSpacing(theme.gap(8))
        self._missing.addWidget(go, 0, Qt.AlignmentFlag.AlignLeft)

    def _show_decided(self, path: list[StageProgress]) -> None:
        _clear(self._decided)
        last = next((each.stage for each in reversed(path) if each.let_out is not None), None)
        self._outcomes.setVisible(last is not None)
        if last is None:
            return
        self._decided_name.setText(self.tr("Decided: {stage}").format(stage=last.name))
        for entry in self._in_order(last):
            line = row(gap=16)
            line.addWidget(body(self._operations.records.need(Candidacy, entry.candidacy).title), 2)
            outcome = Text(outcome_words(entry.outcome), ink=outcome_ink(entry.outcome), bold=True)
            line.addWidget(outcome, 3)
            self._decided.addLayout(line)

    def _in_order(self, stage: Stage) -> list[Entry]:
        decided = [entry for entry in entries(self._operations.records, stage.id) if entry.outcome]
        order = list(dict.fromkeys(entry.outcome.category for entry in decided if entry.outcome))
        ranks = {category: number for number, category in enumerate(type(order[0]))} if order else {}
        return sorted(decided, key=lambda entry: ranks[entry.outcome.category] if entry.outcome else 0)

    @Slot()
    def _go(self, place: str, _checked: bool = False) -> None:
        self.place_requested.emit(place)

    @Slot(object, object)
    def _follow(self, _changes: object, _initiator: object) -> None:
        self.refresh()


def _clear(layout: object) -> None:
    while (item := layout.takeAt(0)) is not None:  # type: ignore[attr-defined] # any layout
        if item.widget() is not None:
            item.widget().hide()
            item.widget().deleteLater()
        elif item.layout() is not None:
            _clear(item.layout())

"""Séance: the order of passage with who takes part in each, as far as it is recorded; made to be read beside paper."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from jury_desk.domain.candidacy import Candidacy
from jury_desk.domain.errors import DomainError
from jury_desk.domain.jury import Juror
from jury_desk.domain.records import Records
from jury_desk.domain.scoring import MarkState
from jury_desk.services.preparation import entries
from jury_desk.services.scoring import Completeness, completeness
from jury_desk.ui import theme
from jury_desk.ui.models.table_model import Column, TableModel
from jury_desk.ui.operations import Operations
from jury_desk.ui.widgets.card import column
from jury_desk.ui.widgets.empty_view import EmptyView
from jury_desk.ui.widgets.ranking_view import RankingView
from jury_desk.ui.widgets.stage_page import PageStack, StagePage, page_margins
from jury_desk.ui.widgets.text import Text, muted

_STRETCHED = 1
_HOLDERS = 2
_ROOM_FOR_HOLDERS = 680


@dataclass(frozen=True, slots=True)
class Passage:
    """One passage and the jurors who do not take part in it, by state."""

    number: int
    candidacy: Candidacy
    taking_part: int
    jurors: int
    recused: Sequence[str]
    absent: Sequence[str]


class SessionPage(StagePage):
    """The order of passage of one stage."""

    def __init__(self, operations: Operations, stage_id: str, parent: QWidget | None = None) -> None:
        super().__init__(operations, stage_id, parent)
        self.model: TableModel[Passage] = TableModel(self._columns(), self)
        self.view = RankingView(self.tr("Order of passage"))
        self.view.setModel(self.model)
        self.summary = Text("", "emphasis", bold=True)
        self._empty = EmptyView(
            self.tr("No candidacy is heard in this stage yet"),
            self.tr("Choose the candidacies and their order of passage under Prepare."),
            self.tr("Choose the candidacies"),
        )
        content = QWidget()
        layout = column(gap=8)
        layout.setContentsMargins(*page_margins())
        layout.addWidget(self.summary)
        layout.addWidget(self.view, 1)
        layout.addWidget(
            muted(
                self.tr(
                    "Recusals and absences are entered under Marks, on the juror’s line: r recused, a absent. "
                    "Enter opens the marks."
                )
            )
        )
        content.setLayout(layout)
        self._views = PageStack(self)
        self._views.addWidget(content)
        self._views.addWidget(self._empty)
        self._empty.button_chosen.connect(self._ask_for_passages)
        self.view.activated.connect(self._open_marks)
        self.refresh()

    def refresh(self) -> None:
        """Read the order and the marks' states again."""
        passages = passages_of(self.operations.records, self.stage_id)
        self._views.setCurrentIndex(0 if passages else 1)
        self.model.set_rows(passages)
        self.view.stretch_column(_STRETCHED)
        out = sum(len(each.recused) + len(each.absent) for each in passages)
        told = self.tr("%n passage(s)", "", len(passages))
        if out:
            told += " · " + self.tr("%n recusal(s) or absence(s) recorded", "", out)
        self.summary.setText(told)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The holders give their place to the project where there is little width (Qt)."""
        super().resizeEvent(event)
        self.view.setColumnHidden(_HOLDERS, event.size().width() < theme.px(_ROOM_FOR_HOLDERS))

    def _columns(self) -> Sequence[Column[Passage]]:
        return (
            Column("", lambda row: str(row.number), figures=True, explains=self.tr("Order of passage")),
            Column(self.tr("Project"), lambda row: row.candidacy.title, bold=True),
            Column(self.tr("Holders"), lambda row: row.candidacy.carried_by, ink=lambda _row: "muted"),
            Column(
                self.tr("Jurors"),
                lambda row: f"{row.taking_part}/{row.jurors}" if row.jurors else "–",
                figures=True,
                explains=self.tr("Jurors who take part"),
            ),
            Column(self.tr("Recused"), lambda row: ", ".join(row.recused) or "–", ink=_quiet_when_none("recused")),
            Column(self.tr("Absent"), lambda row: ", ".join(row.absent) or "–", ink=_quiet_when_none("absent")),
        )

    @Slot()
    def _ask_for_passages(self) -> None:
        self.page_requested.emit("prepare#order")

    @Slot()
    def _open_marks(self) -> None:
        self.page_requested.emit("marks")


def passages_of(records: Records, stage: str) -> list[Passage]:
    """The passages of a stage with who is out of each; before there are rules nobody is."""
    try:
        sheets = completeness(records, stage)
    except DomainError:
        sheets = []
    return [
        _passage(records, number, entry.candidacy, [each for each in sheets if each.candidacy == entry.candidacy])
        for number, entry in enumerate(entries(records, stage), 1)
    ]


def _passage(records: Records, number: int, candidacy: str, sheets: Sequence[Completeness]) -> Passage:
    recused = [records.need(Juror, each.juror).name for each in sheets if each.state is MarkState.RECUSED]
    absent = [records.need(Juror, each.juror).name for each in sheets if each.state is MarkState.ABSENT]
    return Passage(
        number,
        records.need(Candidacy, candidacy),
        len(sheets) - len(recused) - len(absent),
        len(sheets),
        tuple(recused),
        tuple(absent),
    )


def _quiet_when_none(name: str) -> Callable[[Passage], str]:
    return lambda row: "attention" if getattr(row, name) else "muted"

"""The ranking the jury adopts: the computed one as it stands, or another with its reason."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QWidget

from jury_desk.domain.adoption import RankingChanged, places_of, ranking_digest
from jury_desk.domain.candidacy import Candidacy
from jury_desk.domain.deliberation import Placed, Vote
from jury_desk.services.changes import ChangeSet
from jury_desk.services.decisions import adopt_ranking, three_rankings
from jury_desk.ui import theme
from jury_desk.ui.operations import Operations
from jury_desk.ui.pages.deliberate.act_panel import ActPanel
from jury_desk.ui.widgets.card import column, row
from jury_desk.ui.widgets.choice_box import ChoiceBox
from jury_desk.ui.widgets.field_grid import FieldGrid
from jury_desk.ui.widgets.form import Field, line, mark_invalid
from jury_desk.ui.widgets.text import Text, muted

NO_VOTE = 0
_PLACE = 64


class PlaceRow(QWidget):
    """The title of a project, and its place at the right; what is wrong with it stands under them."""

    def __init__(self, title: str, field: QLineEdit, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        field.setAccessibleName(title)
        field.setFixedWidth(theme.px(_PLACE))
        field.setAlignment(Qt.AlignmentFlag.AlignRight)
        self._field = field
        name = Text(title, bold=True)
        name.setBuddy(field)
        self.problem = Text("", "small", ink="bad")
        self.problem.hide()
        both = row(gap=8)
        both.addWidget(name, 1)
        both.addWidget(field)
        layout = column(gap=2)
        layout.addLayout(both)
        layout.addWidget(self.problem)
        self.setLayout(layout)

    def tell(self, problem: str) -> None:
        """Say what is wrong with the place; an empty text: nothing."""
        self.problem.setText(f"! {problem}" if problem else "")
        self.problem.setVisible(bool(problem))
        mark_invalid(self._field, bool(problem))


class AdoptionPanel(ActPanel):
    """A place beside each project, the computed one to begin with."""

    def __init__(self, operations: Operations, stage_id: str) -> None:
        super().__init__(operations, stage_id, self.tr("Adopt the ranking"), self.tr("Adopt this ranking"))
        self.places: dict[str, QLineEdit] = {}
        self._proposal = ""
        self._fields: dict[str, PlaceRow] = {}
        self.reason = line(placeholder=self.tr("Asked for when a place differs from the computed one"))
        self.vote = ChoiceBox()
        self._rows = column()
        self.body.addWidget(
            muted(
                self.tr(
                    "The computed ranking is a proposal and stays on file. Change a place only when the jury has so "
                    "decided: the minutes print both rankings and the reason."
                )
            )
        )
        self.body.addLayout(self._rows)
        self.body.addWidget(
            FieldGrid([Field(self.tr("Reason"), self.reason), Field(self.tr("By the vote"), self.vote)])
        )
        self.finish()

    def begin(self) -> None:
        """Show the adopted places, or the computed ones while none are or marks have changed since."""
        records = self.operations.records
        rankings = three_rankings(records, self.stage_id)
        self._proposal = ranking_digest(rankings.computed)
        adopted = None if rankings.outdated else rankings.adopted
        shown = adopted.places if adopted else places_of(rankings.computed)
        known = {each.candidacy: each.place for each in shown}
        while (item := self._rows.takeAt(0)) is not None:
            former = item.widget()
            if former is not None:
                former.hide()
                former.deleteLater()
        ordered = [each.candidacy for each in shown]
        ordered += [each.candidacy for each in rankings.computed.standings if each.candidacy not in known]
        self.places = {each: line(str(known.get(each, ""))) for each in ordered}
        self._fields = {
            each: PlaceRow(records.need(Candidacy, each).title, field) for each, field in self.places.items()
        }
        self._rows.addWidget(FieldGrid(list(self._fields.values())))
        self.reason.setText(adopted.reason if adopted else "")
        self.vote.clear()
        self.vote.addItem(self.tr("No vote"), NO_VOTE)
        for vote in records.within(Vote, self.stage_id):
            self.vote.addItem(f"{vote.number} · {vote.question}", vote.number)
        self.show_bench()
        self.tell_readiness()
        if ordered:
            self.places[ordered[0]].setFocus()

    def ready(self) -> bool:
        """Whether every place is a number, or nothing."""
        wrong = [each for each, field in self.places.items() if field.text().strip() and not _place(field)]
        for each, field in self._fields.items():
            field.tell(self.tr("A place: 1, 2, 3…") if each in wrong else "")
        return not wrong

    def act(self) -> ChangeSet:
        """Adopt the places as typed."""
        places = [Placed(each, place) for each, field in self.places.items() if (place := _place(field))]
        try:
            return adopt_ranking(
                self.operations.file,
                self.stage_id,
                places,
                self.bench(),
                reason=self.reason.text(),
                vote=int(self.vote.currentData() or NO_VOTE),
                proposal=self._proposal,
            )
        except RankingChanged:
            self.begin()
            raise


def _place(field: QLineEdit) -> int:
    text = field.text().strip()
    return int(text) if text.isdecimal() else 0

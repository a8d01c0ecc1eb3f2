"""Proclaiming the results; afterwards a rectification, the decision of the authority, the call of the reserve list."""

from PySide6.QtWidgets import QComboBox, QWidget

from jury_desk.domain.candidacy import Candidacy, Outcome, OutcomeCategory
from jury_desk.domain.decision import AuthorityDecision, ReserveCall
from jury_desk.services.changes import ChangeSet
from jury_desk.services.checklist_words import gap_sentences
from jury_desk.services.decisions import (
    begin_rectification,
    call_reserve,
    decide_as_authority,
    proclaim,
    replaceable,
    reserve_list,
    sitting_of,
)
from jury_desk.services.preparation import entries
from jury_desk.services.reporting import stage_report
from jury_desk.ui.operations import Operations
from jury_desk.ui.pages.deliberate.act_panel import ActPanel
from jury_desk.ui.widgets.choice_box import ChoiceBox
from jury_desk.ui.widgets.dates import iso_date, long_date, typed_date
from jury_desk.ui.widgets.field_grid import FieldGrid
from jury_desk.ui.widgets.form import Field, line
from jury_desk.ui.widgets.text import Text, body, muted
from jury_desk.ui.widgets.words import category_words


class ProclamationPanel(ActPanel):
    """The results are proclaimed: the stage is closed."""

    def __init__(self, operations: Operations, stage_id: str) -> None:
        super().__init__(operations, stage_id, self.tr("Proclaim the results"), self.tr("Proclaim the results"))
        self.author = line()
        self.gaps = Text(ink="attention")
        self.body.addWidget(
            body(
                self.tr(
                    "After the proclamation nothing in this stage changes any more, neither a mark nor a decision. A "
                    "material error can still be put right, as a new version with its reason."
                )
            )
        )
        self.body.addWidget(self.gaps)
        self.body.addWidget(FieldGrid([Field(self.tr("Proclaimed by"), self.author)]))
        self.finish()

    def begin(self) -> None:
        """Say what the minutes still lack, which stops nobody from proclaiming."""
        report = stage_report(self.operations.file, self.stage_id)
        told = gap_sentences(report, self.operations.messages.language)
        lead = self.tr("The minutes stay provisional until this is there:")
        self.gaps.setText("\n".join([lead, *(f"·  {sentence}" for sentence in told)]))
        self.gaps.setVisible(bool(told))
        presiding = self.bench().presiding
        self.author.setText(self.juror_name(presiding) if presiding else "")
        self.tell_readiness()
        self.show_bench()
        self.author.setFocus()

    def act(self) -> ChangeSet:
        """Proclaim."""
        return proclaim(self.operations.file, self.stage_id, self.bench(), author=self.author.text().strip())


class RectificationPanel(ActPanel):
    """A material error is put right, as a new version of the results."""

    def __init__(self, operations: Operations, stage_id: str) -> None:
        super().__init__(operations, stage_id, self.tr("Rectify a material error"), self.tr("Open the rectification"))
        self.reason, self.author = line(), line()
        self.body.addWidget(
            body(
                self.tr(
                    "Only a material error: a mark copied wrongly, a name, a date. The stage opens again, and its "
                    "results are proclaimed anew; the first proclamation stays on file."
                )
            )
        )
        self.body.addWidget(
            FieldGrid([Field(self.tr("The error"), self.reason), Field(self.tr("Opened by"), self.author)])
        )
        self.finish()

    def begin(self) -> None:
        """Ask for the error."""
        self.reason.clear()
        presiding = self.bench().presiding
        self.author.setText(self.juror_name(presiding) if presiding else "")
        self.show_bench()
        self.reason.setFocus()

    def act(self) -> ChangeSet:
        """Open the stage for the rectification."""
        file, clock = self.operations.file, self.operations.toolbox.clock
        author, reason = self.author.text().strip(), self.reason.text()
        return begin_rectification(file, self.stage_id, clock, author=author, reason=reason)


class AuthorityPanel(ActPanel):
    """What the deciding authority decided for one candidacy."""

    def __init__(self, operations: Operations, stage_id: str) -> None:
        super().__init__(operations, stage_id, self.tr("Decision of the authority"), self.tr("Record the decision"))
        self.candidacy, self.category = ChoiceBox(), ChoiceBox()
        for category in OutcomeCategory:
            self.category.addItem(category_words(category), category.value)
        self.label, self.authority, self.day, self.reason = line(), line(), line(), line()
        fields: list[QWidget] = [
            Field(self.tr("Candidacy"), self.candidacy),
            Field(self.tr("Decision"), self.category),
            Field(self.tr("In its own words"), self.label),
            Field(self.tr("Authority"), self.authority),
            Field(self.tr("Decided on"), self.day),
            Field(self.tr("Reason, where it departs from the jury"), self.reason),
        ]
        self.body.addWidget(FieldGrid(fields))
        self.finish()

    def begin(self) -> None:
        """Offer the candidacies of the stage."""
        records = self.operations.records
        _offer_candidacies(
            self.candidacy, self.operations, [each.candidacy for each in entries(records, self.stage_id)]
        )
        self.authority.setText(sitting_of(records, self.stage_id).authority)
        self.day.setText(typed_date(self.today()))
        self.reason.clear()
        self.candidacy.setFocus()

    def act(self) -> ChangeSet:
        """Record it beside the jury's decision, which stays."""
        outcome = Outcome(OutcomeCategory(self.category.currentData()), self.label.text().strip())
        decision = AuthorityDecision(
            self.stage_id,
            str(self.candidacy.currentData()),
            outcome,
            self.authority.text().strip(),
            iso_date(self.day.text().strip()),
            self.reason.text().strip(),
        )
        return decide_as_authority(self.operations.file, decision)


class ReservePanel(ActPanel):
    """The first of the reserve list is called, in place of one that has withdrawn."""

    def __init__(self, operations: Operations, stage_id: str) -> None:
        super().__init__(operations, stage_id, self.tr("Call the reserve list"), self.tr("Call it"))
        self.first = Text("", "emphasis", bold=True)
        self.rest = muted()
        self._next = ""
        self.in_place_of = ChoiceBox()
        self.day, self.reason = line(), line()
        self.body.addWidget(self.first)
        self.body.addWidget(self.rest)
        self.body.addWidget(
            FieldGrid(
                [
                    Field(self.tr("In place of"), self.in_place_of),
                    Field(self.tr("Called on"), self.day),
                    Field(self.tr("Reason"), self.reason),
                ]
            )
        )
        self.finish()

    def begin(self) -> None:
        """Say who comes first, and offer those that may have withdrawn."""
        records = self.operations.records
        listed = reserve_list(records, self.stage_id)
        self._next = listed[0] if listed else ""
        waiting = [records.need(Candidacy, each).title for each in listed]
        self.first.setText(waiting[0] if waiting else self.tr("Nobody waits on the reserve list"))
        last_day = sitting_of(records, self.stage_id).reserve_until
        told = [self.tr("Then: {titles}.").format(titles=", ".join(waiting[1:]))] if waiting[1:] else []
        told += [self.tr("The list is valid until {date}.").format(date=long_date(last_day))] if last_day else []
        self.rest.setText(" ".join(told))
        self.verb.setEnabled(bool(waiting))
        _offer_candidacies(self.in_place_of, self.operations, replaceable(records, self.stage_id))
        self.day.setText(typed_date(self.today()))
        self.reason.clear()
        self.in_place_of.setFocus()

    def act(self) -> ChangeSet:
        """Call the one that is shown; refused when it is the first no more."""
        call = ReserveCall(
            self.stage_id,
            self._next,
            str(self.in_place_of.currentData() or ""),
            iso_date(self.day.text().strip()),
            self.reason.text().strip(),
        )
        return call_reserve(self.operations.file, call)


def _offer_candidacies(box: QComboBox, operations: Operations, candidacies: list[str]) -> None:
    box.clear()
    for candidacy in candidacies:
        box.addItem(operations.records.need(Candidacy, candidacy).title, candidacy)

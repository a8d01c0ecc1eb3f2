"""Votes of the jury: to separate equals, or on a question; counted or by consensus."""

from collections.abc import Sequence

from PySide6.QtCore import QSignalBlocker, Slot
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from jury_desk.domain.adoption import tied_groups
from jury_desk.domain.candidacy import Candidacy
from jury_desk.domain.deliberation import AGAINST, FOR, Choice, Vote, VoteMode, VoteSubject
from jury_desk.services.changes import ChangeSet
from jury_desk.services.decisions import record_vote
from jury_desk.services.deliberation import unvoted_standings
from jury_desk.services.preparation import current_rules
from jury_desk.ui.operations import Operations
from jury_desk.ui.pages.deliberate.act_panel import ActPanel
from jury_desk.ui.pages.deliberate.vote_words import VoteWords, votes_about
from jury_desk.ui.widgets.card import column
from jury_desk.ui.widgets.choice_box import ChoiceBox
from jury_desk.ui.widgets.field_grid import FieldGrid
from jury_desk.ui.widgets.form import Field, line
from jury_desk.ui.widgets.text import muted

NO_CASTING = ""
_COUNT = 128
"""The width of a count: two stand side by side beside the ranking."""


class VotePanel(ActPanel):
    """What every vote has; a subclass says between what one chooses."""

    subject = VoteSubject.OTHER

    def __init__(self, operations: Operations, stage_id: str, title: str) -> None:
        super().__init__(operations, stage_id, title, self.tr("Record the vote"))
        self.question = line()
        self.mode = ChoiceBox()
        for mode, name in (
            (VoteMode.SHOW_OF_HANDS, self.tr("Show of hands")),
            (VoteMode.SECRET_BALLOT, self.tr("Secret ballot")),
            (VoteMode.CONSENSUS, self.tr("Consensus")),
        ):
            self.mode.addItem(name, mode.value)
        self.abstentions, self.proxies = _count(), _count()
        self.casting = ChoiceBox()
        self.note = line()
        self.former = muted()
        self.counts: dict[str, QLineEdit] = {}
        self._counts: QVBoxLayout = column()
        self._fields: list[Field] = []
        self._agreed = ChoiceBox()
        self.order_hint = muted(self.tr("Beside each project the place agreed on: 1, 2, 3…"))
        self._agreed_field = Field(self.tr("Agreed"), self._agreed)
        self._casting_field = Field(self.tr("Casting vote"), self.casting)
        self._others = (
            Field(self.tr("Abstentions"), self.abstentions),
            Field(self.tr("Of which proxies"), self.proxies),
        )
        self._rest = FieldGrid(
            [
                *self._others,
                self._casting_field,
            ],
            column=_COUNT,
        )
        self.mode.activated.connect(self._follow_mode)

    def build(self, *before: QWidget) -> None:
        """Add the fields, those of the subclass first."""
        for widget in before:
            self.body.addWidget(widget)
        self.body.addWidget(
            FieldGrid([Field(self.tr("Question"), self.question), Field(self.tr("How the jury votes"), self.mode)])
        )
        self.body.addWidget(self.order_hint)
        self.body.addLayout(self._counts)
        self.body.addWidget(self._agreed_field)
        self.body.addWidget(self._rest)
        self.body.addWidget(Field(self.tr("Remark for the minutes"), self.note))
        self.body.addWidget(self.former)
        self.finish()

    def show_options(self, options: Sequence[tuple[str, str]]) -> None:
        """Offer these options, each with its name, without any vote yet."""
        while (item := self._counts.takeAt(0)) is not None:
            former = item.widget()
            if former is not None:
                former.hide()
                former.deleteLater()
        self.counts = {option: _count() for option, _ in options}
        self._fields = [Field(name, self.counts[option]) for option, name in options]
        self._counts.addWidget(FieldGrid(self._fields, column=_COUNT))
        for box in (self.casting, self._agreed):
            with QSignalBlocker(box):
                box.clear()
        self.casting.addItem(self.tr("Not used"), NO_CASTING)
        for option, name in options:
            self.casting.addItem(name, option)
            self._agreed.addItem(name, option)
        _, rules = current_rules(self.operations.records, self.stage_id)
        self._rest.show_field(self._casting_field, bool(rules.panel.get("casting_vote")))
        for field in (self.abstentions, self.proxies):
            field.setText("0")
        records = self.operations.records
        lines = [VoteWords().line(each, records) for each in votes_about(records, self.stage_id)]
        self.former.setText("\n".join([self.tr("Recorded so far:"), *lines]))
        self.former.setVisible(bool(lines))
        self.note.clear()
        self._follow_mode()

    def ready(self) -> bool:
        """Whether every count is a number, or nothing."""
        if self._by_order:
            return self._order_is_whole()
        counted = not self._consensus
        wrong = False
        for field, count in zip(
            (*self._fields, *self._others), (*self.counts.values(), self.abstentions, self.proxies), strict=True
        ):
            unread = counted and bool(text := count.text().strip()) and not text.isdecimal()
            field.tell(self.tr("A number: 0, 1, 2…") if unread else "")
            wrong = wrong or unread
        return not wrong

    def vote(self, candidacies: Sequence[str] = ()) -> Vote:
        """The vote as typed."""
        mode = VoteMode(self.mode.currentData())
        consensus = mode is VoteMode.CONSENSUS
        return Vote(
            self.stage_id,
            0,
            self.subject,
            self.question.text().strip(),
            mode,
            self._agreed_order() if consensus else tuple(Choice(each, _read(box)) for each, box in self.counts.items()),
            self.bench(*candidacies),
            tuple(candidacies),
            abstentions=0 if consensus else _read(self.abstentions),
            proxies=0 if consensus else _read(self.proxies),
            casting="" if consensus else str(self.casting.currentData()),
            note=self.note.text().strip(),
        )

    @property
    def _consensus(self) -> bool:
        return bool(self.mode.currentData() == VoteMode.CONSENSUS.value)

    @property
    def _by_order(self) -> bool:
        """Whether a consensus needs an order: of more than two, the first alone leaves the others unordered."""
        return self._consensus and len(self.counts) > 2

    def _order_is_whole(self) -> bool:
        places = [_read(box) for box in self.counts.values()]
        whole = sorted(places) == list(range(1, len(places) + 1))
        for field, place in zip(self._fields, places, strict=True):
            wrong = not 1 <= place <= len(places) or places.count(place) > 1
            field.tell(self.tr("A place of its own: 1, 2, 3…") if wrong else "")
        return whole

    def _agreed_order(self) -> tuple[Choice, ...]:
        if self._by_order:
            ordered = sorted(self.counts, key=lambda option: _read(self.counts[option]))
            return tuple(Choice(option, 0) for option in ordered)
        first = str(self._agreed.currentData())
        rest = [option for option in self.counts if option != first]
        return tuple(Choice(option, 0) for option in (first, *rest))

    @Slot()
    def _follow_mode(self) -> None:
        consensus, by_order = self._consensus, self._by_order
        self._agreed_field.setVisible(consensus and not by_order)
        self.order_hint.setVisible(by_order)
        self._rest.setVisible(not consensus)
        for index in range(self._counts.count()):
            item = self._counts.itemAt(index)
            widget = item.widget() if item else None
            if widget is not None:
                widget.setVisible(not consensus or by_order)


class TiePanel(VotePanel):
    """A vote to separate equals that the tie-breaks leave together."""

    subject = VoteSubject.TIE

    def __init__(self, operations: Operations, stage_id: str) -> None:
        super().__init__(operations, stage_id, self.tr("Separate a tie"))
        self.group = ChoiceBox()
        self._groups: list[tuple[str, ...]] = []
        self._group_field = Field(self.tr("Equals"), self.group)
        self.build(self._group_field)
        self.group.activated.connect(self._show_group)

    def begin(self) -> None:
        """Show the groups of equals, the first one chosen."""
        records = self.operations.records
        groups = tied_groups(unvoted_standings(records, self.stage_id))
        self._groups = [tuple(each.candidacy for each in group) for group in groups]
        with QSignalBlocker(self.group):
            self.group.clear()
            for group in groups:
                titles = ", ".join(self._title(each.candidacy) for each in group)
                self.group.addItem(self.tr("Place {place}: {titles}").format(place=group[0].place, titles=titles))
        self._group_field.setVisible(len(self._groups) > 1)
        self._show_group()

    def act(self) -> ChangeSet:
        """Record the vote on the chosen group."""
        return record_vote(self.operations.file, self.vote(self._groups[self.group.currentIndex()]))

    def _title(self, candidacy: str) -> str:
        return self.operations.records.need(Candidacy, candidacy).title

    @Slot()
    def _show_group(self) -> None:
        if not self._groups:
            return
        group = self._groups[max(0, self.group.currentIndex())]
        self.question.setText(
            self.tr("Which of the two goes ahead?") if len(group) == 2 else self.tr("In which order?")
        )
        self.show_options([(each, self._title(each)) for each in group])
        self.show_bench(*group)
        self.counts[group[0]].setFocus()


class MotionPanel(VotePanel):
    """A vote for or against."""

    def __init__(self, operations: Operations, stage_id: str) -> None:
        super().__init__(operations, stage_id, self.tr("Vote on a question"))
        self.about = ChoiceBox()
        self.build(Field(self.tr("About"), self.about))
        self.about.activated.connect(self._follow_about)

    @property
    def candidacy(self) -> str:
        """The candidacy the vote is about; empty for another question."""
        return str(self.about.currentData() or "")

    def begin(self) -> None:
        """Offer for and against, on a question still to be written."""
        self.about.clear()
        self.about.addItem(self.tr("The jury as a whole"), "")
        for standing in unvoted_standings(self.operations.records, self.stage_id).standings:
            title = self.operations.records.need(Candidacy, standing.candidacy).title
            self.about.addItem(title, standing.candidacy)
        self.question.clear()
        self.show_options([(FOR, self.tr("For")), (AGAINST, self.tr("Against"))])
        self._follow_about()
        self.question.setFocus()

    def act(self) -> ChangeSet:
        """Record the vote."""
        self.subject = VoteSubject.DECISION if self.candidacy else VoteSubject.OTHER
        return record_vote(self.operations.file, self.vote([self.candidacy] if self.candidacy else []))

    @Slot()
    def _follow_about(self) -> None:
        self.show_bench(*([self.candidacy] if self.candidacy else []))


def _count() -> QLineEdit:
    made = line("0")
    made.setMaxLength(3)
    return made


def _read(field: QLineEdit) -> int:
    text = field.text().strip()
    return int(text) if text.isdecimal() else 0

"""What the jury decides about one project; every field is kept as it is left."""

from PySide6.QtCore import QSignalBlocker, Signal, Slot
from PySide6.QtWidgets import QLineEdit, QWidget

from jury_desk.domain.candidacy import Candidacy, Entry, Indicator, Outcome, OutcomeCategory
from jury_desk.domain.closure import proclaimed
from jury_desk.domain.decision import DecisionTaken
from jury_desk.domain.deviation import DeviationKind
from jury_desk.domain.errors import DomainError
from jury_desk.services.decisions import decide, deviations_of
from jury_desk.services.zones import zone_of
from jury_desk.ui import theme
from jury_desk.ui.operations import Operations
from jury_desk.ui.pages.deliberate.bench_words import BenchWords
from jury_desk.ui.pages.deliberate.vote_words import VoteWords, votes_about
from jury_desk.ui.widgets.buttons import link
from jury_desk.ui.widgets.card import column, row
from jury_desk.ui.widgets.dates import iso_date, moment_text, typed_date
from jury_desk.ui.widgets.form import Field, line, paragraph
from jury_desk.ui.widgets.pick_box import PickBox
from jury_desk.ui.widgets.scrolling import scrolled
from jury_desk.ui.widgets.text import Text, caption, muted, section
from jury_desk.ui.widgets.words import category_words

UNDECIDED = ""
LINES = ("label", "carrier", "conditions", "next_date")
PARTS = ("name", "baseline", "target", "date", "source")


class DecisionForm(QWidget):
    """The decision on the chosen project.

    Signals:
        decided: what it says has been kept.
    """

    decided = Signal()

    def __init__(self, operations: Operations, stage_id: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._operations = operations
        self._stage = stage_id
        self._candidacy = ""
        self.title = section()
        self.closed = muted(self.tr("The results are proclaimed: the decision can only be read."))
        self.taken = Text("", "small", ink="muted")
        self.votes = Text("", "small", ink="muted")
        self.deviation = Text("", ink="attention", bold=True)
        self.deviation.hide()
        self.category = PickBox()
        self.unchosen = Text(self.tr("Choose the decision first: what is written below belongs to it."), "small")
        self.lines: dict[str, QLineEdit] = {name: line() for name in LINES}
        self.motivation = paragraph(lines=4)
        self.indicators: list[dict[str, QLineEdit]] = []
        self._rows = column(gap=8)
        self._fields = QWidget()
        self._build()
        self.category.picked.connect(self.keep)
        self.motivation.editing_finished.connect(self.keep)
        for field in self.lines.values():
            field.editingFinished.connect(self.keep)

    def _build(self) -> None:
        self.category.addItem(self.tr("Not decided yet"), UNDECIDED)
        for category in OutcomeCategory:
            self.category.addItem(category_words(category), category.value)
        names = {
            "label": self.tr("In the jury’s own words"),
            "carrier": self.tr("Host organisation"),
            "conditions": self.tr("Conditions"),
            "next_date": self.tr("Next date"),
        }
        fields = column(gap=12)
        fields.addWidget(Field(self.tr("Decision"), self.category))
        fields.addWidget(self.deviation)
        fields.addWidget(self.unchosen)
        for name, field in self.lines.items():
            fields.addWidget(Field(names[name], field))
        fields.addWidget(
            Field(self.tr("Reasons, two to five objective lines; the candidate may read them"), self.motivation)
        )
        fields.addWidget(caption(self.tr("Indicators of impact")))
        fields.addLayout(self._rows)
        self.add = link(self.tr("Add an indicator"))
        self.add.clicked.connect(self._add_empty)
        line_of_add = row()
        line_of_add.addWidget(self.add)
        line_of_add.addStretch(1)
        fields.addLayout(line_of_add)
        self._fields.setLayout(fields)
        inner = QWidget()
        inside = column(padding=16, gap=12)
        inside.addWidget(self.title)
        inside.addWidget(self.closed)
        inside.addWidget(self.taken)
        inside.addWidget(self.votes)
        inside.addWidget(self._fields)
        inside.addStretch(1)
        inner.setLayout(inside)
        area = scrolled(inner, sideways=True)
        layout = column()
        layout.addWidget(area)
        self.setLayout(layout)

    def show_candidacy(self, candidacy: str) -> None:
        """Show what is decided about a candidacy; what was typed about the former one is kept first."""
        is_other = candidacy != self._candidacy
        if is_other:
            self.keep()
        self._candidacy = candidacy
        records = self._operations.records
        entry = records.get(Entry, self._stage, candidacy)
        outcome = (entry.outcome if entry else None) or Outcome(OutcomeCategory.NOT_SELECTED)
        found = records.get(Candidacy, candidacy)
        self.title.setText(found.title if found else "")
        is_closed = proclaimed(records, self._stage) is not None
        self.closed.setVisible(is_closed)
        self._show_taken()
        self._tell_deviation()
        self._fields.setEnabled(not is_closed and entry is not None)
        with QSignalBlocker(self.category):
            decided = outcome.category.value if entry and entry.outcome else UNDECIDED
            self.category.begin_at(decided)
        for name, field in self.lines.items():
            value = str(getattr(outcome, name))
            _show(field, typed_date(value) if name == "next_date" else value)
        if self.motivation.toPlainText() != outcome.motivation:
            self.motivation.setPlainText(outcome.motivation)
        # A line without a name is no indicator yet, and must not stay behind for another project.
        if is_other or self._typed_indicators() != outcome.indicators:
            self._show_indicators(outcome)
        self._offer_fields()

    def _offer_fields(self) -> None:
        """Let nothing be written before there is a decision to keep it with: it would be lost without a word."""
        chosen = bool(self.category.currentData())
        self.unchosen.setVisible(not chosen and self._fields.isEnabled())
        for field in (*self.lines.values(), self.motivation, self.add):
            field.setEnabled(chosen)

    def _show_category(self, outcome: Outcome | None) -> None:
        """The decision on file: one that was refused is none."""
        with QSignalBlocker(self.category):
            self.category.begin_at(outcome.category.value if outcome else UNDECIDED)
        self._offer_fields()

    def _show_taken(self) -> None:
        """When it was decided, who sat, and what was voted about it."""
        records = self._operations.records
        votes = [VoteWords().line(each, records) for each in votes_about(records, self._stage, self._candidacy)]
        self.votes.setText("\n".join(votes))
        self.votes.setVisible(bool(votes))
        taken = records.get(DecisionTaken, self._stage, self._candidacy)
        self.taken.setVisible(taken is not None)
        if taken is not None:
            at = moment_text(taken.bench.at, zone_of(records))
            words = self.tr("Decided on {at} · {bench}")
            self.taken.setText(words.format(at=at, bench=BenchWords().text(taken.bench, records)))

    def _tell_deviation(self) -> None:
        """In what the decision departs from the rules, and that this asks for reasons, as soon as it does."""
        try:
            found = deviations_of(self._operations.records, self._stage)
        except DomainError:
            found = []
        mine = next((each for each in found if each.candidacy == self._candidacy), None)
        self.deviation.setVisible(mine is not None)
        if mine is None:
            return
        told = {
            DeviationKind.ELIMINATED: self.tr("This departs from the rules: the project is under a threshold."),
            DeviationKind.BEYOND_PLACES: self.tr(
                "This departs from the rules: more are selected than there are places."
            ),
            DeviationKind.PASSED_OVER: self.tr(
                "This departs from the ranking: a project that stands behind it is decided better."
            ),
        }[mine.kind]
        asked = "" if mine.reason else self.tr("Write the reasons below.")
        self.deviation.setText(f"!  {told} {asked}".rstrip())

    @Slot()
    def keep(self) -> None:
        """Keep what is typed, as one act; unchanged, nothing is done."""
        entry = self._operations.records.get(Entry, self._stage, self._candidacy)
        if entry is None or not self._fields.isEnabled():
            return
        if self.category.pending:
            # Something else asks for what is there: it comes back here as a choice that counts.
            self.category.settle()
            return
        wanted = self._typed()
        if wanted != entry.outcome:
            file, stage, candidacy = self._operations.file, self._stage, self._candidacy
            now = self._operations.toolbox.clock.now()
            if self._operations.run(lambda: decide(file, stage, {candidacy: wanted}, now), self) is not None:
                self._show_taken()
                self._tell_deviation()
                self._offer_fields()
                self.decided.emit()
            else:
                self._show_category(entry.outcome)

    def _typed(self) -> Outcome | None:
        category = str(self.category.currentData())
        if not category:
            return None
        texts = {name: field.text().strip() for name, field in self.lines.items()}
        texts["next_date"] = iso_date(texts["next_date"])
        texts["motivation"] = self.motivation.toPlainText().strip()
        return Outcome(OutcomeCategory(category), **texts, indicators=self._typed_indicators())

    def _typed_indicators(self) -> tuple[Indicator, ...]:
        texts = [{name: field.text().strip() for name, field in fields.items()} for fields in self.indicators]
        return tuple(Indicator(**{**each, "date": iso_date(each["date"])}) for each in texts if each["name"])

    def _show_indicators(self, outcome: Outcome) -> None:
        while (item := self._rows.takeAt(0)) is not None:
            former = item.widget()
            if former is not None:
                former.hide()
                former.deleteLater()
        self.indicators = []
        for indicator in outcome.indicators:
            self._add_indicator(indicator)

    def _add_indicator(self, indicator: Indicator) -> None:
        names = {
            "name": self.tr("Indicator"),
            "baseline": self.tr("Baseline"),
            "target": self.tr("Target"),
            "date": self.tr("By"),
            "source": self.tr("Source"),
        }
        shown = {name: str(getattr(indicator, name)) for name in PARTS}
        shown["date"] = typed_date(shown["date"])
        fields = {name: line(shown[name], names[name]) for name in PARTS}
        holder = QWidget()
        inside = column(gap=4)
        inside.addWidget(fields["name"])
        for pair in (("baseline", "target"), ("date", "source")):
            figures = row(gap=4)
            for name in pair:
                figures.addWidget(fields[name])
            inside.addLayout(figures)
        holder.setLayout(inside)
        for name, field in fields.items():
            field.setAccessibleName(names[name])
            field.setToolTip(names[name])
            field.setCursorPosition(0)
            field.editingFinished.connect(self.keep)
        self.indicators.append(fields)
        self._rows.addWidget(holder)

    @Slot()
    def _add_empty(self) -> None:
        self._add_indicator(Indicator(""))
        self.indicators[-1]["name"].setFocus()

    def minimumWidth(self) -> int:
        """Narrow enough to stand beside the ranking (Qt)."""
        return theme.px(240)


def _show(field: QLineEdit, text: str) -> None:
    if field.text() != text:
        field.setText(text)
        field.setCursorPosition(0)

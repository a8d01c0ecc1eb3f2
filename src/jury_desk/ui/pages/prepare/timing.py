"""The times of a passage and of the sitting, as the rules have them: how long, when it warns, what an incident does."""

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QWidget

from jury_desk.domain.exact import exact_text
from jury_desk.services.drafting import passage_minutes
from jury_desk.services.drafting_times import (
    BREAKS,
    PHASES,
    typed_hour,
    with_breaks_in_short,
    with_breaks_written_out,
    with_phases_in_short,
    with_phases_written_out,
)
from jury_desk.services.rules_words import choices, key_words
from jury_desk.ui.models.figures import number
from jury_desk.ui.pages.prepare.draft import RulesDraft
from jury_desk.ui.pages.prepare.time_lines import BreakLines, MinutesField, PhaseLines, set_read_only
from jury_desk.ui.widgets.buttons import link
from jury_desk.ui.widgets.card import Card, column
from jury_desk.ui.widgets.draft_fields import ChoiceField, DraftField, FlagField, LineField
from jury_desk.ui.widgets.field_grid import FieldGrid
from jury_desk.ui.widgets.text import Text, muted, section

_WIDTH = 120
_SHORT_PHASES = ("pitch", "questions", "changeover")
_SHORT_BREAK = ("break", "break_after")


class HourField(LineField):
    """An hour, however it is typed: « 9h30 », « 14:00 »."""

    def plain(self) -> str:
        """As the rules have it."""
        return typed_hour(self.line.text())


class TimingSection(QWidget):
    """Everything that the rules say about time; read only once they are frozen.

    Signals:
        sound_tried: the cue is to be heard.
    """

    sound_tried = Signal()

    def __init__(self, draft: RulesDraft, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._draft = draft
        self._passages = 0
        self.fields: dict[str, DraftField] = {}
        self._grids: dict[str, FieldGrid] = {}
        self.phases = PhaseLines(draft, self.tr("+ Add a phase"))
        self.breaks = BreakLines(draft, self.tr("+ Add a break"))
        self.written_out = link("")
        self.several_breaks = link("")
        self.try_sound = link(self.tr("Try the sound"))
        self.total = Text("", "emphasis", bold=True)
        self._none = muted(self.tr("Times are part of the rules: begin those first."))
        self._card = Card(padding=16, gap=24)
        self._build()
        draft.loaded.connect(self.fill)
        draft.checked.connect(self.check)
        self.written_out.clicked.connect(self._turn_phases)
        self.several_breaks.clicked.connect(self._turn_breaks)
        self.try_sound.clicked.connect(self.sound_tried)

    def _build(self) -> None:
        self._add_part(
            self.tr("A passage"),
            self._grid([*map(self._figures, _SHORT_PHASES)]),
            self.phases,
            self._grid([self._warnings()]),
            self.written_out,
            self.total,
        )
        sitting = [self._hour(), self._order(), *map(self._figures, ("opening", "deliberation", *_SHORT_BREAK))]
        self._add_part(self.tr("The sitting"), self._grid(sitting), self.breaks, self.several_breaks)
        incidents = [self._tolerance(), self._restart(), self._sound()]
        self._add_part(self.tr("Thresholds and incidents"), self._grid(incidents), self.try_sound)
        layout = column(gap=8)
        layout.addWidget(section(self.tr("Times")))
        layout.addWidget(self._none)
        layout.addWidget(self._card)
        self.setLayout(layout)

    def _add_part(self, heading: str, *content: QWidget) -> None:
        part = column(gap=8)
        part.addWidget(Text(heading, "emphasis", bold=True))
        for each in content:
            links = each in (self.written_out, self.several_breaks, self.try_sound)
            part.addWidget(each, 0, Qt.AlignmentFlag.AlignLeft if links else Qt.AlignmentFlag(0))
        self._card.body.addLayout(part)

    def _grid(self, fields: list[DraftField]) -> FieldGrid:
        grid = FieldGrid(fields)
        self._grids |= {field.path: grid for field in fields}
        return grid

    @Slot(int)
    def set_passages(self, count: int) -> None:
        """How many passages there are to be heard."""
        self._passages = count
        self.check()

    @Slot()
    def fill(self) -> None:
        """Show what the draft holds."""
        self._none.setVisible(not self._draft.begun)
        self._card.setVisible(self._draft.begun)
        for field in self.fields.values():
            field.show_value(self._draft.value(field.path))
            set_read_only(field, self._draft.frozen)
        self.check()

    @Slot()
    def check(self) -> None:
        """Show what is wrong, the fields that the form calls for, and what the times add up to."""
        for field in self.fields.values():
            field.tell("; ".join(self._draft.problems_at(field.path, below=True)))
        phases, breaks = (self._draft.value(table) is not None for table in (PHASES, BREAKS))
        for keys, out, lines in ((_SHORT_PHASES, phases, self.phases), (_SHORT_BREAK, breaks, self.breaks)):
            for key in keys:
                field = self.fields[f"timing.{key}"]
                self._grids[field.path].show_field(field, not out)
            lines.setVisible(out)
        self._name_turns(phases=phases, breaks=breaks)
        self._say_total()

    def _name_turns(self, *, phases: bool, breaks: bool) -> None:
        document, free = self._draft.document, not self._draft.frozen
        self.written_out.setText(self.tr("Only a number each") if phases else self.tr("Write the phases out…"))
        self.written_out.setVisible(free and (not phases or with_phases_in_short(document) is not None))
        self.several_breaks.setText(self.tr("A single break") if breaks else self.tr("Several breaks…"))
        self.several_breaks.setVisible(free and (not breaks or with_breaks_in_short(document) is not None))

    def _say_total(self) -> None:
        minutes = passage_minutes(self._draft.document)
        self.total.setVisible(bool(minutes))
        each = number(exact_text(minutes))
        if self._passages:
            total = self.tr("%n passage(s)", "", self._passages)
            told = self.tr("{minutes} min a passage, {all} min for {passages}").format(
                minutes=each, all=number(exact_text(minutes * self._passages)), passages=total
            )
        else:
            told = self.tr("{minutes} min a passage").format(minutes=each)
        self.total.setText(told)

    @Slot()
    def _turn_phases(self) -> None:
        """From the short form to lines, or back where nothing would be lost."""
        document = self._draft.document
        out = self._draft.value(PHASES) is None
        turned = with_phases_written_out(document) if out else with_phases_in_short(document)
        if turned is not None:
            self._draft.replace(turned)
            if out:
                self.phases.lines[0].fields["label"].field.setFocus()

    @Slot()
    def _turn_breaks(self) -> None:
        """The same for breaks."""
        document = self._draft.document
        out = self._draft.value(BREAKS) is None
        turned = with_breaks_written_out(document, self._passages) if out else with_breaks_in_short(document)
        if turned is not None:
            self._draft.replace(turned)
            if out:
                self.breaks.lines[0].fields["label"].field.setFocus()

    # The fields

    def _bound(self, field: DraftField) -> DraftField:
        self.fields[field.path] = field
        field.edited.connect(self._draft.put)
        field.finished.connect(self._draft.keep)
        return field

    def _named(self, key: str) -> tuple[str, str]:
        path = f"timing.{key}"
        return path, key_words(path, self._draft.language)

    def _figures(self, key: str) -> DraftField:
        field = LineField(*self._named(key), figures=True, width=_WIDTH)
        made = self._bound(field)
        if key == "break_after":
            field.edited.disconnect(self._draft.put)
            field.edited.connect(self._put_count)
            field.line.setPlaceholderText(self.tr("half-way"))
        return made

    @Slot(str, object)
    def _put_count(self, path: str, value: object) -> None:
        """A count is a whole number in the rules, not a text."""
        text = str(value)
        self._draft.put(path, int(text) if text.isdecimal() else text)

    def _warnings(self) -> DraftField:
        remark = self.tr("Several: “2 ; 0.5”. Empty: one minute before the end.")
        return self._bound(MinutesField(*self._named("warnings"), remark, width=_WIDTH))

    def _hour(self) -> DraftField:
        field = HourField(*self._named("start"), width=_WIDTH)
        field.line.setPlaceholderText("14:00")
        return self._bound(field)

    def _order(self) -> DraftField:
        path, name = self._named("order")
        words = [each for each in choices("order", self._draft.language) if each[0] in ("drawn", "given")]
        return self._bound(ChoiceField(path, name, [("", self.tr("not said")), *words]))

    def _tolerance(self) -> DraftField:
        remark = self.tr("Around each time, without a remark in the minutes. Empty: 15 s or 5 %, the larger.")
        return self._bound(LineField(*self._named("tolerance"), remark, figures=True, width=_WIDTH))

    def _restart(self) -> DraftField:
        shares = [
            ("", self.tr("half of the time")),
            ("1/4", self.tr("a quarter")),
            ("1/3", self.tr("a third")),
            ("2/3", self.tr("two thirds")),
            ("3/4", self.tr("three quarters")),
            ("1", self.tr("all of it")),
        ]
        remark = self.tr("Less than that lost to an incident is given back on the clock.")
        return self._bound(ChoiceField(*self._named("restart"), shares, remark))

    def _sound(self) -> DraftField:
        return self._bound(FlagField(*self._named("sound"), self.tr("a cue at each threshold")))

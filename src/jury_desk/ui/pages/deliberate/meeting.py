"""The course of the meeting, as the minutes tell it: its hours, the closed session, what becomes of the jury's word."""

from datetime import datetime
from functools import partial

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QCheckBox, QLineEdit, QWidget

from jury_desk.domain.decision import Attendee, Dissent, Nature, Sitting
from jury_desk.domain.edition import Stage
from jury_desk.domain.errors import DomainError, NotADate, NotAnHour
from jury_desk.services.changes import ChangeSet
from jury_desk.services.decisions import check_closing, set_sitting, sitting_of
from jury_desk.services.hours import check_date, read_hour_of_meeting
from jury_desk.services.refusals import refusal_sentence
from jury_desk.services.time_words import hour
from jury_desk.ui.operations import Operations
from jury_desk.ui.pages.deliberate.act_panel import ActPanel
from jury_desk.ui.widgets.buttons import link
from jury_desk.ui.widgets.card import column, row
from jury_desk.ui.widgets.choice_box import ChoiceBox
from jury_desk.ui.widgets.dates import iso_date, typed_date
from jury_desk.ui.widgets.field_grid import FieldGrid
from jury_desk.ui.widgets.form import Field, line, paragraph
from jury_desk.ui.widgets.sight import bring_into_sight_soon
from jury_desk.ui.widgets.text import muted

HOURS = ("opened_at", "deliberation_at", "closed_at")
DATES = ("notified_on", "reserve_until")
TEXTS = ("reference", "appointing_act", "presiding_reason", "authority", "follow_up")


class MeetingPanel(ActPanel):
    """Everything on one form, kept as one act."""

    def __init__(self, operations: Operations, stage_id: str) -> None:
        super().__init__(operations, stage_id, self.tr("Course of the meeting"), self.tr("Keep"))
        self.lines: dict[str, QLineEdit] = {name: line() for name in (*HOURS, *DATES, *TEXTS)}
        self.fields: dict[str, Field] = {}
        self.closed_session = QCheckBox(self.tr("Closed session"))
        self.nature = ChoiceBox()
        self.nature.addItem(self.tr("The jury decides"), Nature.DECISION.value)
        self.nature.addItem(self.tr("The jury gives an opinion; the authority decides"), Nature.OPINION.value)
        self.attendees = paragraph(placeholder=self.tr("M. Karim BELKACEM; coach; 16:05"), lines=2)
        self.dissents = paragraph(lines=2)
        self._build()
        self.finish()

    def _build(self) -> None:
        names = {
            "opened_at": self.tr("Opened at"),
            "deliberation_at": self.tr("Deliberation from"),
            "closed_at": self.tr("Closed at"),
            "notified_on": self.tr("Candidates told on"),
            "reserve_until": self.tr("Reserve list valid until"),
            "reference": self.tr("Reference of the minutes"),
            "appointing_act": self.tr("Act that appointed the jury"),
            "presiding_reason": self.tr("If somebody else presides, why"),
            "authority": self.tr("Deciding authority"),
            "follow_up": self.tr("What follows"),
        }
        for name, field in self.lines.items():
            self.fields[name] = Field(names[name], self._hour(name, names[name]) if name in HOURS else field)
        self.body.addWidget(FieldGrid([self.fields[name] for name in HOURS]))
        told = self.tr("The whole jury deliberated in closed session, after all the hearings.")
        self.closed_session.setAccessibleDescription(told)
        closed = column(gap=2)
        closed.addWidget(self.closed_session)
        closed.addWidget(muted(told))
        self.body.addLayout(closed)
        rest = [self.fields[name] for name in ("appointing_act", "reference", "presiding_reason")]
        self.body.addWidget(FieldGrid(rest))
        decided = [Field(self.tr("What the jury’s word is"), self.nature)]
        decided += [self.fields[name] for name in ("authority", "notified_on", "reserve_until", "follow_up")]
        self.body.addWidget(FieldGrid(decided))
        self._attendees = Field(
            self.tr("Others in the room, one per line: name; capacity; hour they left"), self.attendees
        )
        texts = (
            self._attendees,
            Field(self.tr("Dissenting opinions, one per line: juror: opinion"), self.dissents),
        )
        self.body.addWidget(FieldGrid(list(texts)))

    def _hour(self, name: str, title: str) -> QWidget:
        """The field of an hour, and the way to take the present one."""
        now = link(self.tr("Now"))
        now.setAccessibleName(self.tr("{field}: now").format(field=title))
        now.clicked.connect(partial(self._set_now, name))
        self.lines[name].setAccessibleName(title)
        holder = QWidget()
        inside = row(gap=4)
        inside.addWidget(self.lines[name], 1)
        inside.addWidget(now)
        holder.setLayout(inside)
        holder.setFocusProxy(self.lines[name])
        return holder

    def begin(self) -> None:
        """Show what is recorded so far."""
        sitting = sitting_of(self.operations.records, self.stage_id)
        shown = {**dict.fromkeys(HOURS, self._shown), **dict.fromkeys(DATES, typed_date)}
        for name, field in self.lines.items():
            field.setText(shown.get(name, str)(getattr(sitting, name)))
            self.fields[name].tell("")
        self.closed_session.setChecked(sitting.closed_session)
        self.nature.setCurrentIndex(self.nature.findData(sitting.nature.value))
        self.attendees.setPlainText(
            "\n".join("; ".join((each.name, each.capacity, self._shown(each.left_at))) for each in sitting.attendees)
        )
        self.dissents.setPlainText("\n".join(f"{each.juror}: {each.text}" for each in sitting.dissents))
        self.show_bench()
        self.lines["opened_at"].setFocus()

    def show_field(self, name: str) -> None:
        """Go to what a blank of the minutes is about."""
        others = {"closed_session": self.closed_session, "attendee_left": self.attendees}
        field = self.lines.get(name) or others[name]
        field.setFocus()
        bring_into_sight_soon(field)

    def ready(self) -> bool:
        """Whether every hour can be read, and the closing can be."""
        wrong = [name for name in HOURS if self._instant(self.lines[name].text()) is None]
        for name in HOURS:
            self.fields[name].tell(self.tr("An hour, such as 14:22.") if name in wrong else "")
        for name in DATES:
            if not _is_date(self.lines[name].text()):
                wrong.append(name)
            self.fields[name].tell(self.tr("A date, such as 30/04/2020.") if name in wrong else "")
        unread = [each for each in _lines(self.attendees.toPlainText()) if self._instant(_parts(each)[2]) is None]
        self._attendees.tell(self.tr("The hour of “{line}” cannot be read.").format(line=unread[0]) if unread else "")
        if wrong or unread:
            return False
        try:
            check_closing(self._typed(), self.operations.toolbox.clock.now())
        except DomainError as error:
            self.fields["closed_at"].tell(refusal_sentence(error, self.operations.messages.language))
            return False
        return True

    def act(self) -> ChangeSet:
        """Keep the meeting as typed."""
        return set_sitting(self.operations.file, self._typed(), self.operations.toolbox.clock.now())

    def _typed(self) -> Sitting:
        opened = self._instant(self.lines["opened_at"].text()) or ""
        hours = {name: self._instant(self.lines[name].text(), opened) or "" for name in HOURS}
        dates = {name: iso_date(self.lines[name].text().strip()) for name in DATES}
        texts = {name: self.lines[name].text().strip() for name in TEXTS}
        return Sitting(
            self.stage_id,
            **hours,
            **dates,
            **texts,
            closed_session=self.closed_session.isChecked(),
            nature=Nature(self.nature.currentData()),
            attendees=tuple(self._attendee(text, opened) for text in _lines(self.attendees.toPlainText())),
            dissents=tuple(_dissent(text) for text in _lines(self.dissents.toPlainText())),
        )

    def _shown(self, instant: str) -> str:
        return hour(instant, self.operations.messages.language, self.operations.zone)

    def _instant(self, typed: str, opened_at: str = "") -> str | None:
        now, zone = self.operations.toolbox.clock.now(), self.operations.zone
        try:
            return read_hour_of_meeting(typed, self._day(), now, zone, opened_at=opened_at)
        except NotAnHour:
            return None

    def _day(self) -> str:
        """The day of the stage; where it has none, that on which the meeting is known to have opened."""
        records = self.operations.records
        opened_at = sitting_of(records, self.stage_id).opened_at
        known = datetime.fromisoformat(opened_at).astimezone(self.operations.zone) if opened_at else None
        return records.need(Stage, self.stage_id).date or (known.date().isoformat() if known else "")

    def _attendee(self, text: str, opened_at: str) -> Attendee:
        name, capacity, left = _parts(text)
        return Attendee(name, capacity, self._instant(left, opened_at) or "")

    @Slot()
    def _set_now(self, name: str, _checked: bool = False) -> None:
        self.lines[name].setText(self._shown(self.operations.toolbox.clock.now().isoformat()))


def _is_date(typed: str) -> bool:
    try:
        check_date(iso_date(typed.strip()))
    except NotADate:
        return False
    return True


def _parts(text: str) -> list[str]:
    """Name, capacity and hour of an attendee, as typed on one line."""
    return ([part.strip() for part in text.split(";")] + ["", ""])[:3]


def _lines(text: str) -> list[str]:
    return [part.strip() for part in text.splitlines() if part.strip()]


def _dissent(text: str) -> Dissent:
    juror, colon, opinion = text.partition(":")
    return Dissent(juror.strip(), opinion.strip()) if colon else Dissent("", text)

"""Members who come in and leave while a session goes on."""

from fractions import Fraction
from pathlib import Path

import pytest
from tests.ui.session.sitting import STAGE, Sitting, make_sitting

from jury_desk.domain.attendance import Attendance, Tenure
from jury_desk.domain.jury import Member, Presence
from jury_desk.domain.scoring import Mark, MarkState
from jury_desk.services.comings import note_presence
from jury_desk.services.pitches import PitchSession
from jury_desk.services.scoring import Cell, completeness, mark_at, record_mark


@pytest.fixture
def sitting(tmp_path: Path) -> Sitting:
    """Nine passages to be heard."""
    return make_sitting(tmp_path)


def note(sitting: Sitting, juror: str, presence: Presence) -> None:
    """A minute later, a member comes or leaves."""
    sitting.clocks.run(60)
    note_presence(sitting.file, STAGE, juror, presence, sitting.toolbox.clock)


def hear(session: PitchSession, sitting: Sitting) -> None:
    """Hear the next passage to its end."""
    session.call()
    for _ in range(3):
        session.start()
        sitting.clocks.run(60)
        session.end()


def absent(sitting: Sitting, juror: str) -> list[str]:
    """The passages on which a juror owes nothing for not having been there."""
    sheets = completeness(sitting.file.records, STAGE)
    return [each.candidacy for each in sheets if each.juror == juror and each.state is MarkState.ABSENT]


def test_late_juror_cannot_mark_what_was_called_before(sitting: Sitting) -> None:
    """J6 of the example: the first passage is under way, the others are theirs; the hour is kept."""
    note(sitting, "J6", Presence.ABSENT)
    session = PitchSession(sitting.file, STAGE, sitting.clocks)
    session.open()
    session.call()
    session.start()
    note(sitting, "J6", Presence.PRESENT)
    assert absent(sitting, "J6") == ["P1"]
    assert sitting.file.records.need(Tenure, STAGE, "J6").arrived == "2020-03-05T13:02:00+00:00"
    assert sitting.file.records.need(Member, STAGE, "J6").presence is Presence.PRESENT


def test_juror_who_leaves_keeps_what_they_heard(sitting: Sitting) -> None:
    """One heard, one under way: the first can be marked, the second and all after it cannot."""
    session = PitchSession(sitting.file, STAGE, sitting.clocks)
    session.open()
    hear(session, sitting)
    session.call()
    session.start()
    note(sitting, "J3", Presence.EXCUSED)
    assert absent(sitting, "J3") == [f"P{number}" for number in range(2, 10)]
    assert sitting.file.records.need(Tenure, STAGE, "J3").left


def test_juror_who_leaves_keeps_what_was_stopped_before(sitting: Sitting) -> None:
    """A passage stopped for good was heard as far as it went: the marks given on it stay."""
    session = PitchSession(sitting.file, STAGE, sitting.clocks)
    session.open()
    session.call()
    session.start()
    session.abort("alarm", rehear=False)
    record_mark(sitting.file, STAGE, Cell("P1", "J3", "C1"), Mark(MarkState.MARKED, Fraction(7)))
    note(sitting, "J3", Presence.EXCUSED)
    assert "P1" not in absent(sitting, "J3")
    assert mark_at(sitting.file.records, STAGE, Cell("P1", "J3", "C1")).value == 7


def test_juror_who_comes_back_missed_what_was_called_meanwhile(sitting: Sitting) -> None:
    """Away for the second: the first and the third are theirs."""
    session = PitchSession(sitting.file, STAGE, sitting.clocks)
    session.open()
    hear(session, sitting)
    note(sitting, "J3", Presence.ABSENT)
    hear(session, sitting)
    note(sitting, "J3", Presence.REMOTE)
    assert absent(sitting, "J3") == ["P2"]
    assert sitting.file.records.need(Tenure, STAGE, "J3").left == ""


def test_before_the_session_a_presence_is_only_a_presence(sitting: Sitting) -> None:
    """No hour and no passage is noted."""
    note(sitting, "J2", Presence.REMOTE)
    assert sitting.file.records.within(Tenure, STAGE) == []
    assert sitting.file.records.within(Attendance, STAGE) == []


def test_it_is_one_act(sitting: Sitting) -> None:
    """Seat, hour and passages go together, and come back together."""
    note(sitting, "J6", Presence.ABSENT)
    session = PitchSession(sitting.file, STAGE, sitting.clocks)
    session.open()
    session.call()
    note(sitting, "J6", Presence.PRESENT)
    event = sitting.file.events()[-1]
    assert event.kind == "presence_noted"
    assert {change.entity for change in event.changes} == {"member", "tenure", "attendance"}

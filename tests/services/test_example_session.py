"""The session of the example, played through the use cases: its scripted events are in its clock, and nowhere else."""

from collections.abc import Iterator
from dataclasses import replace

import pytest

from jury_desk.app.composition import make_toolbox
from jury_desk.domain.candidacy import Candidacy
from jury_desk.domain.documents import to_document
from jury_desk.domain.journal import broken_links, left_by, replay
from jury_desk.domain.pitch_events import TimingEvent, TimingKind, is_under_way
from jury_desk.domain.pitch_evidence import DeviationKind, TimingEvidence
from jury_desk.domain.pitch_fold import fold
from jury_desk.domain.pitch_format import SessionFormat
from jury_desk.domain.pitch_presence import conflicts
from jury_desk.domain.pitch_schedule import forecast
from jury_desk.domain.pitch_state import PassageStatus, PhaseClock, SessionStatus
from jury_desk.services.files import open_example
from jury_desk.services.pitch_views import recusals, timing_evidence
from jury_desk.services.pitches import order_of
from jury_desk.services.ports import JuryFile
from jury_desk.services.progress import session_under_way

STAGE = "hackathon"


@pytest.fixture(scope="module")
def example(tmp_path_factory: pytest.TempPathFactory) -> Iterator[JuryFile]:
    """The example edition."""
    folder = tmp_path_factory.mktemp("example")
    file = open_example(make_toolbox(actor="Test", safety=folder / "safety"), folder / "example.jury")
    yield file
    file.close()


@pytest.fixture(scope="module")
def found(example: JuryFile) -> TimingEvidence:
    """What its clock proves."""
    found = timing_evidence(example.records, STAGE)
    assert found
    return found


def phase(example: JuryFile, found: TimingEvidence, title: str, name: str) -> PhaseClock:
    """A phase of a passage, by the title of its project."""
    candidacy = next(each.id for each in example.records.within(Candidacy) if each.title == title)
    times = next(each for each in found.passages if each.candidacy == candidacy)
    return next(clock for clock in times.phases if clock.slot.phase == name)


def test_nine_passages_are_heard_in_the_drawn_order(example: JuryFile, found: TimingEvidence) -> None:
    """The order of the demonstration came out of a draw that anybody can repeat."""
    (drawn,) = found.orders
    assert drawn.can_be_repeated
    assert list(drawn.order) == order_of(example.records, STAGE)
    titles = [example.records.need(Candidacy, each).title for each in drawn.order]
    assert titles[:5] == ["Relais terrain", "Feu vert", "Mon quai", "Guichet clair", "Fil vert"]
    assert [each.passage.status for each in found.passages] == [PassageStatus.DONE] * 9
    assert (found.took_place, found.under_way) == (True, False)


def test_projector_failure_is_given_back(example: JuryFile, found: TimingEvidence) -> None:
    """Two minutes into the talk the projector fails for 1 min 40 s, which cost the candidate nothing."""
    pitch = phase(example, found, "Guichet clair", "pitch")
    (stop,) = pitch.stops
    assert (stop.ms, stop.incident, stop.reason) == (100_000, True, "vidéoprojecteur en panne")
    assert (pitch.spoken, pitch.paused, pitch.allotted) == (298_000, 100_000, 300_000)


def test_accommodation_and_overrun_are_said(example: JuryFile, found: TimingEvidence) -> None:
    """6 min 40 s for one candidate, justified; 25 s too many for another, shown and not sanctioned; nothing else."""
    assert phase(example, found, "Fil vert", "pitch").allotted == 400_000
    told = [(each.kind, each.ms, each.is_justified) for compared in found.equality for each in compared.deviations]
    assert told == [(DeviationKind.ACCOMMODATED, 100_000, True), (DeviationKind.TOO_LONG, 25_000, False)]
    assert phase(example, found, "Places libres", "questions").spoken == 325_000


def test_juror_recused_leaves_and_comes_back(example: JuryFile) -> None:
    """One juror leaves before the passage of their own team's project, and may return after it."""
    out = recusals(example.records, STAGE)
    order = order_of(example.records, STAGE)
    ((candidacy, jurors),) = out.items()
    place = order.index(candidacy)
    assert jurors == {"J5"}
    assert conflicts(out, order[place - 1], candidacy).newly == ("J5",)
    assert conflicts(out, candidacy, order[place + 1]).no_longer == ("J5",)


def test_session_ends_at_the_planned_hour(example: JuryFile, found: TimingEvidence) -> None:
    """What the incident and the accommodation cost was won back in the break, and nowhere else."""
    state = found.state
    assert state.closed
    seen = forecast(state, order_of(example.records, STAGE), state.closed)
    assert abs(seen.drift_ms) < 30_000
    late = {item.planned.candidacy: item.late_ms for item in seen.items if item.planned.candidacy}
    order = order_of(example.records, STAGE)
    assert late[order[4]] > 100_000 > late[order[3]]
    assert late[order[5]] < 30_000


def test_journal_of_the_session_holds(example: JuryFile) -> None:
    """Its events replay, its chain is whole, and its hours go forward."""
    events = example.events()
    assert broken_links(events) == []
    assert replay(events) == example.records
    hours = [event.at for event in events]
    assert hours == sorted(hours)


def test_what_is_under_way_is_what_the_fold_calls_live(example: JuryFile) -> None:
    """At every moment of the session, before it opened and after it closed and opened again."""
    events = example.records.within(TimingEvent, STAGE)
    again = replace(events[-1], kind=TimingKind.REOPENED)
    for seen in (*(events[:count] for count in range(len(events) + 1)), [*events, again]):
        live = fold(STAGE, SessionFormat(()), seen).status is SessionStatus.LIVE
        assert is_under_way(seen) == live
    assert session_under_way(example.records) is None


def test_journal_leaves_what_replaying_it_gives(example: JuryFile) -> None:
    """Documents alone tell whether the tables agree with it."""
    events = example.events()
    left = left_by(events)
    assert {key: to_document(entity) for entity in replay(events) for key in [(entity.entity, entity.key)]} == left

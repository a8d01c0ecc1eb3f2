"""A session with everything that can happen in it, as the minutes and the workbook tell it in both languages."""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from pathlib import Path

import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from jury_desk.domain import pitch_acts as acts
from jury_desk.domain.instants import Instant
from jury_desk.domain.minutes import StageReport
from jury_desk.domain.pitch_events import EndedBy, Slot, Then, TimingEvent
from jury_desk.domain.pitch_evidence import (
    DeviationKind,
    PhaseEquality,
    TimingEvidence,
    evidence,
    not_heard,
    whole_seconds,
)
from jury_desk.domain.pitch_fold import fold
from jury_desk.domain.pitch_format import SessionFormat
from jury_desk.domain.pitch_order import ALGORITHM, Basis, RunningOrder, draw
from jury_desk.domain.pitch_state import SessionState
from jury_desk.domain.timing_rules import format_of
from jury_desk.exports.blocks import Figure, Heading, Paragraph, Table, flat
from jury_desk.exports.minutes_sections import story
from jury_desk.exports.minutes_subject import Subject
from jury_desk.exports.phrases import phrases_of
from jury_desk.exports.pictures.timeline import timeline_picture, timeline_rows
from jury_desk.exports.scores_workbook import write_workbook
from jury_desk.exports.timing_words import deviation_line, duration, passage_line
from jury_desk.exports.typography import NBSP

SHAPE = format_of({"opening": "5", "pitch": "5", "questions": "10", "break": "10", "break_after": 2, "start": "14:00"})
ORDER = ("vert", "quoi", "cantine", "relais", "fil")
START = Instant(0, 0, 1_583_416_800_000, 0, "boot", "process")
"""5 March 2020, 14:00."""
SECOND = 1000
MINUTE = 60 * SECOND

FRENCH = {
    (
        "vert",
        1,
    ): "exposé 5 min 12 s (5 min allouées, +12 s, 30 s accordées : bruit) ; interruption "
    "technique 1 min 35 s, non décomptée (vidéoprojecteur) ; questions 9 min 40 s (10 min)",
    ("quoi", 1): "exposé 6 min 31 s (6 min 40 s allouées, dont 1 min 40 s d’aménagement) ; questions 7 min (10 min, "
    "terminé par la présidence : hors sujet) ; suspension 20 s, non décomptée",
    (
        "cantine",
        1,
    ): "exposé 1 min 5 s (5 min allouées, terminé par la présidence : alarme) ; passage interrompu : "
    "alarme ; ce passage n’est pas pris en compte",
    (
        "cantine",
        2,
    ): "exposé 5 min (5 min allouées, départ antidaté de 20 s, durée corrigée de 4 min 50 s "
    "à 5 min : départ tardif) ; interruption 1 min 10 s (mise en veille de l’ordinateur), dont 10 s décomptées ; "
    "sans questions (heure tardive)",
    ("relais", 1): "absence : grève",
    ("fil", 1): "exposé 3 min, en cours (5 min allouées, 1 min retirées : accord de tous) ; "
    "interruption environ 2 min (redémarrage de l’ordinateur), à décider ; en cours",
}
ENGLISH = {
    (
        "vert",
        1,
    ): "pitch 5 min 12 s (5 min allotted, +12 s, 30 s granted: bruit); technical interruption "
    "1 min 35 s, not counted (vidéoprojecteur); questions 9 min 40 s (10 min)",
    (
        "quoi",
        1,
    ): "pitch 6 min 31 s (6 min 40 s allotted, 1 min 40 s of them an accommodation); questions "
    "7 min (10 min, ended by the chair: hors sujet); pause 20 s, not counted",
    ("cantine", 1): "pitch 1 min 5 s (5 min allotted, ended by the chair: alarme); passage stopped: alarme; "
    "this passage does not count",
    ("cantine", 2): "pitch 5 min (5 min allotted, start put back by 20 s, time corrected from 4 min 50 s to 5 min: "
    "départ tardif); interruption 1 min 10 s (computer asleep), 10 s of which counted; no questions (heure tardive)",
    ("relais", 1): "absent: grève",
    ("fil", 1): "pitch 3 min, under way (5 min allotted, 1 min taken off: accord de tous); "
    "interruption about 2 min (computer restarted), to be decided; under way",
}


class Told:
    """A session told act by act."""

    def __init__(self, shape: SessionFormat = SHAPE) -> None:
        self.now = START
        self.shape = shape
        self.events: list[TimingEvent] = []
        self.do(acts.open_session, shape, "deuxième convocation")

    @property
    def state(self) -> SessionState:
        """Where it stands."""
        return fold("jury", self.shape, self.events)

    def do(self, act: Callable[..., TimingEvent], *given: object, **named: object) -> None:
        """Do something now."""
        self.events.append(act(self.state, self.now, *given, **named))

    def wait(self, ms: int) -> None:
        """Time goes by."""
        self.now = self.now.moved(ms)

    def start(self, candidacy: str, phase: str, attempt: int = 1, backdate: int = 0) -> None:
        """Start a phase."""
        self.do(acts.start, Slot(candidacy, attempt, phase), backdate)


@pytest.fixture
def state() -> SessionState:
    """A session in which everything happened that can."""
    told = Told()
    told.do(acts.accommodate, "quoi", "pitch", 100 * SECOND)
    told.start("", "opening")
    told.wait(5 * MINUTE)
    told.do(acts.end)
    _with_incident(told)
    _with_accommodation(told)
    _heard_again(told)
    told.do(acts.absent, "relais", "grève")
    _under_way(told)
    return told.state


def _with_incident(told: Told) -> None:
    told.do(acts.call, "vert")
    told.start("vert", "pitch")
    told.wait(120 * SECOND)
    told.do(acts.pause, incident=True)
    told.wait(95 * SECOND)
    told.do(acts.describe, "vidéoprojecteur", incident=True)
    told.do(acts.resume)
    told.do(acts.grant, Slot("vert", 1, "pitch"), 30 * SECOND, "bruit")
    told.wait(192 * SECOND + 999)
    told.do(acts.end)
    told.start("vert", "questions")
    told.wait(580 * SECOND)
    told.do(acts.end)


def _with_accommodation(told: Told) -> None:
    told.do(acts.call, "quoi")
    told.start("quoi", "pitch")
    told.wait(391 * SECOND)
    told.do(acts.end)
    told.start("quoi", "questions")
    told.wait(200 * SECOND)
    told.do(acts.pause)
    told.wait(20 * SECOND)
    told.do(acts.resume)
    told.wait(220 * SECOND)
    told.do(acts.end, EndedBy.CHAIR, "hors sujet")


def _heard_again(told: Told) -> None:
    told.do(acts.call, "cantine")
    told.start("cantine", "pitch")
    told.wait(65 * SECOND)
    told.do(acts.abort, "alarme", rehear=True)
    told.wait(40 * SECOND)
    told.do(acts.call, "cantine")
    told.start("cantine", "pitch", attempt=2, backdate=20 * SECOND)
    told.wait(60 * SECOND)
    alive = told.now
    told.wait(70 * SECOND)
    clock = told.state.open_phase
    assert clock
    told.events.append(
        acts.interrupted(told.state, told.now, clock, alive, gap_ms=70 * SECOND, exact=True, cause="suspend")
    )
    told.do(acts.resolve, 10 * SECOND, Then.RUNNING, "parlait")
    told.wait(200 * SECOND)
    told.do(acts.end)
    told.do(acts.correct, Slot("cantine", 2, "pitch"), 300 * SECOND, "départ tardif")
    told.do(acts.skip, Slot("cantine", 2, "questions"), "heure tardive")


def _under_way(told: Told) -> None:
    told.do(acts.call, "fil")
    told.do(acts.grant, Slot("fil", 1, "pitch"), -60 * SECOND, "accord de tous")
    told.start("fil", "pitch")
    told.wait(180 * SECOND)
    alive = told.now
    told.wait(120 * SECOND)
    clock = told.state.open_phase
    assert clock
    event = acts.interrupted(told.state, told.now, clock, alive, gap_ms=120 * SECOND, exact=False, cause="reboot")
    told.events.append(event)


@pytest.fixture
def found(state: SessionState) -> TimingEvidence:
    """What that session proves, with its draws."""
    drawn = RunningOrder(
        "jury", 1, Basis.DRAWN, "2020-03-05T12:40:00+00:00", draw(ORDER, "Lille"), ORDER, "Lille", ALGORITHM, "M. Blanc"
    )
    again = replace(drawn, number=2, reason="oubli d’un projet")
    moved = RunningOrder("jury", 3, Basis.DEROGATION, "2020-03-05T12:50:00+00:00", ORDER, reason="train en retard")
    return evidence(state, ORDER, [drawn, again, moved])


@pytest.fixture
def timed(report: StageReport, found: TimingEvidence) -> StageReport:
    """The report of a small jury, with that session."""
    return replace(report, timing=found)


@pytest.mark.parametrize(("language", "expected"), [("fr", FRENCH), ("en", ENGLISH)])
def test_each_passage_is_told_in_a_line(
    found: TimingEvidence, language: str, expected: dict[tuple[str, int], str]
) -> None:
    """Allotted, granted with its reason, spoken, paused with its reason, interruption, who ended it."""
    say = phrases_of(language)
    told = {(each.candidacy, each.passage.attempt): passage_line(each, say) for each in found.passages}
    plain = {key: words.replace(NBSP, " ").replace("\u202f", " ") for key, words in told.items()}
    assert plain == expected


def test_spoken_is_in_whole_seconds_gone_by(found: TimingEvidence) -> None:
    """Nothing is rounded up against a candidate: 5 min 12,999 s are 5 min 12 s, and 12 s over."""
    (pitch, *_) = found.passages[0].phases
    assert pitch.spoken == 312_999
    say = phrases_of("fr")
    told = [duration(ms, say).replace(NBSP, " ") for ms in (0, 999, 60_000, 3_661_000, -7_999)]
    assert told == ["0 s", "0 s", "1 min", "1 h 1 min 1 s", "7 s"]


def test_equal_treatment_is_compared_phase_by_phase(found: TimingEvidence) -> None:
    """Shortest, median, longest and spread of the attempts that count; every deviation with its size and reasons."""
    pitch, questions = found.equality
    assert (pitch.shortest, pitch.median, pitch.longest, pitch.spread) == (300_000, 312_000, 391_000, 91_000)
    assert [(each.kind, each.candidacy, each.ms, each.reasons) for each in pitch.deviations] == [
        (DeviationKind.UNEQUAL_GRANT, "vert", 30_000, ("bruit",)),
        (DeviationKind.ACCOMMODATED, "quoi", 100_000, ()),
        (DeviationKind.CORRECTED, "cantine", 10_000, ("départ tardif",)),
        (DeviationKind.UNEQUAL_GRANT, "fil", -60_000, ("accord de tous",)),
    ]
    assert [each.is_justified for each in pitch.deviations] == [False, True, False, False]
    assert [(each.kind, each.candidacy, each.ms) for each in questions.deviations] == [
        (DeviationKind.CUT_SHORT, "quoi", 180_000),
        (DeviationKind.SKIPPED, "cantine", 600_000),
    ]
    assert [each.candidacy for each in not_heard(found)] == ["relais", "fil"]
    assert (found.took_place, found.under_way, found.accommodated) == (True, True, frozenset({"quoi"}))


def test_overrun_beyond_tolerance_is_a_deviation(state: SessionState) -> None:
    """Twelve seconds over are within the usual fifteen; with a tolerance of ten they are said."""
    assert DeviationKind.TOO_LONG not in {each.kind for each in evidence(state, ORDER).equality[0].deviations}
    strict = replace(state, format=replace(state.format, tolerance_ms=10_000))
    (over,) = [each for each in evidence(strict, ORDER).equality[0].deviations if each.kind is DeviationKind.TOO_LONG]
    assert (over.candidacy, over.ms, over.reasons, over.granted) == ("vert", 12_000, ("bruit",), 12_000)


def pitches(*spoken: int, granted: int = 0, tolerance: int = 0) -> PhaseEquality:
    """The talks of as many candidates, allotted twelve seconds, so many milliseconds long; time granted to the last."""
    shape = replace(SHAPE, tolerance_ms=tolerance)
    shape = replace(
        shape,
        phases=tuple(replace(each, allotted_ms=12 * SECOND) if each.id == "pitch" else each for each in shape.phases),
    )
    told = Told(shape)
    for candidacy, ms in zip(ORDER, spoken, strict=False):
        told.do(acts.call, candidacy)
        told.start(candidacy, "pitch")
        if granted and ms == spoken[-1]:
            told.do(acts.grant, Slot(candidacy, 1, "pitch"), granted, "bruit")
        told.wait(ms)
        told.do(acts.end)
        told.do(acts.skip, Slot(candidacy, 1, "questions"), "essai")
    return evidence(told.state, ORDER).equality[0]


@given(st.lists(st.integers(1, 90_000), min_size=1, max_size=4))
def test_printed_spread_is_that_of_the_printed_times(spoken: list[int]) -> None:
    """Shortest 0 s, longest 40 s: 40 s apart, whatever the milliseconds; so are all deviations."""
    found = pitches(*spoken)
    printed = [whole_seconds(ms) for ms in spoken]
    assert whole_seconds(found.spread or 0) == max(printed) - min(printed)
    over = [each.ms for each in found.deviations if each.kind is DeviationKind.TOO_LONG]
    assert over == [(each - 12) * SECOND for each in printed if each > 12]


@pytest.mark.parametrize(
    ("granted", "french", "english"),
    [
        (60 * SECOND, "28 s au-delà du temps alloué, dont 28 s accordées (bruit).", "28 s of them granted (bruit)."),
        (20 * SECOND, "28 s au-delà du temps alloué, dont 20 s accordées (bruit).", "20 s of them granted (bruit)."),
        (0, "28 s au-delà du temps alloué (sans motif consigné).", "(no reason recorded)."),
    ],
)
def test_time_granted_is_no_overrun(granted: int, french: str, english: str) -> None:
    """Twelve seconds allotted, a minute more granted, forty spoken: what was granted is said to have been."""
    found = pitches(40_900, granted=granted)
    (over,) = [each for each in found.deviations if each.kind is DeviationKind.TOO_LONG]
    for language, words in (("fr", french), ("en", english)):
        line = deviation_line(over, "Feu vert", "pitch", phrases_of(language))
        assert line.replace(NBSP, " ").replace("\u202f", " ").endswith(words)


@pytest.mark.parametrize(
    ("language", "expected"),
    [
        ("fr", ["Exposé – Feu vert : 30 s accordées de plus qu’aux autres (bruit).", "Passages et temps de parole"]),
        ("en", ["Pitch – Feu vert: granted 30 s more than the others (bruit).", "Passages and speaking time"]),
    ],
)
def test_minutes_tell_the_session(timed: StageReport, made_at: datetime, language: str, expected: list[str]) -> None:
    """The section stands after the running order, with its draw, derogation, table, comparison and picture."""
    blocks = list(flat(story(Subject(timed, phrases_of(language), made_at))))
    words = [each.words.replace(NBSP, " ") for each in blocks if isinstance(each, Paragraph | Heading)]
    for each in [*expected, "Lille", "oubli d’un projet", "train en retard", "deuxième convocation"]:
        assert any(each in line for line in words), each
    shown = [each.picture.alternative for each in blocks if isinstance(each, Figure)]
    assert timeline_picture(timed, phrases_of(language)).alternative in shown
    tables = [each for each in blocks if isinstance(each, Table)]
    assert any(cell.words.startswith(("exposé 5", "pitch 5")) for each in tables for row in each.rows for cell in row)


def test_minutes_without_a_session_say_nothing_of_it(report: StageReport, made_at: datetime) -> None:
    """A jury that did not use the clock has no empty section."""
    blocks = list(flat(story(Subject(report, phrases_of("fr"), made_at))))
    assert not [each for each in blocks if isinstance(each, Heading) and "temps de parole" in each.words]
    nothing = timeline_picture(report, phrases_of("fr")).alternative
    assert nothing not in [each.picture.alternative for each in blocks if isinstance(each, Figure)]


def test_timeline_shows_planned_and_real(timed: StageReport, found: TimingEvidence) -> None:
    """A line for each passage, break and opening: planned hours, and the phases as they were."""
    titles = {each: each.capitalize() for each in ORDER}
    rows = list(timeline_rows(found, titles, phrases_of("fr")))
    assert [row.name for row in rows] == ["Ouverture", "Vert", "Quoi", "Pause", "Cantine", "Cantine", "Relais", "Fil"]
    opening, first = rows[0], rows[1]
    assert opening.planned == (START.wall_ms, START.wall_ms + 5 * MINUTE)
    assert [(kind.value, end - start) for kind, start, end in first.real] == [
        ("pitch", 407_999),
        ("questions", 580_000),
    ]
    assert rows[5].planned is None
    assert rows[6].real == ()
    picture = timeline_picture(timed, phrases_of("en"))
    assert len(picture.data.rows) == len(rows)
    assert [cell.words for cell in picture.data.rows[0]] == ["Opening", "14:00", "14:05", "14:00", "14:05"]
    assert "from 14:00 to " in picture.alternative
    assert "svg" in picture.svg


@pytest.mark.parametrize(("language", "sheet"), [("fr", "Temps"), ("en", "Times")])
def test_workbook_has_a_row_for_each_phase(
    timed: StageReport, tmp_path: Path, made_at: datetime, language: str, sheet: str
) -> None:
    """Whole seconds as numbers, so that they add up, and what was said of them."""
    write_workbook(timed, tmp_path / "book.xlsx", language=language, made_at=made_at)
    with (tmp_path / "book.xlsx").open("rb") as file:
        rows = list(openpyxl.load_workbook(file, data_only=True)[sheet].iter_rows(min_row=2, values_only=True))
    assert len(rows) == 8
    first = rows[0]
    assert first[:4] == (1, "vert", "Feu vert", 1)
    assert first[7:14] == (300, 0, 30, 312, -18, 0, 95)
    assert "vidéoprojecteur" in str(first[15])
    skipped = next(row for row in rows if row[1] == "cantine" and row[10] == 0)
    assert skipped[11] is None


def test_workbook_without_a_session_has_no_sheet_of_times(
    report: StageReport, tmp_path: Path, made_at: datetime
) -> None:
    """Nothing timed, nothing to show."""
    write_workbook(report, tmp_path / "book.xlsx", language="fr", made_at=made_at)
    with (tmp_path / "book.xlsx").open("rb") as file:
        assert "Temps" not in openpyxl.load_workbook(file).sheetnames


@pytest.mark.parametrize(
    ("language", "told"),
    [
        ("fr", "Le règlement prévoit un tirage au sort de l’ordre de passage ; aucun tirage n’est consigné."),
        ("en", "The rules have the order of passage drawn by lot; no draw is on record."),
    ],
)
def test_a_draw_that_is_owed_and_was_not_made_is_said(
    report: StageReport, made_at: datetime, language: str, told: str
) -> None:
    """A fact of the minutes; once drawn, or where the rules fix the order, there is nothing to say."""

    def says(given: StageReport) -> bool:
        subject = Subject(given, phrases_of(language), made_at)
        words = " ".join(each.words for each in flat(story(subject)) if isinstance(each, Paragraph))
        return told in words.replace(NBSP, " ").replace("\u202f", " ")

    owed = replace(report, rules=replace(report.rules, timing={"pitch": "5", "order": "drawn"}), timing=None)
    assert says(owed)
    assert not says(replace(owed, rules=replace(report.rules, timing={"pitch": "5", "order": "given"})))

"""The draw by lot can be done again by anybody; every departure from it has its reason."""

import hashlib
from collections import Counter
from dataclasses import replace
from fractions import Fraction

import pytest

from jury_desk.domain.candidacy import Candidacy
from jury_desk.domain.errors import ReasonMissing, StillInUse, TextMissing
from jury_desk.domain.instants import Instant
from jury_desk.domain.pitch_errors import NobodyToHear, OrderFixed, OrderTouchesHeard, UndoChangesSession
from jury_desk.domain.pitch_events import TimingEvent, TimingKind
from jury_desk.domain.pitch_order import ALGORITHM, Basis, draw
from jury_desk.domain.scoring import Mark, MarkState, RecordedMark
from jury_desk.services.history import undo
from jury_desk.services.ports import Clock
from jury_desk.services.preparation import entries, set_entries
from jury_desk.services.running_order import change_order, draw_order, fresh_seed, orders
from jury_desk.storage.files import SqliteFiles
from jury_desk.storage.jury_file import SqliteFile

STAGE = "hackathon"
PASSAGES = [f"C{number}" for number in range(1, 6)]


@pytest.fixture
def listed(jury_file: SqliteFile) -> SqliteFile:
    """Five passages in the order of their ids."""
    with jury_file.unit() as unit:
        for each in PASSAGES:
            unit.put(Candidacy(each, f"Project {each}"))
        unit.commit("candidacies_imported")
    set_entries(jury_file, STAGE, PASSAGES)
    return jury_file


def order_in(file: SqliteFile) -> list[str]:
    """The order of passage in force."""
    return [entry.candidacy for entry in entries(file.records, STAGE)]


def call(file: SqliteFile, candidacy: str) -> None:
    """Write that somebody has been called, as the clock would."""
    with file.unit() as unit:
        seq = len(file.records.within(TimingEvent, STAGE)) + 1
        unit.put(TimingEvent(STAGE, seq, TimingKind.CALLED, Instant(0, 0, 0), candidacy, 1))
        unit.commit("timing_called")


def by_hand(names: list[str], seed: str) -> list[str]:
    """The draw as an auditor would write it from its description, sharing no line with ours."""
    left = sorted(names)
    for k in range(1, len(left)):
        i = len(left) - k
        t = 0
        while (number := int(hashlib.sha256(f"{seed}:{k}:{t}".encode()).hexdigest(), 16)) >= 2**256 // (i + 1) * (
            i + 1
        ):
            t += 1
        left[i], left[number % (i + 1)] = left[number % (i + 1)], left[i]
    return left


def test_draw_is_the_one_described() -> None:
    """A seed gives one order on every system and in every version of Python, and it is the one described."""
    assert draw(["P4", "P1", "P3", "P2"], "5 mars 2020, 13 h 40") == draw(
        ["P1", "P2", "P3", "P4"], "5 mars 2020, 13 h 40"
    )
    assert list(draw(PASSAGES, "Lille")) == by_hand(PASSAGES, "Lille") == ["C2", "C3", "C4", "C1", "C5"]
    for number in range(200):
        assert list(draw(PASSAGES, str(number))) == by_hand(PASSAGES, str(number))


def test_every_order_is_as_likely() -> None:
    """Over many seeds, each of the six orders of three comes about as often: no place is anybody's."""
    counts = Counter(draw("ABC", str(seed)) for seed in range(6000))
    assert len(counts) == 6
    assert all(900 < count < 1100 for count in counts.values())


def test_draw_is_kept_with_all_that_repeats_it(listed: SqliteFile, clock: Clock, files: SqliteFiles) -> None:
    """Seed, algorithm, hour and witness are kept; drawing again from them gives the same order."""
    draw_order(listed, STAGE, clock, seed=" Lille ", witness="Mme Vasseur")
    (kept,) = orders(listed.records, STAGE)
    assert (kept.basis, kept.seed, kept.algorithm, kept.witness) == (Basis.DRAWN, "Lille", ALGORITHM, "Mme Vasseur")
    assert kept.at.endswith("+00:00")
    assert kept.can_be_repeated
    assert order_in(listed) == list(kept.order) == list(draw(PASSAGES, "Lille"))
    listed.close()
    again = files.open(listed.path)
    assert orders(again.records, STAGE) == [kept]
    again.close()


def test_draw_needs_a_seed_a_witness_and_somebody(jury_file: SqliteFile, listed: SqliteFile, clock: Clock) -> None:
    """A draw that nobody saw, or that nobody can repeat, is none."""
    with pytest.raises(TextMissing):
        draw_order(listed, STAGE, clock, seed="", witness="Mme Vasseur")
    with pytest.raises(TextMissing):
        draw_order(listed, STAGE, clock, seed="Lille", witness=" ")
    with pytest.raises(NobodyToHear):
        draw_order(jury_file, "final", clock, seed="Lille", witness="Mme Vasseur")
    assert orders(listed.records, STAGE) == []


def test_second_draw_needs_a_reason_and_keeps_the_first(listed: SqliteFile, clock: Clock) -> None:
    """Drawing until the order pleases leaves a trace each time."""
    draw_order(listed, STAGE, clock, seed="Lille", witness="W")
    with pytest.raises(ReasonMissing):
        draw_order(listed, STAGE, clock, seed="Arras", witness="W")
    draw_order(listed, STAGE, clock, seed="Arras", witness="W", reason="a candidacy was missing")
    assert [(each.number, each.seed, each.reason) for each in orders(listed.records, STAGE)] == [
        (1, "Lille", ""),
        (2, "Arras", "a candidacy was missing"),
    ]


def test_draw_cannot_be_undone(listed: SqliteFile, clock: Clock) -> None:
    """An undo goes past the draw and refuses to take the list away under it: a draw is only followed by another."""
    draw_order(listed, STAGE, clock, seed="Lille", witness="W")
    with pytest.raises(UndoChangesSession):
        undo(listed)
    assert len(orders(listed.records, STAGE)) == 1
    with pytest.raises(OrderFixed):
        set_entries(listed, STAGE, PASSAGES)


def test_derogation_moves_passages_for_a_reason(listed: SqliteFile, clock: Clock) -> None:
    """A passage moves, is added or taken out, for a reason that stays; the draw before it stays repeatable."""
    draw_order(listed, STAGE, clock, seed="Lille", witness="W")
    wanted = ["C3", "C1", "C4", "C5", "C2"]
    with pytest.raises(ReasonMissing):
        change_order(listed, STAGE, clock, wanted, " ")
    change_order(listed, STAGE, clock, wanted, "train late")
    assert order_in(listed) == wanted
    drawn, moved = orders(listed.records, STAGE)
    assert (moved.basis, moved.reason, moved.seed) == (Basis.DEROGATION, "train late", "")
    assert drawn.can_be_repeated
    events = len(listed.events())
    change_order(listed, STAGE, clock, wanted, "nothing")
    assert len(listed.events()) == events


def test_who_was_called_keeps_their_place(listed: SqliteFile, clock: Clock) -> None:
    """Neither a derogation nor a new draw moves a passage already called."""
    call(listed, "C1")
    with pytest.raises(OrderTouchesHeard):
        change_order(listed, STAGE, clock, ["C2", "C1", "C3", "C4", "C5"], "why")
    with pytest.raises(OrderTouchesHeard):
        change_order(listed, STAGE, clock, ["C2", "C3", "C4", "C5"], "why")
    draw_order(listed, STAGE, clock, seed="Lille", witness="W")
    (kept,) = orders(listed.records, STAGE)
    assert kept.order == ("C1", *draw(PASSAGES[1:], "Lille"))
    assert (kept.among, kept.can_be_repeated) == (tuple(PASSAGES[1:]), True)


def test_forged_draw_is_seen(listed: SqliteFile, clock: Clock) -> None:
    """An order that its seed does not give is not what it says."""
    draw_order(listed, STAGE, clock, seed="Lille", witness="W")
    (kept,) = orders(listed.records, STAGE)
    assert not replace(kept, order=tuple(reversed(kept.order))).can_be_repeated
    assert not replace(kept, algorithm="by hand").can_be_repeated


def test_candidacy_with_marks_stays_in(listed: SqliteFile, clock: Clock) -> None:
    """A derogation takes nobody out who has been marked."""
    with listed.unit() as unit:
        unit.put(RecordedMark(STAGE, "C5", "J1", "K1", Mark(MarkState.MARKED, Fraction(7))))
        unit.commit("marks_recorded")
    with pytest.raises(StillInUse):
        change_order(listed, STAGE, clock, PASSAGES[:-1], "withdrawn")


def test_seeds_differ() -> None:
    """A fresh seed is not the last one."""
    assert len({fresh_seed() for _ in range(100)}) == 100

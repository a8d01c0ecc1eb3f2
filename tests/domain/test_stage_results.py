"""What is kept from one ranking to the next: the same marks are evaluated once, and never compared again."""

from __future__ import annotations

from fractions import Fraction

from jury_desk.domain.rubric import Criterion, Scale
from jury_desk.domain.rules import Rules
from jury_desk.domain.scoring import FixedSheets, Mark, MarkState
from jury_desk.domain.stage_results import StageResults

SCALE = Scale(Fraction(0), Fraction(10), Fraction(1))
RULES = Rules("Rules", "1", "en", SCALE, (Criterion("C1", "Problem", Fraction(1), SCALE),))


class Watched(FixedSheets):
    """Sheets that count how often they are compared."""

    def __init__(self, value: int) -> None:
        super().__init__({"J1": {"C1": Mark(MarkState.MARKED, Fraction(value))}})
        self.compared = 0

    def __eq__(self, other: object) -> bool:
        self.compared += 1
        return super().__eq__(other)

    __hash__ = None  # type: ignore[assignment]


def own(results: StageResults, sheets: Watched) -> Fraction | None:
    """The result of one candidacy, out of twenty."""
    (entrant,) = results.entrants(["P1"], {"P1": sheets}, {}, ())
    return entrant.own


def test_same_object_is_not_compared() -> None:
    """A keystroke elsewhere costs nothing here."""
    results, sheets = StageResults(RULES, ["J1"]), Watched(7)
    assert own(results, sheets) == own(results, sheets) == 14
    assert sheets.compared == 0


def test_same_marks_read_again_are_compared_once() -> None:
    """As when a file is opened anew: afterwards they are known by themselves."""
    results = StageResults(RULES, ["J1"])
    former, anew = Watched(7), Watched(7)
    own(results, former)
    for _ in range(3):
        assert own(results, anew) == 14
    assert former.compared + anew.compared == 1


def test_other_marks_are_evaluated_again() -> None:
    """Whatever was kept before."""
    results = StageResults(RULES, ["J1"])
    assert [own(results, Watched(value)) for value in (7, 8, 7)] == [14, 16, 14]

"""The ranking of a stage from what the file holds: earlier stages carried over, the withdrawn left out."""

from dataclasses import replace
from fractions import Fraction

import pytest

from jury_desk.domain.candidacy import Admissibility, Candidacy, Entry, Outcome, OutcomeCategory
from jury_desk.domain.errors import NotInStage
from jury_desk.domain.jury import Juror, Member, Voice
from jury_desk.domain.rubric import Criterion, Scale
from jury_desk.domain.rules import CarryOver, Rules
from jury_desk.domain.scoring import Mark, MarkState
from jury_desk.domain.standings import CarriedStageMissing, Status
from jury_desk.services.candidacies import set_admissibility
from jury_desk.services.deliberation import set_outcomes, standings_of
from jury_desk.services.outcomes import let_through
from jury_desk.services.ports import Clock
from jury_desk.services.preparation import add_juror, freeze_rules, set_entries, set_rules
from jury_desk.services.scoring import Cell, record_marks
from jury_desk.storage.jury_file import SqliteFile

SCALE = Scale(Fraction(0), Fraction(20), Fraction(1))
RULES = Rules("Rules", "1", "en", SCALE, (Criterion("A", "Only", Fraction(1), SCALE),))


def judged(file: SqliteFile, clock: Clock, stage: str, rules: Rules, marks: dict[str, int]) -> None:
    """Prepare a stage and record one juror's marks out of 20; an advisory member marks everybody 0."""
    set_entries(file, stage, marks)
    add_juror(file, Juror(f"{stage}-1", "Voting"), seat=Member(stage, "", 0))
    add_juror(file, Juror(f"{stage}-2", "Advisory"), seat=Member(stage, "", 0, voice=Voice.ADVISORY))
    set_rules(file, stage, rules)
    freeze_rules(file, stage, clock)
    given = {Cell(name, f"{stage}-1", "A"): Mark(MarkState.MARKED, Fraction(value)) for name, value in marks.items()}
    aside = {Cell(name, f"{stage}-2", "A"): Mark(MarkState.MARKED, Fraction(0)) for name in marks}
    record_marks(file, stage, given | aside)


@pytest.fixture
def file(jury_file: SqliteFile) -> SqliteFile:
    """Three candidacies."""
    with jury_file.unit() as unit:
        for name in ("P", "Q", "R"):
            unit.put(Candidacy(name, f"Project {name}"))
        unit.commit("candidacies_imported")
    return jury_file


def test_earlier_results_are_carried_over_with_their_weight(file: SqliteFile, clock: Clock) -> None:
    """A final of 60 % over a hackathon of 40 % gives the exact mixture; advisory marks do not count."""
    judged(file, clock, "hackathon", RULES, {"P": 20, "Q": 10})
    carry = CarryOver(Fraction(60), {"hackathon": Fraction(40)})
    judged(file, clock, "final", replace(RULES, carry_over=carry), {"P": 5, "Q": 12})
    found = {each.candidacy: each.exact for each in standings_of(file.records, "final").standings}
    assert found == {"P": Fraction(11), "Q": Fraction(112, 10)}


def test_a_stage_carries_no_later_one_and_not_itself(file: SqliteFile) -> None:
    """Rules that name their own or a later stage are told so instead of going round for ever."""
    for named in ("hackathon", "final"):
        carry = CarryOver(Fraction(1), {named: Fraction(1)})
        set_rules(file, "hackathon", replace(RULES, carry_over=carry))
        with pytest.raises(CarriedStageMissing):
            standings_of(file.records, "hackathon")


def test_withdrawn_candidacy_is_listed_without_a_place(file: SqliteFile, clock: Clock) -> None:
    """Withdrawing after the marks takes the place away and keeps the marks."""
    judged(file, clock, "hackathon", RULES, {"P": 20, "Q": 10})
    set_admissibility(file, "P", Admissibility.WITHDRAWN, "Left the region")
    found = standings_of(file.records, "hackathon")
    assert (found.of("P").status, found.of("P").place, found.of("Q").place) == (Status.WITHDRAWN, None, 1)
    assert found.of("P").own == "20"


def test_outcomes_say_who_goes_on(file: SqliteFile) -> None:
    """Those selected, continued or extended go on, in the order of passage; a stranger has no outcome."""
    set_entries(file, "hackathon", ["R", "P", "Q"])
    decided = {"P": OutcomeCategory.EXTENDED, "Q": OutcomeCategory.NOT_SELECTED, "R": OutcomeCategory.SELECTED}
    set_outcomes(file, "hackathon", {name: Outcome(category) for name, category in decided.items()})
    assert let_through(file.records, "hackathon") == ["R", "P"]
    assert file.records.need(Entry, "hackathon", "P").outcome == Outcome(OutcomeCategory.EXTENDED)
    with pytest.raises(NotInStage):
        set_outcomes(file, "final", {"P": Outcome(OutcomeCategory.SELECTED)})

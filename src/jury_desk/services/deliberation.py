"""The computed ranking of a stage, and what the jury makes of it."""

from collections.abc import Mapping
from dataclasses import replace

from jury_desk.domain.candidacy import Admissibility, Candidacy, Entry, Outcome, OutcomeCategory
from jury_desk.domain.edition import Stage
from jury_desk.domain.errors import NotInStage
from jury_desk.domain.jury import Voice
from jury_desk.domain.records import Records
from jury_desk.domain.standings import Standings, rank
from jury_desk.services.changes import ChangeSet
from jury_desk.services.ports import JuryFile
from jury_desk.services.preparation import current_rules, entries, panel
from jury_desk.services.scoring import sheets_of

_GOING_ON = frozenset({OutcomeCategory.SELECTED, OutcomeCategory.CONTINUED, OutcomeCategory.EXTENDED})


def standings_of(records: Records, stage: str) -> Standings:
    """The computed ranking (classement arithmétique) of a stage.

    Raises:
        As :func:`jury_desk.services.preparation.current_rules`.
    """
    _, rules = current_rules(records, stage)
    candidacies = [entry.candidacy for entry in entries(records, stage)]
    voting = [member.juror for member, _ in panel(records, stage) if member.voice is Voice.VOTING]
    withdrawn = [each for each in candidacies if records.need(Candidacy, each).admissibility is Admissibility.WITHDRAWN]
    return rank(rules, candidacies, voting, sheets_of(records, stage, candidacies), withdrawn=withdrawn)


def set_outcomes(file: JuryFile, stage: str, outcomes: Mapping[str, Outcome | None]) -> ChangeSet:
    """Record what the jury decided for candidacies of a stage, by candidacy id.

    Raises:
        NotInStage: a candidacy that does not take part.
    """
    records = file.records
    with file.unit() as unit:
        for candidacy, outcome in outcomes.items():
            entry = records.get(Entry, stage, candidacy)
            if entry is None:
                raise NotInStage(candidacy, records.need(Stage, stage).name)
            unit.put(replace(entry, outcome=outcome))
        return unit.commit("outcomes_set")


def let_through(records: Records, stage: str) -> list[str]:
    """The candidacies that a stage lets go on: those with an outcome that continues, in the order of the stage."""
    return [
        entry.candidacy for entry in entries(records, stage) if entry.outcome and entry.outcome.category in _GOING_ON
    ]

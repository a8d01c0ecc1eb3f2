"""The computed ranking of a stage, and what the jury makes of it."""

from collections.abc import Mapping
from dataclasses import replace
from fractions import Fraction

from jury_desk.domain.candidacy import Entry, Outcome
from jury_desk.domain.contest import Contest
from jury_desk.domain.deliberation import Vote, voted_places
from jury_desk.domain.edition import RulesVersion, Stage
from jury_desk.domain.errors import NotInStage
from jury_desk.domain.records import Records
from jury_desk.domain.rules import Rules
from jury_desk.domain.standings import Standings
from jury_desk.services.changes import ChangeSet
from jury_desk.services.ports import JuryFile
from jury_desk.services.preparation import current_rules, entries, voting_panel, withdrawn
from jury_desk.services.scoring import sheets_of
from jury_desk.services.sheets import ranker_of


def standings_of(records: Records, stage: str) -> Standings:
    """The computed ranking (classement arithmétique) of a stage.

    Raises:
        As :func:`jury_desk.services.preparation.current_rules`.
    """
    version, _ = current_rules(records, stage)
    contest = contest_of(records, stage)
    return _ranked(version, contest)


def unvoted_standings(records: Records, stage: str) -> Standings:
    """The ranking as the tie chain alone leaves it: what a vote may separate.

    Raises:
        As :func:`jury_desk.services.preparation.current_rules`.
    """
    version, _ = current_rules(records, stage)
    return _ranked(version, replace(contest_of(records, stage), voted={}))


def _ranked(version: RulesVersion, contest: Contest) -> Standings:
    return ranker_of(version).rank(
        contest.candidacies,
        contest.panel,
        contest.sheets,
        carried=contest.carried,
        withdrawn=contest.withdrawn,
        voted=contest.voted,
    )


def contest_of(records: Records, stage: str) -> Contest:
    """What the ranking of a stage is made from: its candidacies in the order of passage, its voting jurors, its marks.

    Raises:
        As :func:`jury_desk.services.preparation.current_rules`.
    """
    _, rules = current_rules(records, stage)
    candidacies = tuple(entry.candidacy for entry in entries(records, stage))
    return Contest(
        rules=rules,
        candidacies=candidacies,
        panel=voting_panel(records, stage),
        sheets=sheets_of(records, stage, candidacies),
        carried=_carried(records, records.need(Stage, stage), rules),
        withdrawn=withdrawn(records, stage),
        voted=records.derived(voted_places, Vote, stage),
    )


def _carried(records: Records, stage: Stage, rules: Rules) -> dict[str, dict[str, Fraction]]:
    """The results of the earlier stages that the rules carry over; a stage never carries a later one, or itself."""
    earlier = (records.get(Stage, each) for each in rules.carried_stages)
    return {
        each.id: {one.candidacy: one.exact for one in standings_of(records, each.id).standings if one.exact is not None}
        for each in earlier
        if each is not None and each.position < stage.position
    }


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

"""How firmly the ranking of a stage stands, from what the file holds; beside the ranking, never in its place."""

from collections.abc import Mapping
from dataclasses import dataclass

from jury_desk.domain.candidacy import Candidacy
from jury_desk.domain.records import Records
from jury_desk.domain.robustness import Robustness, Settings, robustness
from jury_desk.services.deliberation import contest_of
from jury_desk.services.preparation import panel


@dataclass(frozen=True, slots=True)
class RobustnessReport:
    """The robustness of one stage's ranking, with the names its ids stand for.

    Attributes:
        candidacies: titles, by candidacy id.
        jurors: names, by juror id.
        criteria: names, by criterion id.
    """

    stage: str
    robustness: Robustness
    candidacies: Mapping[str, str]
    jurors: Mapping[str, str]
    criteria: Mapping[str, str]


def robustness_of(records: Records, stage: str, settings: Settings | None = None) -> RobustnessReport:
    """The robustness of a stage's computed ranking.

    Raises:
        As :func:`jury_desk.services.deliberation.standings_of`.
    """
    contest = contest_of(records, stage)
    return RobustnessReport(
        stage=stage,
        robustness=robustness(contest, settings),
        candidacies={each: records.need(Candidacy, each).title for each in contest.candidacies},
        jurors={member.juror: juror.name for member, juror in panel(records, stage)},
        criteria={criterion.id: criterion.name for criterion in contest.rules.criteria},
    )

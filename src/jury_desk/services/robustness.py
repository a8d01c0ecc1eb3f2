"""How firmly the ranking of a stage stands, from what the file holds; beside the ranking, never in its place.

It takes long enough to be worked out beside the window: :func:`robustness_question` reads the file and holds plain
values only, :func:`answer` needs no file.
"""

from dataclasses import dataclass

from jury_desk.domain.contest import Contest
from jury_desk.domain.minutes import StageReport
from jury_desk.domain.records import Records
from jury_desk.domain.robustness import Robustness, Settings, robustness
from jury_desk.services.deliberation import contest_of
from jury_desk.services.disclosure import contest_of_report
from jury_desk.services.names import Names, names_of


@dataclass(frozen=True, slots=True)
class RobustnessQuestion:
    """What is asked: the contest of a stage, the names in it, what the jury has set."""

    stage: str
    contest: Contest
    names: Names
    settings: Settings


@dataclass(frozen=True, slots=True)
class RobustnessReport:
    """The robustness of one stage's ranking, with the names its ids stand for."""

    stage: str
    robustness: Robustness
    names: Names


def robustness_question(records: Records, stage: str, settings: Settings | None = None) -> RobustnessQuestion:
    """The question of a stage as it stands.

    Raises:
        As :func:`jury_desk.services.deliberation.standings_of`.
    """
    contest = contest_of(records, stage)
    return RobustnessQuestion(stage, contest, names_of(records, stage, contest.rules), settings or Settings())


def answer(question: RobustnessQuestion) -> RobustnessReport:
    """The robustness that was asked for.

    Raises:
        CarriedStageMissing, UnequalPanels: there is no ranking that could be tried.
    """
    return RobustnessReport(question.stage, robustness(question.contest, question.settings), question.names)


def robustness_of(records: Records, stage: str, settings: Settings | None = None) -> RobustnessReport:
    """The robustness of a stage's computed ranking.

    Raises:
        As :func:`jury_desk.services.deliberation.standings_of`.
    """
    return answer(robustness_question(records, stage, settings))


def robustness_of_report(report: StageReport) -> RobustnessReport:
    """The robustness of the ranking that a report holds, for the documents made from it.

    Raises:
        As :func:`answer`.
    """
    contest = contest_of_report(report, [seat.juror.id for seat in report.voting], report.sheets)
    names = Names(
        candidacies={each.id: each.title for each in report.candidacies},
        jurors={seat.juror.id: seat.juror.name for seat in report.panel},
        criteria={criterion.id: criterion.name for criterion in report.rules.criteria},
    )
    return answer(RobustnessQuestion(report.stage.id, contest, names, Settings()))

"""What a juror who is recused from a candidacy may see: nothing of it, and nothing it could be worked out from.

The masked view is made as if nobody had given the hidden candidacies a mark: it is a function of everything but those
marks, so that no result, place, mean, tie or document made from it can give one away. What the view drops besides is
what would tell by counting (the selection line, votes and decisions) or by trying (the fingerprints of the data).
"""

from dataclasses import replace

from jury_desk.domain.minutes import Deliberated, EntryCheck, StageReport
from jury_desk.domain.records import Records
from jury_desk.domain.standings import Standings
from jury_desk.services.hiding import hidden_from, seen_contest, seen_standings
from jury_desk.services.minutes_data import data_print, minutes_data
from jury_desk.services.ports import JuryFile
from jury_desk.services.reporting import stage_report
from jury_desk.services.scoring import completeness


def masked_standings(records: Records, stage: str, juror: str) -> Standings:
    """The computed ranking as a juror may see it: the candidacies hidden from them without result or place.

    The others are ranked among themselves, without a selection line. A juror from whom nothing is hidden sees it all.

    Raises:
        As :func:`jury_desk.services.deliberation.standings_of`.
    """
    return seen_standings(records, stage, hidden_from(records, stage, juror))


def masked_report(file: JuryFile, stage: str, juror: str) -> StageReport:
    """The report of a stage as a juror may see it; any document can be written from it.

    Raises:
        As :func:`jury_desk.services.reporting.stage_report`.
    """
    report = stage_report(file, stage)
    hidden = hidden_from(file.records, stage, juror)
    if not hidden:
        return report
    contest = seen_contest(file.records, stage, hidden)
    owed = [each for each in completeness(file.records, stage) if each.candidacy not in hidden]
    view = replace(
        report,
        rules=contest.rules,
        entries={name: replace(entry, outcome=None) for name, entry in report.entries.items()},
        sheets=contest.sheets,
        standings=seen_standings(file.records, stage, hidden),
        missing=sum(sheet.owed - sheet.given for sheet in owed if not sheet.complete),
        footnotes=tuple(each for each in report.footnotes if not hidden & set(each.candidacies)),
        deliberated=Deliberated(report.deliberated.sitting),
        entry=EntryCheck(),
        journal=(),
        head="",
        content="",
    )
    return replace(view, fingerprint=data_print(minutes_data(view)))

"""What a juror who is recused from a candidacy may see: nothing of it, and nothing it could be worked out from.

The masked view is made as if nobody had given the hidden candidacies a mark: it is a function of everything but those
marks, so that no result, place, mean, tie or document made from it can give one away. What the view drops besides is
what would tell by counting (the selection line, votes and decisions) or by trying (the fingerprints of the data).
"""

from collections.abc import Collection
from dataclasses import replace

from jury_desk.domain.contest import Contest
from jury_desk.domain.minutes import Deliberated, EntryCheck, StageReport
from jury_desk.domain.records import Records
from jury_desk.domain.recusal import Ruling
from jury_desk.domain.rules import fingerprint
from jury_desk.domain.standings import Standings
from jury_desk.services.bars import recusal_bar
from jury_desk.services.deliberation import contest_of
from jury_desk.services.minutes_data import data_print, minutes_data
from jury_desk.services.ports import JuryFile
from jury_desk.services.preparation import entries
from jury_desk.services.recusals import recusals_of
from jury_desk.services.reporting import stage_report
from jury_desk.services.scoring import completeness


def hidden_from(records: Records, stage: str, juror: str) -> frozenset[str]:
    """The candidacies of which a juror sees no mark, comment, total, result, place or tie.

    They are those the juror is recused from, and those on which the chair has still to rule: what has been seen cannot
    be unseen. A light link hides nothing.
    """
    mine = [each for each in recusals_of(records, stage) if each.juror == juror and each.level.bars]
    asked = {each.candidacy for each in mine if each.ruling is not Ruling.DISMISSED}
    every = [entry.candidacy for entry in entries(records, stage)]
    return frozenset(
        each for each in every if each in asked or "" in asked or recusal_bar(records, stage, each, juror) is not None
    )


def masked_standings(records: Records, stage: str, juror: str) -> Standings:
    """The computed ranking as a juror may see it: the candidacies hidden from them without result or place.

    The others are ranked among themselves, without a selection line. A juror from whom nothing is hidden sees it all.

    Raises:
        As :func:`jury_desk.services.deliberation.standings_of`.
    """
    return _masked_standings(contest_of(records, stage), hidden_from(records, stage, juror))


def masked_report(file: JuryFile, stage: str, juror: str) -> StageReport:
    """The report of a stage as a juror may see it; any document can be written from it.

    Raises:
        As :func:`jury_desk.services.reporting.stage_report`.
    """
    report = stage_report(file, stage)
    hidden = hidden_from(file.records, stage, juror)
    if not hidden:
        return report
    contest = contest_of(file.records, stage)
    masked = _masked(contest, hidden)
    owed = [each for each in completeness(file.records, stage) if each.candidacy not in hidden]
    view = replace(
        report,
        rules=masked.rules,
        entries={name: replace(entry, outcome=None) for name, entry in report.entries.items()},
        sheets=masked.sheets,
        standings=_masked_standings(contest, hidden),
        missing=sum(sheet.owed - sheet.given for sheet in owed if not sheet.complete),
        footnotes=tuple(each for each in report.footnotes if not hidden & set(each.candidacies)),
        deliberated=Deliberated(report.deliberated.sitting),
        entry=EntryCheck(),
        journal=(),
        head="",
        content="",
    )
    return replace(view, fingerprint=data_print(minutes_data(view)))


def _masked_standings(contest: Contest, hidden: Collection[str]) -> Standings:
    if not hidden:
        return contest.standings()
    return replace(_masked(contest, hidden).standings(), fingerprint=fingerprint(contest.rules))


def _masked(contest: Contest, hidden: Collection[str]) -> Contest:
    carried = {
        stage: {candidacy: result for candidacy, result in results.items() if candidacy not in hidden}
        for stage, results in contest.carried.items()
    }
    sheets = {candidacy: {} if candidacy in hidden else given for candidacy, given in contest.sheets.items()}
    return replace(contest, rules=replace(contest.rules, selection=None), sheets=sheets, carried=carried, voted={})

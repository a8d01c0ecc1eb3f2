"""What of a stage may leave with its minutes: every mark that a recomputation needs, none beside the name of a juror.

Recusals are printed with names, so that even a number in place of a name would give a juror away as soon as it stood
for the same person from one candidacy to the next: the sheet missing there would name it. Sheets are therefore put in
the order of what they say, candidacy by candidacy, wherever the rules do not compare what one juror gave to several.
"""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from jury_desk.domain.candidacy import Candidacy, Holder
from jury_desk.domain.contest import Contest
from jury_desk.domain.deliberation import voted_places
from jury_desk.domain.documents import canonical, to_document
from jury_desk.domain.jury import Juror, Member
from jury_desk.domain.minutes import Seat, StageReport
from jury_desk.domain.rubric import Across
from jury_desk.domain.rules import Rules
from jury_desk.domain.scoring import BLANK, SECRETARIAT, Mark, Sheet, Sheets

_ACROSS_CANDIDACIES = frozenset({Across.SUM, Across.RANK_SUM})
"""Methods that need to know that two sheets are the same juror's."""


def compares_jurors(rules: Rules) -> bool:
    """Whether the ranking depends on which sheets, of different candidacies, are the same juror's."""
    methods = {rules.aggregation.across_jurors, *(criterion.across_jurors for criterion in rules.criteria)}
    return bool(methods & _ACROSS_CANDIDACIES) or "head_to_head" in rules.ties.chain


def unnamed(report: StageReport) -> StageReport:
    """The report as it may leave: seats are numbers, comments, addresses and answers are gone, the ranking is the same.

    The numbers mean the same juror throughout only where :func:`compares_jurors`. The journal, which names who did
    what, the recusals, the footnotes and the deliberation, which the minutes print, are not in it.
    """
    seats = [seat.juror.id for seat in report.voting]
    heard = [candidacy.id for candidacy in report.candidacies]
    ordered = _linked if compares_jurors(report.rules) else _apart
    sheets = ordered({candidacy: _bare(report.sheets.get(candidacy, {}), seats) for candidacy in heard}, report.rules)
    contest = contest_of_report(report, [str(number) for number in range(1, len(seats) + 1)], sheets)
    # Made anew, part by part: what the report holds besides, or will hold one day, does not leave by itself.
    return StageReport(
        edition=report.edition,
        stage=report.stage,
        rules=report.rules,
        rules_version=report.rules_version,
        rules_versions=report.rules_versions,
        panel=tuple(_seat(report.stage.id, number) for number in contest.panel),
        received=tuple(map(_as_printed, report.received)),
        candidacies=tuple(map(_as_printed, report.candidacies)),
        entries=report.entries,
        sheets=sheets,
        standings=contest.standings(),
        missing=report.missing,
        recusals=(),
        journal=(),
        head=report.head,
        fingerprint=report.fingerprint,
        withdrawn=report.withdrawn,
        named=False,
    )


def contest_of_report(report: StageReport, panel: Sequence[str], sheets: Sheets) -> Contest:
    """What the ranking of a report was made from, with other seats and sheets."""
    stages = report.rules.carried_stages
    standings = report.standings.standings
    return Contest(
        rules=report.rules,
        candidacies=tuple(candidacy.id for candidacy in report.candidacies),
        panel=tuple(panel),
        sheets=sheets,
        carried={
            stage: {each.candidacy: each.carried[stage] for each in standings if stage in each.carried}
            for stage in stages
        },
        withdrawn=report.withdrawn,
        voted=voted_places(report.deliberated.votes),
    )


def _bare(sheets: Mapping[str, Sheet], seats: Sequence[str]) -> dict[str, Sheet]:
    """The sheets of the voting seats and of the secretariat, without a comment."""
    return {
        juror: {
            criterion: Mark(mark.state, mark.value)
            for criterion, mark in sheets.get(juror, {}).items()
            if mark.state is not BLANK.state
        }
        for juror in (*seats, SECRETARIAT)
    }


def _apart(sheets: dict[str, dict[str, Sheet]], rules: Rules) -> Sheets:
    """Numbered by what they say, candidacy by candidacy: no number goes from one to the next."""
    return {candidacy: _numbered(_sorted(of_jurors, rules), of_jurors) for candidacy, of_jurors in sheets.items()}


def _linked(sheets: dict[str, dict[str, Sheet]], rules: Rules) -> Sheets:
    """Numbered by what all of a juror's sheets say: one number throughout, in an order that is not the panel's."""
    jurors = {juror for of_jurors in sheets.values() for juror in of_jurors if juror != SECRETARIAT}
    said = {juror: [_said(of_jurors[juror], rules) for of_jurors in sheets.values()] for juror in sorted(jurors)}
    order = sorted(said, key=said.__getitem__)
    return {candidacy: _numbered(order, of_jurors) for candidacy, of_jurors in sheets.items()}


def _sorted(of_jurors: dict[str, Sheet], rules: Rules) -> list[str]:
    jurors = (juror for juror in of_jurors if juror != SECRETARIAT)
    return sorted(jurors, key=lambda juror: _said(of_jurors[juror], rules))


def _said(sheet: Sheet, rules: Rules) -> bytes:
    return canonical([to_document(sheet.get(criterion.id, BLANK)) for criterion in rules.criteria])


def _numbered(order: Sequence[str], of_jurors: dict[str, Sheet]) -> dict[str, Sheet]:
    numbered = {str(number): of_jurors[juror] for number, juror in enumerate(order, 1)}
    established = of_jurors.get(SECRETARIAT)
    return {SECRETARIAT: established, **numbered} if established else numbered


def _seat(stage: str, number: str) -> Seat:
    return Seat(Member(stage, number, int(number)), Juror(number, number))


def _as_printed(candidacy: Candidacy) -> Candidacy:
    holders = tuple(Holder(holder.name, holder.first_name) for holder in candidacy.holders)
    return replace(candidacy, holders=holders, summary="", submitted="", answers=())

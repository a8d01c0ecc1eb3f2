"""Whom a candidacy is hidden from, and the ranking without what is hidden: as if nobody had given it a mark.

What is made here is a function of everything but the marks of the hidden candidacies, so that no result, place, mean or
tie in it can give one away. The documents of a recused juror are made from it in :mod:`jury_desk.services.masking`; the
window shows it where the jury's screen is shared.
"""

from collections.abc import Collection
from dataclasses import dataclass, replace

from jury_desk.domain.contest import Contest
from jury_desk.domain.jury import TAKES_PART
from jury_desk.domain.records import Records
from jury_desk.domain.recusal import RecusalLevel, Ruling
from jury_desk.domain.rules import fingerprint
from jury_desk.domain.standings import Standings
from jury_desk.services.bars import recusal_bar
from jury_desk.services.deliberation import contest_of, standings_of
from jury_desk.services.preparation import entries, panel
from jury_desk.services.recusals import recusals_of


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


def seen_standings(records: Records, stage: str, hidden: Collection[str]) -> Standings:
    """The computed ranking without these candidacies; with nothing to hide, as it is.

    Raises:
        As :func:`jury_desk.services.deliberation.standings_of`.
    """
    if not hidden:
        return standings_of(records, stage)
    contest = contest_of(records, stage)
    return replace(masked(contest, hidden).standings(), fingerprint=fingerprint(contest.rules))


def seen_contest(records: Records, stage: str, hidden: Collection[str]) -> Contest:
    """What :func:`seen_standings` is made from.

    Raises:
        As :func:`jury_desk.services.deliberation.contest_of`.
    """
    contest = contest_of(records, stage)
    return masked(contest, hidden) if hidden else contest


def masked(contest: Contest, hidden: Collection[str]) -> Contest:
    """The contest without a mark of these candidacies, and without the selection line that would tell by counting."""
    carried = {
        stage: {candidacy: result for candidacy, result in results.items() if candidacy not in hidden}
        for stage, results in contest.carried.items()
    }
    sheets = {candidacy: {} if candidacy in hidden else given for candidacy, given in contest.sheets.items()}
    return replace(contest, rules=replace(contest.rules, selection=None), sheets=sheets, carried=carried, voted={})


@dataclass(frozen=True, slots=True)
class SetApart:
    """A juror who takes no part while a candidacy is discussed.

    Attributes:
        leaves: whether the link is strong enough to leave the room.
        pending: whether the chair has still to rule.
    """

    juror: str
    name: str
    reason: str
    leaves: bool
    pending: bool


def set_apart(records: Records, stage: str, candidacy: str) -> tuple[SetApart, ...]:
    """Who of those taking part is set apart from the discussion of a candidacy, in the order of the panel."""
    links = [each for each in recusals_of(records, stage) if each.level.bars and each.ruling is not Ruling.DISMISSED]
    found: list[SetApart] = []
    for member, juror in panel(records, stage):
        mine = [each for each in links if each.juror == member.juror]
        there = bool(mine) and member.presence in TAKES_PART
        if not there or candidacy not in hidden_from(records, stage, member.juror):
            continue
        # A recusal from another candidacy may count for all: then it says why.
        near = [each for each in mine if each.candidacy in (candidacy, "")] or mine
        found.append(
            SetApart(
                member.juror,
                juror.name,
                next((each.reason for each in near if each.reason), ""),
                leaves=any(each.level is RecusalLevel.MAJOR for each in near),
                pending=all(each.ruling is Ruling.PENDING for each in near),
            )
        )
    return tuple(found)


def viewers(records: Records, stage: str) -> dict[str, str]:
    """The names of those from whom something of a stage is hidden, by juror id, in the order of the panel."""
    return {
        member.juror: juror.name for member, juror in panel(records, stage) if hidden_from(records, stage, member.juror)
    }

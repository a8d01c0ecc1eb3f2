"""Decisions that depart from what the rules foresee: a jury may take them, for a reason that the candidate can read."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from jury_desk.domain.candidacy import Outcome, OutcomeCategory
from jury_desk.domain.deliberation import Placed
from jury_desk.domain.rules import TieAtCut
from jury_desk.domain.standings import Standings, Status


class DeviationKind(StrEnum):
    """In what a decision departs from the rules."""

    ELIMINATED = "eliminated"
    BEYOND_PLACES = "beyond_places"
    PASSED_OVER = "passed_over"


_FAVOUR = {OutcomeCategory.SELECTED: 2, OutcomeCategory.RESERVE: 1, OutcomeCategory.NOT_SELECTED: 0}
"""The categories that a ranking orders, the higher the better; a jury chooses the others for the project's own sake."""


@dataclass(frozen=True, slots=True)
class Deviation:
    """One such decision; ``reason`` is its motivation, empty while nobody has written one."""

    kind: DeviationKind
    candidacy: str
    reason: str


def deviations(standings: Standings, places: Sequence[Placed], outcomes: Mapping[str, Outcome]) -> list[Deviation]:
    """The decisions that depart from the rules: those of :class:`DeviationKind`, one kind for each candidacy.

    One under a threshold goes on, more are selected than there are places, or one is decided less well than another
    that stands behind it in the ranking.

    Args:
        standings: what the rules come to.
        places: the ranking that holds, the adopted one or the computed.
        outcomes: what is decided, by candidacy.
    """
    kinds = dict.fromkeys(_passed_over(standings, places, outcomes), DeviationKind.PASSED_OVER)
    kinds |= dict.fromkeys(_beyond(standings, places, outcomes), DeviationKind.BEYOND_PLACES)
    kinds |= dict.fromkeys(_eliminated(standings, outcomes), DeviationKind.ELIMINATED)
    return [Deviation(kind, each, outcomes[each].motivation.strip()) for each, kind in kinds.items()]


def _eliminated(standings: Standings, outcomes: Mapping[str, Outcome]) -> Iterator[str]:
    for each in standings.standings:
        outcome = outcomes.get(each.candidacy)
        if each.status is Status.ELIMINATED and outcome is not None and outcome.category.goes_on:
            yield each.candidacy


def _passed_over(standings: Standings, places: Sequence[Placed], outcomes: Mapping[str, Outcome]) -> Iterator[str]:
    """Those decided less well than one that stands behind them; whoever has no place stands behind all."""
    if standings.rules.selection is None:
        return
    known = {each.candidacy: each.place for each in places}
    decided = {each: _FAVOUR[outcome.category] for each, outcome in outcomes.items() if outcome.category in _FAVOUR}
    for each, favour in decided.items():
        place = known.get(each, len(places) + 1)
        if any(place < known.get(other, len(places) + 1) for other, more in decided.items() if more > favour):
            yield each


def _beyond(standings: Standings, places: Sequence[Placed], outcomes: Mapping[str, Outcome]) -> list[str]:
    """Those selected after the last place is taken; equals at the line where the rules take all of them are not."""
    selection = standings.rules.selection
    selected = [each for each, outcome in outcomes.items() if outcome.category is OutcomeCategory.SELECTED]
    if selection is None or len(selected) <= selection.places:
        return []
    known = {each.candidacy: each.place for each in places}
    selected.sort(key=lambda each: known.get(each, len(places) + 1))
    last = known.get(selected[selection.places - 1]) if selection.places else None
    includes = selection.tie_at_cut is TieAtCut.INCLUDE and last is not None
    return [each for each in selected[selection.places :] if not (includes and known.get(each) == last)]

"""From the computed ranking to the adopted one: what a vote may separate, what an adopted ranking changes and why."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby

from jury_desk.domain.deliberation import Placed
from jury_desk.domain.documents import digest, to_document
from jury_desk.domain.errors import DomainError, ReasonMissing
from jury_desk.domain.rules import Numbering, Selection, TieAtCut
from jury_desk.domain.standings import Standing, Standings, Status

_MAY_STAY_OUT = frozenset({Status.INCOMPLETE, Status.UNRANKABLE})
_STAYS_OUT = frozenset({Status.WITHDRAWN, Status.ELIMINATED})


class RankingIncomplete(DomainError):
    """An adopted ranking that leaves a ranked candidacy out, or names one that cannot have a place."""

    name: str


class PlacesDoNotFollow(DomainError):
    """An adopted ranking whose places leave one out, or do not count equals as the rules do."""

    name: str
    place: int
    expected: int


class RankingChanged(DomainError):
    """A ranking adopted from a proposal that marks or rules have changed since."""


class NotTied(DomainError):
    """A vote to separate candidacies that the tie chain does not leave equal."""

    names: str


@dataclass(frozen=True, slots=True)
class Moved:
    """A candidacy whose place differs between two rankings; ``None`` where it has none."""

    candidacy: str
    computed: int | None
    adopted: int | None


def places_of(standings: Standings) -> tuple[Placed, ...]:
    """The computed places, as a ranking to adopt."""
    return tuple(Placed(each.candidacy, each.place) for each in standings.standings if each.place is not None)


def moves(standings: Standings, places: Sequence[Placed]) -> tuple[Moved, ...]:
    """What a ranking changes in the computed one, in the order of the computed one."""
    adopted = {each.candidacy: each.place for each in places}
    return tuple(
        Moved(each.candidacy, each.place, adopted.get(each.candidacy))
        for each in standings.standings
        if each.place != adopted.get(each.candidacy)
    )


def check_places(standings: Standings, places: Sequence[Placed], reason: str) -> None:
    """Let a ranking be adopted.

    Raises:
        RankingIncomplete: a ranked candidacy is left out or placed twice, or a withdrawn or eliminated one has a place.
        PlacesDoNotFollow: a place is left out, or what follows equals is not counted as the rules say.
        ReasonMissing: it differs from the computed one and nobody says why.
    """
    placed = {each.candidacy for each in places}
    for standing in standings.standings:
        has_place = standing.candidacy in placed
        if standing.status not in _MAY_STAY_OUT and has_place == (standing.status in _STAYS_OUT):
            raise RankingIncomplete(standing.candidacy)
    known = {each.candidacy for each in standings.standings}
    for at, each in enumerate(places):
        if each.candidacy not in known or each.candidacy in {other.candidacy for other in places[:at]}:
            raise RankingIncomplete(each.candidacy)
    _check_numbering(places, standings.rules.ties.numbering)
    if moves(standings, places) and not reason.strip():
        raise ReasonMissing("ranking_adopted")


def _check_numbering(places: Sequence[Placed], numbering: Numbering) -> None:
    expected = 1
    for _, group in groupby(sorted(places, key=lambda each: each.place), key=lambda each: each.place):
        equals = list(group)
        if equals[0].place != expected:
            raise PlacesDoNotFollow(equals[0].candidacy, equals[0].place, expected)
        expected += len(equals) if numbering is Numbering.COMPETITION else 1


def across_line(places: Sequence[Placed], selection: Selection) -> tuple[str, ...]:
    """The candidacies that share a place on both sides of the selection line; places are counted by position."""
    last_in = [each for position, each in enumerate(places, 1) if position == selection.places]
    if not last_in or selection.tie_at_cut is TieAtCut.INCLUDE:
        return ()
    equals = [position for position, each in enumerate(places, 1) if each.place == last_in[0].place]
    return tuple(places[each - 1].candidacy for each in equals) if equals[-1] > selection.places else ()


def tied_groups(standings: Standings) -> tuple[tuple[Standing, ...], ...]:
    """The groups that share a place: what a vote may separate, in rank order."""
    shared = (each for each in standings.standings if each.shared)
    return tuple(tuple(group) for _, group in groupby(shared, key=lambda each: each.place))


def ranking_digest(standings: Standings) -> str:
    """SHA-256 of a computed ranking: who stands where, on which exact value."""
    return digest([[each.candidacy, each.place, to_document(each.exact)] for each in standings.standings])

"""What a jury decides together: who sits at that moment, what it votes, which ranking it adopts.

Three rankings are kept apart (design section 2): the computed one is never touched; the jury adopts one, which may be
the same; the authority may depart from it. Each difference has its reason.
"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import groupby
from typing import ClassVar

from jury_desk.domain.errors import DomainError

FOR, AGAINST = "for", "against"
"""The two options of a motion; those of a tie are the candidacies themselves."""


class VoteMode(StrEnum):
    """How the jury voted (field page, section 1)."""

    CONSENSUS = "consensus"
    SHOW_OF_HANDS = "show_of_hands"
    SECRET_BALLOT = "secret_ballot"  # noqa: S105 - a way of voting


class VoteSubject(StrEnum):
    """What a vote is about."""

    TIE = "tie"
    RANKING = "ranking"
    DECISION = "decision"
    OTHER = "other"


class QuorumLost(DomainError):
    """An act of the jury with fewer voting members than the rules ask for."""

    present: int
    quorum: int


class VotesDoNotAddUp(DomainError):
    """Votes and abstentions that are not as many as the voting members present and the proxies they hold."""

    cast: int
    voters: int


class TooManyProxies(DomainError):
    """More proxies than members to hold one each."""

    proxies: int
    present: int


class NobodyToRepresent(DomainError):
    """More proxies than members who are not there to vote themselves."""

    proxies: int
    absent: int


class CastingVoteRefused(DomainError):
    """A casting vote where the votes are not equal, or that the rules do not give."""


@dataclass(frozen=True, slots=True)
class Bench:
    """Who sat when an act was decided.

    Attributes:
        at: UTC instant, ISO 8601.
        present: the voting jurors who take part, by id, in the order of the panel.
        withdrawn: those who left for it: recused on what is decided.
        quorum: how many the rules ask for; 0 when they ask for none.
        presiding: the id of who presides, who alone may have a casting vote; empty when nobody does.
        withdrawn_count: whether the rules count those who left for it in the quorum all the same.
    """

    at: str
    present: tuple[str, ...]
    withdrawn: tuple[str, ...] = ()
    quorum: int = 0
    presiding: str = ""
    withdrawn_count: bool = False

    @property
    def counted(self) -> int:
        """How many count in the quorum."""
        return len(self.present) + (len(self.withdrawn) if self.withdrawn_count else 0)

    @property
    def reached(self) -> bool:
        """Whether enough are present."""
        return self.counted >= self.quorum

    def check(self) -> None:
        """Let an act go on.

        Raises:
            QuorumLost: too few voting members are present.
        """
        if not self.reached:
            raise QuorumLost(self.counted, self.quorum)


@dataclass(frozen=True, slots=True)
class Choice:
    """An option of a vote, :data:`FOR`, :data:`AGAINST` or a candidacy's id, and the votes for it."""

    option: str
    votes: int


@dataclass(frozen=True, slots=True)
class Vote:
    """One vote of the jury.

    Attributes:
        number: 1, 2, 3 … within the stage.
        candidacies: those it is about; for a tie, the group of equals.
        choices: what could be chosen; by consensus, the options in the order agreed, with no votes counted.
        proxies: how many of the votes were cast for an absent member.
        casting: the option that the casting vote chose; empty when it was not used.
    """

    entity: ClassVar[str] = "vote"

    stage: str
    number: int
    subject: VoteSubject
    question: str
    mode: VoteMode
    choices: tuple[Choice, ...]
    bench: Bench
    candidacies: tuple[str, ...] = ()
    abstentions: int = 0
    proxies: int = 0
    casting: str = ""
    note: str = ""

    @property
    def key(self) -> tuple[str, ...]:
        """The stage and the number."""
        return (self.stage, str(self.number))

    @property
    def ranked(self) -> tuple[tuple[str, ...], ...]:
        """The options, best first, those left equal together; the casting vote puts one of the first ahead."""
        if self.mode is VoteMode.CONSENSUS:
            return tuple((choice.option,) for choice in self.choices)
        ordered = sorted(self.choices, key=lambda choice: -choice.votes)
        groups = [tuple(each.option for each in group) for _, group in groupby(ordered, key=lambda each: each.votes)]
        if self.casting and self.casting in groups[0] and len(groups[0]) > 1:
            rest = tuple(option for option in groups[0] if option != self.casting)
            groups[:1] = [(self.casting,), rest]
        return tuple(groups)

    @property
    def carried(self) -> bool:
        """Whether a motion is adopted: more for than against, or as many and the casting vote for it."""
        return self.ranked[0] == (FOR,)

    def check(self, *, casting_vote: bool) -> None:
        """Let a vote be recorded.

        Args:
            casting_vote: whether the rules give one to who presides.

        Raises:
            QuorumLost: too few voting members are present.
            TooManyProxies: each member holds one at most.
            VotesDoNotAddUp: the votes are not those of the members present and their proxies.
            CastingVoteRefused: the rules give none, nobody presides, or the votes are not equal.
        """
        self.bench.check()
        if self.proxies > len(self.bench.present):
            raise TooManyProxies(self.proxies, len(self.bench.present))
        cast, voters = sum(choice.votes for choice in self.choices) + self.abstentions, len(self.bench.present)
        if self.mode is not VoteMode.CONSENSUS and cast != voters + self.proxies:
            raise VotesDoNotAddUp(cast, voters + self.proxies)
        if self.casting and not (casting_vote and self.bench.presiding and self._needs_casting):
            raise CastingVoteRefused

    @property
    def _needs_casting(self) -> bool:
        if self.mode is VoteMode.CONSENSUS:
            return False
        most = max(choice.votes for choice in self.choices)
        best = [choice.option for choice in self.choices if choice.votes == most]
        return len(best) > 1 and self.casting in best


@dataclass(frozen=True, slots=True)
class Placed:
    """A candidacy's place in the adopted ranking; equals share one."""

    candidacy: str
    place: int


@dataclass(frozen=True, slots=True)
class AdoptedRanking:
    """The ranking the jury adopted (classement arrêté), beside the computed one.

    Attributes:
        places: in rank order.
        computed: SHA-256 of the computed ranking it was adopted on, so that a later mark shows.
        reason: why it differs; empty when it does not.
        vote: the number of the vote that adopted it; 0 for none.
    """

    entity: ClassVar[str] = "adopted_ranking"

    stage: str
    places: tuple[Placed, ...]
    computed: str
    bench: Bench
    reason: str = ""
    vote: int = 0

    @property
    def key(self) -> tuple[str, ...]:
        """The stage."""
        return (self.stage,)


def vote_between(votes: Sequence[Vote], equals: Collection[str]) -> Vote | None:
    """The vote that gave a group of equals its places: the last one on a tie among any of them."""
    on_them = (vote for vote in votes if vote.subject is VoteSubject.TIE)
    return next(
        (vote for vote in reversed(tuple(on_them)) if {each.option for each in vote.choices} & set(equals)), None
    )


def voted_places(votes: Sequence[Vote]) -> Mapping[str, int]:
    """The places that votes on ties have given within their groups, 1 first; a later vote replaces an earlier one."""
    found: dict[str, int] = {}
    for vote in votes:
        if vote.subject is VoteSubject.TIE:
            place = 1
            for group in vote.ranked:
                found |= dict.fromkeys(group, place)
                place += len(group)
    return found

"""Who is in the room: the quorum, and who has to leave or may come back between two passages."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from jury_desk.domain.jury import Member, Voice


@dataclass(frozen=True, slots=True)
class Quorum:
    """How many voting members are there, of how many, and how many it takes; 0 when the rules ask for none."""

    present: int
    total: int
    needed: int

    @property
    def reached(self) -> bool:
        """Whether enough are there."""
        return self.present >= self.needed


@dataclass(frozen=True, slots=True)
class Conflicts:
    """What a changeover means for the jurors who are out of one of its two passages.

    Attributes:
        newly: must leave now.
        still: stay out.
        no_longer: may come back.
    """

    newly: tuple[str, ...]
    still: tuple[str, ...]
    no_longer: tuple[str, ...]


def quorum(members: Sequence[Member], needed: int, away: Collection[str] = ()) -> Quorum:
    """Whether enough voting members are there; who is only represented is not, nor who is out of the room."""
    there = sum(member.votes and member.juror not in away for member in members)
    return Quorum(there, sum(member.voice is Voice.VOTING for member in members), needed)


def conflicts(
    recused: Mapping[str, Collection[str]], before: str, after: str, *, panel: Sequence[str] = ()
) -> Conflicts:
    """Who has to leave, stays out and may come back from one passage to the next.

    Args:
        recused: the jurors recused on each candidacy.
        before: the candidacy that was heard; empty at the beginning.
        after: the candidacy that comes; empty at the end.
        panel: the jurors in the order in which to name them; else by id.
    """
    out, comes = set(recused.get(before, ())), set(recused.get(after, ()))
    named = [*panel, *sorted((out | comes) - set(panel))]
    return Conflicts(
        newly=tuple(juror for juror in named if juror in comes - out),
        still=tuple(juror for juror in named if juror in comes & out),
        no_longer=tuple(juror for juror in named if juror in out - comes),
    )

"""The running order: a draw by lot that anybody can do again, and every later departure from it with its reason.

The draw, exactly, so that an auditor can repeat it with any tool that has SHA-256: put the candidacies in the order of
their ids (by Unicode code point); for i from the last position down to the second, counted from 0 and numbered n − 1 …
1, choose j among the i + 1 positions 0 … i and swap positions i and j. The k-th choice (k = 1, 2, 3 …) reads the
SHA-256 of the text ``seed:k:t`` in UTF-8, t = 0 at first, as one big-endian number; a number at or above the largest
multiple of i + 1 that 256 bits hold is thrown away and t = t + 1 tried, so that every position is equally likely; j is
the number modulo i + 1.
"""

import hashlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import ClassVar

ALGORITHM = "sha256-fisher-yates-1"
"""The name of the draw above, kept with each: another draw would have another name."""

_RANGE = 1 << 256


class Basis(StrEnum):
    """How an order came about."""

    DRAWN = "drawn"
    DEROGATION = "derogation"


@dataclass(frozen=True, slots=True)
class RunningOrder:
    """One order of passage; the newest of a stage is in force, and all of them are kept.

    Attributes:
        number: 1, 2, 3 … within the stage.
        at: UTC instant, ISO 8601.
        seed: what was drawn from; empty for a derogation.
        algorithm: the name of the draw.
        witness: who saw it done.
        reason: of a derogation, or of drawing again.
        among: who was drawn; whoever had been called already kept the place they had.
        order: the order that came out, of every passage of the stage.
    """

    entity: ClassVar[str] = "running_order"

    stage: str
    number: int
    basis: Basis
    at: str
    order: tuple[str, ...]
    among: tuple[str, ...] = ()
    seed: str = ""
    algorithm: str = ""
    witness: str = ""
    reason: str = ""

    @property
    def key(self) -> tuple[str, ...]:
        """The stage and the number of the order."""
        return (self.stage, str(self.number))

    @property
    def can_be_repeated(self) -> bool:
        """Whether drawing again from the same seed gives this order; nothing to repeat for a derogation."""
        if self.basis is not Basis.DRAWN:
            return True
        drawn = tuple(candidacy for candidacy in self.order if candidacy in self.among)
        return self.algorithm == ALGORITHM and drawn == draw(self.among, self.seed)


def draw(candidacies: Iterable[str], seed: str) -> tuple[str, ...]:
    """The order that ``seed`` gives, whatever the order in which the candidacies are named."""
    drawn = sorted(candidacies)
    for number, last in enumerate(range(len(drawn) - 1, 0, -1), 1):
        chosen = _chosen(seed, number, last + 1)
        drawn[last], drawn[chosen] = drawn[chosen], drawn[last]
    return tuple(drawn)


def with_drawn(order: Sequence[str], drawn: Sequence[str]) -> tuple[str, ...]:
    """The order in which the drawn take the places that they had among them; everybody else stays."""
    left = iter(drawn)
    chosen = frozenset(drawn)
    return tuple(next(left) if candidacy in chosen else candidacy for candidacy in order)


def _chosen(seed: str, number: int, among: int) -> int:
    """One of ``among`` positions, all equally likely."""
    limit = _RANGE - _RANGE % among
    attempt = 0
    while True:
        digest = hashlib.sha256(f"{seed}:{number}:{attempt}".encode()).digest()
        value = int.from_bytes(digest, "big")
        if value < limit:
            return value % among
        attempt += 1

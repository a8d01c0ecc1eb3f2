"""What differs between two règlements, place by place: what an amendment has changed.

Places are those of the canonical document; a criterion is the same one as long as its id is, wherever it stands.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from jury_desk.domain.rules import Rules, document_of

CRITERIA = "criteria"
_ID = "id"


@dataclass(frozen=True, slots=True)
class RulesChange:
    """One place at which two règlements differ.

    Attributes:
        path: ``aggregation.out_of``, ``criteria[C1].weight``; ``criteria[C1]`` for one that came or went, ``criteria``
            for their order.
        before: what stood there, as the document holds it; ``None`` for nothing.
        after: what stands there now.
        criterion: the id of the criterion it is about; empty for the rest.
    """

    path: str
    before: Any
    after: Any
    criterion: str = ""

    @property
    def key(self) -> str:
        """The place without the criterion's own name: ``criteria.weight``."""
        return self.path.replace(f"[{self.criterion}]", "", 1) if self.criterion else self.path


def changes_between(former: Rules, newer: Rules) -> tuple[RulesChange, ...]:
    """Every difference, in the order of the rules file; none exactly when both have one fingerprint."""
    before, after = document_of(former), document_of(newer)
    found: list[RulesChange] = []
    for key in _keys(before, after):
        if key == CRITERIA:
            found += _criteria(before[key], after[key])
        else:
            found += _values(key, before.get(key), after.get(key))
    return tuple(found)


def _criteria(before: list[dict[str, Any]], after: list[dict[str, Any]]) -> Iterator[RulesChange]:
    former = {each[_ID]: each for each in before}
    newer = {each[_ID]: each for each in after}
    for id_ in _keys(former, newer):
        path = f"{CRITERIA}[{id_}]"
        if id_ not in former or id_ not in newer:
            yield RulesChange(path, former.get(id_), newer.get(id_), id_)
            continue
        for key in _keys(former[id_], newer[id_]):
            if former[id_].get(key) != newer[id_].get(key):
                yield RulesChange(f"{path}.{key}", former[id_].get(key), newer[id_].get(key), id_)
    orders = [[id_ for id_ in one if id_ in other] for one, other in ((former, newer), (newer, former))]
    if orders[0] != orders[1]:
        yield RulesChange(CRITERIA, orders[0], orders[1])


def _values(path: str, before: Any, after: Any) -> Iterator[RulesChange]:
    """The differences within a table, or of a plain value; a table that came or went is told key by key."""
    if isinstance(before, Mapping) or isinstance(after, Mapping):
        former, newer = before or {}, after or {}
        for key in _keys(former, newer):
            yield from _values(f"{path}.{key}", former.get(key), newer.get(key))
    elif before != after:
        yield RulesChange(path, before, after)


def _keys(before: Mapping[str, Any], after: Mapping[str, Any]) -> list[str]:
    """The keys of both, those of the newer first where it has them."""
    return list(dict.fromkeys((*after, *before)))

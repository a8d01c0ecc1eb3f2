"""The selection line: who is in, who waits in reserve, and where a tie stands across it."""

from collections.abc import Sequence
from enum import StrEnum

from jury_desk.domain.rules import Selection, TieAtCut


class SelectionStatus(StrEnum):
    """On which side of the selection line a candidacy stands; blocked on it, until the tie is decided."""

    SELECTED = "selected"
    RESERVE = "reserve"
    NOT_SELECTED = "not_selected"
    BLOCKED = "blocked"


def select(selection: Selection, groups: Sequence[Sequence[str]]) -> dict[str, SelectionStatus]:
    """Draw the line through the ranked candidacies.

    Places are counted by position, not by place number. A group of equals across the line is blocked, or goes through
    whole where the rules include it; the reserve then begins after the last one in. The end of the reserve is a line
    of the same kind.

    Args:
        selection: places, reserve and what a tie does.
        groups: the candidacies in rank order, equals together.
    """
    include = selection.tie_at_cut is TieAtCut.INCLUDE
    found: dict[str, SelectionStatus] = {}
    line, reserve_line = selection.places, selection.places + selection.reserve
    first = 0
    for group in groups:
        after = first + len(group)
        if first < line < after and include:
            line, reserve_line = after, after + selection.reserve
        found |= dict.fromkeys(group, _status(first, after, line, reserve_line, include=include))
        first = after
    return found


def _status(first: int, after: int, line: int, reserve_line: int, *, include: bool) -> SelectionStatus:
    """The side of the group that fills the positions from ``first`` up to, not including, ``after``."""
    if after <= line:
        return SelectionStatus.SELECTED
    if first < line:
        return SelectionStatus.BLOCKED
    if after <= reserve_line:
        return SelectionStatus.RESERVE
    if first < reserve_line:
        return SelectionStatus.RESERVE if include else SelectionStatus.BLOCKED
    return SelectionStatus.NOT_SELECTED

"""The levels of a criterion of a draft: a text for marks of its scale, spread evenly from the lowest to the highest."""

from collections.abc import Mapping, Sequence
from contextlib import suppress
from fractions import Fraction
from typing import Any

from jury_desk.domain.errors import NotANumber
from jury_desk.domain.exact import exact_text, parse_exact
from jury_desk.domain.rubric import CriterionKind, Scale
from jury_desk.domain.rules import YES_NO
from jury_desk.services.drafting import Document, value_at, with_value

MOST = 21
"""More texts than that nobody writes, or reads, for one criterion."""


def scale_of(document: Mapping[str, Any], index: int) -> Scale | None:
    """The scale of a criterion, its own or the default one; ``None`` while it cannot be read."""
    criterion = value_at(document, f"criteria[{index}]") or {}
    if criterion.get("kind") == CriterionKind.YES_NO:
        return YES_NO
    default = document.get("scale", {})
    minimum, maximum, step = (_number(criterion.get(key, default.get(key))) for key in ("min", "max", "step"))
    step = Fraction(1) if step is None else step
    if minimum is None or maximum is None or minimum >= maximum or step <= 0:
        return None
    return Scale(minimum, maximum, step)


def level_counts(document: Mapping[str, Any], index: int) -> list[int]:
    """How many levels a criterion may have so that each stands at a mark of its scale; none, and as many as it has."""
    scale = scale_of(document, index)
    marks = scale.marks if scale else 0
    fitting = [count for count in range(2, min(marks, MOST) + 1) if (marks - 1) % (count - 1) == 0]
    return sorted({0, *fitting, len(levels_of(document, index))})


def levels_of(document: Mapping[str, Any], index: int) -> Sequence[str]:
    """The texts, the first of the lowest mark."""
    found = value_at(document, f"criteria[{index}].levels")
    return [str(each) for each in found] if isinstance(found, Sequence) and not isinstance(found, str) else []


def level_marks(document: Mapping[str, Any], index: int) -> list[str]:
    """The mark at which each level stands, as an exact text; empty texts while the scale cannot be read."""
    scale, count = scale_of(document, index), len(levels_of(document, index))
    return [exact_text(mark) for mark in scale.spread(count)] if scale else [""] * count


def with_level_count(document: Document, index: int, count: int) -> Document:
    """The document with so many levels; a text stays at its mark where there still is a level."""
    kept = dict(zip(level_marks(document, index), levels_of(document, index), strict=True))
    emptied = with_value(document, f"criteria[{index}].levels", [""] * count if count else None)
    levels = [kept.get(mark, "") for mark in level_marks(emptied, index)]
    return with_value(emptied, f"criteria[{index}].levels", levels or None)


def with_level(document: Document, index: int, at: int, text: str) -> Document:
    """The document with another text for one level."""
    levels = [*levels_of(document, index)]
    levels[at] = text
    return with_value(document, f"criteria[{index}].levels", levels)


def _number(value: object) -> Fraction | None:
    with suppress(NotANumber):
        return parse_exact(str(value))
    return None

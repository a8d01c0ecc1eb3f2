"""The weights of a draft: their sum, the share of each, and all made equal; what cannot be read yet has no share."""

from collections.abc import Mapping
from fractions import Fraction
from typing import Any

from jury_desk.domain.errors import NotANumber
from jury_desk.domain.exact import exact_text, parse_exact
from jury_desk.domain.rubric import CriterionKind
from jury_desk.services.drafting import Document

_SHARING = (CriterionKind.MARK, CriterionKind.YES_NO)


def weight_sum(document: Mapping[str, Any]) -> Fraction | None:
    """What the weights of the weighted mean add up to; ``None`` while one of them cannot be read."""
    weights = _weights(document)
    if any(weight is None for shared, weight in weights if shared):
        return None
    return sum((weight for shared, weight in weights if shared and weight is not None), Fraction(0))


def shares(document: Mapping[str, Any]) -> list[Fraction | None]:
    """Each criterion's part of all the weights, in their order; ``None`` where it has none, or cannot be said."""
    whole = weight_sum(document)
    return [
        weight / whole if shared and weight is not None and whole else None for shared, weight in _weights(document)
    ]


def with_equal_weights(document: Document) -> Document:
    """The document with one weight for every criterion of the weighted mean: their sum kept where it parts evenly."""
    sharing = [shared for shared, _ in _weights(document)]
    whole = weight_sum(document)
    part = whole / sum(sharing) if whole and whole > 0 else Fraction(1)
    weight = exact_text(part if part.denominator == 1 else Fraction(1))
    criteria = [
        {**criterion, "weight": weight} if shared else criterion
        for criterion, shared in zip(document.get("criteria", ()), sharing, strict=True)
    ]
    return {**document, "criteria": criteria}


def _weights(document: Mapping[str, Any]) -> list[tuple[bool, Fraction | None]]:
    """Of each criterion, whether it shares in the weighted mean, and its weight; 1 where no criterion has one."""
    criteria = document.get("criteria", ())
    unweighted = not any("weight" in each for each in criteria)
    return [
        (each.get("kind", CriterionKind.MARK) in _SHARING, Fraction(1) if unweighted else _read(each.get("weight")))
        for each in criteria
    ]


def _read(value: object) -> Fraction | None:
    try:
        return parse_exact(str(value))
    except NotANumber:
        return None

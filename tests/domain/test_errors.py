"""Errors carry the facts of their sentence."""

import pytest

from jury_desk.domain.errors import DomainError, MarkOffStep, NothingToUndo


def test_facts_are_given_in_their_order_or_by_name() -> None:
    """As the arguments of a dataclass are."""
    error = MarkOffStep("14.3", "C1", step="0.5")
    assert (error.mark, error.criterion, error.step) == ("14.3", "C1", "0.5")
    assert error.facts == {"mark": "14.3", "criterion": "C1", "step": "0.5"}
    assert error.key == "mark_off_step"


@pytest.mark.parametrize(
    ("given", "named"),
    [(("1", "2"), {}), (("1", "2", "3", "4"), {}), (("1", "2"), {"place": "3"}), (("1", "2", "3"), {"step": "3"})],
)
def test_a_fact_too_few_too_many_or_unknown_is_a_defect(given: tuple[str, ...], named: dict[str, str]) -> None:
    """A sentence would lack it, long after the mistake."""
    with pytest.raises(TypeError, match="mark, criterion, step"):
        MarkOffStep(*given, **named)


def test_an_error_without_facts_takes_none() -> None:
    """Its sentence names nothing."""
    assert NothingToUndo().facts == {}
    with pytest.raises(TypeError, match="no fact"):
        NothingToUndo("14")


def test_every_error_is_a_domain_error() -> None:
    """So that whoever runs a use case can tell its refusal from a defect."""
    with pytest.raises(DomainError, match="mark_off_step"):
        raise MarkOffStep("1", "2", "3")

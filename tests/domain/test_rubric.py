"""Scales, thresholds and what each kind of criterion means."""

from fractions import Fraction

import pytest

from jury_desk.domain.errors import MarkOffStep, MarkOutOfScale
from jury_desk.domain.rubric import Better, Criterion, CriterionKind, Scale, Source, Threshold

QUARTERS = Scale(Fraction(1), Fraction(5), Fraction(1, 4))


def criterion(**changes: object) -> Criterion:
    """A criterion from 1 to 5 by quarters."""
    return Criterion("c", "Clarity", Fraction(1), QUARTERS, **changes)  # type: ignore[arg-type]


@pytest.mark.parametrize("mark", ["1", "5", "2.75"])
def test_a_mark_on_the_scale_is_given_back(mark: str) -> None:
    """Both ends and any step between are marks."""
    assert criterion().check(Fraction(mark)) == Fraction(mark)


@pytest.mark.parametrize("mark", ["0.75", "5.25", "-1"])
def test_a_mark_off_the_scale_is_refused(mark: str) -> None:
    """Below the minimum or above the maximum, with the bounds told."""
    with pytest.raises(MarkOutOfScale) as caught:
        criterion().check(Fraction(mark))
    assert (caught.value.minimum, caught.value.maximum) == ("1", "5")


def test_a_mark_between_steps_is_refused() -> None:
    """Steps are counted from the minimum."""
    with pytest.raises(MarkOffStep):
        criterion().check(Fraction("2.8"))


@pytest.mark.parametrize(
    ("comparator", "struck"),
    [("<", [4]), ("<=", [4, 5]), (">", [6]), (">=", [5, 6])],
)
def test_a_threshold_strikes_as_its_comparator_says(comparator: str, struck: list[int]) -> None:
    """Each comparator strikes on its own side of five, and only the wide ones at five itself."""
    threshold = Threshold(comparator, Fraction(5))
    assert [value for value in (4, 5, 6) if threshold.strikes(Fraction(value))] == struck
    assert str(threshold) == f"{comparator} 5"


def test_only_marks_and_yes_or_no_are_mandatory() -> None:
    """A sheet is complete without bonus, deduction and information."""
    mandatory = [kind for kind in CriterionKind if criterion(kind=kind).mandatory]
    assert mandatory == [CriterionKind.MARK, CriterionKind.YES_NO]
    assert not criterion(kind=CriterionKind.INFORMATION).counts


def test_the_smaller_value_is_ahead_for_delays_and_deductions() -> None:
    """Better lower, and every deduction."""
    assert criterion(better=Better.LOWER).lower_is_better
    assert criterion(kind=CriterionKind.DEDUCTION).lower_is_better
    assert not criterion().lower_is_better


def test_the_secretariat_is_no_juror() -> None:
    """A criterion the secretariat establishes is not asked of jurors."""
    assert criterion().by_jurors
    assert not criterion(source=Source.SECRETARIAT).by_jurors

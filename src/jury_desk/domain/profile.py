"""How a jury marked one candidacy criterion by criterion, beside how it marked all of them: medians, never a result."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from fractions import Fraction

from jury_desk.domain.aggregation import median
from jury_desk.domain.rubric import Criterion
from jury_desk.domain.rules import Rules
from jury_desk.domain.scoring import MarkState, Sheets


@dataclass(frozen=True, slots=True)
class CriterionProfile:
    """The median mark on one criterion, of one candidacy and of all; ``None`` where nobody has marked."""

    criterion: Criterion
    own: Fraction | None
    all: Fraction | None


def profile(rules: Rules, sheets: Sheets, panel: Collection[str], candidacy: str) -> tuple[CriterionProfile, ...]:
    """The profile of a candidacy over the criteria that jurors mark, in their order.

    Args:
        rules: the règlement.
        sheets: the marks of all the candidacies heard.
        panel: the jurors whose marks count.
        candidacy: whose profile.
    """
    return tuple(
        CriterionProfile(
            criterion,
            _median(list(_given(sheets, panel, [candidacy], criterion.id))),
            _median(list(_given(sheets, panel, sheets, criterion.id))),
        )
        for criterion in rules.criteria
        if criterion.by_jurors and criterion.counts
    )


def _given(sheets: Sheets, panel: Collection[str], candidacies: Collection[str], criterion: str) -> Iterator[Fraction]:
    for candidacy in candidacies:
        for juror, sheet in sheets.get(candidacy, {}).items():
            mark = sheet.get(criterion)
            if juror in panel and mark and mark.state is MarkState.MARKED and mark.value is not None:
                yield mark.value


def _median(values: list[Fraction]) -> Fraction | None:
    return median(values) if values else None

"""All that a ranking is made from, in one value, so that the same contest can be ranked again otherwise."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field, replace

from jury_desk.domain.rules import Rules
from jury_desk.domain.scoring import Sheets
from jury_desk.domain.standings import Carried, Standings, rank


@dataclass(frozen=True, slots=True)
class Contest:
    """What :func:`~jury_desk.domain.standings.rank` is given.

    Attributes:
        candidacies: their ids, in the order of passage.
        panel: the ids of the voting jurors.
    """

    rules: Rules
    candidacies: tuple[str, ...]
    panel: tuple[str, ...]
    sheets: Sheets
    carried: Carried = field(default_factory=dict)
    withdrawn: frozenset[str] = frozenset()
    voted: Mapping[str, int] = field(default_factory=dict)

    def standings(self) -> Standings:
        """The computed ranking.

        Raises:
            CarriedStageMissing, UnequalPanels: as :func:`~jury_desk.domain.standings.rank`.
        """
        return rank(
            self.rules,
            self.candidacies,
            self.panel,
            self.sheets,
            carried=self.carried,
            withdrawn=self.withdrawn,
            voted=self.voted,
        )

    def under(self, rules: Rules) -> "Contest":
        """The same marks under other rules."""
        return replace(self, rules=rules)

    def without(self, jurors: Collection[str]) -> "Contest":
        """The same contest, had those jurors not sat.

        The minimum of valid sheets comes down by as many: the question is who would be ahead, not whether a smaller
        jury would have been allowed.
        """
        aggregation = self.rules.aggregation
        fewer = max(1, aggregation.minimum_sheets - len(jurors))
        rules = replace(self.rules, aggregation=replace(aggregation, minimum_sheets=fewer))
        return replace(self, rules=rules, panel=tuple(juror for juror in self.panel if juror not in jurors))

    def between(self, candidacies: Sequence[str]) -> "Contest":
        """The same contest among some of its candidacies."""
        return replace(self, candidacies=tuple(candidacies))

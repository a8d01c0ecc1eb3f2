"""A ranking from a règlement and a table of marks, with no file of an edition: what ``jury-desk rank`` does."""

from collections.abc import Mapping, Sequence
from fractions import Fraction

from jury_desk.domain.errors import Unknown
from jury_desk.domain.rules import Rules
from jury_desk.domain.standings import Standings, rank
from jury_desk.services.mark_rows import MarkRow, sheets_from_rows


def rank_files(
    rules: Rules, rows: Sequence[MarkRow], carried: Mapping[str, Mapping[str, Fraction]] | None = None
) -> Standings:
    """Rank what the rows hold; candidacies and panel are those of the rows, in the order of their first appearance.

    Args:
        rules: the règlement.
        rows: the marks.
        carried: results of earlier stages, by stage, then candidacy; candidacies that have no marks are passed over.

    Raises:
        MarksRefused: rows that the rules do not allow.
        Unknown: results of a stage that the rules do not name.
        CarriedStageMissing, UnequalPanels: as :func:`jury_desk.domain.standings.rank`.
    """
    for stage in carried or {}:
        if stage not in rules.carried_stages:
            raise Unknown("stage", stage)
    found = sheets_from_rows(rules, rows)
    return rank(rules, found.candidacies, found.panel, found.sheets, carried=carried or {})

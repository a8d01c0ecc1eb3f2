"""The ranking as a table: one row per candidacy in rank order, and one row for the line that the places draw."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, QModelIndex, QObject, QPersistentModelIndex, Qt

from jury_desk.domain.rules import Rules
from jury_desk.domain.standings import SelectionStatus, Standing, Standings, Status
from jury_desk.ui.models.figures import number, ordinal
from jury_desk.ui.models.table_model import Column, TableModel

Index = QModelIndex | QPersistentModelIndex

FIRST_CRITERION = 3
CRITERIA_SHOWN = 3
"""The first criteria have a column of their own; the panel beside the table has them all."""

_SIGNS = {
    SelectionStatus.SELECTED: "✓",
    SelectionStatus.RESERVE: "○",
    SelectionStatus.NOT_SELECTED: "–",
    SelectionStatus.BLOCKED: "!",
}
_STATUS_SIGNS = {
    Status.RANKED: "",
    Status.INCOMPLETE: "…",
    Status.ELIMINATED: "✗",
    Status.WITHDRAWN: "–",
    Status.UNRANKABLE: "…",
}
_INKS = {
    SelectionStatus.SELECTED: "good",
    SelectionStatus.RESERVE: "attention",
    SelectionStatus.NOT_SELECTED: "muted",
    SelectionStatus.BLOCKED: "bad",
}


@dataclass(frozen=True, slots=True)
class RankRow:
    """A candidacy and where it stands; without a standing, the line after the last place, which ``title`` words."""

    title: str
    standing: Standing | None = None
    reserve: int = 0
    decision: str = ""

    @property
    def is_line(self) -> bool:
        """Whether it is the selection line and no candidacy."""
        return self.standing is None


class StandingsModel(TableModel[RankRow]):
    """The rows; the line cannot be chosen, the keyboard passes over it."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__((), parent)
        self._shown: tuple[str, ...] = ()
        self._decided = False

    def show_standings(self, standings: Standings, titles: Mapping[str, str], decisions: Mapping[str, str]) -> None:
        """Show a ranking, with what the jury decided in words; there is a column for that once there is a decision."""
        criteria = tuple(f"{each.id} {each.name}" for each in standings.rules.criteria[:CRITERIA_SHOWN])
        decided = any(decisions.values())
        if (criteria, decided) != (self._shown, self._decided) or not self.columnCount():
            self._shown, self._decided = criteria, decided
            self.set_columns(self._columns_for(standings.rules))
        self.set_rows(self._rows_of(standings, titles, decisions))

    def clear(self) -> None:
        """Show nothing."""
        self.set_rows([])

    @property
    def criteria_columns(self) -> range:
        """The columns of single criteria; the one after them has the sheets."""
        return range(FIRST_CRITERION, FIRST_CRITERION + len(self._shown))

    @property
    def line_row(self) -> int:
        """The row of the selection line, or -1."""
        return next((at for at, each in enumerate(self.rows) if each.is_line), -1)

    def row_of(self, candidacy: str) -> int:
        """The row of a candidacy, or -1."""
        found = (at for at, each in enumerate(self.rows) if each.standing and each.standing.candidacy == candidacy)
        return next(found, -1)

    def _rows_of(self, standings: Standings, titles: Mapping[str, str], decisions: Mapping[str, str]) -> list[RankRow]:
        rows: list[RankRow] = []
        reserve = 0
        selection = standings.rules.selection
        for each in standings.standings:
            below = rows and not rows[-1].is_line and not _inside(each)
            if selection and below and rows[-1].standing and _inside(rows[-1].standing):
                rows.append(RankRow(self.tr("%n place(s)", "", selection.places)))
            reserve += each.selection is SelectionStatus.RESERVE
            rows.append(RankRow(titles[each.candidacy], each, reserve, decisions.get(each.candidacy, "")))
        return rows

    def _columns_for(self, rules: Rules) -> Sequence[Column[RankRow]]:
        out_of = number(str(rules.aggregation.out_of)) if rules.aggregation.result == "out_of" else ""
        result = f"/{out_of}" if out_of else self.tr("Result")
        criteria = [
            Column(
                f"C{at}",
                _criterion_text(each.id),
                figures=True,
                says=_criterion_words(each.id, each.name),
                explains=each.name,
            )
            for at, each in enumerate(rules.criteria[:CRITERIA_SHOWN], 1)
        ]
        return (
            Column(self.tr("Place"), self._place, figures=True, bold=True),
            Column(self.tr("Project"), lambda row: row.title, bold=True, tip=lambda row: row.title),
            Column(
                result,
                _on_standing(lambda each: number(each.result) or "–"),
                figures=True,
                bold=True,
                says=_on_standing(lambda each: self._result_words(each, out_of)),
                explains=self.tr("Result"),
            ),
            *criteria,
            Column(
                self.tr("Sheets"),
                _on_standing(lambda each: f"{each.sheets_counted}/{each.sheets_expected}"),
                figures=True,
                ink=_on_standing(lambda each: "" if each.sheets_counted == each.sheets_expected else "attention"),
                explains=self.tr("Sheets that count, of those that may"),
            ),
            Column(self.tr("Proposal"), self._proposal, ink=_proposal_ink),
            *([Column(self.tr("Decision"), lambda row: row.decision)] if self._decided else []),
        )

    def _place(self, row: RankRow) -> str:
        if row.standing is None:
            return row.title
        if row.standing.place is None:
            return "–"
        place = row.standing.place
        return self.tr("{place} tied").format(place=place) if row.standing.shared else str(place)

    def _result_words(self, each: Standing, out_of: str) -> str:
        if not each.result:
            return self.tr("no result yet")
        if not out_of:
            return number(each.result)
        return self.tr("{result} out of {scale}").format(result=number(each.result), scale=out_of)

    def _proposal(self, row: RankRow) -> str:
        if row.standing is None:
            return ""
        if row.standing.status is not Status.RANKED or row.standing.selection is None:
            return f"{_STATUS_SIGNS[row.standing.status]}  {status_words(row.standing.status)}"
        words = {
            SelectionStatus.SELECTED: self.tr("Selected"),
            SelectionStatus.RESERVE: self.tr("Reserve {number}").format(number=row.reserve),
            SelectionStatus.NOT_SELECTED: self.tr("Not selected"),
            SelectionStatus.BLOCKED: self.tr("Tie on the line"),
        }
        return f"{_SIGNS[row.standing.selection]}  {words[row.standing.selection]}"

    def flags(self, index: Index) -> Qt.ItemFlag:
        """The line is no row to stand on (Qt)."""
        if index.isValid() and self.row(index.row()).is_line:
            return Qt.ItemFlag.NoItemFlags
        return super().flags(index)


def status_words(status: Status) -> str:
    """Why a candidacy has no place."""
    return {
        Status.RANKED: QCoreApplication.translate("StandingsModel", "Ranked"),
        Status.INCOMPLETE: QCoreApplication.translate("StandingsModel", "Sheets missing"),
        Status.ELIMINATED: QCoreApplication.translate("StandingsModel", "Eliminated"),
        Status.WITHDRAWN: QCoreApplication.translate("StandingsModel", "Withdrawn"),
        Status.UNRANKABLE: QCoreApplication.translate("StandingsModel", "Cannot be ranked"),
    }[status]


def place_words(standing: Standing, count: int) -> str:
    """« 3e sur 9 », or why there is no place."""
    if standing.place is None:
        return status_words(standing.status)
    told = QCoreApplication.translate("StandingsModel", "{place} of {count}")
    if standing.shared:
        told = QCoreApplication.translate("StandingsModel", "{place} of {count}, tied")
    return told.format(place=ordinal(standing.place), count=count)


def _inside(standing: Standing) -> bool:
    return standing.selection in (SelectionStatus.SELECTED, SelectionStatus.BLOCKED)


def _on_standing(text: Callable[[Standing], str]) -> Callable[[RankRow], str]:
    return lambda row: text(row.standing) if row.standing else ""


def _criterion_text(criterion: str) -> Callable[[RankRow], str]:
    return _on_standing(lambda each: number(each.criteria.get(criterion, "")) or "–")


def _criterion_words(criterion: str, name: str) -> Callable[[RankRow], str]:
    return _on_standing(lambda each: f"{name}, {number(each.criteria.get(criterion, '')) or '–'}")


def _proposal_ink(row: RankRow) -> str:
    if row.standing is None or row.standing.status is not Status.RANKED or row.standing.selection is None:
        return "muted"
    return _INKS[row.standing.selection]

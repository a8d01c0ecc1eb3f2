"""The ranking as a table: one row per candidacy in rank order, and one row for the line that the places draw."""

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, replace

from PySide6.QtCore import QCoreApplication, QModelIndex, QObject, QPersistentModelIndex, Qt

from jury_desk.domain.explanation import Figure, FigureKind
from jury_desk.domain.rubric import Criterion
from jury_desk.domain.rules import Rules
from jury_desk.domain.standings import SelectionStatus, Standing, Standings, Status
from jury_desk.services.robustness_words import FirmnessWords
from jury_desk.ui.models.figures import number
from jury_desk.ui.models.table_model import Column, TableModel

Index = QModelIndex | QPersistentModelIndex
Kind = tuple[FigureKind, str]
"""What a column shows: a kind of figure, and the name of the one where there are several."""

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
    """A candidacy and where it stands; without a standing, the line after the last place, which ``title`` words.

    Attributes:
        reserve: its number on the reserve list.
        hidden: whether nothing of it may be shown in the view in force.
        passage: its number in the order of passage, where there is no ranking.
    """

    title: str
    standing: Standing | None = None
    reserve: int = 0
    decision: str = ""
    hidden: bool = False
    passage: int = 0

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
        self._unmarked = False
        self._has_line = False
        self._explains: Callable[[Figure], str] = _nothing
        self._kinds: tuple[Kind | None, ...] = ()
        self._firmness: Mapping[str, FirmnessWords] | None = {}
        self._compared: frozenset[str] = frozenset()

    def show_standings(
        self,
        standings: Standings,
        titles: Mapping[str, str],
        decisions: Mapping[str, str],
        *,
        hidden: Collection[str] = (),
    ) -> None:
        """Show a ranking, with what the jury decided in words; there is a column for that once there is a decision.

        Of the ``hidden`` ones only the titles are shown.
        """
        criteria = tuple(f"{each.id} {each.name}" for each in standings.rules.criteria[:CRITERIA_SHOWN])
        shape = any(decisions.values()), standings.rules.selection is not None
        former = (self._shown, self._decided, self._has_line)
        if self._unmarked or (criteria, *shape) != former or not self.columnCount():
            self._unmarked = False
            self._shown = criteria
            self._decided, self._has_line = shape
            self._describe(self._columns_for(standings.rules))
        self.set_rows(self._rows_of(standings, titles, decisions, hidden))

    def show_unmarked(
        self,
        standings: Standings,
        titles: Mapping[str, str],
        decisions: Mapping[str, str],
        *,
        hidden: Collection[str] = (),
    ) -> None:
        """Show the candidacies of a jury that gives no mark, in the order of passage, each with its decision."""
        if not self._unmarked:
            self._unmarked = True
            columns: tuple[Column[RankRow], ...] = (
                Column(self.tr("Passage"), lambda row: str(row.passage), figures=True),
                self._project_column(),
                Column(self.tr("Decision"), self._decision_without_marks, tip=self._decision_without_marks),
                self._tick_column(),
            )
            # The rows before have other columns.
            self.set_rows([])
            self._describe([(each, None) for each in columns])
        self.set_rows(
            [
                RankRow(
                    title, standings.of(each), decision=decisions.get(each, ""), hidden=each in hidden, passage=number
                )
                for number, (each, title) in enumerate(titles.items(), 1)
            ]
        )

    def _decision_without_marks(self, row: RankRow) -> str:
        return self.tr("Hidden") if row.hidden else _decision(row) or self.tr("Not decided yet")

    def _describe(self, described: Sequence[tuple[Column[RankRow], Kind | None]]) -> None:
        self._kinds = tuple(kind for _, kind in described)
        self.set_columns([self._explained(*each) for each in described])

    def show_compared(self, candidacies: Collection[str]) -> None:
        """Show which candidacies are chosen to be compared."""
        self._compared = frozenset(candidacies)
        self._renew()

    def explain_with(self, explains: Callable[[Figure], str]) -> None:
        """Say from now on with this where a figure comes from."""
        self._explains = explains

    def show_firmness(self, firmness: Mapping[str, FirmnessWords] | None) -> None:
        """Show how firmly each candidacy stands on its side of the line; ``None`` while that is worked out."""
        self._firmness = firmness
        self._renew()

    def _renew(self) -> None:
        if self.rowCount():
            self.dataChanged.emit(self.index(0, 0), self.index(self.rowCount() - 1, self.columnCount() - 1))

    def figure_at(self, index: Index) -> Figure | None:
        """The figure that a cell shows; none in a cell without one."""
        if not index.isValid():
            return None
        standing, kind = self.row(index.row()).standing, self._kinds[index.column()]
        is_told = standing and kind and not self.row(index.row()).hidden
        return Figure(kind[0], standing.candidacy, kind[1]) if standing and kind and is_told else None

    def clear(self) -> None:
        """Show nothing."""
        self.set_rows([])

    @property
    def may_go(self) -> Sequence[int]:
        """The columns that others say as well, in the order in which they go where there is little width.

        A proposal beside its decision first, then the criteria, the last of them first, the sheets and the firmness.
        """
        if self._unmarked:
            return ()
        last, after = self.tick_column - 1, FIRST_CRITERION + len(self._shown)
        proposal = [last - 1] if self._decided else []
        firmness = [after + 1] if self._has_line else []
        return [*proposal, *reversed(range(FIRST_CRITERION, after)), after, *firmness]

    @property
    def tick_column(self) -> int:
        """The column that says which candidacies are chosen to be compared."""
        return self.columnCount() - 1

    @property
    def decision_column(self) -> int:
        """The column of what the jury decided, or of what is proposed."""
        return self.tick_column - 1

    @property
    def line_row(self) -> int:
        """The row of the selection line, or -1."""
        return next((at for at, each in enumerate(self.rows) if each.is_line), -1)

    def row_of(self, candidacy: str) -> int:
        """The row of a candidacy, or -1."""
        found = (at for at, each in enumerate(self.rows) if each.standing and each.standing.candidacy == candidacy)
        return next(found, -1)

    def _rows_of(
        self,
        standings: Standings,
        titles: Mapping[str, str],
        decisions: Mapping[str, str],
        hidden: Collection[str],
    ) -> list[RankRow]:
        rows: list[RankRow] = []
        reserve = 0
        selection = standings.rules.selection
        for each in standings.standings:
            below = rows and not rows[-1].is_line and not _inside(each)
            if selection and below and rows[-1].standing and _inside(rows[-1].standing):
                rows.append(RankRow(self.tr("%n place(s)", "", selection.places)))
            reserve += each.selection is SelectionStatus.RESERVE
            decision, is_hidden = decisions.get(each.candidacy, ""), each.candidacy in hidden
            rows.append(RankRow(titles[each.candidacy], each, reserve, decision, hidden=is_hidden))
        return rows

    def _columns_for(self, rules: Rules) -> Sequence[tuple[Column[RankRow], Kind | None]]:
        """The columns, each with the kind of figure it shows."""
        out_of = number(str(rules.aggregation.out_of)) if rules.aggregation.result == "out_of" else ""
        result = Column(
            f"/{out_of}" if out_of else self.tr("Result"),
            _on_standing(lambda each: number(each.result) or "–"),
            figures=True,
            bold=True,
            says=_on_standing(lambda each: self._result_words(each, out_of)),
            explains=self.tr("Result"),
        )
        sheets = Column(
            self.tr("Sheets"),
            _sheets,
            figures=True,
            ink=_sheets_ink,
            explains=self.tr("Sheets that count, of those that may"),
        )
        criteria = [
            (_criterion_column(f"C{at}", each), (FigureKind.CRITERION, each.id))
            for at, each in enumerate(rules.criteria[:CRITERIA_SHOWN], 1)
        ]
        return (
            (Column(self.tr("Place"), self._place, figures=True, bold=True), (FigureKind.PLACE, "")),
            (self._project_column(), None),
            (result, (FigureKind.RESULT, "")),
            *criteria,
            (sheets, (FigureKind.SHEETS, "")),
            *([(self._firmness_column(), None)] if self._has_line else []),
            (Column(self.tr("Proposal"), self._proposal, ink=_proposal_ink), (FigureKind.SELECTION, "")),
            *([(Column(self.tr("Decision"), _decision, tip=_decision), None)] if self._decided else []),
            (self._tick_column(), None),
        )

    def _project_column(self) -> Column[RankRow]:
        return Column(self.tr("Project"), lambda row: row.title, bold=True, tip=lambda row: row.title)

    def _tick_column(self) -> Column[RankRow]:
        return Column(
            self.tr("Compare"),
            self._tick,
            ink=lambda row: "accent" if self._is_compared(row) else "muted",
            says=lambda row: (
                self.tr("chosen to be compared") if self._is_compared(row) else self.tr("not chosen to be compared")
            ),
            explains=self.tr("Two to four projects to put side by side: Space, or a click"),
        )

    def _is_compared(self, row: RankRow) -> bool:
        return row.standing is not None and row.standing.candidacy in self._compared

    def _tick(self, row: RankRow) -> str:
        if row.standing is None or row.hidden:
            return ""
        return "☑" if self._is_compared(row) else "☐"

    def _explained(self, column: Column[RankRow], kind: Kind | None) -> Column[RankRow]:
        """The column, saying of its figures where they come from."""
        if kind is None:
            return column
        figure_kind, name = kind

        def explain(row: RankRow) -> str:
            if row.standing is None or row.hidden:
                return ""
            return self._explains(Figure(figure_kind, row.standing.candidacy, name))

        return replace(column, describes=explain)

    def _firmness_column(self) -> Column[RankRow]:
        return Column(
            self.tr("Firmness"),
            self._firmness_text,
            ink=self._firmness_ink,
            says=self._firmness_said,
            describes=lambda row: words.text if (words := self._firmness_of(row)) else "",
            explains=self.tr("How firmly the project stands on its side of the line"),
        )

    def _firmness_of(self, row: RankRow) -> FirmnessWords | None:
        return (self._firmness or {}).get(row.standing.candidacy) if row.standing else None

    def _firmness_text(self, row: RankRow) -> str:
        if row.standing is None:
            return ""
        words = self._firmness_of(row)
        return f"{words.signs}  {words.word}".strip() if words else "…" if self._firmness is None else ""

    def _firmness_said(self, row: RankRow) -> str:
        words = self._firmness_of(row)
        if words is None:
            return self.tr("being worked out") if self._firmness is None else ""
        return self.tr("{word}, {dots} of 5").format(word=words.word, dots=words.dots) if words.signs else words.word

    def _firmness_ink(self, row: RankRow) -> str:
        words = self._firmness_of(row)
        return "muted" if words is None else "attention" if words.on_the_edge else ""

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
        if row.hidden:
            return self.tr("Hidden")
        if row.standing.status is not Status.RANKED or row.standing.selection is None:
            return f"{_STATUS_SIGNS[row.standing.status]}  {status_words(row.standing.status)}".strip()
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


def _inside(standing: Standing) -> bool:
    return standing.selection in (SelectionStatus.SELECTED, SelectionStatus.BLOCKED)


def _on_standing(text: Callable[[Standing], str]) -> Callable[[RankRow], str]:
    return lambda row: text(row.standing) if row.standing else ""


def _nothing(_figure: Figure) -> str:
    return ""


def _sheets(row: RankRow) -> str:
    each = row.standing
    return "" if each is None else "–" if row.hidden else f"{each.sheets_counted}/{each.sheets_expected}"


def _sheets_ink(row: RankRow) -> str:
    each = row.standing
    return "attention" if each and not row.hidden and each.sheets_counted != each.sheets_expected else ""


def _decision(row: RankRow) -> str:
    return row.decision


def _criterion_column(title: str, criterion: Criterion) -> Column[RankRow]:
    return Column(
        title,
        _criterion_text(criterion.id),
        figures=True,
        says=_criterion_words(criterion.id, criterion.name),
        explains=criterion.name,
    )


def _criterion_text(criterion: str) -> Callable[[RankRow], str]:
    return _on_standing(lambda each: number(each.criteria.get(criterion, "")) or "–")


def _criterion_words(criterion: str, name: str) -> Callable[[RankRow], str]:
    return _on_standing(lambda each: f"{name}, {number(each.criteria.get(criterion, '')) or '–'}")


def _proposal_ink(row: RankRow) -> str:
    if row.standing is None or row.standing.status is not Status.RANKED or row.standing.selection is None:
        return "muted"
    return _INKS[row.standing.selection]

"""Projects side by side as two tables: their figures, and their times; a column for each project."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QObject

from jury_desk.services.comparing import ComparedFigure, ComparedPhase, ComparedProject, Comparison
from jury_desk.ui.models.figures import number, ordinal
from jury_desk.ui.models.standings import status_words
from jury_desk.ui.models.table_model import Column, TableModel
from jury_desk.ui.widgets.durations import duration
from jury_desk.ui.widgets.phase_words import phase_name

MARKS = ("●", "■", "▲", "◆")
"""What stands before a project here and on the radar, in this order."""
_BEST = "★"
_EQUAL = "="
_NOTHING = "–"


@dataclass(frozen=True, slots=True)
class ComparedCell:
    """What a cell shows, in the full width and where there is little, and what a screen reader says."""

    text: str
    short: str
    said: str
    ink: str = ""


@dataclass(frozen=True, slots=True)
class ComparedRow:
    """A row: its name, what hovering over it shows, and a cell for each project."""

    name: str
    cells: tuple[ComparedCell, ...]
    tip: str = ""


class ComparedModel(TableModel[ComparedRow]):
    """What both tables have in common: the projects over the columns."""

    def __init__(self, heading: str, parent: QObject | None = None) -> None:
        super().__init__((), parent)
        self._heading = heading
        self._compact = False
        self._projects: tuple[ComparedProject, ...] = ()

    def set_compact(self, compact: bool) -> None:
        """Leave out of the cells what can be asked for by hovering, or not."""
        if compact is not self._compact:
            self._compact = compact
            if self.rowCount():
                self.dataChanged.emit(self.index(0, 0), self.index(self.rowCount() - 1, self.columnCount() - 1))

    def show_rows(self, projects: Sequence[ComparedProject], rows: Sequence[ComparedRow]) -> None:
        """Show these rows under these projects."""
        # The rows before have other columns.
        self.set_rows([])
        self._projects = tuple(projects)
        names: Column[ComparedRow] = Column(self._heading, lambda row: row.name, bold=True, tip=lambda row: row.tip)
        self.set_columns((names, *(self._column(at, each) for at, each in enumerate(projects))))
        self.set_rows(rows)

    def _column(self, at: int, project: ComparedProject) -> Column[ComparedRow]:
        def text(row: ComparedRow) -> str:
            return row.cells[at].short if self._compact else row.cells[at].text

        def said(row: ComparedRow) -> str:
            return f"{project.title}, {row.name}, {row.cells[at].said}"

        return Column(
            f"{MARKS[at]} {project.title}\n{self._place(project)}".rstrip(),
            text,
            figures=True,
            ink=lambda row: row.cells[at].ink,
            says=said,
            tip=lambda row: row.cells[at].said,
            explains=", ".join(filter(None, (project.title, self._place(project)))),
        )

    def _place(self, project: ComparedProject) -> str:
        standing = project.standing
        if standing.place is None and not standing.sheets_counted:
            return ""
        place = status_words(standing.status) if standing.place is None else ordinal(standing.place)
        sheets = f"{standing.sheets_counted}/{standing.sheets_expected}"
        return self.tr("{place} · {sheets} sheets").format(place=place, sheets=sheets)


class FiguresModel(ComparedModel):
    """The result and the criteria; the best of a line has a star, the others how far from it they are."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__("", parent)

    def show_comparison(self, found: Comparison) -> None:
        """Show these figures."""
        rows = []
        for at, line in enumerate(found.lines):
            name = f"C{at}  {line.criterion.name}" if line.criterion else self.tr("Result")
            if line.scale:
                scale = number(line.scale)
                name = self.tr("{name} (out of {scale})").format(name=name, scale=scale)
            cells = tuple(self._cell(figure, equal=line.equal) for figure in line.figures)
            rows.append(ComparedRow(name, cells, line.criterion.name if line.criterion else name))
        self.show_rows(found.projects, rows)

    def _cell(self, figure: ComparedFigure, *, equal: bool) -> ComparedCell:
        if not figure.text:
            return ComparedCell(_NOTHING, _NOTHING, self.tr("no value"), "muted")
        value = number(figure.text)
        if figure.best:
            starred = f"{_BEST}  {value}"
            return ComparedCell(starred, starred, self.tr("{value}, the best").format(value=value), "good")
        if equal:
            return ComparedCell(f"{_EQUAL}  {value}", value, self.tr("{value}, as the others").format(value=value))
        gap = number(figure.gap)
        said = self.tr("{value}, {gap} from the best").format(value=value, gap=gap)
        return ComparedCell(f"{gap}   {value}", value, said)


class TimesModel(ComparedModel):
    """Each phase in three rows: the time granted, the time spoken, the overtime."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__("", parent)

    def show_comparison(self, found: Comparison) -> None:
        """Show these times."""
        rows = [row for phase in found.phases for row in self._rows_of_phase(phase)]
        self.show_rows(found.projects, rows)

    def _rows_of_phase(self, phase: ComparedPhase) -> tuple[ComparedRow, ...]:
        name = phase_name(phase.phase)
        kinds: tuple[tuple[str, Callable[[ComparedPhase], tuple[ComparedCell, ...]]], ...] = (
            (self.tr("granted"), self._granted),
            (self.tr("spoken"), self._spoken),
            (self.tr("overtime"), self._over),
        )
        return tuple(
            ComparedRow(self.tr("{phase}, {kind}").format(phase=name, kind=kind), cells(phase)) for kind, cells in kinds
        )

    def _granted(self, phase: ComparedPhase) -> tuple[ComparedCell, ...]:
        """What was available; what differs from the rules is said beside it."""
        cells = []
        for time in phase.times:
            if time is None:
                cells.append(self._not_heard())
                continue
            figure = duration(time.available)
            told = [self.tr("accommodation {time}").format(time=duration(time.extra))] if time.extra else []
            told += [self.tr("given {time}").format(time=duration(time.granted))] if time.granted > 0 else []
            words = ", ".join(told)
            cells.append(ComparedCell(f"{words}   {figure}" if words else figure, figure, ", ".join((figure, *told))))
        return tuple(cells)

    def _spoken(self, phase: ComparedPhase) -> tuple[ComparedCell, ...]:
        figures = [duration(time.spoken) if time else "" for time in phase.times]
        return tuple(ComparedCell(each, each, each) if each else self._not_heard() for each in figures)

    def _over(self, phase: ComparedPhase) -> tuple[ComparedCell, ...]:
        cells = []
        for time in phase.times:
            if time is None:
                cells.append(self._not_heard())
            elif time.over < 1000:
                cells.append(ComparedCell(_NOTHING, _NOTHING, self.tr("none"), "muted"))
            else:
                figure = f"+{duration(time.over)}"
                cells.append(ComparedCell(f"!  {figure}", f"! {figure}", figure, "attention"))
        return tuple(cells)

    def _not_heard(self) -> ComparedCell:
        return ComparedCell(_NOTHING, _NOTHING, self.tr("not measured"), "muted")

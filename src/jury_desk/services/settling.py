"""A sheet as a whole: declared final, commented, or moved to where it belongs."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from jury_desk.domain.candidacy import Candidacy
from jury_desk.domain.errors import MovesCollide, NoMarksToMove, SheetIncomplete
from jury_desk.domain.jury import Juror
from jury_desk.domain.records import Records
from jury_desk.domain.scoring import BLANK, Mark, RecordedMark, SheetState
from jury_desk.services.changes import ChangeSet
from jury_desk.services.ports import JuryFile
from jury_desk.services.preparation import current_rules, put_sheet
from jury_desk.services.scoring import Cell, check_open, completeness, put_marks, sheet_of

MARKS_MOVED = "marks_moved"
"""The act that moves marks from one sheet to another."""


@dataclass(frozen=True, slots=True)
class SheetPlace:
    """Whose sheet on which candidacy, by their ids."""

    candidacy: str
    juror: str


def declare_final(file: JuryFile, stage: str, sheets: Iterable[SheetPlace]) -> ChangeSet:
    """Declare sheets final, as one act; those that are already stay as they are.

    Raises:
        SheetIncomplete: a sheet still lacks marks; none is declared.
        As :func:`jury_desk.services.preparation.current_rules`.
    """
    records = file.records
    owed = {(each.candidacy, each.juror): each for each in completeness(records, stage)}
    with file.unit() as unit:
        for place in sheets:
            found = owed.get((place.candidacy, place.juror))
            if found and not found.complete:
                raise SheetIncomplete(*_names(records, place), found.owed - found.given)
            sheet = sheet_of(records, stage, place.candidacy, place.juror)
            if not sheet.settled:
                unit.put(replace(sheet, state=SheetState.FINAL))
        return unit.commit("sheets_settled")


def ready_to_settle(records: Records, stage: str) -> list[SheetPlace]:
    """The complete sheets that are not declared final yet.

    Raises:
        As :func:`jury_desk.services.preparation.current_rules`.
    """
    complete = (each for each in completeness(records, stage) if each.complete)
    return [
        SheetPlace(each.candidacy, each.juror)
        for each in complete
        if not sheet_of(records, stage, each.candidacy, each.juror).settled
    ]


def record_comment(file: JuryFile, stage: str, place: SheetPlace, comment: str) -> ChangeSet:
    """Keep a comment on a sheet, or with :data:`~jury_desk.domain.scoring.SECRETARIAT` on the candidacy itself.

    Raises:
        JurorRecused, JurorAbsent: the sheet is closed.
    """
    check_open(file.records, stage, place.candidacy, place.juror)
    with file.unit() as unit:
        sheet = sheet_of(file.records, stage, place.candidacy, place.juror)
        put_sheet(unit, file.records, replace(sheet, comment=comment.strip()))
        return unit.commit("comment_recorded")


def move_marks(file: JuryFile, stage: str, moves: Mapping[SheetPlace, SheetPlace], *, reason: str = "") -> ChangeSet:
    """Move the marks of sheets to the sheets they belong to, as one act; marks already there come back in exchange.

    A sheet that was declared final is so where its marks now are, and the one they leave is what came back.

    Raises:
        NoMarksToMove: none of the sheets, nor any they go to, holds a mark.
        MovesCollide: two sheets would go to one.
        SheetSettled: a sheet declared final would change without a reason.
        As :func:`jury_desk.services.scoring.put_marks`.
    """
    records = file.records
    _, rules = current_rules(records, stage)
    routes = _routes(records, moves)
    with file.unit() as unit:
        put_marks(unit, records, stage, rules, _moved(records, stage, routes), reason=reason)
        for source, target in routes.items():
            left, reached = (sheet_of(records, stage, each.candidacy, each.juror) for each in (source, target))
            state = SheetState.FINAL if left.settled else SheetState.DRAFT
            put_sheet(unit, records, replace(reached, state=state, verified_by=""))
        return unit.commit(MARKS_MOVED, reason=reason.strip())


def _routes(records: Records, moves: Mapping[SheetPlace, SheetPlace]) -> dict[SheetPlace, SheetPlace]:
    """From where to where marks go, every sheet concerned once on either side."""
    wanted = {source: target for source, target in moves.items() if source != target}
    _check_targets(records, wanted)
    # A place that gives its marks away and gets none takes those that it sent away from elsewhere.
    back = dict(zip(_without(wanted.values(), wanted), _without(wanted, wanted.values()), strict=True))
    return {**wanted, **back}


def _moved(records: Records, stage: str, routes: Mapping[SheetPlace, SheetPlace]) -> dict[Cell, Mark]:
    """What every cell concerned holds after the moves."""
    found: dict[Cell, Mark] = {}
    sheets = {place: _marks_of(records, stage, place) for place in routes}
    if not any(sheets.values()):
        raise NoMarksToMove
    for source, target in routes.items():
        for criterion in {*sheets[source], *sheets[target]}:
            cell = Cell(target.candidacy, target.juror, criterion)
            found[cell] = sheets[source].get(criterion, BLANK)
    return found


def _without(places: Iterable[SheetPlace], others: Iterable[SheetPlace]) -> list[SheetPlace]:
    known = set(others)
    return [place for place in places if place not in known]


def _check_targets(records: Records, wanted: Mapping[SheetPlace, SheetPlace]) -> None:
    seen: set[SheetPlace] = set()
    for target in wanted.values():
        if target in seen:
            raise MovesCollide(*_names(records, target))
        seen.add(target)


def _marks_of(records: Records, stage: str, place: SheetPlace) -> dict[str, Mark]:
    of_candidacy = records.within(RecordedMark, stage, place.candidacy)
    return {each.criterion: each.mark for each in of_candidacy if each.juror == place.juror}


def _names(records: Records, place: SheetPlace) -> tuple[str, str]:
    juror = records.get(Juror, place.juror)
    return juror.name if juror else place.juror, records.need(Candidacy, place.candidacy).title

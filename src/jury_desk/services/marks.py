"""Marks that come as rows of a file: the cell of an edition that each one means."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from jury_desk.domain.candidacy import Candidacy
from jury_desk.domain.jury import Juror
from jury_desk.domain.records import Records
from jury_desk.domain.scoring import Mark
from jury_desk.services.mark_rows import CellProblem, MarkRow, MarksRefused, sheets_from_rows
from jury_desk.services.preparation import current_rules
from jury_desk.services.scoring import Cell


def resolve_marks(records: Records, stage: str, rows: Sequence[MarkRow]) -> dict[Cell, Mark]:
    """The cells and marks that ``rows`` mean.

    A candidacy is named by its id, reference or title, a juror by id or name, a criterion by id or name.

    Raises:
        MarksRefused: some row names what is not there or holds no mark of its criterion; nothing is to be recorded.
        As :func:`jury_desk.services.preparation.current_rules`.
    """
    _, rules = current_rules(records, stage)
    known = {
        "candidacy": _by_name((each.id, (each.reference, each.title)) for each in records.within(Candidacy)),
        "juror": _by_name((each.id, (each.name,)) for each in records.within(Juror)),
        "criterion": _by_name((each.id, (each.name,)) for each in rules.criteria),
    }
    established = {criterion.id for criterion in rules.criteria if not criterion.by_jurors}
    problems: list[CellProblem] = []
    named = [_with_ids(row, known, established, problems) for row in rows]
    if problems:
        raise MarksRefused(tuple(problems))
    sheets = sheets_from_rows(rules, named).sheets
    return {
        Cell(candidacy, juror, criterion): mark
        for candidacy, of_jurors in sheets.items()
        for juror, sheet in of_jurors.items()
        for criterion, mark in sheet.items()
    }


def _with_ids(
    row: MarkRow, known: Mapping[str, Mapping[str, str]], established: set[str], problems: list[CellProblem]
) -> MarkRow:
    criterion = known["criterion"].get(row.criterion, row.criterion)
    candidacy = known["candidacy"].get(row.candidacy)
    juror = "" if criterion in established else known["juror"].get(row.juror)
    if candidacy is None:
        problems.append(CellProblem(row.row, "candidacy", "unknown_candidacy", {"candidacy": row.candidacy}))
    if juror is None:
        problems.append(CellProblem(row.row, "juror", "unknown_juror", {"juror": row.juror}))
    return replace(row, candidacy=candidacy or "", juror=juror or "", criterion=criterion)


def _by_name(named: Iterable[tuple[str, tuple[str, ...]]]) -> dict[str, str]:
    """Ids by every name that only one of them bears; an id always means itself."""
    found: dict[str, str] = {}
    shared: set[str] = set()
    ids = []
    for identifier, names in named:
        ids.append(identifier)
        for name in filter(None, names):
            if found.setdefault(name, identifier) != identifier:
                shared.add(name)
    unique = {name: identifier for name, identifier in found.items() if name not in shared}
    return unique | {identifier: identifier for identifier in ids}

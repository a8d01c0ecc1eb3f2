"""Marks that come as rows of a file: the cell of an edition that each one means, and recording them as one act."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from jury_desk.domain.candidacy import Candidacy, Entry
from jury_desk.domain.jury import Juror, Member
from jury_desk.domain.records import Entity, Records
from jury_desk.domain.rules import Rules
from jury_desk.domain.scoring import Mark
from jury_desk.services.changes import ChangeSet
from jury_desk.services.mark_rows import CellProblem, MarkRow, MarksRefused, sheets_from_rows
from jury_desk.services.ports import Clock, JuryFile
from jury_desk.services.preparation import current_rules, frozen
from jury_desk.services.scoring import Cell, put_marks


def resolve_marks(records: Records, stage: str, rows: Sequence[MarkRow]) -> dict[Cell, Mark]:
    """The cells and marks that ``rows`` mean.

    A candidacy is named by its id, reference or title, a juror by id or name, a criterion by id or name.

    Raises:
        MarksRefused: some row names what is not there or holds no mark of its criterion; nothing is to be recorded.
        As :func:`jury_desk.services.preparation.current_rules`.
    """
    _, rules = current_rules(records, stage)
    known = {
        "candidacy": _candidacy_names(records),
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


def import_marks(file: JuryFile, stage: str, rows: Sequence[MarkRow], clock: Clock) -> ChangeSet:
    """Record the marks of a file as one act, for who has no window to prepare the stage in.

    A stage without a panel, or without an order of passage, takes those of the file, in the order in which they appear;
    one that has them refuses a name it does not know. Rules that are still a draft are frozen in the same act.

    Raises:
        MarksRefused: some row cannot be recorded; nothing is.
        SheetSettled: a row would change a sheet declared final.
        As :func:`jury_desk.services.preparation.current_rules`.
    """
    version, rules = current_rules(file.records, stage)
    newcomers = [*_panel_of(file.records, stage, rules, rows), *_passages_of(file.records, stage, rows)]
    prepared = file.records.with_these(newcomers)
    marks = resolve_marks(prepared, stage, rows)
    with file.unit() as unit:
        for entity in newcomers:
            unit.put(entity)
        unit.put(frozen(version, rules, clock))
        put_marks(unit, prepared, stage, rules, marks)
        return unit.commit("marks_recorded")


def _panel_of(records: Records, stage: str, rules: Rules, rows: Sequence[MarkRow]) -> Iterator[Entity]:
    if records.within(Member, stage):
        return
    established = {name for each in rules.criteria if not each.by_jurors for name in (each.id, each.name)}
    known = _by_name((each.id, (each.name,)) for each in records.within(Juror))
    named = dict.fromkeys(row.juror for row in rows if row.juror and row.criterion not in established)
    for position, name in enumerate(named, 1):
        juror = known.get(name, name)
        if name not in known:
            yield Juror(juror, name)
        yield Member(stage, juror, position)


def _passages_of(records: Records, stage: str, rows: Sequence[MarkRow]) -> Iterator[Entity]:
    if records.within(Entry, stage):
        return
    known = _candidacy_names(records)
    named = dict.fromkeys(known[row.candidacy] for row in rows if row.candidacy in known)
    for position, candidacy in enumerate(named, 1):
        yield Entry(stage, candidacy, position)


def _candidacy_names(records: Records) -> dict[str, str]:
    return _by_name((each.id, (each.reference, each.title)) for each in records.within(Candidacy))


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

"""Candidacies: what an import would do, the import, and corrections by hand.

An import is planned first and written second. The plan says of every row whether it is new, changed or unchanged, lists
what is in doubt and what keeps it from being written, and can be shown as long as the user likes; it writes nothing.

Rows with the same title and nothing else to tell them apart are all kept and listed as duplicates: whether two projects
are one is for people to say.
"""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from enum import StrEnum
from itertools import count

from jury_desk.domain.candidacy import Admissibility, Candidacy, Entry
from jury_desk.domain.closure import proclaimed
from jury_desk.domain.edition import Stage
from jury_desk.domain.errors import DomainError, TextMissing
from jury_desk.domain.list_change import ListChange, ListChangeKind
from jury_desk.domain.records import Records
from jury_desk.resources import phrases
from jury_desk.services.candidacy_rows import Draft, Identity, draft_of, identities_of
from jury_desk.services.changes import ChangeSet
from jury_desk.services.columns import Field, column_letters, folded, is_blank, match_columns
from jury_desk.services.ports import JuryFile, SheetRead

NEEDS_REASON = frozenset({Admissibility.INADMISSIBLE, Admissibility.WITHDRAWN})


class ImportHasProblems(DomainError):
    """A plan that may not be carried out; the place is that of the first problem."""

    problems: int
    row: int
    column: str


class PlanOutdated(DomainError):
    """A plan made before the file changed: what it says about new and changed is no longer true."""

    candidacy: str


class RowStatus(StrEnum):
    """What an import would do with a row."""

    NEW = "new"
    CHANGED = "changed"
    UNCHANGED = "unchanged"


@dataclass(frozen=True, slots=True)
class PlannedRow:
    """One row's candidacy, before (``None``: there is none yet) and after the import."""

    number: int
    before: Candidacy | None
    after: Candidacy

    @property
    def status(self) -> RowStatus:
        """New, changed or unchanged."""
        if self.before is None:
            return RowStatus.NEW
        return RowStatus.UNCHANGED if self.before == self.after else RowStatus.CHANGED


@dataclass(frozen=True, slots=True)
class Duplicate:
    """A title that several rows have, or a row and a candidacy of another identity that is already on file."""

    title: str
    rows: tuple[int, ...]
    candidacies: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ImportProblem:
    """What keeps the import from being written: a sentence's key under ``[problems]``, where, and its facts."""

    row: int
    column: str
    key: str
    facts: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class ImportPlan:
    """What an import would do.

    Attributes:
        columns: what each column of the sheet becomes: a field, or ``None`` for an answer of its own.
        planned: every row with its candidacy, in the order of the sheet.
    """

    columns: Mapping[str, Field | None]
    planned: tuple[PlannedRow, ...]
    duplicates: tuple[Duplicate, ...]
    problems: tuple[ImportProblem, ...]

    @property
    def rows(self) -> int:
        """How many rows the sheet has."""
        return len(self.planned)

    @property
    def new(self) -> int:
        """How many candidacies would be added."""
        return self._count(RowStatus.NEW)

    @property
    def changed(self) -> int:
        """How many candidacies on file would be changed."""
        return self._count(RowStatus.CHANGED)

    @property
    def unchanged(self) -> int:
        """How many rows say what is already on file."""
        return self._count(RowStatus.UNCHANGED)

    @property
    def repeated(self) -> int:
        """How many titles more than one row, or a row and a candidacy on file, have."""
        return len(self.duplicates)

    def _count(self, status: RowStatus) -> int:
        return sum(row.status is status for row in self.planned)


def plan_import(records: Records, sheet: SheetRead, mapping: Mapping[str, str | None] | None = None) -> ImportPlan:
    """What importing ``sheet`` would do to ``records``; nothing is written.

    Args:
        records: what the file holds.
        sheet: the table read.
        mapping: what the user decided for some columns, by :class:`jury_desk.services.columns.Field`.

    Raises:
        UnknownColumn, UnknownField, FieldMappedTwice: about the mapping.
    """
    columns = match_columns(sheet.header, mapping)
    drafts = [draft_of(row, columns) for row in sheet.rows]
    known = _paired(drafts, records)
    fresh = _fresh_ids(records)
    planned = tuple(_planned(draft, known.get(draft.number), fresh) for draft in drafts)
    return ImportPlan(
        columns=columns,
        planned=planned,
        duplicates=_duplicates(planned, records),
        problems=(*_row_problems(planned, drafts, columns, sheet), *_cell_problems(sheet, columns)),
    )


def confirm_import(file: JuryFile, plan: ImportPlan, *, stage: str = "call") -> ChangeSet:
    """Write every candidacy of the plan as one act; the new ones enter ``stage``, if it exists, in the sheet's order.

    Raises:
        ImportHasProblems: the plan may not be carried out; nothing is written.
        PlanOutdated: the file has changed since; nothing is written.
    """
    if plan.problems:
        first = plan.problems[0]
        raise ImportHasProblems(len(plan.problems), first.row, first.column)
    for row in plan.planned:
        if file.records.get(Candidacy, row.after.id) != row.before:
            raise PlanOutdated(row.after.id)
    newcomers = [row.after.id for row in plan.planned if row.before is None]
    with file.unit() as unit:
        for row in plan.planned:
            unit.put(row.after)
        for entry in _entries(file.records, stage, newcomers):
            unit.put(entry)
        return unit.commit("candidacies_imported")


def edit_candidacy(file: JuryFile, candidacy: Candidacy) -> ChangeSet:
    """Replace the candidacy of that id.

    Raises:
        Unknown: the file holds none.
        TextMissing: without a title.
    """
    file.records.need(Candidacy, candidacy.id)
    if is_blank(candidacy.title):
        raise TextMissing("title")
    with file.unit() as unit:
        unit.put(candidacy)
        return unit.commit("candidacy_changed")


def set_admissibility(file: JuryFile, candidacy_id: str, admissibility: Admissibility, reason: str) -> ChangeSet:
    """Say where a candidacy stands before any mark.

    Raises:
        Unknown: the file holds no such candidacy.
        TextMissing: inadmissible or withdrawn without a reason.
    """
    candidacy = file.records.need(Candidacy, candidacy_id)
    if admissibility in NEEDS_REASON and is_blank(reason):
        raise TextMissing("reason")
    kept = reason.strip() if admissibility in NEEDS_REASON else ""
    with file.unit() as unit:
        unit.put(replace(candidacy, admissibility=admissibility, reason=kept))
        if admissibility is not Admissibility.WITHDRAWN:
            for change in _withdrawals(file.records, candidacy_id):
                unit.remove(change)
        return unit.commit("admissibility_set", reason=reason.strip())


def _withdrawals(records: Records, candidacy: str) -> list[ListChange]:
    """Withdrawals from stages that have not decided about the candidacy: who takes part again takes part there too."""
    return [
        change
        for change in records.within(ListChange)
        if change.candidacy == candidacy
        and change.kind is ListChangeKind.WITHDRAWN
        and records.need(Entry, change.stage, candidacy).outcome is None
        and proclaimed(records, change.stage) is None
    ]


def import_document(plan: ImportPlan, sheet: SheetRead, language: str = "fr") -> dict[str, object]:
    """The plan as the JSON document of ``jury-desk import --json``, its messages as sentences."""
    return {
        "rows": plan.rows,
        "new": plan.new,
        "changed": plan.changed,
        "unchanged": plan.unchanged,
        "duplicates": plan.repeated,
        "problems": [
            {"row": each.row, "column": each.column, "message": problem_sentence(each, language)}
            for each in plan.problems
        ],
        "columns": {name: each and each.value for name, each in plan.columns.items()},
        "encoding": sheet.encoding,
        "sheet": sheet.sheet,
        "header_row": sheet.header_row,
        "remarks": remark_sentences(sheet, language),
    }


def problem_sentence(problem: ImportProblem, language: str) -> str:
    """What is wrong, where, and what to do."""
    sentence: str = phrases("imports", language)["problems"][problem.key]
    return sentence.format(row=problem.row, column=problem.column, **problem.facts)


def remark_sentences(sheet: SheetRead, language: str) -> list[str]:
    """What was noticed while reading and does not keep the import from being written."""
    sentences = phrases("imports", language)["remarks"]
    return [sentences[key].format(fact=fact) for key, fact in sheet.remarks if key in sentences]


def _paired(drafts: Sequence[Draft], records: Records) -> dict[int, Candidacy]:
    """The candidacy on file that each row means, by the row's number.

    Rows that change nothing choose first: else two projects of one title would swap their content when the sheet was
    sorted otherwise, and with it their marks.
    """
    waiting: defaultdict[Identity, list[Candidacy]] = defaultdict(list)
    for candidacy in records.within(Candidacy):
        for identity in identities_of(candidacy):
            waiting[identity].append(candidacy)
    pairs: dict[int, Candidacy] = {}
    taken: set[str] = set()
    for exactly in (True, False):
        for draft in drafts:
            if draft.number in pairs:
                continue
            free = (each for each in waiting.get(draft.identity, ()) if each.id not in taken)
            found = next((each for each in free if not exactly or draft.onto(each) == each), None)
            if found is not None:
                pairs[draft.number] = found
                taken.add(found.id)
    return pairs


def _fresh_ids(records: Records) -> Iterator[str]:
    """C0001, C0002 … after the highest in use."""
    numbers = [re.fullmatch(r"C(\d+)", candidacy.id) for candidacy in records.within(Candidacy)]
    highest = max((int(number[1]) for number in numbers if number), default=0)
    return (f"C{number:04}" for number in count(highest + 1))


def _planned(draft: Draft, before: Candidacy | None, fresh: Iterator[str]) -> PlannedRow:
    return PlannedRow(draft.number, before, draft.onto(before or Candidacy(id=next(fresh), title="")))


def _entries(records: Records, stage: str, candidacies: Sequence[str]) -> list[Entry]:
    if records.get(Stage, stage) is None:
        return []
    last = max((entry.position for entry in records.within(Entry, stage)), default=0)
    return [Entry(stage, candidacy, last + place) for place, candidacy in enumerate(candidacies, start=1)]


def _duplicates(planned: Sequence[PlannedRow], records: Records) -> tuple[Duplicate, ...]:
    rows: defaultdict[str, list[PlannedRow]] = defaultdict(list)
    for row in planned:
        rows[folded(row.after.title)].append(row)
    met = {row.after.id for row in planned}
    others: defaultdict[str, list[str]] = defaultdict(list)
    for candidacy in records.within(Candidacy):
        if candidacy.id not in met:
            others[folded(candidacy.title)].append(candidacy.id)
    return tuple(
        Duplicate(same[0].after.title, tuple(row.number for row in same), tuple(others[title]))
        for title, same in rows.items()
        if title and (len(same) > 1 or title in others)
    )


def _row_problems(
    planned: Sequence[PlannedRow], drafts: Sequence[Draft], columns: Mapping[str, Field | None], sheet: SheetRead
) -> Iterator[ImportProblem]:
    """Rows without a title, and references that two rows claim."""
    column_of = {column_field: name for name, column_field in columns.items() if column_field}
    untitled = [row.number for row in planned if is_blank(row.after.title)]
    if untitled and Field.TITLE not in column_of:
        yield ImportProblem(sheet.header_row, "", "no_title_column")
    else:
        yield from (ImportProblem(number, column_of[Field.TITLE], "title_missing") for number in untitled)
    first_rows: dict[Identity, int] = {}
    for draft in drafts:
        first = first_rows.setdefault(draft.identity, draft.number)
        if first != draft.number and Field.REFERENCE in draft.fields:
            facts = {"reference": draft.fields[Field.REFERENCE], "first": str(first)}
            yield ImportProblem(draft.number, column_of[Field.REFERENCE], "reference_twice", facts)


def _cell_problems(sheet: SheetRead, columns: Mapping[str, Field | None]) -> Iterator[ImportProblem]:
    """Formulas without a value, and error values in columns that are fields, as the reader remarked them."""
    names = {column_letters(index): name for index, name in enumerate(columns)}
    for key, coordinate in sheet.remarks:
        place = re.fullmatch(r"([A-Z]+)(\d+)", coordinate)
        if place is None or key not in {"formula_not_computed", "error_cell"}:
            continue
        name = names.get(place[1], place[1])
        row = int(place[2])
        told = columns.get(name) not in {None, Field.IGNORED}
        if row > sheet.header_row and (told or key == "formula_not_computed"):
            yield ImportProblem(row, name, key, {"cell": coordinate})

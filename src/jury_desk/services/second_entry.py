"""The second entry (contre-saisie): another person types the paper sheets again, without seeing the first entry.

What is typed is compared and not kept: where both entries agree there is nothing to keep. Where they do not, whoever
reads the paper says which one is right; a correction of the first is recorded with its reason. A sheet typed twice
the same is verified.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from fractions import Fraction

from jury_desk.domain.candidacy import Candidacy
from jury_desk.domain.errors import EntriesDiffer, ReasonMissing, SecondPersonMissing
from jury_desk.domain.jury import Juror
from jury_desk.domain.records import Records
from jury_desk.domain.scoring import Mark, MarkState, SheetState
from jury_desk.services.changes import ChangeSet
from jury_desk.services.ports import JuryFile
from jury_desk.services.preparation import current_rules
from jury_desk.services.scoring import (
    Cell,
    Completeness,
    PassageCount,
    completeness,
    mark_at,
    put_marks,
    sheet_of,
)
from jury_desk.services.settling import SheetPlace

SECOND_ENTRY_CORRECTED = "second_entry_corrected"
"""The act that corrects the first entry after the second."""


@dataclass(frozen=True, slots=True)
class Progress:
    """How far the second entry is: verified sheets, and those there are to verify."""

    verified: int
    total: int


def to_verify(records: Records, stage: str) -> list[Completeness]:
    """The sheets that a second person can type: those whose every mark is given, in the order of the paper.

    Raises:
        As :func:`jury_desk.services.preparation.current_rules`.
    """
    return [
        each
        for each in completeness(records, stage)
        if each.state is MarkState.MARKED and not is_verified(records, stage, SheetPlace(each.candidacy, each.juror))
    ]


def second_counts(records: Records, stage: str, first: Iterable[PassageCount]) -> list[PassageCount]:
    """How far the second entry is, in place of the first: all the marks of a sheet that is verified, else none."""
    return [_second_count(records, stage, each) for each in first]


def _second_count(records: Records, stage: str, passage: PassageCount) -> PassageCount:
    def again(sheet: Completeness) -> Completeness:
        verified = is_verified(records, stage, SheetPlace(sheet.candidacy, sheet.juror))
        return sheet if sheet.out else replace(sheet, given=sheet.owed if verified else 0)

    return PassageCount.of(passage.candidacy, tuple(again(each) for each in passage.sheets))


def progress(records: Records, stage: str) -> Progress:
    """How many of the sheets that hold marks are verified.

    Raises:
        As :func:`jury_desk.services.preparation.current_rules`.
    """
    given = [each for each in completeness(records, stage) if each.given]
    verified = sum(is_verified(records, stage, SheetPlace(each.candidacy, each.juror)) for each in given)
    return Progress(verified, len(given))


def is_verified(records: Records, stage: str, place: SheetPlace) -> bool:
    """Whether a sheet was typed twice, the same."""
    return sheet_of(records, stage, place.candidacy, place.juror).state is SheetState.VERIFIED


def agrees(records: Records, stage: str, cell: Cell, value: Fraction) -> bool:
    """Whether the second entry of a mark is the same as the first."""
    return mark_at(records, stage, cell).value == value


def correct_first(file: JuryFile, stage: str, cell: Cell, mark: Mark, *, reason: str) -> ChangeSet:
    """Put the second entry in place of the first, because the paper says so.

    Raises:
        ReasonMissing: a correction says why.
        As :func:`jury_desk.services.scoring.put_marks`.
    """
    if not reason.strip():
        raise ReasonMissing(SECOND_ENTRY_CORRECTED)
    _, rules = current_rules(file.records, stage)
    with file.unit() as unit:
        put_marks(unit, file.records, stage, rules, {cell: mark}, reason=reason)
        return unit.commit(SECOND_ENTRY_CORRECTED, reason=reason.strip())


def verify_sheet(file: JuryFile, stage: str, place: SheetPlace, typed: Mapping[str, Fraction], *, by: str) -> ChangeSet:
    """Declare a sheet verified, once what the second person typed is what the file holds.

    Args:
        file: the edition.
        stage: the stage's id.
        place: whose sheet on what.
        typed: the values of the second entry, by criterion id.
        by: who typed them.

    Raises:
        SecondPersonMissing: nobody said who typed.
        EntriesDiffer: some value is missing or differs.
        As :func:`jury_desk.services.preparation.current_rules`.
    """
    if not by.strip():
        raise SecondPersonMissing
    records = file.records
    _, rules = current_rules(records, stage)
    cells = {each.id: Cell(place.candidacy, place.juror, each.id) for each in rules.criteria if each.by_jurors}
    given = {each: mark_at(records, stage, cell).value for each, cell in cells.items()}
    # A cell without a mark cannot have been typed twice: nobody verifies an empty sheet, or one that is recused.
    differing = sum(value is None or typed.get(each) != value for each, value in given.items())
    if differing:
        juror, candidacy = records.need(Juror, place.juror), records.need(Candidacy, place.candidacy)
        raise EntriesDiffer(juror.name, candidacy.title, differing)
    sheet = sheet_of(records, stage, place.candidacy, place.juror)
    with file.unit() as unit:
        unit.put(replace(sheet, state=SheetState.VERIFIED, verified_by=by.strip()))
        return unit.commit("sheet_verified")

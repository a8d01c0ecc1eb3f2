"""Sheets on paper: their numbers, what is printed on them, and finding the sheet that a number stands for."""

from collections.abc import Iterator
from dataclasses import replace

from jury_desk.domain.candidacy import Candidacy
from jury_desk.domain.edition import Edition, Stage
from jury_desk.domain.errors import DomainError, RulesNotFrozen
from jury_desk.domain.jury import Juror, Member, Voice
from jury_desk.domain.paper import JurorPaper, PaperSheet, StagePaper
from jury_desk.domain.records import Records
from jury_desk.domain.scoring import RecordedSheet
from jury_desk.domain.sheet_number import edition_key, read_number, sheet_number
from jury_desk.services.bars import bar_on
from jury_desk.services.changes import ChangeSet
from jury_desk.services.history import ever
from jury_desk.services.ports import JuryFile
from jury_desk.services.preparation import current_rules, entries, panel, withdrawn
from jury_desk.services.scoring import sheet_of
from jury_desk.services.settling import SheetPlace


class SheetNumberUnknown(DomainError):
    """A number that could have been printed and that no sheet of the file bears."""

    text: str


class SheetNotAwaited(DomainError):
    """A sheet that was printed and of which no marks are awaited any more."""

    text: str
    juror: str
    candidacy: str


def key_of(file: JuryFile) -> str:
    """The digits that stand for this edition on paper."""
    return edition_key(file.events()[0].uuid)


def number_sheets(file: JuryFile, stage: str) -> ChangeSet:
    """Give a number to every sheet of a stage that has none yet, juror by juror in the order of passage.

    A number is never given twice, for the paper that bears it may still turn up: neither after an undo nor once its
    sheet is gone.

    Raises:
        RulesNotFrozen: what is printed must be what will hold.
        As :func:`jury_desk.services.preparation.current_rules`.
    """
    records = file.records
    version, _ = current_rules(records, stage)
    if not version.frozen:
        raise RulesNotFrozen(records.need(Stage, stage).name)
    following = max((sheet.number for sheet in ever(file, RecordedSheet)), default=0) + 1
    with file.unit() as unit:
        for place in _places(records, stage):
            sheet = sheet_of(records, stage, place.candidacy, place.juror)
            if not sheet.number:
                unit.put(replace(sheet, number=following))
                following += 1
        return unit.commit("sheets_numbered")


def stage_paper(file: JuryFile, stage: str, jurors: tuple[str, ...] = ()) -> StagePaper:
    """The blank sheets of a stage, of these jurors or of all who mark; numbered before.

    Raises:
        As :func:`jury_desk.services.preparation.current_rules`.
    """
    records = file.records
    version, rules = current_rules(records, stage)
    key = key_of(file)
    piles = (
        JurorPaper(juror, member, tuple(_sheets(records, stage, juror.id, key)))
        for member, juror in panel(records, stage)
        if member.voice is not Voice.NONE and (not jurors or juror.id in jurors)
    )
    filled = tuple(pile for pile in piles if pile.sheets)
    return StagePaper(records.need(Edition), records.need(Stage, stage), rules, version, filled)


def find_sheet(file: JuryFile, text: str) -> RecordedSheet:
    """The sheet that a typed or scanned number stands for.

    Raises:
        SheetNumberWrong, SheetNumberElsewhere: as :func:`jury_desk.domain.sheet_number.read_number`.
        SheetNumberUnknown: no sheet bears it.
        SheetNotAwaited: its candidacy has withdrawn, or its juror gives no marks any more.
    """
    count, records = read_number(key_of(file), text), file.records
    sheet = next((each for each in records.within(RecordedSheet) if each.number == count), None)
    if sheet is None:
        raise SheetNumberUnknown(text.strip())
    member = records.get(Member, sheet.stage, sheet.juror)
    if member is None or member.voice is Voice.NONE or sheet.candidacy in withdrawn(records, sheet.stage):
        juror, candidacy = records.need(Juror, sheet.juror), records.need(Candidacy, sheet.candidacy)
        raise SheetNotAwaited(text.strip(), juror.name, candidacy.title)
    return sheet


def _places(records: Records, stage: str) -> Iterator[SheetPlace]:
    for member, juror in panel(records, stage):
        if member.voice is not Voice.NONE:
            for entry in entries(records, stage):
                yield SheetPlace(entry.candidacy, juror.id)


def _sheets(records: Records, stage: str, juror: str, key: str) -> Iterator[PaperSheet]:
    """The sheets that a juror fills in: none for what has withdrawn or what the juror may not mark."""
    gone = withdrawn(records, stage)
    for position, entry in enumerate(entries(records, stage), 1):
        if entry.candidacy in gone or bar_on(records, stage, entry.candidacy, juror) is not None:
            continue
        sheet = sheet_of(records, stage, entry.candidacy, juror)
        yield PaperSheet(records.need(Candidacy, entry.candidacy), position, sheet_number(key, sheet.number))

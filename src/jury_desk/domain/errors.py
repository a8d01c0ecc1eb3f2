"""What can be told to the user, as types with facts instead of sentences.

The sentences live in ``resources/phrases`` under ``[errors]``, one per class and language, under its
:attr:`DomainError.key`. An exception that is not a :class:`DomainError` is a defect of the program.
"""

import re
from typing import dataclass_transform


@dataclass_transform(eq_default=False)
class DomainError(Exception):
    """Root of all that the user can act on; a leaf declares the facts of its sentence as a dataclass does its fields.

    Nothing is generated for a leaf: half a hundred of them load with every start, and hardly one is ever raised.
    """

    def __init__(self, *given: object, **named: object) -> None:
        """Take the facts in the order of their declaration, or by name."""
        super().__init__(*given, *named.values())
        names = self.fact_names()
        facts = dict(zip(names, given, strict=False)) | named
        if len(given) + len(named) != len(names) or facts.keys() != set(names):
            raise TypeError(f"{type(self).__name__} takes {', '.join(names) or 'no fact'}")
        for name, fact in facts.items():
            setattr(self, name, fact)

    @classmethod
    def fact_names(cls) -> tuple[str, ...]:
        """What its sentence names."""
        return tuple(name for kind in reversed(cls.__mro__) for name in getattr(kind, "__annotations__", ()))

    @property
    def key(self) -> str:
        """The class name in snake case: ``MarkOutOfScale`` is ``mark_out_of_scale``."""
        return re.sub(r"(?<!^)(?=[A-Z])", "_", type(self).__name__).lower()

    @property
    def facts(self) -> dict[str, object]:
        """What the sentence names, by placeholder."""
        return {name: getattr(self, name) for name in self.fact_names()}

    def __str__(self) -> str:
        return f"{self.key}: {self.facts}"


class NotANumber(DomainError):
    """A typed text that is neither an integer, a decimal nor a fraction."""

    text: str


class MarkOutOfScale(DomainError):
    """A mark outside its criterion's scale."""

    mark: str
    criterion: str
    minimum: str
    maximum: str


class MarkOffStep(DomainError):
    """A mark between two steps of its criterion's scale."""

    mark: str
    criterion: str
    step: str


class UnknownState(DomainError):
    """A word that is none of the five states of a mark."""

    state: str


class Unknown(DomainError):
    """Something named that the file does not hold; ``what`` is stage, candidacy, juror or criterion."""

    what: str
    name: str


class UnknownStage(DomainError):
    """A stage named on the command line that the file does not hold; ``known`` lists those it does."""

    name: str
    known: str


class AlreadyThere(DomainError):
    """Something added twice."""

    what: str
    name: str


class StageHasNoMarks(DomainError):
    """Marks or a ranking asked of a stage that has no rules of its own (a call, a follow-up)."""

    stage: str


class RulesMissing(DomainError):
    """A stage whose rules nobody has written yet."""

    stage: str


class RulesNotFrozen(DomainError):
    """A mark before the rules are frozen (design section 2: frozen before the first mark)."""

    stage: str


class RulesFrozen(DomainError):
    """A change to rules that are frozen: only an amendment may change them."""

    stage: str


class NotInStage(DomainError):
    """A candidacy that does not take part in the stage."""

    candidacy: str
    stage: str


class NotOnPanel(DomainError):
    """A juror who does not sit in the stage."""

    juror: str
    stage: str


class StillInUse(DomainError):
    """A removal that would leave marks without their juror or candidacy."""

    what: str
    name: str


class SeatHandedOver(DomainError):
    """A member to be taken off the panel in whose place an alternate sits."""

    juror: str
    alternate: str


class NothingToUndo(DomainError):
    """No act left to undo."""


class NothingToRedo(DomainError):
    """No undone act left to redo."""


class UndoOverwrites(DomainError):
    """An undo that would overwrite what a later act has changed."""

    act: str


class TextMissing(DomainError):
    """A required text left empty; ``what`` is title, name or reason."""

    what: str


class FileNotFound(DomainError):
    """A file named that is not there."""

    path: str


class FileExists(DomainError):
    """A new file whose name is taken: nothing is ever overwritten."""

    path: str


class NotAJuryFile(DomainError):
    """A file that another program made, or that is cut short."""

    path: str


class FileNewer(DomainError):
    """A file of a later program version; refused and left untouched."""

    path: str
    schema: int
    known: int


class FileInUse(DomainError):
    """A file that another program has open; ``holder`` says who, as far as known."""

    path: str
    holder: str


class FileDamaged(DomainError):
    """A file whose structure, chain or records do not hold together."""

    path: str
    detail: str


class FileMoved(DomainError):
    """An open file that was renamed, deleted or replaced under the program."""

    path: str


class FileNotWritable(DomainError):
    """Disk full, medium gone, permission missing: the system's own words in ``detail``."""

    path: str
    detail: str


class SheetUnreadable(DomainError):
    """A spreadsheet that cannot be read; ``reason`` is a key under ``[sheet_reasons]`` of the phrases."""

    path: str
    reason: str


class NotOurMinutes(DomainError):
    """A PDF that is not of minutes made by this program, or that has lost what it said of itself."""

    path: str


class MinutesUnreadable(DomainError):
    """A PDF that cannot be taken apart; ``reason`` is a key under ``[minutes_reasons]`` of the phrases."""

    path: str
    reason: str


class MinutesDiffer(DomainError):
    """Minutes that do not conform to the data they carry."""

    path: str
    count: int


class ExportStopped(DomainError):
    """Whoever asked for documents wants them no more; nothing was written."""


class SigningUnavailable(DomainError):
    """The extra that signs is not installed."""


class CertificateUnreadable(DomainError):
    """No key with its certificate in PKCS#12, or another passphrase."""

    path: str


class ReasonMissing(DomainError):
    """An act that must say why, without a reason."""

    act: str


class CommentMissing(DomainError):
    """A mark whose criterion asks for a comment, without one."""

    criterion: str


class AmendmentBreaksMark(DomainError):
    """An amendment under which a mark already given would be none of its criterion's scale."""

    mark: str
    candidacy: str
    criterion: str


class SheetSettled(DomainError):
    """A change to a sheet declared final, without its reason."""

    juror: str
    candidacy: str


class SheetIncomplete(DomainError):
    """A sheet to be declared final that still lacks marks."""

    juror: str
    candidacy: str
    missing: int


class NoMarksToMove(DomainError):
    """Sheets to be moved, none of which holds a mark."""


class MovesCollide(DomainError):
    """Two sheets to be moved to one place."""

    juror: str
    candidacy: str


class EntryNotTaken(DomainError):
    """A value that had to leave its editor and is no mark; ``why`` is a sentence of its own."""

    text: str
    where: str
    why: str


class AnswerMissing(DomainError):
    """A mark that waits for its comment, or for the reason of a correction."""

    text: str
    where: str


class SecondPersonMissing(DomainError):
    """A second entry without the name of who types it."""


class EntriesDiffer(DomainError):
    """A sheet to be verified whose two entries are not the same yet."""

    juror: str
    candidacy: str
    count: int


class JurorRecused(DomainError):
    """A mark in a cell that a recusal has closed."""

    juror: str
    candidacy: str


class JurorAbsent(DomainError):
    """A mark by a juror who was not there for the passage."""

    juror: str
    candidacy: str


class BarCoversMore(DomainError):
    """A recusal or absence taken back for one passage, which holds for more than it."""

    juror: str


class ListClosed(DomainError):
    """A candidacy put into or taken out of a list whose marking has begun, without an act that says why."""

    candidacy: str
    stage: str


class NotAnHour(DomainError):
    """A typed text that is no hour of the day."""

    text: str


class NotADate(DomainError):
    """A typed text that is no day of the calendar."""

    text: str


class LeavesBeforeArriving(DomainError):
    """A departure at or before the arrival."""

    juror: str


class NotAJurorBook(DomainError):
    """A workbook that was not handed out by the program, or has lost what it was known by."""

    path: str

"""What can be told to the user, as types with facts instead of sentences.

The sentences live in ``resources/phrases`` under ``[errors]``, one per class and language, under its
:attr:`DomainError.key`. An exception that is not a :class:`DomainError` is a defect of the program.
"""

import re
from dataclasses import dataclass, fields


class DomainError(Exception):
    """Root of all that the user can act on; the leaves are dataclasses whose fields are the facts of the sentence."""

    @property
    def key(self) -> str:
        """The class name in snake case: ``MarkOutOfScale`` is ``mark_out_of_scale``."""
        return re.sub(r"(?<!^)(?=[A-Z])", "_", type(self).__name__).lower()

    @property
    def facts(self) -> dict[str, object]:
        """What the sentence names, by placeholder."""
        return {field.name: getattr(self, field.name) for field in fields(self)}  # type: ignore[arg-type]

    def __str__(self) -> str:
        return f"{self.key}: {self.facts}"


@dataclass(eq=False)
class NotANumber(DomainError):
    """A typed text that is neither an integer, a decimal nor a fraction."""

    text: str


@dataclass(eq=False)
class MarkOutOfScale(DomainError):
    """A mark outside its criterion's scale."""

    mark: str
    criterion: str
    minimum: str
    maximum: str


@dataclass(eq=False)
class MarkOffStep(DomainError):
    """A mark between two steps of its criterion's scale."""

    mark: str
    criterion: str
    step: str


@dataclass(eq=False)
class UnknownState(DomainError):
    """A word that is none of the five states of a mark."""

    state: str


@dataclass(eq=False)
class Unknown(DomainError):
    """Something named that the file does not hold; ``what`` is stage, candidacy, juror or criterion."""

    what: str
    name: str


@dataclass(eq=False)
class AlreadyThere(DomainError):
    """Something added twice."""

    what: str
    name: str


@dataclass(eq=False)
class StageHasNoMarks(DomainError):
    """Marks or a ranking asked of a stage that has no rules of its own (a call, a follow-up)."""

    stage: str


@dataclass(eq=False)
class RulesMissing(DomainError):
    """A stage whose rules nobody has written yet."""

    stage: str


@dataclass(eq=False)
class RulesNotFrozen(DomainError):
    """A mark before the rules are frozen (design section 2: frozen before the first mark)."""

    stage: str


@dataclass(eq=False)
class RulesFrozen(DomainError):
    """A change to rules that are frozen: only an amendment may change them."""

    stage: str


@dataclass(eq=False)
class NotInStage(DomainError):
    """A candidacy that does not take part in the stage."""

    candidacy: str
    stage: str


@dataclass(eq=False)
class NotOnPanel(DomainError):
    """A juror who does not sit in the stage."""

    juror: str
    stage: str


@dataclass(eq=False)
class StillInUse(DomainError):
    """A removal that would leave marks without their juror or candidacy."""

    what: str
    name: str


@dataclass(eq=False)
class NothingToUndo(DomainError):
    """No act left to undo."""


@dataclass(eq=False)
class NothingToRedo(DomainError):
    """No undone act left to redo."""


@dataclass(eq=False)
class UndoOverwrites(DomainError):
    """An undo that would overwrite what a later act has changed."""

    act: str


@dataclass(eq=False)
class TextMissing(DomainError):
    """A required text left empty; ``what`` is title, name or reason."""

    what: str


@dataclass(eq=False)
class FileNotFound(DomainError):
    """A file named that is not there."""

    path: str


@dataclass(eq=False)
class FileExists(DomainError):
    """A new file whose name is taken: nothing is ever overwritten."""

    path: str


@dataclass(eq=False)
class NotAJuryFile(DomainError):
    """A file that another program made, or that is cut short."""

    path: str


@dataclass(eq=False)
class FileNewer(DomainError):
    """A file of a later program version; refused and left untouched."""

    path: str
    schema: int
    known: int


@dataclass(eq=False)
class FileInUse(DomainError):
    """A file that another program has open; ``holder`` says who, as far as known."""

    path: str
    holder: str


@dataclass(eq=False)
class FileDamaged(DomainError):
    """A file whose structure, chain or records do not hold together."""

    path: str
    detail: str


@dataclass(eq=False)
class FileMoved(DomainError):
    """An open file that was renamed, deleted or replaced under the program."""

    path: str


@dataclass(eq=False)
class FileNotWritable(DomainError):
    """Disk full, medium gone, permission missing: the system's own words in ``detail``."""

    path: str
    detail: str


@dataclass(eq=False)
class SheetUnreadable(DomainError):
    """A spreadsheet that cannot be read; ``reason`` is a key under ``[sheet_reasons]`` of the phrases."""

    path: str
    reason: str


@dataclass(eq=False)
class ReasonMissing(DomainError):
    """An act that must say why, without a reason."""

    act: str


@dataclass(eq=False)
class CommentMissing(DomainError):
    """A mark whose criterion asks for a comment, without one."""

    criterion: str


@dataclass(eq=False)
class AmendmentBreaksMark(DomainError):
    """An amendment under which a mark already given would be none of its criterion's scale."""

    mark: str
    candidacy: str
    criterion: str


@dataclass(eq=False)
class SheetSettled(DomainError):
    """A change to a sheet declared final, without its reason."""

    juror: str
    candidacy: str


@dataclass(eq=False)
class SheetIncomplete(DomainError):
    """A sheet to be declared final that still lacks marks."""

    juror: str
    candidacy: str
    missing: int


@dataclass(eq=False)
class NoMarksToMove(DomainError):
    """Sheets to be moved, none of which holds a mark."""


@dataclass(eq=False)
class MovesCollide(DomainError):
    """Two sheets to be moved to one place."""

    juror: str
    candidacy: str


@dataclass(eq=False)
class EntryNotTaken(DomainError):
    """A value that had to leave its editor and is no mark; ``why`` is a sentence of its own."""

    text: str
    where: str
    why: str


@dataclass(eq=False)
class AnswerMissing(DomainError):
    """A mark that waits for its comment, or for the reason of a correction."""

    text: str
    where: str


@dataclass(eq=False)
class SecondPersonMissing(DomainError):
    """A second entry without the name of who types it."""


@dataclass(eq=False)
class EntriesDiffer(DomainError):
    """A sheet to be verified whose two entries are not the same yet."""

    juror: str
    candidacy: str
    count: int


@dataclass(eq=False)
class NotAJurorBook(DomainError):
    """A workbook that was not handed out by the program, or has lost what it was known by."""

    path: str

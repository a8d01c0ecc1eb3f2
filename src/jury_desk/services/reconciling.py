"""Workbooks that came back, compared with the file: what is new, changed, or cannot be taken; then taken at once.

Of each value three are known: in the workbook now, in the workbook when it was handed out, in the file. A juror's own
change is taken; where the file has changed since as well, the chair decides; a blank never erases.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from pathlib import Path

from jury_desk.domain.candidacy import Candidacy, Entry
from jury_desk.domain.edition import Stage
from jury_desk.domain.errors import (
    CommentMissing,
    DomainError,
    MarkOffStep,
    MarkOutOfScale,
    NotANumber,
    RulesNotFrozen,
    SheetSettled,
)
from jury_desk.domain.exact import exact_text
from jury_desk.domain.juror_book import ReturnedBook, ReturnedLine
from jury_desk.domain.jury import Juror, Member
from jury_desk.domain.rubric import Criterion
from jury_desk.domain.scoring import BLANK, Mark, MarkState
from jury_desk.resources import phrases
from jury_desk.services.bars import bar_on
from jury_desk.services.changes import ChangeSet
from jury_desk.services.columns import folded
from jury_desk.services.juror_books import edition_id
from jury_desk.services.ports import JuryFile
from jury_desk.services.preparation import current_rules, panel, put_sheet, withdrawn
from jury_desk.services.scoring import Cell, mark_at, put_marks, read_mark, sheet_of
from jury_desk.services.sheets import OUT, sheet_state
from jury_desk.services.wording import error_sentence

GRIDS_COLLECTED = "grids_collected"
"""The act that takes what came back."""


class Kind(StrEnum):
    """What comparing a value that came back gives."""

    UNCHANGED = "unchanged"
    NEW = "new"
    """Nothing was there."""
    CHANGED = "changed"
    """The juror changed what the workbook was handed out with."""
    CONFLICT = "conflict"
    """The juror changed it, and it was changed here since."""
    CLEARED = "cleared"
    """The juror emptied it; a blank never erases unless the chair says so."""
    REFUSED = "refused"
    """It is no mark of its criterion: out of scale, off the step, no number, without its comment; or no state."""
    LOCKED = "locked"
    """The juror is out of this candidacy, or the sheet is declared final."""


class BookProblem(StrEnum):
    """Why nothing of a file is taken."""

    OTHER_EDITION = "other_edition"
    OTHER_STAGE = "other_stage"
    UNKNOWN_JUROR = "unknown_juror"
    OTHER_RULES = "other_rules"
    REARRANGED = "rearranged"
    """Two rows are of one candidacy, one is of none any more, or a criterion has lost its column: nobody can say which
    value is meant."""
    TWICE = "twice"
    """The very same is there already, under another name."""
    VERSIONS = "versions"
    """Two workbooks of one juror that do not say the same: which one counts, only people know."""
    UNREADABLE = "unreadable"


TAKEN_BY_DEFAULT = frozenset({Kind.NEW, Kind.CHANGED})
"""What is taken unless the chair says otherwise."""
CAN_BE_TAKEN = TAKEN_BY_DEFAULT | {Kind.CONFLICT, Kind.CLEARED}
"""What can be taken at all."""


@dataclass(frozen=True, slots=True)
class Finding:
    """One value that came back.

    Attributes:
        criterion: its id; empty for a state or a comment, which concern the whole sheet.
        before: in the file now, as a text; empty for nothing.
        after: in the workbook, as a text.
        reason: why it cannot be taken, in a sentence; empty when it can.
        marks: what taking it puts into the file.
        comment: what taking it puts as the comment of the sheet; ``None`` for something else.
        on_comment: whether ``before`` and ``after`` are what is written about a sheet or a mark.
    """

    kind: Kind
    candidacy: str
    juror: str
    criterion: str
    row: int
    before: str
    after: str
    reason: str = ""
    marks: Mapping[Cell, Mark] | None = None
    comment: str | None = None
    on_comment: bool = False


@dataclass(frozen=True, slots=True)
class BookFindings:
    """What one file holds; with a ``problem`` nothing of it is looked at."""

    path: Path
    juror: str = ""
    problem: BookProblem | None = None
    detail: str = ""
    findings: tuple[Finding, ...] = ()

    def count(self, *kinds: Kind) -> int:
        """How many values are of these kinds."""
        return sum(each.kind in kinds for each in self.findings)


@dataclass(frozen=True, slots=True)
class Reconciliation:
    """All the files that came back at once, compared with the stage as it is now."""

    stage: str
    books: tuple[BookFindings, ...]

    @property
    def findings(self) -> list[Finding]:
        """Every value of every file that can be looked at."""
        return [finding for book in self.books for finding in book.findings]


def stage_of(file: JuryFile, books: Iterable[ReturnedBook]) -> str:
    """The stage that most of the workbooks are of, among those of this edition; empty when none is."""
    ours = [book.stage for book in books if book.edition_id == edition_id(file)]
    return max(ours, key=ours.count, default="")


def reconcile(
    file: JuryFile, stage: str, books: Sequence[ReturnedBook], unreadable: Mapping[Path, str], language: str
) -> Reconciliation:
    """Compare workbooks that came back with a stage; in the order of its panel, however they were chosen.

    Args:
        file: the edition.
        stage: the stage's id.
        books: those that could be read.
        unreadable: the others, each with a sentence that says why.
        language: of the sentences.

    Raises:
        As :func:`jury_desk.services.preparation.current_rules`.
    """
    comparing = _Comparing(file, stage, language)
    usable = [book for book in books if comparing.problem(book) is None]
    found = []
    for book in books:
        problem, detail = comparing.problem(book), ""
        if problem is None:
            problem, detail = _doubled(book, usable)
        findings = () if problem else tuple(comparing.findings(book))
        found.append(BookFindings(book.path, book.juror, problem, detail, findings))
    order = {member.juror: at for at, (member, _) in enumerate(panel(file.records, stage))}
    found.sort(key=lambda each: order.get(each.juror, len(order)))
    failed = (BookFindings(path, problem=BookProblem.UNREADABLE, detail=why) for path, why in unreadable.items())
    return Reconciliation(stage, (*found, *failed))


def accept(file: JuryFile, stage: str, chosen: Iterable[Finding]) -> ChangeSet:
    """Take values that came back, as one act.

    Raises:
        RulesNotFrozen: no mark before the règlement is frozen.
        SheetSettled, NotInStage, NotOnPanel: the file has changed since it was compared; nothing is taken.
    """
    records = file.records
    version, rules = current_rules(records, stage)
    if not version.frozen:
        raise RulesNotFrozen(records.need(Stage, stage).name)
    marks: dict[Cell, Mark] = {}
    with file.unit() as unit:
        for finding in chosen:
            marks |= finding.marks or {}
            if finding.comment is not None:
                sheet = sheet_of(records, stage, finding.candidacy, finding.juror)
                put_sheet(unit, records, replace(sheet, comment=finding.comment))
        put_marks(unit, records, stage, rules, marks)
        return unit.commit(GRIDS_COLLECTED)


def _doubled(book: ReturnedBook, usable: Sequence[ReturnedBook]) -> tuple[BookProblem | None, str]:
    """Whether another workbook of the same juror came with it, and under which name."""
    same = [each for each in usable if each.juror == book.juror]
    other = next((each for each in same if _said(each) != _said(book)), None)
    if other is not None:
        return BookProblem.VERSIONS, other.path.name
    return (None, "") if same[0] is book else (BookProblem.TWICE, same[0].path.name)


def _said(book: ReturnedBook) -> list[object]:
    """What the juror says in a workbook, wherever its rows stand."""
    lines = sorted(book.lines, key=lambda line: line.candidacy)
    return [(line.candidacy, line.marks, line.state, line.comment, line.comments) for line in lines]


class _Comparing:
    """Compares books with one stage as it is."""

    def __init__(self, file: JuryFile, stage: str, language: str) -> None:
        self._records, self._stage, self._language = file.records, stage, language
        self._edition = edition_id(file)
        self._version, self._rules = current_rules(file.records, stage)
        self._criteria = [each for each in self._rules.criteria if each.by_jurors]

    def problem(self, book: ReturnedBook) -> BookProblem | None:
        """Why nothing of a book can be taken."""
        if book.edition_id != self._edition:
            return BookProblem.OTHER_EDITION
        if book.stage != self._stage:
            return BookProblem.OTHER_STAGE
        if not self._records.get(Member, self._stage, book.juror):
            return BookProblem.UNKNOWN_JUROR
        if book.fingerprint != self._version.fingerprint:
            return BookProblem.OTHER_RULES
        return BookProblem.REARRANGED if self._is_rearranged(book) else None

    def _is_rearranged(self, book: ReturnedBook) -> bool:
        there = {line.candidacy for line in book.lines}
        others = len(there) < len(book.lines) or not book.handed_out <= there
        return others or any(each.id not in line.marks for line in book.lines for each in self._criteria)

    def findings(self, book: ReturnedBook) -> Iterator[Finding]:
        """Every value of a book, row by row; rows of candidacies that are no longer heard are left out."""
        for line in book.lines:
            if self._records.get(Entry, self._stage, line.candidacy):
                yield from self._of_line(book.juror, line)

    def _of_line(self, juror: str, line: ReturnedLine) -> Iterator[Finding]:
        state, base_state = state_of(line.state), state_of(line.base_state)
        if line.state.strip() and state not in OUT:
            yield self._unread_state(juror, line)
        elif state is not base_state:
            yield self._state(juror, line, state)
        if state not in OUT:
            for criterion in self._criteria:
                yield self._mark(juror, line, criterion)
        yield from self._comment(juror, line)

    def _state(self, juror: str, line: ReturnedLine, state: MarkState) -> Finding:
        """The juror says to be out of a candidacy, or no longer to be."""
        now = sheet_state(self._records, self._stage, line.candidacy, juror, self._rules.criteria)
        before, after = _state_word(now, self._language), _state_word(state, self._language)
        mark = Mark(state) if state in OUT else BLANK
        cells = {Cell(line.candidacy, juror, each.id): mark for each in self._criteria}
        kind = Kind.UNCHANGED if now is state else Kind.NEW
        marked = any(mark_at(self._records, self._stage, cell).value is not None for cell in cells)
        if kind is Kind.NEW and (now in OUT or marked):
            kind = Kind.CONFLICT
        found = Finding(kind, line.candidacy, juror, "", line.row, before, after, marks=cells)
        return self._locked(found) if kind is not Kind.UNCHANGED else found

    def _unread_state(self, juror: str, line: ReturnedLine) -> Finding:
        """A word typed in place of one of the list."""
        words = phrases("grids", self._language)
        reason = words["unread_state"].format(known=", ".join(words["states"].values()))
        now = sheet_state(self._records, self._stage, line.candidacy, juror, self._rules.criteria)
        before = _state_word(now, self._language)
        return Finding(Kind.REFUSED, line.candidacy, juror, "", line.row, before, line.state.strip(), reason)

    def _mark(self, juror: str, line: ReturnedLine, criterion: Criterion) -> Finding:
        cell = Cell(line.candidacy, juror, criterion.id)
        now = mark_at(self._records, self._stage, cell)
        before = _text(now)
        typed, base = line.marks.get(criterion.id, ""), line.base.get(criterion.id, "")
        found = Finding(Kind.UNCHANGED, line.candidacy, juror, criterion.id, line.row, before, typed.strip())
        if not typed.strip():
            return replace(found, kind=Kind.CLEARED, marks={cell: BLANK}) if base and before else found
        written, handed_out = line.comments.get(criterion.id, ""), line.base_comments.get(criterion.id, "")
        # What the juror left alone is no word on what was written here since.
        comment = now.comment if written in ("", handed_out) else written
        try:
            mark = read_mark(criterion, typed, comment=comment)
        except (NotANumber, MarkOutOfScale, MarkOffStep, CommentMissing) as error:
            return replace(found, kind=Kind.REFUSED, reason=self._sentence(error))
        if mark == now:
            return found
        if now.state in OUT:
            return replace(found, kind=Kind.LOCKED, reason=self._out_sentence(juror, now))
        if _text(mark) == base and before != base and comment == now.comment:
            # The juror left it alone: it is here that it was changed since.
            return found
        both = before != base or now.comment not in ("", handed_out, comment)
        kind = Kind.NEW if not before else Kind.CONFLICT if both else Kind.CHANGED
        found = replace(found, kind=kind, after=_text(mark), marks={cell: mark})
        if found.after == before:
            found = replace(found, before=now.comment, after=comment, on_comment=True)
        return self._locked(found)

    def _comment(self, juror: str, line: ReturnedLine) -> Iterator[Finding]:
        now = sheet_of(self._records, self._stage, line.candidacy, juror).comment
        typed = line.comment.strip()
        if not typed or typed in (now, line.base_comment):
            return
        kind = Kind.NEW if not now else Kind.CHANGED if now == line.base_comment else Kind.CONFLICT
        found = Finding(kind, line.candidacy, juror, "", line.row, now, typed, comment=typed, on_comment=True)
        bar = bar_on(self._records, self._stage, line.candidacy, juror)
        if bar is not None:
            yield replace(found, kind=Kind.LOCKED, reason=self._out_sentence(juror, bar), comment=None)
        else:
            yield self._unless_withdrawn(found)

    def _locked(self, found: Finding) -> Finding:
        """The same, unless the sheet is declared final or its candidacy has withdrawn."""
        if not sheet_of(self._records, self._stage, found.candidacy, found.juror).settled:
            return self._unless_withdrawn(found)
        error = SheetSettled(self._name(found.juror), self._records.need(Candidacy, found.candidacy).title)
        return replace(found, kind=Kind.LOCKED, reason=self._sentence(error), marks=None)

    def _unless_withdrawn(self, found: Finding) -> Finding:
        if found.candidacy not in withdrawn(self._records, self._stage):
            return found
        title = self._records.need(Candidacy, found.candidacy).title
        reason = phrases("grids", self._language)["withdrawn"].format(candidacy=title)
        return replace(found, kind=Kind.LOCKED, reason=reason, marks=None, comment=None)

    def _name(self, juror: str) -> str:
        return self._records.need(Juror, juror).name

    def _out_sentence(self, juror: str, mark: Mark) -> str:
        words: str = phrases("grids", self._language)["out"]
        return words.format(juror=self._name(juror), state=_state_word(mark.state, self._language))

    def _sentence(self, error: DomainError) -> str:
        return error_sentence(error, self._language)


def state_of(word: str) -> MarkState:
    """The state that a word in either language means; blank for none, or for a word that means none."""
    for language in ("fr", "en"):
        for state, words in phrases("grids", language)["states"].items():
            if folded(word) == folded(words):
                return MarkState(state)
    return MarkState.BLANK


def _state_word(state: MarkState, language: str) -> str:
    words: str = phrases("grids", language)["states"].get(state.value, "")
    return words


def _text(mark: Mark) -> str:
    return "" if mark.value is None else exact_text(mark.value)

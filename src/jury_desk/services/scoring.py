"""Marks: reading what was typed, recording it, and saying what is still missing."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from jury_desk.domain.attendance import Attendance
from jury_desk.domain.candidacy import Candidacy, Entry
from jury_desk.domain.edition import Stage
from jury_desk.domain.errors import (
    BarCoversMore,
    CommentMissing,
    JurorAbsent,
    JurorRecused,
    NotInStage,
    NotOnPanel,
    RulesNotFrozen,
    SheetSettled,
    Unknown,
    UnknownState,
)
from jury_desk.domain.exact import parse_exact
from jury_desk.domain.jury import Juror, Member, Presence
from jury_desk.domain.records import Records
from jury_desk.domain.recusal import Recusal, RecusalLevel, RecusalOrigin, Ruling
from jury_desk.domain.rubric import Criterion, Source
from jury_desk.domain.rules import Rules
from jury_desk.domain.scoring import (
    BLANK,
    SECRETARIAT,
    FixedSheets,
    Mark,
    MarkState,
    RecordedMark,
    RecordedSheet,
    Sheet,
    Sheets,
    SheetState,
)
from jury_desk.services.attendance import put_attendance
from jury_desk.services.bars import absence_bar, bar_on, bars_on, concerned_jurors, marks_by_juror, recusal_bar
from jury_desk.services.changes import ChangeSet
from jury_desk.services.ports import Clock, JuryFile, Unit
from jury_desk.services.preparation import current_rules, entries, voting_panel, withdrawn
from jury_desk.services.recusals import own_recusal, put_recused

MARKS_CORRECTED = "marks_corrected"
"""The act that changes a mark of a sheet declared final."""


@dataclass(frozen=True, slots=True)
class Cell:
    """Where a mark stands: ids of the candidacy, the juror (:data:`SECRETARIAT` for none) and the criterion."""

    candidacy: str
    juror: str
    criterion: str


def read_mark(criterion: Criterion, text: str, *, state: str = "", comment: str = "") -> Mark:
    """What was typed or imported, as a mark of ``criterion``.

    Without a state, a text is a mark and an empty text is blank.

    Raises:
        NotANumber, MarkOutOfScale, MarkOffStep: the text is no mark of this criterion.
        UnknownState: the state is none of the five.
        CommentMissing: the criterion asks for a comment.
    """
    if state and state not in set(MarkState):
        raise UnknownState(state)
    found = MarkState(state) if state else (MarkState.MARKED if text.strip() else MarkState.BLANK)
    if found is not MarkState.MARKED:
        return Mark(found, comment=comment)
    value = criterion.check(parse_exact(text))
    if criterion.asks_comment(value) and not comment.strip():
        raise CommentMissing(criterion.name)
    return Mark(MarkState.MARKED, value, comment)


def record_mark(file: JuryFile, stage: str, cell: Cell, mark: Mark, *, reason: str = "") -> ChangeSet:
    """Record one mark; a blank takes the former one away.

    Raises:
        As :func:`record_marks`.
    """
    return record_marks(file, stage, {cell: mark}, reason=reason)


def record_marks(file: JuryFile, stage: str, marks: Mapping[Cell, Mark], *, reason: str = "") -> ChangeSet:
    """Record marks as one act: all or none. On a sheet declared final it is a correction, and ``reason`` says why.

    Raises:
        RulesNotFrozen: no mark before the règlement is frozen.
        As :func:`put_marks`.
    """
    records = file.records
    version, rules = current_rules(records, stage)
    if not version.frozen:
        raise RulesNotFrozen(records.need(Stage, stage).name)
    with file.unit() as unit:
        corrects = put_marks(unit, records, stage, rules, marks, reason=reason)
        if corrects:
            return unit.commit(MARKS_CORRECTED, reason=reason.strip())
        return unit.commit("marks_recorded")


def put_marks(
    unit: Unit, records: Records, stage: str, rules: Rules, marks: Mapping[Cell, Mark], *, reason: str = ""
) -> bool:
    """Put marks into a unit, each in a cell that ``records`` have; whether this corrects sheets declared final.

    A cell that a recusal or an absence has closed takes no mark; a file that says so too, or leaves it blank, is right.

    Raises:
        NotInStage, NotOnPanel, Unknown: a cell does not exist.
        JurorRecused, JurorAbsent: a cell takes no mark.
        SheetSettled: a mark of a sheet declared final would change without a reason.
    """
    criteria = {criterion.id: criterion for criterion in rules.criteria}
    settled: dict[tuple[str, ...], RecordedSheet] = {}
    for cell, mark in marks.items():
        _check_cell(records, stage, cell, criteria)
        bar = bar_on(records, stage, cell.candidacy, cell.juror)
        if bar is not None:
            if mark.state not in (bar.state, MarkState.BLANK):
                check_open(records, stage, cell.candidacy, cell.juror)
            continue
        sheet = sheet_of(records, stage, cell.candidacy, cell.juror)
        if sheet.settled and mark != mark_at(records, stage, cell):
            settled[sheet.key] = sheet
        _put_mark(unit, records, stage, cell, mark)
    for sheet in settled.values():
        _put_corrected(unit, records, sheet, reason)
    return bool(settled)


def _put_mark(unit: Unit, records: Records, stage: str, cell: Cell, mark: Mark) -> None:
    entity = RecordedMark(stage, cell.candidacy, cell.juror, cell.criterion, mark)
    if mark != BLANK:
        unit.put(entity)
    elif records.get(RecordedMark, *entity.key):
        unit.remove(entity)


def check_open(records: Records, stage: str, candidacy: str, juror: str) -> None:
    """Refuse to write on a sheet that a recusal or an absence has closed.

    Raises:
        JurorRecused, JurorAbsent.
    """
    bar = bar_on(records, stage, candidacy, juror)
    if bar is not None:
        kind = JurorRecused if bar.state is MarkState.RECUSED else JurorAbsent
        raise kind(records.need(Juror, juror).name, records.need(Candidacy, candidacy).title)


def _put_corrected(unit: Unit, records: Records, sheet: RecordedSheet, reason: str) -> None:
    """A sheet of which a mark is corrected stays final, and is no longer what the second person typed."""
    if not reason.strip():
        juror, candidacy = records.get(Juror, sheet.juror), records.need(Candidacy, sheet.candidacy)
        raise SheetSettled(juror.name if juror else sheet.juror, candidacy.title)
    if sheet.state is SheetState.VERIFIED:
        unit.put(replace(sheet, state=SheetState.FINAL, verified_by=""))


def record_sheet_state(
    file: JuryFile,
    stage: str,
    candidacy: str,
    juror: str,
    state: MarkState,
    *,
    reason: str = "",
    clock: Clock | None = None,
) -> ChangeSet:
    """Put a whole sheet into one state, as in the session: recused, absent, abstained, or blank again.

    Recused notes the juror's own recusal, upheld; absent notes that they were not there for the passage. Any other
    state takes back what kept the juror from marking this passage.

    Raises:
        BarCoversMore: the recusal or absence to be taken back holds for more than this passage, or was ruled.
        As :func:`record_marks`.
    """
    records = file.records
    version, rules = current_rules(records, stage)
    if not version.frozen:
        raise RulesNotFrozen(records.need(Stage, stage).name)
    criteria = {criterion.id: criterion for criterion in rules.criteria}
    cells = [Cell(candidacy, juror, criterion.id) for criterion in rules.criteria if _by_jurors(criterion)]
    for cell in cells:
        _check_cell(records, stage, cell, criteria)
    sheet = sheet_of(records, stage, candidacy, juror)
    with file.unit() as unit:
        if sheet.settled and any(mark_at(records, stage, cell).state is not state for cell in cells):
            _put_corrected(unit, records, sheet, reason)
        if state is MarkState.RECUSED:
            _recuse(unit, records, own_recusal(stage, juror, candidacy, clock), reason)
            return unit.commit("recusal_declared", reason=reason)
        _take_bar_back(unit, records, stage, candidacy, juror)
        if state is MarkState.ABSENT:
            put_attendance(unit, records, Attendance(stage, candidacy, juror, Presence.ABSENT, reason))
            return unit.commit("attendance_recorded", reason=reason)
        mark = BLANK if state is MarkState.BLANK else Mark(state, comment=reason)
        for cell in cells:
            _put_mark(unit, records, stage, cell, mark)
        return unit.commit(MARKS_CORRECTED if sheet.settled else "marks_recorded", reason=reason.strip())


def clear_cells(file: JuryFile, stage: str, cells: Iterable[Cell], *, reason: str = "") -> ChangeSet:
    """Take the marks of these cells away; a sheet that owed nothing owes again. ``reason`` as in :func:`record_marks`.

    Raises:
        BarCoversMore: as :func:`record_sheet_state`.
        As :func:`record_marks`.
    """
    records = file.records
    _, rules = current_rules(records, stage)
    wanted = list(cells)
    sheets = dict.fromkeys((cell.candidacy, cell.juror) for cell in wanted)
    barred = [each for each in sheets if bar_on(records, stage, *each) is not None]
    blanks = dict.fromkeys(wanted, BLANK)
    with file.unit() as unit:
        for candidacy, juror in barred:
            _take_bar_back(unit, records, stage, candidacy, juror)
        corrects = put_marks(unit, records, stage, rules, blanks, reason=reason)
        return unit.commit(MARKS_CORRECTED if corrects else "marks_recorded", reason=reason.strip())


def _recuse(unit: Unit, records: Records, made: Recusal, reason: str) -> None:
    bar = recusal_bar(records, made.stage, made.candidacy, made.juror)
    if bar is not None and bar.candidacy != made.candidacy:
        raise BarCoversMore(records.need(Juror, made.juror).name)
    former = bar or records.get(Recusal, *made.key) or made
    level = former.level if former.level.bars else RecusalLevel.MINOR
    put_recused(unit, records, replace(former, level=level, ruling=Ruling.UPHELD, reason=reason or former.reason))


def _take_bar_back(unit: Unit, records: Records, stage: str, candidacy: str, juror: str) -> None:
    recusal = recusal_bar(records, stage, candidacy, juror)
    if recusal is not None:
        if recusal.candidacy != candidacy or recusal.origin is not RecusalOrigin.JUROR:
            raise BarCoversMore(records.need(Juror, juror).name)
        unit.remove(recusal)
    absence = absence_bar(records, stage, candidacy, juror)
    if absence is None:
        return
    if absence.candidacy != candidacy:
        raise BarCoversMore(records.need(Juror, juror).name)
    if records.get(Attendance, *absence.key):
        unit.remove(absence)
    else:
        unit.put(replace(absence, presence=Presence.PRESENT))


def sheet_of(records: Records, stage: str, candidacy: str, juror: str) -> RecordedSheet:
    """What is kept of a sheet beside its marks."""
    return records.get(RecordedSheet, stage, candidacy, juror) or RecordedSheet(stage, candidacy, juror)


def mark_at(records: Records, stage: str, cell: Cell) -> Mark:
    """What stands in a cell."""
    bar = bar_on(records, stage, cell.candidacy, cell.juror)
    if bar is not None:
        return bar
    found = records.get(RecordedMark, stage, cell.candidacy, cell.juror, cell.criterion)
    return found.mark if found else BLANK


def sheets_of(records: Records, stage: str, candidacies: Iterable[str]) -> Sheets:
    """The marks of a stage by candidacy, juror and criterion."""
    concerned = concerned_jurors(records, stage)
    return {
        candidacy: _sheets_on(records, stage, candidacy, bars_on(records, stage, candidacy, concerned))
        for candidacy in candidacies
    }


def _sheets_on(records: Records, stage: str, candidacy: str, bars: Mapping[str, Mark]) -> Mapping[str, Sheet]:
    """The very same objects as last time while nothing changes: what is computed from them need not be again."""
    given = marks_by_juror(records, stage, candidacy)
    if not bars:
        return given
    _, rules = current_rules(records, stage)
    owed = tuple(criterion.id for criterion in rules.criteria if _by_jurors(criterion))
    asked = owed, tuple(bars.items())
    known = records.derived(_no_sheets, RecordedMark, stage, candidacy)
    if asked not in known:
        known[asked] = FixedSheets({**given, **{juror: dict.fromkeys(owed, bar) for juror, bar in bars.items()}})
    return known[asked]


def _no_sheets(_marks: Iterable[RecordedMark]) -> dict[object, FixedSheets]:
    """Where the sheets on one candidacy are kept as recusals and absences have them, until one of its marks changes."""
    return {}


@dataclass(frozen=True, slots=True)
class Completeness:
    """How far one juror's sheet on one candidacy is: ``given`` of ``owed`` cells, or out of it for a state."""

    candidacy: str
    juror: str
    given: int
    owed: int
    state: MarkState

    @property
    def out(self) -> bool:
        """Whether no mark is awaited: the juror is recused, absent or abstains."""
        return self.state in (MarkState.RECUSED, MarkState.ABSENT, MarkState.ABSTAINED)

    @property
    def complete(self) -> bool:
        """Whether nothing is missing any more."""
        return self.given == self.owed or self.out


@dataclass(frozen=True, slots=True)
class PassageCount:
    """How far the sheets on one candidacy are; the very same value as before while none of its marks has changed."""

    candidacy: str
    sheets: tuple[Completeness, ...]
    complete: int
    given: int

    @classmethod
    def of(cls, candidacy: str, sheets: tuple[Completeness, ...]) -> "PassageCount":
        """The sheets on a candidacy, summed."""
        return cls(candidacy, sheets, sum(each.complete for each in sheets), sum(each.given for each in sheets))


_Asked = tuple[tuple[str, ...], tuple[str, ...], tuple[tuple[str, Mark], ...]]
"""Of whom and on what sheets are counted: voting jurors, criteria, and who may not mark."""


def completeness(records: Records, stage: str) -> list[Completeness]:
    """Every sheet that a voting juror owes, in the order of passage then of the panel; nobody owes the withdrawn.

    Raises:
        As :func:`current_rules`.
    """
    return [sheet for passage in passage_counts(records, stage) for sheet in passage.sheets]


def passage_counts(records: Records, stage: str) -> list[PassageCount]:
    """The same, candidacy by candidacy: a keystroke counts no more than the one it has touched.

    Raises:
        As :func:`current_rules`.
    """
    _, rules = current_rules(records, stage)
    criteria = tuple(criterion.id for criterion in rules.criteria if _by_jurors(criterion))
    voting = voting_panel(records, stage)
    gone = withdrawn(records, stage)
    concerned = concerned_jurors(records, stage)
    passages = (entry.candidacy for entry in entries(records, stage) if entry.candidacy not in gone)
    return [
        _passage_count(records, stage, each, (voting, criteria), bars_on(records, stage, each, concerned))
        for each in passages
    ]


def _passage_count(
    records: Records,
    stage: str,
    candidacy: str,
    of: tuple[tuple[str, ...], tuple[str, ...]],
    bars: Mapping[str, Mark],
) -> PassageCount:
    voting, criteria = of
    asked = (voting, criteria, tuple(bars.items()))
    latest = records.derived(_not_counted, RecordedMark, stage, candidacy)
    if latest.count is None or latest.asked != asked:
        on_this = _sheets_on(records, stage, candidacy, bars)
        sheets = tuple(_count(candidacy, juror, on_this.get(juror, {}), criteria) for juror in voting)
        latest.asked, latest.count = asked, PassageCount.of(candidacy, sheets)
    return latest.count


@dataclass(slots=True)
class _LatestCount:
    """The count on one candidacy, kept until one of its marks changes or something else is asked."""

    asked: _Asked = ((), (), ())
    count: PassageCount | None = None


def _not_counted(_marks: Iterable[RecordedMark]) -> _LatestCount:
    return _LatestCount()


def _count(candidacy: str, juror: str, sheet: Sheet, criteria: tuple[str, ...]) -> Completeness:
    states = [sheet.get(criterion, BLANK).state for criterion in criteria]
    given = states.count(MarkState.MARKED)
    out = next((state for state in (MarkState.RECUSED, MarkState.ABSENT, MarkState.ABSTAINED) if state in states), None)
    whole = MarkState.MARKED if given == len(criteria) else MarkState.BLANK
    return Completeness(candidacy, juror, given, len(criteria), out or whole)


def _by_jurors(criterion: Criterion) -> bool:
    return criterion.source is Source.JURORS


def _check_cell(records: Records, stage: str, cell: Cell, criteria: Mapping[str, Criterion]) -> None:
    if not records.get(Entry, stage, cell.candidacy):
        candidacy = records.get(Candidacy, cell.candidacy)
        raise NotInStage(candidacy.title if candidacy else cell.candidacy, records.need(Stage, stage).name)
    if cell.criterion not in criteria:
        raise Unknown("criterion", cell.criterion)
    if _by_jurors(criteria[cell.criterion]) == (cell.juror == SECRETARIAT) or (
        cell.juror != SECRETARIAT and not records.get(Member, stage, cell.juror)
    ):
        juror = records.get(Juror, cell.juror)
        raise NotOnPanel(juror.name if juror else cell.juror, records.need(Stage, stage).name)

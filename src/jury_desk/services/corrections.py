"""What was corrected once a sheet had been declared final, and how the entry was checked: for the minutes."""

from collections.abc import Iterable, Iterator, Sequence

from jury_desk.domain.documents import from_document
from jury_desk.domain.journal import Event, undoable
from jury_desk.domain.minutes import Correction, EntryCheck
from jury_desk.domain.records import Records
from jury_desk.domain.scoring import BLANK, Mark, RecordedMark, SheetState
from jury_desk.services.scoring import MARKS_CORRECTED, completeness, sheet_of
from jury_desk.services.second_entry import SECOND_ENTRY_CORRECTED, progress
from jury_desk.services.settling import MARKS_MOVED
from jury_desk.services.sheets import OUT

_CORRECTING = frozenset({MARKS_CORRECTED, MARKS_MOVED, SECOND_ENTRY_CORRECTED})


def entry_check(records: Records, events: Sequence[Event], stage: str) -> EntryCheck:
    """How the marks of a stage were entered.

    Raises:
        As :func:`jury_desk.services.preparation.current_rules`.
    """
    # Counted over one list, that of the strip of the grid: no count can be larger than its total.
    owed = completeness(records, stage)
    kept = [(each, sheet_of(records, stage, each.candidacy, each.juror)) for each in owed]
    settled = [each for each, sheet in kept if sheet.settled]
    twice = progress(records, stage)
    return EntryCheck(
        sheets=len(owed),
        settled=len(settled),
        without_marks=sum(each.state in OUT for each in settled),
        typed=twice.total,
        verified=twice.verified,
        verified_by=tuple(
            sorted({sheet.verified_by for each, sheet in kept if each.given and sheet.state is SheetState.VERIFIED})
        ),
        corrections=tuple(_corrections(events, stage)),
    )


def _corrections(events: Sequence[Event], stage: str) -> Iterator[Correction]:
    """Each change of a mark that had to say why, and that stands: one undone since is none."""
    standing = set(undoable(events)[0])
    for event in events:
        if event.seq in standing and event.kind in _CORRECTING and event.reason:
            yield from _of_event(event, stage)


def _of_event(event: Event, stage: str) -> Iterable[Correction]:
    for change in event.changes:
        if change.entity == RecordedMark.entity and change.key[0] == stage:
            yield Correction(
                candidacy=change.key[1],
                juror=change.key[2],
                criterion=change.key[3],
                before=_mark(change.before),
                after=_mark(change.after),
                reason=event.reason,
                at=event.at,
                second_entry=event.kind == SECOND_ENTRY_CORRECTED,
            )


def _mark(document: dict[str, object] | None) -> Mark:
    return BLANK if document is None else from_document(RecordedMark, document).mark

"""Where the programme stands: each stage done, under way or to come, and how many went in and out."""

from dataclasses import dataclass
from enum import StrEnum

from jury_desk.domain.candidacy import Admissibility, Candidacy, Entry
from jury_desk.domain.edition import Stage, StageKind
from jury_desk.domain.pitch_events import TimingEvent, is_under_way
from jury_desk.domain.records import Records
from jury_desk.services.outcomes import let_through
from jury_desk.services.preparation import entries, stages, withdrawn


class StageState(StrEnum):
    """Where a stage stands."""

    DONE = "done"
    NOW = "now"
    TO_COME = "to_come"
    PASSED_OVER = "passed_over"


@dataclass(frozen=True, slots=True)
class StageProgress:
    """One stage: ``taken_in`` candidacies, of which ``let_out`` go on; ``None`` while nothing is decided."""

    stage: Stage
    state: StageState
    taken_in: int
    let_out: int | None

    @property
    def count(self) -> str:
        """``19`` for what came in, ``6/9`` once some of them went out, nothing for an empty stage."""
        if not self.taken_in:
            return ""
        return str(self.taken_in) if self.let_out is None else f"{self.let_out}/{self.taken_in}"


def path_of(records: Records) -> list[StageProgress]:
    """Every stage in order.

    Under way is the first without a complete decision after the last that took candidacies in, and any before it that
    took some in and has something left to decide, or its session still open. One that took none in was passed over.
    Where nothing is decided, a stage is over once a later one has taken candidacies in.
    """
    steps = [(stage, *_in_and_out(records, stage)) for stage in stages(records)]
    now = 0
    for index, (_, taken_in, _, finished) in enumerate(steps):
        if taken_in:
            now = index + 1 if finished and index + 1 < len(steps) else index
    return [
        StageProgress(stage, _state(index - now, taken_in, finished=finished or not stage.decides), taken_in, let_out)
        for index, (stage, taken_in, let_out, finished) in enumerate(steps)
    ]


def current_stage(records: Records) -> StageProgress | None:
    """The stage under way; of several, the one furthest along the path."""
    return next((each for each in reversed(path_of(records)) if each.state is StageState.NOW), None)


def session_under_way(records: Records) -> str | None:
    """The stage whose session has opened and not closed."""
    found = (stage.id for stage in stages(records) if is_under_way(records.within(TimingEvent, stage.id)))
    return next(found, None)


def stands_at(records: Records, candidacy: str) -> tuple[Stage | None, Entry | None]:
    """The last stage that took a candidacy in, with its entry there; nothing before the first."""
    for stage in reversed(stages(records)):
        entry = records.get(Entry, stage.id, candidacy)
        if entry is not None:
            return stage, entry
    return None, None


def _state(offset: int, taken_in: int, *, finished: bool) -> StageState:
    """Where a stage stands, so many stages after the one furthest along."""
    if offset > 0:
        return StageState.TO_COME
    if offset < 0 and not taken_in:
        return StageState.PASSED_OVER
    return StageState.DONE if offset < 0 and finished else StageState.NOW


def _in_and_out(records: Records, stage: Stage) -> tuple[int, int | None, bool]:
    if stage.kind is StageKind.CALL:
        received = records.within(Candidacy)
        decided = [each for each in received if each.admissibility is not Admissibility.RECEIVED]
        return len(received), None, bool(received) and len(decided) == len(received)
    found, gone = entries(records, stage.id), withdrawn(records, stage.id)
    outcomes = [entry.outcome for entry in found if entry.outcome]
    let_out = len(let_through(records, stage.id)) if outcomes else None
    # Nothing is left to decide about a candidacy that has withdrawn.
    settled = all(entry.outcome or entry.candidacy in gone for entry in found)
    over = not is_under_way(records.within(TimingEvent, stage.id))
    return len(found), let_out, bool(outcomes) and settled and over

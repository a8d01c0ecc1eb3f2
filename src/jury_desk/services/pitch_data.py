"""The session's time as it travels within the minutes: what was measured, and what repeats the draw by lot.

Readings of the computer's clocks stay in the file: only hours and durations leave it.
"""

from datetime import UTC, datetime
from typing import Any

from jury_desk.domain.documents import Document, to_document
from jury_desk.domain.instants import Instant
from jury_desk.domain.pitch_evidence import PassageTimes, TimingEvidence
from jury_desk.domain.pitch_state import PhaseClock


def timing_document(found: TimingEvidence) -> Document:
    """All that the minutes print of a session's time; durations in milliseconds."""
    return {
        "opened": _at(found.state.opened),
        "closed": _at(found.state.closed),
        "format": to_document(found.state.format),
        "orders": [to_document(order) for order in found.orders],
        "passages": [_passage(times) for times in found.passages],
    }


def _passage(times: PassageTimes) -> Document:
    passage = times.passage
    return {
        "candidacy": passage.candidacy,
        "attempt": passage.attempt,
        "status": passage.status.value,
        "reason": passage.reason,
        "counts": times.counts,
        "phases": [_phase(clock) for clock in times.heard],
    }


def _phase(clock: PhaseClock) -> Document:
    return {
        "phase": clock.slot.phase,
        "status": clock.status.value,
        "started": _at(clock.started),
        "ended": _at(clock.ended),
        "ended_by": clock.ended_by,
        "allotted": clock.allotted,
        "accommodation": clock.extra,
        "granted": clock.granted,
        "spoken": clock.spoken,
        "paused": clock.paused,
        "interrupted": clock.interrupted + clock.undecided,
        "reason": clock.reason,
        "grants": [{"ms": each.ms, "reason": each.reason} for each in clock.grants],
        "pauses": [{"ms": each.ms, "reason": each.reason, "incident": each.incident} for each in clock.stops],
        "interruptions": [
            {"ms": each.gap_ms, "exact": each.exact, "cause": each.cause, "counted": each.charged_ms}
            for each in clock.outages
        ],
        "corrections": [{"former": each.former_ms, "ms": each.ms, "reason": each.reason} for each in clock.corrections],
    }


def _at(instant: Instant | None) -> Any:
    return None if instant is None else datetime.fromtimestamp(instant.wall_ms // 1000, UTC).isoformat()

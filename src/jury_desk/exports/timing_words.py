"""What documents say of a passage's time: one line for each, and a sentence for each difference between passages."""

from collections.abc import Iterator

from jury_desk.domain.pitch_events import EndedBy
from jury_desk.domain.pitch_evidence import Deviation, PassageTimes, whole_seconds
from jury_desk.domain.pitch_state import Outage, PassageStatus, PhaseClock, PhaseStatus, Stop
from jury_desk.exports.phrases import Phrases
from jury_desk.exports.typography import NBSP
from jury_desk.services.wording import phase_name

_SECOND = 1000


def duration(ms: int, say: Phrases) -> str:
    """``5 min 12 s``, ``40 s``, ``1 h 5 min``: whole seconds that have gone by; the sign is the caller's."""
    whole = abs(whole_seconds(ms))
    hours, minutes, left = whole // 3600, whole // 60 % 60, whole % 60
    parts = ((hours, "hours"), (minutes, "minutes"), (left, "seconds"))
    told = [say(f"timing.{unit}", number=number) for number, unit in parts if number]
    return NBSP.join(told or [say("timing.seconds", number=0)]).replace(" ", NBSP)


def name_of(clock: PhaseClock, say: Phrases) -> str:
    """What a phase is called."""
    return phase_name(clock.format.name, say.language)


def passage_line(times: PassageTimes, say: Phrases) -> str:
    """« exposé 5 min 12 s (5 min allouées, +12 s) ; questions 9 min 40 s (10 min) ; … »."""
    told = [words for number, clock in enumerate(times.heard) for words in _phase(clock, say, first=number == 0)]
    return say("timing.separator").join([*told, *_ending(times, say)])


def phase_remarks(clock: PhaseClock, say: Phrases) -> str:
    """What is to be said of a phase beside its figures: reasons, pauses, corrections."""
    if clock.status is PhaseStatus.SKIPPED:
        return say("timing.skipped", phase=name_of(clock, say), reason=clock.reason)
    return say("timing.separator").join([*_remarks(clock, say), *_stoppages(clock, say)])


def deviation_line(deviation: Deviation, title: str, phase: str, say: Phrases) -> str:
    """« Questions – Places libres : 25 s au-delà du temps alloué. »."""
    reasons = say.list(list(deviation.reasons)) or say("timing.no_reason")
    sign = "plus" if deviation.ms >= 0 else "minus"
    key = f"timing.deviation.{deviation.kind}{'_granted' if deviation.granted else ''}"
    key = key if say.has(key) else f"{key}_{sign}"
    granted = duration(deviation.granted, say)
    facts = {"time": duration(deviation.ms, say), "granted": granted, "reasons": reasons}
    return say(key, phase=_capital(phase), title=title, **facts)


def _phase(clock: PhaseClock, say: Phrases, *, first: bool) -> Iterator[str]:
    name = name_of(clock, say)
    if clock.status is PhaseStatus.SKIPPED:
        yield say("timing.skipped", phase=name, reason=clock.reason)
        return
    facts = ", ".join(_facts(clock, say, first=first))
    key = "timing.phase" if clock.status is PhaseStatus.ENDED else "timing.phase_under_way"
    yield say(key, phase=name, spoken=duration(clock.spoken, say), facts=facts)
    yield from _stoppages(clock, say)


def _stoppages(clock: PhaseClock, say: Phrases) -> Iterator[str]:
    yield from (_stop(stop, say) for stop in clock.stops)
    yield from (_outage(outage, say) for outage in clock.outages)


def _facts(clock: PhaseClock, say: Phrases, *, first: bool) -> Iterator[str]:
    allotted = duration(clock.allotted, say)
    yield say("timing.allotted", time=allotted) if first else allotted
    if clock.extra:
        yield say("timing.accommodated", time=duration(clock.extra, say))
    over = whole_seconds(clock.spoken) - whole_seconds(clock.allotted)
    if over > 0:
        yield say("timing.over", time=duration(over * _SECOND, say))
    yield from _remarks(clock, say)


def _remarks(clock: PhaseClock, say: Phrases) -> Iterator[str]:
    for grant in clock.grants:
        key = "timing.granted" if grant.ms >= 0 else "timing.taken"
        yield say(key, time=duration(grant.ms, say), reason=grant.reason)
    if clock.backdated:
        yield say("timing.backdated", time=duration(clock.backdated, say))
    if clock.ended_by == EndedBy.CHAIR:
        yield say("timing.ended_by_chair_for", reason=clock.reason) if clock.reason else say("timing.ended_by_chair")
    for correction in clock.corrections:
        former, new = duration(correction.former_ms, say), duration(correction.ms, say)
        yield say("timing.corrected", former=former, time=new, reason=correction.reason)


def _stop(stop: Stop, say: Phrases) -> str:
    key = "timing.incident" if stop.incident else "timing.pause"
    time = duration(stop.ms, say)
    return say(f"{key}_for", time=time, reason=stop.reason) if stop.reason else say(key, time=time)


def _outage(outage: Outage, say: Phrases) -> str:
    time = duration(outage.gap_ms, say)
    told = time if outage.exact else say("timing.about", time=time)
    facts = {"time": told, "cause": say(f"timing.cause.{outage.cause}"), "charged": duration(outage.charged_ms, say)}
    if not outage.decided:
        return say("timing.outage_undecided", **facts)
    return say("timing.outage_charged" if outage.charged_ms else "timing.outage", **facts)


def _ending(times: PassageTimes, say: Phrases) -> Iterator[str]:
    """What became of a passage that did not come to its end, or does not count."""
    status, reason = times.passage.status, times.passage.reason
    if status is PassageStatus.ABORTED:
        yield say("timing.status.aborted", reason=reason)
    elif status in (PassageStatus.ABSENT, PassageStatus.DEFERRED):
        key = f"timing.status.{status}"
        yield say(f"{key}_for", reason=reason) if reason else say(key)
    elif status is PassageStatus.PLANNED:
        yield say("timing.status.planned")
    elif status is not PassageStatus.DONE:
        yield say("timing.status.open")
    if not times.counts:
        yield say("timing.not_counted")


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]

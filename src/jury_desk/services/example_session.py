"""The told session of the example: its clock driven through the use cases, each act at the instant of the story."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import UTC, datetime, timedelta
from typing import Any, Protocol

from jury_desk.domain.instants import Instant
from jury_desk.domain.pitch_events import Slot
from jury_desk.domain.recusal import Recusal, RecusalLevel, Ruling
from jury_desk.services.pitches import PitchSession
from jury_desk.services.ports import Clock, JuryFile
from jury_desk.services.recusals import declare_recusal, rule_on_recusal
from jury_desk.services.running_order import draw_order

Scene = tuple[str, Callable[[], object]]
"""Something that happens at an instant, ISO 8601."""

_BETWEEN = timedelta(seconds=2)


class Story(Clock, Protocol):
    """A clock that stands where the story is."""

    @property
    def instant(self) -> datetime:
        """Where the story is; looking at it moves nothing."""

    def jump(self, instant: str) -> None:
        """Go to another scene."""


class StoryClocks:
    """All the clocks of a computer that ran through the story without a break."""

    def __init__(self, story: Story, offset: timedelta) -> None:
        self._story = story
        self._offset = int(offset / timedelta(minutes=1))

    def now(self) -> Instant:
        """The clocks at this point of the story."""
        wall = int(self._story.instant.timestamp() * 1000)
        return Instant(wall, wall, wall, self._offset, "story", "story")


def play(story: Story, scenes: Sequence[Scene]) -> None:
    """Let scenes happen, in the order of their instants."""
    for at, act in sorted(scenes, key=lambda scene: datetime.fromisoformat(scene[0])):
        story.jump(at)
        act()


def declare_recusals(
    file: JuryFile, stage: str, told: Sequence[Mapping[str, str]], clock: Clock, ids: Mapping[str, str]
) -> None:
    """The links declared before a session, and the chair's ruling on each; candidacies by title in ``ids``."""
    for each in told:
        recusal = Recusal(
            stage,
            each["juror"],
            ids[each["candidacy"]],
            RecusalLevel(each["level"]),
            reason=each["reason"],
            left_at=in_utc(each["left_at"]),
            returned_at=in_utc(each["returned_at"]),
        )
        declare_recusal(file, recusal, clock)
        rule_on_recusal(file, recusal, Ruling.UPHELD, each["ruling_reason"], clock)


def in_utc(instant: str) -> str:
    """An instant of the story, told in local time, as the file keeps it."""
    return datetime.fromisoformat(instant).astimezone(UTC).isoformat()


def session_scenes(
    file: JuryFile, stage: str, told: Mapping[str, Any], story: Story, ids: Mapping[str, str]
) -> Iterator[Scene]:
    """Everything that the clock of a stage's session measured.

    Args:
        file: where it is kept.
        stage: whose session it is.
        told: the table of ``session.toml``.
        story: the clock of the story.
        ids: the candidacies by title.
    """
    day = f"{told['day']}T"
    zone = told["zone"]
    offset = datetime.fromisoformat(f"{day}12:00:00{zone}").utcoffset() or timedelta()
    session = PitchSession(file, stage, StoryClocks(story, offset))

    def at(hour: str) -> str:
        return f"{day}{hour}{zone}"

    draw = told["draw"]
    yield at(draw["at"]), lambda: draw_order(file, stage, story, seed=draw["seed"], witness=draw["witness"])
    for each in told["accommodations"]:
        yield at(each["at"]), _accommodation(session, ids[each["project"]], each["phase"], each["extra_ms"])
    yield at(told["opened"]), session.open
    for phase in (each for each in ("opening", "deliberation") if each in told):
        yield from _phase(session, Slot("", 1, phase), map(at, told[phase]))
    for each in told["passages"]:
        yield from _passage(session, ids[each["project"]], each, at)
    yield at(told["closed"]), session.close


def heard_at(told: Mapping[str, Any], ids: Mapping[str, str]) -> dict[str, str]:
    """When each candidacy had been heard to the end of its questions: by then the jurors write."""
    return {ids[each["project"]]: f"{told['day']}T{each['questions'][1]}{told['zone']}" for each in told["passages"]}


def _passage(
    session: PitchSession, candidacy: str, told: Mapping[str, Any], at: Callable[[str], str]
) -> Iterator[Scene]:
    yield at(told["called"]), lambda: session.call(candidacy)
    for phase in (key for key, hours in told.items() if isinstance(hours, list) and key != "incident"):
        of_session = phase.startswith("break")
        yield from _phase(session, Slot("" if of_session else candidacy, 1, phase), map(at, told[phase]))
    if "incident" in told:
        stopped, resumed = map(at, told["incident"])
        worded = (datetime.fromisoformat(resumed) - _BETWEEN).isoformat()
        yield stopped, lambda: session.pause(incident=True)
        yield worded, lambda: session.describe(told["cause"], incident=True)
        yield resumed, session.resume


def _phase(session: PitchSession, slot: Slot, hours: Iterator[str]) -> Iterator[Scene]:
    started, ended = hours
    yield started, lambda: session.start(slot)
    yield ended, session.end


def _accommodation(session: PitchSession, candidacy: str, phase: str, extra_ms: int) -> Callable[[], object]:
    return lambda: session.accommodate(candidacy, phase, extra_ms)

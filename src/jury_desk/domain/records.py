"""All that one file holds, in memory: the projection that the journal's events build."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from typing import ClassVar, Protocol, TypeVar, cast

from jury_desk.domain.attendance import Attendance, Tenure
from jury_desk.domain.candidacy import Candidacy, Entry
from jury_desk.domain.decision import AuthorityDecision, DecisionTaken, Proclamation, Question, ReserveCall, Sitting
from jury_desk.domain.deliberation import AdoptedRanking, Vote
from jury_desk.domain.edition import AmendmentDraft, Edition, RulesVersion, Stage
from jury_desk.domain.errors import Unknown
from jury_desk.domain.jury import Juror, Member
from jury_desk.domain.list_change import ListChange
from jury_desk.domain.pitch_events import TimingEvent
from jury_desk.domain.pitch_order import RunningOrder
from jury_desk.domain.recusal import Declaration, Recusal
from jury_desk.domain.scoring import RecordedMark, RecordedSheet


class Entity(Protocol):
    """A frozen value that the file keeps under a key of its own."""

    entity: ClassVar[str]

    @property
    def key(self) -> tuple[str, ...]:
        """What tells it from the others of its kind."""


KINDS: dict[str, type[Entity]] = {
    kind.entity: kind
    for kind in (
        *(Edition, Stage, Candidacy, Juror, Member, Entry, RulesVersion, RecordedMark, RecordedSheet),
        *(Sitting, Question, Vote, AdoptedRanking, Proclamation, AuthorityDecision, ReserveCall),
        *(RunningOrder, TimingEvent),
        *(Declaration, Recusal, Attendance, Tenure, ListChange),
        AmendmentDraft,
        DecisionTaken,
    )
}
"""Every kind of entity by its name in the journal and in the file, those referred to first."""

ONLY_ADDED = frozenset({RunningOrder.entity, TimingEvent.entity})
"""The kinds of entity that no act changes or removes; what takes one back, if anything, is one more of them."""

OF_A_STAGE = frozenset({Stage.entity, *(name for name, kind in KINDS.items() if "stage" in kind.__annotations__)})
"""The kinds of entity whose key begins with a stage's id."""

E = TypeVar("E", bound=Entity)
T = TypeVar("T")
_Prefix = tuple[str, tuple[str, ...]]
"""A kind of entity and the first parts of a key."""


class Records:
    """Entities by kind and key, with an index on every leading part of a key.

    The index makes « the marks of this stage » and « the marks of this candidacy in this stage » a look-up, so that a
    keystroke does not read through all marks.
    """

    def __init__(self) -> None:
        self._by_prefix: defaultdict[_Prefix, dict[tuple[str, ...], Entity]] = defaultdict(dict)
        self._derived: dict[_Prefix, dict[object, object]] = {}

    def get(self, kind: type[E], *key: str) -> E | None:
        """The entity of that kind and key."""
        return cast("E | None", self._by_prefix[kind.entity, ()].get(key))

    def need(self, kind: type[E], *key: str) -> E:
        """The entity of that kind and key.

        Raises:
            Unknown: when the file holds none.
        """
        found = self.get(kind, *key)
        if found is None:
            raise Unknown(kind.entity, " / ".join(key))
        return found

    def within(self, kind: type[E], *prefix: str) -> list[E]:
        """The entities whose key begins with ``prefix``, in the order they were first put."""
        return cast("list[E]", list(self._by_prefix.get((kind.entity, prefix), {}).values()))

    def derived(self, build: Callable[[list[E]], T], kind: type[E], *prefix: str) -> T:
        """What ``build`` makes of the entities within a prefix, kept until one of them changes."""
        kept = self._derived.setdefault((kind.entity, prefix), {})
        if build not in kept:
            kept[build] = build(self.within(kind, *prefix))
        return cast("T", kept[build])

    def put(self, entity: Entity) -> None:
        """Keep ``entity``, in place of the one with its key."""
        for prefix in _prefixes(entity.entity, entity.key):
            self._by_prefix[prefix][entity.key] = entity
            self._derived.pop(prefix, None)

    def remove(self, kind: str, key: tuple[str, ...]) -> None:
        """Forget the entity of that kind and key."""
        for prefix in _prefixes(kind, key):
            self._by_prefix[prefix].pop(key, None)
            self._derived.pop(prefix, None)

    def with_these(self, entities: Iterable[Entity]) -> "Records":
        """Records of their own that hold ``entities`` too."""
        records = Records()
        for entity in (*self, *entities):
            records.put(entity)
        return records

    def __iter__(self) -> Iterator[Entity]:
        """Every entity, kind by kind, those referred to before those that refer."""
        for kind in KINDS:
            yield from self._by_prefix[kind, ()].values()

    def __eq__(self, other: object) -> bool:
        """Whether both hold the same entities, in whatever order."""
        return isinstance(other, Records) and self._content() == other._content()

    __hash__ = None  # type: ignore[assignment]

    def _content(self) -> dict[tuple[str, tuple[str, ...]], Entity]:
        return {(entity.entity, entity.key): entity for entity in self}


def _prefixes(kind: str, key: tuple[str, ...]) -> Iterator[_Prefix]:
    return ((kind, key[:length]) for length in range(len(key) + 1))

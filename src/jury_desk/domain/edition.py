"""The edition of a programme and its stages in order (design section 2)."""

from dataclasses import dataclass
from enum import StrEnum
from typing import ClassVar


class StageKind(StrEnum):
    """What happens in a stage."""

    CALL = "call"
    SCREENING = "screening"
    HEARING = "hearing"
    FOLLOW_UP = "follow_up"
    IMPACT = "impact"


MARKED_KINDS = frozenset({StageKind.SCREENING, StageKind.HEARING})
"""The kinds of stage that have rules, marks and a ranking."""


@dataclass(frozen=True, slots=True)
class Edition:
    """What one file is about.

    Attributes:
        language: that of its documents.
        fictitious: printed on every page.
        zone: IANA name of the time zone whose clocks it goes by; empty: that of the computer at hand.
        appeal_route: where and until when a decision can be contested (voies et délais de recours), printed in letters.
    """

    entity: ClassVar[str] = "edition"

    title: str
    organisation: str = ""
    programme: str = ""
    place: str = ""
    language: str = "fr"
    fictitious: bool = False
    zone: str = ""
    appeal_route: str = ""

    @property
    def key(self) -> tuple[str, ...]:
        """There is one edition in a file."""
        return ()


@dataclass(frozen=True, slots=True)
class Stage:
    """A step of the edition: candidacies come in, some go out with an outcome. ``date`` is ISO 8601 or empty."""

    entity: ClassVar[str] = "stage"

    id: str
    kind: StageKind
    name: str
    position: int
    date: str = ""
    place: str = ""

    @property
    def key(self) -> tuple[str, ...]:
        """The stage's id."""
        return (self.id,)

    @property
    def decides(self) -> bool:
        """Whether something is decided in it about each candidacy: whether it is admissible, or its outcome."""
        return self.has_marks or self.kind is StageKind.CALL

    @property
    def has_marks(self) -> bool:
        """Whether the stage has rules, marks and a ranking."""
        return self.kind in MARKED_KINDS


@dataclass(frozen=True, slots=True)
class RulesVersion:
    """One version of a stage's règlement: a draft until frozen, then kept for ever.

    Attributes:
        document: the canonical JSON form (:func:`jury_desk.domain.rules.document_of`), as text.
        frozen_at: UTC instant, ISO 8601; empty while a draft.
        fingerprint: SHA-256 of the canonical form, set at the freeze.
    """

    entity: ClassVar[str] = "rules"

    stage: str
    version: int
    document: str
    frozen_at: str = ""
    fingerprint: str = ""
    author: str = ""
    reason: str = ""

    @property
    def key(self) -> tuple[str, ...]:
        """The stage and the number of the version."""
        return (self.stage, str(self.version))

    @property
    def frozen(self) -> bool:
        """Whether marks may be given under this version."""
        return bool(self.frozen_at)


@dataclass(frozen=True, slots=True)
class AmendmentDraft:
    """An amendment of a stage's frozen règlement that is being written, in force for nobody until it is frozen.

    Attributes:
        document: as text, whether or not it can be read as rules yet.
        reason, author, keeps_marks: what the amendment will be made with.
    """

    entity: ClassVar[str] = "amendment_draft"

    stage: str
    document: str
    reason: str = ""
    author: str = ""
    keeps_marks: bool = True

    @property
    def key(self) -> tuple[str, ...]:
        """The stage: there is one at a time."""
        return (self.stage,)

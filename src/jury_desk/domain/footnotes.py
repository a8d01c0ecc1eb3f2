"""What a reader of a ranking must know beside it: every late change, as a kind with its facts, never as a sentence."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum


class FootnoteKind(StrEnum):
    """What the footnote is about: the rules, the list, the seats, the hours, the recusals."""

    RULES_AMENDED = "rules_amended"
    JOINED = "joined"
    WITHDRAWN_UNMARKED = "withdrawn_unmarked"
    WITHDRAWN_MARKED = "withdrawn_marked"
    REPLACED = "replaced"
    ARRIVED = "arrived"
    LEFT = "left"
    ABSENT = "absent"
    ADMITTED = "admitted"
    RECUSED = "recused"
    RECUSED_FROM_ALL = "recused_from_all"


@dataclass(frozen=True, slots=True)
class Footnote:
    """One remark.

    Attributes:
        candidacies: the ids of those it is about; none when it is about the whole stage.
        titles: theirs, in the same order.
        facts: what its sentence names, by placeholder; an instant stays in UTC ISO 8601 under ``at``.
        codes: the ids of the jurors that the facts name, by the same placeholders.
    """

    kind: FootnoteKind
    candidacies: tuple[str, ...] = ()
    titles: tuple[str, ...] = ()
    facts: Mapping[str, str] = field(default_factory=dict)
    codes: Mapping[str, str] = field(default_factory=dict)

"""Writing a règlement step by step: a draft is a plain document, and each edit gives a new one.

The document has the keys of the rules file (design section 4), its numbers as texts. A *path* names a place in it the
way the problems of :class:`~jury_desk.domain.rules.RulesRefused` do: ``criteria[2].weight``, ``aggregation.out_of``.
A draft may be wrong for as long as it is being written; only one that can be read is ever kept in the file.
"""

import json
import re
import tomllib
from collections.abc import Mapping, Sequence
from contextlib import suppress
from copy import deepcopy
from dataclasses import dataclass, replace
from fractions import Fraction
from typing import Any

from jury_desk import resources
from jury_desk.domain.candidacy import Admissibility, Candidacy
from jury_desk.domain.document_reader import Problem
from jury_desk.domain.edition import RulesVersion, Stage
from jury_desk.domain.errors import NotANumber
from jury_desk.domain.exact import exact_text, parse_exact, round_half_up
from jury_desk.domain.jury import Member, Role, Voice
from jury_desk.domain.records import Records
from jury_desk.domain.rubric import Criterion
from jury_desk.domain.rules import PLAIN_STEPS, Rules, RulesRefused, document_of, rules_from_document
from jury_desk.domain.scoring import SECRETARIAT, Mark, MarkState
from jury_desk.services.changes import ChangeSet
from jury_desk.services.outcomes import let_through
from jury_desk.services.ports import JuryFile
from jury_desk.services.preparation import set_rules, stages

Document = dict[str, Any]

TIMES = ("opening", "pitch", "questions", "changeover", "break", "deliberation")
"""The allotted times of ``[timing]``, in the order of a session; minutes."""

_PART = re.compile(r"([^.\[\]]+)|\[(\d+)\]")
_EXAMPLE_SHARE = Fraction(4, 5)


@dataclass(frozen=True, slots=True)
class Template:
    """A règlement to start from."""

    name: str
    document: Document

    @property
    def title(self) -> str:
        """What it is called."""
        return str(self.document["title"])


@dataclass(frozen=True, slots=True)
class WorkedExample:
    """What the same good mark on every criterion gives: « 8/10 everywhere gives 16/20 ».

    Attributes:
        mark: the mark given, as an exact text; empty when the scales differ.
        scale: the top of the scale; empty when the scales differ.
        result: as the ranking prints it; empty when the rules give none.
        out_of: what the result is out of; empty for a mean of marks or points.
    """

    mark: str
    scale: str
    result: str
    out_of: str


def templates(language: str) -> list[Template]:
    """The règlements to start from, in that language."""
    found = sorted(resources.path("templates").glob("*.toml"))
    read = (Template(path.stem, tomllib.loads(path.read_text(encoding="utf-8"))) for path in found)
    return [template for template in read if template.document["language"] == language]


def draft_of(records: Records, stage: str) -> Document | None:
    """The document of a stage's newest règlement; ``None`` while nobody has begun one."""
    version = newest_version(records, stage)
    return None if version is None else dict(json.loads(version.document))


def newest_version(records: Records, stage: str) -> RulesVersion | None:
    """The newest version of a stage's règlement."""
    return max(records.within(RulesVersion, stage), key=lambda each: each.version, default=None)


def read_draft(document: Mapping[str, object]) -> tuple[Rules | None, tuple[Problem, ...]]:
    """The règlement that a draft says, or everything that keeps it from saying one."""
    try:
        return rules_from_document(document), ()
    except RulesRefused as refusal:
        return None, refusal.problems


def save_draft(file: JuryFile, stage: str, document: Mapping[str, object]) -> ChangeSet:
    """Keep a draft as the stage's règlement; the one already there, in other words, changes nothing.

    Raises:
        RulesRefused: it cannot be read.
        Unknown, StageHasNoMarks, RulesFrozen: as :func:`jury_desk.services.preparation.set_rules`.
    """
    return set_rules(file, stage, rules_from_document(document))


def value_at(document: Mapping[str, Any], path: str) -> Any:
    """What stands at ``path``; ``None`` when nothing does."""
    found: Any = document
    for part in _parts(path):
        try:
            found = found[part]
        except (KeyError, IndexError, TypeError):
            return None
    return found


def with_value(document: Document, path: str, value: Any) -> Document:
    """The document with ``value`` at ``path``; an empty text or ``None`` takes the key out."""
    changed = deepcopy(document)
    *way, last = _parts(path)
    place: Any = changed
    for part in way:
        place = place[part] if isinstance(part, int) else place.setdefault(part, {})
    if value in ("", None) and isinstance(last, str):
        place.pop(last, None)
    else:
        place[last] = value
    return {key: kept for key, kept in changed.items() if kept != {}}


def with_criterion(document: Document, name: str) -> Document:
    """The document with one more criterion, on the scale and with the weight of the last one."""
    criteria = list(document.get("criteria", ()))
    taken = {str(criterion.get("id")) for criterion in criteria}
    identity = next(each for number in range(1, len(criteria) + 2) if (each := f"C{number}") not in taken)
    model = criteria[-1] if criteria else {"weight": "1", "min": "0", "max": "10", "step": "1"}
    inherited = {key: model[key] for key in ("weight", "min", "max", "step") if key in model}
    return {**document, "criteria": [*criteria, {"id": identity, "name": name, **inherited}]}


def without_criterion(document: Document, index: int) -> Document:
    """The document without that criterion, nor the step of the tie chain that named it."""
    criteria = list(document["criteria"])
    gone = criteria.pop(index)
    ties = dict(document.get("ties", {}))
    if "chain" in ties:
        ties["chain"] = [step for step in ties["chain"] if step != f"criterion:{gone.get('id')}"]
    return {**document, "criteria": criteria, **({"ties": ties} if ties else {})}


def with_criterion_moved(document: Document, index: int, by: int) -> Document:
    """The document with that criterion further up (negative) or down; at an end it stays."""
    return {**document, "criteria": moved(document["criteria"], index, by)}


def moved(items: Sequence[Any], index: int, by: int) -> list[Any]:
    """The items with one moved up (negative) or down; past an end it stays at the end."""
    changed = list(items)
    target = min(max(index + by, 0), len(changed) - 1)
    changed.insert(target, changed.pop(index))
    return changed


def shares(document: Mapping[str, Any]) -> list[Fraction | None]:
    """Each criterion's part of all the weights, in their order; ``None`` where it cannot be said."""
    rules, _ = read_draft(document)
    if rules is None:
        return [None for _ in document.get("criteria", ())]
    whole = sum((criterion.weight for criterion in rules.criteria if criterion.mandatory), Fraction(0))
    return [criterion.weight / whole if criterion.mandatory and whole else None for criterion in rules.criteria]


def worked_example(rules: Rules) -> WorkedExample:
    """What four fifths of every scale give under ``rules``, given by as many jurors as they need."""
    from jury_desk.domain.standings import rank  # noqa: PLC0415 - frozen rules are shown without it

    jurors = [f"J{number}" for number in range(1, max(3, rules.aggregation.minimum_sheets) + 1)]
    sheet = {each.id: Mark(MarkState.MARKED, _example_mark(each)) for each in rules.criteria}
    by_jurors = {each.id: sheet[each.id] for each in rules.criteria if each.by_jurors}
    established = {each.id: sheet[each.id] for each in rules.criteria if not each.by_jurors}
    sheets = dict.fromkeys(jurors, by_jurors) | {SECRETARIAT: established}
    alone = {"carry_over": None, "selection": None}
    plain = rules_from_document({key: kept for key, kept in document_of(rules).items() if key not in alone})
    standing = rank(plain, ["example"], jurors, {"example": sheets}).standings[0]
    scales = {each.scale for each in rules.criteria if each.mandatory}
    same = len(scales) == 1
    return WorkedExample(
        mark=exact_text(_example_mark(rules.criteria[0])) if same else "",
        scale=exact_text(rules.criteria[0].scale.maximum) if same else "",
        result=standing.result,
        out_of=exact_text(rules.aggregation.out_of) if rules.aggregation.result == "out_of" else "",
    )


def in_role(member: Member, role: Role) -> Member:
    """The seat in another role, with the voice that usually goes with it.

    A secretary and an observer have none, a coach has an advisory one; the other roles keep the voice they had.
    """
    usual = {Role.SECRETARY: Voice.NONE, Role.OBSERVER: Voice.NONE, Role.COACH: Voice.ADVISORY}
    return replace(member, role=role, voice=usual.get(role, member.voice))


def _example_mark(criterion: Criterion) -> Fraction:
    scale = criterion.scale
    share = 1 - _EXAMPLE_SHARE if criterion.lower_is_better else _EXAMPLE_SHARE
    return scale.minimum + round_half_up(scale.extent * share, scale.step)


def _parts(path: str) -> list[str | int]:
    return [int(index) if index else name for name, index in _PART.findall(path)]


def passage_minutes(document: Mapping[str, Any]) -> Fraction:
    """How long one passage takes from its beginning to the next one's; what cannot be read yet counts for nothing."""
    total = Fraction(0)
    for key in ("pitch", "questions", "changeover"):
        with suppress(NotANumber):
            total += parse_exact(str(value_at(document, f"timing.{key}") or "0"))
    return total


def tie_steps(document: Mapping[str, Any]) -> list[str]:
    """Every step that a tie chain of these criteria may have, as the rules name them."""
    criteria = document.get("criteria", ())
    ids = [str(each["id"]) for each in criteria if each.get("id")]
    sections = dict.fromkeys(str(each["section"]) for each in criteria if each.get("section"))
    plain = [step for step in PLAIN_STEPS if step != "own" or document.get("carry_over")]
    return [*(f"criterion:{each}" for each in ids), *(f"section:{each}" for each in sections), *plain]


def may_be_heard(records: Records) -> list[str]:
    """The candidacies that nobody has turned down and that have not withdrawn, in the order of the file."""
    out = (Admissibility.INADMISSIBLE, Admissibility.WITHDRAWN)
    return [each.id for each in records.within(Candidacy) if each.admissibility not in out]


def coming_from(records: Records, stage: str) -> tuple[Stage | None, list[str]]:
    """The last stage before this one that let candidacies go on, and which."""
    before = [each for each in stages(records) if each.position < records.need(Stage, stage).position]
    for earlier in reversed(before):
        if found := let_through(records, earlier.id):
            return earlier, found
    return None, []

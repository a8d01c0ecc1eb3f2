"""Writing a règlement step by step: a draft is a plain document, and each edit gives a new one.

The document has the keys of the rules file (design section 4), its numbers as texts. A *path* names a place in it the
way the problems of :class:`~jury_desk.domain.rules.RulesRefused` do: ``criteria[2].weight``, ``aggregation.out_of``.
A draft may be wrong for as long as it is being written; only one that can be read is ever kept in the file.
"""

import json
import re
import tomllib
from collections.abc import Collection, Mapping, Sequence
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
from jury_desk.domain.rubric import Across, Criterion, CriterionKind
from jury_desk.domain.rules import PLAIN_STEPS, Rules, RulesRefused, document_of, rules_from_document
from jury_desk.domain.scoring import SECRETARIAT, Mark, MarkState
from jury_desk.domain.timing_rules import OF_A_PASSAGE
from jury_desk.services.changes import ChangeSet
from jury_desk.services.outcomes import let_through
from jury_desk.services.ports import JuryFile
from jury_desk.services.preparation import set_rules, stages

Document = dict[str, Any]

_SCALE = {"min": "0", "max": "10", "step": "1"}
"""The scale of a criterion that brings none."""
_PART = re.compile(r"([^.\[\]]+)|\[(\d+)\]")
_EXAMPLE_SHARE = Fraction(4, 5)


@dataclass(frozen=True, slots=True)
class Template:
    """A règlement to start from.

    Attributes:
        about: one line on what it is for.
    """

    name: str
    document: Document
    about: str

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
    """The règlements to start from, in that language and in the order of the phrases that say what each is for."""
    told = resources.phrases("vocabulary", language)["templates"]
    return [Template(name, _template(f"{name}_{language}.toml"), about) for name, about in told.items()]


def _template(name: str) -> Document:
    return tomllib.loads(resources.path("templates", name).read_text(encoding="utf-8"))


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


_STANDS_AT = {
    "out_of_missing": "out_of",
    "limit_missing": "limit",
    "weight_missing": "weight",
    "rank_sum_mixed": "across_jurors",
    "carry_over_without_stage": "own",
}
"""The key that puts right what is told of a whole table."""


def place_of(problem: Problem) -> str:
    """The path of the field that puts a problem right; that of the problem where it names one itself."""
    if problem.code == "limit_missing":
        return "aggregation.limit"
    key = _STANDS_AT.get(problem.code, "")
    if problem.code in ("missing", "scale_end_missing") and not problem.path.endswith(f".{problem.facts['key']}"):
        key = problem.facts["key"]
    return f"{problem.path}.{key}" if key and problem.path else problem.path


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


def with_criterion(document: Document, name: str, known: Collection[str] = ()) -> Document:
    """The document with one more criterion, on the scale and with the weight of the last one.

    Its id is none of the document’s, and none of those ``known`` before: marks given to one that was taken out are not
    those of another.
    """
    criteria = list(document.get("criteria", ()))
    taken = {*known, *(str(criterion.get("id")) for criterion in criteria)}
    identity = next(each for number in range(1, len(taken) + 2) if (each := f"C{number}") not in taken)
    model = criteria[-1] if criteria else {"weight": "1", **_SCALE}
    if model.get("kind") == CriterionKind.YES_NO:
        model = {"weight": model.get("weight", "1"), **_SCALE}
    inherited = {key: model[key] for key in ("weight", *_SCALE) if key in model}
    return {**document, "criteria": [*criteria, {"id": identity, "name": name, **inherited}]}


def without_criterion(document: Document, index: int) -> Document:
    """The document without that criterion, nor the step of the tie chain that named it."""
    criteria = list(document["criteria"])
    gone = criteria.pop(index)
    ties = dict(document.get("ties", {}))
    if "chain" in ties:
        ties["chain"] = [step for step in ties["chain"] if step != f"criterion:{gone.get('id')}"]
    return {**document, "criteria": criteria, **({"ties": ties} if ties else {})}


def with_kind(document: Document, index: int, kind: str) -> Document:
    """The document with a criterion of another kind: a yes or no has no scale of its own, the others need one."""
    former = document["criteria"][index]
    criterion = {key: kept for key, kept in former.items() if key not in (*_SCALE, "levels")}
    if CriterionKind.YES_NO not in (kind, former.get("kind")):
        criterion = dict(former)
    elif kind != CriterionKind.YES_NO:
        criterion |= {key: document.get("scale", {}).get(key, usual) for key, usual in _SCALE.items()}
        if (criterion["min"], criterion["max"]) == ("0", "1"):
            criterion |= _SCALE
    return with_value(document, f"criteria[{index}]", {**criterion, "kind": kind})


def with_section(document: Document, index: int, section: str) -> Document:
    """The document with a criterion in another section; a step of the tie chain follows a section that is renamed."""
    former = document["criteria"][index].get("section", "")
    changed = with_value(document, f"criteria[{index}].section", section)
    chain = value_at(changed, "ties.chain") or []
    left = any(each.get("section", "") == former for each in changed["criteria"])
    if not former or left or f"section:{former}" not in chain:
        return changed
    renamed = [f"section:{section}" if step == f"section:{former}" else step for step in chain]
    return with_value(changed, "ties.chain", [step for step in renamed if step != "section:"])


def with_criterion_moved(document: Document, index: int, by: int) -> Document:
    """The document with that criterion further up (negative) or down; at an end it stays."""
    return {**document, "criteria": moved(document["criteria"], index, by)}


def moved(items: Sequence[Any], index: int, by: int) -> list[Any]:
    """The items with one moved up (negative) or down; past an end it stays at the end."""
    changed = list(items)
    target = min(max(index + by, 0), len(changed) - 1)
    changed.insert(target, changed.pop(index))
    return changed


def worked_example(rules: Rules) -> WorkedExample:
    """What four fifths of every scale give under ``rules``, given by as many jurors as they need.

    Bonus and deduction are left out, for they are not given everywhere; ranks are not marks, and give no example.
    """
    from jury_desk.domain.standings import rank  # noqa: PLC0415 - frozen rules are shown without it

    asked = [each for each in rules.criteria if each.mandatory]
    jurors = [f"J{number}" for number in range(1, max(3, rules.aggregation.minimum_sheets) + 1)]
    given = {each.id: Mark(MarkState.MARKED, _example_mark(each)) for each in asked}
    by_jurors = {each.id: given[each.id] for each in asked if each.by_jurors}
    established = {each.id: given[each.id] for each in asked if not each.by_jurors}
    sheets = dict.fromkeys(jurors, by_jurors) | {SECRETARIAT: established}
    alone = {"carry_over": None, "selection": None, "ties": None}
    plain = rules_from_document({key: kept for key, kept in document_of(rules).items() if key not in alone})
    standing = rank(plain, ["example"], jurors, {"example": sheets}).standings[0]
    ranks = Across.RANK_SUM in {rules.aggregation.across_jurors, *(each.across_jurors for each in asked)}
    marks = {(_example_mark(each), each.scale.maximum) for each in asked}
    mark, scale = map(exact_text, next(iter(marks))) if len(marks) == 1 else ("", "")
    return WorkedExample(
        mark=mark,
        scale=scale,
        result="" if ranks or not asked else standing.result,
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
    written_out = [each.get("minutes") for each in value_at(document, "timing.phases") or ()]
    for minutes in written_out or [value_at(document, f"timing.{key}") for key in OF_A_PASSAGE]:
        with suppress(NotANumber):
            total += parse_exact(str(minutes or "0"))
    return total


def tie_steps(document: Mapping[str, Any], earlier: Sequence[str] = ()) -> list[str]:
    """Every step that a tie chain of these criteria may have, as the rules name them.

    Args:
        document: the draft.
        earlier: the ids of the earlier stages that have results.
    """
    criteria = document.get("criteria", ())
    ids = [str(each["id"]) for each in criteria if each.get("id")]
    sections = dict.fromkeys(str(each["section"]) for each in criteria if each.get("section"))
    plain = [step for step in PLAIN_STEPS if step != "own" or document.get("carry_over")]
    carried = (f"carried:{each}" for each in earlier)
    return [*(f"criterion:{each}" for each in ids), *(f"section:{each}" for each in sections), *plain, *carried]


def stages_to_carry(records: Records, stage: str) -> list[Stage]:
    """The earlier stages with marks, whose results may enter this one's."""
    position = records.need(Stage, stage).position
    return [each for each in stages(records) if each.has_marks and each.position < position]


def may_be_heard(records: Records) -> list[str]:
    """The candidacies that nobody has turned down and that have not withdrawn, in the order of the file."""
    out = (Admissibility.INADMISSIBLE, Admissibility.WITHDRAWN)
    return [each.id for each in records.within(Candidacy) if each.admissibility not in out]


def found_admissible(records: Records) -> list[str]:
    """Those of :func:`may_be_heard` that were examined and found admissible; all of them while none was examined."""
    every = may_be_heard(records)
    known = [each for each in every if records.need(Candidacy, each).admissibility is Admissibility.ADMISSIBLE]
    return known or every


def still_to_examine(records: Records) -> int:
    """How many candidacies wait for a word on their admissibility."""
    return sum(each.admissibility is Admissibility.RECEIVED for each in records.within(Candidacy))


def coming_from(records: Records, stage: str) -> tuple[Stage | None, list[str]]:
    """The last stage before this one that let candidacies go on, and which."""
    before = [each for each in stages(records) if each.position < records.need(Stage, stage).position]
    for earlier in reversed(before):
        if found := let_through(records, earlier.id):
            return earlier, found
    return None, []

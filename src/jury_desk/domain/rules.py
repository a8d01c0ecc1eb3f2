"""The règlement of a stage: how marks become places. Design section 4 gives each key its meaning.

A règlement travels as a *document*, a plain mapping as JSON or TOML hold it, with the keys of the design's rules file.
:func:`rules_from_document` reads one and tells everything that is wrong with it, :func:`document_of` writes the
canonical one, with its defaults spelled out and its numbers as exact texts, and :func:`fingerprint` is its SHA-256.
"""

import re
from collections.abc import Collection, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from enum import StrEnum
from fractions import Fraction
from typing import Any

from jury_desk.domain.document_reader import Problem, TableReader
from jury_desk.domain.documents import digest
from jury_desk.domain.errors import DomainError, NotANumber
from jury_desk.domain.exact import exact_text, parse_exact
from jury_desk.domain.rubric import Across, Better, CommentRule, Criterion, CriterionKind, Scale, Source, Threshold
from jury_desk.domain.timing_rules import read_timing

LANGUAGES = ("fr", "en")
YES_NO = Scale(Fraction(0), Fraction(1), Fraction(1))
"""The scale of a yes or no, by nature."""
PLAIN_STEPS = ("highest_sheet", "lowest_sheet", "median", "head_to_head", "own")
"""Steps of a tie chain that name nothing else; the others are ``criterion:ID``, ``section:NAME``, ``carried:STAGE``."""

_THRESHOLD = re.compile(r"\s*(<=|<|>=|>)\s*(.+)")
_SCOPES = ("candidacy", "stage")
_ROUNDING_STEPS = ("mean", "corrected", "criterion", "product", "sheet", "result")


class RulesRefused(DomainError):
    """A règlement that cannot be used; every problem found, never only the first."""

    problems: tuple[Problem, ...]


class Order(StrEnum):
    """Whether a juror's total is made before or after the jurors are brought together."""

    SHEETS_FIRST = "sheets_first"
    CRITERIA_FIRST = "criteria_first"


class ResultForm(StrEnum):
    """What the stage's own result is expressed in."""

    OUT_OF = "out_of"
    MEAN = "mean"
    POINTS = "points"


class MissingCriterion(StrEnum):
    """What a sheet with a missing criterion is worth."""

    INCOMPLETE = "incomplete"
    REDISTRIBUTE = "redistribute"


class Unresolved(StrEnum):
    """What becomes of a tie that the chain does not separate."""

    SHARED = "shared"
    VOTE = "vote"


class Numbering(StrEnum):
    """How places are counted after a tie: 1 2 2 4, or 1 2 2 3."""

    COMPETITION = "competition"
    DENSE = "dense"


class TieAtCut(StrEnum):
    """What a tie across the selection line does."""

    BLOCK = "block"
    INCLUDE = "include"


@dataclass(frozen=True, slots=True)
class Aggregation:
    """From marks to a result.

    Attributes:
        trim_low: how many of the lowest a trimmed mean leaves out, among the marks present.
        limit: how far from the mean a corrected mean lets a mark be, in the unit of what it brings together: a juror's
            total (sheets first) or a criterion's mark (criteria first).
        minimum_sheets: with fewer valid sheets a candidacy has no place; a rubric without juror marks needs none.
        eliminatory: threshold on the stage's own result, tested on the value computed without any rounding.
        allow_unequal_panels: lets sums and rank sums compare candidacies that different jurors have marked.
    """

    order: Order = Order.SHEETS_FIRST
    across_jurors: Across = Across.MEAN
    trim_low: int = 1
    trim_high: int = 1
    limit: Fraction | None = None
    result: ResultForm = ResultForm.OUT_OF
    out_of: Fraction = Fraction(20)
    missing_criterion: MissingCriterion = MissingCriterion.INCOMPLETE
    minimum_sheets: int = 1
    eliminatory: Threshold | None = None
    allow_unequal_panels: bool = False


@dataclass(frozen=True, slots=True)
class Rounding:
    """The steps at which the rules round, half up; no step, no rounding."""

    mean: Fraction | None = None
    corrected: Fraction | None = None
    criterion: Fraction | None = None
    product: Fraction | None = None
    sheet: Fraction | None = None
    result: Fraction | None = None


@dataclass(frozen=True, slots=True)
class CarryOver:
    """Results of earlier stages that enter with a weight, beside this stage's own.

    Weights are taken over their sum, as those of criteria are: 70 and 30 do what 0.7 and 0.3 do.
    """

    own: Fraction
    stages: Mapping[str, Fraction]
    rounding: Fraction | None = None


@dataclass(frozen=True, slots=True)
class Ties:
    """How equal results are separated, in the declared order, and numbered."""

    chain: tuple[str, ...] = ()
    unresolved: Unresolved = Unresolved.SHARED
    numbering: Numbering = Numbering.COMPETITION


@dataclass(frozen=True, slots=True)
class Selection:
    """The selection line: how many places, how many in reserve, what a tie across it does."""

    places: int
    reserve: int = 0
    tie_at_cut: TieAtCut = TieAtCut.BLOCK


@dataclass(frozen=True, slots=True)
class Rules:
    """A whole règlement. ``panel`` and ``timing`` hold the session's own keys, kept as written.

    ``scale`` is the default of the criteria; where the document names none, it is the first criterion's.
    """

    title: str
    version: str
    language: str
    scale: Scale
    criteria: tuple[Criterion, ...]
    aggregation: Aggregation = field(default_factory=Aggregation)
    rounding: Rounding = field(default_factory=Rounding)
    carry_over: CarryOver | None = None
    ties: Ties = field(default_factory=Ties)
    selection: Selection | None = None
    panel: Mapping[str, object] = field(default_factory=dict)
    timing: Mapping[str, object] = field(default_factory=dict)

    def criterion(self, criterion_id: str) -> Criterion | None:
        """The criterion of that id."""
        return next((each for each in self.criteria if each.id == criterion_id), None)

    @property
    def carried_stages(self) -> tuple[str, ...]:
        """The earlier stages whose results the ranking needs, for its result or to separate ties."""
        weighed = tuple(self.carry_over.stages) if self.carry_over else ()
        named = (name for kind, _, name in (step.partition(":") for step in self.ties.chain) if kind == "carried")
        return tuple(dict.fromkeys((*weighed, *named)))


def rules_from_document(document: Mapping[str, object]) -> Rules:
    """Read a règlement from a plain mapping with the keys of the rules file.

    Raises:
        RulesRefused: with every problem found, each with its path, such as ``criteria[2].weight``.
    """
    problems: list[Problem] = []
    table = TableReader(document, "", problems)
    rules = _read_rules(table)
    table.close()
    if problems:
        raise RulesRefused(tuple(problems))
    return rules


def document_of(rules: Rules) -> dict[str, Any]:
    """The canonical document: defaults spelled out, numbers as exact texts, what is not set left out; fit for JSON."""
    tables: dict[str, Any] = {
        "title": rules.title,
        "version": rules.version,
        "language": rules.language,
        "scale": _scale_document(rules.scale),
        "criteria": [_criterion_document(each) for each in rules.criteria],
        "aggregation": _aggregation_document(rules.aggregation),
        "rounding": _without_none({step: _number(getattr(rules.rounding, step)) for step in _ROUNDING_STEPS}),
        "carry_over": _carry_over_document(rules.carry_over),
        "ties": {
            "chain": list(rules.ties.chain),
            "unresolved": rules.ties.unresolved.value,
            "numbering": rules.ties.numbering.value,
        },
        "selection": _selection_document(rules.selection),
        "panel": dict(rules.panel),
        "timing": dict(rules.timing),
    }
    # An empty table says nothing; [ties] says its defaults.
    return {key: value for key, value in tables.items() if value not in ({}, None)}


def fingerprint(rules: Rules) -> str:
    """SHA-256, in hexadecimal, of the canonical document as JSON with sorted keys and no blanks, in UTF-8."""
    return digest(document_of(rules))


def _read_rules(table: TableReader) -> Rules:
    default_scale = _read_default_scale(table.table("scale"))
    criteria = _read_criteria(table, default_scale)
    aggregation = _read_aggregation(table.table("aggregation"))
    carry_over = _read_carry_over(table.table("carry_over"))
    _check_weights(table, criteria, aggregation)
    _check_rank_sum(table, criteria, aggregation)
    return Rules(
        title=table.text("title"),
        version=table.text("version", "1"),
        language=table.word("language", "fr", LANGUAGES),
        scale=default_scale or (criteria[0].scale if criteria else YES_NO),
        criteria=criteria,
        aggregation=aggregation,
        rounding=_read_rounding(table.table("rounding")),
        carry_over=carry_over,
        ties=_read_ties(table.table("ties"), criteria),
        selection=_read_selection(table.table("selection")),
        panel=_read_panel(table.table("panel")),
        timing=read_timing(table.table("timing")),
    )


def _read_default_scale(table: TableReader | None) -> Scale | None:
    if table is None:
        return None
    scale = _read_scale(table, None)
    table.close()
    # A scale that was refused has been told once: any other keeps the criteria from telling it again.
    return scale or YES_NO


def _read_scale(table: TableReader, default: Scale | None) -> Scale | None:
    """The scale written in ``table``, completed by ``default``; ``None``, and a problem, when an end is unknown."""
    minimum, maximum, step = table.number("min"), table.number("max"), table.positive("step")
    if default is not None:
        minimum = default.minimum if minimum is None else minimum
        maximum = default.maximum if maximum is None else maximum
        step = step or default.step
    if minimum is None or maximum is None:
        for key, value in (("min", minimum), ("max", maximum)):
            if value is None and key not in table:
                table.refuse("", "scale_end_missing", key=key)
        return None
    step = step or Fraction(1)
    if minimum >= maximum:
        table.refuse("max", "scale_empty", min=exact_text(minimum), max=exact_text(maximum))
        return None
    if (maximum - minimum) % step:
        table.refuse("step", "step_off", step=exact_text(step), min=exact_text(minimum), max=exact_text(maximum))
    return Scale(minimum, maximum, step)


def _read_criteria(table: TableReader, default_scale: Scale | None) -> tuple[Criterion, ...]:
    readers = tuple(table.tables("criteria"))
    if table.lacks("criteria"):
        table.refuse("criteria", "no_criteria")
    weighted = any("weight" in each for each in readers)
    criteria = tuple(_read_criterion(each, default_scale, weighted=weighted) for each in readers)
    seen: set[str] = set()
    for reader, criterion in zip(readers, criteria, strict=True):
        if criterion.id and criterion.id in seen:
            reader.refuse("id", "duplicate_id", id=criterion.id)
        seen.add(criterion.id)
    if criteria and not any(criterion.counts for criterion in criteria):
        table.refuse("criteria", "nothing_counts")
    return criteria


def _read_criterion(table: TableReader, default_scale: Scale | None, *, weighted: bool) -> Criterion:
    kind = table.choice("kind", CriterionKind.MARK)
    scale = _read_scale(table, YES_NO if kind is CriterionKind.YES_NO else default_scale)
    if kind is CriterionKind.YES_NO and scale != YES_NO:
        table.refuse("max" if "max" in table else "", "yes_no_scale")
    criterion = Criterion(
        id=table.needed_text("id"),
        name=table.needed_text("name"),
        weight=_read_weight(table, kind, weighted=weighted),
        scale=scale or YES_NO,
        kind=kind,
        source=table.choice("source", Source.JURORS),
        better=table.choice("better", Better.HIGHER),
        section=table.text("section"),
        levels=_read_levels(table),
        eliminatory=_read_threshold(table),
        comment=table.choice("comment", CommentRule.OPTIONAL),
        across_jurors=table.choice("across_jurors", Across.MEAN) if "across_jurors" in table else None,
    )
    table.close()
    return criterion


def _read_levels(table: TableReader) -> tuple[str, ...]:
    """The descriptors; a list of nothing but empty ones is none."""
    levels = table.texts("levels")
    return levels if any(levels) else ()


def _read_weight(table: TableReader, kind: CriterionKind, *, weighted: bool) -> Fraction:
    """The weight; 1 where no criterion of the rubric has one, 0 for what never counts."""
    weight = table.number("weight")
    if kind is CriterionKind.INFORMATION:
        return weight or Fraction(0)
    if weight is None:
        if weighted and "weight" not in table:
            table.refuse("", "weight_missing")
        return Fraction(1)
    return weight


def _read_threshold(table: TableReader) -> Threshold | None:
    text = table.text("eliminatory")
    if not text:
        return None
    match = _THRESHOLD.fullmatch(text)
    if match:
        with suppress(NotANumber):
            return Threshold(match[1], parse_exact(match[2]))
    table.refuse("eliminatory", "threshold_unreadable", text=text)
    return None


def _read_aggregation(table: TableReader | None) -> Aggregation:
    if table is None:
        return Aggregation()
    aggregation = Aggregation(
        order=table.choice("order", Order.SHEETS_FIRST),
        across_jurors=table.choice("across_jurors", Across.MEAN),
        trim_low=table.count("trim_low", 1),
        trim_high=table.count("trim_high", 1),
        limit=table.positive("limit"),
        result=table.choice("result", ResultForm.OUT_OF),
        out_of=table.positive("out_of") or Fraction(20),
        missing_criterion=table.choice("missing_criterion", MissingCriterion.INCOMPLETE),
        minimum_sheets=table.count("minimum_sheets", 1),
        eliminatory=_read_threshold(table),
        allow_unequal_panels=table.flag("allow_unequal_panels", default=False),
    )
    if "result" in table and aggregation.result is ResultForm.OUT_OF and "out_of" not in table:
        table.refuse("", "out_of_missing")
    if aggregation.across_jurors is Across.CORRECTED_MEAN and "limit" not in table:
        table.refuse("", "limit_missing")
    table.close()
    return aggregation


def _check_weights(table: TableReader, criteria: Sequence[Criterion], aggregation: Aggregation) -> None:
    """A weighted mean divides by the sum of the weights; only points may be counted off by a negative one."""
    points = aggregation.result is ResultForm.POINTS
    for index, criterion in enumerate(criteria):
        if criterion.weight < 0 and not (points and criterion.mandatory):
            table.refuse(f"criteria[{index}].weight", "weight_negative", text=exact_text(criterion.weight))
    base = [criterion.weight for criterion in criteria if criterion.mandatory]
    if base and not points and not any(base):
        table.refuse("criteria", "weights_sum_to_zero")


def _check_rank_sum(table: TableReader, criteria: Sequence[Criterion], aggregation: Aggregation) -> None:
    """Ranks and marks do not add up: a criterion added in ranks needs every other one added in ranks too."""
    general = aggregation.across_jurors
    first = aggregation.order is Order.CRITERIA_FIRST
    base = [(index, each) for index, each in enumerate(criteria) if each.mandatory]
    methods = {index: (each.across_jurors or general) if each.by_jurors else None for index, each in base}
    ranked = [index for index, method in methods.items() if method is Across.RANK_SUM]
    given = [each for each in criteria if each.by_jurors and each.counts]
    if general is Across.RANK_SUM and given and not any(each.mandatory for each in given):
        table.refuse("aggregation.across_jurors", "rank_sum_optional")
    if first and ranked and len(ranked) < len(base):
        odd = next(index for index, method in methods.items() if method is not Across.RANK_SUM)
        table.refuse(f"criteria[{odd}]", "rank_sum_mixed")
    for index, each in enumerate(criteria):
        alone = (
            each.across_jurors is Across.RANK_SUM
            and not (first and each.mandatory)
            and general is not each.across_jurors
        )
        if alone:
            table.refuse(f"criteria[{index}].across_jurors", "rank_sum_alone")
        if each.across_jurors is Across.CORRECTED_MEAN and aggregation.limit is None:
            table.refuse(f"criteria[{index}].across_jurors", "limit_missing")


def _read_rounding(table: TableReader | None) -> Rounding:
    if table is None:
        return Rounding()
    rounding = Rounding(**{step: table.positive(step) for step in _ROUNDING_STEPS})
    table.close()
    return rounding


def _read_carry_over(table: TableReader | None) -> CarryOver | None:
    if table is None:
        return None
    own = _read_share(table, "own")
    stages: dict[str, Fraction] = {}
    weights = table.table("stages")
    if weights is not None:
        stages = {stage: _read_share(weights, stage) for stage in weights.keys}
    if not stages:
        table.refuse("stages" if "stages" in table else "", "carry_over_without_stage")
    elif not own + sum(stages.values()):
        table.refuse("", "weights_sum_to_zero")
    carry_over = CarryOver(own, stages, table.positive("rounding"))
    table.close()
    return carry_over


def _read_share(table: TableReader, key: str) -> Fraction:
    share = table.number(key)
    if share is None and key not in table:
        table.refuse("", "missing", key=key)
    if share is not None and share < 0:
        table.refuse(key, "weight_negative", text=exact_text(share))
    return share or Fraction(0)


def _read_ties(table: TableReader | None, criteria: Sequence[Criterion]) -> Ties:
    if table is None:
        return Ties()
    chain = table.texts("chain")
    ids = {criterion.id for criterion in criteria}
    sections = {criterion.section for criterion in criteria if criterion.section}
    for index, step in enumerate(chain):
        problem = _tie_step_problem(step, ids, sections)
        if problem:
            table.refuse(f"chain[{index}]", problem, text=step, name=step.partition(":")[2])
    ties = Ties(chain, table.choice("unresolved", Unresolved.SHARED), table.choice("numbering", Numbering.COMPETITION))
    table.close()
    return ties


def _tie_step_problem(step: str, ids: Collection[str], sections: Collection[str]) -> str:
    """The code of what is wrong with a step of the chain; empty when nothing is."""
    kind, colon, name = step.partition(":")
    if not colon:
        return "" if step in PLAIN_STEPS else "tie_step_unknown"
    match kind:
        case "criterion":
            return "" if name in ids else "tie_criterion_unknown"
        case "section":
            return "" if name in sections else "tie_section_unknown"
        case "carried":
            return "" if name else "tie_step_unknown"
        case _:
            return "tie_step_unknown"


def _read_selection(table: TableReader | None) -> Selection | None:
    if table is None:
        return None
    if "places" not in table:
        table.refuse("", "missing", key="places")
    selection = Selection(
        places=table.count("places", 1, least=1),
        reserve=table.count("reserve", 0),
        tie_at_cut=table.choice("tie_at_cut", TieAtCut.BLOCK),
    )
    table.close()
    return selection


def _read_panel(table: TableReader | None) -> dict[str, object]:
    """The keys of the jury's sittings, checked and kept."""
    if table is None:
        return {}
    kept: dict[str, object] = {
        "quorum": table.count("quorum", 0),
        "recused_in_quorum": table.flag("recused_in_quorum", default=False),
        "recusal_scope": table.word("recusal_scope", "candidacy", _SCOPES),
        "absence_scope": table.word("absence_scope", "candidacy", _SCOPES),
        "presence_required": table.flag("presence_required", default=False),
        "casting_vote": table.flag("casting_vote", default=False),
        "vote_mode": table.text("vote_mode"),
    }
    table.close()
    return {key: kept[key] for key in table.keys if key in kept}


def _scale_document(scale: Scale) -> dict[str, str]:
    return {"min": exact_text(scale.minimum), "max": exact_text(scale.maximum), "step": exact_text(scale.step)}


def _criterion_document(criterion: Criterion) -> dict[str, Any]:
    return _without_none(
        {
            "id": criterion.id,
            "name": criterion.name,
            "weight": exact_text(criterion.weight),
            "kind": criterion.kind.value,
            "source": criterion.source.value,
            "better": criterion.better.value,
            "section": criterion.section or None,
            **_scale_document(criterion.scale),
            "levels": list(criterion.levels) or None,
            "eliminatory": str(criterion.eliminatory) if criterion.eliminatory else None,
            "comment": criterion.comment.value,
            "across_jurors": criterion.across_jurors.value if criterion.across_jurors else None,
        }
    )


def _aggregation_document(aggregation: Aggregation) -> dict[str, Any]:
    return _without_none(
        {
            "order": aggregation.order.value,
            "across_jurors": aggregation.across_jurors.value,
            "trim_low": aggregation.trim_low,
            "trim_high": aggregation.trim_high,
            "limit": _number(aggregation.limit),
            "result": aggregation.result.value,
            "out_of": exact_text(aggregation.out_of),
            "missing_criterion": aggregation.missing_criterion.value,
            "minimum_sheets": aggregation.minimum_sheets,
            "eliminatory": str(aggregation.eliminatory) if aggregation.eliminatory else None,
            "allow_unequal_panels": aggregation.allow_unequal_panels,
        }
    )


def _carry_over_document(carry_over: CarryOver | None) -> dict[str, Any] | None:
    if carry_over is None:
        return None
    return _without_none(
        {
            "own": exact_text(carry_over.own),
            "rounding": _number(carry_over.rounding),
            "stages": {stage: exact_text(weight) for stage, weight in carry_over.stages.items()},
        }
    )


def _selection_document(selection: Selection | None) -> dict[str, Any] | None:
    if selection is None:
        return None
    return {"places": selection.places, "reserve": selection.reserve, "tie_at_cut": selection.tie_at_cut.value}


def _number(value: Fraction | None) -> str | None:
    return None if value is None else exact_text(value)


def _without_none(table: Mapping[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in table.items() if value is not None}

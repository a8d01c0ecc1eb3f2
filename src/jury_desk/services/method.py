"""A règlement's method in words, as standings and minutes print it."""

from collections.abc import Iterable, Mapping
from fractions import Fraction

from jury_desk.domain.exact import exact_text
from jury_desk.domain.rubric import Across, Criterion, CriterionKind, Threshold
from jury_desk.domain.rules import Aggregation, MissingCriterion, Rules
from jury_desk.resources import phrases

_COMPARED = {"<": "below", "<=": "at_most", ">": "above", ">=": "at_least"}
"""How a threshold is worded."""


def method_words(rules: Rules, language: str = "", stages: Mapping[str, str] | None = None) -> str:
    """How marks become places, in full sentences.

    Args:
        rules: the règlement.
        language: ``fr`` or ``en``; empty: the language of the rules.
        stages: the names of earlier stages, by id; a stage without one is named by its id.
    """
    return " ".join(method_sentences(rules, language, stages))


def method_sentences(rules: Rules, language: str = "", stages: Mapping[str, str] | None = None) -> list[str]:
    """The sentences of :func:`method_words`, one by one."""
    return list(_Words(language or rules.language, stages or {}).sentences(rules))


def tie_step_words(step: str, rules: Rules, language: str, stages: Mapping[str, str] | None = None) -> str:
    """A step of the tie chain, or the jury's vote, in a few words; ``stages`` names the earlier ones."""
    kind, _, name = step.partition(":")
    criterion: Criterion | None = rules.criterion(name) if kind == "criterion" else None
    named = criterion.name if criterion else (stages or {}).get(name, name)
    words: str = phrases("rules", language)["method"][f"tie_{kind}"]
    return words.format(name=named)


class _Words:
    """The sentences of one language."""

    def __init__(self, language: str, stages: Mapping[str, str]) -> None:
        self._stages = stages
        self._phrases: Mapping[str, str] = phrases("rules", language)["method"]
        self._language = language

    def sentences(self, rules: Rules) -> Iterable[str]:
        """One after the other, in the order in which the engine works."""
        yield self._main(rules)
        yield from self._criteria(rules)
        yield from self._validity(rules)
        yield self._rounding(rules)
        yield from self._carry_over(rules)
        yield from self._thresholds(rules)
        yield self._ties(rules)
        yield from self._selection(rules)

    def _main(self, rules: Rules) -> str:
        aggregation = rules.aggregation
        total = self._say(f"total_{aggregation.result}", out_of=self._number(aggregation.out_of))
        across = self._across(aggregation.across_jurors, aggregation)
        if not any(criterion.by_jurors and criterion.counts for criterion in rules.criteria):
            return self._say("established_only", total=total)
        return self._say(aggregation.order, total=total, across=across)

    def _across(self, method: Across, aggregation: Aggregation) -> str:
        limit = "" if aggregation.limit is None else self._number(aggregation.limit)
        return self._say(f"across_{method}", low=aggregation.trim_low, high=aggregation.trim_high, limit=limit)

    def _criteria(self, rules: Rules) -> Iterable[str]:
        for criterion in rules.criteria:
            if criterion.kind in (CriterionKind.BONUS, CriterionKind.DEDUCTION, CriterionKind.INFORMATION):
                yield self._say(criterion.kind.value, name=criterion.name, weight=self._number(criterion.weight))
            if criterion.lower_is_better and criterion.mandatory:
                yield self._say("lower", name=criterion.name)
            if not criterion.by_jurors:
                yield self._say("established", name=criterion.name)
            if criterion.across_jurors is not None:
                across = self._across(criterion.across_jurors, rules.aggregation)
                yield self._say("across_criterion", name=criterion.name, across=across)

    def _validity(self, rules: Rules) -> Iterable[str]:
        if not any(criterion.by_jurors and criterion.mandatory for criterion in rules.criteria):
            return
        missing = rules.aggregation.missing_criterion
        yield self._say("redistribute" if missing is MissingCriterion.REDISTRIBUTE else "incomplete")
        if rules.aggregation.minimum_sheets > 1:
            yield self._say("minimum_sheets", count=rules.aggregation.minimum_sheets)

    def _rounding(self, rules: Rules) -> str:
        rounding = rules.rounding
        steps = {
            name: value
            for name in ("mean", "corrected", "criterion", "product", "sheet", "result")
            if (value := getattr(rounding, name)) is not None
        }
        if not steps:
            return self._say("no_rounding")
        named = [self._say(f"rounding_{name}", step=self._number(value)) for name, value in steps.items()]
        return self._say("rounding", steps=", ".join(named))

    def _carry_over(self, rules: Rules) -> Iterable[str]:
        if rules.carry_over is None:
            return
        shares = rules.carry_over.stages.items()
        stages = ", ".join(f"{self._stages.get(stage, stage)} × {self._number(share)}" for stage, share in shares)
        step = rules.carry_over.rounding
        rounded = "" if step is None else self._say("carry_over_rounded", step=self._number(step))
        yield self._say("carry_over", own=self._number(rules.carry_over.own), stages=stages, rounded=rounded)

    def _thresholds(self, rules: Rules) -> Iterable[str]:
        for criterion in rules.criteria:
            if criterion.eliminatory is not None:
                yield self._say("eliminatory", name=criterion.name, threshold=self._threshold(criterion.eliminatory))
        if rules.aggregation.eliminatory is not None:
            yield self._say("eliminatory_result", threshold=self._threshold(rules.aggregation.eliminatory))

    def _threshold(self, threshold: Threshold) -> str:
        """« au-dessous de 10 »: a sign is not read aloud."""
        return self._say(_COMPARED[threshold.comparator], value=self._number(threshold.value))

    def _ties(self, rules: Rules) -> str:
        ties = rules.ties
        after = self._say(f"unresolved_{ties.unresolved}")
        numbering = self._say(f"numbering_{ties.numbering}")
        if not ties.chain:
            return self._say("ties_none", after=after, numbering=numbering)
        steps = ", ".join(self.tie_step(step, rules) for step in ties.chain)
        return self._say("ties", steps=steps, after=after, numbering=numbering)

    def tie_step(self, step: str, rules: Rules) -> str:
        """A step of the tie chain."""
        return tie_step_words(step, rules, self._language, self._stages)

    def _selection(self, rules: Rules) -> Iterable[str]:
        if rules.selection is not None:
            at_cut = self._say(f"cut_{rules.selection.tie_at_cut}")
            yield self._say("selection", places=rules.selection.places, reserve=rules.selection.reserve, at_cut=at_cut)

    def _say(self, key: str, /, **facts: object) -> str:
        return self._phrases[key].format(**facts)

    def _number(self, value: Fraction) -> str:
        return self._decimal(exact_text(value))

    def _decimal(self, text: str) -> str:
        return text.replace(".", ",") if self._language == "fr" else text

"""Explanations in words: one text for the tooltip, the screen reader, the panel beside the ranking and the annex."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from jury_desk.domain.evaluation import PLAIN_MEAN
from jury_desk.domain.exact import exact_text, places_of
from jury_desk.domain.explanation import (
    Ahead,
    Computation,
    Counting,
    Explanation,
    Figure,
    FigureKind,
    Placing,
    Separating,
    Siding,
    Striking,
)
from jury_desk.domain.expression import (
    CorrectedMean,
    Expression,
    Mean,
    Number,
    Role,
    Rounded,
    RoundingStep,
    by_size,
    roundings_of,
)
from jury_desk.domain.rules import Numbering, Rules, TieAtCut
from jury_desk.domain.scoring import MarkState
from jury_desk.domain.selection import SelectionStatus
from jury_desk.domain.stage_results import RESULT, Status
from jury_desk.domain.ties import VOTE, TieStep
from jury_desk.services.expression_text import Figures, Symbols, write
from jury_desk.services.method import tie_step_words
from jury_desk.services.names import Names
from jury_desk.services.phrasing import Phrasing
from jury_desk.services.standing_words import selection_word

_MOST_AHEAD = 3
"""Of more projects ahead, only the nearest is named."""
_TOLD = (Role.MARK, Role.ESTABLISHED, Role.VALUE, Role.TOTAL, Role.RANK, Role.OWN, Role.CARRIED)
"""What somebody gave or what was found before; the other numbers are the rules' own."""


@dataclass(frozen=True, slots=True)
class Line:
    """One number put in: whose or what it is, the number, and a remark such as its weight."""

    name: str
    value: str
    remark: str = ""


@dataclass(frozen=True, slots=True)
class ExplanationText:
    """An explanation as it is read.

    Attributes:
        outcome: the figure itself; empty where there is none.
        formula: in symbols.
        numbers: the same with the numbers put in, and what it comes to.
        lines: each number put in, with where it is from.
        sentences: roundings, what was left out or pulled in, and what else is to be known.
        headline: what it is and what it comes to.
        line: what it is and how it comes of its numbers, or why there is none, in one line.
    """

    title: str
    outcome: str = ""
    formula: str = ""
    numbers: str = ""
    lines: tuple[Line, ...] = ()
    sentences: tuple[str, ...] = ()
    headline: str = ""
    line: str = ""

    @property
    def text(self) -> str:
        """All of it but the single numbers, line by line."""
        return "\n".join(filter(None, (self.headline, self.formula, self.numbers, *self.sentences)))


class ExplanationWords(Phrasing):
    """Words the explanations of one stage.

    Args:
        names: of what the explanations speak of.
        rules: the stage's own.
        language: ``fr`` or ``en``.
        secret: what jurors gave is told without their names and in the order of its size.
    """

    def __init__(self, names: Names, rules: Rules, language: str, *, secret: bool = False) -> None:
        super().__init__("explanations", language)
        self._secret = secret
        self.names = names
        self._rules = rules
        self._figures = Figures(self)
        self._symbols = Symbols(self, {each.id: each.kind for each in rules.criteria})

    def text(self, explanation: Explanation) -> ExplanationText:
        """One explanation."""
        match explanation:
            case Computation():
                return self._computation(explanation)
            case Placing():
                return self._placing(explanation)
            case Separating():
                steps = tuple(self.tie_step(step) for step in explanation.steps)
                return self._made(self.say("titles", "ties"), "", sentences=steps)
            case Siding():
                side = selection_word(explanation.side, self.language)
                return self._made(self.say("titles", "selection"), side, sentences=tuple(self._siding(explanation)))
            case Striking():
                return self._made(self.say("titles", "elimination"), "", sentences=tuple(self._striking(explanation)))
            case Counting():
                title = self._title(explanation.figure)
                return self._made(title, "", sentences=tuple(self.counting(explanation)))

    def _made(
        self,
        title: str,
        outcome: str,
        *,
        formula: str = "",
        numbers: str = "",
        lines: tuple[Line, ...] = (),
        sentences: tuple[str, ...] = (),
    ) -> ExplanationText:
        headline = self.say("titles", "line", title=title, outcome=outcome) if outcome else title
        line = self.say("titles", "line", title=title, outcome=numbers or outcome or " ".join(sentences))
        return ExplanationText(title, outcome, formula, numbers, lines, sentences, headline, line)

    def _title(self, figure: Figure) -> str:
        named = {**self.names.criteria, **self.names.jurors}
        criterion = self._rules.criterion(figure.name) if figure.kind is FigureKind.CRITERION else None
        key = "established" if criterion and not criterion.by_jurors else figure.kind.value
        return self.say("titles", key, name=named.get(figure.name, figure.name))

    # Numbers

    def _computation(self, found: Computation) -> ExplanationText:
        expression = by_size(found.expression) if self._secret else found.expression
        inner = expression.inner if isinstance(expression, Rounded) else expression
        formula, numbers = "", ""
        if not isinstance(inner, Number):
            formula = write(inner, self._symbols)
            plain = write(inner, self._figures)
            value = self.short(inner.value)
            numbers = plain if plain == value else self.say("formula", "equals", formula=plain, value=value)
        return self._made(
            self._title(found.figure),
            self._outcome(expression),
            formula=formula,
            numbers=numbers,
            lines=() if self._secret else tuple(self._lines(found, inner)),
            sentences=tuple(self._sentences(found, expression, inner)),
        )

    def _outcome(self, expression: Expression) -> str:
        if isinstance(expression, Rounded):
            return self.number(expression.value, places_of(expression.step))
        return self.short(expression.value)

    def _lines(self, found: Computation, inner: Expression) -> Iterator[Line]:
        weights = {
            (each.criterion, each.stage): each.value for each in found.numbers if each.role in (Role.WEIGHT, Role.SHARE)
        }
        remarks = self._ends(inner)
        for number in (*found.numbers, *(inner.left_out if isinstance(inner, Mean) else ())):
            if number.role in _TOLD:
                weight = weights.get((number.criterion, number.stage))
                remark = "" if weight is None else self.say("parts", "weight", weight=self.exact(weight))
                yield Line(self._who(found.figure, number), self._given(number), remarks.get(number, remark))

    def _ends(self, inner: Expression) -> dict[Number, str]:
        """What became of the values that the mean does not take as they are."""
        if isinstance(inner, Mean):
            return dict.fromkeys(inner.left_out, self.say("parts", "left_out"))
        if isinstance(inner, CorrectedMean):
            pulled = inner.pulled.items()
            return {each: self.say("parts", "pulled", value=self.short(to.value)) for each, to in pulled}
        return {}

    def _who(self, figure: Figure, number: Number) -> str:
        names = self.names
        match number.role:
            case Role.OWN:
                return self.say("parts", "own")
            case Role.CARRIED:
                return names.stages.get(number.stage, number.stage)
            case Role.ESTABLISHED if figure.kind is FigureKind.CRITERION:
                return self.say("parts", "secretariat")
        juror, criterion = names.jurors.get(number.juror, ""), names.criteria.get(number.criterion, "")
        if number.role is Role.RANK and criterion:
            return self.say("parts", "of", juror=juror, criterion=criterion)
        by_juror = number.role in (Role.TOTAL, Role.RANK) or figure.kind is FigureKind.CRITERION
        return juror if by_juror else criterion

    def _given(self, number: Number) -> str:
        text = self.short(number.value)
        return self.say("parts", "rank", rank=text) if number.role is Role.RANK else text

    def _sentences(self, found: Computation, expression: Expression, inner: Expression) -> Iterator[str]:
        if PLAIN_MEAN in found.remarks:
            yield self.say("computation", "plain_mean")
        if isinstance(inner, Mean) and inner.left_out:
            yield self.say("computation", "left_out", marks=self._marks(inner.left_out))
        if isinstance(inner, CorrectedMean):
            yield self._corrected(inner)
        if len(found.remarks) > (PLAIN_MEAN in found.remarks):
            yield self.say("computation", "redistributed")
        for step in roundings_of(expression):
            yield self._rounding(step, whole=step.inner == inner)
        if not found.roundings and self.short(found.outcome) != self.exact(found.outcome):
            yield self.say("computation", "exact", value=exact_text(found.outcome))

    def _marks(self, numbers: Iterable[Number]) -> str:
        return self.joined([self._of_juror(self.short(each.value), each.juror) for each in numbers])

    def _of_juror(self, told: str, juror: str) -> str:
        """What a juror gave, with whose it is where that may be said."""
        return told if self._secret else self.say("computation", "of_juror", told=told, who=self.names.jurors[juror])

    def _corrected(self, mean: CorrectedMean) -> str:
        facts = {"centre": self.short(mean.centre.value), "limit": self.exact(mean.limit.value)}
        told = [self._of_juror(self._pulled(each, to), each.juror) for each, to in mean.pulled.items()]
        if not told:
            return self.say("computation", "corrected_none", **facts)
        return self.say("computation", "corrected", marks=self.joined(told), **facts)

    def _pulled(self, number: Number, to: Expression) -> str:
        return self.say("computation", "corrected_mark", mark=self.short(number.value), to=self.short(to.value))

    def _rounding(self, step: RoundingStep, *, whole: bool) -> str:
        """One rounding; what is rounded on the way to the figure is written out."""
        before = self.short(step.before)
        written = "" if whole else write(step.inner, self._figures)
        if written and written != before:
            before = self.say("formula", "equals", formula=written, value=before)
        return self.say(
            "computation",
            "rounding",
            step=self.exact(step.step),
            what=self.say("roundings", step.name),
            before=before,
            after=self.number(step.after, places_of(step.step)),
        )

    # Places

    def _placing(self, found: Placing) -> ExplanationText:
        counted = len({each.place for each in found.ahead}) if found.numbering is Numbering.DENSE else len(found.ahead)
        key = "place_dense" if found.numbering is Numbering.DENSE else "place"
        value = str(1 + counted)
        return self._made(
            self.say("titles", "place"),
            self.ordinal(found.place),
            formula=self.say("formula", key),
            numbers=self.say("formula", "equals", formula=f"1 + {counted}", value=value),
            sentences=tuple(self._ahead_and_equals(found)),
        )

    def _ahead_and_equals(self, found: Placing) -> Iterator[str]:
        if not found.ahead:
            yield self.say("place", "none_ahead")
        else:
            yield self.counted("place", "ahead", len(found.ahead))
        if 0 < len(found.ahead) <= _MOST_AHEAD:
            yield from map(self._ahead, found.ahead)
        elif found.ahead:
            yield self.say("place", "nearest", told=self._ahead(found.ahead[-1]))
        if found.equals:
            yield self.say("place", "equals", projects=self.projects(found.equals))

    def _ahead(self, ahead: Ahead) -> str:
        facts = {
            "project": self._project(ahead.candidacy),
            "theirs": self._compared(ahead.by, ahead.theirs),
            "mine": self._compared(ahead.by, ahead.mine),
        }
        if ahead.by == RESULT:
            return self.say("place", "by_result", **facts)
        return self.say("place", "by_step", step=self._step(ahead.by), **facts)

    def tie_step(self, step: TieStep, place: int | None = None) -> str:
        """One step tried on a group of equals, with the place they share where it is told apart from any of them."""
        told = [
            self.say("ties", "value", project=self._project(each), value=self._compared(step.step, value))
            for each, value in step.values.items()
        ]
        facts = {"step": self._step(step.step), "values": ", ".join(told)}
        if place is None:
            return self.say("ties", "separated" if step.separated else "equal", **facts)
        return self.say("ties", "at_place" if step.separated else "equal_at_place", place=self.ordinal(place), **facts)

    def _compared(self, step: str, value: str) -> str:
        """What a step compared of one project: a vote gives places, which are no numbers of votes."""
        if not value:
            return self.say("ties", "no_value")
        return self.ordinal(int(value)) if step == VOTE else self.decimal(value)

    def _step(self, step: str) -> str:
        return tie_step_words(step, self._rules, self.language)

    def _siding(self, found: Siding) -> Iterator[str]:
        position = "position" if found.first == found.last else "positions"
        yield self.say("selection", position, first=found.first, last=found.last)
        include = found.selection.tie_at_cut is TieAtCut.INCLUDE and found.side is SelectionStatus.SELECTED
        key = "selected_tied" if include and found.last > found.selection.places else found.side.value
        yield self.say("selection", key, places=found.selection.places, reserve=found.selection.reserve)

    def _striking(self, found: Striking) -> Iterator[str]:
        for strike in found.strikes:
            facts = {
                "value": self.short(strike.value.outcome),
                "threshold": self.decimal(str(strike.threshold)),
            }
            if strike.by == RESULT:
                yield self.say("elimination", "result", **facts)
            else:
                yield self.say("elimination", "criterion", criterion=self.names.criteria[strike.by], **facts)
        yield self.say("elimination", "untouched")

    def counting(self, found: Counting) -> Iterator[str]:
        """Which sheets count, and what is missing."""
        if found.status is Status.WITHDRAWN:
            yield self.say("sheets", "withdrawn")
            return
        counted = found.jurors(MarkState.MARKED)
        pending = found.jurors(MarkState.BLANK)
        yield self.counted("sheets", "counted", len(counted), expected=len(counted) + len(pending))
        if counted:
            yield self.say("sheets", "counted_names", jurors=self._jurors(counted))
        for state in (MarkState.BLANK, MarkState.RECUSED, MarkState.ABSENT, MarkState.ABSTAINED):
            if jurors := found.jurors(state):
                yield self.say("sheets", state.value, jurors=self._jurors(jurors))
        if found.status is not None and len(counted) < found.minimum:
            yield self.counted("sheets", "minimum", found.minimum)
        if found.unestablished:
            criteria = self.joined([self.quoted(self.names.criteria[each]) for each in found.unestablished])
            yield self.say("sheets", "unestablished", criteria=criteria)
        if found.lacking:
            stages = self.joined([self.names.stages.get(each, each) for each in found.lacking])
            yield self.say("sheets", "lacking", stages=stages)

    def _jurors(self, jurors: Iterable[str]) -> str:
        return self.joined([self.names.jurors.get(each, each) for each in jurors])

    def _project(self, candidacy: str) -> str:
        return self.quoted(self.names.candidacies.get(candidacy, candidacy))

    def projects(self, candidacies: Iterable[str]) -> str:
        """Their titles in quotes."""
        return self.joined([self._project(each) for each in candidacies])

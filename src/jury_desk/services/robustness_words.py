"""The robustness of a ranking in plain sentences, one for each thing that was asked."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from fractions import Fraction

from jury_desk.domain.agreement import Alpha, Concordance
from jury_desk.domain.flips import MarkFlips, WeightFlip
from jury_desk.domain.marks_table import Insufficient, Lack
from jury_desk.domain.other_methods import Condorcet, Method
from jury_desk.domain.robustness import Firmness, Trial
from jury_desk.domain.severity import PassageSlope
from jury_desk.domain.what_if import LeftOut, Reweighted, Side, WhatIf
from jury_desk.services.phrasing import Phrasing
from jury_desk.services.robustness import RobustnessReport

_STRENGTHS = (
    (Fraction(9, 10), "very_strong"),
    (Fraction(7, 10), "strong"),
    (Fraction(1, 2), "moderate"),
    (Fraction(3, 10), "weak"),
)
"""What a W is called from which value on: R. C. Schmidt, « Managing Delphi surveys », Decision Sciences 28, 1997."""
_RELIANCES = ((Fraction(4, 5), "reliable"), (Fraction(2, 3), "tentative"))
"""What an alpha is called from which value on: K. Krippendorff, *Content Analysis*, 2nd edition, 2004, chapter 11."""
NAMING_JURORS = frozenset({"left_out", "pairs_left_out", "without_partial", "severity", "mark_flips"})
"""The items whose sentences say what single members of the jury did: for the jury alone."""
_FULL, _EMPTY = "●", "○"
_MOST_NAMED = 7
"""Of more cases than this, their number is told instead."""


@dataclass(frozen=True, slots=True)
class Sentence:
    """One plain sentence; ``item`` names what it answers, such as ``left_out`` or ``method_median``.

    Attributes:
        alarming: it says that who is in could be otherwise.
    """

    item: str
    text: str
    alarming: bool = False


@dataclass(frozen=True, slots=True)
class Answer:
    """What one question comes to.

    Attributes:
        question: what would be otherwise, in a few words.
        text: what the ranking would be then, in a sentence.
        crosses: whether who is in would change; ``None`` where there are too few data to say.
    """

    question: str
    text: str
    crosses: bool | None = False


@dataclass(frozen=True, slots=True)
class FirmnessWords:
    """How firmly one candidacy stands, as it is shown.

    Attributes:
        signs: five dots, the full ones first; empty where nothing could be tried.
        word: what they mean.
        dots: how many are full.
        text: the trials one by one, line by line.
    """

    signs: str
    word: str
    dots: int
    on_the_edge: bool
    text: str


def firmness_words(report: RobustnessReport, language: str) -> dict[str, FirmnessWords]:
    """The firmness of every candidacy that has a side, by candidacy id."""
    words = RobustnessWords(report, language)
    return {each.candidacy: words.firmness(each) for each in report.robustness.firmness}


def method_name(method: Method, language: str) -> str:
    """What another way to an order is called."""
    return Phrasing("robustness", language).say("items", f"method_{method}")


def robustness_sentences(report: RobustnessReport, language: str) -> tuple[Sentence, ...]:
    """Everything the report holds, in the order in which a jury would ask.

    Args:
        report: the robustness, with names.
        language: ``fr`` or ``en``.
    """
    return tuple(RobustnessWords(report, language).sentences())


class RobustnessWords(Phrasing):
    """Words one report in one language.

    Args:
        report: the robustness, with names.
        language: ``fr`` or ``en``.
    """

    def __init__(self, report: RobustnessReport, language: str) -> None:
        super().__init__("robustness", language)
        self._names = report.names
        self._found = report.robustness

    def sentences(self) -> Iterable[Sentence]:
        """Everything the report holds, in the order in which a jury would ask."""
        found = self._found
        yield self._cut()
        yield self._left_out("left_out", found.left_out)
        if found.pairs_left_out:
            yield self._left_out("pairs_left_out", found.pairs_left_out)
        if found.without_partial == Insufficient(Lack.COMPLETE):
            yield Sentence("without_partial", self.say("without_partial", "complete"))
        else:
            yield self._item("without_partial", found.without_partial, self._without_partial, _what_ifs)
        yield self._item("weights", found.weights, self._weights, _what_ifs)
        for method, what_if in found.methods.items():
            yield self._item(f"method_{method}", what_if, self._effect_sentence, _what_ifs)
        yield self._item("condorcet", found.condorcet, self._condorcet)
        yield self._item("severity", found.severities, lambda _: self._severity())
        yield self._spread()
        yield self._item("slope", found.slope, self._slope)
        yield self._item("concordance", found.concordance, self._concordance)
        yield self._item("alpha", found.alpha, self._alpha)
        yield self._item("mark_flips", found.mark_flips, self._mark_flips)
        yield self._item("weight_flips", found.weight_flips, self._weight_flips)
        if found.firmness:
            yield self._firmness()

    def left_out(self) -> tuple[Answer, ...]:
        """What would be without each juror."""
        found = self._found.left_out
        if isinstance(found, Insufficient):
            return (self._unanswered("left_out", found),)
        return tuple(self._answer(self._names.jurors[each.jurors[0]], each.what_if) for each in found)

    def reweighted(self) -> tuple[Answer, ...]:
        """What would be with each weight a little smaller, a little larger."""
        found = self._found.weights
        if isinstance(found, Insufficient):
            return (self._unanswered("weights", found),)
        return tuple(
            self._answer(
                self.say(
                    "answers",
                    "share",
                    criterion=self._names.criteria[each.criterion],
                    share=self.percent(each.share),
                    shifted=self.percent(each.shifted),
                ),
                each.what_if,
            )
            for each in found
        )

    def methods(self) -> tuple[Answer, ...]:
        """What would be by every other method, and face to face."""
        told = []
        for method, found in self._found.methods.items():
            item = f"method_{method}"
            if isinstance(found, Insufficient):
                told.append(self._unanswered(item, found))
            else:
                told.append(self._answer(self.say("items", item), found))
        condorcet = self._found.condorcet
        if isinstance(condorcet, Insufficient):
            return (*told, self._unanswered("condorcet", condorcet))
        return (*told, Answer(self.say("items", "condorcet"), self._condorcet(condorcet)))

    def _answer(self, question: str, what_if: WhatIf) -> Answer:
        text = self._effect_sentence(what_if)
        return Answer(question, f"{text[0].upper()}{text[1:]}", crosses=bool(what_if.crossings))

    def _unanswered(self, item: str, found: Insufficient) -> Answer:
        text = self.say("insufficient", "alone", reason=self._reason(found))
        return Answer(self.say("items", item), text, crosses=None)

    def firmness(self, firmness: Firmness) -> FirmnessWords:
        """How firmly one candidacy stands."""
        dots = firmness.dots
        tried = "safe" if firmness.safe else "untried"
        key = "tied" if firmness.side is Side.TIED else "edge" if firmness.on_the_edge else tried
        told = [self.say("trials", "level")] if firmness.level else []
        told += [
            self.say("trials", trial.value, share=self.percent(share, places=0))
            for trial, share in firmness.stays.items()
        ]
        return FirmnessWords(
            "" if dots is None else _FULL * dots + _EMPTY * (len(Trial) - dots),
            self.say("firm", key),
            dots or 0,
            firmness.on_the_edge,
            "\n".join(told),
        )

    def hangs_on(self, firmness: Firmness) -> str:
        """The trials in which a candidacy leaves its side, in a few words; first of all a tie across the line."""
        level = [self.say("trial_names", "level")] if firmness.level else []
        return self.joined([*level, *(self.say("trial_names", trial.value) for trial in firmness.failed)])

    def _cut(self) -> Sentence:
        found = self._found
        edge = [each.candidacy for each in found.firmness if each.on_the_edge]
        if not found.firmness:
            return Sentence("cut", self.say("cut", "no_line"))
        if found.sensitive:
            return Sentence("cut", self.say("cut", "sensitive", projects=self._projects(edge)), alarming=True)
        if isinstance(found.left_out, Insufficient):
            return Sentence("cut", self.say("cut", "untried"))
        return Sentence("cut", self.say("cut", "firm_jurors" if isinstance(found.weights, Insufficient) else "firm"))

    def _left_out(self, item: str, left_out: Sequence[LeftOut] | Insufficient) -> Sentence:
        if isinstance(left_out, Insufficient):
            return self._lacking(item, left_out)
        crossing = [each for each in left_out if each.what_if.crossings]
        many = self.spelled(len(self._found.jurors))
        if not crossing:
            moving = [each for each in left_out if each.what_if.moves]
            key = self._if_line("places") if moving else "nothing"
            return Sentence(item, self.say(item, key, total=many, jurors=self._groups(moving)))
        swaps = {each.what_if.swap for each in crossing}
        facts = {"total": many, "jurors": self._groups(crossing)}
        swap = swaps.pop() if len(swaps) == 1 else None
        if swap:
            return Sentence(item, self.say(item, "swap", **self._ordinals(swap), **facts), alarming=True)
        projects = self._crossing(each.what_if for each in crossing)
        return Sentence(item, self.say(item, "crossing", projects=projects, **facts), alarming=True)

    def _without_partial(self, left_out: LeftOut) -> str:
        jurors = self.joined([self._names.jurors[each] for each in left_out.jurors])
        return self.say("without_partial", "effect", jurors=jurors, effect=self._effect(left_out.what_if))

    def _weights(self, weights: Sequence[Reweighted]) -> str:
        crossing = [each for each in weights if each.what_if.crossings]
        points = self._points(weights)
        moving = [each for each in weights if each.what_if.moves]
        if not crossing:
            key = self._if_line("places") if moving else "nothing"
            return self.say("weights", key, points=points, shifts=self._shifts(moving))
        shifts = self._shifts(crossing)
        swaps = {each.what_if.swap for each in crossing}
        swap = swaps.pop() if len(swaps) == 1 else None
        if swap:
            return self.say("weights", "swap", points=points, shifts=shifts, **self._ordinals(swap))
        projects = self._crossing(each.what_if for each in crossing)
        return self.say("weights", "crossing", points=points, shifts=shifts, projects=projects)

    def _points(self, weights: Sequence[Reweighted]) -> str:
        return self.exact(100 * max(abs(each.shifted - each.share) for each in weights))

    def _shifts(self, weights: Sequence[Reweighted]) -> str:
        names = self._names.criteria
        told = [
            self.say("weights", "shift", criterion=names[each.criterion], share=self.percent(each.shifted))
            for each in weights
        ]
        return self.joined(told, "or")

    def _if_line(self, key: str) -> str:
        """The wording without a word about who is selected, where the rules select nobody."""
        return key if self._found.official.sides else f"{key}_only"

    def _effect_sentence(self, what_if: WhatIf) -> str:
        return f"{self._effect(what_if)}."

    def _effect(self, what_if: WhatIf) -> str:
        """What would happen, in a clause: who would swap, go in or out, or nothing."""
        if not what_if.moves:
            return self.say("effects", "nothing")
        if what_if.swap:
            key = "swap_crossing" if what_if.crossings else self._if_line("swap")
            return self.say("effects", key, **self._ordinals(what_if.swap))
        if not what_if.crossings:
            moved = self._projects([move.candidacy for move in what_if.moves])
            return self.say("effects", self._if_line("places"), projects=moved)
        gone = {side: [move.candidacy for move in what_if.crossings if move.side_after is side] for side in Side}
        parts = [self.say("effects", side, projects=self._projects(who)) for side, who in gone.items() if who]
        return self.say("effects", "separator").join(parts)

    def _condorcet(self, found: Condorcet) -> str:
        leader = next(iter(self._found.official.places))
        first = self._project(leader)
        if found.winner == leader:
            return self.say("condorcet", "leader", first=first)
        other = "" if found.winner is None else self._project(found.winner)
        key = "other" if found.winner else "nobody"
        return self.say("condorcet", key, first=first, other=other, projects=self._projects(found.not_beaten, "or"))

    def _severity(self) -> str:
        severities = self._found.severities
        known = (
            [] if isinstance(severities, Insufficient) else [each for each in severities if each.leniency is not None]
        )
        if not known:
            return self.say("severity", "unknown")
        harsh, mild = (pick(known, key=lambda each: each.leniency or Fraction(0)) for pick in (min, max))
        return self.say(
            "severity",
            "ends",
            harsh=self._names.jurors[harsh.juror],
            low=self.points(abs(harsh.leniency or Fraction(0))),
            mild=self._names.jurors[mild.juror],
            high=self.points(abs(mild.leniency or Fraction(0))),
        )

    def _spread(self) -> Sentence:
        spreads = self._found.spreads
        flag = self.exact(self._found.spread_flag)
        if not spreads:
            return Sentence("spread", self.say("spread", "none"))
        flagged = [each.candidacy for each in spreads if each.flagged]
        if flagged:
            return Sentence("spread", self.say("spread", "flagged", flag=flag, projects=self._projects(flagged)))
        widest = max(spreads, key=lambda each: each.distance)
        facts = {"project": self._project(widest.candidacy), "distance": self.points(widest.distance)}
        return Sentence("spread", self.say("spread", "widest", flag=flag, **facts))

    def _slope(self, slope: PassageSlope) -> str:
        key = "rising" if slope.slope > 0 else "falling" if slope.slope < 0 else "flat"
        return self.say(
            "slope",
            key,
            slope=self.points(abs(slope.slope)),
            share=self.percent(slope.determination, places=0),
            passages=slope.passages,
        )

    def _concordance(self, found: Concordance) -> str:
        strength = next((name for least, name in _STRENGTHS if found.w >= least), "very_weak")
        return self.say(
            "concordance",
            "value",
            w=self.number(found.w),
            jurors=len(found.jurors),
            projects=len(found.candidacies),
            strength=self.say("concordance", strength),
        )

    def _alpha(self, found: Alpha) -> str:
        reliance = next((name for least, name in _RELIANCES if found.alpha >= least), "unreliable")
        return self.say(
            "alpha",
            "value",
            alpha=self.number(found.alpha),
            totals=found.values,
            projects=found.units,
            reliance=self.say("alpha", reliance),
        )

    def _mark_flips(self, found: MarkFlips) -> str:
        if not found.changes:
            return self.say("mark_flips", "none")
        first = found.changes[0]
        facts = {
            "juror": self._names.jurors[first.juror],
            "project": self._project(first.candidacy),
            "criterion": self._names.criteria[first.criterion],
            "before": self.exact(first.before),
            "after": self.exact(first.after),
        }
        if len(found.changes) == 1:
            return self.say("mark_flips", "one", **facts)
        return self.say("mark_flips", "many", count=len(found.changes), tried=found.tried, **facts)

    def _weight_flips(self, found: Sequence[WeightFlip]) -> str:
        if not found:
            return self.say("weight_flips", "none")
        nearest = found[0]
        criterion = self._names.criteria[nearest.criterion]
        if not nearest.change:
            return self.say(
                "weight_flips", "slightest_up" if nearest.upwards else "slightest_down", criterion=criterion
            )
        key = "beyond" if nearest.beyond or not nearest.exact else "at"
        turning = self.percent(nearest.turning, places=2)
        return self.say("weight_flips", key, criterion=criterion, share=self.percent(nearest.share), turning=turning)

    def _firmness(self) -> Sentence:
        firmness = self._found.firmness
        parts = {
            "safely_in": [each.candidacy for each in firmness if each.safe and each.side is Side.IN],
            "on_the_edge": [each.candidacy for each in firmness if each.on_the_edge],
            "safely_out": [each.candidacy for each in firmness if each.safe and each.side is Side.OUT],
        }
        told = [self.say("firmness", key, projects=self._projects(who)) for key, who in parts.items() if who]
        if not told:
            return Sentence("firmness", self.say("firmness", "untried"))
        text = self.say("effects", "separator").join(told)
        return Sentence("firmness", f"{text[0].upper()}{text[1:]}.", alarming=bool(parts["on_the_edge"]))

    def _item(
        self,
        item: str,
        found: object,
        words: Callable[..., str],
        what_ifs: Callable[[object], Iterable[WhatIf]] = lambda _: (),
    ) -> Sentence:
        """A sentence, or why there is none; with its heading where it needs one."""
        if isinstance(found, Insufficient):
            return self._lacking(item, found)
        heading = self.say("headings", item) if self.has("headings", item) else ""
        alarming = any(each.crossings for each in what_ifs(found))
        return Sentence(item, f"{heading}{words(found)}", alarming)

    def _lacking(self, item: str, found: Insufficient) -> Sentence:
        reason = self._reason(found)
        return Sentence(item, self.say("insufficient", "sentence", item=self.say("items", item), reason=reason))

    def _reason(self, found: Insufficient) -> str:
        names = {**self._names.jurors, **self._names.candidacies}
        subjects = self.joined([names.get(each, each) for each in found.subjects])
        key = f"{found.lack}_of" if found.lack in (Lack.SPREAD, Lack.MARKS) and subjects else found.lack
        return self.say("lacks", key, subjects=subjects)

    def _groups(self, left_out: Sequence[LeftOut]) -> str:
        """Who is left out: one juror, or several together, or others; how many such cases when there are many."""
        if len(left_out) > _MOST_NAMED:
            return self.say("groups", "cases", count=len(left_out))
        groups = [self.joined([self._names.jurors[each] for each in one.jurors]) for one in left_out]
        return self.joined(groups, "or")

    def _crossing(self, what_ifs: Iterable[WhatIf]) -> str:
        return self._projects(list(dict.fromkeys(move.candidacy for each in what_ifs for move in each.crossings)))

    def _ordinals(self, swap: tuple[str, str]) -> dict[str, str]:
        first, second = (self.ordinal(self._found.official.places[each]) for each in swap)
        return {"first": first, "second": second}

    def _project(self, candidacy: str) -> str:
        return self.quoted(self._names.candidacies[candidacy])

    def _projects(self, candidacies: Sequence[str], word: str = "and") -> str:
        return self.joined([self._project(each) for each in candidacies], word)


def _what_ifs(found: object) -> Iterable[WhatIf]:
    """The what-ifs inside an answer of any shape."""
    if isinstance(found, WhatIf):
        return (found,)
    if isinstance(found, LeftOut | Reweighted):
        return (found.what_if,)
    return (each.what_if for each in found) if isinstance(found, tuple) else ()

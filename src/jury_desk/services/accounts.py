"""The account of a candidacy in a ranking: its place, its values, and why, in sentences; nothing is computed here."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from fractions import Fraction
from typing import TYPE_CHECKING

from jury_desk.domain.candidacy import Candidacy
from jury_desk.domain.exact import exact_text
from jury_desk.domain.explanation import Figure, FigureKind
from jury_desk.domain.records import Records
from jury_desk.domain.rubric import Criterion
from jury_desk.domain.rules import ResultForm
from jury_desk.domain.standings import Standing, Status
from jury_desk.services.explaining import Explaining
from jury_desk.services.hiding import seen_standings
from jury_desk.services.method import method_words
from jury_desk.services.scoring import completeness
from jury_desk.services.sheets import OUT
from jury_desk.services.standing_words import standing_word

if TYPE_CHECKING:
    from jury_desk.domain.ties import TieStep


@dataclass(frozen=True, slots=True)
class AccountPart:
    """One criterion: its value, how far up its scale that is (``None``: no value), its weight."""

    name: str
    figure: str
    share: Fraction | None = None
    remark: str = ""


@dataclass(frozen=True, slots=True)
class Account:
    """What there is to say of one candidacy; ``paragraphs`` are headings with their sentences."""

    title: str
    under: str = ""
    figure: str = ""
    place: str = ""
    parts: tuple[AccountPart, ...] = ()
    parts_title: str = ""
    paragraphs: tuple[tuple[str, tuple[str, ...]], ...] = ()


class Accounts:
    """The accounts of one stage as it stands.

    Args:
        records: all the file holds.
        stage: which one.
        language: ``fr`` or ``en``.
        hidden: the candidacies of which nothing may be told (:mod:`jury_desk.services.hiding`).

    Raises:
        As :func:`jury_desk.services.deliberation.standings_of`.
    """

    def __init__(self, records: Records, stage: str, language: str, *, hidden: Collection[str] = ()) -> None:
        self.standings = seen_standings(records, stage, hidden)
        self.sheets = [sheet for sheet in completeness(records, stage) if sheet.candidacy not in hidden]
        self.explaining = Explaining(records, stage, language, hidden=hidden)
        self._hidden = frozenset(hidden)
        self._records = records
        self._rules = self.standings.rules
        self._words = self.explaining.words

    def account(self, candidacy: str) -> Account:
        """All there is to say about one candidacy."""
        standing = self.standings.of(candidacy)
        found = self._records.need(Candidacy, candidacy)
        if candidacy in self._hidden:
            return Account(found.title, found.carried_by, place=self._say("hidden"))
        paragraphs = {
            "why": self._why(standing),
            "ties": self._text(FigureKind.TIES, standing) if standing.ties else (),
            "missing": self._missing(candidacy),
            "out": self._out(candidacy),
            "method": (method_words(self._rules, self._words.language),),
        }
        told = ((self._say(heading), tuple(sentences)) for heading, sentences in paragraphs.items())
        return Account(
            title=found.title,
            under=found.carried_by,
            figure=self._figure(standing),
            place=self._place(standing),
            parts=tuple(self._part(criterion, standing) for criterion in self._rules.criteria),
            parts_title=self._say("means"),
            paragraphs=tuple((heading, sentences) for heading, sentences in told if sentences),
        )

    def ties_of_the_ranking(self) -> list[str]:
        """One sentence per group of equals, in rank order."""
        last: dict[frozenset[str], tuple[TieStep, int | None]] = {}
        for standing in self.standings.standings:
            for step in standing.ties:
                former = last.setdefault(frozenset(step.values), (step, standing.place))
                if not former[0].separated:
                    last[frozenset(step.values)] = (step, former[1])
        ranked = [each.candidacy for each in self.standings.standings]
        return [self._words.tie_step(step.in_order(ranked), place) for step, place in last.values()]

    def provisional(self) -> str:
        """How much is still missing; empty when nothing is."""
        blank = sum(not sheet.complete for sheet in self.sheets)
        return self._words.counted("account", "provisional", blank) if blank else ""

    def _figure(self, standing: Standing) -> str:
        if not standing.result:
            return "–"
        value = self._words.decimal(standing.result)
        if self._rules.aggregation.result is not ResultForm.OUT_OF:
            return value
        return self._say("out_of", value=value, scale=self._words.exact(self._rules.aggregation.out_of))

    def _place(self, standing: Standing) -> str:
        if standing.place is None:
            word = standing_word(standing, self._words.language)
            return f"{word[0].upper()}{word[1:]}"
        key = "place_shared" if standing.shared else "place"
        place = self._words.ordinal(standing.place)
        return self._words.counted("account", key, self.standings.ranked, place=place)

    def _part(self, criterion: Criterion, standing: Standing) -> AccountPart:
        value = standing.values.get(criterion.id)
        text = self._words.decimal(standing.criteria.get(criterion.id, "")) or "–"
        scale = criterion.scale
        share = None if value is None else (value - scale.minimum) / scale.extent
        whole = sum((each.weight for each in self._rules.criteria if each.mandatory), Fraction(0))
        weight = self._words.percent(criterion.weight / whole) if criterion.mandatory and whole else ""
        figure = self._say("out_of", value=text, scale=self._words.decimal(exact_text(scale.maximum)))
        return AccountPart(criterion.name, figure, share, weight)

    def _why(self, standing: Standing) -> Iterator[str]:
        """Why it is where it is: what eliminates it, or what is missing, or its side of the line."""
        sheets = self._text(FigureKind.SHEETS, standing)
        if standing.status is Status.RANKED:
            yield sheets[0]
            if standing.selection is not None:
                yield from self._text(FigureKind.SELECTION, standing)
        else:
            yield from self._text(FigureKind.PLACE, standing)

    def _text(self, kind: FigureKind, standing: Standing) -> tuple[str, ...]:
        return self.explaining.text(Figure(kind, standing.candidacy)).sentences

    def _missing(self, candidacy: str) -> Iterator[str]:
        for sheet in self.sheets:
            if sheet.candidacy == candidacy and not sheet.complete:
                name = self._name(sheet.juror)
                yield self._words.counted("account", "missing_marks", sheet.given, juror=name, owed=sheet.owed)

    def _out(self, candidacy: str) -> Iterator[str]:
        for sheet in self.sheets:
            if sheet.candidacy == candidacy and sheet.state in OUT:
                yield self._say(sheet.state.value, juror=self._name(sheet.juror))

    def _name(self, juror: str) -> str:
        return self._words.names.jurors[juror]

    def _say(self, key: str, /, **facts: object) -> str:
        return self._words.say("account", key, **facts)

"""Why a candidacy stands where it stands, in sentences: nothing is computed here, only worded."""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from jury_desk.domain.candidacy import Candidacy
from jury_desk.domain.exact import exact_text
from jury_desk.domain.jury import Juror
from jury_desk.domain.records import Records
from jury_desk.domain.rubric import Criterion
from jury_desk.domain.scoring import MarkState
from jury_desk.domain.standings import RESULT, VOTE, SelectionStatus, Standing, Standings, Status, TieStep
from jury_desk.services.method import method_words
from jury_desk.services.scoring import Completeness
from jury_desk.ui.models.figures import number, percent
from jury_desk.ui.models.standings import place_words
from jury_desk.ui.widgets.explanation_panel import Explanation, Part

if TYPE_CHECKING:
    from jury_desk.domain.rules import Rules


class Reasons(QObject):
    """Words the standings of one stage.

    Args:
        records: where titles and names come from.
        standings: the computed ranking.
        sheets: how far every sheet is.
        language: of the sentence that words the method.
    """

    def __init__(self, records: Records, standings: Standings, sheets: Sequence[Completeness], language: str) -> None:
        super().__init__()
        self._records = records
        self._standings = standings
        self._rules: Rules = standings.rules
        self._sheets = sheets
        self._language = language

    def explain(self, candidacy: str) -> Explanation:
        """All there is to say about one candidacy."""
        standing = self._standings.of(candidacy)
        found = self._records.need(Candidacy, candidacy)
        paragraphs = [
            (self.tr("Why this place"), self._why(standing)),
            (self.tr("Ties"), self._ties(standing)),
            (self.tr("Still missing"), self._missing(candidacy)),
            (self.tr("Out of the count"), self._out(candidacy)),
            (self.tr("Method"), [method_words(self._rules, self._language)]),
        ]
        return Explanation(
            title=found.title,
            under=found.carried_by,
            figure=self._figure(standing),
            place=place_words(standing, len(self._standings.standings)),
            parts=[self._part(criterion, standing) for criterion in self._rules.criteria],
            parts_title=self.tr("Means by criterion"),
            paragraphs=[(heading, sentences) for heading, sentences in paragraphs if sentences],
        )

    def ties_of_the_ranking(self) -> list[str]:
        """One sentence per group of equals, in rank order."""
        last: dict[frozenset[str], tuple[TieStep, int | None]] = {}
        for standing in self._standings.standings:
            for step in standing.ties:
                former = last.setdefault(frozenset(step.values), (step, standing.place))
                if not former[0].separated:
                    last[frozenset(step.values)] = (step, former[1])
        told = {names: self._step(step, place=place) for names, (step, place) in last.items()}
        return list(told.values())

    def provisional(self) -> str:
        """How much is still missing; empty when nothing is."""
        blank = sum(not sheet.complete for sheet in self._sheets)
        return self.tr("Provisional: %n sheet(s) still incomplete.", "", blank) if blank else ""

    def _figure(self, standing: Standing) -> str:
        if not standing.result:
            return "–"
        scale = self._rules.aggregation.out_of
        shown = self._rules.aggregation.result == "out_of"
        return f"{number(standing.result)} /{number(exact_text(scale))}" if shown else number(standing.result)

    def _part(self, criterion: Criterion, standing: Standing) -> Part:
        value = standing.values.get(criterion.id)
        text = number(standing.criteria.get(criterion.id, "")) or "–"
        scale = criterion.scale
        share = None if value is None else float((value - scale.minimum) / scale.extent)
        whole = sum((each.weight for each in self._rules.criteria if each.mandatory), start=criterion.weight * 0)
        weight = percent(float(criterion.weight / whole)) if criterion.mandatory and whole else ""
        figure = f"{text} /{number(exact_text(scale.maximum))}"
        return Part(criterion.name, figure, share, weight)

    def _why(self, standing: Standing) -> list[str]:
        sheets = self.tr("{counted} of {expected} sheets count.").format(
            counted=standing.sheets_counted, expected=standing.sheets_expected
        )
        if standing.status is Status.ELIMINATED:
            return [*self._eliminations(standing), sheets]
        if standing.status is Status.WITHDRAWN:
            return [self.tr("The candidacy has withdrawn; its marks stay on file.")]
        if standing.status in (Status.INCOMPLETE, Status.UNRANKABLE):
            least = self._rules.aggregation.minimum_sheets
            return [sheets, self.tr("A place needs at least %n complete sheet(s).", "", least)]
        return [sheets, *self._side(standing)]

    def _side(self, standing: Standing) -> list[str]:
        selection = self._rules.selection
        if selection is None or standing.selection is None:
            return []
        words = {
            SelectionStatus.SELECTED: self.tr("Within the {places} places."),
            SelectionStatus.RESERVE: self.tr("After the {places} places, within the {reserve} of the reserve list."),
            SelectionStatus.NOT_SELECTED: self.tr("After the {places} places and the reserve list."),
            SelectionStatus.BLOCKED: self.tr(
                "Tied across the line of the {places} places: the jury separates the tie before anyone is selected."
            ),
        }
        return [words[standing.selection].format(places=selection.places, reserve=selection.reserve)]

    def _eliminations(self, standing: Standing) -> list[str]:
        told = []
        for name in standing.eliminated_by:
            if name == RESULT:
                threshold = self._rules.aggregation.eliminatory
                told.append(
                    self.tr("Eliminated: its result {value} falls under the threshold “{threshold}”.").format(
                        value=number(standing.own or standing.result), threshold=number(str(threshold))
                    )
                )
            elif criterion := self._rules.criterion(name):
                told.append(
                    self.tr("Eliminated: {criterion} {value} falls under the threshold “{threshold}”.").format(
                        criterion=criterion.name,
                        value=number(standing.criteria.get(name, "")),
                        threshold=number(str(criterion.eliminatory)),
                    )
                )
        return told

    def _ties(self, standing: Standing) -> list[str]:
        return [self._step(step) for step in standing.ties]

    def _step(self, step: TieStep, *, place: int | None = None) -> str:
        values = self._values(step.values)
        separated = self.tr("separated by “{step}”: {values}")
        told = separated if step.separated else self.tr("still equal on “{step}”: {values}")
        sentence = told.format(step=self._step_name(step.step), values=values)
        if place is None:
            return f"{sentence[:1].upper()}{sentence[1:]}."
        return self.tr("Equal results at place {place}, {sentence}.").format(place=place, sentence=sentence)

    def _values(self, values: Mapping[str, str]) -> str:
        titles = {each: self._records.need(Candidacy, each).title for each in values}
        order = [each.candidacy for each in self._standings.standings if each.candidacy in values]
        return ", ".join(f"{titles[each]} {number(values[each]) or '–'}" for each in order)

    def _step_name(self, step: str) -> str:
        kind, _, name = step.partition(":")
        criterion = self._rules.criterion(name) if kind == "criterion" else None
        plain = {
            "highest_sheet": self.tr("best sheet"),
            "lowest_sheet": self.tr("least good sheet"),
            "median": self.tr("median of the sheets"),
            "head_to_head": self.tr("head to head"),
            "own": self.tr("result of this stage"),
            VOTE: self.tr("vote of the jury"),
        }
        if criterion:
            return self.tr("{criterion}, the best").format(criterion=criterion.name)
        return plain.get(kind, name)

    def _missing(self, candidacy: str) -> list[str]:
        return [
            self.tr("{juror}: {given} of {owed} marks.").format(
                juror=self._name(sheet.juror), given=sheet.given, owed=sheet.owed
            )
            for sheet in self._sheets
            if sheet.candidacy == candidacy and not sheet.complete
        ]

    def _out(self, candidacy: str) -> list[str]:
        words = {
            MarkState.RECUSED: self.tr("{juror}: recused."),
            MarkState.ABSENT: self.tr("{juror}: absent."),
            MarkState.ABSTAINED: self.tr("{juror}: abstained."),
        }
        return [
            words[sheet.state].format(juror=self._name(sheet.juror))
            for sheet in self._sheets
            if sheet.candidacy == candidacy and sheet.state in words
        ]

    def _name(self, juror: str) -> str:
        return self._records.need(Juror, juror).name

"""The robustness of a ranking as tables: who stands firmly, what would be otherwise, how the jurors mark."""

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction

from PySide6.QtCore import QObject

from jury_desk.domain.exact import decimal_text, exact_text
from jury_desk.domain.flips import MarkFlips, WeightFlip
from jury_desk.domain.marks_table import Insufficient, root
from jury_desk.domain.robustness import Robustness
from jury_desk.domain.severity import CandidacySpread, JurorSeverity
from jury_desk.domain.what_if import Side
from jury_desk.services.names import Names
from jury_desk.services.robustness import RobustnessReport
from jury_desk.services.robustness_words import Answer, FirmnessWords, RobustnessWords
from jury_desk.ui.models.figures import MINUS, number, percent
from jury_desk.ui.models.table_model import Column, TableModel

_PLACES = 2


def _number(value: Fraction) -> str:
    return number(decimal_text(value, _PLACES))


@dataclass(frozen=True, slots=True)
class FirmRow:
    """A candidacy and how firmly it stands."""

    place: int | None
    title: str
    side: Side
    words: FirmnessWords
    hangs_on: str


class FirmnessModel(TableModel[FirmRow]):
    """Who is safely in, on the edge, safely out; in the order of the ranking."""

    HANGS_ON = 4
    """The column of what a candidacy's side hangs on."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__((), parent)
        self.set_columns(
            (
                Column(self.tr("Place"), lambda row: "–" if row.place is None else str(row.place), figures=True),
                Column(self.tr("Project"), lambda row: row.title, bold=True, tip=lambda row: row.title),
                Column(self.tr("Line"), self._side),
                Column(
                    self.tr("Firmness"),
                    lambda row: f"{row.words.signs}  {row.words.word}".strip(),
                    ink=lambda row: "attention" if row.words.on_the_edge else "",
                    says=lambda row: row.words.word,
                    describes=lambda row: row.words.text,
                ),
                Column(self.tr("Hangs on"), lambda row: row.hangs_on or "–", tip=lambda row: row.hangs_on),
            )
        )

    def show_report(self, report: RobustnessReport, words: RobustnessWords) -> None:
        """Show this."""
        places = report.robustness.official.places
        self.set_rows(
            [
                FirmRow(
                    places.get(each.candidacy),
                    report.names.candidacies[each.candidacy],
                    each.side,
                    words.firmness(each),
                    words.hangs_on(each),
                )
                for each in report.robustness.firmness
            ]
        )

    def _side(self, row: FirmRow) -> str:
        return {
            Side.IN: self.tr("✓  in"),
            Side.TIED: self.tr("!  tied"),
            Side.OUT: self.tr("–  out"),
        }[row.side]


class AnswersModel(TableModel[Answer]):
    """Questions of one kind, what the ranking would be, and whether who is in would change."""

    QUESTION, ANSWER = 0, 1
    """The columns of what would be otherwise, and of the sentences."""

    def __init__(self, question: str, parent: QObject | None = None) -> None:
        super().__init__((), parent)
        self.set_columns(
            (
                Column(question, lambda row: row.question, bold=True, tip=lambda row: row.question),
                Column(self.tr("The ranking then"), lambda row: row.text),
                Column(self.tr("Selected"), self._crossing, ink=_crossing_ink),
            )
        )

    def _crossing(self, row: Answer) -> str:
        if row.crosses is None:
            return self.tr("–  cannot be told")
        return self.tr("!  others") if row.crosses else self.tr("✓  the same")


def _crossing_ink(row: Answer) -> str:
    return "muted" if row.crosses is None else "attention" if row.crosses else ""


@dataclass(frozen=True, slots=True)
class FlipRow:
    """One change that turns the cut."""

    what: str
    before: str
    after: str


class FlipsModel(TableModel[FlipRow]):
    """The smallest changes that turn the cut: one mark of each juror, then weights, the smallest change first."""

    WHAT = 0
    """The column of what changes."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__((), parent)
        self.set_columns(
            (
                Column(self.tr("What would have to change"), lambda row: row.what),
                Column(self.tr("From"), lambda row: row.before, figures=True),
                Column(self.tr("To"), lambda row: row.after, figures=True, bold=True),
            )
        )

    def show_report(self, report: RobustnessReport) -> None:
        """Show this."""
        found, names = report.robustness, report.names
        self.set_rows([*self._marks(found, names), *self._weights(found, names)])

    def _marks(self, found: Robustness, names: Names) -> list[FlipRow]:
        if not isinstance(found.mark_flips, MarkFlips):
            return []
        told = self.tr("The mark of {juror} for {project} on “{criterion}”")
        first_of_each = {each.juror: each for each in reversed(found.mark_flips.changes)}
        return [
            FlipRow(
                told.format(
                    juror=names.jurors[each.juror],
                    project=names.candidacies[each.candidacy],
                    criterion=names.criteria[each.criterion],
                ),
                number(exact_text(each.before)),
                number(exact_text(each.after)),
            )
            for each in found.mark_flips.changes
            if each is first_of_each[each.juror]
        ]

    def _weights(self, found: Robustness, names: Names) -> list[FlipRow]:
        flips = found.weight_flips
        if isinstance(flips, Insufficient):
            return []
        return [self._weight(each, names) for each in flips]

    def _weight(self, flip: WeightFlip, names: Names) -> FlipRow:
        told = self.tr("The weight of “{criterion}”").format(criterion=names.criteria[flip.criterion])
        if not flip.change:
            slightest = self.tr("a little more") if flip.upwards else self.tr("a little less")
            return FlipRow(told, percent(float(flip.share)), slightest)
        after = percent(float(flip.turning))
        exactly = flip.exact and not flip.beyond
        return FlipRow(
            told, percent(float(flip.share)), after if exactly else self.tr("beyond {share}").format(share=after)
        )


@dataclass(frozen=True, slots=True)
class JurorRow:
    """A juror and how they mark."""

    name: str
    severity: JurorSeverity


class SeverityModel(TableModel[JurorRow]):
    """How each juror marks: mean, how generous beside the others on the same projects, spread."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__((), parent)
        self.set_columns(
            (
                Column(self.tr("Juror"), lambda row: row.name, bold=True, tip=lambda row: row.name),
                Column(self.tr("Sheets"), lambda row: str(row.severity.sheets), figures=True),
                Column(self.tr("Mean"), lambda row: _number(row.severity.mean), figures=True),
                Column(
                    self.tr("With the same projects"),
                    self._leniency,
                    figures=True,
                    explains=self.tr("How far above or below the jury's mean, were all to mark the same projects"),
                ),
                Column(
                    self.tr("Spread"),
                    lambda row: _number(root(row.severity.variance)),
                    figures=True,
                    explains=self.tr("The standard deviation of the totals given"),
                ),
            )
        )

    def show_report(self, report: RobustnessReport) -> None:
        """Show this."""
        found = report.robustness.severities
        severities = () if isinstance(found, Insufficient) else found
        self.set_rows([JurorRow(report.names.jurors[each.juror], each) for each in severities])

    def _leniency(self, row: JurorRow) -> str:
        leniency = row.severity.leniency
        if leniency is None:
            return "–"
        size = _number(abs(leniency))
        if not leniency:
            return self.tr("{points} as the jury").format(points=size)
        if leniency > 0:
            return self.tr("+{points} more generous").format(points=size)
        return self.tr("{minus}{points} more severe").format(minus=MINUS, points=size)


@dataclass(frozen=True, slots=True)
class SpreadRow:
    """A candidacy and how far the jurors part over it."""

    title: str
    lowest: str
    highest: str
    spread: CandidacySpread


class SpreadsModel(TableModel[SpreadRow]):
    """How far jurors part over each candidacy."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__((), parent)
        self.set_columns(
            (
                Column(self.tr("Project"), lambda row: row.title, bold=True, tip=lambda row: row.title),
                Column(self.tr("Lowest total"), lambda row: row.lowest, tip=lambda row: row.lowest),
                Column(self.tr("Highest total"), lambda row: row.highest, tip=lambda row: row.highest),
                Column(self.tr("Distance"), lambda row: _number(row.spread.distance), figures=True),
                Column(self.tr("Spread"), lambda row: _number(root(row.spread.variance)), figures=True),
                Column(
                    self.tr("To discuss"),
                    lambda row: self.tr("!  far apart") if row.spread.flagged else "–",
                    ink=lambda row: "attention" if row.spread.flagged else "muted",
                ),
            )
        )

    def show_report(self, report: RobustnessReport) -> None:
        """Show this."""
        names = report.names
        self.set_rows(
            [
                SpreadRow(
                    names.candidacies[each.candidacy],
                    _given(each.lowest, names.jurors),
                    _given(each.highest, names.jurors),
                    each,
                )
                for each in report.robustness.spreads
            ]
        )


def _given(total: tuple[str, Fraction], jurors: Mapping[str, str]) -> str:
    return f"{_number(total[1])}  {jurors[total[0]]}"

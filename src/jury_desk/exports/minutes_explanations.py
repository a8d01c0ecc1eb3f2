"""The annex that explains the results: for each candidacy, the figures it was ranked on and where each comes from.

It prints individual marks, which no other part does: without names, in the order of their size.
"""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from jury_desk.domain.explainer import Explainer
from jury_desk.domain.explanation import Counting, Explanation, Figure, FigureKind, Striking
from jury_desk.domain.minutes import StageReport
from jury_desk.domain.standings import Standing
from jury_desk.exports.blocks import Column, Heading, Story, Style, table, text
from jury_desk.services.explanation_words import ExplanationText, ExplanationWords
from jury_desk.services.names import Names

if TYPE_CHECKING:
    from jury_desk.exports.minutes_subject import Subject

_VALUE = 27
"""Room for « liste complémentaire » without a break inside a word, and for any number."""


def explanations(subject: "Subject") -> Story:
    """How each result was made, in the order of the ranking; nothing unless it was asked for."""
    report, explained = subject.report, subject.report.explained
    if explained is None:
        return
    words = ExplanationWords(_names(report), report.rules, subject.say.language, secret=True)
    explainer = Explainer(explained.contest)
    yield Heading(2, subject.annex("explanations", words.say("annex", "heading")))
    yield text(words.say("annex", "lead"), Style.LEAD)
    if formula := _of_a_sheet(report, explainer, words):
        yield text(words.say("titles", "line", title=words.say("annex", "sheet"), outcome=formula), Style.SPACED)
    columns = [
        Column(words.say("annex", "figure"), 34, strong=True),
        Column(words.say("annex", "value"), _VALUE, number=True),
        Column(words.say("annex", "origin"), 90 - _VALUE, indent=True),
    ]
    for standing in report.standings.standings:
        yield Heading(3, subject.title(standing.candidacy))
        yield table(columns, [_row(words.text(each)) for each in _told(report, standing, explainer)])


def _told(report: StageReport, standing: Standing, explainer: Explainer) -> Iterator[Explanation]:
    """The explanations of one candidacy, each thing that keeps it from the next once."""
    sections = dict.fromkeys(each.section for each in report.rules.criteria if each.section)
    figures = [(FigureKind.CRITERION, each.id) for each in report.rules.criteria]
    figures += [(FigureKind.SECTION, section) for section in sections]
    figures += [(FigureKind.OWN, "")] if report.rules.carry_over else []
    figures += [(FigureKind.RESULT, ""), (FigureKind.PLACE, "")]
    figures += [(FigureKind.TIES, "")] if standing.ties else []
    figures += [(FigureKind.SELECTION, "")] if standing.selection and standing.place else []
    for kind, name in figures:
        found = explainer.explain(Figure(kind, standing.candidacy, name))
        if not isinstance(found, Counting):
            yield found
        elif kind is FigureKind.PLACE:
            yield found
            return
        if isinstance(found, Striking):
            return


def _row(told: ExplanationText) -> list[str]:
    lines = filter(None, (told.formula, told.numbers, *told.sentences))
    return [told.title, told.outcome, "\n".join(lines)]


def _of_a_sheet(report: StageReport, explainer: Explainer, words: ExplanationWords) -> str:
    """How every total comes about, in symbols; nothing where no sheet counts."""
    for standing in report.standings.standings:
        for juror in standing.totals:
            return words.text(explainer.explain(Figure(FigureKind.SHEET, standing.candidacy, juror))).formula
    return ""


def _names(report: StageReport) -> Names:
    return Names(
        candidacies={each.id: each.title for each in report.candidacies},
        jurors={seat.juror.id: seat.juror.name for seat in report.panel},
        criteria={each.id: each.name for each in report.rules.criteria},
        stages=report.explained.stages if report.explained else {},
    )

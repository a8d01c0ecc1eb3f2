"""The restricted annex: every sheet, project by project, its juror a number; made only when it is asked for by name."""

from fractions import Fraction

from jury_desk.domain.exact import decimal_text, exact_text, shared_places
from jury_desk.domain.minutes import StageReport
from jury_desk.domain.scoring import BLANK, SECRETARIAT, MarkState
from jury_desk.exports.blocks import Column, Heading, Story, Style, Table, table, text
from jury_desk.exports.minutes_subject import Subject
from jury_desk.exports.papers.paper import head, writer
from jury_desk.services.disclosure import compares_jurors, unnamed


def story(subject: Subject) -> Story:
    """A table for each project; the same numbers stand for the same jurors only where the method compares them."""
    say, report = subject.say, unnamed(subject.report)
    yield from head(subject, say("papers.grids.title"))
    yield text(say("workbook.readme.restricted"), Style.OUTCOME)
    yield text(say("papers.grids.lead"), Style.SPACED)
    numbering = "throughout" if compares_jurors(report.rules) else "apart"
    yield text(say(f"workbook.readme.unnamed_{numbering}"), Style.SPACED)
    for number, candidacy in enumerate(report.candidacies, 1):
        yield Heading(2, f"{number}. {candidacy.title}")
        yield _grid(subject, report, candidacy.id)


def _grid(subject: Subject, report: StageReport, candidacy: str) -> Table:
    say = subject.say
    asked = [criterion for criterion in report.rules.criteria if criterion.by_jurors]
    standing = report.standings.of(candidacy)
    places = max(2, shared_places(list(standing.totals.values()))) if standing.totals else 2
    columns = [
        Column(say("papers.grids.juror"), 20, strong=True),
        *(Column(subject.codes[criterion.id], 12, number=True) for criterion in asked),
        Column(say("papers.grids.total"), 16, number=True, strong=True),
    ]
    rows = []
    for juror, sheet in report.sheets.get(candidacy, {}).items():
        if juror == SECRETARIAT:
            continue
        marks = [sheet.get(criterion.id, BLANK) for criterion in asked]
        total = standing.totals.get(juror)
        rows.append(
            [
                say("papers.grids.number", number=juror),
                *(
                    say.number(exact_text(mark.value)) if mark.value is not None else _state(subject, mark.state)
                    for mark in marks
                ),
                _decimal(subject, total, places),
            ]
        )
    return table(columns, rows)


def _state(subject: Subject, state: MarkState) -> str:
    return subject.say("common.nothing") if state is MarkState.BLANK else subject.say(f"papers.grids.{state}")


def _decimal(subject: Subject, value: Fraction | None, places: int) -> str:
    return subject.say("common.nothing") if value is None else subject.say.number(decimal_text(value, places))


write = writer("grids", story)

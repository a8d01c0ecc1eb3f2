"""Aggregates by candidacy, and the ranking with its ties, in the minutes: no individual mark here."""

from collections.abc import Iterator, Sequence

from jury_desk.domain.deliberation import Vote, VoteMode, vote_between
from jury_desk.domain.exact import exact_text
from jury_desk.domain.minutes import StageReport
from jury_desk.domain.rubric import Across
from jury_desk.domain.rules import ResultForm
from jury_desk.domain.standings import VOTE, SelectionStatus, Standing, Status, TieStep
from jury_desk.exports.blocks import (
    Cell,
    Column,
    Figure,
    Gap,
    Heading,
    Story,
    Style,
    Table,
    table,
    text,
)
from jury_desk.exports.minutes_subject import Subject
from jury_desk.exports.pictures.ranking import ranking_picture
from jury_desk.services.footnotes import footnote_sentences
from jury_desk.services.minutes_figures import key

_MOST_CRITERIA = 8
"""Criteria side by side in one table of aggregates; more go on in a second one."""
_MOST_BARS = 30
"""More do not fit on a page, and show nothing that the table does not."""


def aggregates(subject: Subject) -> Story:
    """The values of each candidacy across the jurors."""
    report, say = subject.report, subject.say
    yield Heading(2, say("minutes.aggregates.heading"))
    if report.decided_without_marks:
        yield text(say("minutes.aggregates.no_marks"))
        return
    means = {report.rules.aggregation.across_jurors} | {each.across_jurors for each in report.rules.criteria}
    lead = "minutes.aggregates.lead" if means <= {Across.MEAN, None} else "minutes.aggregates.lead_values"
    marks = say("minutes.aggregates.no_mark")
    if report.explained is not None:
        marks = say("minutes.aggregates.marks_in_annex", number=subject.annex_number("explanations"))
    yield text(say(lead, marks=marks), Style.LEAD)
    groups = list(_balanced([each.id for each in report.rules.criteria], _MOST_CRITERIA))
    for number, group in enumerate(groups, 1):
        if number > 1:
            yield Heading(3, say("minutes.aggregates.continued"))
        yield _aggregate_table(subject, group, last=number == len(groups))


def _balanced(items: Sequence[str], most: int) -> Iterator[Sequence[str]]:
    """The items in as few groups of at most ``most`` as there can be, of nearly equal size."""
    groups = max(1, -(-len(items) // most))
    size = max(1, -(-len(items) // groups))
    for start in range(0, max(1, len(items)), size):
        yield items[start : start + size]


def _aggregate_table(subject: Subject, criteria: Sequence[str], *, last: bool) -> Table:
    say, standings = subject.say, subject.report.standings.standings
    columns = [Column(say("minutes.aggregates.candidacy"), 50, strong=True)]
    columns += [Column(subject.codes[each], 10.5, number=True) for each in criteria]
    if last:
        columns += [
            Column(_result_head(subject), 17, number=True, strong=True),
            Column(say("minutes.aggregates.sheets"), 14, number=True),
        ]
    return table(columns, [_aggregate_row(subject, each, criteria, last=last) for each in standings])


def _aggregate_row(subject: Subject, standing: Standing, criteria: Sequence[str], *, last: bool) -> list[str | Cell]:
    candidacy, values = standing.candidacy, standing.criteria
    row: list[str | Cell] = [subject.title(candidacy)]
    row += [Cell(_value(subject, values.get(each, "")), key("value", candidacy, each)) for each in criteria]
    if last:
        row.append(Cell(_value(subject, standing.result), key("total_result", candidacy)))
        row.append(Cell(_sheets(subject, standing), key("total_sheets", candidacy)))
    return row


def _value(subject: Subject, decimal: str) -> str:
    return subject.say.number(decimal) if decimal else subject.say("common.nothing")


def _sheets(subject: Subject, standing: Standing) -> str:
    return subject.say("common.sheets", counted=standing.sheets_counted, expected=standing.sheets_expected)


def _result_head(subject: Subject) -> str:
    aggregation, say = subject.report.rules.aggregation, subject.say
    if aggregation.result is not ResultForm.OUT_OF:
        return say("minutes.aggregates.result")
    return say("minutes.aggregates.result_out_of", out_of=say.number(exact_text(aggregation.out_of)))


def ranking(subject: Subject) -> Story:
    """The computed ranking, its picture, and how equals were separated."""
    report, say = subject.report, subject.say
    if report.decided_without_marks:
        return
    yield Heading(2, say("minutes.ranking.heading"))
    yield text(say("minutes.ranking.lead"), Style.LEAD)
    # Without a selection line there is nothing to propose: the column then only says who has no place, and why.
    last = "proposal" if report.rules.selection else "situation"
    columns = [
        Column(say("minutes.ranking.place"), 18),
        Column(say("minutes.ranking.candidacy"), 50, strong=True),
        Column(_result_head(subject), 18, number=True, strong=True),
        Column(say("minutes.ranking.sheets"), 14, number=True),
        Column(say(f"minutes.ranking.{last}"), 43, indent=True),
    ]
    yield table(columns, [_ranking_row(subject, each) for each in report.standings.standings])
    yield from _footnotes(subject)
    if 1 < sum(each.exact is not None for each in report.standings.standings) <= _MOST_BARS:
        yield Heading(3, say("minutes.ranking.picture"))
        yield Figure(ranking_picture(report, say))
    yield Heading(3, say("minutes.ranking.ties"))
    lines = list(_tie_lines(subject)) or [say("minutes.ranking.no_tie")]
    for line in lines:
        yield text(line, Style.SPACED)


def _footnotes(subject: Subject) -> Story:
    """What a reader of the ranking must know beside it, under the table."""
    sentences = footnote_sentences(subject.report.footnotes, subject.say.language, subject.say.zone)
    if sentences:
        yield Gap(6)
    for sentence in sentences:
        yield text(sentence, Style.SMALL)


def _ranking_row(subject: Subject, standing: Standing) -> list[str | Cell]:
    candidacy = standing.candidacy
    return [
        Cell(_place(subject, standing), key("place", candidacy)),
        subject.title(candidacy),
        Cell(_value(subject, standing.result), key("result", candidacy)),
        Cell(_sheets(subject, standing), key("sheets", candidacy)),
        _proposal(subject, standing),
    ]


def _place(subject: Subject, standing: Standing) -> str:
    if standing.place is None:
        return subject.say("common.nothing")
    place = subject.say.ordinal(standing.place)
    return subject.say("minutes.ranking.shared", place=place) if standing.shared else place


def _proposal(subject: Subject, standing: Standing) -> str:
    say = subject.say
    if standing.status is Status.ELIMINATED and standing.eliminated_by:
        names = [_struck(subject, each) for each in standing.eliminated_by]
        return say("minutes.ranking.eliminated_by", criteria=", ".join(names))
    if standing.status is not Status.RANKED:
        return say(f"status.{standing.status}")
    if standing.selection is SelectionStatus.RESERVE:
        return say("minutes.ranking.reserve_rank", rank=_reserve_rank(subject.report, standing))
    return say(f"selection.{standing.selection}") if standing.selection else ""


def _struck(subject: Subject, by: str) -> str:
    """What eliminated: a criterion by its name, or the result."""
    criterion = subject.report.rules.criterion(by)
    return criterion.name if criterion else subject.say("minutes.ranking.result_too_low")


def _reserve_rank(report: StageReport, standing: Standing) -> int:
    """The place on the reserve list: one more than how many stand before on it."""
    reserve = [each for each in report.standings.standings if each.selection is SelectionStatus.RESERVE]
    return 1 + sum((each.place or 0) < (standing.place or 0) for each in reserve)


def _tie_lines(subject: Subject) -> Iterator[str]:
    """Every step tried on every group of equals, in rank order, each once; then who shares a place."""
    told: set[tuple[str, frozenset[str]]] = set()
    for standing in subject.report.standings.standings:
        for step in standing.ties:
            group = (step.step, frozenset(step.values))
            if group not in told:
                told.add(group)
                yield _tie_line(subject, standing, step)
    yield from _shared_places(subject)


def _tie_line(subject: Subject, standing: Standing, step: TieStep) -> str:
    say, vote = subject.say, vote_between(subject.report.deliberated.votes, step.values) if step.step == VOTE else None
    shown = {each: _compared(subject, step, vote, each) for each in step.values}
    values = [say("minutes.ranking.tie_value", name=subject.title(each), value=value) for each, value in shown.items()]
    return say(
        f"minutes.ranking.{'separated' if step.separated else 'not_separated'}",
        names=say.list([subject.title(each) for each in step.values]),
        result=_value(subject, standing.result),
        step=say("tie.vote_number", number=vote.number) if vote else _step(subject, step.step),
        values=", ".join(values),
    )


def _compared(subject: Subject, step: TieStep, vote: Vote | None, candidacy: str) -> str:
    """What a step compared of one candidacy: of a vote, what each got, or the place it gave where none were counted."""
    say, value = subject.say, step.values[candidacy]
    votes = {each.option: each.votes for each in vote.choices} if vote and vote.mode is not VoteMode.CONSENSUS else {}
    if vote and candidacy in votes:
        key = "minutes.ranking.votes_casting" if vote.casting == candidacy else "minutes.ranking.votes"
        return say(key, count=votes[candidacy])
    return say.ordinal(int(value)) if step.step == VOTE and value else _value(subject, value)


def _step(subject: Subject, step: str) -> str:
    """A step of the tie chain in words: ``criterion:problem`` by the criterion's name."""
    kind, _, name = step.partition(":")
    criterion = subject.report.rules.criterion(name)
    key = f"tie.{kind}"
    return subject.say(key, name=criterion.name if criterion else name) if subject.say.has(key) else step


def _shared_places(subject: Subject) -> Iterator[str]:
    say, groups = subject.say, dict[int, list[Standing]]()
    for standing in subject.report.standings.standings:
        if standing.shared and standing.place is not None:
            groups.setdefault(standing.place, []).append(standing)
    for place, group in groups.items():
        yield say(
            "minutes.ranking.stay_tied",
            names=say.list([subject.title(each.candidacy) for each in group]),
            result=_value(subject, group[0].result),
            place=say.ordinal(place),
        )

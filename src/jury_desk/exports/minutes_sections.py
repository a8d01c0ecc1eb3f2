"""What the minutes say, section by section, as blocks: aggregates only, never an individual mark."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from fractions import Fraction

from jury_desk import __version__
from jury_desk.domain.candidacy import Candidacy, Indicator, Outcome
from jury_desk.domain.checklist import checklist
from jury_desk.domain.exact import decimal_text, exact_text
from jury_desk.domain.jury import TAKES_PART, Role
from jury_desk.domain.minutes import AbsenceLine, RecusalLine, Seat, StageReport
from jury_desk.domain.recusal import Recusal
from jury_desk.domain.rubric import Across, Criterion, CriterionKind, Source
from jury_desk.domain.rules import ResultForm
from jury_desk.domain.standings import SelectionStatus, Standing, Status, TieStep
from jury_desk.exports import minutes_deliberation as deliberation
from jury_desk.exports import minutes_rules
from jury_desk.exports import minutes_timing as timing
from jury_desk.exports.blocks import (
    Block,
    Cell,
    Column,
    Figure,
    Gap,
    Heading,
    PageBreak,
    Signature,
    Signatures,
    Story,
    Style,
    Table,
    Together,
    facts,
    table,
    text,
)
from jury_desk.exports.minutes_entry import entry_of_marks
from jury_desk.exports.minutes_explanations import explanations
from jury_desk.exports.phrases import Phrases
from jury_desk.exports.pictures.funnel import funnel_picture
from jury_desk.exports.pictures.ranking import ranking_picture
from jury_desk.exports.typography import NBSP
from jury_desk.services.checklist_words import gap_words
from jury_desk.services.footnotes import footnote_sentences
from jury_desk.services.method import method_words
from jury_desk.services.minutes_figures import FINGERPRINT, OUTCOME_TEXTS, key

_SHARED_WEIGHTS = (CriterionKind.MARK, CriterionKind.YES_NO)
_ROOM_TO_SIGN = 37
"""Points: thirteen millimetres."""
_MOST_CRITERIA = 8
"""Criteria side by side in one table of aggregates; more go on in a second one."""
_MOST_BARS = 30
"""More do not fit on a page, and show nothing that the table does not."""


@dataclass(frozen=True, slots=True)
class Subject:
    """What every section is written from: the report, the words, the instant of the document.

    Attributes:
        files: the names of the files that travel within the document: its data, its workbook; none for most forms.
    """

    report: StageReport
    say: Phrases
    made_at: datetime
    files: tuple[str, ...] = ()

    @property
    def codes(self) -> dict[str, str]:
        """Short names of the criteria, C1 to Cn in their order, by id."""
        return {criterion.id: f"C{number}" for number, criterion in enumerate(self.report.rules.criteria, 1)}

    def title(self, candidacy: str) -> str:
        """The title of a candidacy, by id."""
        return self.report.candidacy(candidacy).title

    def juror(self, juror: str) -> str:
        """The name of a juror, by id."""
        return next((seat.juror.name for seat in self.report.panel if seat.juror.id == juror), juror)

    def or_nothing(self, words: str) -> str:
        """The words, or the sign for none."""
        return words or self.say("common.nothing")


def story(subject: Subject) -> list[Block]:
    """The whole document, from its head to its annexes."""
    return [block for section in _SECTIONS for block in section(subject)]


def _section(words: str) -> Story:
    yield Heading(2, words)


def _part(words: str) -> Story:
    yield Heading(3, words)


def _head(subject: Subject) -> Story:
    report, say = subject.report, subject.say
    edition, stage = report.edition, report.stage
    if edition.organisation:
        yield text(edition.organisation, Style.OWNER)
    yield text(" · ".join(filter(None, (edition.programme, edition.title))), Style.PROGRAMME)
    yield Heading(1, say("minutes.title"))
    yield text(stage.name, Style.SUBTITLE)
    if edition.fictitious:
        yield text(say("common.fictitious"), Style.NOTICE)
        yield Gap(6)
    yield facts(list(_meeting_facts(subject)))
    yield facts(
        [
            (say("minutes.rules_print"), subject.or_nothing(report.rules_version.fingerprint)),
            (say("minutes.data_print"), Cell(report.fingerprint, FINGERPRINT)),
        ],
        value=Style.PRINT,
    )


def _meeting_facts(subject: Subject) -> Iterator[tuple[str, str]]:
    report, say = subject.report, subject.say
    sitting = report.deliberated.sitting
    own = sitting.reference if sitting else ""
    yield say("minutes.reference"), " · ".join(filter(None, (own, report.stage.id, report.fingerprint[:8])))
    yield say("minutes.meeting"), subject.or_nothing(say.long_date(report.stage.date))
    yield say("minutes.place"), subject.or_nothing(report.stage.place or report.edition.place)
    if told := deliberation.hours(subject):
        yield say("minutes.hours.heading"), told
    if sitting and sitting.appointing_act:
        yield say("minutes.appointed"), sitting.appointing_act
    yield say("minutes.rules"), " · ".join(_rules_facts(subject))
    instant = say.instant(subject.made_at.isoformat())
    yield say("minutes.made"), say("minutes.made_value", instant=instant, version=__version__)


def _rules_facts(subject: Subject) -> Iterator[str]:
    version, say = subject.report.rules_version, subject.say
    rules = subject.report.rules
    yield say("minutes.rules_value", title=rules.title, version=rules.version or version.version)
    if version.frozen:
        yield say("minutes.rules_frozen", instant=say.instant(version.frozen_at))
    else:
        yield say("minutes.rules_draft")
    if version.reason:
        yield say("minutes.rules_reason", reason=version.reason)


def _panel(subject: Subject) -> Story:
    say = subject.say
    yield from _section(say("minutes.panel.heading"))
    columns = [
        Column(say("minutes.panel.name"), 30, strong=True),
        Column(say("minutes.panel.function"), 34),
        Column(say("minutes.panel.role"), 22),
        Column(say("minutes.panel.voice"), 15),
        Column(say("minutes.panel.presence"), 19),
    ]
    yield table(columns, [_seat_row(subject, seat) for seat in subject.report.panel])
    yield from deliberation.others(subject)
    yield from _part(say("minutes.panel.quorum"))
    yield text(" ".join(_attendance(subject)))


def _seat_row(subject: Subject, seat: Seat) -> list[str]:
    say, member = subject.say, seat.member
    return [
        seat.juror.name,
        subject.or_nothing(seat.juror.function),
        say(f"role.{member.role}"),
        say(f"voice.{member.voice}"),
        "\n".join(_seat_presence(subject, seat)),
    ]


def _seat_presence(subject: Subject, seat: Seat) -> Iterator[str]:
    """How the member took part, when they arrived and left, whose seat it was and who has it now."""
    report, say = subject.report, subject.say
    taken = next((each.juror for each in report.tenures if each.replaces == seat.juror.id), "")
    yield (
        say(f"presence.{seat.member.presence}")
        if not taken
        else say("minutes.panel.replaced_by", name=_name(report, taken))
    )
    tenure = next((each for each in subject.report.tenures if each.juror == seat.juror.id), None)
    if tenure is None:
        return
    for name, instant in (("arrived", tenure.arrived), ("left", tenure.left)):
        if instant:
            yield say(f"minutes.panel.{name}", hour=say.hour(instant))
    if tenure.replaces:
        yield say("minutes.panel.replaces", name=_name(report, tenure.replaces))


def _name(report: StageReport, juror: str) -> str:
    return next((seat.juror.name for seat in report.panel if seat.juror.id == juror), juror)


def _attendance(subject: Subject) -> Iterator[str]:
    report, say = subject.report, subject.say
    present = [seat for seat in report.seated if seat.member.presence in TAKES_PART]
    yield say("minutes.panel.voting", count=len(report.seated), present=len(present))
    quorum = report.rules.panel.get("quorum")
    if isinstance(quorum, int):
        met = "quorum_met" if len(present) >= quorum else "quorum_missed"
        yield say(f"minutes.panel.{met}", quorum=quorum)
    presiding = _presiding(report)
    if presiding:
        yield say("minutes.panel.presides", names=say.list(presiding))
        if report.rules.panel.get("casting_vote"):
            yield say("minutes.panel.casting_vote")
    declared = sum(seat.member.declared for seat in report.seated)
    yield say("minutes.panel.declarations", declared=declared, total=len(report.seated))


def _presiding(report: StageReport) -> list[str]:
    """Who presides: the chairs who take part, or else the vice-chairs."""
    for role in (Role.CHAIR, Role.VICE_CHAIR):
        names = [
            seat.juror.name for seat in report.panel if seat.member.role is role and seat.member.presence in TAKES_PART
        ]
        if names:
            return names
    return []


def _recusals(subject: Subject) -> Story:
    report, say = subject.report, subject.say
    yield from _section(say("minutes.recusals.heading"))
    if not report.recusals and not report.absences:
        yield text(say("common.none"))
        return
    if report.recusals:
        yield table(_recusal_columns(subject), [_recusal_row(subject, each) for each in report.recusals])
    else:
        yield text(say("minutes.recusals.no_recusal"))
    if report.absences:
        yield from _part(say("minutes.recusals.absences"))
        yield table(_absence_columns(subject), [_absence_row(subject, each) for each in report.absences])
    yield Gap(6)
    yield text(say("minutes.recusals.effect"), Style.SMALL)


def _recusal_columns(subject: Subject) -> list[Column]:
    say = subject.say
    return [
        Column(say("minutes.recusals.juror"), 24, strong=True),
        Column(say("minutes.recusals.candidacy"), 22),
        Column(say("minutes.recusals.level"), 26),
        Column(say("minutes.recusals.reason"), 26),
        Column(say("minutes.recusals.ruling"), 22),
    ]


def _recusal_row(subject: Subject, line: RecusalLine) -> list[str]:
    say, recusal = subject.say, line.recusal
    return [
        line.juror.name,
        line.candidacy.title if line.candidacy else say("minutes.recusals.whole_stage"),
        "\n".join((say(f"minutes.recusals.level_{recusal.level}"), *_room_hours(subject, recusal))),
        "\n".join((subject.or_nothing(recusal.reason), say(f"minutes.recusals.origin_{recusal.origin}"))),
        "\n".join(filter(None, (say(f"minutes.recusals.ruling_{recusal.ruling}"), recusal.ruling_reason))),
    ]


def _room_hours(subject: Subject, recusal: Recusal) -> Iterator[str]:
    """When the juror left the room and came back, as far as it is known."""
    for name, instant in (("left", recusal.left_at), ("returned", recusal.returned_at)):
        if instant:
            yield subject.say(f"minutes.recusals.{name}", hour=subject.say.hour(instant))


def _absence_columns(subject: Subject) -> list[Column]:
    say = subject.say
    return [
        Column(say("minutes.recusals.juror"), 30, strong=True),
        Column(say("minutes.recusals.candidacy"), 30),
        Column(say("minutes.recusals.state"), 60),
    ]


def _absence_row(subject: Subject, line: AbsenceLine) -> list[str]:
    say, attendance = subject.say, line.attendance
    told = [say("minutes.recusals.absent") + (f" – {attendance.reason}" if attendance.reason else "")]
    if attendance.override:
        told.append(say("minutes.recusals.admitted", reason=attendance.override))
    return [line.juror.name, line.candidacy.title, "\n".join(told)]


def _candidacies(subject: Subject) -> Story:
    report, say = subject.report, subject.say
    withdrawn = tuple(each for each in report.received if each.withdrawn)
    yield from _section(say("minutes.candidacies.heading"))
    counts = {
        "received": len(report.received),
        "inadmissible": len(report.inadmissible),
        "withdrawn": len(withdrawn),
        "heard": len(report.candidacies),
    }
    # Zero is said of what is received and heard, and goes without saying of the rest.
    named = [name for name, count in counts.items() if count or name in ("received", "heard")]
    yield text(" · ".join(say(f"minutes.candidacies.{name}", count=counts[name]) for name in named), Style.SPACED)
    if sum(bool(step.taken_in) for step in report.path) > 1:
        yield Figure(funnel_picture(report, say))
    yield from _with_reasons(subject, "turned_down", report.inadmissible)
    yield from _with_reasons(subject, "withdrawals", withdrawn)
    told = {each.id for each in (*report.inadmissible, *withdrawn, *report.candidacies)}
    others = [each.title for each in report.received if each.id not in told]
    if others:
        yield from _part(say("minutes.candidacies.others"))
        yield text(" · ".join(others))


def _with_reasons(subject: Subject, name: str, candidacies: Sequence[Candidacy]) -> Story:
    if not candidacies:
        return
    say = subject.say
    yield from _part(say(f"minutes.candidacies.{name}"))
    columns = [
        Column(say("minutes.candidacies.candidacy"), 40, strong=True),
        Column(say("minutes.candidacies.reason"), 80),
    ]
    reasons = [each.reason or say("minutes.candidacies.no_reason") for each in candidacies]
    yield table(columns, [[each.title, reason] for each, reason in zip(candidacies, reasons, strict=True)])


def _running_order(subject: Subject) -> Story:
    say = subject.say
    yield from _section(say("minutes.candidacies.running_order"))
    columns = [
        Column(say("minutes.candidacies.number"), 8, number=True),
        Column(say("minutes.candidacies.candidacy"), 44, strong=True),
        Column(say("minutes.candidacies.holders"), 34),
        Column(say("minutes.candidacies.service"), 34),
    ]
    rows = [
        [str(number), each.title, subject.or_nothing(each.carried_by), subject.or_nothing(each.service)]
        for number, each in enumerate(subject.report.candidacies, 1)
    ]
    yield table(columns, rows)
    yield from timing.how_ordered(subject)


def _method(subject: Subject) -> Story:
    report, say = subject.report, subject.say
    yield from _section(say("minutes.method.heading"))
    columns = [
        Column(say("minutes.method.code"), 10),
        Column(say("minutes.method.criterion"), 58, strong=True),
        Column(say("minutes.method.weight"), 12, number=True),
        Column(say("minutes.method.share"), 14, number=True),
        Column(say("minutes.method.scale"), 18, number=True),
        Column(say("minutes.method.threshold"), 24, number=True),
    ]
    yield table(columns, [_criterion_row(subject, criterion) for criterion in report.rules.criteria])
    yield from _part(say("minutes.method.method"))
    yield text(method_words(report.rules, say.language))
    yield from minutes_rules.session(subject)
    yield from minutes_rules.versions(subject)


def _criterion_row(subject: Subject, criterion: Criterion) -> list[str]:
    say, shared = subject.say, criterion.kind in _SHARED_WEIGHTS
    notes = _criterion_notes(say, criterion)
    threshold = criterion.eliminatory
    return [
        subject.codes[criterion.id],
        criterion.name + (f" ({', '.join(notes)})" if notes else ""),
        say.number(exact_text(criterion.weight)) if criterion.counts else say("common.nothing"),
        _share(subject, criterion) if shared else say("common.nothing"),
        say(
            "minutes.method.range",
            minimum=say.number(exact_text(criterion.scale.minimum)),
            maximum=say.number(exact_text(criterion.scale.maximum)),
        ),
        f"{threshold.comparator}{NBSP}{say.number(exact_text(threshold.value))}"
        if threshold
        else say("common.nothing"),
    ]


def _criterion_notes(say: Phrases, criterion: Criterion) -> list[str]:
    notes = [say("minutes.method.established")] if criterion.source is Source.SECRETARIAT else []
    if criterion.kind is not CriterionKind.MARK:
        notes.append(say(f"kind.{criterion.kind}"))
    if criterion.better == "lower":
        notes.append(say("minutes.method.lower"))
    return notes


def _share(subject: Subject, criterion: Criterion) -> str:
    total = sum((each.weight for each in subject.report.rules.criteria if each.kind in _SHARED_WEIGHTS), Fraction())
    if not total:
        return subject.say("common.nothing")
    percent = criterion.weight / total * 100
    places = 0 if percent.denominator == 1 else 1
    return subject.say("minutes.method.share_value", share=subject.say.number(decimal_text(percent, places)))


def _step(subject: Subject, step: str) -> str:
    """A step of the tie chain in words: ``criterion:problem`` by the criterion's name."""
    kind, _, name = step.partition(":")
    criterion = subject.report.rules.criterion(name)
    key = f"tie.{kind}"
    return subject.say(key, name=criterion.name if criterion else name) if subject.say.has(key) else step


def _aggregates(subject: Subject) -> Story:
    report, say = subject.report, subject.say
    yield from _section(say("minutes.aggregates.heading"))
    if report.decided_without_marks:
        yield text(say("minutes.aggregates.no_marks"))
        return
    means = {report.rules.aggregation.across_jurors} | {each.across_jurors for each in report.rules.criteria}
    yield text(
        say("minutes.aggregates.lead" if means <= {Across.MEAN, None} else "minutes.aggregates.lead_values"), Style.LEAD
    )
    groups = list(_balanced([each.id for each in report.rules.criteria], _MOST_CRITERIA))
    for number, group in enumerate(groups, 1):
        if number > 1:
            yield from _part(say("minutes.aggregates.continued"))
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


def _ranking(subject: Subject) -> Story:
    report, say = subject.report, subject.say
    if report.decided_without_marks:
        return
    yield from _section(say("minutes.ranking.heading"))
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
        yield Gap(12)
        yield Figure(ranking_picture(report, say))
    yield from _part(say("minutes.ranking.ties"))
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
    say = subject.say
    values = [
        say("minutes.ranking.tie_value", name=subject.title(each), value=_value(subject, value))
        for each, value in step.values.items()
    ]
    return say(
        f"minutes.ranking.{'separated' if step.separated else 'not_separated'}",
        names=say.list([subject.title(each) for each in step.values]),
        result=_value(subject, standing.result),
        step=_step(subject, step.step),
        values=", ".join(values),
    )


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


def _outcomes(subject: Subject) -> Story:
    report, say = subject.report, subject.say
    decided = {each.id: report.entries[each.id].outcome for each in report.candidacies if each.id in report.entries}
    if not any(decided.values()):
        return
    yield from _section(say("minutes.outcomes.heading"))
    for standing in report.standings.standings:
        outcome = decided.get(standing.candidacy)
        if outcome:
            yield from _outcome(subject, standing.candidacy, outcome)
    pending = [subject.title(each) for each, outcome in decided.items() if outcome is None]
    if pending:
        yield Gap(10)
        yield text(say("minutes.outcomes.undecided", names=say.list(pending)), Style.SPACED)


def _outcome(subject: Subject, candidacy: str, outcome: Outcome) -> Story:
    say = subject.say
    yield from _part(subject.title(candidacy))
    written = {name: Cell(getattr(outcome, name), key(name, candidacy)) for name in OUTCOME_TEXTS}
    told = {
        "decision": written["label"] if outcome.label else Cell(say(f"outcome.{outcome.category}")),
        "carrier": written["carrier"],
        "conditions": written["conditions"],
        "next_date": Cell(say.long_date(outcome.next_date)),
        "motivation": written["motivation"],
        "indicators": Cell("\n".join(_indicator(subject, each) for each in outcome.indicators)),
    }
    rows = [(say(f"minutes.outcomes.{name}"), cell) for name, cell in told.items() if cell.words]
    taken = [each for each in subject.report.deliberated.taken if each.candidacy == candidacy]
    rows += [(say("minutes.votes.sat"), Cell(deliberation.bench_words(subject, each.bench))) for each in taken]
    yield facts(rows, first=Style.OUTCOME)


def _indicator(subject: Subject, indicator: Indicator) -> str:
    """« Dossiers complets : de 40 % à 90 %, au 31 décembre 2020 (service des aides) »."""
    say = subject.say
    words = [say("minutes.outcomes.indicator", name=indicator.name)]
    if indicator.baseline or indicator.target:
        baseline, target = (subject.or_nothing(each) for each in (indicator.baseline, indicator.target))
        words.append(say("minutes.outcomes.from_to", baseline=baseline, target=target))
    if indicator.date:
        words.append(say("minutes.outcomes.by", date=say.long_date(indicator.date)))
    if indicator.source:
        words.append(say("minutes.outcomes.source", source=indicator.source))
    return " ".join(words)


def _signatures(subject: Subject) -> Story:
    report, say = subject.report, subject.say
    block: list[Block] = [Heading(2, say("minutes.signatures.heading"))]
    if missing := [gap_words(gap, say.language) for item in checklist(report) if item.blocks for gap in item.gaps]:
        words = say("minutes.signatures.statement_provisional", missing=say.list(list(dict.fromkeys(missing))))
        block.append(text(words, Style.SPACED))
    block += [
        text(say("minutes.signatures.statement"), Style.SPACED),
        Gap(14),
        Signatures(tuple(signature(subject, role) for role in (Role.CHAIR, Role.SECRETARY))),
    ]
    yield Together(tuple(block))


def signature(subject: Subject, role: Role) -> Signature:
    """A block to sign for the first who has that role, with what is known of the person."""
    say = subject.say
    person = next((seat.juror for seat in subject.report.panel if seat.member.role is role), None)
    labels = [say(f"minutes.signatures.{name}") for name in ("name", "capacity", "done_at", "done_on", "signature")]
    filled = (person.name, person.function) if person else ("", "")
    return Signature(say(f"role.{role}"), list(zip(labels, (*filled, "", "", ""), strict=True)))


def _attendance_sheet(subject: Subject) -> Story:
    report, say = subject.report, subject.say
    yield PageBreak()
    yield Heading(2, say("minutes.attendance.heading"))
    when = filter(
        None, (report.stage.name, say.long_date(report.stage.date), report.stage.place or report.edition.place)
    )
    yield text(" · ".join(when), Style.LEAD)
    yield attendance_table(subject)


def attendance_table(subject: Subject) -> Table:
    """Everybody on the panel, with room to sign."""
    say = subject.say
    columns = [
        Column(say("minutes.attendance.name"), 38, strong=True),
        Column(say("minutes.attendance.capacity"), 42),
        Column(say("minutes.attendance.signature"), 40),
    ]
    rows = [
        [seat.juror.name, "\n".join(filter(None, (seat.juror.function, say(f"role.{seat.member.role}")))), ""]
        for seat in subject.report.panel
    ]
    return table(columns, rows, least_height=_ROOM_TO_SIGN)


def _journal(subject: Subject) -> Story:
    report, say = subject.report, subject.say
    yield from _section(say("minutes.journal.heading"))
    yield text(say("minutes.journal.lead"), Style.SPACED)
    pairs = [(say("minutes.journal.acts"), str(len(report.journal)))]
    if report.journal:
        pairs += [
            (say("minutes.journal.first"), say.instant(report.journal[0].at)),
            (say("minutes.journal.last"), say.instant(report.journal[-1].at)),
        ]
    yield facts(pairs)
    yield facts([(say("minutes.journal.head"), subject.or_nothing(report.head))], value=Style.PRINT)


def _files(subject: Subject) -> Story:
    if not subject.files:
        return
    say = subject.say
    told = zip(subject.files, (say("minutes.files.data"), say("minutes.files.workbook")), strict=True)
    heading = Heading(2, say("minutes.files.heading"))
    yield Together((heading, text(say("minutes.files.lead"), Style.SPACED), facts(list(told))))


_SECTIONS: tuple[Callable[[Subject], Story], ...] = (
    _head,
    _panel,
    _recusals,
    _candidacies,
    _method,
    _running_order,
    timing.session,
    deliberation.closed_session,
    _aggregates,
    entry_of_marks,
    _ranking,
    deliberation.votes,
    deliberation.adopted,
    _outcomes,
    deliberation.reserve,
    deliberation.questions,
    deliberation.dissents,
    deliberation.follow_up,
    deliberation.secrecy,
    _signatures,
    _attendance_sheet,
    explanations,
    _journal,
    _files,
    minutes_rules.levels,
)
"""In the order of the checklist of complete minutes (:mod:`jury_desk.domain.checklist`)."""

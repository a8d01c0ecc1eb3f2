"""Two to four projects of a ranking side by side: what the engine found of each, what was said of it, its time.

Nothing is computed here but how far each figure, as printed, stands from the best of those beside it.
"""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction

from jury_desk.domain.candidacy import Candidacy
from jury_desk.domain.exact import decimal_text, exact_text
from jury_desk.domain.jury import Voice
from jury_desk.domain.pitch_evidence import PassageTimes
from jury_desk.domain.pitch_format import PhaseFormat
from jury_desk.domain.pitch_state import PhaseClock, PhaseStatus
from jury_desk.domain.records import Records
from jury_desk.domain.rubric import Across, Criterion
from jury_desk.domain.rules import ResultForm, Rules
from jury_desk.domain.scoring import SECRETARIAT, MarkState, RecordedSheet
from jury_desk.domain.standings import Standing
from jury_desk.services.hiding import seen_standings
from jury_desk.services.pitch_views import timing_evidence
from jury_desk.services.preparation import panel
from jury_desk.services.recusals import recused_jurors
from jury_desk.services.scoring import sheets_of

FEWEST, MOST = 2, 4
"""How many projects stand side by side."""

_GIVEN = (MarkState.MARKED, MarkState.ABSTAINED)


@dataclass(frozen=True, slots=True)
class ComparedFigure:
    """One figure of one project.

    Attributes:
        text: as the engine prints it, with a decimal point; empty where there is none.
        share: how far up its scale, the better end being 1; ``None`` where there is no value or no scale.
        gap: how far from the best of its line, with its sign; empty for the best and where there is no figure.
        best: whether nobody beside it is better, and somebody is worse.
    """

    text: str
    share: Fraction | None = None
    gap: str = ""
    best: bool = False


@dataclass(frozen=True, slots=True)
class ComparedLine:
    """A line of figures, one for each project.

    Attributes:
        criterion: which one; ``None`` for the result.
        scale: the highest mark, or what the result is out of; empty where there is none.
        equal: whether all have the same figure.
    """

    criterion: Criterion | None
    scale: str
    figures: tuple[ComparedFigure, ...]
    equal: bool = False


@dataclass(frozen=True, slots=True)
class ComparedTime:
    """What one project was given and took of one phase, in milliseconds; ``over``: beyond what it was given."""

    available: int
    spoken: int
    extra: int = 0
    granted: int = 0

    @property
    def over(self) -> int:
        """The time beyond the one available."""
        return max(0, self.spoken - self.available)


@dataclass(frozen=True, slots=True)
class ComparedPhase:
    """A phase of the candidates' own time; ``None``: not heard to the end, or left out."""

    phase: PhaseFormat
    times: tuple[ComparedTime | None, ...]


@dataclass(frozen=True, slots=True)
class ComparedComment:
    """What was written of a project: by whom (empty: of the project as a whole), on which criterion (empty: none)."""

    juror: str
    criterion: str
    text: str


@dataclass(frozen=True, slots=True)
class ComparedProject:
    """One of the projects; ``recused``: the names of those who give neither mark nor vote on it."""

    candidacy: str
    title: str
    carried_by: str
    standing: Standing
    recused: tuple[str, ...]
    comments: tuple[ComparedComment, ...]


@dataclass(frozen=True, slots=True)
class Comparison:
    """Projects side by side, in rank order; the lines begin with the result, the criteria follow in their order."""

    projects: tuple[ComparedProject, ...]
    lines: tuple[ComparedLine, ...]
    phases: tuple[ComparedPhase, ...]

    @property
    def criteria(self) -> tuple[ComparedLine, ...]:
        """The lines that are criteria."""
        return tuple(line for line in self.lines if line.criterion is not None)


def toggled(chosen: Sequence[str], candidacy: str) -> tuple[str, ...]:
    """The choice with this project taken in, or out if it was in; a full choice takes nobody in."""
    if candidacy in chosen:
        return tuple(each for each in chosen if each != candidacy)
    return (*chosen, candidacy) if len(chosen) < MOST else tuple(chosen)


def compare(records: Records, stage: str, candidacies: Collection[str], *, hidden: Collection[str] = ()) -> Comparison:
    """Put projects of a stage side by side.

    Args:
        records: all the file holds.
        stage: which one.
        candidacies: the projects.
        hidden: of which nothing may be shown, nor of them beside others (:mod:`jury_desk.services.hiding`).

    Raises:
        As :func:`jury_desk.services.deliberation.standings_of`.
    """
    standings = seen_standings(records, stage, hidden)
    wanted = set(candidacies) - set(hidden)
    chosen = [each for each in standings.standings if each.candidacy in wanted]
    return Comparison(
        projects=tuple(_project(records, stage, each) for each in chosen),
        lines=tuple(_lines(standings.rules, chosen)),
        phases=tuple(_phases(records, stage, [each.candidacy for each in chosen])),
    )


def _project(records: Records, stage: str, standing: Standing) -> ComparedProject:
    found = records.need(Candidacy, standing.candidacy)
    names = {member.juror: juror.name for member, juror in panel(records, stage)}
    return ComparedProject(
        candidacy=standing.candidacy,
        title=found.title,
        carried_by=found.carried_by,
        standing=standing,
        recused=tuple(names[juror] for juror in recused_jurors(records, stage, standing.candidacy)),
        comments=tuple(_comments(records, stage, standing.candidacy)),
    )


def _comments(records: Records, stage: str, candidacy: str) -> Iterator[ComparedComment]:
    """What is said of the project as a whole first; then juror by juror, each sheet before its criteria.

    What stands in a cell that a recusal or an absence closes is its reason, and no comment.
    """
    whole = records.get(RecordedSheet, stage, candidacy, SECRETARIAT)
    if whole is not None and whole.comment:
        yield ComparedComment("", "", whole.comment)
    sheets = sheets_of(records, stage, [candidacy]).get(candidacy, {})
    out = recused_jurors(records, stage, candidacy)
    for member, juror in panel(records, stage):
        if member.voice is Voice.NONE or member.juror in out:
            continue
        sheet = records.get(RecordedSheet, stage, candidacy, member.juror)
        if sheet is not None and sheet.comment:
            yield ComparedComment(juror.name, "", sheet.comment)
        for criterion, mark in sheets.get(member.juror, {}).items():
            if mark.comment and mark.state in _GIVEN:
                yield ComparedComment(juror.name, criterion, mark.comment)


def _lines(rules: Rules, chosen: Sequence[Standing]) -> Iterator[ComparedLine]:
    out_of = rules.aggregation.out_of if rules.aggregation.result is ResultForm.OUT_OF else None
    printed = [each.result for each in chosen]
    # In rank order, the first result is the best one, whichever end of the scale the rules prefer.
    first = next((Fraction(text) for text in printed if text), Fraction(0))
    shares = [Fraction(text) / out_of if text and out_of else None for text in printed]
    yield _line(None, exact_text(Fraction(out_of)) if out_of else "", printed, shares, best=first)
    for criterion in rules.criteria:
        printed = [each.criteria.get(criterion.id, "") for each in chosen]
        values = [Fraction(text) for text in printed if text]
        yield _line(
            criterion,
            exact_text(criterion.scale.maximum),
            printed,
            [_share(rules, criterion, each.values.get(criterion.id)) for each in chosen],
            best=(min if _lower(rules, criterion) else max)(values, default=Fraction(0)),
        )


def _share(rules: Rules, criterion: Criterion, value: Fraction | None) -> Fraction | None:
    """How far up its scale a value stands; sums of marks or of ranks stand on no scale."""
    scale = criterion.scale
    if value is None or not scale.extent or _across(rules, criterion) in (Across.SUM, Across.RANK_SUM):
        return None
    share = (value - scale.minimum) / scale.extent
    return 1 - share if criterion.lower_is_better else share


def _lower(rules: Rules, criterion: Criterion) -> bool:
    return criterion.lower_is_better or _across(rules, criterion) is Across.RANK_SUM


def _across(rules: Rules, criterion: Criterion) -> Across:
    return criterion.across_jurors or rules.aggregation.across_jurors


def _line(
    criterion: Criterion | None,
    scale: str,
    printed: Sequence[str],
    shares: Sequence[Fraction | None],
    *,
    best: Fraction,
) -> ComparedLine:
    """The figures, each beside the best: whoever subtracts what is printed finds the same gap."""
    values = [Fraction(text) for text in printed if text]
    equal = len(set(values)) <= 1
    places = max((len(text.partition(".")[2]) for text in printed), default=0)
    figures = tuple(
        ComparedFigure(
            text,
            share,
            _gap(Fraction(text) - best, places) if text and not equal else "",
            best=bool(text) and not equal and Fraction(text) == best,
        )
        for text, share in zip(printed, shares, strict=True)
    )
    return ComparedLine(criterion, scale, figures, equal=equal and len(values) == len(printed) > 1)


def _gap(difference: Fraction, places: int) -> str:
    if not difference:
        return ""
    return f"{'+' if difference > 0 else ''}{decimal_text(difference, places)}"


def _phases(records: Records, stage: str, candidacies: Sequence[str]) -> Iterator[ComparedPhase]:
    found = timing_evidence(records, stage)
    if found is None or not found.took_place:
        return
    heard = {each.candidacy: each for each in found.passages if each.counts}
    for phase in found.state.format.counting:
        times = tuple(_time(heard.get(each), phase.id) for each in candidacies)
        if any(times):
            yield ComparedPhase(phase, times)


def _time(passage: PassageTimes | None, phase: str) -> ComparedTime | None:
    clocks = passage.heard if passage else ()
    clock = next((each for each in clocks if each.format.id == phase and each.status is PhaseStatus.ENDED), None)
    return _as_measured(clock) if clock else None


def _as_measured(clock: PhaseClock) -> ComparedTime:
    return ComparedTime(clock.available, clock.spoken, clock.extra, clock.granted)

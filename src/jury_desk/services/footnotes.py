"""The footnotes of a ranking: every late change that a reader must know beside it, and the sentence for each."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import tzinfo
from types import MappingProxyType

from jury_desk.domain.attendance import Attendance, Tenure
from jury_desk.domain.candidacy import Candidacy, Entry
from jury_desk.domain.edition import RulesVersion
from jury_desk.domain.footnotes import Footnote, FootnoteKind
from jury_desk.domain.jury import TAKES_PART, Juror
from jury_desk.domain.list_change import ListChange, ListChangeKind
from jury_desk.domain.records import Records
from jury_desk.domain.scoring import MarkState, RecordedMark
from jury_desk.services.attendance import absences_of, replacements, tenure_of
from jury_desk.services.bars import STAGE_SCOPE, marks_by_juror, panel_rule
from jury_desk.services.phrasing import Phrasing
from jury_desk.services.preparation import entries, voting_panel, withdrawn
from jury_desk.services.recusals import recusals_of
from jury_desk.services.time_words import hour, instant

_HOURS = frozenset({FootnoteKind.ARRIVED, FootnoteKind.LEFT, FootnoteKind.REPLACED})
"""Kinds whose instant is of the day of the session: the hour says enough."""


def footnotes_of(records: Records, stage: str) -> list[Footnote]:
    """Every footnote of a stage's ranking, kind by kind, each in the order of passage or of the panel."""
    absences = absences_of(records, stage)
    return [
        *_amendments(records, stage),
        *_list_changes(records, stage),
        *_replacements(records, stage),
        *_hours(records, stage, absences),
        *_recusals(records, stage),
    ]


def footnote_sentence(footnote: Footnote, language: str, zone: tzinfo | None = None) -> str:
    """The footnote in one sentence, its hour by the clocks of a zone or else of this computer."""
    phrasing = Phrasing("acts", language)
    facts = dict(footnote.facts)
    key = _key(phrasing, footnote)
    if "at" in facts:
        say_when = hour if footnote.kind in _HOURS else instant
        facts["at"] = say_when(facts["at"], language, zone)
    titles = phrasing.joined([phrasing.quoted(title) for title in footnote.titles])
    return phrasing.say("footnotes", key, titles=titles, **facts)


def footnote_sentences(footnotes: Iterable[Footnote], language: str, zone: tzinfo | None = None) -> list[str]:
    """The footnotes, a sentence each."""
    return [footnote_sentence(footnote, language, zone) for footnote in footnotes]


def with_codes(footnote: Footnote) -> Footnote:
    """The footnote with jurors by their codes, for documents that hold individual marks."""
    return replace(footnote, facts={**footnote.facts, **footnote.codes})


def _key(phrasing: Phrasing, footnote: Footnote) -> str:
    """The phrase of the kind, or its variant for what there is not: no hour, no mark in the whole stage, no title."""
    lacks = [
        *(["hour"] if footnote.facts.get("at") == "" else []),
        *(["mark"] if footnote.facts.get("mark") == "" else []),
        *(["title"] if not footnote.titles else []),
    ]
    variant = f"{footnote.kind}_without_{'_'.join(lacks)}"
    return variant if phrasing.has("footnotes", variant) else footnote.kind.value


def _amendments(records: Records, stage: str) -> Iterator[Footnote]:
    for version in sorted(records.within(RulesVersion, stage), key=lambda each: each.version):
        if version.reason:
            facts = {"version": str(version.version), "at": version.frozen_at, "reason": version.reason}
            yield Footnote(FootnoteKind.RULES_AMENDED, facts=facts)


def _list_changes(records: Records, stage: str) -> Iterator[Footnote]:
    order = [entry.candidacy for entry in entries(records, stage)]
    for candidacy in order:
        joined = records.get(ListChange, stage, candidacy, ListChangeKind.JOINED)
        if joined:
            yield _about(records, FootnoteKind.JOINED, [candidacy], at=joined.at, reason=joined.reason)
    gone = withdrawn(records, stage)
    for candidacy in filter(gone.__contains__, order):
        change = records.get(ListChange, stage, candidacy, ListChangeKind.WITHDRAWN)
        reason = change.reason if change else records.need(Candidacy, candidacy).reason
        marked = _is_marked(records, stage, candidacy)
        kind = FootnoteKind.WITHDRAWN_MARKED if marked else FootnoteKind.WITHDRAWN_UNMARKED
        yield _about(records, kind, [candidacy], at=change.at if change else "", reason=reason)


def _replacements(records: Records, stage: str) -> Iterator[Footnote]:
    for left, taken in replacements(records, stage).items():
        tenure = tenure_of(records, stage, taken)
        heard = [
            entry.candidacy
            for entry in entries(records, stage)
            if not _absent(records.get(Attendance, stage, entry.candidacy, taken))
        ]
        titles = [] if len(heard) == len(records.within(Entry, stage)) else heard
        who = {"juror": taken, "former": left}
        yield _about(records, FootnoteKind.REPLACED, titles, who, at=tenure.arrived, reason=tenure.reason)


def _hours(records: Records, stage: str, absences: Sequence[Attendance]) -> Iterator[Footnote]:
    """Arrivals, departures and absences, of every voting seat that did not change hands."""
    handed_over = {*replacements(records, stage), *replacements(records, stage).values()}
    for juror in voting_panel(records, stage):
        if juror not in handed_over:
            yield from _of_a_seat(records, tenure_of(records, stage, juror), absences)


def _of_a_seat(records: Records, tenure: Tenure, absences: Sequence[Attendance]) -> Iterator[Footnote]:
    mine = [each for each in absences if each.juror == tenure.juror]
    missed = [each.candidacy for each in mine if not each.override]
    before, between, after = _parts(records, tenure.stage, missed)
    who = {"juror": tenure.juror}
    if tenure.arrived:
        yield _about(records, FootnoteKind.ARRIVED, before, who, at=tenure.arrived)
    if tenure.left:
        yield _about(records, FootnoteKind.LEFT, after, who, at=tenure.left)
    rest = [*([] if tenure.arrived else before), *between, *([] if tenure.left else after)]
    if rest:
        # Whoever missed everything needs no list of it.
        everything = len(rest) == len(records.within(Entry, tenure.stage)) > 1
        yield _about(records, FootnoteKind.ABSENT, [] if everything else rest, who)
    for each in mine:
        if each.override:
            yield _about(records, FootnoteKind.ADMITTED, [each.candidacy], who, reason=each.override)


def _parts(records: Records, stage: str, missed: Collection[str]) -> tuple[list[str], list[str], list[str]]:
    """The passages missed before the first one heard, between, and after the last; all missed are missed between."""
    order = [entry.candidacy for entry in entries(records, stage)]
    heard = [number for number, candidacy in enumerate(order) if candidacy not in missed]
    if not heard:
        return [], list(order), []
    numbered = [(number, candidacy) for number, candidacy in enumerate(order) if candidacy in missed]
    return (
        [candidacy for number, candidacy in numbered if number < heard[0]],
        [candidacy for number, candidacy in numbered if heard[0] < number < heard[-1]],
        [candidacy for number, candidacy in numbered if number > heard[-1]],
    )


def _recusals(records: Records, stage: str) -> Iterator[Footnote]:
    everywhere = panel_rule(records, stage, "recusal_scope") == STAGE_SCOPE
    found = [each for each in recusals_of(records, stage) if each.bars]
    marked = bool(records.within(RecordedMark, stage))
    for juror in voting_panel(records, stage):
        mine = [each for each in found if each.juror == juror]
        titles = list(dict.fromkeys(each.candidacy for each in mine if each.candidacy))
        from_all = bool(mine) and (everywhere or any(each.whole_stage for each in mine))
        if mine:
            kind = FootnoteKind.RECUSED_FROM_ALL if from_all else FootnoteKind.RECUSED
            yield _about(records, kind, titles, {"juror": juror}, **({} if marked else {"mark": ""}))


def _about(
    records: Records,
    kind: FootnoteKind,
    candidacies: Sequence[str],
    jurors: Mapping[str, str] = MappingProxyType({}),
    **facts: str,
) -> Footnote:
    titles = tuple(records.need(Candidacy, each).title for each in candidacies)
    names = {fact: records.need(Juror, juror).name for fact, juror in jurors.items()}
    return Footnote(kind, tuple(candidacies), titles, names | facts, dict(jurors))


def _is_marked(records: Records, stage: str, candidacy: str) -> bool:
    sheets = marks_by_juror(records, stage, candidacy).values()
    return any(mark.state is MarkState.MARKED for sheet in sheets for mark in sheet.values())


def _absent(attendance: Attendance | None) -> bool:
    return attendance is not None and attendance.presence not in TAKES_PART

"""What an act of the journal did, in a few words: « Impact de La belette 12 → 14,5 (Mme Vasseur) ».

An act that has nothing so short to say of itself is called by its kind.
"""

from collections.abc import Sequence

from jury_desk.domain.attendance import Attendance, Tenure
from jury_desk.domain.candidacy import Candidacy
from jury_desk.domain.documents import from_document
from jury_desk.domain.errors import DomainError
from jury_desk.domain.journal import Change, Event
from jury_desk.domain.jury import Juror, Presence
from jury_desk.domain.list_change import ListChange
from jury_desk.domain.records import Records
from jury_desk.domain.recusal import Recusal
from jury_desk.domain.scoring import BLANK, Mark, MarkState, RecordedMark, RecordedSheet
from jury_desk.resources import phrases
from jury_desk.services.preparation import current_rules
from jury_desk.services.wording import act_name, figure_words

_ABOUT = frozenset({Recusal.entity, Attendance.entity, Tenure.entity, ListChange.entity})
"""Kinds of entity that say by themselves whom an act is about."""
_VOWELS = "aàâäeéèêëiîïoôöuùûüyœæ"


def event_words(event: Event, records: Records, language: str) -> str:
    """What an act did, as far as a few words can say it."""
    marks = [change for change in event.changes if change.entity == RecordedMark.entity]
    sheets = [change for change in event.changes if change.entity == RecordedSheet.entity]
    about = [change for change in event.changes if change.entity in _ABOUT]
    if about and _follow_from(marks, about):
        return _of_somebody(event, about, records, language)
    if not marks:
        return _of_sheets(event, sheets, records, language) if sheets else act_name(event.kind, language)
    if len(marks) == 1:
        return _of_one_mark(marks[0], records, language)
    return _of_marks(event, marks, records, language)


def _follow_from(marks: Sequence[Change], about: Sequence[Change]) -> bool:
    """Whether the marks that an act takes out are those of whom it is about, and not a block that had them in it."""
    jurors = {_juror_of(change) for change in about}
    return "" in jurors or all(change.key[2] in jurors for change in marks)


def _of_one_mark(change: Change, records: Records, language: str) -> str:
    stage, candidacy, juror, criterion = change.key
    before, after = _mark(change.before), _mark(change.after)
    key = "one_mark" if juror else "one_established"
    if (before.state, before.value) == (after.state, after.value):
        key = "one_comment"
    return _say(
        language,
        key,
        criterion=_criterion(records, stage, criterion),
        of=_of(_title(records, candidacy), language),
        juror=_name(records, juror),
        before=_shown(before, language),
        after=_shown(after, language),
    )


def _of_marks(event: Event, marks: Sequence[Change], records: Records, language: str) -> str:
    cleared = event.kind == "marks_recorded" and all(_mark(change.after) == BLANK for change in marks)
    kind = _say(language, "cleared") if cleared else act_name(event.kind, language)
    places = {change.key[:3] for change in marks}
    if len(places) > 1:
        return _say(language, "marks", act=kind, count=str(len(marks)))
    ((_, candidacy, juror),) = places
    states = {_mark(change.after).state for change in marks}
    names = {"candidacy": _title(records, candidacy), "juror": _name(records, juror)}
    if len(states) == 1 and not states & {MarkState.MARKED, MarkState.BLANK}:
        return _say(language, "one_state", state=_say(language, states.pop().value), **names)
    return _say(language, "one_sheet", act=kind, **names)


def _of_somebody(event: Event, changes: Sequence[Change], records: Records, language: str) -> str:
    """A recusal, an absence, hours or a change of the list: of whom, and from what."""
    kind = act_name(event.kind, language)
    jurors = {_juror_of(change) for change in changes}
    candidacies = {_candidacy_of(change) for change in changes} - {""}
    if any(change.entity == Tenure.entity for change in changes):
        candidacies = set()
    if len(jurors) > 1 or len(candidacies) > 1:
        return kind if len(jurors) > 1 else f"{kind} · {_name(records, *jurors)}"
    (juror,) = jurors
    title = "".join(_title(records, candidacy) for candidacy in candidacies)
    if juror and title:
        state = _say(language, "absent") if _is_absence(event, changes[0]) else kind
        return _say(language, "one_state", state=state, candidacy=title, juror=_name(records, juror))
    return f"{kind} · {title or _name(records, juror)}"


def _is_absence(event: Event, change: Change) -> bool:
    noted = change.after or {}
    return event.kind == "attendance_recorded" and noted.get("presence") == Presence.ABSENT


def _juror_of(change: Change) -> str:
    at = {Recusal.entity: 1, Attendance.entity: 2, Tenure.entity: 1}.get(change.entity)
    return change.key[at] if at else ""


def _candidacy_of(change: Change) -> str:
    at = {Recusal.entity: 2, Attendance.entity: 1, ListChange.entity: 1}.get(change.entity)
    return change.key[at] if at else ""


def _of_sheets(event: Event, sheets: Sequence[Change], records: Records, language: str) -> str:
    kind = act_name(event.kind, language)
    if len(sheets) > 1:
        return _say(language, "marks", act=kind, count=str(len(sheets)))
    _, candidacy, juror = sheets[0].key
    if not juror:
        return f"{kind} · {_title(records, candidacy)}"
    return _say(language, "one_sheet", act=kind, candidacy=_title(records, candidacy), juror=_name(records, juror))


def _mark(document: dict[str, object] | None) -> Mark:
    return BLANK if document is None else from_document(RecordedMark, document).mark


def _shown(mark: Mark, language: str) -> str:
    if mark.value is not None:
        return figure_words(mark.value, language)
    return _say(language, "blank" if mark.state is MarkState.BLANK else mark.state.value)


def _title(records: Records, candidacy: str) -> str:
    found = records.get(Candidacy, candidacy)
    return found.title if found else candidacy


def _name(records: Records, juror: str) -> str:
    found = records.get(Juror, juror)
    return found.name if found else juror


def _criterion(records: Records, stage: str, criterion: str) -> str:
    try:
        _, rules = current_rules(records, stage)
    except DomainError:
        return criterion
    found = rules.criterion(criterion)
    return found.name if found else criterion


def _of(title: str, language: str) -> str:
    """« de La belette », « d’Un quai »."""
    return _say(language, "of_vowel" if title[:1].lower() in _VOWELS else "of", title=title)


def _say(language: str, key: str, **facts: str) -> str:
    words: str = phrases("acts", language)["details"][key]
    return words.format(**facts)

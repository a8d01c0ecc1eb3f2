"""The running order, who takes part in it and what is marked, as the page says them."""

from collections.abc import Iterable, Mapping

from PySide6.QtCore import QCoreApplication

from jury_desk.domain.candidacy import Candidacy
from jury_desk.domain.errors import DomainError
from jury_desk.domain.instants import Instant
from jury_desk.domain.jury import Juror
from jury_desk.domain.pitch_format import PhaseFormat, PhaseKind
from jury_desk.domain.pitch_schedule import Expected, Forecast
from jury_desk.domain.pitch_state import PassageStatus, SessionStatus
from jury_desk.domain.records import Records
from jury_desk.domain.timing_rules import is_drawn
from jury_desk.services.pitch_views import conflicts_at, recusals, room_now, to_leave
from jury_desk.services.pitches import PitchSession
from jury_desk.services.preparation import current_rules
from jury_desk.services.running_order import orders
from jury_desk.services.scoring import completeness
from jury_desk.ui.models.running_order import OrderRow, OrderState
from jury_desk.ui.pages.session.words import hour, passage_words
from jury_desk.ui.widgets.durations import duration
from jury_desk.ui.widgets.phase_words import phase_name

Out = Mapping[str, frozenset[str]]
"""The jurors recused on each candidacy."""

_ORDER_STATES = {
    PassageStatus.PLANNED: OrderState.TO_COME,
    PassageStatus.CALLED: OrderState.NOW,
    PassageStatus.OPEN: OrderState.NOW,
    PassageStatus.DONE: OrderState.DONE,
    PassageStatus.ABSENT: OrderState.ABSENT,
    PassageStatus.DEFERRED: OrderState.DEFERRED,
    PassageStatus.ABORTED: OrderState.ABORTED,
}


def order_rows(session: PitchSession, seen: Forecast, now: Instant) -> list[OrderRow]:
    """The lines of the running order as the forecast has them: passages, and what stands between them."""
    out = recusals(session.records, session.stage)
    rows = [
        _passage_row(session, each, out, now) if each.planned.candidacy else _phase_row(session, each, now)
        for each in seen.items
    ]
    return _with_absent(session, rows, out)


def _passage_row(session: PitchSession, item: Expected, out: Out, now: Instant) -> OrderRow:
    candidacy = item.planned.candidacy
    passage = session.state.passage(candidacy)
    title = session.records.need(Candidacy, candidacy).title
    planned, expected = _hours(session, item, now)
    number = session.order.index(candidacy) + 1
    says = (
        str(number),
        title,
        passage_words(passage.status),
        _hours_words(planned, expected),
        _out_words(session.records, out, candidacy),
    )
    return OrderRow(
        title=title,
        candidacy=candidacy,
        number=number,
        planned=planned,
        expected=expected,
        marks=_out_short(out, candidacy),
        state=_ORDER_STATES[passage.status],
        movable=passage.waits,
        says=", ".join(part for part in says if part),
    )


def _phase_row(session: PitchSession, item: Expected, now: Instant) -> OrderRow:
    shape = item.planned.phase
    name = f"{phase_name(shape)} {duration(shape.allotted_ms)}" if shape else ""
    planned, expected = _hours(session, item, now)
    state = OrderState.DONE if item.over else OrderState.NOW if item.begun else OrderState.TO_COME
    says = ", ".join(part for part in (name, _hours_words(planned, expected)) if part)
    return OrderRow(title=name, planned=planned, expected=expected, state=state, says=says)


def _with_absent(session: PitchSession, rows: list[OrderRow], out: Out) -> list[OrderRow]:
    """Who did not come has no hour any more, and keeps a line in the order."""
    shown = {row.candidacy for row in rows}
    for number, candidacy in enumerate(session.order, 1):
        if candidacy in shown:
            continue
        title, passage = session.records.need(Candidacy, candidacy).title, session.state.passage(candidacy)
        says = ", ".join((str(number), title, passage_words(passage.status)))
        marks = _out_short(out, candidacy)
        line = OrderRow(title, candidacy, number, marks=marks, state=_ORDER_STATES[passage.status], says=says)
        later = (at for at, row in enumerate(rows) if row.number > number)
        rows.insert(next(later, len(rows)), line)
    return rows


def _hours(session: PitchSession, item: Expected, now: Instant) -> tuple[str, str]:
    """The planned hour, and the true or expected one where it is another; none while no hour is known."""
    state = session.state
    if state.opened is None and not state.format.start:
        return "", ""
    offset = _offset(session, now)
    planned = hour(item.planned_start_ms + offset)
    expected = hour(item.start_ms + offset)
    return planned, expected if expected != planned else ""


def _hours_words(planned: str, expected: str) -> str:
    if not expected:
        return planned
    told = QCoreApplication.translate("Session", "planned {planned}, now {expected}")
    return told.format(planned=planned, expected=expected)


def _offset(session: PitchSession, now: Instant) -> int:
    """How far local time is ahead of UTC where the session is, or was, held; in milliseconds."""
    return 60_000 * (session.state.opened or now).offset_min


def forecast_words(session: PitchSession, seen: Forecast, now: Instant) -> str:
    """« fin prévue 16:27 · estimée 16:31 (+4 min) »; nothing while no hour is known."""
    state = session.state
    if state.opened is None and not state.format.start:
        return ""
    planned, expected = (hour(each + _offset(session, now)) for each in (seen.planned_end, seen.expected_end))
    minutes = seen.expected_end // 60_000 - seen.planned_end // 60_000
    if not minutes:
        return QCoreApplication.translate("Session", "planned end {planned}").format(planned=planned)
    told = QCoreApplication.translate("Session", "planned end {planned} · expected {expected} ({drift} min)")
    if state.status is SessionStatus.CLOSED:
        told = QCoreApplication.translate("Session", "planned end {planned} · true end {expected} ({drift} min)")
    return told.format(planned=planned, expected=expected, drift=f"{'+' if minutes > 0 else '−'}{abs(minutes)}")


def drift_words(seen: Forecast) -> str:
    """How late it is beside a plan begun when the first candidate really was; nothing while that is the same."""
    minutes = round(seen.drift_since_start_ms / 60_000)
    if minutes == round(seen.drift_ms / 60_000):
        return ""
    told = QCoreApplication.translate("Session", "since the true start: {drift} min")
    sign = "+" if minutes > 0 else "−" if minutes < 0 else ""
    return told.format(drift=f"{sign}{abs(minutes)}")


def savings_words(seen: Forecast) -> str:
    """Where the drift could be won back; a proposal, which nothing applies."""
    if not seen.savings:
        return ""
    saved: dict[PhaseKind, int] = {}
    for each in seen.savings:
        saved[each.kind] = saved.get(each.kind, 0) + each.saved_ms
    told = " · ".join(f"{phase_name(PhaseFormat('', kind, 0))} {duration(time)}" for kind, time in saved.items())
    return QCoreApplication.translate("Session", "Could be won back, talks and questions untouched: {phases}").format(
        phases=told
    )


def _out_words(records: Records, out: Out, candidacy: str) -> str:
    if not out.get(candidacy):
        return ""
    told = QCoreApplication.translate("Session", "{jurors} out")
    return told.format(jurors=_names(records, sorted(out[candidacy])))


def _out_short(out: Out, candidacy: str) -> str:
    """« sans J5 »: who is out, where there is room for little more."""
    jurors = ", ".join(sorted(out.get(candidacy, ())))
    return QCoreApplication.translate("Session", "without {jurors}").format(jurors=jurors) if jurors else ""


def _names(records: Records, jurors: Iterable[str]) -> str:
    """« J5 Mme Roux, J6 M. de La Tour »."""
    return ", ".join(f"{juror} {records.need(Juror, juror).name}" for juror in jurors)


def may_be_drawn(records: Records, stage: str) -> bool:
    """Whether the order of a stage is one that is drawn by lot."""
    try:
        _, rules = current_rules(records, stage)
    except DomainError:
        return False
    return is_drawn(rules.timing) or bool(orders(records, stage))


def presence_line(session: PitchSession, now: Instant) -> str:
    """« Présents 7/7 · quorum 4 · J5 se déporte au passage 6 »; during that passage, without J5."""
    quorum, out = room_now(session, now).quorum, recusals(session.records, session.stage)
    told = [
        QCoreApplication.translate("Session", "Present {present}/{total}").format(
            present=quorum.present, total=quorum.total
        )
    ]
    if quorum.needed:
        words = QCoreApplication.translate("Session", "quorum {needed}").format(needed=quorum.needed)
        told.append(words if quorum.reached else f"✗ {words}")
    for number, candidacy in enumerate(session.order, 1):
        if session.state.passage(candidacy).waits and out.get(candidacy):
            words = QCoreApplication.translate("Session", "{jurors} out of passage {number}")
            told.append(words.format(jurors=", ".join(sorted(out[candidacy])), number=number))
    return " · ".join(told)


def changeover_line(session: PitchSession) -> str:
    """Who must leave and who may come back, from the end of a passage until the next one begins; else nothing."""
    current = session.state.current
    if session.state.status is not SessionStatus.LIVE or (current and current.status is not PassageStatus.CALLED):
        return ""
    found, leaving = conflicts_at(session), to_leave(session)
    gone = tuple(each for each in found.newly if each not in leaving)
    told = (
        (QCoreApplication.translate("Session", "must leave: {jurors}"), leaving),
        (QCoreApplication.translate("Session", "has left: {jurors}"), gone),
        (QCoreApplication.translate("Session", "stay out: {jurors}"), found.still),
        (QCoreApplication.translate("Session", "may come back: {jurors}"), found.no_longer),
    )
    return " · ".join(words.format(jurors=_names(session.records, jurors)) for words, jurors in told if jurors)


def marks_words(records: Records, stage: str, candidacy: str) -> str:
    """« Notes de ce passage 12/35 », of those that can be given; nothing while there is no passage to mark."""
    if not candidacy:
        return ""
    try:
        sheets = [each for each in completeness(records, stage) if each.candidacy == candidacy and not each.out]
    except DomainError:
        return ""
    given, owed = sum(each.given for each in sheets), sum(each.owed for each in sheets)
    words = QCoreApplication.translate("Session", "Marks of this passage {given}/{owed}")
    return words.format(given=given, owed=owed) if owed else ""

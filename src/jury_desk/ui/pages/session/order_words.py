"""The running order, who takes part in it and what is marked, as the page says them."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QCoreApplication

from jury_desk.domain.candidacy import Candidacy
from jury_desk.domain.errors import DomainError
from jury_desk.domain.pitch_events import TimingKind
from jury_desk.domain.pitch_presence import conflicts
from jury_desk.domain.pitch_state import PassageStatus
from jury_desk.domain.records import Records
from jury_desk.domain.scoring import MarkState
from jury_desk.domain.timing_rules import is_drawn
from jury_desk.services.pitch_conditions import quorum_of
from jury_desk.services.pitches import PitchSession
from jury_desk.services.preparation import current_rules
from jury_desk.services.running_order import orders
from jury_desk.services.scoring import completeness
from jury_desk.ui.models.running_order import OrderRow, OrderState
from jury_desk.ui.pages.session.words import passage_words

_ORDER_STATES = {
    PassageStatus.PLANNED: OrderState.TO_COME,
    PassageStatus.CALLED: OrderState.NOW,
    PassageStatus.OPEN: OrderState.NOW,
    PassageStatus.DONE: OrderState.DONE,
    PassageStatus.ABSENT: OrderState.ABSENT,
    PassageStatus.DEFERRED: OrderState.DEFERRED,
    PassageStatus.ABORTED: OrderState.ABORTED,
}


def order_rows(records: Records, session: PitchSession, out: Mapping[str, Sequence[str]]) -> list[OrderRow]:
    """The lines of the running order; ``out`` holds the jurors who take no part, by candidacy."""
    rows: list[OrderRow] = []
    state = session.state
    current = state.current.candidacy if state.current else ""
    for number, candidacy in enumerate(session.order, 1):
        passage = state.passage(candidacy)
        title = records.need(Candidacy, candidacy).title
        marks = " ".join(f"{juror} ⇠" for juror in out.get(candidacy, ()))
        says = (str(number), title, passage_words(passage.status), _out_words(out, candidacy))
        rows.append(
            OrderRow(
                title=title,
                candidacy=candidacy,
                number=number,
                marks=marks,
                state=OrderState.NOW if candidacy == current else _ORDER_STATES[passage.status],
                movable=passage.waits,
                says=", ".join(part for part in says if part),
            )
        )
    return rows


def _out_words(out: Mapping[str, Sequence[str]], candidacy: str) -> str:
    jurors = out.get(candidacy, ())
    if not jurors:
        return ""
    return QCoreApplication.translate("Session", "{jurors} out").format(jurors=", ".join(jurors))


def recused_by_candidacy(records: Records, stage: str) -> dict[str, list[str]]:
    """The jurors recused on each candidacy, by id."""
    found: dict[str, list[str]] = {}
    try:
        sheets = completeness(records, stage)
    except DomainError:
        return found
    for sheet in sheets:
        if sheet.state is MarkState.RECUSED:
            found.setdefault(sheet.candidacy, []).append(sheet.juror)
    return found


def may_be_drawn(records: Records, stage: str) -> bool:
    """Whether the order of a stage is one that is drawn by lot."""
    try:
        _, rules = current_rules(records, stage)
    except DomainError:
        return False
    return is_drawn(rules.timing) or bool(orders(records, stage))


def presence_line(records: Records, session: PitchSession, out: Mapping[str, Sequence[str]]) -> str:
    """« Présents 7/7 · quorum 4 · J5 se déporte au passage 6 »."""
    quorum = quorum_of(records, session.stage)
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
            told.append(words.format(jurors=", ".join(out[candidacy]), number=number))
    return " · ".join(told)


def changeover_line(session: PitchSession, out: Mapping[str, Sequence[str]]) -> str:
    """Who must leave and who may come back before the next candidate is called; nothing at other times."""
    step = session.next_step()
    if step is None or step.kind is not TimingKind.CALLED:
        return ""
    latest = session.state.latest
    found = conflicts(out, latest.candidacy if latest else "", step.slot.candidacy)
    told = (
        (QCoreApplication.translate("Session", "must leave: {jurors}"), found.newly),
        (QCoreApplication.translate("Session", "stay out: {jurors}"), found.still),
        (QCoreApplication.translate("Session", "may come back: {jurors}"), found.no_longer),
    )
    return " · ".join(words.format(jurors=", ".join(jurors)) for words, jurors in told if jurors)


def marks_words(records: Records, stage: str, candidacy: str) -> str:
    """« Notes de ce passage 12/35 »; nothing while there is no passage to mark."""
    if not candidacy:
        return ""
    try:
        sheets = [each for each in completeness(records, stage) if each.candidacy == candidacy]
    except DomainError:
        return ""
    given, owed = sum(each.given for each in sheets), sum(each.owed for each in sheets)
    words = QCoreApplication.translate("Session", "Marks of this passage {given}/{owed}")
    return words.format(given=given, owed=owed) if owed else ""

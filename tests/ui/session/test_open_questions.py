"""A question stays open while the clock goes on: its answer falls to what it was asked of, or to nobody."""

import pytest
from PySide6.QtCore import Qt
from tests.ui.session.conftest import Desk
from tests.ui.session.sitting import STAGE

from jury_desk.domain.decision import Question
from jury_desk.domain.pitch_events import TimingKind
from jury_desk.domain.pitch_state import PassageStatus
from jury_desk.services.decisions import put_question
from jury_desk.ui.pages.session.other_panels import ReasonPanel
from jury_desk.ui.pages.session.passage_panel import PassageAct, PassagePanel
from jury_desk.ui.pages.session.put_questions import PutQuestionsPanel
from jury_desk.ui.pages.session.time_panels import CausePanel, EarlierPanel, GrantPanel

Key = Qt.Key


def talking(desk: Desk) -> None:
    """The first candidate has been speaking for five seconds."""
    desk.open()
    desk.call()
    desk.press(Key.Key_Space)
    desk.run(5)


def go_on_to(desk: Desk, candidacy: str) -> None:
    """Go on, with F8 alone, until that candidate speaks."""
    for _ in range(10):
        phase = desk.state.open_phase
        if phase is not None and phase.slot.candidacy == candidacy:
            return
        desk.press(Key.Key_F8)
    raise AssertionError(candidacy)


def answer(desk: Desk, text: str) -> None:
    """Answer what is open, if anything is still open."""
    desk.type(text)
    desk.press(Key.Key_Return)


@pytest.mark.parametrize("act", [PassageAct.CUT, PassageAct.ABORT, PassageAct.REHEAR])
def test_act_on_a_passage_never_falls_to_the_next_one(desk: Desk, act: PassageAct) -> None:
    """“Passage of Relais terrain” is open; the next project is called and speaks; Enter stops nobody."""
    talking(desk)
    desk.press(Key.Key_F7)
    panel = desk.page.host.panel
    assert isinstance(panel, PassagePanel)
    panel.choose(act)
    panel.reason.line.setFocus()
    desk.type("too long")
    go_on_to(desk, "P2")
    before = desk.session.events
    assert desk.page.host.panel is None
    assert "Ask again" in desk.notes[-1]
    panel.confirmed.emit()
    answer(desk, "x")
    assert desk.session.events == before
    assert desk.state.passage("P2").status is PassageStatus.OPEN


def test_phase_left_out_is_the_one_that_was_next(desk: Desk) -> None:
    """Asked between talk and questions; the questions begin and end before Enter: the changeover is not left out."""
    talking(desk)
    desk.press(Key.Key_F8, Key.Key_F7)
    panel = desk.page.host.panel
    assert isinstance(panel, PassagePanel)
    assert panel.act_chosen is PassageAct.SKIP
    desk.press(Key.Key_F8, Key.Key_F8)
    assert desk.page.host.panel is None


def test_phase_is_cut_after_a_pause_as_well(desk: Desk) -> None:
    """A pause in between changes nothing: the act is still about this phase."""
    talking(desk)
    desk.press(Key.Key_F7)
    panel = desk.page.host.panel
    assert isinstance(panel, PassagePanel)
    desk.console.toggle()
    panel.reason.line.setFocus()
    answer(desk, "too long")
    assert desk.session.events[-1].kind is TimingKind.ENDED
    assert desk.session.events[-1].phase == "pitch"


def test_second_hearing_is_not_given_to_the_next_candidate(desk: Desk) -> None:
    """The offer after a long incident is left open; the next project must not be stopped by it."""
    talking(desk)
    desk.press(Key.Key_F9)
    answer(desk, "projector")
    desk.press(Key.Key_Space, wait=200)
    panel = desk.page.host.panel
    assert isinstance(panel, ReasonPanel)
    go_on_to(desk, "P2")
    assert desk.page.host.panel is None
    assert desk.state.passage("P2").status is PassageStatus.OPEN


def test_cause_is_told_of_the_incident_it_was_asked_of(desk: Desk) -> None:
    """The clock goes on before the cause is typed, and stops again in the questions for no incident at all."""
    talking(desk)
    desk.press(Key.Key_F9)
    panel = desk.page.host.panel
    assert isinstance(panel, CausePanel)
    for act in (desk.console.toggle, desk.console.next, desk.console.next, desk.console.toggle):
        desk.run(1)
        act()
    panel.reason.line.setFocus()
    answer(desk, "projector")
    told = desk.session.events[-1]
    assert (told.kind, told.phase, told.reason) == (TimingKind.DESCRIBED, "pitch", "projector")
    assert desk.clock.format.id == "questions"
    assert not desk.clock.stops[-1].incident


def test_cause_is_not_told_of_a_later_stop_of_the_phase(desk: Desk) -> None:
    """Two stops in one talk: what is typed for the first is no word about the second."""
    talking(desk)
    desk.press(Key.Key_F9)
    for _ in range(2):
        desk.run(1)
        desk.console.toggle()
    assert desk.page.host.panel is None
    assert [each.incident for each in desk.clock.stops] == [True, False]


def test_start_put_back_is_that_of_the_phase_it_was_asked_of(desk: Desk) -> None:
    """The talk was started after all and is over: Enter does not begin the questions in the past."""
    desk.open()
    desk.call()
    desk.run(30)
    desk.press(Key.Key_F12)
    assert isinstance(desk.page.host.panel, EarlierPanel)
    desk.console.toggle()
    assert desk.page.host.panel is None


def test_time_is_given_to_the_phase_it_was_asked_for_only(desk: Desk) -> None:
    """A pause keeps the question open; the end of the phase puts it away."""
    talking(desk)
    desk.press(Key.Key_F6)
    desk.run(1)
    desk.console.toggle()
    assert isinstance(desk.page.host.panel, GrantPanel)
    desk.run(1)
    desk.console.next()
    assert desk.page.host.panel is None


def test_answer_taken_back_stays_so(desk: Desk) -> None:
    """Undone while the questions are open, it is shown as it was before, and closing them does not record it again."""
    talking(desk)
    put_question(desk.sitting.file, STAGE, "P1", "Combien ?")
    desk.page.ask.put_questions("P1")
    panel = desk.page.host.panel
    assert isinstance(panel, PutQuestionsPanel)
    answer_one = panel.questions.answers[1]
    answer_one.setFocus()
    desk.type("dix")
    panel.questions.new.setFocus()
    assert desk.session.records.need(Question, STAGE, "P1", "1").answer == "dix"
    assert panel.questions.answers[1] is answer_one
    desk.page.operations.undo()
    assert panel.questions.answers[1].text() == ""
    panel.act.click()
    assert desk.session.records.need(Question, STAGE, "P1", "1").answer == ""


def test_question_being_typed_is_put_to_the_project_it_is_about(desk: Desk) -> None:
    """Turning to another project keeps it, for the one that is left."""
    talking(desk)
    put_question(desk.sitting.file, STAGE, "P2", "Qui ?")
    desk.page.ask.put_questions("P1")
    panel = desk.page.host.panel
    assert isinstance(panel, PutQuestionsPanel)
    panel.questions.new.setFocus()
    desk.type("Combien ?")
    panel.questions.candidacy_requested.emit("P2")
    assert panel.questions.new.text() == ""
    asked = desk.session.records.within(Question, STAGE)
    assert {(each.candidacy, each.text) for each in asked} == {("P1", "Combien ?"), ("P2", "Qui ?")}
    assert panel.questions.title.text() == "Feu vert"

"""A jury that goes ahead of its hearings: nothing it may do is forbidden, and nothing is left unsaid."""

from fractions import Fraction

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from tests.ui.session.conftest import Place
from tests.ui.session.sitting import STAGE

from jury_desk.domain.adoption import places_of
from jury_desk.domain.candidacy import Outcome, OutcomeCategory
from jury_desk.domain.decision import SessionStillOpen
from jury_desk.domain.scoring import Mark, MarkState
from jury_desk.services.decisions import adopt_ranking, bench_now, decide, proclaim
from jury_desk.services.deliberation import standings_of
from jury_desk.services.jury_acts import JuryAct
from jury_desk.services.preparation import current_rules, entries
from jury_desk.services.progress import StageState, path_of
from jury_desk.services.readiness import readiness_of
from jury_desk.services.scoring import Cell, record_marks
from jury_desk.ui.pages.deliberate.page import DeliberatePage
from jury_desk.ui.pages.deliberate.readiness_line import ReadinessLine


def mark_all(place: Place) -> None:
    """Every juror marks every project, heard or not."""
    file = place.sitting.file
    _, rules = current_rules(file.records, STAGE)
    cells = {
        Cell(f"P{project}", f"J{juror}", criterion.id): Mark(MarkState.MARKED, Fraction(5 + (project + juror) % 4))
        for project in range(1, 10)
        for juror in range(1, 8)
        for criterion in rules.criteria
        if (project, juror) != (6, 5)
    }
    record_marks(file, STAGE, cells)


def page_of(place: Place) -> DeliberatePage:
    """The page, gone to."""
    place.go("deliberate")
    (page,) = (each for each in place.window.findChildren(DeliberatePage) if each.isVisible())
    return page


def adopt_and_decide(place: Place) -> None:
    """The ranking is adopted as computed, and every project decided as it says."""
    file, now = place.sitting.file, place.sitting.toolbox.clock.now()
    places = places_of(standings_of(file.records, STAGE))
    adopt_ranking(file, STAGE, places, bench_now(file.records, STAGE, now))
    out = Outcome(OutcomeCategory.NOT_SELECTED)
    decide(file, STAGE, {each.candidacy: out for each in entries(file.records, STAGE)}, now)


def test_page_and_panel_say_what_is_not_over(place: Place) -> None:
    """The session is open and eight are still to be heard: on the page and in the panel, each with the way there."""
    place.talk()
    mark_all(place)
    page = page_of(place)
    told = "!  The session is still open. 8 passages not heard. 8 of them marked all the same."
    assert page.readiness.words.text() == told
    page.acts.buttons[JuryAct.ADOPT].click()
    assert page.acts.panel is not None
    (line,) = page.acts.panel.findChildren(ReadinessLine)
    assert line.isVisible()
    assert line.words.text() == told
    line.way.setFocus()
    QTest.keyClick(line.way, Qt.Key.Key_Space)
    assert place.window.view is not None
    assert place.window.view.place == f"stage:{STAGE}#session"


def test_session_that_was_never_opened_says_nothing(place: Place) -> None:
    """A jury that keeps no clock is asked nothing."""
    mark_all(place)
    assert not page_of(place).readiness.isVisible()


def test_open_session_is_neither_proclaimed_nor_done(place: Place) -> None:
    """Everything decided, the stage is still under way until its session is closed, with a reason for those left."""
    place.talk()
    mark_all(place)
    adopt_and_decide(place)
    file, now = place.sitting.file, place.sitting.toolbox.clock.now()
    bench = bench_now(file.records, STAGE, now)

    def state() -> StageState:
        return next(each.state for each in path_of(file.records) if each.stage.id == STAGE)

    assert state() is StageState.NOW
    page = page_of(place)
    page.acts.buttons[JuryAct.PROCLAIM].click()
    assert page.acts.panel is None
    assert page.acts.why.text() == "The session is still open: close it first, under Session."
    with pytest.raises(SessionStillOpen):
        proclaim(file, STAGE, bench, author="Chair")
    place.console.act(lambda session: session.abort("The building is evacuated", rehear=False))
    place.console.act(lambda session: session.close("The building is evacuated"))
    assert not readiness_of(file.records, STAGE).session_open
    assert state() is StageState.DONE
    assert page.readiness.words.text() == "!  8 passages not heard. 8 of them marked all the same."
    place.go("session")
    assert place.page().acts.next.isVisible()
    proclaim(file, STAGE, bench, author="Chair")
    page.refresh()
    assert not page.readiness.isVisible()
    desk = place.page()
    desk.refresh()
    assert not desk.acts.next.isVisible()
    desk.press_next()
    assert desk.host.panel is None


def test_stage_that_never_took_place_is_not_done(place: Place) -> None:
    """The candidacies went past the shortlisting: it is passed over, and the path says so."""
    states = {each.stage.id: each.state for each in path_of(place.sitting.file.records)}
    assert states["screening"] is StageState.PASSED_OVER
    assert states[STAGE] is StageState.NOW

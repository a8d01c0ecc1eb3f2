"""The page in large type: the acts of the moment are always in view, whatever has to scroll."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, QRect
from PySide6.QtWidgets import QApplication, QPushButton, QWidget

from jury_desk.storage.jury_file import SqliteFile

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.ui.session.conftest import Place


def in_view(part: QWidget) -> bool:
    """Whether all of it can be seen, nothing around it being scrolled away from it."""
    shown = part.visibleRegion().boundingRect()
    window = part.window().rect()
    return shown == part.rect() and window.contains(QRect(part.mapTo(part.window(), QPoint()), part.size()))


def settle() -> None:
    """Let layouts follow."""
    for _ in range(5):
        QApplication.processEvents()


def acts_of(place: Place) -> tuple[QPushButton, ...]:
    """Start or pause, next, incident, as far as there are such acts now."""
    page = place.page()
    acts = (page.acts.toggle, page.acts.next, page.acts.incident, page.gate.open)
    return tuple(each for each in acts if each.isVisible())


@pytest.fixture(params=[(200, 1366, 768), (150, 1366, 768), (100, 1024, 640)])
def large(place: Place, request: pytest.FixtureRequest) -> Place:
    """The window in a type and a size."""
    scale, width, height = request.param
    place.window.resize(width, height)
    place.window.set_scale(scale)
    place.go("session")
    settle()
    return place


@pytest.mark.parametrize("language", ["fr", "en"])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_acts_of_the_moment_are_in_view(large: Place, language: str, scheme: str) -> None:
    """Before the session, before a start, running, paused, with a question open, and while nothing can be saved."""
    place = large
    place.window.set_language(language)
    place.window.set_scheme(scheme)
    settle()
    file = place.sitting.file
    assert isinstance(file, SqliteFile)
    steps: dict[str, Callable[[], object]] = {
        "prepared": lambda: None,
        "talking": place.talk,
        "late": lambda: place.run(330),
        "paused": place.console.toggle,
        "asked": place.page().ask.grant,
        "failing": lambda: file._connection.execute("PRAGMA query_only = 1"),
    }
    for name, step in steps.items():
        step()
        if name == "failing":
            place.run(2)
        settle()
        acts = acts_of(place)
        assert len(acts) == (1 if name == "prepared" else 3)
        assert [act.text() for act in acts if not in_view(act)] == [], name


def test_clock_is_whole_beside_them(large: Place) -> None:
    """Its figures, the bar and the four sums are seen without scrolling."""
    large.talk()
    large.run(139)
    settle()
    clock = large.page().clock
    assert [part for part in (clock.project, clock.figures, clock.bar, clock.sums) if not in_view(part)] == []


def test_acts_stand_together_where_there_is_room(place: Place) -> None:
    """At 100 % nothing is set apart, and a window made large again puts them back in their order."""
    place.talk()
    settle()
    page = place.page()
    assert page.acts.urgent.isHidden()
    place.window.resize(1024, 640)
    settle()
    assert not page.acts.urgent.isHidden()
    place.window.resize(1366, 768)
    settle()
    assert page.acts.urgent.isHidden()
    shown = [each for each in page.acts.buttons() if not each.isHidden()]
    assert [each.mapTo(page, QPoint()).x() for each in shown] == sorted(
        each.mapTo(page, QPoint()).x() for each in shown
    )
    assert all(in_view(each) for each in shown)

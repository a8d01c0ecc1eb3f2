"""Work beside the window: its end reaches whoever began it, and nobody who is gone."""

import gc
from dataclasses import replace
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from jury_desk.domain.edition import Edition
from jury_desk.domain.errors import Unknown
from jury_desk.services.ports import Toolbox
from jury_desk.services.preparation import set_edition
from jury_desk.ui.messages import Messages
from jury_desk.ui.operations import Aside, Operations


def test_the_end_of_every_work_is_told(qtbot: QtBot) -> None:
    """Several at once, each told once; the result as it was returned."""
    aside = Aside()
    told: list[object] = []
    aside.done.connect(told.append)
    for number in range(5):
        aside.start(partial(dict, number=number))
    qtbot.waitUntil(lambda: len(told) == 5)
    assert sorted(str(each) for each in told) == [str({"number": number}) for number in range(5)]


@pytest.mark.parametrize("act", ["undo", "redo"])
def test_what_is_still_typed_is_on_file_before_an_act_is_taken_back(act: str, example: Path, toolbox: Toolbox) -> None:
    """From the strip at the foot as well, which asks nobody first: else the act before it would go instead."""
    file = toolbox.files.open(example)
    operations = Operations(file, toolbox, Messages("en"))
    edition = file.records.need(Edition)
    typed = replace(edition, title="Typed")
    operations.pending_edit_requested.connect(lambda: operations.run(lambda: set_edition(file, typed)))
    getattr(operations, act)()
    events = file.events()
    file.close()
    at = len(events) - (2 if act == "undo" else 1)
    assert (events[at].kind, events[-1].target) == ("edition_changed", events[at].seq if act == "undo" else None)


def test_an_error_is_told_as_what_it_is(qtbot: QtBot) -> None:
    """An exception of the work reaches the window as a value."""
    aside = Aside()

    def refuse() -> object:
        raise Unknown("stage", "nowhere")

    with qtbot.waitSignal(aside.failed) as told:
        aside.start(refuse)
    assert isinstance(told.args[0], Unknown)


def test_whoever_began_may_be_gone_before_the_end(qtbot: QtBot) -> None:
    """Works whose owner is deleted meanwhile end in silence, and those of others are still told."""
    told: list[object] = []
    stays = Aside()
    stays.done.connect(told.append)
    for _ in range(200):
        owner = QObject()
        aside = Aside(owner)
        aside.done.connect(told.append)
        aside.start(lambda: sum(range(500)))
        owner.deleteLater()
        del owner, aside
    stays.start(lambda: "last")
    qtbot.waitUntil(lambda: "last" in told)


def test_cycles_are_collected_by_the_window_alone(qtbot: QtBot) -> None:
    """While a work runs in another thread, Python's collector waits: it would delete widgets over there."""
    aside = Aside()
    assert gc.isenabled()
    with qtbot.waitSignal(aside.done) as told:
        aside.start(gc.isenabled)
        assert not gc.isenabled()
    assert told.args == [False]
    assert gc.isenabled()

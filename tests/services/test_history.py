"""Undo and redo are events: they give back what was, and the journal only grows."""

from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from jury_desk.domain.edition import Edition, Stage
from jury_desk.domain.errors import NothingToRedo, NothingToUndo
from jury_desk.domain.journal import broken_links, replay
from jury_desk.services.history import redo, undo
from jury_desk.services.preparation import set_edition, set_stage
from jury_desk.storage.jury_file import SqliteFile

ACTS = st.lists(st.one_of(st.sampled_from(["undo", "redo"]), st.integers(0, 5)), max_size=40)


def rename(file: SqliteFile, name: str) -> None:
    """An act worth undoing."""
    set_stage(file, replace(file.records.need(Stage, "call"), name=name))


def test_undo_gives_back_the_former_value_and_redo_the_later(jury_file: SqliteFile) -> None:
    """An undone act leaves the value from before it; done again, the one after it."""
    rename(jury_file, "First")
    rename(jury_file, "Second")
    undo(jury_file)
    assert jury_file.records.need(Stage, "call").name == "First"
    redo(jury_file)
    assert jury_file.records.need(Stage, "call").name == "Second"


def test_opening_of_the_edition_cannot_be_undone(jury_file: SqliteFile) -> None:
    """The event that began the edition is not an act of the jury."""
    with pytest.raises(NothingToUndo):
        undo(jury_file)
    with pytest.raises(NothingToRedo):
        redo(jury_file)


def test_a_new_act_ends_redoing(jury_file: SqliteFile) -> None:
    """After a new act nothing undone before it can come back over it."""
    rename(jury_file, "First")
    undo(jury_file)
    set_edition(jury_file, Edition("Another title"))
    with pytest.raises(NothingToRedo):
        redo(jury_file)


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(acts=ACTS)
def test_any_sequence_equals_a_plain_model(jury_file: SqliteFile, acts: list[str | int]) -> None:
    """Whatever is done, undone and done again, the file equals a list of states; its journal grows and replays."""
    rename(jury_file, "Start")
    past: list[str] = []
    future: list[str] = []
    name, length = "Start", len(jury_file.events())
    for act in acts:
        if isinstance(act, int):
            if f"Name {act}" != name:
                past, future, name = [*past, name], [], f"Name {act}"
                rename(jury_file, name)
        elif act == "undo" and past:
            future, name = [*future, name], past.pop()
            undo(jury_file)
        elif act == "redo" and future:
            past, name = [*past, name], future.pop()
            redo(jury_file)
        assert jury_file.records.need(Stage, "call").name == name
        assert len(jury_file.events()) >= length
        length = len(jury_file.events())
    assert replay(jury_file.events()) == jury_file.records
    assert broken_links(jury_file.events()) == []

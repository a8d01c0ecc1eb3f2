"""Going on in a copy elsewhere when the file can no longer be written."""

from dataclasses import replace
from pathlib import Path

import pytest
from tests.ui.session.sitting import STAGE, Sitting, make_sitting

from jury_desk.domain.errors import FileExists, FileMoved, FileNotWritable
from jury_desk.domain.pitch_state import PhaseStatus
from jury_desk.services.keeping import keep_elsewhere
from jury_desk.services.pitches import PitchSession, session_state
from jury_desk.storage.jury_file import SqliteFile


@pytest.fixture
def sitting(tmp_path: Path) -> Sitting:
    """A stage ready to open."""
    return make_sitting(tmp_path)


def refuse(sitting: Sitting, *, refusing: bool = True) -> None:
    """Make every write of the file fail, as a full disk does, or work again."""
    assert isinstance(sitting.file, SqliteFile)
    sitting.file._connection.execute(f"PRAGMA query_only = {int(refusing)}")


def talking(sitting: Sitting) -> PitchSession:
    """The first candidate speaks."""
    session = PitchSession(sitting.file, STAGE, sitting.clocks)
    session.open()
    session.start()
    session.end()
    session.call()
    session.start()
    sitting.clocks.run(60)
    session.tick()
    return session


def test_nothing_acknowledged_is_missing_from_the_copy(sitting: Sitting, tmp_path: Path) -> None:
    """What was only in memory is written there, the clock goes on, and what follows goes to the copy."""
    session = talking(sitting)
    refuse(sitting)
    sitting.clocks.run(30)
    session.pause("noise")
    session.grant(60_000, "noise")
    assert (session.kept_in_memory, session.unsaved is None) == (2, False)
    before = session.state
    copy = keep_elsewhere(sitting.toolbox, sitting.file, tmp_path / "stick" / "copy.jury", session)
    assert (session.kept_in_memory, session.unsaved) == (0, None)
    assert session.state == before == session_state(copy.records, STAGE)
    session.resume()
    sitting.clocks.run(5)
    assert session.state.open_phase
    assert session.state.open_phase.spoken_at(sitting.clocks.now()) == 95_000
    live = session.state
    copy.close()
    again = sitting.toolbox.files.open(tmp_path / "stick" / "copy.jury")
    assert session_state(again.records, STAGE) == live
    again.close()
    sitting.file.close()


def test_the_file_gone_is_found_whole_in_the_copy(sitting: Sitting, tmp_path: Path) -> None:
    """A stick pulled out: what was open is still read through its handle, and the journal is complete."""
    session = talking(sitting)
    acts = len(sitting.file.events())
    path = sitting.file.path
    path.rename(path.with_name("moved.jury"))
    session.pause("noise")
    assert isinstance(session.unsaved, FileMoved)
    with pytest.raises(FileExists):
        keep_elsewhere(sitting.toolbox, sitting.file, path, session)
    copy = keep_elsewhere(sitting.toolbox, sitting.file, tmp_path / "copy.jury", session)
    assert len(copy.events()) == acts + 1
    assert session_state(copy.records, STAGE) == session.state
    copy.close()


def test_a_copy_that_cannot_be_made_leaves_the_session_where_it_is(sitting: Sitting, tmp_path: Path) -> None:
    """Nothing is overwritten, a place that cannot be written is refused, and the session still has it all."""
    session = talking(sitting)
    refuse(sitting)
    session.pause("noise")
    state = session.state
    taken = tmp_path / "taken.jury"
    taken.write_text("mine", encoding="utf-8")
    with pytest.raises(FileExists):
        keep_elsewhere(sitting.toolbox, sitting.file, taken, session)
    with pytest.raises(FileNotWritable):
        keep_elsewhere(sitting.toolbox, sitting.file, taken / "below" / "copy.jury", session)
    assert taken.read_text(encoding="utf-8") == "mine"
    assert (session.state, session.kept_in_memory) == (state, 1)
    refuse(sitting, refusing=False)
    session.write_again()
    assert (session.kept_in_memory, session.unsaved) == (0, None)
    assert session_state(sitting.file.records, STAGE) == replace(state)
    assert session.state.open_phase
    assert session.state.open_phase.status is PhaseStatus.PAUSED
    sitting.file.close()


def test_a_copy_that_fails_half_way_takes_nothing_along(
    sitting: Sitting, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The copy takes the first act and refuses the second: both are still the session's."""
    session = talking(sitting)
    refuse(sitting)
    session.pause("noise")
    session.resume()
    stored, asked = PitchSession._store, []

    def once(self: PitchSession, events: object) -> object:
        asked.append(events)
        if len(asked) > 1:
            raise FileNotWritable("copy", "full")
        return stored(self, events)  # type: ignore[arg-type]

    monkeypatch.setattr(PitchSession, "_store", once)
    with pytest.raises(FileNotWritable):
        keep_elsewhere(sitting.toolbox, sitting.file, tmp_path / "copy.jury", session)
    monkeypatch.undo()
    assert session.kept_in_memory == 2
    refuse(sitting, refusing=False)
    session.write_again()
    assert session_state(sitting.file.records, STAGE) == session.state
    sitting.file.close()

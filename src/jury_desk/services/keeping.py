"""Going on elsewhere when a file can no longer be written: a full disk, a stick pulled out."""

from pathlib import Path

from jury_desk.domain.errors import DomainError, FileExists
from jury_desk.services.pitches import PitchSession
from jury_desk.services.ports import JuryFile, Toolbox


def keep_elsewhere(toolbox: Toolbox, file: JuryFile, target: Path, session: PitchSession | None = None) -> JuryFile:
    """A complete copy of the open file at ``target``, open, in which a session goes on.

    What the session has in memory only is written into the copy, so that nothing acknowledged is missing from it. The
    former file is left as it is, open.

    Raises:
        FileExists: nothing is overwritten, and the place of the file itself is its own.
        FileNotWritable: there is no room there either; the session goes on as before.
        As :meth:`jury_desk.services.ports.EditionFiles.open`.
    """
    if target.exists() or target.resolve() == file.path.resolve():
        raise FileExists(str(target))
    file.backup(target)
    copy = toolbox.files.open(target)
    if session is not None:
        try:
            session.move_to(copy)
        except DomainError:
            copy.close()
            raise
    return copy

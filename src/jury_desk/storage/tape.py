"""The tape: every act once more, as a line of text on the local disk, should the file itself be lost."""

import os
from pathlib import Path

from jury_desk.domain.documents import canonical, to_document
from jury_desk.domain.journal import Event


class Tape:
    """Appends events to a text file; a tape that cannot be written says so and never stops the jury."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.broken = False

    def append(self, event: Event) -> None:
        """Write one line and have it on disk."""
        try:
            self.path.parent.mkdir(parents=True, exist_ok=True)
            with self.path.open("ab") as tape:
                tape.write(canonical(to_document(event)) + b"\n")
                tape.flush()
                os.fsync(tape.fileno())
            self.broken = False
        except OSError:
            self.broken = True

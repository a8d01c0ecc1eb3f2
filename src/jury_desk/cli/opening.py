"""The file that a command names, and the stage in it."""

import argparse
from collections.abc import Iterator
from contextlib import contextmanager

from jury_desk.domain.edition import Stage
from jury_desk.domain.errors import UnknownStage
from jury_desk.services.ports import JuryFile, Toolbox
from jury_desk.services.preparation import stages


@contextmanager
def opened(toolbox: Toolbox, options: argparse.Namespace) -> Iterator[JuryFile]:
    """Open the file of a command, and close it at the end.

    Raises:
        UnknownStage: the command names a stage that the file does not hold.
        DomainError: whatever keeps the file from being opened.
    """
    file = toolbox.files.open(options.file)
    try:
        named = getattr(options, "stage", None)
        if named is not None and file.records.get(Stage, named) is None:
            raise UnknownStage(named, ", ".join(f"{stage.id} ({stage.name})" for stage in stages(file.records)))
        yield file
    finally:
        file.close()

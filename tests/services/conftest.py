"""Stages ready for their first mark."""

from collections.abc import Callable

import pytest
from tests.conftest import SteppingClock
from tests.services.sessions import Session

from jury_desk.domain.edition import Edition
from jury_desk.services.files import standard_stages
from jury_desk.services.ports import Clock
from jury_desk.services.preparation import begin_edition
from jury_desk.storage.files import SqliteFiles
from jury_desk.storage.jury_file import SqliteFile


@pytest.fixture
def session(jury_file: SqliteFile, clock: Clock, files: SqliteFiles) -> Session:
    """The stage."""
    return Session(jury_file, clock, files)


@pytest.fixture(scope="module")
def session_maker(tmp_path_factory: pytest.TempPathFactory) -> Callable[[], Session]:
    """Makes stages, each in a file of its own: for tests that need many."""

    def made() -> Session:
        folder = tmp_path_factory.mktemp("session")
        clock = SteppingClock()
        files = SqliteFiles(clock, "Test", folder / "safety")
        file = files.create(folder / "edition.jury")
        begin_edition(file, Edition("Édition d’essai", language="en"), standard_stages("en"))
        return Session(file, clock, files)

    return made

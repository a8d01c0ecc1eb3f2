"""Opening, refusing, checking and migrating files."""

import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

from jury_desk.domain.edition import Edition, Stage
from jury_desk.domain.errors import (
    FileDamaged,
    FileExists,
    FileInUse,
    FileMoved,
    FileNewer,
    FileNotFound,
    FileNotWritable,
    NotAJuryFile,
)
from jury_desk.domain.instants import Instant
from jury_desk.services.preparation import set_stage
from jury_desk.storage import schema, writing
from jury_desk.storage.connection import SCHEMA_VERSION, connect
from jury_desk.storage.engine import engine_over
from jury_desk.storage.files import SqliteFiles
from jury_desk.storage.jury_file import SqliteFile
from jury_desk.storage.migrations.upgrade import upgrade

OLDER_FILES = Path(__file__).parents[1] / "fixtures" / "files"


def tamper(path: Path, *statements: str) -> None:
    """Change a closed file behind the program's back."""
    with closing(sqlite3.connect(path)) as connection, connection:
        for statement in statements:
            connection.execute(statement)


def closed_copy(file: SqliteFile) -> Path:
    """Close ``file`` and give its path."""
    file.close()
    return file.path


def test_reopened_file_holds_what_was_written(files: SqliteFiles, jury_file: SqliteFile) -> None:
    """What one run wrote the next one reads, entity for entity and event for event."""
    written, events = jury_file.records, jury_file.events()
    reopened = files.open(closed_copy(jury_file))
    assert reopened.records == written
    assert reopened.events() == events
    reopened.close()


def test_create_refuses_to_overwrite(files: SqliteFiles, jury_file: SqliteFile) -> None:
    """A name that is taken is refused and the file there keeps every byte."""
    path = closed_copy(jury_file)
    before = path.read_bytes()
    with pytest.raises(FileExists):
        files.create(path)
    assert path.read_bytes() == before


@pytest.mark.parametrize("broken", ["connect", "writing.create_tables"])
def test_file_that_cannot_be_made_leaves_nothing(
    files: SqliteFiles, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, broken: str
) -> None:
    """A failure half way is told as a place that cannot be written, and no empty file stays."""

    def fail(_argument: object) -> None:
        raise sqlite3.OperationalError("disk I/O error")

    module = "jury_desk.storage.files" if broken == "connect" else "jury_desk.storage"
    monkeypatch.setattr(f"{module}.{broken}", fail)
    with pytest.raises(FileNotWritable):
        files.create(tmp_path / "half.jury")
    assert not (tmp_path / "half.jury").exists()


def test_setting_that_is_not_taken_refuses_the_file(
    files: SqliteFiles, jury_file: SqliteFile, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A file system on which SQLite cannot keep a promise is refused in words, and the file keeps every byte."""
    path = closed_copy(jury_file)
    before = path.read_bytes()
    monkeypatch.setattr("jury_desk.storage.connection._SETTINGS", (("journal_mode", "DELETE", "another"),))
    with pytest.raises(FileNotWritable):
        files.open(path)
    assert path.read_bytes() == before


def test_no_sidecar_is_left_after_closing(jury_file: SqliteFile) -> None:
    """The one file holds everything: nothing lies beside it once closed."""
    path = closed_copy(jury_file)
    assert [each.name for each in path.parent.iterdir() if each.name.startswith((path.name, f".{path.name}"))] == [
        path.name
    ]


@pytest.mark.parametrize("content", [b"", b"SQLite format 3\0", b"PK\3\4 not ours" * 40])
def test_foreign_bytes_are_refused(files: SqliteFiles, tmp_path: Path, content: bytes) -> None:
    """An empty, cut or foreign file is told from ours and left untouched."""
    path = tmp_path / "foreign.jury"
    path.write_bytes(content)
    with pytest.raises(NotAJuryFile):
        files.open(path)
    assert path.read_bytes() == content


def test_missing_file_is_refused_and_not_made(files: SqliteFiles, tmp_path: Path) -> None:
    """Opening a name that is not there makes no file of that name."""
    with pytest.raises(FileNotFound):
        files.open(tmp_path / "nowhere.jury")
    assert not (tmp_path / "nowhere.jury").exists()


def test_newer_file_is_refused_untouched(files: SqliteFiles, jury_file: SqliteFile) -> None:
    """A file of a later schema is refused with both numbers and keeps every byte."""
    path = closed_copy(jury_file)
    tamper(path, f"PRAGMA user_version = {SCHEMA_VERSION + 1}")
    before = path.read_bytes()
    with pytest.raises(FileNewer) as refusal:
        files.open(path)
    assert (refusal.value.schema, refusal.value.known) == (SCHEMA_VERSION + 1, SCHEMA_VERSION)
    assert path.read_bytes() == before


def test_second_process_is_told_who_has_the_file(jury_file: SqliteFile, tmp_path: Path) -> None:
    """Another process is refused while the file is open, and learns the user and the host."""
    program = (
        "import sys; from pathlib import Path; from jury_desk.app.composition import make_toolbox\n"
        "from jury_desk.domain.errors import FileInUse\n"
        "try: make_toolbox(safety=Path(sys.argv[2])).files.open(Path(sys.argv[1]))\n"
        "except FileInUse as error: print(error.holder)"
    )
    told = subprocess.run(
        [sys.executable, "-c", program, jury_file.path, tmp_path / "other"], check=True, capture_output=True, text=True
    ).stdout
    assert " · " in told


def test_same_process_is_refused_without_touching_the_lock(files: SqliteFiles, jury_file: SqliteFile) -> None:
    """Opening or checking a file this process holds is refused before anything reads it."""
    for attempt in (files.open, files.check):
        with pytest.raises(FileInUse):
            attempt(jury_file.path)
    assert set_stage(jury_file, jury_file.records.need(Stage, "call")).event is None


HOSTILE = {
    "a trigger": "CREATE TRIGGER t AFTER INSERT ON mark BEGIN UPDATE mark SET value = '20'; END",
    "a view": "CREATE VIEW v AS SELECT * FROM mark",
    "a table": "CREATE TABLE extra (x)",
    "an index": "CREATE INDEX i ON mark (value)",
    "a missing table": "DROP TABLE mark",
    "a dropped column": "ALTER TABLE mark DROP COLUMN comment",
}


@pytest.mark.parametrize("statement", HOSTILE.values(), ids=HOSTILE)
def test_foreign_schema_is_refused(files: SqliteFiles, jury_file: SqliteFile, statement: str) -> None:
    """Anything in the schema but our tables is refused before any write."""
    path = closed_copy(jury_file)
    tamper(path, statement)
    with pytest.raises(FileDamaged):
        files.open(path)


TAMPERING = {
    "a changed record": "UPDATE stage SET name = 'Autre' WHERE id = 'call'",
    "a changed event": "UPDATE event SET reason = 'autre'",
    "a changed instant": "UPDATE event SET at = '2020-01-01T00:00:00+00:00'",
    "a removed record": "DELETE FROM stage WHERE id = 'impact'",
    "a removed event": "DELETE FROM event WHERE seq = 1",
    "an unknown kind": "UPDATE stage SET kind = 'nothing' WHERE id = 'call'",
}


@pytest.mark.parametrize("statement", TAMPERING.values(), ids=TAMPERING)
def test_tampering_shows(files: SqliteFiles, jury_file: SqliteFile, statement: str) -> None:
    """A value changed behind the journal, or in it, is found at opening."""
    path = closed_copy(jury_file)
    tamper(path, statement)
    with pytest.raises(FileDamaged):
        files.open(path)


def test_check_names_the_broken_link_and_changes_nothing(files: SqliteFiles, jury_file: SqliteFile) -> None:
    """The check lists what is wrong, by the number of the event, and writes nothing."""
    set_stage(jury_file, Stage("call", jury_file.records.need(Stage, "call").kind, "Renamed", 1))
    path = closed_copy(jury_file)
    assert files.check(path).problems == ()
    tamper(path, "UPDATE event SET actor = 'Somebody else' WHERE seq = 2")
    before = path.read_bytes()
    assert ("chain", "2") in files.check(path).problems
    assert path.read_bytes() == before


def test_moved_file_is_noticed_before_an_act_is_acknowledged(jury_file: SqliteFile, tmp_path: Path) -> None:
    """A file renamed while open raises no error in SQLite: the act is refused here, and a rescue copy made."""
    jury_file.path.rename(tmp_path / "elsewhere.jury")
    with pytest.raises(FileMoved):
        set_stage(jury_file, Stage("call", jury_file.records.need(Stage, "call").kind, "Lost?", 1))
    assert list((tmp_path / "safety").rglob("*-rescue.jury"))
    assert jury_file.records.need(Stage, "call").name != "Lost?"


def test_settings_are_those_of_the_design(jury_file: SqliteFile) -> None:
    """The connection runs with the settings under which no acknowledged act is lost."""
    found = {
        name: jury_file._connection.execute(f"PRAGMA {name}").fetchone()[0]
        for name in ("locking_mode", "journal_mode", "synchronous", "foreign_keys", "trusted_schema")
    }
    assert found == {
        "locking_mode": "exclusive",
        "journal_mode": "delete",
        "synchronous": 3,
        "foreign_keys": 1,
        "trusted_schema": 0,
    }


def test_failed_transaction_leaves_no_ddl_behind(jury_file: SqliteFile) -> None:
    """A rolled-back transaction takes its tables and its version number back, on Python 3.11 too."""
    path = closed_copy(jury_file)
    driver = connect(path)
    engine = engine_over(driver)
    with engine.connect() as connection, connection.begin() as transaction:
        connection.exec_driver_sql("CREATE TABLE half (x)")
        connection.exec_driver_sql("PRAGMA user_version = 9")
        transaction.rollback()
    assert driver.execute("SELECT count(*) FROM sqlite_schema WHERE name = 'half'").fetchone() == (0,)
    assert driver.execute("PRAGMA user_version").fetchone() == (SCHEMA_VERSION,)
    driver.close()


@pytest.mark.parametrize("made_by", ["tables", "migrations"])
def test_tables_and_migrations_make_the_schema_expected(made_by: str) -> None:
    """Today's tables, or every revision run on nothing, make the schema that opening expects."""
    with closing(sqlite3.connect(":memory:", isolation_level=None)) as driver:
        engine = engine_over(driver)
        if made_by == "tables":
            writing.create_tables(engine)
        else:
            with engine.begin() as connection:
                upgrade(connection)
        assert schema.is_ours(driver)


def test_older_file_is_copied_then_upgraded(
    files: SqliteFiles, jury_file: SqliteFile, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """A file older than the program is copied beside, upgraded in one transaction, and opens with all it held."""
    expected = jury_file.records
    path = closed_copy(jury_file)
    versions = tmp_path / "versions"
    versions.mkdir()
    for revision in (Path(schema.__file__).parent / "migrations" / "versions").glob("v*.py"):
        (versions / revision.name).write_text(revision.read_text())
    (versions / "v9999.py").write_text(
        "from alembic import op\nrevision, down_revision = '9999', '0004'\n"
        "def upgrade() -> None:\n    op.execute('CREATE TABLE later (x TEXT) STRICT')\n"
    )
    monkeypatch.setattr("jury_desk.storage.migrations.upgrade.VERSIONS", versions)
    for module in ("files", "engine", "connection"):
        monkeypatch.setattr(f"jury_desk.storage.{module}.SCHEMA_VERSION", SCHEMA_VERSION + 1)
    monkeypatch.setattr(schema, "is_ours", lambda connection: "later" in _tables(connection))
    upgraded = files.open(path)
    assert upgraded.records == expected
    upgraded.close()
    assert path.with_name(f"{path.name}.before-{SCHEMA_VERSION + 1}").exists()


def _tables(connection: sqlite3.Connection) -> set[str]:
    return {row[0] for row in connection.execute("SELECT name FROM sqlite_schema")}


def test_opening_and_checking_load_no_database_library(jury_file: SqliteFile, tmp_path: Path) -> None:
    """SQLModel and SQLAlchemy wait for the first act: a file that is only looked at never pays for them."""
    program = (
        "import sys; from pathlib import Path; from jury_desk.app.composition import make_toolbox\n"
        "files = make_toolbox(safety=Path(sys.argv[2])).files; path = Path(sys.argv[1])\n"
        "files.check(path); files.open(path).close()\n"
        "print([name for name in ('sqlalchemy', 'sqlmodel', 'alembic', 'pydantic') if name in sys.modules])"
    )
    path = closed_copy(jury_file)
    arguments = [sys.executable, "-c", program, str(path), str(tmp_path / "other")]
    assert subprocess.run(arguments, check=True, capture_output=True, text=True).stdout.strip() == "[]"


@pytest.mark.parametrize(
    ("schema_number", "title", "zone"),
    [(1, "Première édition", ""), (2, "Deuxième édition", ""), (3, "Troisième édition", "Indian/Reunion")],
)
def test_file_of_an_older_schema_opens(
    files: SqliteFiles, tmp_path: Path, schema_number: int, title: str, zone: str
) -> None:
    """A real file of each older schema, kept since then, opens and checks without a problem."""
    copy = tmp_path / "older.jury"
    copy.write_bytes((OLDER_FILES / f"v{schema_number}.jury").read_bytes())
    file = files.open(copy)
    edition = file.records.need(Edition)
    assert (edition.title, edition.zone, edition.appeal_route) == (title, zone, "")
    file.close()
    assert files.check(copy).problems == ()


def test_copy_of_an_open_idle_file_holds_every_act(files: SqliteFiles, jury_file: SqliteFile, tmp_path: Path) -> None:
    """Copied to a stick by another program while it is open, the one file holds everything acknowledged."""
    copy = tmp_path / "stick.jury"
    subprocess.run(["cp", jury_file.path, copy], check=True)
    opened = files.open(copy)
    assert opened.records == jury_file.records
    opened.close()


def test_a_file_that_stays_away_pushes_no_copy_out(jury_file: SqliteFile, tmp_path: Path) -> None:
    """Whoever tries again each second gets one rescue copy, not twenty that take the place of all the others."""
    jury_file.path.rename(tmp_path / "elsewhere.jury")
    instant = Instant(1, 1, 1, 0, "boot", "process")
    for _ in range(3):
        with pytest.raises(FileMoved):
            jury_file.beat("hackathon", instant)
    assert len(list((tmp_path / "safety").rglob("*-rescue.jury"))) == 1

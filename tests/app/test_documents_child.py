"""Documents written in a process of their own: the same bytes, the same refusals."""

import pickle
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from jury_desk.app.composition import make_toolbox
from jury_desk.app.documents_child import ChildWriter
from jury_desk.domain.errors import ExportStopped, FileNotWritable
from jury_desk.domain.minutes import StageReport
from jury_desk.services.example import build_example
from jury_desk.services.reporting import Progress, export_documents, stage_report

MADE_AT = datetime(2020, 3, 5, 18, 0, tzinfo=UTC)


@pytest.fixture(scope="module")
def report(tmp_path_factory: pytest.TempPathFactory) -> StageReport:
    """The report of the example's jury."""
    folder = tmp_path_factory.mktemp("child")
    file = build_example(make_toolbox(safety=folder / "safety"), folder / "example.jury")
    made = stage_report(file, "hackathon")
    file.close()
    return made


def test_report_travels_whole(report: StageReport) -> None:
    """It is a plain value: what arrives equals what was sent."""
    assert pickle.loads(pickle.dumps(report)) == report  # noqa: S301 - our own bytes


@pytest.mark.parametrize("document", ["workbook", "minutes"])
def test_child_writes_the_very_same_document(report: StageReport, tmp_path: Path, document: str) -> None:
    """Byte by byte what this process would have written."""
    write, ending = make_toolbox().documents[document]
    here, beside = tmp_path / f"here{ending}", tmp_path / f"beside{ending}"
    write(report, here, language="fr", made_at=MADE_AT)
    ChildWriter(document)(report, beside, language="fr", made_at=MADE_AT)
    assert beside.read_bytes() == here.read_bytes()


def test_child_hands_a_refusal_over(report: StageReport, tmp_path: Path) -> None:
    """A place that cannot be written is the same error, with its facts."""
    (tmp_path / "file").write_text("", encoding="utf-8")
    with pytest.raises(FileNotWritable) as refused:
        ChildWriter("workbook")(report, tmp_path / "file" / "a.xlsx", language="fr", made_at=MADE_AT)
    assert "a.xlsx" in str(refused.value.facts["path"])


def test_child_that_breaks_down_says_why(report: StageReport, tmp_path: Path) -> None:
    """A defect is no refusal: it comes with what the child said."""
    with pytest.raises(RuntimeError, match="KeyError"):
        ChildWriter("no such document")(report, tmp_path / "a", language="fr", made_at=MADE_AT)


def test_window_writes_beside_itself_and_the_command_line_does_not() -> None:
    """Where no clock runs there is nothing to spare."""
    direct, beside = make_toolbox().documents, make_toolbox(beside=True).documents
    assert list(direct) == list(beside)
    assert all(isinstance(writer, ChildWriter) for writer, _ in beside.values())
    assert not any(isinstance(writer, ChildWriter) for writer, _ in direct.values())


def test_a_stopped_child_is_ended_and_leaves_nothing(report: StageReport, tmp_path: Path) -> None:
    """In the middle of a document; the next one can be written."""
    target = tmp_path / "minutes.pdf"
    with pytest.raises(ExportStopped):
        ChildWriter("minutes").stopped_by(lambda: True)(report, target, language="fr", made_at=MADE_AT)
    assert not target.exists()
    ChildWriter("decisions")(report, tmp_path / "decisions.pdf", language="fr", made_at=MADE_AT)
    assert (tmp_path / "decisions.pdf").exists()


def test_an_export_is_whole_or_not_at_all(report: StageReport, tmp_path: Path) -> None:
    """Stopped while the second document is written: the first is not there either, the former one still is."""
    progress = Progress()
    seen: list[tuple[int, int, str]] = []

    stop_at = 0

    def write(report: StageReport, target: Path, *, language: str, made_at: datetime) -> None:
        assert (report.stage.id, language, made_at) == ("hackathon", "fr", MADE_AT)
        seen.append((progress.number, progress.total, progress.name))
        target.write_text("new", encoding="utf-8")
        progress.stopped = progress.number == stop_at

    writers = {"workbook": (write, ".xlsx"), "minutes": (write, ".pdf")}
    toolbox = replace(make_toolbox(safety=tmp_path / "safety"), documents=writers)
    folder = tmp_path / "out"
    folder.mkdir()
    (folder / "hackathon.xlsx").write_text("former", encoding="utf-8")
    for number in (1, 2):
        stop_at, progress = number, Progress()
        with pytest.raises(ExportStopped):
            export_documents(toolbox, report, folder, language="fr", made_at=MADE_AT, progress=progress)
        assert [each.name for each in folder.iterdir()] == ["hackathon.xlsx"]
        assert (folder / "hackathon.xlsx").read_text(encoding="utf-8") == "former"
    assert seen == [(1, 2, "hackathon.xlsx"), (1, 2, "hackathon.xlsx"), (2, 2, "hackathon-minutes.pdf")]
    stop_at, progress = 0, Progress()
    written = export_documents(toolbox, report, folder, language="fr", made_at=MADE_AT, progress=progress)
    assert [each.read_text(encoding="utf-8") for each in written] == ["new", "new"]
    assert sorted(folder.iterdir()) == sorted(written)


def test_a_folder_of_statements_goes_over_the_former_one(report: StageReport, tmp_path: Path) -> None:
    """One by one; what else is in it stays."""
    toolbox = make_toolbox(safety=tmp_path / "safety")
    (tmp_path / "hackathon-individual").mkdir()
    other = tmp_path / "hackathon-individual" / "note.txt"
    other.write_text("kept", encoding="utf-8")
    for _each in range(2):
        (made,) = export_documents(toolbox, report, tmp_path, language="fr", made_at=MADE_AT, only=["individual"])
    assert other.exists()
    assert len(list(made.glob("*.pdf"))) == len(report.candidacies)
    assert not list(tmp_path.glob(".jury-desk-*"))

"""Documents written in a process of their own: the same bytes, the same refusals."""

import pickle
from datetime import UTC, datetime
from pathlib import Path

import pytest

from jury_desk.app.composition import make_toolbox
from jury_desk.app.documents_child import ChildWriter
from jury_desk.domain.errors import FileNotWritable
from jury_desk.domain.minutes import StageReport
from jury_desk.services.example import build_example
from jury_desk.services.reporting import stage_report

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

"""A small jury on a real file: three voting jurors and an adviser, four candidacies, three criteria out of 20."""

import copy
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from PySide6.QtCore import QAbstractItemModel, QLocale, QSettings, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from jury_desk.app.composition import make_toolbox
from jury_desk.domain.candidacy import Admissibility, Candidacy, Holder
from jury_desk.domain.edition import Edition
from jury_desk.domain.jury import Juror, Member, Role, Voice
from jury_desk.domain.rules import rules_from_document
from jury_desk.domain.scoring import Mark
from jury_desk.services import files, preparation, scoring
from jury_desk.services.ports import JuryFile, Toolbox
from jury_desk.services.scoring import Cell
from jury_desk.ui import theme
from jury_desk.ui.messages import Messages
from jury_desk.ui.operations import Operations
from jury_desk.ui.pages.marks import MarksPage
from jury_desk.ui.pages.prepare import PreparePage
from jury_desk.ui.settings import Settings
from jury_desk.ui.widgets.score_view import ScoreView

if TYPE_CHECKING:
    # It asks Qt for things before the plugin has chosen one.
    from pytestqt.modeltest import ModelTester

STAGE = "hackathon"
DOCUMENT: dict[str, Any] = {
    "title": "Rules",
    "language": "fr",
    "scale": {"min": "0", "max": "20", "step": "0.5"},
    "criteria": [
        {"id": "C1", "name": "Problème", "weight": "2", "eliminatory": "< 4"},
        {"id": "C2", "name": "Impact", "weight": "1"},
        {"id": "C3", "name": "Équipe", "weight": "1"},
    ],
    "aggregation": {"result": "out_of", "out_of": "20"},
    "ties": {"chain": ["criterion:C1"]},
    "selection": {"places": 2, "reserve": 1},
    "timing": {"pitch": "5", "questions": "5", "changeover": "3"},
}
JURORS = ("Mme Vasseur", "M. Osei", "Mme Roux")
TITLES = ("La belette", "Guichet clair", "Mon quai", "Fil vert")


@dataclass
class Bench:
    """An open file with its operations, and everything the window was told."""

    file: JuryFile
    operations: Operations
    stage: str
    errors: list[str] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)

    def mark(self, candidacy: str, juror: str, criterion: str) -> Mark:
        """What the file holds in a cell."""
        return scoring.mark_at(self.file.records, self.stage, Cell(candidacy, juror, criterion))

    def value(self, candidacy: str, juror: str, criterion: str) -> str:
        """The mark in a cell as a text; empty without one."""
        value = self.mark(candidacy, juror, criterion).value
        return "" if value is None else str(value)

    def give(self, marks: Mapping[tuple[str, str], tuple[str, ...]]) -> None:
        """Record sheets, by candidacy and juror, as marks in the order of the criteria."""
        _, rules = preparation.current_rules(self.file.records, self.stage)
        cells = {
            Cell(candidacy, juror, criterion.id): scoring.read_mark(criterion, text)
            for (candidacy, juror), texts in marks.items()
            for criterion, text in zip(rules.criteria, texts, strict=True)
        }
        scoring.record_marks(self.file, self.stage, cells)


class Desk:
    """The page in an active window, with the cursor in a cell."""

    def __init__(self, bench: Bench, page: MarksPage) -> None:
        self.bench = bench
        self.page = page

    @property
    def view(self) -> ScoreView:
        """The grid."""
        return self.page.grid.view

    @property
    def editor(self) -> QLineEdit | None:
        """The open editor."""
        return self.view.delegate.editor

    @property
    def place(self) -> tuple[int, int]:
        """Where the cursor is."""
        return self.view.currentIndex().row(), self.view.currentIndex().column()

    def go(self, row: int, column: int) -> None:
        """Put the cursor in a cell."""
        self.view.go_to(self.page.grid.model.index(row, column))

    def type(self, text: str) -> None:
        """Type characters where the focus is."""
        for character in text:
            QTest.keyClicks(self._target(), character)

    def press(self, *keys: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        """Press keys where the focus is."""
        for key in keys:
            QTest.keyClick(self._target(), key, modifier)

    def open_with(self, text: str) -> QLineEdit:
        """Type into a cell and leave the editor open, with the focus in it."""
        self.type(text)
        assert self.editor is not None
        assert self.editor.hasFocus()
        return self.editor

    def _target(self) -> QWidget:
        focused = QGuiApplication.focusObject()
        assert isinstance(focused, QWidget)
        return focused


BenchMaker = Callable[..., Bench]
ModelCheck = Callable[[QAbstractItemModel], None]


@pytest.fixture(autouse=True, scope="session")
def dressed(qapp: QApplication) -> None:
    """Pages are as large as the style sheet makes them, whichever test comes first."""
    theme.apply(qapp, "light", 100)


@pytest.fixture(autouse=True)
def french_numbers() -> Iterator[None]:
    """Figures as a French window prints them."""
    former = QLocale()
    QLocale.setDefault(QLocale("fr_FR"))
    yield
    QLocale.setDefault(former)


@pytest.fixture
def make_bench(qtbot: QtBot, tmp_path: Path) -> Iterator[BenchMaker]:
    """Makes files: ``jury``, ``candidacies``, ``rules`` and ``frozen`` say how far they are prepared."""
    opened: list[JuryFile] = []
    toolbox = make_toolbox(actor="test", safety=tmp_path / "safety")

    def make(*, jury: bool = True, candidacies: bool = True, rules: bool = True, frozen: bool = True) -> Bench:
        file = files.new_edition(toolbox, tmp_path / f"{len(opened)}.jury", Edition("Édition", language="fr"))
        opened.append(file)
        if candidacies:
            _add_candidacies(file)
        if jury:
            _add_jury(file)
        if rules:
            preparation.set_rules(file, STAGE, rules_from_document(DOCUMENT))
        if rules and frozen:
            preparation.freeze_rules(file, STAGE, toolbox.clock)
        return _bench(file, toolbox)

    del qtbot
    yield make
    for file in opened:
        file.close()


@pytest.fixture
def bench(make_bench: BenchMaker) -> Bench:
    """A stage ready for its first mark."""
    return make_bench()


DeskMaker = Callable[[Bench], Desk]


@pytest.fixture
def make_desk(qtbot: QtBot) -> DeskMaker:
    """Shows the page of a file in an active window, with the cursor in the first cell."""

    def make(bench: Bench) -> Desk:
        page = MarksPage(bench.operations, bench.stage)
        qtbot.addWidget(page)
        page.resize(1000, 620)
        with qtbot.waitActive(page):
            page.show()
            page.activateWindow()
        desk = Desk(bench, page)
        desk.go(0, 0)
        assert desk.view.hasFocus()
        return desk

    return make


@pytest.fixture
def desk(bench: Bench, make_desk: DeskMaker) -> Desk:
    """The page of a stage ready for its first mark."""
    return make_desk(bench)


@pytest.fixture
def document() -> dict[str, Any]:
    """The rules of these tests."""
    return copy.deepcopy(DOCUMENT)


@pytest.fixture
def check_model(qtmodeltester: "ModelTester") -> ModelCheck:
    """Qt's own test of a model."""

    def check(model: QAbstractItemModel) -> None:
        qtmodeltester.check(model)  # type: ignore[no-untyped-call] # pytest-qt leaves it untyped

    return check


def _add_candidacies(file: JuryFile) -> None:
    with file.unit() as unit:
        for number, title in enumerate(TITLES, 1):
            holders = (Holder("Benali", "Nadia"),)
            unit.put(Candidacy(f"P{number}", title, holders=holders, admissibility=Admissibility.ADMISSIBLE))
        unit.put(Candidacy("P9", "Trop tard", admissibility=Admissibility.INADMISSIBLE))
        unit.commit("candidacies_imported")
    preparation.set_entries(file, STAGE, ["P1", "P2", "P3", "P4"])


def _add_jury(file: JuryFile) -> None:
    for number, name in enumerate(JURORS, 1):
        role = Role.CHAIR if number == 1 else Role.MEMBER
        preparation.add_juror(file, Juror(f"J{number}", name), seat=Member(STAGE, "", 0, role=role))
    adviser = Member(STAGE, "", 0, role=Role.COACH, voice=Voice.ADVISORY)
    preparation.add_juror(file, Juror("A1", "M. Petit"), seat=adviser)


def _bench(file: JuryFile, toolbox: Toolbox) -> Bench:
    messages = Messages("fr")
    settings = Settings(QSettings(str(file.path.with_suffix(".ini")), QSettings.Format.IniFormat))
    bench = Bench(file, Operations(file, toolbox, messages, settings=settings), STAGE)
    messages.error_told.connect(bench.errors.append)
    messages.note_told.connect(bench.notes.append)
    return bench


@pytest.fixture
def page_of(qtbot: QtBot) -> Callable[[Bench], PreparePage]:
    """Shows the Prepare page of a bench."""

    def make(bench: Bench) -> PreparePage:
        page = PreparePage(bench.operations, bench.stage)
        qtbot.addWidget(page)
        page.resize(1086, 700)
        with qtbot.waitActive(page):
            page.show()
            page.activateWindow()
        return page

    return make

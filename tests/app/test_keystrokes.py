"""How many keys it takes to type all the marks of the example, counted at the keyboard."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QLocale, QSettings, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from jury_desk.app.composition import make_toolbox
from jury_desk.domain.attendance import Attendance
from jury_desk.domain.exact import exact_text
from jury_desk.domain.recusal import Recusal
from jury_desk.domain.scoring import Mark, MarkState, RecordedMark
from jury_desk.services.files import open_example
from jury_desk.services.preparation import current_rules, entries, panel
from jury_desk.services.scoring import Cell, mark_at
from jury_desk.ui.messages import Messages
from jury_desk.ui.operations import Operations
from jury_desk.ui.pages.marks import MarksPage
from jury_desk.ui.settings import Settings

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

STAGE = "hackathon"
Key = Qt.Key
STATE_KEYS = {MarkState.RECUSED: "r", MarkState.ABSENT: "a"}


class Typist:
    """Types the marks of the example into an emptied grid, and counts the keys."""

    def __init__(self, page: MarksPage, marks: dict[Cell, Mark]) -> None:
        self.page, self.marks, self.keys = page, marks, 0
        records = page.operations.records
        self.passages = [entry.candidacy for entry in entries(records, STAGE)]
        voting = {cell.juror for cell in marks}
        self.jurors = [juror.id for _, juror in panel(records, STAGE) if juror.id in voting]
        self.criteria = [criterion.id for criterion in current_rules(records, STAGE)[1].criteria]

    def press(self, text: str = "", key: Qt.Key | None = None) -> None:
        """One key for each character, or the key itself, where the focus is."""
        target = QGuiApplication.focusObject()
        assert isinstance(target, QWidget)
        if key is not None:
            QTest.keyClick(target, key)
            self.keys += 1
        for sign in text:
            target = QGuiApplication.focusObject()
            assert isinstance(target, QWidget)
            QTest.keyClicks(target, sign)
            self.keys += 1

    def sheet(self, candidacy: str, juror: str) -> list[Mark]:
        """What is to be typed of a sheet."""
        return [self.marks[Cell(candidacy, juror, criterion)] for criterion in self.criteria]

    def type_sheet(self, candidacy: str, juror: str) -> None:
        """Keypad mode: the marks and nothing else; a state for a sheet that owes nothing."""
        sheet = self.sheet(candidacy, juror)
        if sheet[0].state is not MarkState.MARKED:
            self.press(STATE_KEYS[sheet[0].state])
            return
        for mark in sheet:
            assert mark.value is not None
            text = exact_text(mark.value)
            # « 1 » may become 10: it alone needs an Enter.
            self.press(text)
            if text == "1":
                self.press(key=Key.Key_Enter)

    def by_passage(self) -> None:
        """The sheets of a passage, one after the other; a complete passage leads to the next by itself."""
        for candidacy in self.passages:
            assert self.page.grid.model.grid.candidacy == candidacy
            for juror in self.jurors:
                self.type_sheet(candidacy, juror)

    def by_juror(self) -> None:
        """The sheets of a juror, as they lie on a pile; a complete pile leads to the next by itself."""
        self.page._modes.button(1).click()
        self.page.grid.view.setFocus()
        for juror in self.jurors:
            assert self.page.grid.model.grid.juror == juror
            for candidacy in self.passages:
                self.type_sheet(candidacy, juror)

    def plainly(self) -> None:
        """Without the keypad mode: each mark and Enter, down the columns; a state key and Enter for a whole sheet."""
        for candidacy in self.passages:
            assert self.page.grid.model.grid.candidacy == candidacy
            for criterion in self.criteria:
                for juror in self.jurors:
                    mark = self.marks[Cell(candidacy, juror, criterion)]
                    if mark.value is not None:
                        self.press(exact_text(mark.value))
                        self.press(key=Key.Key_Enter)
                    elif criterion == self.criteria[0]:
                        self.press(STATE_KEYS[mark.state])
                        self.press(key=Key.Key_Enter)


@pytest.fixture
def typist(qtbot: QtBot, tmp_path: Path) -> Iterator[Callable[[bool], Typist]]:
    """Noter of the example without its marks, by the voting jurors alone."""
    former = QLocale()
    QLocale.setDefault(QLocale("fr_FR"))
    toolbox = make_toolbox(actor="Test", safety=tmp_path / "safety")
    file = open_example(toolbox, tmp_path / "example.jury")
    records = file.records
    given = records.within(RecordedMark, STAGE)
    cells = [
        Cell(entry.candidacy, juror, criterion)
        for entry in entries(records, STAGE)
        for juror in dict.fromkeys(each.juror for each in given)
        for criterion in dict.fromkeys(each.criterion for each in given)
    ]
    marks = {cell: mark_at(records, STAGE, cell) for cell in cells}
    with file.unit() as unit:
        for recusal in records.within(Recusal, STAGE):
            unit.remove(recusal)
        for attendance in records.within(Attendance, STAGE):
            unit.remove(attendance)
        for recorded in given:
            unit.remove(recorded)
        for member, _ in panel(records, STAGE):
            if member.juror not in {cell.juror for cell in cells}:
                unit.remove(member)
        unit.commit("member_removed")
    settings = Settings(QSettings(str(tmp_path / "settings.ini"), QSettings.Format.IniFormat))

    def make(keypad: bool) -> Typist:
        settings.keypad = keypad
        page = MarksPage(Operations(file, toolbox, Messages("fr"), settings=settings), STAGE)
        qtbot.addWidget(page)
        page.resize(1100, 700)
        with qtbot.waitActive(page):
            page.show()
            page.activateWindow()
        page.grid.view.setFocus()
        return Typist(page, marks)

    yield make
    file.close()
    QLocale.setDefault(former)


@pytest.mark.parametrize(
    ("way", "keypad", "most"), [("by_passage", True, 1.05), ("by_juror", True, 1.05), ("plainly", False, 2.05)]
)
def test_marks_of_the_example_cost_about_a_key_each(
    typist: Callable[[bool], Typist], way: str, keypad: bool, most: float, capsys: pytest.CaptureFixture[str]
) -> None:
    """Of 315 cells 305 hold a mark and two sheets are out: every key is counted, and set against the marks alone."""
    at_work = typist(keypad)
    getattr(at_work, way)()
    records = at_work.page.operations.records
    found = {cell: mark_at(records, STAGE, cell) for cell in at_work.marks}
    assert {cell: (mark.state, mark.value) for cell, mark in found.items()} == {
        cell: (mark.state, mark.value) for cell, mark in at_work.marks.items()
    }
    given = sum(mark.value is not None for mark in at_work.marks.values())
    each = at_work.keys / given
    with capsys.disabled():
        told = f"{at_work.keys} keys for {given} marks in {len(at_work.marks)} cells"
        print(f"\n{way}: {told}: {each:.3f} a mark")  # noqa: T201 - its purpose
    assert (len(at_work.marks), given) == (315, 305)
    assert each <= most

"""Fields bound to a place of a draft: each knows its path, tells what was typed, and shows what is wrong with it."""

from collections.abc import Sequence

from PySide6.QtCore import QLocale, QSignalBlocker, Qt, Signal, Slot
from PySide6.QtWidgets import QCheckBox, QComboBox, QLineEdit, QWidget

from jury_desk.ui import theme
from jury_desk.ui.widgets.card import row
from jury_desk.ui.widgets.choice_box import ChoiceBox
from jury_desk.ui.widgets.form import Field, mark_invalid


class DraftField(Field):
    """A named field over a path of the draft.

    Signals:
        edited: the path and what now stands in the field; with every keystroke.
        finished: the field is done with for now.
    """

    edited = Signal(str, object)
    finished = Signal()

    def __init__(self, path: str, name: str, field: QWidget, remark: str = "") -> None:
        super().__init__(name, field, remark)
        self.path = path

    def show_value(self, value: object) -> None:
        """Show what the draft holds, without telling it back."""
        raise NotImplementedError


class LineField(DraftField):
    """A text, or with ``figures`` a number: set to the right, with the decimal sign of the window's language."""

    def __init__(self, path: str, name: str, remark: str = "", *, figures: bool = False, width: int = 0) -> None:
        self._line = QLineEdit()
        self._figures = figures
        super().__init__(path, name, self._line, remark)
        if figures:
            self._line.setAlignment(Qt.AlignmentFlag.AlignRight)
        if width:
            self._line.setMaximumWidth(theme.px(width))
        self._line.textEdited.connect(self._tell)
        self._line.editingFinished.connect(self.finished)

    @property
    def line(self) -> QLineEdit:
        """The line itself."""
        return self._line

    def show_value(self, value: object) -> None:
        """Show what the draft holds; a text being typed is left alone."""
        text = "" if value is None else str(value)
        shown = _local(text) if self._figures else text
        if not self._line.hasFocus() or self.plain() != text:
            with QSignalBlocker(self._line):
                self._line.setText(shown)
                self._line.setCursorPosition(0)

    def plain(self) -> str:
        """What is typed, numbers with a decimal point."""
        return _plain(self._line.text()) if self._figures else self._line.text()

    @Slot()
    def _tell(self) -> None:
        self.edited.emit(self.path, self.plain())


class ChoiceField(DraftField):
    """One of several words, each with its sentence; a word that is none of them is shown as it is."""

    def __init__(self, path: str, name: str, choices: Sequence[tuple[str, str]], remark: str = "") -> None:
        self._box = ChoiceBox()
        super().__init__(path, name, self._box, remark)
        for value, text in choices:
            self._box.addItem(text, value)
        self._box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self._box.setMinimumContentsLength(12)
        self._box.activated.connect(self._tell)

    @property
    def box(self) -> QComboBox:
        """The box itself."""
        return self._box

    def show_value(self, value: object) -> None:
        """Show what the draft holds; the first choice when it says nothing."""
        text = "" if value is None else str(value)
        at = self._box.findData(text)
        with QSignalBlocker(self._box):
            if at < 0 and text:
                at = self._box.count()
                self._box.addItem(_local(text), text)
            self._box.setCurrentIndex(max(at, 0))
        self._box.setToolTip(self._box.currentText())

    @Slot()
    def _tell(self) -> None:
        self._box.setToolTip(self._box.currentText())
        self.edited.emit(self.path, str(self._box.currentData()))
        self.finished.emit()


class FlagField(DraftField):
    """Yes or no, as a box to tick beside its sentence."""

    def __init__(self, path: str, name: str, sentence: str) -> None:
        self._tick = QCheckBox(sentence)
        super().__init__(path, name, self._tick)
        self._tick.setMinimumHeight(theme.px(28))
        self._tick.clicked.connect(self._tell)

    @property
    def tick(self) -> QCheckBox:
        """The box itself."""
        return self._tick

    def show_value(self, value: object) -> None:
        """Show what the draft holds; nothing is no."""
        with QSignalBlocker(self._tick):
            self._tick.setChecked(bool(value))

    @Slot()
    def _tell(self) -> None:
        self.edited.emit(self.path, self._tick.isChecked())
        self.finished.emit()


class ThresholdField(DraftField):
    """A threshold: the sign that compares, and the number; without a sign there is none."""

    SIGNS = (("<", "<"), ("<=", "≤"), (">", ">"), (">=", "≥"))

    def __init__(self, path: str, name: str, none: str) -> None:
        """Call the absence of a threshold ``none``."""
        self._sign = ChoiceBox()
        self._line = QLineEdit()
        parts = row(gap=8)
        parts.addWidget(self._sign, 2)
        parts.addWidget(self._line, 1)
        both = QWidget()
        both.setLayout(parts)
        both.setFocusProxy(self._sign)
        super().__init__(path, name, both)
        self._sign.addItem(none, "")
        for value, text in self.SIGNS:
            self._sign.addItem(text, value)
        self._sign.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self._sign.setMinimumContentsLength(4)
        self._sign.setAccessibleName(name)
        self._line.setAccessibleName(name)
        self._line.setAlignment(Qt.AlignmentFlag.AlignRight)
        self._line.setMinimumWidth(theme.px(48))
        self._sign.activated.connect(self._choose_sign)
        self._line.textEdited.connect(self._tell)
        self._line.editingFinished.connect(self.finished)

    @property
    def sign(self) -> QComboBox:
        """The sign that compares."""
        return self._sign

    @property
    def line(self) -> QLineEdit:
        """The number."""
        return self._line

    def show_value(self, value: object) -> None:
        """Show what the draft holds; a number being typed is left alone."""
        text = "" if value is None else str(value).strip()
        if text == self._written():
            return
        sign = next((each for each in ("<=", ">=", "<", ">") if text.startswith(each)), "")
        with QSignalBlocker(self._sign), QSignalBlocker(self._line):
            self._sign.setCurrentIndex(self._sign.findData(sign))
            self._line.setText(_local(text.removeprefix(sign).strip()))
        self._line.setVisible(bool(sign))

    def tell(self, problem: str) -> None:
        """Say what is wrong, the number being marked; an empty text: nothing."""
        super().tell(problem)
        mark_invalid(self._line, bool(problem))

    def _written(self) -> str:
        sign = str(self._sign.currentData())
        return f"{sign} {_plain(self._line.text())}".strip() if sign else ""

    @Slot()
    def _choose_sign(self) -> None:
        self._line.setVisible(bool(self._sign.currentData()))
        self._tell()
        if self._sign.currentData() and not self._line.text():
            self._line.setFocus()
        else:
            self.finished.emit()

    @Slot()
    def _tell(self) -> None:
        self.edited.emit(self.path, self._written())


def _local(text: str) -> str:
    return text.replace(".", QLocale().decimalPoint())


def _plain(text: str) -> str:
    return text.strip().replace(QLocale().decimalPoint(), ".")

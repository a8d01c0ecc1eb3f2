"""Fields bound to a place of a draft: each knows its path, tells what was typed, and shows what is wrong with it."""

from collections.abc import Sequence

from PySide6.QtCore import QLocale, QSignalBlocker, Qt, Signal, Slot
from PySide6.QtWidgets import QComboBox, QLineEdit, QWidget

from jury_desk.ui import theme
from jury_desk.ui.widgets.form import Field


class DraftField(Field):
    """A named field over a path of the draft.

    Signals:
        edited: the path and what now stands in the field; with every keystroke.
        finished: the field is done with for now.
    """

    edited = Signal(str, str)
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
        shown = text.replace(".", QLocale().decimalPoint()) if self._figures else text
        if not self._line.hasFocus() or self.plain() != text:
            with QSignalBlocker(self._line):
                self._line.setText(shown)

    def plain(self) -> str:
        """What is typed, numbers with a decimal point."""
        text = self._line.text().strip() if self._figures else self._line.text()
        return text.replace(QLocale().decimalPoint(), ".") if self._figures else text

    @Slot()
    def _tell(self) -> None:
        self.edited.emit(self.path, self.plain())


class ChoiceField(DraftField):
    """One of several words, each with its sentence."""

    def __init__(self, path: str, name: str, choices: Sequence[tuple[str, str]], remark: str = "") -> None:
        self._box = QComboBox()
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
        at = self._box.findData("" if value is None else str(value))
        with QSignalBlocker(self._box):
            self._box.setCurrentIndex(max(at, 0))

    @Slot()
    def _tell(self) -> None:
        self.edited.emit(self.path, str(self._box.currentData()))
        self.finished.emit()

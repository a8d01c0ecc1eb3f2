"""What stands under a grid of marks: a sentence on the current cell, the reason of a sheet that is out, the keys."""

from PySide6.QtCore import QRect, Qt, Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QLineEdit, QSizePolicy, QWidget

from jury_desk.ui import theme
from jury_desk.ui.widgets.buttons import link
from jury_desk.ui.widgets.card import column, row
from jury_desk.ui.widgets.elided import Elided
from jury_desk.ui.widgets.text import Text

_ROOM_FOR_ONE_LINE = 640
_GAP = 4
_LIMITLESS = 10_000


class GridFoot(QWidget):
    """One sentence at a time; a long one takes the place of the keys, so that nothing moves.

    Attributes:
        line: the sentence.
        reason: why a sheet that owes nothing does not, where the cursor stands on one.
        freeze: the way to the rules.

    Signals:
        freeze_requested: the chair wants to go where the rules are frozen.
    """

    freeze_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._frozen = True
        self._said = ("", "", "")
        self.line = Text(ink="muted")
        self.line.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
        self.line.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.reason = QLineEdit()
        self.reason.setPlaceholderText(self.tr("Reason, printed in the minutes"))
        self.reason.setAccessibleName(self.tr("Reason"))
        self.reason.hide()
        self._keys = Elided("", "small", ink="muted")
        self._unfrozen = Text(self.tr("The rules are not frozen yet, and no mark is taken before."))
        self.freeze = link(self.tr("Go and freeze them ›"))
        self.freeze.clicked.connect(self._ask_to_freeze)
        self._lay_out()

    def _lay_out(self) -> None:
        line = row(gap=8)
        line.addWidget(self.line, 1)
        line.addWidget(self.reason, 1)
        whole = column(gap=_GAP)
        whole.addLayout(line)
        whole.addWidget(self._keys)
        whole.addWidget(self._unfrozen)
        whole.addWidget(self.freeze, 0, Qt.AlignmentFlag.AlignLeft)
        self.setLayout(whole)

    def set_frozen(self, frozen: bool) -> None:
        """Say how marks are typed, or why none can be."""
        self._frozen = frozen
        self.line.setVisible(frozen)
        self._unfrozen.setVisible(not frozen)
        self.freeze.setVisible(not frozen)
        self._fit()

    def show_keys(self, text: str) -> None:
        """Say which keys there are."""
        self._keys.set_text(text)

    def say(self, sentence: str, ink: str = "text", *, remark: str = "") -> None:
        """Say something else than before.

        Args:
            sentence: what is said.
            ink: the token of its colour.
            remark: what there is to know beside it, for who points at it.
        """
        if (sentence, ink, remark) == self._said:
            return
        self._said = sentence, ink, remark
        self.line.set_ink(ink)
        self.line.setText(sentence)
        self.line.setToolTip(remark)
        self._fit()

    def _fit(self) -> None:
        metrics, one = self.line.fontMetrics(), self.line.fontMetrics().lineSpacing() + theme.px(2)
        if self.width() < theme.px(_ROOM_FOR_ONE_LINE):
            self.line.setFixedHeight(one + metrics.lineSpacing())
            self._keys.setVisible(self._frozen)
            return
        room, beside = QRect(0, 0, self.line.width(), _LIMITLESS), not self.reason.isHidden()
        # The field is higher than a line: it, too, takes the place of the keys.
        broken = beside or metrics.boundingRect(room, int(Qt.TextFlag.TextWordWrap), self.line.text()).height() > one
        self.line.setFixedHeight(one + _GAP + self._keys.sizeHint().height() if broken else one)
        self.line.setAlignment(Qt.AlignmentFlag.AlignVCenter if beside else Qt.AlignmentFlag.AlignTop)
        self._keys.setVisible(self._frozen and not broken)

    @Slot()
    def _ask_to_freeze(self) -> None:
        self.freeze_requested.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The sentence keeps its room (Qt)."""
        super().resizeEvent(event)
        self._fit()

"""Whose view of the ranking is shown, and who takes no part while the chosen project is discussed."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QSignalBlocker, Qt, Signal, Slot
from PySide6.QtWidgets import QComboBox, QFrame, QWidget

from jury_desk.services.hiding import SetApart
from jury_desk.ui import theme
from jury_desk.ui.widgets.buttons import secondary
from jury_desk.ui.widgets.card import column, row
from jury_desk.ui.widgets.choice_box import ChoiceBox
from jury_desk.ui.widgets.text import Text

_EVERYTHING = ""
_JOINT = "\n"
"""Between the ids of several jurors: no id has a line break."""


class ViewChoice(ChoiceBox):
    """The chair's view, that of a juror from whom something is hidden, or what all of these may see.

    Signals:
        viewers_chosen: the ids of those whose view it is; none for the chair.
    """

    viewers_chosen = Signal(tuple)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(self.tr("Whose view of the ranking"))
        self.setToolTip(self.tr("For a screen that the jury can see: nothing shows of what a juror is recused from"))
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self.setMinimumContentsLength(8)
        self.activated.connect(self._choose)
        self.hide()

    def offer(self, names: Mapping[str, str], chosen: Sequence[str]) -> None:
        """Offer the views of these jurors; there is nothing to choose where nothing is hidden from anybody."""
        with QSignalBlocker(self):
            self.clear()
            self.addItem(self.tr("View of the chair"), _EVERYTHING)
            for juror, name in names.items():
                self.addItem(self.tr("View of {name}").format(name=name), juror)
            if len(names) > 1:
                self.addItem(self.tr("View without any recusal"), _JOINT.join(names))
            if chosen and self.findData(_JOINT.join(chosen)) < 0:
                together = ", ".join(names[each] for each in chosen if each in names)
                self.addItem(self.tr("View of {name}").format(name=together), _JOINT.join(chosen))
            self.setCurrentIndex(max(0, self.findData(_JOINT.join(chosen))))
        self.setVisible(bool(names))

    @Slot()
    def _choose(self) -> None:
        self.viewers_chosen.emit(tuple(filter(None, str(self.currentData()).split(_JOINT))))


class ViewStrip(QFrame):
    """A strip that is there when somebody is set apart from the chosen project, or when projects are hidden.

    Signals:
        turned: its button was pressed: hide what those set apart must not see, or come back to the chair's view.
    """

    turned = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "strip")
        self.text = Text()
        self.remark = Text("", "small", ink="muted")
        self.turn = secondary("")
        self.turn.clicked.connect(self.turned)
        words = column(gap=2)
        words.addWidget(self.text)
        words.addWidget(self.remark)
        layout = row(gap=12)
        layout.setContentsMargins(theme.gap(12), theme.gap(4), theme.gap(8), theme.gap(6))
        layout.addLayout(words, 1)
        layout.addWidget(self.turn, 0, Qt.AlignmentFlag.AlignVCenter)
        self.setLayout(layout)
        self.hide()

    def tell_apart(self, title: str, apart: Sequence[SetApart]) -> None:
        """Say who takes no part while this project is discussed; nobody: nothing."""
        sentences = [self._sentence(title, each) for each in apart]
        self.text.setText("\n".join(sentences))
        self.remark.setText("")
        self.turn.setText(self.tr("Hide this project"))
        self._show(bool(sentences))

    def tell_view(self, names: Sequence[str], titles: Sequence[str]) -> None:
        """Say what is hidden, and from whom."""
        self.text.setText(
            self.tr("View of {names}: nothing is shown of {titles}.").format(
                names=", ".join(names), titles=", ".join(titles)
            )
        )
        self.remark.setText(
            self.tr(
                "The others are ranked among themselves, without line or decision. Only this page hides; the acts of "
                "the jury wait for the view of the chair."
            )
        )
        self.turn.setText(self.tr("Back to the chair’s view"))
        self._show(True)

    def _show(self, shown: bool) -> None:
        self.remark.setVisible(bool(self.remark.text()))
        self.setAccessibleName(self.text.text())
        self.setVisible(shown)

    def _sentence(self, title: str, each: SetApart) -> str:
        if each.pending:
            words = self.tr("{name}: the chair has still to rule on a link with “{title}”.")
        elif each.leaves:
            words = self.tr("{name} leaves the room while “{title}” is discussed.")
        else:
            words = self.tr("{name} takes no part while “{title}” is discussed: neither mark nor vote.")
        told = f"!  {words.format(name=each.name, title=title)}"
        if not each.reason:
            return told
        reason = self.tr("Recused: {reason}.").format(reason=each.reason)
        return f"{told} {reason}"

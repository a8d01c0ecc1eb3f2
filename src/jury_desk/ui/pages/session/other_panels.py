"""What the desk asks beside times: a reason, a place, a draw, a sentence for the room."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from jury_desk.ui import theme
from jury_desk.ui.widgets.card import row
from jury_desk.ui.widgets.form import Field, line
from jury_desk.ui.widgets.inline_panel import InlinePanel, ReasonField
from jury_desk.ui.widgets.text import Text, muted


class ReasonPanel(InlinePanel):
    """A reason, and nothing else: closing with passages left, reopening, a place changed after the draw."""

    def __init__(
        self,
        title: str,
        act: str,
        *,
        remark: str = "",
        usual: Sequence[str] = (),
        needed: bool = True,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.ask(title, act)
        self.reason = ReasonField(self.tr("Reason"), usual)
        if not needed:
            self.reason.hide()
        if remark:
            self.content.addWidget(Text(remark))
        self.content.addWidget(self.reason)
        self.confirm_by(self.reason.line)

    def first_field(self) -> QWidget:
        """The reason, where there is one to give."""
        return self.reason.line if self.reason.isVisibleTo(self) else self.act


class PlacePanel(InlinePanel):
    """Another place in the running order, typed; with its reason once the order is fixed."""

    def __init__(self, project: str, place: int, last: int, *, fixed: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.ask(self.tr("Place of “{project}” in the running order").format(project=project), self.tr("Move"))
        self._last = last
        self.line = line(str(place))
        self.line.setMaximumWidth(theme.px(64))
        self.field = Field(self.tr("Place (1 to {last})").format(last=last), self.line)
        self.reason = ReasonField(self.tr("Reason for changing the order"))
        if not fixed:
            self.reason.hide()
        fields = row(gap=12)
        fields.addWidget(self.field, 0, Qt.AlignmentFlag.AlignTop)
        fields.addWidget(self.reason, 1)
        if not fixed:
            fields.addStretch(1)
        self.content.addLayout(fields)
        self.confirm_by(self.line)
        self.confirm_by(self.reason.line)

    @property
    def place(self) -> int | None:
        """The place typed, from 1; what is wrong with it is said under the field."""
        text = self.line.text().strip()
        found = int(text) if text.isdecimal() and 1 <= int(text) <= self._last else None
        self.field.tell("" if found else self.tr("A number from 1 to {last}").format(last=self._last))
        return found

    def first_field(self) -> QWidget:
        """The place."""
        self.line.selectAll()
        return self.line


class DrawPanel(InlinePanel):
    """A draw by lot before a witness; drawn again only with a reason."""

    def __init__(self, seed: str, *, again: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.ask(self.tr("Draw the running order by lot"), self.tr("Draw"))
        self.witness = line()
        self.seed = line(seed)
        self.reason = ReasonField(self.tr("Reason for drawing again"))
        if not again:
            self.reason.hide()
        fields = row(gap=12)
        fields.addWidget(Field(self.tr("Witness"), self.witness), 1)
        fields.addWidget(Field(self.tr("Seed"), self.seed), 1)
        self.content.addLayout(fields)
        self.content.addWidget(self.reason)
        self.content.addWidget(muted(self.tr("The seed is kept: with it, anybody can do the same draw again.")))
        for field in (self.witness, self.seed, self.reason.line):
            self.confirm_by(field)

    def first_field(self) -> QWidget:
        """The witness."""
        return self.witness


class MessagePanel(InlinePanel):
    """A sentence for the room, in the place of the names."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.ask(self.tr("Message for the room"), self.tr("Show"))
        self.message = ReasonField(
            self.tr("Sentence"),
            (
                self.tr("The jury is back in a few minutes"),
                self.tr("The session will go on shortly"),
                self.tr("Please be quiet during the talks"),
            ),
        )
        self.message.line.setMaxLength(120)
        self.content.addWidget(self.message)
        self.confirm_by(self.message.line)

    def first_field(self) -> QWidget:
        """The sentence."""
        return self.message.line

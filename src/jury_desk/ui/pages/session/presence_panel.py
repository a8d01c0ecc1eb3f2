"""Who is in the room: each member of the panel, set as they come and go."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from jury_desk.domain.jury import Juror, Member, Presence
from jury_desk.ui.models.jury import presence_word
from jury_desk.ui.widgets.field_grid import FieldGrid
from jury_desk.ui.widgets.form import Field
from jury_desk.ui.widgets.inline_panel import InlinePanel
from jury_desk.ui.widgets.pick_box import PickBox
from jury_desk.ui.widgets.text import muted


class PresencePanel(InlinePanel):
    """One field for each member; what is chosen there is an act, and the journal has its hour."""

    def __init__(
        self,
        seats: Sequence[tuple[Member, Juror]],
        seat: Callable[[str, Presence], object],
        parent: QWidget | None = None,
    ) -> None:
        """``seat`` takes the id of the juror whose presence has changed, and what it is now."""
        super().__init__(parent)
        self.ask(self.tr("Who is there"), self.tr("Done"))
        self._seat = seat
        self.boxes: dict[str, PickBox] = {}
        fields: list[QWidget] = []
        for member, juror in seats:
            box = PickBox()
            for presence in Presence:
                box.addItem(presence_word(presence), presence)
            box.begin_at(member.presence)
            box.picked.connect(partial(self._set, juror.id, box))
            self.boxes[juror.id] = box
            fields.append(Field(f"{juror.id}  {juror.name}", box))
        self.content.addWidget(FieldGrid(fields))
        self.content.addWidget(muted(self.tr("Each change is written with its hour.")))
        self.out.hide()

    def first_field(self) -> QWidget:
        """The first member."""
        return next(iter(self.boxes.values()), self.act)

    def follow(self, seats: Sequence[tuple[Member, Juror]]) -> None:
        """Show what was noted, or taken back, elsewhere; a choice that does not count yet is left alone."""
        for member, _ in seats:
            box = self.boxes.get(member.juror)
            if box is not None and not box.pending:
                box.begin_at(member.presence)

    @Slot()
    def _set(self, juror: str, box: PickBox) -> None:
        self._seat(juror, Presence(box.currentData()))

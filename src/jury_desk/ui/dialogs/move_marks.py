"""Marks put under the wrong juror or project, and where they belong."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from jury_desk.domain.candidacy import Candidacy
from jury_desk.domain.jury import Juror, Voice
from jury_desk.domain.records import Records
from jury_desk.domain.scoring import RecordedMark
from jury_desk.services.preparation import entries, panel
from jury_desk.services.scoring import sheet_of
from jury_desk.services.settling import SheetPlace
from jury_desk.ui.dialogs.frame import Dialog
from jury_desk.ui.widgets.buttons import primary, secondary
from jury_desk.ui.widgets.choice_box import ChoiceBox
from jury_desk.ui.widgets.form import Field, line
from jury_desk.ui.widgets.text import Text

SHEET, CANDIDACY, JUROR = "sheet", "candidacy", "juror"
"""What is moved: one sheet, all sheets on a candidacy, all sheets of a juror."""


class MoveMarksDialog(Dialog):
    """What is to be moved, and to whom or to what; marks already there come back in exchange.

    Signals:
        moves_confirmed: the moves, from :class:`SheetPlace` to :class:`SheetPlace`, and the reason.
    """

    moves_confirmed = Signal(object, str)

    def __init__(self, records: Records, stage: str, place: SheetPlace, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent, width=560)
        self._records, self._stage, self._place = records, stage, place
        title = records.need(Candidacy, place.candidacy).title
        juror = records.need(Juror, place.juror).name
        self.set_title(
            self.tr("Move marks"),
            self.tr("They were typed on « {title} », by {juror}.").format(title=title, juror=juror),
        )
        self._jurors = [each.id for member, each in panel(records, stage) if member.voice is not Voice.NONE]
        self._candidacies = [entry.candidacy for entry in entries(records, stage)]
        self.what = ChoiceBox()
        self.juror = ChoiceBox()
        self.candidacy = ChoiceBox()
        self.reason = line(placeholder=self.tr("A sheet is declared final: why it moves"))
        self.effect = Text("", bold=True)
        self.go = primary(self.tr("Move"))
        self._fill(title, juror)
        self._lay_out()
        self._show_effect()

    def _fill(self, title: str, juror: str) -> None:
        self.what.addItem(self.tr("This sheet alone"), SHEET)
        self.what.addItem(self.tr("Every juror's marks on « {title} »").format(title=title), CANDIDACY)
        self.what.addItem(self.tr("All the marks of {juror}").format(juror=juror), JUROR)
        for each in self._jurors:
            self.juror.addItem(self._records.need(Juror, each).name, each)
        for number, each in enumerate(self._candidacies, 1):
            self.candidacy.addItem(f"{number}   {self._records.need(Candidacy, each).title}", each)
        self.juror.setCurrentIndex(max(0, self.juror.findData(self._place.juror)))
        self.candidacy.setCurrentIndex(max(0, self.candidacy.findData(self._place.candidacy)))

    def _lay_out(self) -> None:
        self._to_juror = Field(self.tr("They belong to"), self.juror)
        self._to_candidacy = Field(self.tr("On the project"), self.candidacy)
        self._why = Field(self.tr("Reason"), self.reason)
        for part in (
            Field(self.tr("What moves"), self.what),
            self._to_juror,
            self._to_candidacy,
            self._why,
            self.effect,
        ):
            self.body.addWidget(part)
        cancel = secondary(self.tr("Leave them"))
        self.buttons.addWidget(cancel)
        self.buttons.addWidget(self.go)
        cancel.clicked.connect(self.reject)
        self.go.clicked.connect(self._confirm)
        for choice in (self.what, self.juror, self.candidacy):
            choice.currentIndexChanged.connect(self._show_effect)
        self.reason.textChanged.connect(self._show_effect)

    @property
    def moves(self) -> dict[SheetPlace, SheetPlace]:
        """From where to where, as it is chosen now."""
        juror, candidacy = str(self.juror.currentData()), str(self.candidacy.currentData())
        match self.what.currentData():
            case "candidacy":
                wanted = {SheetPlace(self._place.candidacy, each): SheetPlace(candidacy, each) for each in self._jurors}
            case "juror":
                wanted = {SheetPlace(each, self._place.juror): SheetPlace(each, juror) for each in self._candidacies}
            case _:
                wanted = {self._place: SheetPlace(candidacy, juror)}
        return {source: target for source, target in wanted.items() if source != target}

    @Slot()
    def _show_effect(self) -> None:
        what, moves = self.what.currentData(), self.moves
        self._to_juror.setVisible(what != CANDIDACY)
        self._to_candidacy.setVisible(what != JUROR)
        moved = sum(self._marks(each) for each in moves)
        back = sum(self._marks(each) for each in moves.values())
        final = any(
            sheet_of(self._records, self._stage, *_key(each)).settled for pair in moves.items() for each in pair
        )
        self._why.setVisible(final)
        if not moves:
            self.effect.setText(self.tr("Choose where they belong."))
        else:
            told = self.tr("%n mark(s) move", "", moved)
            exchanged = self.tr("%n mark(s) already there come back in exchange", "", back)
            self.effect.setText(f"{told}, {exchanged}." if back else f"{told}.")
        self.go.setEnabled(bool(moves) and moved + back > 0 and (not final or bool(self.reason.text().strip())))

    def _marks(self, place: SheetPlace) -> int:
        found = self._records.within(RecordedMark, self._stage, place.candidacy)
        return sum(each.juror == place.juror for each in found)

    @Slot()
    def _confirm(self) -> None:
        self.accept()
        self.moves_confirmed.emit(self.moves, self.reason.text().strip())


def _key(place: SheetPlace) -> tuple[str, str]:
    return place.candidacy, place.juror

"""A new edition: what it is called, who holds it, where."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from jury_desk.domain.edition import Edition
from jury_desk.ui.dialogs.frame import Dialog
from jury_desk.ui.widgets.buttons import primary, secondary
from jury_desk.ui.widgets.form import Field, line


class NewEditionDialog(Dialog):
    """Three fields, of which the first is needed.

    Signals:
        edition_described: the :class:`Edition` to begin.
    """

    edition_described = Signal(object)

    def __init__(self, language: str, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent, width=480)
        self.set_title(
            self.tr("New edition"),
            self.tr("It begins with the six stages of the path; their names and dates can be changed at any time."),
        )
        self._language = language
        self.title = Field(self.tr("Title"), line("", self.tr("For instance: 2026 edition")))
        self.organisation = Field(self.tr("Organisation"), line("", self.tr("For instance: Région Hauts-de-France")))
        self.place = Field(self.tr("Place"), line("", self.tr("For instance: Lille")))
        for field in (self.title, self.organisation, self.place):
            self.body.addWidget(field)
        self.body.addStretch(1)
        cancel = secondary(self.tr("Cancel"))
        self.go_on = primary(self.tr("Choose where to keep it…"))
        self.go_on.setDefault(True)
        self.buttons.addWidget(cancel)
        self.buttons.addWidget(self.go_on)
        cancel.clicked.connect(self.reject)
        self.go_on.clicked.connect(self._describe)

    @Slot()
    def _describe(self) -> None:
        edition = Edition(
            title=_text(self.title),
            organisation=_text(self.organisation),
            place=_text(self.place),
            language=self._language,
        )
        if not edition.title:
            self.title.tell(self.tr("An edition needs a title."))
            self.title.field.setFocus()
            return
        self.accept()
        self.edition_described.emit(edition)


def _text(field: Field) -> str:
    return str(field.field.property("text")).strip()

"""The settings of the window, for when no edition is open."""

from PySide6.QtWidgets import QWidget

from jury_desk.ui.dialogs.frame import Dialog
from jury_desk.ui.settings import SCALE_STEPS, Settings
from jury_desk.ui.widgets.buttons import primary
from jury_desk.ui.widgets.display_form import DisplayForm


class PreferencesDialog(Dialog):
    """Language, colours and type size; :attr:`form` tells each choice as it is made."""

    def __init__(self, settings: Settings, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent, width=420)
        self.set_title(self.tr("Settings"))
        self.form = DisplayForm(settings.language, settings.scheme, settings.scale, SCALE_STEPS)
        self.body.addWidget(self.form)
        self.body.addStretch(1)
        done = primary(self.tr("Done"))
        done.clicked.connect(self.accept)
        self.buttons.addWidget(done)

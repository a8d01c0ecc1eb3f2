"""A short list of documents, as high as its rows."""

from PySide6.QtCore import QAbstractItemModel, Qt
from PySide6.QtWidgets import QWidget

from jury_desk.ui.widgets.choice_delegate import ChoiceDelegate
from jury_desk.ui.widgets.editing_table import EditingTable

_NO_CHOICES = int(Qt.ItemDataRole.UserRole) + 9


class DocumentList(EditingTable):
    """The list; the first column takes the width that is left."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(name, parent)
        self.setItemDelegate(ChoiceDelegate(_NO_CHOICES, self))
        self.set_row_height(40)

    def setModel(self, model: QAbstractItemModel | None) -> None:
        """Follow the number of documents (Qt)."""
        super().setModel(model)
        if model is not None:
            self.stretch_column(0)
            model.modelReset.connect(self.fit_rows)

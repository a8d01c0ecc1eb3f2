"""The files opened last, for the list of the welcome page."""

from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from jury_desk.ui.settings import RecentFile

FILE_ROLE = Qt.ItemDataRole.UserRole + 1
Index = QModelIndex | QPersistentModelIndex


class RecentModel(QAbstractListModel):
    """Recent files; one that is no longer there is listed but cannot be chosen."""

    def __init__(self, files: list[RecentFile], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._files = [(file, file.exists) for file in files]

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        """How many files there are (Qt)."""
        return 0 if parent.isValid() else len(self._files)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """What a line shows and says (Qt)."""
        if not (index.isValid() and 0 <= index.row() < len(self._files)):
            return None
        file, exists = self._files[index.row()]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return file.title or file.path
            case Qt.ItemDataRole.ToolTipRole:
                return file.path
            case Qt.ItemDataRole.AccessibleTextRole:
                missing = "" if exists else self.tr("missing")
                return ", ".join(part for part in (file.title, file.standing, file.path, missing) if part)
            case _ if role == FILE_ROLE:
                return file
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        """A missing file is greyed (Qt)."""
        if not (index.isValid() and 0 <= index.row() < len(self._files)) or not self._files[index.row()][1]:
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable

"""The documents of a stage, each with its state in a word."""

from dataclasses import dataclass
from enum import StrEnum

from PySide6.QtCore import QObject

from jury_desk.ui.models.table_model import Column, TableModel

_SIGNS = {"ready": "○", "current": "✓", "outdated": "!", "provisional": "…"}
_INKS = {"ready": "muted", "current": "good", "outdated": "attention", "provisional": "attention"}


class DocumentState(StrEnum):
    """Where a document stands: not exported yet, exported as things are, exported before they changed, provisional."""

    READY = "ready"
    CURRENT = "current"
    OUTDATED = "outdated"
    PROVISIONAL = "provisional"


@dataclass(frozen=True, slots=True)
class DocumentLine:
    """One document: its id, its name, the name of its file, its state."""

    id: str
    name: str
    file: str
    state: DocumentState


class DocumentsModel(TableModel[DocumentLine]):
    """One row per document."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__((), parent)
        self.set_columns(
            (
                Column(self.tr("Document"), lambda row: row.name, bold=True, tip=lambda row: row.file),
                Column(self.tr("State"), self._state, ink=lambda row: _INKS[row.state]),
            )
        )

    def _state(self, row: DocumentLine) -> str:
        words = {
            DocumentState.READY: self.tr("ready"),
            DocumentState.CURRENT: self.tr("up to date"),
            DocumentState.OUTDATED: self.tr("to be made again"),
            DocumentState.PROVISIONAL: self.tr("provisional"),
        }
        return f"{_SIGNS[row.state]}  {words[row.state]}"

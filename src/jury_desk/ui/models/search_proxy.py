"""Sorts a described table as people do, and keeps the rows that hold every word typed."""

import unicodedata
from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QCollator, QModelIndex, QObject, QPersistentModelIndex, QSortFilterProxyModel

from jury_desk.ui.models.table_model import OBJECT_ROLE, RAW_ROLE

Index = QModelIndex | QPersistentModelIndex


class SearchProxy(QSortFilterProxyModel):
    """Élan stands among e, Projet 2 before Projet 10; ``texts`` gives all the text in which a row is searched."""

    def __init__(self, texts: Callable[[Any], str], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.setSortRole(RAW_ROLE)
        self._texts = texts
        self._collator = QCollator()
        self._collator.setNumericMode(True)
        self._words: list[str] = []

    def search(self, typed: str) -> None:
        """Keep the rows that hold every word of ``typed``, accents and case aside."""
        self.beginFilterChange()
        self._words = plain(typed).split()
        self.endFilterChange(QSortFilterProxyModel.Direction.Rows)

    def filterAcceptsRow(self, source_row: int, source_parent: Index) -> bool:
        """Whether a row holds every word (Qt)."""
        if not self._words:
            return True
        content = plain(self._texts(self.sourceModel().index(source_row, 0, source_parent).data(OBJECT_ROLE)))
        return all(word in content for word in self._words)

    def lessThan(self, source_left: Index, source_right: Index) -> bool:
        """Texts by the rules of the language, other keys by their value (Qt)."""
        left, right = source_left.data(RAW_ROLE), source_right.data(RAW_ROLE)
        if isinstance(left, str) and isinstance(right, str):
            return self._collator.compare(left, right) < 0
        return bool(left < right)


def plain(text: str) -> str:
    """``text`` without case or accents, for searching."""
    parts = unicodedata.normalize("NFD", text.casefold())
    return "".join(letter for letter in parts if not unicodedata.combining(letter))

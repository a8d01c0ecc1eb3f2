"""Blocks of cells as spreadsheets put them on the clipboard: tab-separated, cells with line breaks quoted."""

import csv
import io
from collections.abc import Sequence

from PySide6.QtCore import QAbstractItemModel, QModelIndex, Qt


def parse_block(text: str) -> list[list[str]]:
    """The cells of a copied block, line by line; whatever ends the lines on the system it was copied on."""
    return [list(line) for line in csv.reader(io.StringIO(text, newline=""), delimiter="\t")]


def block_text(model: QAbstractItemModel, indexes: Sequence[QModelIndex], *, with_headers: bool = False) -> str:
    """The cells of a selection as a spreadsheet takes them: numbers as they are typed in the window's language."""
    if not indexes:
        return ""
    rows = sorted({index.row() for index in indexes})
    columns = sorted({index.column() for index in indexes})
    lines = [[_cell_text(model.index(row, column)) for column in columns] for row in rows]
    if with_headers:
        header = Qt.Orientation.Horizontal
        titles = [str(model.headerData(column, header)).partition("\n")[0] for column in columns]
        names = [str(model.headerData(row, Qt.Orientation.Vertical)) for row in rows]
        lines = [["", *titles], *([name, *line] for name, line in zip(names, lines, strict=True))]
    target = io.StringIO()
    csv.writer(target, delimiter="\t", lineterminator="\n").writerows(lines)
    return target.getvalue()


def _cell_text(index: QModelIndex) -> str:
    """The mark of a cell, nothing for one without; what it shows where no mark belongs."""
    typed = index.data(Qt.ItemDataRole.EditRole)
    if typed or index.flags() & Qt.ItemFlag.ItemIsEditable:
        return str(typed or "")
    return str(index.data() or "")

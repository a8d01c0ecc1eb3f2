"""The frozen versions of the rules, and what differs between any two of them, side by side."""

from collections.abc import Iterator, Sequence
from datetime import tzinfo

from PySide6.QtCore import QSignalBlocker, Qt, Slot
from PySide6.QtWidgets import QGridLayout, QWidget

from jury_desk.domain.edition import RulesVersion
from jury_desk.services.amendments import version_changes
from jury_desk.services.preparation import rules_of
from jury_desk.services.rules_words import ChangeLine, change_lines
from jury_desk.ui import theme
from jury_desk.ui.widgets.card import Card, column
from jury_desk.ui.widgets.choice_box import ChoiceBox
from jury_desk.ui.widgets.dates import moment_text
from jury_desk.ui.widgets.flow import FlowLayout
from jury_desk.ui.widgets.text import Text, caption, muted

_SHORT_PRINT = 8


class ChangeTable(QWidget):
    """Differences as three columns: where, what stood there, what stands there now."""

    def __init__(self, before: str, after: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown: tuple[object, ...] = ()
        self._heads = ("", before, after)
        self._grid = QWidget()
        self._layout = column(gap=0)
        self._layout.addWidget(self._grid)
        self.setLayout(self._layout)
        self.hide()

    def set_heads(self, before: str, after: str) -> None:
        """Call the two sides otherwise."""
        self._heads = ("", before, after)

    def show_lines(self, lines: Sequence[ChangeLine]) -> None:
        """Show these; nothing at all for none."""
        state = (self._heads, *lines)
        if state == self._shown:
            return
        self._shown = state
        self._layout.removeWidget(self._grid)
        self._grid.hide()
        self._grid.deleteLater()
        self._grid = QWidget()
        grid = QGridLayout(self._grid)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(theme.px(16))
        grid.setVerticalSpacing(theme.px(6))
        for at, head in enumerate(self._heads):
            grid.addWidget(caption(head[:1].upper() + head[1:]), 0, at)
            grid.setColumnStretch(at, 4 if at == 0 else 3)
        for number, change in enumerate(lines, 1):
            for at, words in enumerate((change.what, change.before, change.after)):
                cell = Text(words, ink="muted" if at == 1 else "text", bold=at == len(self._heads) - 1)
                grid.addWidget(cell, number, at, Qt.AlignmentFlag.AlignTop)
        self._layout.addWidget(self._grid)
        self.setVisible(bool(lines))

    @property
    def lines(self) -> list[ChangeLine]:
        """What it shows."""
        return [each for each in self._shown if isinstance(each, ChangeLine)]


class VersionsCard(Card):
    """Every frozen version with its date, author, reason and fingerprint; two of them compared."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, padding=24, gap=16)
        self._versions: tuple[RulesVersion, ...] = ()
        self._language = ""
        self._zone: tzinfo | None = None
        self._names: dict[str, str] = {}
        self.former = ChoiceBox()
        self.newer = ChoiceBox()
        self.former.setAccessibleName(self.tr("Version to compare"))
        self.newer.setAccessibleName(self.tr("Version to compare it with"))
        self.changes = ChangeTable("", "")
        self.same = muted(self.tr("The two say the same."))
        self._list = QWidget()
        self._comparison = QWidget()
        self._build()
        self.former.activated.connect(self._compare)
        self.newer.activated.connect(self._compare)

    def _build(self) -> None:
        self.body.addWidget(Text(self.tr("Versions"), "emphasis", bold=True))
        self.body.addWidget(self._list)
        choice = QWidget()
        flow = FlowLayout(choice, gap=8)
        flow.addWidget(Text(self.tr("What changed from"), wrap=False))
        flow.addWidget(self.former)
        flow.addWidget(Text(self.tr("to"), wrap=False))
        flow.addWidget(self.newer)
        comparison = column(gap=12)
        comparison.addWidget(choice)
        comparison.addWidget(self.changes)
        comparison.addWidget(self.same)
        self._comparison.setLayout(comparison)
        self.body.addWidget(self._comparison)

    def show_versions(
        self, versions: Sequence[RulesVersion], language: str, names: dict[str, str], zone: tzinfo | None
    ) -> None:
        """Show these with the hours of a zone, the first one first; the last two are compared."""
        self._names = names
        if (tuple(versions), language, zone) == (self._versions, self._language, self._zone):
            return
        self._versions, self._language, self._zone = tuple(versions), language, zone
        self._show_list()
        for box in (self.former, self.newer):
            with QSignalBlocker(box):
                box.clear()
                for each in versions:
                    box.addItem(self._name(each), each.version)
        last = len(versions) - 1
        self.former.setCurrentIndex(max(0, last - 1))
        self.newer.setCurrentIndex(last)
        self._comparison.setVisible(last > 0)
        if last > 0:
            self._compare()

    def _show_list(self) -> None:
        self.body.removeWidget(self._list)
        self._list.hide()
        self._list.deleteLater()
        self._list = QWidget()
        grid = QGridLayout(self._list)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(theme.px(16))
        grid.setVerticalSpacing(theme.px(8))
        grid.setColumnStretch(1, 1)
        for at, each in enumerate(reversed(self._versions)):
            told = Text("\n".join(filter(None, (" · ".join(self._facts(each)), each.reason))))
            told.setToolTip(each.fingerprint)
            told.setAccessibleDescription(each.fingerprint)
            name = Text(self._name(each), bold=at == 0, wrap=False)
            grid.addWidget(name, at, 0, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(told, at, 1, Qt.AlignmentFlag.AlignTop)
        self.body.insertWidget(1, self._list)

    def _facts(self, version: RulesVersion) -> Iterator[str]:
        yield self.tr("frozen on {date}").format(date=moment_text(version.frozen_at, self._zone))
        if version.author:
            yield version.author
        yield self.tr("fingerprint {fingerprint}…").format(fingerprint=version.fingerprint[:_SHORT_PRINT])

    def _name(self, version: RulesVersion) -> str:
        return self.tr("Version {number}").format(number=version.version)

    @Slot()
    def _compare(self) -> None:
        versions = {each.version: each for each in self._versions}
        former, newer = versions[self.former.currentData()], versions[self.newer.currentData()]
        changes = version_changes(former, newer)
        lines = change_lines(rules_of(former), rules_of(newer), changes, self._language, self._names)
        self.changes.set_heads(self._name(former), self._name(newer))
        self.changes.show_lines(lines)
        self.same.setVisible(not lines)

"""The page: an index at the left, the four sections one under the other at the right."""

from functools import partial

from PySide6.QtCore import QObject, Qt, QTimer, Slot
from PySide6.QtGui import QHideEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QApplication, QFrame, QScrollArea, QWidget

from jury_desk.ui import theme
from jury_desk.ui.operations import Operations
from jury_desk.ui.pages.prepare.draft import RulesDraft
from jury_desk.ui.pages.prepare.jury import JurySection
from jury_desk.ui.pages.prepare.passages import PassagesSection
from jury_desk.ui.pages.prepare.rules import RulesSection
from jury_desk.ui.pages.prepare.timing import TimingSection
from jury_desk.ui.widgets.card import column, row
from jury_desk.ui.widgets.editing_table import EditingTable
from jury_desk.ui.widgets.reading_order import first_stop
from jury_desk.ui.widgets.section_index import SectionIndex
from jury_desk.ui.widgets.stage_page import StagePage, page_margins

FREEZE = "freeze"
"""The button of that name, at the end of the rules."""
_INDEX_WIDTH = 168
_TEXT_WIDTH = 940
_ROOM_FOR_INDEX = 760


class PreparePage(StagePage):
    """Everything that has to be said before the session."""

    def __init__(self, operations: Operations, stage_id: str, parent: QWidget | None = None) -> None:
        super().__init__(operations, stage_id, parent)
        self.draft = RulesDraft(operations, stage_id, self)
        self.rules = RulesSection(operations, stage_id, self.draft)
        self.jury = JurySection(operations, stage_id)
        self.passages = PassagesSection(operations, stage_id)
        self.timing = TimingSection(self.draft)
        self._sections: dict[str, QWidget] = {
            "rules": self.rules,
            "jury": self.jury,
            "order": self.passages,
            "timing": self.timing,
        }
        self.index = SectionIndex(
            [
                ("rules", self.tr("Rules")),
                ("jury", self.tr("Jury")),
                ("order", self.tr("Order of passage")),
                ("timing", self.tr("Times")),
            ]
        )
        self._scroll = QScrollArea()
        self._wanted = ""
        self._build()
        self.index.section_chosen.connect(self.show_section)
        self._scroll.verticalScrollBar().valueChanged.connect(self._follow_scrolling)
        # At the next turn: what has just been made or shown has its place by then.
        self._sight = QTimer(self, singleShot=True, interval=0)
        self._sight.timeout.connect(self._bring_focus_into_sight)
        self.passages.count_changed.connect(self.timing.set_passages)
        self.passages.count_changed.connect(self.jury.refresh_recusals)
        self.timing.sound_tried.connect(self._ask_for_sound)
        self.rules.rules_frozen.connect(partial(self.show_section, "rules"))

    def _build(self) -> None:
        content = QWidget()
        sections = column(gap=32)
        sections.setContentsMargins(0, 0, theme.px(12), theme.px(24))
        for part in self._sections.values():
            part.setMaximumWidth(theme.px(_TEXT_WIDTH))
            sections.addWidget(part)
        sections.addStretch(1)
        content.setLayout(sections)
        self._scroll.setWidgetResizable(True)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setWidget(content)
        self._scroll.setMinimumHeight(theme.px(160))
        content.setAutoFillBackground(False)
        self._scroll.viewport().setAutoFillBackground(False)
        self.index.setFixedWidth(theme.px(_INDEX_WIDTH))
        self._parts = layout = row(gap=24)
        layout.setContentsMargins(*page_margins())
        layout.addWidget(self.index)
        layout.addWidget(self._scroll, 1)
        self.setLayout(layout)

    def refresh(self) -> None:
        """Read everything again from the records."""
        self.draft.load()
        self.jury.refresh()
        self.passages.refresh()
        self.timing.set_passages(self.passages.model.rowCount())

    def commit_pending_edit(self) -> None:
        """Take what stands in an open editor or a field."""
        self.jury.commit_pending_edit()
        self.draft.keep()

    def acted_itself(self, initiator: QObject | None) -> bool:
        """The sections show their own acts as they are done."""
        return initiator in (self, self.draft, self.rules, self.jury.model, self.passages.model)

    def showEvent(self, event: QShowEvent) -> None:
        """Follow the focus from now on (Qt)."""
        super().showEvent(event)
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._follow_focus, Qt.ConnectionType.UniqueConnection)

    def hideEvent(self, event: QHideEvent) -> None:
        """Follow it no more: a page that is being deleted must not be told where the focus goes (Qt)."""
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.disconnect(self._follow_focus)
        self._sight.stop()
        super().hideEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The index gives its place to the sections where there is little width (Qt)."""
        super().resizeEvent(event)
        self.index.setVisible(event.size().width() >= theme.px(_ROOM_FOR_INDEX))
        # The sections were placed before this event, beside the index as it was.
        self._parts.activate()

    @Slot(str)
    def show_section(self, name: str) -> None:
        """Bring a section to the top, its first field ready: ``rules``, ``jury``, ``order`` or ``timing``.

        ``freeze`` brings the button that freezes the rules.
        """
        if name not in (*self._sections, FREEZE):
            return
        # The sections have their places only once the page has been laid out.
        self._wanted = name
        QTimer.singleShot(0, self, self._go_to_wanted)

    @Slot()
    def _go_to_wanted(self) -> None:
        if self._wanted == FREEZE and self.draft.begun and not self.draft.frozen:
            self.rules.editor.freeze.setFocus()
            self._scroll.ensureWidgetVisible(self.rules.editor.freeze)
            return
        section = self._sections.get(self._wanted, self.rules)
        stop = first_stop(section)
        if stop:
            stop.setFocus()
        self._scroll.verticalScrollBar().setValue(section.y())
        self.index.mark(self._wanted if self._wanted in self._sections else "rules")

    @Slot()
    def _ask_for_sound(self) -> None:
        self.page_requested.emit("sound")

    @Slot("QWidget*", "QWidget*")
    def _follow_focus(self, _former: QWidget | None, now: QWidget | None) -> None:
        # What is clicked is in sight, and must not move away from under the pointer.
        if now is not None and self._scroll.isAncestorOf(now) and not QApplication.mouseButtons():
            self._sight.start()

    @Slot()
    def _bring_focus_into_sight(self) -> None:
        now = self.focusWidget()
        # A table brings its own cell.
        if now is not None and now.hasFocus() and self._scroll.isAncestorOf(now) and not isinstance(now, EditingTable):
            self._scroll.ensureWidgetVisible(now)

    @Slot(int)
    def _follow_scrolling(self, at: int) -> None:
        middle = at + self._scroll.viewport().height() // 3
        above = [name for name, part in self._sections.items() if part.y() <= middle]
        self.index.mark(above[-1] if above else "rules")

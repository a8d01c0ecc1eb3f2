"""What the five tabs of a stage have in common: they follow what changes in their stage, when they can be seen."""

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QLayout, QStackedLayout, QWidget

from jury_desk.services.changes import ChangeSet
from jury_desk.ui import theme
from jury_desk.ui.operations import Operations

_EVERYWHERE = frozenset({"candidacy", "juror", "edition"})
"""Kinds of entity that no stage owns and every stage may show."""


def page_margins() -> tuple[int, int, int, int]:
    """The room around a page, as a layout takes it: left, top, right, bottom."""
    side = theme.px(theme.MARGIN)
    return side, theme.px(theme.SPACE), side, side


class PageStack(QStackedLayout):
    """The views of a page, one at a time; scrolling inside, a page asks only for the height it cannot do without."""

    def _shown(self) -> QLayout | None:
        view = self.currentWidget()
        return view.layout() if view else None

    def hasHeightForWidth(self) -> bool:
        """Sentences that wrap make the least height depend on the width (Qt)."""
        shown = self._shown()
        return shown is not None and shown.hasHeightForWidth()

    def heightForWidth(self, width: int) -> int:
        """The least height at that width, where Qt would take the one that all parts would like (Qt)."""
        shown = self._shown()
        return shown.minimumHeightForWidth(width) if shown else -1


class StagePage(QWidget):
    """A tab of one stage.

    Signals:
        page_requested: another tab is asked for: ``prepare``, ``session``, ``marks``, ``deliberate``, ``documents``,
            or a section of one, ``prepare#jury``; or an act of the window, ``verify`` or ``sound``.
    """

    page_requested = Signal(str)

    def __init__(self, operations: Operations, stage_id: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.operations = operations
        self.stage_id = stage_id
        # A style sheet takes back colours set before a widget found its place: the first showing sets them again.
        self._stale = True
        operations.changed.connect(self._take_change)
        operations.pending_edit_requested.connect(self._commit_on_request)

    def refresh(self) -> None:
        """Read everything again from the records."""

    def follow(self, changes: ChangeSet) -> None:
        """Show what an act from elsewhere changed; all of it is read again, unless the page knows better."""
        del changes
        self.refresh()

    def commit_pending_edit(self) -> None:
        """Take what stands in an open editor."""

    def acted_itself(self, initiator: QObject | None) -> bool:
        """Whether an act was this page's own, and is shown already."""
        return initiator is self

    @Slot(object, object)
    def _take_change(self, changes: ChangeSet, initiator: QObject | None) -> None:
        concerned = self.stage_id in changes.stages or bool(changes.entities & _EVERYWHERE)
        if not concerned or self.acted_itself(initiator):
            return
        if self.isVisible():
            self.follow(changes)
        else:
            self._stale = True

    @Slot()
    def _commit_on_request(self) -> None:
        self.commit_pending_edit()

    def showEvent(self, event: QShowEvent) -> None:
        """Catch up with what changed meanwhile (Qt)."""
        super().showEvent(event)
        if self._stale:
            self._stale = False
            self.refresh()

    def hideEvent(self, event: QHideEvent) -> None:
        """Nothing stays in an editor that can no longer be seen (Qt)."""
        self.commit_pending_edit()
        super().hideEvent(event)

"""Every act of the chair goes through here: run the use case, tell its error, broadcast what changed.

Screens react to change sets, never to each other: a page that is concerned by :attr:`Operations.changed` and did not
start the act itself reloads from the records.
"""

from collections.abc import Callable
from contextlib import suppress

from PySide6.QtCore import QObject, QRunnable, QThreadPool, QTimer, Signal, SignalInstance, Slot

from jury_desk.domain.errors import DomainError
from jury_desk.domain.records import Records
from jury_desk.services import history
from jury_desk.services.changes import ChangeSet
from jury_desk.services.ports import JuryFile, Toolbox
from jury_desk.ui.messages import Messages
from jury_desk.ui.settings import Settings

PAUSE_MS = 2000
"""Nobody is typing when nothing has been done for so long."""


class Operations(QObject):
    """The use cases of one open file, as the window runs them.

    Signals:
        changed: a :class:`ChangeSet` and the object that started the act (or ``None``).
        pending_edit_requested: an act is about to run; whoever has an open editor commits it now.
    """

    changed = Signal(object, object)
    pending_edit_requested = Signal()

    def __init__(
        self,
        file: JuryFile,
        toolbox: Toolbox,
        messages: Messages,
        parent: QObject | None = None,
        *,
        settings: Settings | None = None,
    ) -> None:
        super().__init__(parent)
        self.file = file
        self.toolbox = toolbox
        self.messages = messages
        self.settings = settings or Settings()
        self._unsettled: list[DomainError] = []
        self._pause = QTimer(self, singleShot=True, interval=PAUSE_MS)
        self._pause.timeout.connect(self._make_due_copy)

    @property
    def records(self) -> Records:
        """All the file holds; read only."""
        return self.file.records

    def run(self, command: Callable[[], ChangeSet], initiator: QObject | None = None) -> ChangeSet | None:
        """Run ``command``; tell its error and return ``None``, or broadcast and return what it changed."""
        try:
            changes = command()
        except DomainError as error:
            self.messages.tell_error(error)
            return None
        if changes.event is not None:
            self._pause.start()
            self.changed.emit(changes, initiator)
        return changes

    def undo(self) -> ChangeSet | None:
        """Take the last act back."""
        self.commit_pending_edit()
        return self.run(lambda: history.undo(self.file))

    def redo(self) -> ChangeSet | None:
        """Do the act last undone again."""
        self.commit_pending_edit()
        return self.run(lambda: history.redo(self.file))

    def commit_pending_edit(self) -> bool:
        """The gate before any act: a value still in an editor is committed first.

        Returns:
            False when a value could not be: it is no mark, or a question about it is still open. The chair is told.
        """
        self._unsettled.clear()
        self.pending_edit_requested.emit()
        for error in self._unsettled:
            self.messages.tell_error(error)
        return not self._unsettled

    def leave_unsettled(self, error: DomainError) -> None:
        """Say, while the gate asks, that a value is not recorded, and why."""
        self._unsettled.append(error)

    @Slot()
    def _make_due_copy(self) -> None:
        self.file.make_due_copy()


class Aside(QObject):
    """Work beside the window, on plain values only and never on the open file.

    Signals:
        done: what the work returned.
        failed: the :class:`DomainError` it ended in; a defect of the program travels here as well.
    """

    done = Signal(object)
    failed = Signal(object)

    def start(self, work: Callable[[], object]) -> None:
        """Begin ``work``; one of the signals tells its end in the thread of the window."""
        QThreadPool.globalInstance().start(_Work(work, self))


class _Work(QRunnable):
    def __init__(self, work: Callable[[], object], aside: Aside) -> None:
        super().__init__()
        self._work = work
        self._aside = aside

    def run(self) -> None:
        """Do the work and tell its end (Qt)."""
        try:
            result = self._work()
        except Exception as error:  # noqa: BLE001 - an exception must reach the window, not die with the thread
            self._tell(self._aside.failed, error)
        else:
            self._tell(self._aside.done, result)

    def _tell(self, signal: SignalInstance, value: object) -> None:
        # The window may have been closed meanwhile: then there is nobody to tell.
        with suppress(RuntimeError):
            signal.emit(value)

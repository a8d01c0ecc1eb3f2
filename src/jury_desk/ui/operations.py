"""Every act of the chair goes through here: run the use case, tell its error, broadcast what changed.

Screens react to change sets, never to each other: a page that is concerned by :attr:`Operations.changed` and did not
start the act itself reloads from the records.
"""

import gc
from collections import defaultdict
from collections.abc import Callable
from dataclasses import dataclass
from datetime import tzinfo

from PySide6.QtCore import QCoreApplication, QObject, QThreadPool, QTimer, Signal, Slot

from jury_desk.domain.errors import DomainError
from jury_desk.domain.records import Records
from jury_desk.services import history
from jury_desk.services.changes import ChangeSet
from jury_desk.services.ports import JuryFile, Toolbox
from jury_desk.services.zones import zone_of
from jury_desk.ui.messages import Messages
from jury_desk.ui.settings import Settings

LOOK_MS = 15
"""How often the window looks whether a work beside it has ended, as long as there is one."""
PAUSE_MS = 2000
"""Nobody is typing when nothing has been done for so long."""


@dataclass(slots=True)
class Shown:
    """What the screens of a stage go on with when the window is made anew, as at another type size.

    Attributes:
        viewers: the jurors whose view the page of the deliberation shows; none: the chair's.
        published: how many places of its ranking the room sees.
        act: the act of the jury whose panel is open, what is typed there, and after which act of the file.
    """

    viewers: tuple[str, ...] = ()
    published: int = 0
    act: tuple[str, object, int] | None = None


class Operations(QObject):
    """The use cases of one open file, as the window runs them.

    Attributes:
        shown: what screens go on with, by stage, for as long as the file is open.

    Signals:
        changed: a :class:`ChangeSet` and the object that started the act (or ``None``).
        view_turned: something is hidden on a screen that the jury shares, or shown again.
        pending_edit_requested: an act is about to run; whoever has an open editor commits it now.
    """

    changed = Signal(object, object)
    pending_edit_requested = Signal()
    view_turned = Signal()

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
        self.shown: defaultdict[str, Shown] = defaultdict(Shown)
        self._unsettled: list[DomainError] = []
        self._pause = QTimer(self, singleShot=True, interval=PAUSE_MS)
        self._pause.timeout.connect(self._make_due_copy)

    @property
    def records(self) -> Records:
        """All the file holds; read only."""
        return self.file.records

    @property
    def zone(self) -> tzinfo | None:
        """The time zone of the edition; ``None``: that of this computer."""
        return zone_of(self.records)

    @property
    def hides(self) -> bool:
        """Whether a page shows the view of a juror from whom something is hidden."""
        return any(each.viewers for each in self.shown.values())

    def turn_view(self, stage: str, viewers: tuple[str, ...]) -> None:
        """Have the page of a stage's deliberation show the view of these jurors; none: the chair's."""
        self.shown[stage].viewers = viewers
        self.view_turned.emit()

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
        """Take the last act back; not before a value that could not be recorded is settled: it was the one meant."""
        if not self.commit_pending_edit():
            return None
        return self.run(lambda: history.undo(self.file))

    def redo(self) -> ChangeSet | None:
        """Do the act last undone again; as :meth:`undo`."""
        if not self.commit_pending_edit():
            return None
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

    Whoever began a work may be deleted before its end, which is then told to nobody.

    Signals:
        done: what the work returned.
        failed: the :class:`DomainError` it ended in; a defect of the program travels here as well.
    """

    done = Signal(object)
    failed = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._works: list[_Work] = []
        self._keeper = _Keeper.of_the_application()
        self._keeper.ended.connect(self._tell_end)

    def start(self, work: Callable[[], object]) -> None:
        """Begin ``work``; one of the signals tells its end in the thread of the window."""
        begun = _Work(work)
        self._works.append(begun)
        self._keeper.start(begun)

    @Slot(object)
    def _tell_end(self, work: "_Work") -> None:
        if work in self._works:
            self._works.remove(work)
            (self.failed if work.failed else self.done).emit(work.result)


class _Work:
    """One work and, once it has ended, what came of it."""

    def __init__(self, work: Callable[[], object]) -> None:
        self._work = work
        self.result: object = None
        self.failed = False
        self.ended = False

    def run(self) -> None:
        """Do the work; ``ended`` is set last, when all the rest can be read."""
        try:
            self.result = self._work()
        except Exception as error:  # noqa: BLE001 - an exception must reach the window, not die with the thread
            self.result, self.failed = error, True
        self.ended = True


class _Keeper(QObject):
    """Looks, in the thread of the window, which works have ended.

    Two things would bring the window down now and then: a signal from another thread on its way to somebody deleted
    meanwhile, and Python's collector of cycles finding widgets that nobody holds any more while another thread runs,
    which would delete them there. So nothing crosses but what a look finds, and cycles wait while a work runs.

    Signals:
        ended: a :class:`_Work`, whoever began it.
    """

    ended = Signal(object)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._running: list[_Work] = []
        self._collects = True
        self._look = QTimer(self, interval=LOOK_MS)
        self._look.timeout.connect(self._find_ended)

    @classmethod
    def of_the_application(cls) -> "_Keeper":
        """The one there is."""
        application = QCoreApplication.instance()
        if application is None:
            raise RuntimeError("work beside the window needs an application")
        return application.findChild(cls) or cls(application)

    def start(self, work: _Work) -> None:
        """Begin a work in a thread of its own."""
        if not self._running:
            self._collects = gc.isenabled()
            gc.disable()
        self._running.append(work)
        QThreadPool.globalInstance().start(work.run)
        self._look.start()

    @Slot()
    def _find_ended(self) -> None:
        ended = [work for work in self._running if work.ended]
        self._running = [work for work in self._running if work not in ended]
        if not self._running:
            self._look.stop()
            if self._collects:
                gc.enable()
        for work in ended:
            self.ended.emit(work)

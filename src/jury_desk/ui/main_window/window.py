"""The window: the welcome page, or the frame of an open edition.

Everything it shows is built anew when its language, colours or type size change, from the records; nothing is kept in a
widget alone.
"""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple, cast

from PySide6.QtCore import QTimer, Signal, Slot
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QMainWindow, QWidget

from jury_desk.ui import theme
from jury_desk.ui.actions import Actions
from jury_desk.ui.dialogs.file_choice import JURY, MINUTES, SHEETS, FileChooser
from jury_desk.ui.messages import Messages
from jury_desk.ui.pages.welcome import WelcomePage
from jury_desk.ui.settings import LanguageChoice, RecentFile, SchemeChoice, Settings, next_scale
from jury_desk.ui.widgets.card import column

if TYPE_CHECKING:
    from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent

    from jury_desk.domain.edition import Edition
    from jury_desk.domain.journal import Event
    from jury_desk.services.changes import ChangeSet
    from jury_desk.services.ports import JuryFile, Toolbox
    from jury_desk.ui.dialogs.command_palette import Command
    from jury_desk.ui.live.console import Console
    from jury_desk.ui.live.outputs import Outputs
    from jury_desk.ui.main_window.arrivals import Arrivals
    from jury_desk.ui.main_window.edition_view import EditionView
    from jury_desk.ui.operations import Operations
    from jury_desk.ui.widgets.message_strip import MessageStrip

# What concerns an open edition loads with the first one: the welcome page is there before.
# ruff: noqa: PLC0415

EXAMPLE_PLACE = "stage:hackathon"
"""Where the example is opened: the stage that has the most to show."""
ASKING = ("close_file", "quit", "undo", "redo")
"""The acts that pass the gate by themselves: they do nothing while a value could not be recorded."""
NEED_EDITION = ("import_sheet", "save_copy", "close_file", "undo", "redo")


def _silent(_window: QWidget) -> "Outputs":
    from jury_desk.ui.live.outputs import no_outputs

    return no_outputs()


class Doors(NamedTuple):
    """What the window needs of the outside, each replaceable in tests.

    Attributes:
        toolbox: gives everything plugged in; loads it at the first call.
        use_language: puts a language choice in force and says which language that is, ``fr`` or ``en``.
        open_example: opens the example edition, made at the first call.
        outputs: what a session asks of the computer, on behalf of the window; loads with the first edition.
    """

    toolbox: "Callable[[], Toolbox]"
    settings: Settings
    choose: FileChooser
    use_language: Callable[[str], str]
    open_example: "Callable[[], JuryFile]"
    outputs: "Callable[[QWidget], Outputs]" = _silent


class MainWindow(QMainWindow):
    """The one window of the chair.

    Signals:
        edition_opened: a file is open and shown.
        edition_closed: the open file was let go.
    """

    edition_opened = Signal()
    edition_closed = Signal()

    def __init__(self, doors: Doors, *, opening: bool = False) -> None:
        """A window with the welcome page; with ``opening`` a file is opened at once, and the page is not built."""
        super().__init__()
        self._doors = doors
        self.language = doors.use_language(doors.settings.language)
        self.acts = Actions(self)
        self.messages = Messages(self.language, self)
        self.operations: Operations | None = None
        self.console: Console | None = None
        self.view: EditionView | None = None
        self.welcome: WelcomePage | None = None
        self._cleared: list[RecentFile] = []
        self._strip: MessageStrip | None = None
        self._ready = False
        self._undo_names = QTimer(self)
        self._undo_names.setSingleShot(True)
        self._undo_names.setInterval(150)
        self.setAcceptDrops(True)
        self.setMinimumSize(800, 520)
        self.resize(1366, 768)
        self._arrivals: Arrivals | None = None
        self._wire()
        if not opening:
            self._build()
        if not doors.settings.geometry.isEmpty():
            self.restoreGeometry(doors.settings.geometry)

    # Building

    def _wire(self) -> None:
        acts: dict[str, Callable[[], object]] = {
            "open_file": self.choose_and_open,
            "new_edition": self.describe_new,
            "open_example": self.open_example,
            "import_sheet": self._choose_and_import,
            "verify_minutes": self._choose_and_verify,
            "save_copy": self.save_copy,
            "close_file": self.close_edition,
            "undo": self.undo,
            "redo": self.redo,
            "command_palette": self.show_palette,
            "zoom_in": self.zoom_in,
            "zoom_out": self.zoom_out,
            "zoom_reset": self.zoom_reset,
            "full_screen": self.toggle_full_screen,
            "preferences": self.show_settings,
            "help": self.show_help,
            "quit": self.close,
        }
        for identity, act in acts.items():
            self.acts[identity].triggered.connect(act if identity in ASKING else partial(self._act, act))
        QShortcut(QKeySequence("Ctrl+PgDown"), self).activated.connect(self._next_tab)
        QShortcut(QKeySequence("Ctrl+PgUp"), self).activated.connect(self._previous_tab)
        self._undo_names.timeout.connect(self._name_undo)
        self.messages.error_told.connect(self._tell_error)
        self.messages.note_told.connect(self._tell_note)

    @Slot()
    def _act(self, act: Callable[[], object], _checked: bool = False) -> None:
        """The one way from a key or a menu to an act: a value still in an editor is committed first."""
        if self.operations:
            self.operations.commit_pending_edit()
        act()

    def _may_leave(self) -> bool:
        """Whether the open file may be let go.

        A value that could not be recorded, or waits for an answer, says no; so do acts that cannot be written.
        """
        if self.operations is None:
            return True
        return self.operations.commit_pending_edit() and not self._holds_acts()

    def _holds_acts(self) -> bool:
        """Whether acts of the session are only in memory, even after another try; the chair is told."""
        if self.console is None or not self.console.holds_acts:
            return False
        self.console.write_again()
        fault = self.console.unsaved
        if not self.console.holds_acts or fault is None:
            return False
        self.messages.tell_error(fault)
        return True

    def _build(self, place: str = "", kept: "dict[tuple[str, str], object] | None" = None) -> None:
        """Show the welcome page, or the open edition at ``place``, in the language and theme in force.

        ``kept``: what the pages of the former view remember.
        """
        self._dress_actions()
        self._strip = None
        middle = self._build_view() if self.operations else self._build_welcome()
        central = QWidget()
        self._column = column(gap=0)
        self._column.addWidget(middle, 1)
        central.setLayout(self._column)
        if self.operations:
            self.strip.clear()
        former = self.takeCentralWidget()
        if former is not None:
            former.hide()
            former.deleteLater()
        self.setCentralWidget(central)
        if self.view:
            self.view.recall(kept or {})
            if place:
                self.view.go(place)
            else:
                self.view.begin()
            self.view.sidebar.setFocus()
        elif self.welcome and former is not None:
            self.welcome.open.setFocus()
        self._name_window()

    @property
    def arrivals(self) -> "Arrivals":
        """What becomes of files that come to the window; loads with the first one."""
        if self._arrivals is None:
            from jury_desk.ui.main_window.arrivals import Arrivals

            self._arrivals = Arrivals(self, self._doors.choose, self._doors.toolbox())
        return self._arrivals

    @Slot()
    def _choose_and_import(self) -> None:
        self.arrivals.choose_and_import()

    @Slot()
    def _choose_and_verify(self) -> None:
        self.arrivals.choose_and_verify()

    @property
    def strip(self) -> "MessageStrip":
        """The foot of the window; the welcome page has one once there is something to say."""
        if self._strip is None:
            from jury_desk.ui.widgets.message_strip import MessageStrip

            self._strip = MessageStrip()
            self._strip.undo_requested.connect(self.undo)
            self._strip.redo_requested.connect(self.redo)
            self._column.addWidget(self._strip)
        return self._strip

    @Slot(str)
    def _tell_error(self, sentence: str) -> None:
        self.strip.show_error(sentence)

    @Slot(str)
    def _tell_note(self, sentence: str) -> None:
        self.strip.show_note(sentence)

    def _build_welcome(self) -> WelcomePage:
        page = WelcomePage(self._doors.settings.recent_files, cleared=bool(self._cleared))
        page.open_requested.connect(self.choose_and_open)
        page.new_requested.connect(self.describe_new)
        page.example_requested.connect(self.open_example)
        page.file_requested.connect(self.open_named)
        page.forget_requested.connect(self._forget_recent)
        page.restore_requested.connect(self._restore_recent)
        page.settings_requested.connect(self.show_settings)
        page.help_requested.connect(self.show_help)
        self.welcome, self.view = page, None
        return page

    def _build_view(self) -> "EditionView":
        from jury_desk.ui import icons
        from jury_desk.ui.main_window.edition_view import EditionView

        search = icons.icon("search", theme.tokens().muted, size=theme.px(16))
        shortcut = self.acts["command_palette"].shortcut().toString(QKeySequence.SequenceFormat.NativeText)
        view = EditionView(self._running, self.need_console, self._doors.settings, search, shortcut)
        view.search_requested.connect(self.acts["command_palette"].trigger)
        view.import_requested.connect(self.acts["import_sheet"].trigger)
        view.verification_requested.connect(self.acts["verify_minutes"].trigger)
        view.language_chosen.connect(self.set_language)
        view.scheme_chosen.connect(self.set_scheme)
        view.scale_chosen.connect(self.set_scale)
        view.copy_requested.connect(self.keep_elsewhere)
        if self.console is not None:
            view.attend()
        self.welcome, self.view = None, view
        return view

    @property
    def _running(self) -> "Operations":
        if self.operations is None:
            raise RuntimeError("no edition is open")
        return self.operations

    def need_console(self) -> "Console":
        """The chair's hand on a session, made when one is under way as the file opens, or is gone to."""
        if self.console is None:
            from jury_desk.ui.live.console import Console

            self.console = Console(self._running, self._doors.outputs(self), self, self)
            self.console.changed.connect(self._undo_names.start)
        return self.console

    def _dress_actions(self) -> None:
        self.acts.retranslate()
        for identity in NEED_EDITION:
            self.acts[identity].setEnabled(self.operations is not None)
        self._name_undo()

    def _rebuild(self) -> None:
        place = self.view.place if self.view else ""
        if self.operations:
            self.operations.commit_pending_edit()
        self._build(place, self.view.remembered() if self.view else None)

    def _name_window(self) -> None:
        if not self.operations:
            self.setWindowTitle("Jury Desk")
            return
        from jury_desk.domain.edition import Edition
        from jury_desk.ui.widgets.dates import clock_time

        title = self.operations.records.need(Edition).title
        saved = self.operations.file.saved_at
        when = self.tr("Saved at {time}").format(time=clock_time(saved)[:5]) if saved else self.tr("Saved")
        self.setWindowTitle(f"{title} · {when} · Jury Desk")

    # Opening and closing

    @Slot()
    def choose_and_open(self) -> None:
        """Ask for an edition and open it."""
        path = self._doors.choose.edition_to_open(self)
        if path:
            self.open_path(path)

    @Slot(str)
    def open_named(self, path: str) -> None:
        """Open the file of that path."""
        self.open_path(Path(path))

    def open_path(self, path: Path, place: str = "") -> None:
        """Open an edition at ``place``, verify minutes or import a spreadsheet, after the ending of the file's name."""
        if path.suffix.lower() == JURY:
            self._hold(lambda: self._doors.toolbox().files.open(path), path, place)
        elif path.suffix.lower() == MINUTES:
            self.arrivals.verify_minutes(path)
        elif self.operations is None:
            self.describe_new(sheet=path)
        else:
            self.arrivals.import_sheet(path)

    @Slot()
    def open_example(self) -> None:
        """Open the example edition."""
        self._hold(self._doors.open_example, place=EXAMPLE_PLACE)

    @Slot()
    def describe_new(self, *, sheet: Path | None = None) -> None:
        """Ask what a new edition is called; ``sheet`` is brought into it then."""
        from jury_desk.ui.dialogs.new_edition import NewEditionDialog

        dialog = NewEditionDialog(self.language, self)
        dialog.edition_described.connect(partial(self.begin_edition, sheet=sheet))
        dialog.open()

    @Slot(object)
    def begin_edition(self, edition: "Edition", *, sheet: Path | None = None) -> None:
        """Ask where a new edition is kept, and begin it, with the candidacies of ``sheet`` where one is given."""
        from jury_desk.services.files import new_edition

        path = self._doors.choose.edition_to_make(self, _file_name(edition.title))
        if path:
            self._hold(lambda: new_edition(self._doors.toolbox(), path, edition))
            if sheet and self.operations:
                self.arrivals.import_sheet(sheet)

    def _hold(self, opener: "Callable[[], JuryFile]", path: Path | None = None, place: str = "") -> None:
        """Open a file and show it; the one open so far is let go first, and stays when it is the same."""
        if self.operations and path and path.resolve() == self.operations.file.path.resolve():
            return
        if not self._may_leave():
            return
        from PySide6.QtCore import Qt

        from jury_desk.domain.errors import DomainError
        from jury_desk.services.progress import session_under_way
        from jury_desk.ui.operations import Operations

        QApplication.setOverrideCursor(Qt.CursorShape.WaitCursor)
        try:
            file = opener()
        except DomainError as error:
            if self.centralWidget() is None:
                self._build()
            self.messages.tell_error(error)
            return
        finally:
            QApplication.restoreOverrideCursor()
        self._let_go()
        self.operations = Operations(file, self._doors.toolbox(), self.messages, self, settings=self._doors.settings)
        self.operations.changed.connect(self._tell_act)
        self.operations.view_turned.connect(self._follow_view)
        if session_under_way(file.records) is not None:
            self.need_console()
        self._remember()
        self._build(place)
        self._get_ready_at_first_touch()
        self.edition_opened.emit()

    def _get_ready_at_first_touch(self) -> None:
        app = QApplication.instance()
        if isinstance(app, QApplication) and not self._ready:
            app.focusChanged.connect(self._get_ready)

    @Slot("QWidget*", "QWidget*")
    def _get_ready(self, former: QWidget | None, _now: QWidget | None) -> None:
        """Load what the first act needs beside the window, as soon as the chair goes from one thing to another."""
        if former is None or self._ready or self.operations is None:
            return
        from threading import Thread

        self._ready = True
        Thread(target=self._doors.toolbox().files.get_ready, daemon=True, name="get ready").start()

    @Slot()
    def close_edition(self) -> None:
        """Let the file go and show the welcome page; what is still in an editor is kept."""
        if self.operations and self._may_leave():
            self._let_go()
            self._build()

    def _let_go(self) -> None:
        """The one way in which a file is closed."""
        if self.operations is None:
            return
        from jury_desk.domain.errors import DomainError

        operations = self.operations
        operations.commit_pending_edit()
        self._remember()
        if self.console is not None:
            self.console.release()
            self.console.deleteLater()
            self.console = None
        self.operations = None
        operations.changed.disconnect(self._tell_act)
        if self.view is not None:
            self.view.hide()
            self.view.deleteLater()
            self.view = None
        try:
            operations.file.close()
        except DomainError as error:
            self.messages.tell_error(error)
        operations.deleteLater()
        self.edition_closed.emit()

    def _remember(self) -> None:
        from datetime import UTC, datetime

        from jury_desk.domain.edition import Edition
        from jury_desk.services.progress import current_stage

        records = self._running.records
        now = current_stage(records)
        standing = f"{now.stage.name} {now.count}".strip() if now else ""
        self._doors.settings.remember_file(
            RecentFile(
                str(self._running.file.path),
                records.need(Edition).title,
                standing,
                datetime.now(UTC).isoformat(timespec="seconds"),
            )
        )

    @Slot()
    def _forget_recent(self) -> None:
        self._cleared = self._doors.settings.recent_files
        self._doors.settings.forget_recent_files()
        self._build()
        if self.welcome is not None:
            self.welcome.restore.setFocus()

    @Slot()
    def _restore_recent(self) -> None:
        self._doors.settings.restore_recent_files(self._cleared)
        self._cleared = []
        self._build()
        if self.welcome is not None:
            self.welcome.open.setFocus()

    @Slot()
    def save_copy(self) -> None:
        """Write a complete copy beside the file; while the file cannot be written, ask where to go on instead."""
        if self.view is not None and self.view.ask_for_copy():
            return
        from jury_desk.domain.errors import DomainError

        path = self._doors.choose.edition_to_make(self, self._running.file.path.stem + " copie")
        if not path:
            return
        self._running.commit_pending_edit()
        try:
            self._running.file.backup(path)
        except DomainError as error:
            self.messages.tell_error(error)
            return
        self.messages.tell_note(self.tr("A copy is kept in {path}").format(path=path))

    @Slot(object)
    def keep_elsewhere(self, path: Path) -> None:
        """Go on in a copy at ``path`` with everything that happened: the file can no longer be written."""
        from jury_desk.domain.errors import DomainError
        from jury_desk.services.keeping import keep_elsewhere

        running, session = self._running, self.console.session if self.console else None
        former = running.file
        try:
            running.file = keep_elsewhere(running.toolbox, former, path, session)
        except DomainError as error:
            self.messages.tell_error(error)
            return
        # What is still in an editor goes into the copy.
        self._rebuild()
        former.close()
        self._remember()
        if self.console is not None:
            self.console.write_again()
        if self.view is not None:
            self.view.focus_page()
        self.messages.tell_note(self.tr("The work goes on in {path}").format(path=path))

    # Undoing

    @Slot()
    def undo(self) -> None:
        """Take the last act back: of the clock, when nothing else was done after it."""
        if not self._running.commit_pending_edit():
            return
        if self.console is not None and self.console.next_undone() is not None:
            self.console.undo()
        else:
            self._running.undo()

    @Slot()
    def redo(self) -> None:
        """Do the act last undone again."""
        self._running.redo()

    @Slot(object, object)
    def _tell_act(self, changes: "ChangeSet", _initiator: object) -> None:
        from jury_desk.domain.journal import UNDONE

        event = changes.event
        if event is None:
            return
        name = self._words_of(event)
        if event.target is not None:
            target = self._running.file.events()[event.target - 1]
            pattern = self.tr("Undone: {act}") if event.kind == UNDONE else self.tr("Done again: {act}")
            name = pattern.format(act=self._words_of(target))
        self.strip.show_act(name[:1].upper() + name[1:], undone=event.kind == UNDONE)
        self._name_window()
        self._undo_names.start()

    def _words_of(self, event: "Event") -> str:
        """What an act did; its kind alone while a page hides something, for the words may name what is hidden."""
        from jury_desk.services.act_words import event_words
        from jury_desk.services.wording import act_name

        if self._running.hides:
            return act_name(event.kind, self.language)
        return event_words(event, self._running.records, self.language)

    @Slot()
    def _follow_view(self) -> None:
        """What was told of the last act must not stand on a screen that hides it."""
        if self._running.hides:
            self.strip.clear()
        self._name_undo()

    @Slot()
    def _name_undo(self) -> None:
        """Say on Undo and Redo which act they mean."""
        if self.operations is None:
            return
        from jury_desk.services import history
        from jury_desk.services.wording import act_name

        for identity, plain, named, event in (
            ("undo", self.tr("Undo"), self.tr("Undo: {act}"), history.next_undo(self.operations.file)),
            ("redo", self.tr("Redo"), self.tr("Redo: {act}"), history.next_redo(self.operations.file)),
        ):
            text = named.format(act=self._words_of(event)) if event else plain
            self.acts[identity].setText(text)
            self.acts[identity].setEnabled(event is not None)
        clocks = self.console.next_undone() if self.console is not None else None
        if clocks is not None:
            name = act_name(f"timing_{clocks.kind}", self.language)
            self.acts["undo"].setText(self.tr("Undo: {act}").format(act=name))
            self.acts["undo"].setEnabled(True)

    # Looking

    @Slot(str)
    def set_language(self, choice: str) -> None:
        """Speak another language from now on."""
        self._doors.settings.language = cast("LanguageChoice", choice)
        self.language = self._doors.use_language(choice)
        self.messages.language = self.language
        self._rebuild()

    @Slot(str)
    def set_scheme(self, scheme: str) -> None:
        """Wear other colours from now on."""
        self._doors.settings.scheme = cast("SchemeChoice", scheme)
        self._dress()

    @Slot(int)
    def set_scale(self, percent: int) -> None:
        """Write larger or smaller from now on."""
        self._doors.settings.scale = percent
        self._dress()

    @Slot()
    def follow_system(self, *_scheme: object) -> None:
        """The system changed between light and dark."""
        if self._doors.settings.scheme in ("system", "contrast"):
            self._dress()

    def _dress(self) -> None:
        app = QApplication.instance()
        if isinstance(app, QApplication):
            theme.apply(app, self._doors.settings.scheme, self._doors.settings.scale)
        self._rebuild()

    @Slot()
    def zoom_in(self) -> None:
        """One type size up."""
        self.set_scale(next_scale(self._doors.settings.scale, 1))

    @Slot()
    def zoom_out(self) -> None:
        """One type size down."""
        self.set_scale(next_scale(self._doors.settings.scale, -1))

    @Slot()
    def zoom_reset(self) -> None:
        """Type at 100 %."""
        self.set_scale(100)

    @Slot()
    def toggle_full_screen(self) -> None:
        """Take the whole screen, or give it back."""
        from PySide6.QtCore import Qt

        self.setWindowState(self.windowState() ^ Qt.WindowState.WindowFullScreen)
        self.acts["full_screen"].setChecked(self.isFullScreen())

    @Slot()
    def show_settings(self) -> None:
        """Show the settings: a page of the edition, or a dialog while none is open."""
        if self.view:
            self.view.go("settings")
            return
        from jury_desk.ui.dialogs.preferences import PreferencesDialog

        dialog = PreferencesDialog(self._doors.settings, self)
        dialog.form.language_chosen.connect(self.set_language)
        dialog.form.scheme_chosen.connect(self.set_scheme)
        dialog.form.scale_chosen.connect(self.set_scale)
        dialog.open()

    @Slot()
    def show_help(self) -> None:
        """Say what the page shown is for, and the keys that work."""
        from jury_desk.ui.dialogs.help import HelpDialog
        from jury_desk.ui.main_window import shortcuts

        groups = [(self.tr("Everywhere"), shortcuts.of_actions(self.acts.all()))]
        place = self.view.place if self.view else ""
        if place.endswith("#session"):
            groups.insert(0, (self.tr("While a session runs"), shortcuts.of_the_session()))
        if place.endswith("#marks"):
            groups.insert(0, (self.tr("In the grid of marks"), shortcuts.of_the_grid()))
        if place.endswith("#deliberate"):
            groups.insert(0, (self.tr("In the ranking"), shortcuts.of_the_ranking()))
        HelpDialog(shortcuts.about(place), groups, self).open()

    @Slot()
    def show_palette(self) -> None:
        """Search for an action or a page by its name."""
        from jury_desk.ui.dialogs.command_palette import CommandPalette

        CommandPalette(self.commands(), self).open()

    def commands(self) -> "list[Command]":
        """Everything that can be done now, and every place one can go to."""
        from jury_desk.ui.dialogs.command_palette import Command

        native = QKeySequence.SequenceFormat.NativeText
        found = [
            Command(action.text().rstrip("…"), action.trigger, action.shortcut().toString(native))
            for action in self.acts.all()
            if action.isEnabled() and action is not self.acts["command_palette"]
        ]
        if self.view:
            for action in self.view.page_acts():
                name, _, keys = action.text().partition("\t")
                if action.isEnabled():
                    found.append(Command(name.rstrip("…"), action.trigger, keys))
            go = self._go_and_work
            found += [Command(name, partial(go, place), self.tr("Go to")) for place, name in self.view.places()]
        return found

    def _go_and_work(self, place: str) -> None:
        """Go to a place whose keys are wanted at once."""
        if self.view:
            self.view.go(place)
            self.view.focus_page()

    @Slot()
    def _next_tab(self) -> None:
        if self.view:
            self.view.step_tab(1)

    @Slot()
    def _previous_tab(self) -> None:
        if self.view:
            self.view.step_tab(-1)

    # Qt

    def closeEvent(self, event: "QCloseEvent") -> None:
        """Let the file go on the one way there is; what could not be recorded is told before (Qt)."""
        if not self._may_leave():
            event.ignore()
            return
        self._doors.settings.geometry = self.saveGeometry()
        self._let_go()
        event.accept()
        super().closeEvent(event)

    def focusNextPrevChild(self, next: bool) -> bool:  # noqa: A002 - Qt's own name
        """Tab goes in the order of reading (Qt)."""
        from jury_desk.ui.widgets.reading_order import follow_reading_order, past_holders

        central = self.centralWidget()
        if central is None or not self.isVisible():
            return super().focusNextPrevChild(next)
        follow_reading_order(central)
        with past_holders(central):
            return super().focusNextPrevChild(next)

    def dragEnterEvent(self, event: "QDragEnterEvent") -> None:
        """Take files the program can read (Qt)."""
        if _dropped(event):
            event.acceptProposedAction()

    def dropEvent(self, event: "QDropEvent") -> None:
        """Open, verify, collect or import what was dropped (Qt)."""
        paths = _dropped(event)
        if paths:
            event.acceptProposedAction()
            # The drag is over before anything is shown: some systems freeze the source otherwise.
            QTimer.singleShot(0, self, partial(self.arrivals.receive, paths))


def _dropped(event: "QDropEvent") -> list[Path]:
    paths = (Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile())
    return [path for path in paths if path.suffix.lower() in (JURY, MINUTES, *SHEETS)]


def _file_name(title: str) -> str:
    kept = "".join(letter if letter.isalnum() or letter in " -_" else " " for letter in title)
    return "-".join(kept.split()).lower() or "edition"

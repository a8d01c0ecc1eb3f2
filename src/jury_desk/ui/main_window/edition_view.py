"""The frame of an open edition: top line, path at left, and at right the stage or page it leads to.

A *place* says where one is: ``candidacies``, ``overview``, ``settings`` or ``stage:<id>``, the last with the tab and
its section after a ``#`` each, as in ``stage:hackathon#prepare#jury``; so has a page, ``settings#programme``.
"""

from collections.abc import Callable, Collection
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal, Slot
from PySide6.QtGui import QAction, QIcon
from PySide6.QtWidgets import QFrame, QStackedWidget, QWidget

from jury_desk.domain.edition import Edition, Stage, StageKind
from jury_desk.services.changes import ChangeSet
from jury_desk.services.missing import missing_of
from jury_desk.services.progress import StageProgress, StageState, current_stage, path_of, session_under_way
from jury_desk.ui import theme
from jury_desk.ui.operations import Operations
from jury_desk.ui.settings import Settings
from jury_desk.ui.widgets.card import column, row
from jury_desk.ui.widgets.dates import clock_time, long_date
from jury_desk.ui.widgets.lack_words import TARGETS, lack_words
from jury_desk.ui.widgets.reading_order import first_stop
from jury_desk.ui.widgets.sidebar import RowKind, Sidebar, SidebarRow
from jury_desk.ui.widgets.stage_view import Fitted, StageView
from jury_desk.ui.widgets.top_bar import TopBar

if TYPE_CHECKING:
    from jury_desk.domain.errors import DomainError
    from jury_desk.ui.live.console import Console
    from jury_desk.ui.main_window.unsaved_bar import UnsavedBar

# A page and what it needs load when it is first shown.
# ruff: noqa: PLC0415

PAGES = ("candidacies", "overview", "settings")
STAGE = "stage:"
_UNDER_TOP = 2
"""In the column of the frame: below the top line and its rule."""
SIDE, SIDE_LEAST, SIDE_SHARE = 248, 180, 28
"""How wide the path is at 100 % type, at the least at any, and of how many per cent of a narrow window."""


REST_MS = 80
"""Milliseconds without a mark after which the frame shows what they have changed: typing never waits for it."""
_MARKS = frozenset({"mark"})
_ADOPTED = "adopted_ranking"


class EditionView(QWidget):
    """What the window shows of an open edition.

    Signals:
        search_requested: the search for an action was chosen.
        import_requested: bring in a spreadsheet.
        verification_requested: say whether minutes hold.
        language_chosen, scheme_chosen, scale_chosen: the choices of the settings page.
        place_shown: another place is shown.
        copy_requested: the path of a copy in which to go on, for the file cannot be written.
    """

    search_requested = Signal()
    import_requested = Signal()
    verification_requested = Signal()
    language_chosen = Signal(str)
    scheme_chosen = Signal(str)
    scale_chosen = Signal(int)
    place_shown = Signal(str)
    copy_requested = Signal(object)

    def __init__(
        self,
        operations: Operations,
        console: "Callable[[], Console]",
        settings: Settings,
        search_icon: QIcon,
        search_shortcut: str,
    ) -> None:
        """The view of ``operations``; ``console`` gives the chair's hand on a session, once one is wanted."""
        super().__init__()
        self._operations = operations
        self._give_console = console
        self._console: Console | None = None
        self._unsaved: UnsavedBar | None = None
        self._settings = settings
        self._holders: dict[str, QWidget] = {}
        self._kept: dict[tuple[str, str], object] = {}
        self._stages: dict[str, StageView] = {}
        self._rest = QTimer(self, singleShot=True, interval=REST_MS)
        self._rest.timeout.connect(self.refresh)
        self.top = TopBar(search_icon, search_shortcut)
        self.sidebar = Sidebar()
        self.stack = QStackedWidget()
        self._lay_out()
        self.sidebar.key_chosen.connect(self.go)
        self.top.search_requested.connect(self.search_requested)
        self.top.clock.clicked.connect(self._go_to_session)
        operations.changed.connect(self._follow)
        self.refresh()

    def _lay_out(self) -> None:
        side = QFrame()
        side.setProperty("kind", "bar")
        beside = column(gap=0)
        beside.setContentsMargins(0, theme.px(8), 0, theme.px(8))
        beside.addWidget(self.sidebar)
        side.setLayout(beside)
        # The path gives way to the page on a narrow window.
        side.setMinimumWidth(SIDE_LEAST)
        side.setMaximumWidth(theme.px(SIDE))
        middle = row(gap=0)
        middle.addWidget(side, SIDE_SHARE)
        middle.addWidget(_line(vertical=True))
        middle.addWidget(self.stack, 100 - SIDE_SHARE)
        self._layout = column(gap=0)
        self._layout.addWidget(self.top)
        self._layout.addWidget(_line())
        self._layout.addLayout(middle, 1)
        self._layout.addWidget(_line())
        self.setLayout(self._layout)

    @property
    def place(self) -> str:
        """Where one is, with the tab of a stage."""
        key = self.sidebar.chosen
        return f"{key}#{self._stages[key].current_tab}" if key in self._stages else key

    def begin(self) -> None:
        """Go to the session under way, else to the stage under way."""
        now = current_stage(self._operations.records)
        live = session_under_way(self._operations.records)
        if live is not None:
            self.go(f"{STAGE}{live}#session")
        else:
            self.go(f"{STAGE}{now.stage.id}" if now else "overview")

    def places(self) -> list[tuple[str, str]]:
        """Every place with its name, for the search; those of the stage shown come first."""
        found: list[tuple[str, str]] = []
        path = [progress.stage for progress in path_of(self._operations.records)]
        for stage in sorted(path, key=lambda each: f"{STAGE}{each.id}" != self.sidebar.chosen):
            key = f"{STAGE}{stage.id}"
            if not stage.has_marks:
                found.append((key, stage.name))
                continue
            places = [*self._tabs(stage), *self._sections()]
            found.extend((f"{key}#{place}", f"{stage.name} › {name}") for place, name in places)
        return [*found, *((key, name) for key, name in self._page_names().items())]

    def _sections(self) -> list[tuple[str, str]]:
        """What people look for under a name that no tab bears."""
        return [
            ("prepare#rules", self.tr("Rules")),
            ("prepare#jury", self.tr("Jury, recusals, declarations of interests")),
            ("prepare#order", self.tr("Order of passage, draw by lot")),
            ("prepare#timing", self.tr("Times, sound")),
        ]

    @Slot(str)
    def go(self, place: str) -> None:
        """Show a place; a value still in an editor is committed first."""
        key, _, target = place.partition("#")
        self._operations.commit_pending_edit()
        if key not in self._holders:
            self._holders[key] = self._make(key)
            self.stack.addWidget(self._holders[key])
        self.sidebar.choose(key)
        self.stack.setCurrentWidget(self._holders[key])
        holder, part = self._holders[key], target
        page = holder.widget() if isinstance(holder, Fitted) else holder
        if key in self._stages:
            self._show_stage(key)
            tab, _, part = target.partition("#")
            view = self._stages[key]
            view.show_tab(tab or view.current_tab)
            page = view.current_page
        show_section: Callable[[str], object] | None = getattr(page, "show_section", None)
        if part and show_section:
            show_section(part)
        self.place_shown.emit(self.place)

    def page_acts(self) -> list[QAction]:
        """What the page shown offers in menus of its own, as it is now."""
        view = self._stages.get(self.sidebar.chosen)
        offered: Callable[[], list[QAction]] | None = getattr(view.current_page, "acts", None) if view else None
        return offered() if offered else []

    def remembered(self) -> dict[tuple[str, str], object]:
        """Where the chair is on each page that says so, by stage and tab, for a view built in place of this one."""
        pages = ((key, tab, page) for key, view in self._stages.items() for tab, page in view.pages.items())
        found = {
            (key.removeprefix(STAGE), tab): page.remembered() for key, tab, page in pages if hasattr(page, "remembered")
        }
        return self._kept | found

    def recall(self, kept: dict[tuple[str, str], object]) -> None:
        """Let each page begin where it was in a former view, once it is made."""
        self._kept = kept

    def step_tab(self, step: int) -> None:
        """Show the next tab of the stage, or the one before."""
        view = self._stages.get(self.sidebar.chosen)
        if view:
            count = view.tabs.count()
            self._operations.commit_pending_edit()
            view.tabs.setCurrentIndex((view.tabs.currentIndex() + step) % count)
            page = view.current_page
            if page is not None and page.focusProxy() is not None:
                page.setFocus()

    @Slot()
    def refresh(self) -> None:
        """Read what the frame itself shows again."""
        edition = self._operations.records.need(Edition)
        self._rest.stop()
        self.top.show_edition(edition.title, edition.organisation)
        self._show_saved()
        self._show_clock()
        self.sidebar.set_rows(self._rows())
        if self.sidebar.chosen in self._stages:
            self._show_stage(self.sidebar.chosen)

    def _rows(self) -> list[SidebarRow]:
        path = [self._stage_row(progress) for progress in path_of(self._operations.records)]
        pages = [SidebarRow("page", name, key) for key, name in self._page_names().items()]
        return [SidebarRow("heading", self.tr("PATH")), *path, SidebarRow("gap"), *pages]

    def _stage_row(self, progress: StageProgress) -> SidebarRow:
        states = {
            StageState.DONE: self.tr("done"),
            StageState.NOW: self.tr("under way"),
            StageState.TO_COME: self.tr("to come"),
            StageState.PASSED_OVER: self.tr("not held"),
        }
        says = [progress.stage.name, states[progress.state]]
        if progress.let_out is not None:
            says.append(self.tr("{out} of {taken}").format(out=progress.let_out, taken=progress.taken_in))
        elif progress.taken_in:
            says.append(self.tr("%n candidacy(ies)", "", progress.taken_in))
        kinds: dict[StageState, RowKind] = {
            StageState.DONE: "done",
            StageState.NOW: "now",
            StageState.TO_COME: "to_come",
            StageState.PASSED_OVER: "to_come",
        }
        return SidebarRow(
            kinds[progress.state],
            progress.stage.name,
            f"{STAGE}{progress.stage.id}",
            progress.count,
            ", ".join(says),
        )

    def _page_names(self) -> dict[str, str]:
        return {
            "candidacies": self.tr("Candidacies"),
            "overview": self.tr("Overview"),
            "settings": self.tr("Settings"),
        }

    def _tabs(self, stage: Stage) -> list[tuple[str, str]]:
        if not stage.has_marks:
            return [("stage", stage.name)]
        return [
            ("prepare", self.tr("Prepare")),
            ("session", self.tr("Session")),
            ("marks", self.tr("Mark")),
            ("deliberate", self.tr("Deliberate")),
            ("documents", self.tr("Documents")),
        ]

    def _show_stage(self, key: str) -> None:
        stage = self._operations.records.need(Stage, key.removeprefix(STAGE))
        view = self._stages[key]
        view.title.set_text(stage.name)
        place = stage.place or self._operations.records.need(Edition).place
        view.when.set_text(" · ".join(part for part in (long_date(stage.date), place if stage.date else "") if part))
        self._show_lacks(key)

    def _show_lacks(self, key: str, _tab: str = "") -> None:
        """What is missing, but not over a clock that may be running: a line that comes or goes would move it."""
        stage, view = key.removeprefix(STAGE), self._stages[key]
        over_clock = view.current_tab == "session" and session_under_way(self._operations.records) == stage
        lacks = [] if over_clock else missing_of(self._operations.records, stage)
        view.banner.set_items([(lack_words(each.lack, each.count, each.total), TARGETS[each.lack]) for each in lacks])

    def _make(self, key: str) -> QWidget:
        if key.startswith(STAGE):
            return self._make_stage(key)
        if key == "candidacies":
            from jury_desk.ui.pages.candidacies import CandidaciesPage

            candidacies = CandidaciesPage(self._operations)
            candidacies.import_requested.connect(self.import_requested)
            return Fitted(candidacies)
        if key == "overview":
            from jury_desk.ui.pages.overview import OverviewPage

            overview = OverviewPage(self._operations)
            overview.place_requested.connect(self.go)
            return Fitted(overview)
        from jury_desk.ui.pages.settings_page import SettingsPage

        settings = SettingsPage(self._operations, self._settings)
        settings.display.language_chosen.connect(self.language_chosen)
        settings.display.scheme_chosen.connect(self.scheme_chosen)
        settings.display.scale_chosen.connect(self.scale_chosen)
        return Fitted(settings)

    def _make_stage(self, key: str) -> QWidget:
        stage = self._operations.records.need(Stage, key.removeprefix(STAGE))
        view = StageView(self._tabs(stage), partial(self._make_stage_page, stage))
        view.target_requested.connect(partial(self._go_within, key))
        view.tab_shown.connect(partial(self._show_lacks, key))
        view.tab_shown.connect(self._tell_place)
        self._stages[key] = view
        return Fitted(view)

    def _make_stage_page(self, stage: Stage, tab: str) -> QWidget:
        page = self._session_page(stage) if tab == "session" else _stage_page(stage, tab)(self._operations, stage.id)
        requested = getattr(page, "page_requested", None)
        if requested is not None:
            requested.connect(partial(self._go_within, f"{STAGE}{stage.id}"))
        if (stage.id, tab) in self._kept and hasattr(page, "recall"):
            page.recall(self._kept.pop((stage.id, tab)))
        published = getattr(page, "publication_requested", None)
        if published is not None:
            published.connect(self._publish)
        return page

    def _session_page(self, stage: Stage) -> QWidget:
        from jury_desk.ui.pages.session import SessionPage

        return SessionPage(self.attend(), stage.id)

    def attend(self) -> "Console":
        """Follow the session of the file from now on, in the top line of every page."""
        if self._console is None:
            self._console = self._give_console()
            self._console.changed.connect(self._show_clock)
            self._console.time_passed.connect(self._show_clock)
            self._console.unsaved_changed.connect(self._show_fault)
            self._show_clock()
            self._show_fault(self._console.unsaved)
        return self._console

    def ask_for_copy(self) -> bool:
        """Ask where to go on while the file cannot be written; whether there was any need to."""
        failing = self._unsaved is not None and self._console is not None and self._console.unsaved is not None
        if failing and self._unsaved is not None:
            self._unsaved.ask_where()
        return failing

    @Slot()
    def focus_page(self) -> None:
        """Give the focus to the page shown."""
        shown = self.stack.currentWidget()
        holder = self._stages.get(self.sidebar.chosen)
        page = holder.current_page if holder else shown
        if page is None:
            return
        stop = page if page.focusProxy() is not None else first_stop(page)
        if stop is not None:
            stop.setFocus()

    @Slot(object)
    def _show_fault(self, fault: "DomainError | None") -> None:
        """As long as nothing can be written, a bar over every page says so and what can be done."""
        if fault is not None and self._unsaved is None and self._console is not None:
            from jury_desk.ui.main_window.unsaved_bar import UnsavedBar

            self._unsaved = UnsavedBar(self._console, self)
            self._unsaved.copy_requested.connect(self.copy_requested)
            self._unsaved.left.connect(self.focus_page)
            self._layout.insertWidget(_UNDER_TOP, self._unsaved)
        self._show_saved()

    def _show_saved(self) -> None:
        saved = self._operations.file.saved_at
        failing = self._console is not None and self._console.unsaved is not None
        self.top.saved.show_saved(clock_time(saved) if saved else "", failing=failing)

    @Slot(str, tuple)
    def _publish(self, heading: str, lines: tuple[str, ...]) -> None:
        room = self.attend().room
        room.publish(heading, lines)
        if lines:
            # Whoever publishes wants it seen.
            room.open()

    def _take_off(self, stages: Collection[str]) -> None:
        """A ranking that has changed, or is adopted no more, must not stay on the room's screen."""
        for stage in stages:
            shown = self._operations.shown[stage]
            if shown.published:
                shown.published = 0
                self._publish("", ())
                self._operations.messages.tell_note(
                    self.tr(
                        "The ranking has changed: it is off the room’s screen. Publish it again from the last place."
                    )
                )

    @Slot()
    def _show_clock(self, _now: object = None) -> None:
        """The clock under way is in the top line of every page."""
        if self._console is None:
            return
        from jury_desk.ui.live.clock_words import running_clock

        session = self._console.session
        shown = running_clock(self._operations.records, session, self._console.now) if session else None
        self.top.clock.show_clock(shown)

    @Slot()
    def _go_to_session(self) -> None:
        session = self.attend().session
        if session is not None:
            self.go(f"{STAGE}{session.stage}#session")

    @Slot(str)
    def _go_within(self, key: str, target: str) -> None:
        if target == "import":
            self.import_requested.emit()
        elif target == "verify":
            self.verification_requested.emit()
        elif target == "sound":
            self.attend().test_sound()
        elif target.partition("#")[0] in PAGES or target.startswith(STAGE):
            self.go(target)
        else:
            self.go(f"{key}#{target}")

    @Slot(str)
    def _tell_place(self, _tab: str) -> None:
        self.place_shown.emit(self.place)

    @Slot(object, object)
    def _follow(self, changes: ChangeSet, _initiator: object) -> None:
        """Marks can change the path and what a stage lacks, not what is typed next: those wait for a rest."""
        self._show_saved()
        if _ADOPTED in changes.entities:
            self._take_off(changes.stages)
        if changes.entities == _MARKS:
            self._rest.start()
        else:
            self.refresh()


def _stage_page(stage: Stage, tab: str) -> Callable[[Operations, str], QWidget]:
    """The class of a page; each loads when it is first shown."""
    if stage.kind is StageKind.CALL:
        from jury_desk.ui.pages.call import CallPage

        return CallPage
    if not stage.has_marks:
        from jury_desk.ui.pages.follow_up import FollowUpPage

        return FollowUpPage
    return _tab_page(tab)


def _tab_page(tab: str) -> Callable[[Operations, str], QWidget]:
    match tab:
        case "prepare":
            from jury_desk.ui.pages.prepare import PreparePage

            return PreparePage
        case "marks":
            from jury_desk.ui.pages.marks import MarksPage

            return MarksPage
        case "deliberate":
            from jury_desk.ui.pages.deliberate import DeliberatePage

            return DeliberatePage
        case _:
            from jury_desk.ui.pages.documents import DocumentsPage

            return DocumentsPage


def _line(*, vertical: bool = False) -> QFrame:
    made = QFrame()
    made.setAutoFillBackground(True)
    palette = made.palette()
    palette.setColor(made.backgroundRole(), theme.color("line"))
    made.setPalette(palette)
    if vertical:
        made.setFixedWidth(theme.tokens().stroke)
    else:
        made.setFixedHeight(theme.tokens().stroke)
    made.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    return made

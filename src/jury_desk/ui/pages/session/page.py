"""The tab itself: clock, acts and panels at the left, running order and room at the right, who is there at the foot."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QMargins, QObject, QSize, Qt, Slot
from PySide6.QtGui import QKeyEvent, QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QBoxLayout, QWidget

from jury_desk.domain.closure import proclaimed
from jury_desk.domain.instants import Instant
from jury_desk.domain.pitch_state import SessionStatus
from jury_desk.services.pitch_conditions import unmet_conditions
from jury_desk.services.pitch_views import schedule_of
from jury_desk.services.pitches import PitchSession
from jury_desk.services.preparation import entries
from jury_desk.services.running_order import orders
from jury_desk.ui import theme
from jury_desk.ui.live.console import Console
from jury_desk.ui.models.running_order import ROW_ROLE, OrderState, RunningOrderModel
from jury_desk.ui.pages.session.act_bar import ActBar
from jury_desk.ui.pages.session.clock_panel import ClockPanel
from jury_desk.ui.pages.session.foot import Foot
from jury_desk.ui.pages.session.gate import Gate
from jury_desk.ui.pages.session.marks_drawer import MarksDrawer
from jury_desk.ui.pages.session.order_words import drift_words, forecast_words, may_be_drawn, order_rows, savings_words
from jury_desk.ui.pages.session.questions import Questions
from jury_desk.ui.pages.session.room_panel import RoomPanel
from jury_desk.ui.pages.session.words import clock_view
from jury_desk.ui.room.screens import RoomPlace
from jury_desk.ui.widgets.buttons import link, press_focused
from jury_desk.ui.widgets.card import column, row
from jury_desk.ui.widgets.empty_view import EmptyView
from jury_desk.ui.widgets.firm import Firm
from jury_desk.ui.widgets.inline_panel import PanelHost
from jury_desk.ui.widgets.running_order import RunningOrderView
from jury_desk.ui.widgets.stage_page import PageStack, StagePage, page_margins
from jury_desk.ui.widgets.stage_view import Fitted
from jury_desk.ui.widgets.text import Text

if TYPE_CHECKING:
    from collections.abc import Callable

_SIDE = 312
_ROOM_FOR_SIDE = 760
_CLOCK_OVER_MARKS = 168
"""How high the clock is while marks are typed under it: its digits can still be read from the side of the desk."""


class _Scrolling(Fitted):
    """Takes the height there is, so that the page itself never scrolls away from what stands at its foot."""

    def sizeHint(self) -> QSize:
        """It asks for no more than the least (Qt)."""
        return self.minimumSizeHint()


class SessionPage(StagePage):
    """The live session of one stage."""

    def __init__(self, console: Console, stage_id: str, parent: QWidget | None = None) -> None:
        super().__init__(console.operations, stage_id, parent)
        self.console = console
        self.clock = ClockPanel()
        self.gate = Gate()
        self.acts = ActBar(console)
        self.host = PanelHost()
        self.order = RunningOrderModel(self)
        self.order_view = RunningOrderView(self.tr("Running order"), ROW_ROLE)
        self.draw = link(self.tr("Draw by lot…"))
        self.forecast = Text("", bold=True)
        self.savings = Text("", "small", ink="muted")
        self.room = RoomPanel(console)
        self.foot = Foot(console)
        self.marks = MarksDrawer(console.operations, stage_id)
        self.ask = Questions(console, stage_id, self.host)
        self._build()
        self._wire()
        self._bind_keys()
        self.setFocusProxy(self.order_view)

    # Making

    def _build(self) -> None:
        self.order_view.setModel(self.order)
        self.order_view.setMinimumHeight(theme.px(120))
        self.clock.hide()
        left = column(gap=12)
        # No stack: the one that is hidden would keep its least height.
        left.addWidget(self.gate, 1)
        left.addWidget(self.clock, 1)
        left.addWidget(self.acts)
        left.addWidget(self.host)
        self._side = QWidget()
        self._side.setLayout(self._side_layout())
        self._upper = upper = Firm()
        self._parts = QBoxLayout(QBoxLayout.Direction.LeftToRight, upper)
        self._parts.setContentsMargins(0, 0, 0, 0)
        self._parts.setSpacing(theme.gap(16))
        self._parts.addLayout(left, 1)
        self._parts.addWidget(self._side)
        self._whole = whole = column(gap=8)
        self._margins = QMargins(*page_margins())
        whole.setContentsMargins(self._margins)
        whole.addWidget(upper, 1)
        whole.addWidget(self.marks)
        whole.addWidget(self.foot)
        inner, scrolled = QWidget(), QWidget()
        inner.setLayout(whole)
        # Scrolled, it asks for the least height at its width, where Qt would take the one that all parts would like.
        PageStack(scrolled).addWidget(inner)
        self._dock = row(gap=0)
        self._dock.setContentsMargins(0, 0, 0, 0)
        self._docked = False
        within = column(gap=0)
        within.addWidget(_Scrolling(scrolled), 1)
        within.addLayout(self._dock)
        content = QWidget()
        content.setLayout(within)
        self._empty = EmptyView(
            self.tr("No candidacy is heard in this stage yet"),
            self.tr("Choose the candidacies and their order of passage under Prepare."),
            self.tr("Choose the candidacies"),
        )
        self._elsewhere = EmptyView(
            self.tr("The session of another stage is under way"),
            self.tr("Close that one first: there is one clock."),
        )
        self._views = PageStack(self)
        for view in (content, self._empty, self._elsewhere):
            self._views.addWidget(view)

    def _side_layout(self) -> QBoxLayout:
        head = row(gap=8)
        head.addWidget(Text(self.tr("Running order"), "small", ink="muted", bold=True), 1)
        head.addWidget(self.draw)
        side = column(gap=8)
        side.addLayout(head)
        side.addWidget(self.order_view, 1)
        side.addWidget(self.forecast)
        side.addWidget(self.savings)
        self.savings.hide()
        side.addWidget(self.room)
        return side

    def _wire(self) -> None:
        self._empty.button_chosen.connect(self._ask_for_passages)
        self.gate.target_requested.connect(self.page_requested)
        self.gate.open_requested.connect(self.open_session)
        self.gate.sound_tried.connect(self.console.test_sound)
        self.acts.grant.clicked.connect(self.ask.grant)
        self.acts.earlier.clicked.connect(self.ask.earlier)
        self.acts.incident.clicked.connect(self.ask.incident)
        self.acts.passage.clicked.connect(self.ask_passage)
        self.draw.clicked.connect(self.ask.draw)
        self.order.move_wished.connect(self.ask.move)
        self.order_view.step_wished.connect(self.order.wish_step)
        self.order_view.place_wished.connect(self._ask_place)
        self.room.room_asked.connect(self._press_room)
        self.room.black_asked.connect(self._press_black)
        self.room.message_asked.connect(self.ask.message)
        self.foot.presence_asked.connect(self.ask.presence)
        self.foot.marks_asked.connect(self.toggle_marks)
        self.foot.left_confirmed.connect(self.ask.note_left)
        self.foot.questions_asked.connect(self.ask_questions)
        self.marks.page_requested.connect(self.page_requested)
        self.marks.closed.connect(self._take_focus)
        self.host.emptied.connect(self._take_focus)
        self.console.changed.connect(self._follow_console)
        self.console.time_passed.connect(self.show_time)
        self.console.noticed.connect(self.show_hours)
        self.console.locked_changed.connect(self._follow_lock)
        self.console.room.changed.connect(self._follow_room)

    def _bind_keys(self) -> None:
        keys: dict[str, Callable[[], object]] = {
            "Space": self._press_space,
            "F8": self.press_next,
            "F6": self.ask.grant,
            "F12": self.ask.earlier,
            "F7": self.ask_passage,
            "F9": self.ask.incident,
            "F5": self._press_room,
            "F4": self._press_black,
            "F10": self.ask.message,
            "L": self.console.toggle_lock,
            "P": self.ask.presence,
            "M": self.toggle_marks,
            "Q": self.ask_questions,
            "Esc": self._press_escape,
        }
        for key, act in keys.items():
            shortcut = QShortcut(QKeySequence(key), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.setAutoRepeat(False)
            shortcut.activated.connect(act)

    # Showing

    def refresh(self) -> None:
        """Read everything again."""
        records = self.operations.records
        if not entries(records, self.stage_id):
            self._views.setCurrentWidget(self._empty)
            return
        if not self.console.attend(self.stage_id) or self._session is None:
            self._views.setCurrentIndex(2)
            return
        session = self._session
        self._views.setCurrentIndex(0)
        prepared = session.state.status is SessionStatus.PREPARED
        self.gate.setVisible(prepared)
        self.clock.setVisible(not prepared)
        self.acts.setVisible(not prepared)
        self.acts.urgent.setVisible(self._docked and not prepared)
        self.gate.open.setVisible(prepared)
        if prepared:
            shown = self.console.room.place in (RoomPlace.FULL, RoomPlace.SMALL)
            self.gate.show_conditions(
                unmet_conditions(records, self.stage_id, session.state.format, room_screen=shown),
                session.state.format,
            )
        self.acts.refresh(session)
        self.draw.setText(self.tr("Draw again…") if orders(records, self.stage_id) else self.tr("Draw by lot…"))
        drawn = may_be_drawn(records, self.stage_id) and session.state.status is not SessionStatus.CLOSED
        self.draw.setVisible(drawn)
        self.foot.refresh(session, marks_shown=self.marks.isVisible())
        if session.state.latest is not None:
            self.marks.follow(session.state.latest.candidacy)
        self.ask.follow()
        self.ask.interruption()
        self.ask.restart()
        self.show_time(self.console.now)
        self.show_hours(self.console.now)
        self._show_now()

    def _show_now(self) -> None:
        """Keep the passage under way in sight."""
        now = next((number for number, each in enumerate(self.order.rows) if each.state is OrderState.NOW), -1)
        if now >= 0:
            self.order_view.scrollTo(self.order.index(now))

    @Slot(object)
    def show_time(self, now: Instant) -> None:
        """Show what the clock says at ``now``; called each second, it reads nothing else again."""
        session = self._session
        if session is not None and self.clock.isVisible():
            self.clock.show_view(clock_view(session, now))

    @Slot(object)
    def show_hours(self, now: Instant) -> None:
        """Show what it means for the hours to come; it follows each second, when the second is shown."""
        session = self._session
        if session is None or not self.isVisible():
            return
        seen = schedule_of(session, now)
        self.order.set_rows(order_rows(session, seen, now))
        proposed = "\n".join(each for each in (drift_words(seen), savings_words(seen)) if each)
        for line, words in ((self.forecast, forecast_words(session, seen, now)), (self.savings, proposed)):
            if words != line.text():
                line.setText(words)
                line.setVisible(bool(words))

    @property
    def _session(self) -> PitchSession | None:
        session = self.console.session
        return session if session is not None and session.stage == self.stage_id else None

    def acted_itself(self, initiator: QObject | None) -> bool:
        """The clock's acts are followed through the console, saved or not."""
        return initiator is self or initiator is self.console

    def sizeHint(self) -> QSize:
        """The page takes the height there is and scrolls inside, but for the acts at its foot (Qt)."""
        return self.minimumSizeHint()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The running order goes under the clock where there is not the room beside it (Qt)."""
        super().resizeEvent(event)
        beside = event.size().width() >= theme.px(_ROOM_FOR_SIDE)
        self._side.setMaximumWidth(theme.px(_SIDE) if beside else 16_777_215)
        self._side.setMinimumWidth(theme.px(_SIDE) if beside else 0)
        direction = QBoxLayout.Direction.LeftToRight if beside else QBoxLayout.Direction.TopToBottom
        if direction != self._parts.direction():
            self._parts.setDirection(direction)
        self._give_room()

    def _dock_acts(self, size: QSize) -> None:
        """Where the page has to scroll, the acts of the moment stand at its foot and stay there."""
        docked = self._needed(size.width()) > size.height()
        if docked != self._docked:
            self._docked = docked
            self.acts.set_apart(apart=docked)
            side, gap = (theme.px(theme.MARGIN), theme.gap(4)) if docked else (0, 0)
            self._dock.setContentsMargins(side, gap, side, gap)
            if docked:
                self._dock.addWidget(self.acts.urgent)
                self._dock.addWidget(self.gate.open, 0, Qt.AlignmentFlag.AlignLeft)
            else:
                self.gate.take_open_back()
        foot = self.acts.urgent.sizeHint().height() + theme.px(theme.SPACE) + theme.gap(8)
        beside_marks = theme.px(_CLOCK_OVER_MARKS) if self.marks.isVisible() else None
        self.clock.fit(size.height() - foot if docked else beside_marks)

    def _needed(self, width: int) -> int:
        """The height at which everything of the moment can be seen at once."""
        beside = self._parts.direction() == QBoxLayout.Direction.LeftToRight
        margins = self._margins
        side, inner = self._side.minimumSizeHint(), width - margins.left() - margins.right()
        acts = self.acts.height_of_all(inner - (theme.px(_SIDE) + theme.gap(16) if beside else 0))
        left = self.clock.minimumSizeHint().height() + theme.gap(12) + acts
        upper = max(left, side.height()) if beside else left + theme.gap(16) + side.height()
        return upper + theme.gap(8) + self.foot.heightForWidth(inner) + margins.top() + margins.bottom()

    def _give_room(self) -> None:
        """The preview makes room for the marks; where the running order stands under the clock, it does so too."""
        marking = self.marks.isVisible()
        beside = self._parts.direction() == QBoxLayout.Direction.LeftToRight
        self.room.setVisible(not marking)
        self._side.setVisible(beside or not marking)
        for part, share in ((self._upper, int(not marking)), (self.marks, int(marking))):
            self._whole.setStretchFactor(part, share)
        if self._session is not None:
            self.foot.refresh(self._session, marks_shown=marking)
        self._dock_acts(self.size())

    # Keys

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter presses the button that has the focus, for Space is the clock's (Qt)."""
        if not press_focused(self, event):
            super().keyPressEvent(event)

    @Slot()
    def _press_space(self) -> None:
        self.console.toggle()

    @Slot()
    def _press_room(self) -> None:
        if not self.console.is_locked():
            self.console.room.toggle()

    @Slot()
    def _press_black(self) -> None:
        if not self.console.is_locked():
            self.console.room.toggle_blackout()

    @Slot()
    def press_next(self) -> None:
        """F8: open the session, do what comes next, close it at the end; open it again once it is closed."""
        session = self._session
        if session is None:
            return
        match session.state.status:
            case SessionStatus.PREPARED:
                self.open_session()
            case SessionStatus.CLOSED if proclaimed(session.records, self.stage_id):
                self.operations.messages.tell_note(self.tr("The results are proclaimed: the session stays closed."))
            case SessionStatus.CLOSED:
                self.ask.reopen()
            case _ if session.next_step() is None and session.state.open_phase is None:
                self.ask.close()
            case _:
                self.console.next()

    @Slot()
    def open_session(self) -> None:
        """Open the session, with the reason typed where one is asked for."""
        despite = self.gate.reason.text
        self.console.act(lambda session: session.open(despite=despite), guarded=True)

    @Slot()
    def ask_passage(self) -> None:
        """F7: the acts on the passage chosen in the running order, else on the one under way or next."""
        session = self._session
        if session is None or session.state.status is not SessionStatus.LIVE or self.console.locked:
            return
        self.ask.passage(self._meant(session))

    @Slot()
    def ask_questions(self) -> None:
        """Q: the questions to put to the passage chosen in the running order, else to the one under way or next."""
        session = self._session
        if session is not None and session.order:
            self.ask.put_questions(self._meant(session))

    def _meant(self, session: PitchSession) -> str:
        chosen = self.order_view.currentIndex()
        row = self.order.rows[chosen.row()] if chosen.isValid() else None
        latest = session.state.current or session.state.latest
        fallback = latest.candidacy if latest else session.order[0]
        return row.candidacy if row and row.candidacy else fallback

    # Following

    @Slot(int)
    def _ask_place(self, line: int) -> None:
        row = self.order.rows[line]
        if row.movable:
            self.ask.place(row.candidacy)

    @Slot()
    def _follow_console(self) -> None:
        if self.isVisible():
            self.refresh()
        else:
            self._stale = True

    @Slot()
    def _follow_lock(self, _locked: bool) -> None:
        self._follow_console()

    @Slot()
    def _follow_room(self) -> None:
        session = self._session
        if session is not None and session.state.status is SessionStatus.PREPARED:
            self._follow_console()

    @Slot()
    def _press_escape(self) -> None:
        """Put the panel away, else the marks; nothing that Escape does stops a clock."""
        if self.host.panel is not None:
            self.host.give_up()
        else:
            self.marks.put_away()

    @Slot()
    def _take_focus(self) -> None:
        if self.marks.isVisible():
            self.marks.take_focus()
        else:
            self._give_room()
            self.order_view.setFocus()

    @Slot()
    def _ask_for_passages(self) -> None:
        self.page_requested.emit("prepare#order")

    @Slot()
    def toggle_marks(self) -> None:
        """M: slide the marks of the passage up from the foot, or put them away; the clock stays in sight."""
        latest = self._session.state.latest if self._session else None
        if self.marks.isVisible():
            self.marks.put_away()
        elif latest is not None:
            self.marks.slide_up(latest.candidacy)
            self._give_room()

    def commit_pending_edit(self) -> None:
        """Take what stands in an open editor of the marks."""
        self.marks.commit_pending_edit()

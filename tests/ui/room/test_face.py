"""What the room's screen says in each state, how it can be told apart without colours, and that it fits."""

from dataclasses import fields, replace
from itertools import combinations

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from jury_desk.app.window import load_later_fonts, make_application
from jury_desk.ui import theme
from jury_desk.ui.room.face import RoomFace, places
from jury_desk.ui.room.view import NOTHING, RoomState, RoomView
from jury_desk.ui.widgets.clock_tones import BLACK, GROUNDS, Tone

RUNNING = RoomView(
    RoomState.RUNNING,
    phase="Exposé",
    project="Guichet clair",
    holders="Nadia Benali",
    remaining_ms=161_000,
    allotted_ms=300_000,
)
STATES = {
    "nothing": NOTHING,
    "ready": replace(RUNNING, state=RoomState.READY, remaining_ms=300_000),
    "running": RUNNING,
    "warning": replace(RUNNING, tone=Tone.WARNING, remaining_ms=41_000),
    "overtime": replace(RUNNING, tone=Tone.OVERTIME, remaining_ms=-25_300),
    "paused": replace(RUNNING, state=RoomState.PAUSED),
    "interrupted": replace(RUNNING, state=RoomState.INTERRUPTED),
    "ended": replace(RUNNING, state=RoomState.ENDED),
    "message": replace(RUNNING, message="The jury is back in five minutes"),
    "blackout": replace(RUNNING, blackout=True),
    "lines": replace(NOTHING, lines=("3  Guichet clair", "4  Mon quai")),
}


@pytest.fixture
def face(qtbot: QtBot, qapp: QApplication) -> RoomFace:
    """A face of the size of a projector's picture."""
    make_application()
    load_later_fonts()
    theme.apply(qapp, "light", 100)
    made = RoomFace()
    qtbot.addWidget(made)
    made.resize(960, 540)
    return made


def picture(face: RoomFace, view: RoomView) -> QImage:
    """The face as it is painted."""
    face.show_view(view)
    return face.grab().toImage()


def colours(image: QImage, frame: QRectF) -> set[str]:
    """The pure colours within a frame of the picture."""
    inside = frame.toRect().intersected(image.rect())
    return {
        image.pixelColor(x, y).name()
        for x in range(inside.left(), inside.right(), 2)
        for y in range(inside.top(), inside.bottom(), 2)
    }


def ink_frame(image: QImage, ground: str, within: QRectF) -> QRectF:
    """The smallest frame around what is written in a part of the picture."""
    inside = within.toRect().intersected(image.rect())
    written = [
        (x, y)
        for x in range(inside.left(), inside.right() + 1)
        for y in range(inside.top(), inside.bottom() + 1, 2)
        if image.pixelColor(x, y) != QColor(ground)
    ]
    xs, ys = [x for x, _ in written], [y for _, y in written]
    return QRectF(min(xs), min(ys), max(xs) - min(xs), max(ys) - min(ys))


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("running", "Exposé, TIME, 2:41, Guichet clair, Nadia Benali"),
        ("warning", "Exposé, CONCLUDE, 0:41, Guichet clair, Nadia Benali"),
        ("overtime", "Exposé, OVERTIME, +0:25, Guichet clair, Nadia Benali"),
        ("paused", "Exposé, PAUSED, 2:41, Guichet clair, Nadia Benali"),
        ("ended", "Exposé, ENDED, 2:41, Guichet clair, Nadia Benali"),
        ("interrupted", "Exposé, Interruption, Guichet clair, Nadia Benali"),
        ("message", "Exposé, TIME, 2:41, The jury is back in five minutes"),
        ("blackout", "Black screen"),
        ("lines", "3  Guichet clair, 4  Mon quai"),
    ],
)
def test_each_state_says_what_a_screen_reader_would_read(face: RoomFace, name: str, words: str) -> None:
    """Phase, state, time, then names or the message that replaces them."""
    face.show_view(STATES[name])
    assert face.words() == face.accessibleDescription() == words


def test_view_has_no_room_for_a_mark() -> None:
    """Every field is a state, a name, a time or a sentence; adding one is a decision, not an accident."""
    assert {field.name: field.type for field in fields(RoomView)} == {
        "state": RoomState,
        "tone": Tone,
        "phase": str,
        "project": str,
        "holders": str,
        "remaining_ms": int | None,
        "allotted_ms": int,
        "message": str,
        "blackout": bool,
        "lines": tuple[str, ...],
    }


@pytest.mark.parametrize("tone", list(Tone))
def test_text_on_each_ground_has_far_more_than_enough_contrast(tone: Tone) -> None:
    """From the back of a badly lit room: 9:1 and more, twice what the norm asks of small type."""
    assert theme.contrast_ratio(GROUNDS[tone].ink, GROUNDS[tone].ground) >= 9


def test_amber_stands_out_from_both_other_grounds() -> None:
    """The step to the warning is seen as such; red differs from the dark ground by its signs."""
    amber = GROUNDS[Tone.WARNING].ground
    assert theme.contrast_ratio(amber, GROUNDS[Tone.NORMAL].ground) >= 11
    assert theme.contrast_ratio(amber, GROUNDS[Tone.OVERTIME].ground) >= 5


def test_no_two_tones_differ_by_colour_alone(face: RoomFace) -> None:
    """Seen without colours, the sign and the frame still tell the three apart."""
    shown = {}
    for name in ("running", "warning", "overtime"):
        face.show_view(STATES[name])
        shown[name] = (face.sign(), GROUNDS[STATES[name].tone].frame)
    for one, other in combinations(shown.values(), 2):
        assert one[0] != other[0]
        assert one[1] != other[1]
    assert face.figures().startswith("+")


@pytest.mark.parametrize("name", ["running", "warning", "overtime"])
def test_ground_and_frame_are_painted(face: RoomFace, name: str) -> None:
    """The ground of the tone, and at the edge its frame."""
    view = STATES[name]
    ground = GROUNDS[view.tone]
    image = picture(face, view)
    edge = ground.ink if ground.frame else ground.ground
    assert image.pixelColor(1, 270).name().upper() == edge
    assert image.pixelColor(40, 80).name().upper() == ground.ground


def test_blackout_is_black_to_the_last_pixel(face: RoomFace) -> None:
    """Nothing shines through."""
    image = picture(face, replace(STATES["overtime"], blackout=True))
    assert colours(image, QRectF(image.rect())) == {BLACK}


@pytest.mark.parametrize(("width", "height"), [(1920, 1080), (1024, 768), (480, 270), (1280, 720)])
@pytest.mark.parametrize("name", ["running", "warning", "overtime"])
def test_figures_fill_their_two_thirds_without_leaving_them(face: RoomFace, name: str, width: int, height: int) -> None:
    """As large as the width or the height allows, in the middle, on any shape of screen."""
    face.resize(width, height)
    image = picture(face, STATES[name])
    place = places(width, height).clock
    assert place.height() == pytest.approx(height * 2 / 3)
    # The painted frame of a tone is no figure: look inside it.
    inner = place.adjusted(1, 0, -1, 0)
    ink = ink_frame(image, GROUNDS[STATES[name].tone].ground, inner)
    assert ink.width() >= place.width() * 0.8 or ink.height() >= place.height() * 0.8
    assert ink.top() > place.top()
    assert ink.bottom() < place.bottom()
    assert ink.left() > inner.left()
    assert ink.right() < inner.right()


def test_figures_keep_their_size_from_second_to_second(face: RoomFace) -> None:
    """1:11 is as large as 4:48: the clock does not breathe."""
    place = places(960, 540).clock
    heights = {
        ink_frame(picture(face, replace(RUNNING, remaining_ms=left)), "#101820", place).height()
        for left in (288_000, 247_000, 288_500)
    }
    assert max(heights) - min(heights) <= 8


def test_message_stands_where_the_names_were(face: RoomFace) -> None:
    """The clock does not move for it."""
    clock = places(960, 540).clock
    plain, told = picture(face, RUNNING), picture(face, STATES["message"])
    assert plain.copy(clock.toRect()) == told.copy(clock.toRect())
    names = places(960, 540).names.toRect()
    assert plain.copy(names) != told.copy(names)


@pytest.mark.parametrize("text", ["Une plateforme régionale pour partager les surfaces des lycées " * 2, "Court"])
def test_long_names_are_written_smaller_and_stay_in(face: RoomFace, text: str) -> None:
    """What is long gives way; the margins stay clear."""
    image = picture(face, replace(RUNNING, project=text, holders=text, phase=text))
    assert colours(image, QRectF(0, 0, 30, 540)) == {"#101820"}
    assert colours(image, QRectF(930, 0, 30, 540)) == {"#101820"}


@pytest.mark.parametrize(
    ("remaining", "shown"), [(300_000, 0), (150_000, 0.5), (0, 1), (-20_000, 1), (330_000, 0), (None, 0)]
)
def test_bar_shows_what_has_gone(remaining: int | None, shown: float) -> None:
    """Never less than nothing nor more than all, whatever was granted."""
    assert replace(RUNNING, remaining_ms=remaining).gone == shown

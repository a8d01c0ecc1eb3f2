"""What happens to work beside the window when the window is closed."""

from threading import Event, Timer

from PySide6.QtCore import QThreadPool
from PySide6.QtWidgets import QApplication

from jury_desk.app.window import _finish_works


def test_what_is_being_written_is_finished_before_the_program_ends(qapp: QApplication) -> None:
    """A document half written, or a page half drawn, would be cut short in the midst of a library."""
    assert qapp is not None
    may_end, ended = Event(), Event()

    def work() -> None:
        may_end.wait(20)
        ended.set()

    QThreadPool.globalInstance().start(work)
    Timer(0.05, may_end.set).start()
    _finish_works()
    assert ended.is_set()

"""What the window says of an error."""

from pytestqt.qtbot import QtBot

from jury_desk.domain.document_reader import Problem
from jury_desk.domain.rules import RulesRefused
from jury_desk.ui.messages import Messages


def test_error_with_many_problems_names_them(qtbot: QtBot) -> None:
    """Refused rules are told with the place and the reason of what is wrong, not as refused alone."""
    messages = Messages("en")
    refusal = RulesRefused((Problem("criteria[2].weight", "missing", {"key": "weight"}, 12),))
    with qtbot.waitSignal(messages.error_told) as told:
        messages.tell_error(refusal)
    assert told.args is not None
    assert "criteria[2].weight" in told.args[0]
    assert "12" in told.args[0]

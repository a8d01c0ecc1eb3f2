"""What F1 says: a sentence on each place, and the keys that work there."""

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QAction, QKeySequence

Pairs = list[tuple[str, str]]


def about(place: str) -> str:
    """What the page shown is for."""
    translate = QCoreApplication.translate
    key = place.rpartition("#")[2] if "#" in place else place
    return {
        "prepare": translate(
            "Help", "Before the session: rules, jury, order of passage. Rules are frozen before marks."
        ),
        "session": translate("Help", "The session itself: the clock, the running order, who is present."),
        "marks": translate("Help", "The marks, at keypad speed. Each mark is on disk as soon as the cell is left."),
        "deliberate": translate("Help", "The ranking as the rules compute it, and what the jury decides."),
        "documents": translate("Help", "The minutes and the workbook: the very pages that will be printed."),
        "candidacies": translate(
            "Help", "Every candidacy, found by any word it holds; admissible or not, with the reason."
        ),
        "overview": translate("Help", "Where the programme stands, stage by stage."),
        "settings": translate("Help", "What the edition is called, and how the window looks."),
    }.get(key, "")


def of_actions(actions: list[QAction]) -> Pairs:
    """The acts of the window that have a key."""
    native = QKeySequence.SequenceFormat.NativeText
    return [
        (action.text().rstrip("…"), action.shortcut().toString(native))
        for action in actions
        if not action.shortcut().isEmpty()
    ]


def of_the_grid() -> Pairs:
    """The keys of the grid of marks."""
    translate = QCoreApplication.translate
    return [
        (translate("Help", "Type a mark, then go down"), translate("Help", "digits, Enter")),
        (translate("Help", "Next mark, mark before"), translate("Help", "Tab, Shift+Tab")),
        (translate("Help", "Keypad: type all the marks without Enter"), translate("Help", "button or menu")),
        (translate("Help", "Edges of the row, of the marks"), translate("Help", "Home, End, Ctrl+arrows")),
        (translate("Help", "Change a mark"), "F2"),
        (translate("Help", "Give up the change"), translate("Help", "Esc")),
        (translate("Help", "Clear: not marked (never zero)"), translate("Help", "Del")),
        (translate("Help", "Absent, recused, abstained"), "A, R, X"),
        (translate("Help", "Comment on the mark, the sheet, the candidacy"), translate("Help", "Shift+F2")),
        (translate("Help", "Copy, with headers, paste"), translate("Help", "Ctrl+C, Ctrl+Shift+C, Ctrl+V")),
        (translate("Help", "Fill down"), "Ctrl+D"),
        (translate("Help", "Next of the list, the one before"), translate("Help", "Alt+Page down, Alt+Page up")),
        (translate("Help", "Hide totals and places, show them"), "F3"),
        (translate("Help", "Find a sheet by its number"), "F4"),
        (translate("Help", "Why this figure?"), "F9"),
    ]


def of_the_session() -> Pairs:
    """The keys of the desk while a session runs."""
    translate = QCoreApplication.translate
    return [
        (translate("Help", "Start, pause, resume"), translate("Help", "Space")),
        (translate("Help", "End the phase, start or call what comes next"), "F8"),
        (translate("Help", "Give time, with its reason"), "F6"),
        (translate("Help", "Call, put off, note an absence, hear again"), "F7"),
        (translate("Help", "Incident: stop the clock at once"), "F9"),
        (translate("Help", "Start from an earlier instant"), "F12"),
        (translate("Help", "Show the room screen, make it black, write on it"), "F5, F4, F10"),
        (translate("Help", "Who is there, the marks of this passage"), "P, M"),
        (translate("Help", "Questions to put to this passage"), "Q"),
        (translate("Help", "Lock all but Space and Undo"), "L"),
        (translate("Help", "Move a passage"), translate("Help", "Alt+Up, Alt+Down, Enter")),
        (translate("Help", "While saving fails: try again, go on elsewhere"), "Ctrl+S, Ctrl+Shift+S"),
    ]


def of_the_ranking() -> Pairs:
    """The keys of the ranking."""
    translate = QCoreApplication.translate
    return [
        (translate("Help", "From figure to figure"), translate("Help", "arrows")),
        (translate("Help", "Why this figure?"), translate("Help", "F9, Enter")),
        (translate("Help", "Tick a project, compare those ticked"), translate("Help", "Space, F6")),
        (translate("Help", "How firmly the ranking stands"), "F7"),
        (translate("Help", "Back to the ranking"), translate("Help", "Esc")),
    ]

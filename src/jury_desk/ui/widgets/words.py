"""The words of the window for what the records only name: admissibility, outcomes, states of a stage."""

from PySide6.QtCore import QCoreApplication

from jury_desk.domain.candidacy import Admissibility, Outcome, OutcomeCategory


def admissibility_words(state: Admissibility) -> str:
    """« Recevable »."""
    return {
        Admissibility.RECEIVED: QCoreApplication.translate("Words", "To be examined"),
        Admissibility.ADMISSIBLE: QCoreApplication.translate("Words", "Admissible"),
        Admissibility.INADMISSIBLE: QCoreApplication.translate("Words", "Inadmissible"),
        Admissibility.WITHDRAWN: QCoreApplication.translate("Words", "Withdrawn"),
    }[state]


def admissibility_sign(state: Admissibility) -> str:
    """The sign before the words."""
    return {
        Admissibility.RECEIVED: "○",
        Admissibility.ADMISSIBLE: "✓",
        Admissibility.INADMISSIBLE: "✗",
        Admissibility.WITHDRAWN: "–",
    }[state]


def admissibility_mark(state: Admissibility) -> str:
    """The sign and the words: « ✓ Recevable »."""
    return f"{admissibility_sign(state)} {admissibility_words(state)}"


def admissibility_ink(state: Admissibility) -> str:
    """The colour token of the words."""
    return {
        Admissibility.RECEIVED: "attention",
        Admissibility.ADMISSIBLE: "good",
        Admissibility.INADMISSIBLE: "bad",
        Admissibility.WITHDRAWN: "muted",
    }[state]


def category_words(category: OutcomeCategory) -> str:
    """« Retenu »."""
    return {
        OutcomeCategory.SELECTED: QCoreApplication.translate("Words", "Selected"),
        OutcomeCategory.RESERVE: QCoreApplication.translate("Words", "Reserve list"),
        OutcomeCategory.NOT_SELECTED: QCoreApplication.translate("Words", "Not selected"),
        OutcomeCategory.CONTINUED: QCoreApplication.translate("Words", "Continued"),
        OutcomeCategory.EXTENDED: QCoreApplication.translate("Words", "Extended"),
        OutcomeCategory.STOPPED: QCoreApplication.translate("Words", "Stopped"),
    }[category]


def outcome_words(outcome: Outcome | None) -> str:
    """The outcome's own label where it has one, else the name of its category; nothing for no outcome."""
    if outcome is None:
        return ""
    return outcome.label or category_words(outcome.category)


def outcome_ink(outcome: Outcome | None) -> str:
    """The colour token of an outcome's words."""
    if outcome is None or outcome.category in (OutcomeCategory.NOT_SELECTED, OutcomeCategory.STOPPED):
        return "muted"
    if outcome.category in (OutcomeCategory.RESERVE, OutcomeCategory.EXTENDED):
        return "attention"
    return "good"

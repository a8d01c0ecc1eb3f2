"""Where a candidacy stands, in a word or two."""

from jury_desk.domain.standings import SelectionStatus, Standing, Status
from jury_desk.resources import phrases


def standing_word(standing: Standing, language: str) -> str:
    """Where a candidacy stands, in a word or two: its side of the line when ranked, else why it has no place."""
    words = phrases("commands", language)
    if standing.status is Status.RANKED and standing.selection is not None:
        return selection_word(standing.selection, language)
    word: str = words["status"][standing.status.value]
    return word


def selection_word(selection: SelectionStatus, language: str) -> str:
    """On which side of the selection line, in a word or two."""
    word: str = phrases("commands", language)["selection"][selection.value]
    return word

"""The checklist of the minutes in words: what each item is, and what is still blank."""

from jury_desk.domain.checklist import Item, checklist
from jury_desk.domain.minutes import StageReport
from jury_desk.resources import phrases


def item_name(item: Item, language: str) -> str:
    """What an item of the checklist is: « Quorum »."""
    name: str = phrases("checklist", language)["items"][str(item.number)]
    return name


def gap_words(gap: str, language: str) -> str:
    """What is blank: « l’heure de clôture »."""
    words: str = phrases("checklist", language)["gaps"][gap]
    return words


def gap_sentences(report: StageReport, language: str) -> list[str]:
    """One line per item that keeps the minutes provisional."""
    return [
        phrases("checklist", language)["sentence"].format(
            number=item.number,
            item=item_name(item, language),
            gaps=", ".join(gap_words(gap, language) for gap in item.gaps),
        )
        for item in checklist(report)
        if item.blocks
    ]

"""What is missing, in words short enough for the strip, and where it is put right."""

from PySide6.QtCore import QObject

from jury_desk.services.missing import Lack

TARGETS = {
    Lack.EXAMINATION: "candidacies",
    Lack.ENTRIES: "prepare#order",
    Lack.RULES: "prepare#rules",
    Lack.FREEZE: "prepare#freeze",
    Lack.ORDER: "session",
    Lack.JURORS: "prepare#jury",
    Lack.DECLARATIONS: "prepare#jury",
    Lack.RULINGS: "prepare#jury",
    Lack.RECUSAL_REASONS: "prepare#jury",
    Lack.SHEETS: "marks",
    Lack.OUTCOMES: "deliberate",
}
"""The tab, and its section, or the page, where each is put right."""


def place_of(stage: str, lack: Lack) -> str:
    """The place of the window where something that a stage lacks is put right."""
    target = TARGETS[lack]
    return target if lack is Lack.EXAMINATION else f"stage:{stage}#{target}"


class LackWords(QObject):
    """Words for the kinds of thing that can be missing; an object, because plural forms need one."""

    def of(self, lack: str, count: int, total: int) -> str:
        """« 2 jurés sans déclaration d’intérêts » for the kind of thing missing, how often and of how many."""
        words = {
            "examination": self.tr("%n candidacy(ies) of {total} still to be examined", "", count),
            "entries": self.tr("no candidacy in this stage"),
            "rules": self.tr("rules not written"),
            "freeze": self.tr("rules not frozen"),
            "order": self.tr("order of passage not drawn by lot"),
            "jurors": self.tr("no juror with a vote"),
            "declarations": self.tr("%n juror(s) without a declaration of interests", "", count),
            "rulings": self.tr("%n recusal(s) to be ruled on", "", count),
            "recusal_reasons": self.tr("%n recusal(s) without a reason", "", count),
            "sheets": self.tr("%n sheet(s) of {total} incomplete", "", count),
            "outcomes": self.tr("%n decision(s) of {total} still to be taken", "", count),
        }[lack]
        return words.format(total=total)


def lack_words(lack: str, count: int, total: int) -> str:
    """The words for one thing that is missing."""
    return LackWords().of(lack, count, total)

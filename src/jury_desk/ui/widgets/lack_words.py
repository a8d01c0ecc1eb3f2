"""What is missing, in words short enough for the strip."""

from PySide6.QtCore import QObject


class LackWords(QObject):
    """Words for the kinds of thing that can be missing; an object, because plural forms need one."""

    def of(self, lack: str, count: int, total: int) -> str:
        """« 2 jurés sans déclaration d’intérêts » for the kind of thing missing, how often and of how many."""
        match lack:
            case "entries":
                return self.tr("no candidacy in this stage")
            case "rules":
                return self.tr("rules not written")
            case "freeze":
                return self.tr("rules not frozen")
            case "jurors":
                return self.tr("no juror with a vote")
            case "declarations":
                return self.tr("%n juror(s) without a declaration of interests", "", count)
            case "sheets":
                return self.tr("%n sheet(s) of {total} incomplete", "", count).format(total=total)
            case _:
                return self.tr("%n decision(s) of {total} still to be taken", "", count).format(total=total)


def lack_words(lack: str, count: int, total: int) -> str:
    """The words for one thing that is missing."""
    return LackWords().of(lack, count, total)

"""What is missing, in words short enough for the strip."""

from PySide6.QtCore import QCoreApplication


def lack_words(lack: str, count: int, total: int) -> str:
    """« 2 jurés sans déclaration d’intérêts » for the kind of thing missing, how often and of how many."""
    translate = QCoreApplication.translate
    match lack:
        case "entries":
            return translate("Lacks", "no candidacy in this stage")
        case "rules":
            return translate("Lacks", "rules not written")
        case "freeze":
            return translate("Lacks", "rules not frozen")
        case "jurors":
            return translate("Lacks", "no juror with a vote")
        case "declarations":
            return translate("Lacks", "%n juror(s) without a declaration of interests", "", count)
        case "sheets":
            return translate("Lacks", "%n sheet(s) of {total} incomplete", "", count).format(total=total)
        case _:
            return translate("Lacks", "%n decision(s) of {total} still to be taken", "", count).format(total=total)

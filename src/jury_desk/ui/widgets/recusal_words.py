"""The words of the window for recusals: level, who asked, ruling; and for suspected links."""

from PySide6.QtCore import QCoreApplication

from jury_desk.domain.recusal import RecusalLevel, RecusalOrigin, Ruling
from jury_desk.services.links import Link, LinkKind


def level_words(level: RecusalLevel) -> str:
    """« Majeur : quitte la salle »."""
    return {
        RecusalLevel.MAJOR: QCoreApplication.translate("Words", "Major: leaves the room"),
        RecusalLevel.MINOR: QCoreApplication.translate("Words", "Minor: no mark, no vote"),
        RecusalLevel.LIGHT: QCoreApplication.translate("Words", "Light: declared, sits"),
    }[level]


def origin_words(origin: RecusalOrigin) -> str:
    """« Membre du jury »."""
    return {
        RecusalOrigin.JUROR: QCoreApplication.translate("Words", "The juror"),
        RecusalOrigin.HOLDER: QCoreApplication.translate("Words", "The project holder"),
    }[origin]


def ruling_words(ruling: Ruling) -> str:
    """« ○ À trancher »: a sign and a word."""
    return {
        Ruling.PENDING: QCoreApplication.translate("Words", "○ To be ruled on"),
        Ruling.UPHELD: QCoreApplication.translate("Words", "✓ Upheld"),
        Ruling.DISMISSED: QCoreApplication.translate("Words", "– Dismissed"),
    }[ruling]


def ruling_ink(ruling: Ruling) -> str:
    """The colour token of a ruling."""
    return {Ruling.PENDING: "attention", Ruling.UPHELD: "text", Ruling.DISMISSED: "muted"}[ruling]


def link_words(link: Link) -> str:
    """« Mme Roux et « Guichet clair » : même service (Direction des lycées) »."""
    sentence = {
        LinkKind.NAME: QCoreApplication.translate("Words", "{juror} and “{title}”: same family name ({shared})"),
        LinkKind.SERVICE: QCoreApplication.translate("Words", "{juror} and “{title}”: same service ({shared})"),
    }[link.kind]
    return sentence.format(juror=link.juror.name, title=link.candidacy.title, shared=link.shared)

"""The printed words of minutes that verification compares with the data: where each stands, and what it must say."""

import hashlib
import re
import unicodedata
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from jury_desk.domain.candidacy import Outcome
from jury_desk.domain.minutes import StageReport
from jury_desk.domain.standings import Standing

FINGERPRINT = "fingerprint"

OUTCOME_TEXTS = ("label", "carrier", "conditions", "motivation")
"""What people wrote of a decision, printed as it is."""

_BLANKS = re.compile("[ \t\r\n\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]+")
_NOTHING = ("—", "–")
"""What documents print where there is no figure, by language."""
_LIGATURES = frozenset("ﬀﬁﬂﬃﬄﬅﬆ")
_RIGHT_TO_LEFT = ("R", "AL")
REPLACEMENT = "\ufffd"
"""Printed for what no face has."""


class Kind(StrEnum):
    """How the words are read: as a place, a decimal, counts such as ``6 / 7``, or to the character."""

    PLACE = "place"
    NUMBER = "number"
    COUNTS = "counts"
    TEXT = "text"


@dataclass(frozen=True, slots=True)
class Figure:
    """What stands somewhere in the minutes.

    Attributes:
        name: what it is of its candidacy: ``place``, ``result``, ``sheets``, ``value`` and so on.
        criterion: of a value across jurors.
        value: a decimal of the engine, a place, counts, or the text itself; empty for nothing.
    """

    name: str
    candidacy: str
    criterion: str
    kind: Kind
    value: str


def key(name: str, candidacy: str, criterion: str = "") -> str:
    """Under which key the words are found."""
    return "/".join(filter(None, (name, candidacy, criterion)))


def figures(report: StageReport) -> dict[str, Figure]:
    """Everything to compare, by key."""
    listed = [Figure(FINGERPRINT, "", "", Kind.TEXT, report.fingerprint)]
    # Nothing is ranked where nobody marked: the minutes say so in words.
    for standing in () if report.decided_without_marks else report.standings.standings:
        listed += _of_standing(standing)
    for candidacy, entry in report.entries.items():
        if entry.outcome:
            listed += _of_outcome(candidacy, entry.outcome)
    return {key(each.name, each.candidacy, each.criterion): each for each in listed}


def _of_standing(standing: Standing) -> Iterator[Figure]:
    candidacy = standing.candidacy
    counts = f"{standing.sheets_counted}/{standing.sheets_expected}"
    yield Figure("place", candidacy, "", Kind.PLACE, str(standing.place or ""))
    # The result and its sheets stand in two tables.
    for table in ("", "total_"):
        yield Figure(f"{table}result", candidacy, "", Kind.NUMBER, standing.result)
        yield Figure(f"{table}sheets", candidacy, "", Kind.COUNTS, counts)
    for criterion, value in standing.criteria.items():
        yield Figure("value", candidacy, criterion, Kind.NUMBER, value)


def _of_outcome(candidacy: str, outcome: Outcome) -> Iterator[Figure]:
    for name in OUTCOME_TEXTS:
        words: str = getattr(outcome, name)
        if words:
            yield Figure(name, candidacy, "", Kind.TEXT, words)


def agrees(figure: Figure, words: str, language: str) -> bool:
    """Whether printed words say what the figure must say."""
    plain = _unspaced(words)
    match figure.kind:
        case Kind.PLACE:
            found = re.match(r"[0-9]+", plain)
            return figure.value == (found[0] if found else "")
        case Kind.NUMBER:
            decimal = plain.replace(",", "." if language == "fr" else "").replace("\u2212", "-")
            return figure.value == ("" if decimal in _NOTHING else decimal)
        case Kind.COUNTS:
            return figure.value == plain
        case _:
            return _same_text(_unspaced(figure.value), plain)


def words_print(words: str) -> str:
    """A short print of words as a page shows them, whatever their blanks; empty where there are none."""
    signs = _ordered(_unspaced(words))
    return hashlib.sha256(signs.encode()).hexdigest()[:12] if signs else ""


def _same_text(text: str, printed: str) -> bool:
    """Whether a text was printed, what no face has as replacement signs."""
    if _turns(text):
        wanted, shown = Counter(_ordered(text)), Counter(_ordered(printed))
        return not shown - wanted and (wanted - shown).total() <= printed.count(REPLACEMENT)
    return len(text) == len(printed) and all(
        shown in (sign, REPLACEMENT) for sign, shown in zip(text, printed, strict=True)
    )


def _ordered(signs: str) -> str:
    """Signs to be compared with what was read back from a page.

    Whoever reads letters from right to left there puts them in an order of his own, brackets as they are drawn, and
    tears signs beyond U+FFFF between them in two.
    """
    if not _turns(signs):
        return signs
    kept = ("(" if unicodedata.mirrored(sign) else sign for sign in signs if sign != REPLACEMENT and sign <= "\uffff")
    return "".join(sorted(kept))


def _turns(signs: str) -> bool:
    return any(unicodedata.bidirectional(sign) in _RIGHT_TO_LEFT for sign in signs)


def _unspaced(words: str) -> str:
    """The signs of a text without its blanks: where a line is broken, a space may have become none."""
    composed = unicodedata.normalize("NFC", _BLANKS.sub("", words))
    # Some readers take letters that were typed as one, such as « ﬁ », for two.
    composed = "".join(unicodedata.normalize("NFKC", sign) if sign in _LIGATURES else sign for sign in composed)
    signs = (REPLACEMENT if unicodedata.category(sign) in ("Cc", "Cs") else sign for sign in composed)
    return "".join(sign for sign in signs if unicodedata.category(sign) != "Cf")

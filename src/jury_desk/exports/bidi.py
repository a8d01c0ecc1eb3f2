"""Right-to-left writing on a printed line: the order of its signs from left to right (UAX #9), Arabic letters joined.

A PDF shows glyphs where it is told to and in the forms it is given; nothing orders or joins them later. Marks that
command a direction (embeddings, overrides, isolates) command nothing here: a name must not reverse what stands beside
it. What the letters join to follows from the Unicode data that Python has.
"""

import unicodedata
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import groupby

_RIGHT = frozenset({"R", "AL"})
_NUMBERS = frozenset({"EN", "AN"})
_NEUTRAL = frozenset({"B", "S", "WS", "ON"})
_SEPARATORS = frozenset({"B", "S", "WS"})
_COMMANDS = frozenset({"LRE", "RLE", "LRO", "RLO", "PDF", "LRI", "RLI", "FSI", "PDI", "BN"})

_PAIRS = dict(zip("([{⟨⟦⁅⁽₍", ")]}⟩⟧⁆⁾₎", strict=True))
"""The brackets that stand in one direction together with what they hold."""
_MIRRORED = {
    one: other for pair in (*_PAIRS.items(), *zip("«‹<≤≪", "»›>≥≫", strict=True)) for one, other in (pair, pair[::-1])
}

_JOINS_BOTH = "\u0640\u200d"
"""The stroke that lengthens a word, and the mark that asks for a joined form."""
_FORMS_RANGES = (range(0xFB50, 0xFDFC), range(0xFE80, 0xFEFD))


def has_right_to_left(words: str) -> bool:
    """Whether a text has letters that are written from right to left."""
    return not words.isascii() and any(unicodedata.bidirectional(sign) in _RIGHT for sign in words)


def begins_right_to_left(words: str) -> bool:
    """Whether the first letter of a text is one of those."""
    strong = (kind for kind in map(unicodedata.bidirectional, words) if kind == "L" or kind in _RIGHT)
    return next(strong, "L") in _RIGHT


def visual(words: str, *, right: bool) -> str:
    """A line in the order of its signs from left to right, brackets turned.

    Args:
        words: in the order in which they are read.
        right: whether the whole paragraph goes from right to left.
    """
    signs = [sign for sign in words if unicodedata.bidirectional(sign) not in _COMMANDS]
    levels = _levels(signs, int(right))
    shown = [_MIRRORED.get(sign, sign) if level % 2 else sign for sign, level in zip(signs, levels, strict=True)]
    order = list(range(len(signs)))
    for level in range(max(levels, default=0), 0, -1):
        for span in _spans([levels[place] >= level for place in order]):
            order[span] = order[span][::-1]
    return "".join(_with_marks_after(shown[place] for place in order))


def _spans(holds: Sequence[bool]) -> Iterator[slice]:
    """Where it holds, from a first to a last sign."""
    start = 0
    for true, group in groupby(holds):
        end = start + len(list(group))
        if true:
            yield slice(start, end)
        start = end


def _with_marks_after(signs: Iterator[str]) -> Iterator[str]:
    """The signs, each mark above or below a letter after it again: that is where faces draw them."""
    waiting: list[str] = []
    for sign in signs:
        if unicodedata.bidirectional(sign) == "NSM":
            waiting.append(sign)
        else:
            yield sign
            yield from reversed(waiting)
            waiting = []
    yield from waiting


def _levels(signs: Sequence[str], base: int) -> list[int]:
    """How deep each sign stands: even ones go from left to right."""
    own = "R" if base else "L"
    kinds = _without_weak([unicodedata.bidirectional(sign) or "L" for sign in signs], own)
    _settle_brackets(signs, kinds, own)
    _settle_neutral(kinds, own)
    levels = [base + _deeper(kind, base) for kind in kinds]
    for place in range(len(signs) - 1, -1, -1):
        if unicodedata.bidirectional(signs[place]) not in _SEPARATORS:
            break
        levels[place] = base
    return levels


def _deeper(kind: str, base: int) -> int:
    if base:
        return int(kind != "R")
    return {"L": 0, "R": 1}.get(kind, 2)


def _without_weak(kinds: list[str], own: str) -> list[str]:
    """Rules W1 to W7: marks, numbers and what stands between and beside numbers."""
    kinds = list(_without_marks(kinds, own))
    _follow(kinds, own, "AL", "AN")
    kinds = ["R" if kind == "AL" else kind for kind in kinds]
    for place in range(1, len(kinds) - 1):
        left, kind, right = kinds[place - 1 : place + 2]
        if left == right and ((kind == "ES" and left == "EN") or (kind == "CS" and left in _NUMBERS)):
            kinds[place] = left
    _settle_units(kinds)
    kinds = ["ON" if kind in ("ES", "ET", "CS") else kind for kind in kinds]
    _follow(kinds, own, "L", "L")
    return kinds


def _without_marks(kinds: Sequence[str], own: str) -> Iterator[str]:
    """Marks above and below go as the sign before them."""
    for kind in kinds:
        own = own if kind == "NSM" else kind
        yield own


def _follow(kinds: list[str], own: str, strong: str, becomes: str) -> None:
    """Numbers become what they are after the letters of one direction."""
    last = own
    for place, kind in enumerate(kinds):
        if kind == "L" or kind in _RIGHT:
            last = kind
        elif kind == "EN" and last == strong:
            kinds[place] = becomes


def _settle_units(kinds: list[str]) -> None:
    """Signs such as % and € beside a number belong to it."""
    for span in _spans([kind == "ET" for kind in kinds]):
        if "EN" in (*kinds[max(0, span.start - 1) : span.start], *kinds[span.stop : span.stop + 1]):
            kinds[span] = ["EN"] * (span.stop - span.start)


def _settle_brackets(signs: Sequence[str], kinds: list[str], own: str) -> None:
    """Rule N0: a pair of brackets goes as what it holds, or as what stands before it."""
    for first, last in _bracketed(signs, kinds):
        held = {_direction(kind) for kind in kinds[first + 1 : last]} - {""}
        before = next(filter(None, map(_direction, reversed(kinds[:first]))), own)
        if held:
            for place in (first, last):
                kinds[place] = own if own in held else before
                _settle_marks(signs, kinds, place)


def _settle_marks(signs: Sequence[str], kinds: list[str], bracket: int) -> None:
    """Marks above or below a bracket go with it."""
    for place in range(bracket + 1, len(signs)):
        if unicodedata.bidirectional(signs[place]) != "NSM":
            return
        kinds[place] = kinds[bracket]


def _bracketed(signs: Sequence[str], kinds: Sequence[str]) -> list[tuple[int, int]]:
    waiting: list[tuple[str, int]] = []
    found = []
    for place, (sign, kind) in enumerate(zip(signs, kinds, strict=True)):
        if kind != "ON":
            continue
        if sign in _PAIRS:
            waiting.append((_PAIRS[sign], place))
        else:
            at = next((index for index in range(len(waiting) - 1, -1, -1) if waiting[index][0] == sign), None)
            if at is not None:
                found.append((waiting[at][1], place))
                del waiting[at:]
    return sorted(found)


def _settle_neutral(kinds: list[str], own: str) -> None:
    """Rules N1 and N2: what has no direction goes with what surrounds it, or as the paragraph does."""
    for span in _spans([kind in _NEUTRAL for kind in kinds]):
        left = _direction(kinds[span.start - 1]) if span.start else own
        right = _direction(kinds[span.stop]) if span.stop < len(kinds) else own
        kinds[span] = [left if left == right else own] * (span.stop - span.start)


def _direction(kind: str) -> str:
    return "L" if kind == "L" else "R" if kind == "R" or kind in _NUMBERS else ""


# Arabic letters, in the form that joins them to their neighbours


def joined(words: str) -> str:
    """A text with each Arabic letter in the form that its neighbours ask for; still in the order of reading."""
    found: list[str] = []
    place = 0
    while place < len(words):
        sign = words[place]
        pair = words[place : place + 2]
        taken = pair if pair in _forms() else sign
        before = _joins_on(_neighbour(words, place, -1))
        after = _joins_back(_neighbour(words, place + len(taken) - 1, 1))
        found.append(_form(taken, before=before, after=after))
        place += len(taken)
    return "".join(found)


def letters(words: str) -> str:
    """The letters that forms stand for."""
    return "".join(unicodedata.normalize("NFKC", sign) if is_form(sign) else sign for sign in words)


def is_form(sign: str) -> bool:
    """Whether a sign is a letter, or two, in the form for one place in a word."""
    return any(ord(sign) in each for each in _FORMS_RANGES)


def _form(taken: str, *, before: bool, after: bool) -> str:
    forms = _forms().get(taken, {})
    wanted = (
        ("<medial>", "<final>") if before and after else ("<final>",) if before else ("<initial>",) if after else ()
    )
    return next((forms[each] for each in (*wanted, "<isolated>") if each in forms), taken)


@cache
def _forms() -> dict[str, dict[str, str]]:
    """The forms of each letter and of lam with alef, by the place in the word that they are for."""
    found: dict[str, dict[str, str]] = {}
    for code in (code for each in _FORMS_RANGES for code in each):
        place, _, codes = unicodedata.decomposition(chr(code)).partition(" ")
        of = "".join(chr(int(each, 16)) for each in codes.split())
        if place.startswith("<") and (len(of) == 1 or (len(of) == 2 and of[0] == "\u0644" and code >= 0xFE80)):
            found.setdefault(of, {}).setdefault(place, chr(code))
    return found


def _neighbour(words: str, place: int, step: int) -> str:
    """The next letter on that side, over the marks that stand above and below letters."""
    place += step
    while 0 <= place < len(words) and unicodedata.category(words[place]) in ("Mn", "Me"):
        place += step
    return words[place] if 0 <= place < len(words) else ""


def _joins_on(sign: str) -> bool:
    """Whether a letter joins the one that follows it."""
    return bool(sign) and (sign in _JOINS_BOTH or "<initial>" in _forms().get(sign, {}))


def _joins_back(sign: str) -> bool:
    """Whether a letter joins the one before it."""
    return bool(sign) and (sign in _JOINS_BOTH or "<final>" in _forms().get(sign, {}))

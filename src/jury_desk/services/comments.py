"""Free comments: the reminder beside their field, and a gentle word where one reads like a judgement on a person.

Nothing is ever refused: the persons concerned may ask to read what is written about them (CNIL, free comment fields).
"""

import re
import unicodedata
from collections.abc import Iterator
from functools import cache

from jury_desk.resources import phrases


def comment_hint(language: str) -> str:
    """What to bear in mind while writing."""
    return str(phrases("comments", language)["hint"])


def comment_warning(text: str, language: str) -> str:
    """One sentence naming the words to read again; empty when there are none."""
    words = phrases("comments", language)
    found = [
        words["found"].format(word=word, area=words["areas"][area]) for word, area in _delicate_words(text, language)
    ]
    return str(words["warning"].format(found=", ".join(dict.fromkeys(found)))) if found else ""


def _delicate_words(text: str, language: str) -> Iterator[tuple[str, str]]:
    """The words found as they stand in the text, each with its area, in the order of the text."""
    plain = _plain(text)
    found = [(match.span(), area) for area, pattern in _patterns(language) for match in pattern.finditer(plain)]
    for (start, end), area in sorted(found):
        yield text[start:end], area


@cache
def _patterns(language: str) -> tuple[tuple[str, re.Pattern[str]], ...]:
    listed: dict[str, str] = dict(phrases("comments", language)["words"])
    return tuple((area, _pattern(words)) for area, words in listed.items())


def _pattern(words: str) -> re.Pattern[str]:
    """Whole words; one that ends in a star may go on."""
    each = (re.escape(_plain(word.strip())).replace(r"\*", r"\w*") for word in words.split(","))
    return re.compile(rf"\b(?:{'|'.join(each)})\b")


def _plain(text: str) -> str:
    """The text without case and accents, each letter at its place."""
    return "".join(unicodedata.normalize("NFKD", letter.casefold())[:1] or letter for letter in text)

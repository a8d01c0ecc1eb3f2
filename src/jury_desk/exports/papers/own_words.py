"""What the jury wrote of a project, as that project may read it: no other project, no member of the jury is named."""

import re
from collections.abc import Iterator

from jury_desk.domain.minutes import StageReport
from jury_desk.exports.minutes_subject import Subject
from jury_desk.exports.phrases import phrases_of

_OPEN, _CLOSE = r"[«“\"']\s*", r"\s*[»”\"']"
_CIVILITY = r"(?:M\.|Mme|Mr|Mrs|Ms)\s+"


def own_words(subject: Subject, candidacy: str, words: str) -> str:
    """The words with others in place of each name that is not this project's business.

    A title is found as it is written, or in quotation marks however it is written; a title of one word in quotation
    marks alone, because it may be a word of the language. A person is found by the full name, a juror also by civility
    and surname.
    """
    # In the language of the edition, which is that of the jury's words, whatever the one of the paper.
    say = phrases_of(subject.report.edition.language)
    for pattern, called in _hidden(subject.report, candidacy):
        instead = say(f"papers.own_words.{called}")
        words = re.sub(pattern, instead, _elided(pattern, instead, words, say.language))
    return words


def _elided(pattern: str, instead: str, words: str, language: str) -> str:
    """The words with « d’ » for « de » before what a vowel now stands for."""
    elides = language == "fr" and instead[0] in "aeiou"
    return re.sub(rf"\b([Dd])e\s+(?={pattern})", r"\1’", words) if elides else words


def _hidden(report: StageReport, candidacy: str) -> Iterator[tuple[str, str]]:
    """Patterns and what stands in their place; longer names first, since one may be part of another."""
    others = [each for each in report.received if each.id != candidacy]
    for title in _longest_first(each.title for each in others):
        yield f"(?i:{_OPEN}{_pattern(title)}{_CLOSE})", "project"
        if len(title.split()) > 1:
            yield _whole(_pattern(title)), "project"
    for name in _longest_first(holder.full_name for each in others for holder in each.holders if holder.first_name):
        yield f"(?i:{_whole(_pattern(name))})", "person"
    for name in _longest_first(seat.juror.name for seat in report.panel):
        yield f"(?i:{_whole(_pattern(name))})", "member"
        if surname := _surname(name):
            yield f"{_CIVILITY}(?i:{_whole(_pattern(surname))})", "member"


def _longest_first(names: Iterator[str]) -> list[str]:
    return sorted(filter(None, {name.strip() for name in names}), key=lambda name: (-len(name), name))


def _surname(name: str) -> str:
    """What stands in capitals, with what follows it."""
    words = name.split()
    first = next((at for at, word in enumerate(words) if len(word) > 1 and word.isupper()), None)
    return " ".join(words[first:]) if first is not None else ""


def _pattern(name: str) -> str:
    """The name whatever the blanks between its words."""
    return r"\s+".join(map(re.escape, name.split()))


def _whole(pattern: str) -> str:
    return rf"(?<!\w){pattern}(?!\w)"

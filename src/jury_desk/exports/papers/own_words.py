"""What the jury wrote of a project, as that project may read it: no other project, no member of the jury is named."""

import re
from collections.abc import Iterator

from jury_desk.domain.minutes import StageReport
from jury_desk.exports.minutes_subject import Subject
from jury_desk.exports.phrases import phrases_of

_OPEN, _CLOSE = r"[«“\"']\s*", r"\s*[»”\"']"
_CIVILITY = r"(?:MM\.|M\.|Mmes|Mme|Monsieur|Madame|Mr\.?|Mrs\.?|Ms\.?)\s+"
_PARTICLE = r"(?:(?:de|du|des|van|von)\s+|d[’'])?"


def own_words(subject: Subject, candidacy: str, words: str) -> str:
    """The words with others in place of each name that is not this project's business.

    A title is found as it is written, or in quotation marks however it is written; a title of one word in quotation
    marks alone, because it may be a word of the language. A person is found by the full name, a juror also by civility
    and surname, or by the surname in capitals.
    """
    # In the language of the edition, which is that of the jury's words, whatever the one of the paper.
    say = phrases_of(subject.report.edition.language)
    for pattern, called in _hidden(subject.report, candidacy):
        instead = say(f"papers.own_words.{called}")
        words = re.sub(pattern, instead, _elided(pattern, instead, words, say.language))
    return words


def _elided(pattern: str, instead: str, words: str, language: str) -> str:
    """The words with « d’ » for « de », « qu’ » for « que » before what a vowel now stands for."""
    elides = language == "fr" and instead[0] in "aeiou"
    return re.sub(rf"\b([Dd]|[Qq]u|[Ll]orsqu|[Pp]uisqu)e\s+(?={pattern})", r"\1’", words) if elides else words


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
        plain = re.sub(rf"^{_CIVILITY}", "", name)
        yield f"(?i:{_whole(f'(?:{_CIVILITY})?{_pattern(plain)}')})", "member"
        capitals, surname = _surname(plain)
        yield rf"\b{_CIVILITY}{_PARTICLE}(?i:{_whole(_pattern(surname))})", "member"
        if capitals:
            yield _whole(_pattern(surname)), "member"


def _longest_first(names: Iterator[str]) -> list[str]:
    return sorted(filter(None, {name.strip() for name in names}), key=lambda name: (-len(name), name))


def _surname(name: str) -> tuple[bool, str]:
    """Whether the surname is written in capitals, and it: what stands so, with what follows it; else the last word."""
    words = name.split()
    first = next((at for at, word in enumerate(words) if sum(map(str.isupper, word)) > 1 and word.isupper()), None)
    return (False, words[-1]) if first is None else (True, " ".join(words[first:]))


def _pattern(name: str) -> str:
    """The name whatever the blanks between its words."""
    return r"\s+".join(map(re.escape, name.split()))


def _whole(pattern: str) -> str:
    return rf"(?<!\w){pattern}(?!\w)"

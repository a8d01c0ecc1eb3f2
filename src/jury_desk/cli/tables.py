"""What the command line prints for people: plain columns."""

from collections.abc import Mapping, Sequence
from typing import Any

from jury_desk.cli.messages import Words
from jury_desk.domain.candidacy import Candidacy
from jury_desk.domain.records import Records
from jury_desk.domain.standings import Standings
from jury_desk.services.standing_words import standing_word
from jury_desk.services.verification import Verification
from jury_desk.services.verification_words import check_name, difference_sentence, remark_sentences, verdict


def titles(records: Records) -> Mapping[str, str]:
    """The title of every candidacy by its id."""
    return {each.id: each.title for each in records.within(Candidacy)}


def standings_text(standings: Standings, names: Mapping[str, str], words: Words) -> str:
    """The ranking as a table: place, candidacy, result, sheets counted, status."""
    head = [words["place"], words["candidacy"], words["result"], words["sheets_counted"], words["status"]]
    rows = [
        [
            "" if each.place is None else f"{each.place}{' ' + words['tied'] if each.shared else ''}",
            names.get(each.candidacy, each.candidacy),
            each.result,
            f"{each.sheets_counted}/{each.sheets_expected}",
            standing_word(each, words.language),
        ]
        for each in standings.standings
    ]
    return _aligned([head, *rows])


def import_text(document: Mapping[str, Any], words: Words, *, written: bool) -> str:
    """What an import did or would do: counts, what became of each column, problems by row and column."""
    lines = [words["imported" if written else "would_import"].format(**document)]
    if document["duplicates"]:
        lines.append(words["duplicates"].format(count=document["duplicates"]))
    lines.append(words["columns"])
    lines += [f"  {name} → {field or words['column_kept']}" for name, field in document["columns"].items()]
    lines += document["remarks"]
    lines += [words["row"].format(**problem) for problem in document["problems"]]
    return "\n".join(lines)


def verification_text(verification: Verification, words: Words) -> str:
    """What was compared, each with what does not hold, and the verdict."""
    language = words.language
    facts = {"made_at": verification.made_at[:16].replace("T", " "), "version": verification.version}
    lines = [" · ".join(verification.titles)] if verification.titles else []
    lines.append(words["verified"].format(**facts, fingerprint=verification.fingerprint[:16]))
    for check in verification.checks:
        differences = verification.of(check)
        lines.append(f"{'✗' if differences else '✓'} {check_name(check, language)}")
        lines += [f"    {difference_sentence(each, language)}" for each in differences]
    lines += remark_sentences(verification, language)
    return "\n".join([*lines, verdict(verification, language)])


def _aligned(rows: Sequence[Sequence[str]]) -> str:
    widths = [max(len(row[column]) for row in rows) for column in range(len(rows[0]))]
    lines = ("  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)) for row in rows)
    return "\n".join(line.rstrip() for line in lines)

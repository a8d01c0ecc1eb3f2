"""What the minutes say of the entry of the marks, in both languages; never a mark of a named juror."""

from dataclasses import replace
from datetime import UTC, datetime
from fractions import Fraction

import pytest

from jury_desk.domain.minutes import Correction, EntryCheck, StageReport
from jury_desk.domain.scoring import Mark, MarkState
from jury_desk.exports.blocks import Block, Heading, Paragraph, Table
from jury_desk.exports.minutes_entry import entry_of_marks
from jury_desk.exports.minutes_subject import Subject
from jury_desk.exports.phrases import phrases_of

LATER = Correction(
    "vert",
    "J2",
    "C1",
    Mark(MarkState.MARKED, Fraction(3)),
    Mark(MarkState.MARKED, Fraction(97, 10)),
    "Un 9,7 lu 3",
    "2020-03-05T15:42:00.000+00:00",
)
TWICE = replace(LATER, criterion="C2", reason="relu", second_entry=True)


def told(report: StageReport, check: EntryCheck, language: str = "fr") -> str:
    """The words of the section."""
    subject = Subject(replace(report, entry=check), phrases_of(language), datetime(2020, 3, 5, 17, tzinfo=UTC))
    words = "\n".join(line for block in entry_of_marks(subject) for line in _lines(block))
    return words.replace("\u202f", " ").replace("\xa0", " ")


def _lines(block: Block) -> list[str]:
    if isinstance(block, Table):
        return [" | ".join(cell.words for cell in row) for row in block.rows]
    assert isinstance(block, Heading | Paragraph)
    return [block.words]


def test_nothing_is_said_where_nothing_was_declared(report: StageReport) -> None:
    """Minutes of a jury that declared no sheet final have no such section."""
    assert told(report, EntryCheck(sheets=33)) == ""


def test_two_persons_and_their_corrections_are_stated(report: StageReport) -> None:
    """How many sheets of how many, by whom, and how many marks it had corrected."""
    check = EntryCheck(35, 35, 2, 33, 30, ("Mme Ana SILVA", "M. Hugo BLANC"), (TWICE,))
    words = told(report, check)
    assert "La saisie de 30 grilles sur 33 a été vérifiée par deux personnes" in words
    assert "tapée une seconde fois par Mme Ana SILVA et M. Hugo BLANC" in words
    assert "La contre-saisie a fait corriger 1 note." in words
    assert "35 grilles sur 35 ont été déclarées définitives, dont 2 sans note (déport, absence ou abstention)." in words
    english = told(report, check, "en")
    assert "The entry of 30 sheets of 33 was verified by two persons" in english
    assert "had 1 mark corrected" in english
    assert "35 sheets of 35 were declared final, 2 of them without marks (recused, absent or abstained)." in english


@pytest.mark.parametrize("language", ["fr", "en"])
def test_correction_is_listed_with_its_reason_and_without_its_values(report: StageReport, language: str) -> None:
    """Project, criterion, instant and reason; neither juror nor old or new mark."""
    words = told(report, EntryCheck(33, 33, corrections=(LATER, TWICE)), language)
    assert "Un 9,7 lu 3" in words
    assert "relu" not in words.splitlines()[-1]
    assert "Feu vert | " in words
    assert "2020" in words
    assert "OSEI" not in words
    assert "97/10" not in words

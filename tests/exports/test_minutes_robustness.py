"""The annex on how firmly the ranking stands: on request, complete, and without a word on any single member."""

from datetime import UTC, datetime

import pytest

from jury_desk.domain.minutes import StageReport
from jury_desk.exports.blocks import Block, Figure, Heading, Paragraph
from jury_desk.exports.minutes_robustness import robustness
from jury_desk.exports.minutes_sections import story
from jury_desk.exports.minutes_subject import Subject
from jury_desk.exports.phrases import phrases_of
from jury_desk.services.reporting import with_robustness
from jury_desk.services.robustness import robustness_of_report
from jury_desk.services.robustness_words import NAMING_JURORS, robustness_sentences


def subject(report: StageReport, language: str = "fr") -> Subject:
    """The minutes of a report."""
    return Subject(report, phrases_of(language), datetime(2020, 3, 5, tzinfo=UTC))


def annex(report: StageReport, language: str = "fr") -> list[Block]:
    """The blocks of the annex."""
    return list(robustness(subject(report, language)))


def test_annex_is_there_only_when_it_is_asked_for(report: StageReport) -> None:
    """Asked for, it is numbered and the annexes behind it move on."""
    assert annex(report) == []
    headings = [each.words for each in story(subject(with_robustness(report))) if isinstance(each, Heading)]
    assert "Annexe 2 – Fermeté du classement" in headings
    assert [each for each in headings if each.startswith("Annexe 3")]


@pytest.mark.parametrize("language", ["fr", "en"])
def test_annex_names_no_member_of_the_jury(report: StageReport, language: str) -> None:
    """What single members did is for the jury alone: those sentences exist, and stay out."""
    told = " ".join(
        each.words for each in annex(with_robustness(report), language) if isinstance(each, (Paragraph, Heading))
    )
    sentences = robustness_sentences(robustness_of_report(report), language)
    names = [seat.juror.name for seat in report.panel]
    assert any(name in each.text for each in sentences for name in names)
    assert not [name for name in names if name in told]
    kept = [each.text for each in sentences if each.item not in NAMING_JURORS]
    assert [text for text in kept if text not in told] == []


def test_annex_shows_the_ranges_and_the_other_methods(report: StageReport) -> None:
    """Two pictures, each with words for who does not see it."""
    figures = [each for each in annex(with_robustness(report)) if isinstance(each, Figure)]
    assert len(figures) == 2
    assert all(each.picture.alternative for each in figures)

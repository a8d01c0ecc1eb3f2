"""The annex on how firmly the ranking stands: what other weights and other methods would change, by nobody's name."""

from typing import TYPE_CHECKING

from jury_desk.domain.robustness import Robustness
from jury_desk.domain.what_if import WhatIf
from jury_desk.exports.blocks import Figure, Heading, Story, Style, text
from jury_desk.exports.pictures.ranking import ranking_picture
from jury_desk.exports.pictures.slope import slope_picture
from jury_desk.services.robustness import robustness_of_report
from jury_desk.services.robustness_words import NAMING_JURORS, method_name, robustness_sentences

if TYPE_CHECKING:
    from jury_desk.exports.minutes_subject import Subject

MOST = 30
"""Candidacies in a picture; of more, the tables of the minutes tell."""


def robustness(subject: "Subject") -> Story:
    """The sentences that name no member of the jury, then the pictures; nothing unless it was asked for."""
    report, say = subject.report, subject.say
    if not report.tells_robustness:
        return
    found = robustness_of_report(report)
    yield Heading(2, subject.annex("robustness", say("minutes.robustness.heading")))
    yield text(say("minutes.robustness.lead"), Style.LEAD)
    for sentence in robustness_sentences(found, say.language):
        if sentence.item not in NAMING_JURORS:
            yield text(sentence.text, Style.SPACED)
    if len(report.candidacies) <= MOST:
        yield Heading(3, say("picture_names.ranking"))
        yield text(say("papers.detailed.intervals"), Style.LEAD)
        yield Figure(ranking_picture(report, say, intervals=found.robustness.ranges))
        yield from other_methods(subject, found.robustness)


def other_methods(subject: "Subject", found: Robustness) -> Story:
    """How the places would move under other methods, as a picture; nothing where none could be tried."""
    say = subject.say
    others = {
        method_name(method, say.language): each for method, each in found.methods.items() if isinstance(each, WhatIf)
    }
    if others and found.official.places:
        yield Heading(3, say("picture_names.slope"))
        titles = {each.id: each.title for each in subject.report.candidacies}
        yield Figure(slope_picture(found.official, others, titles, say))

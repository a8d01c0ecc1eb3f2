"""The report for the jury's own use: how firmly the ranking stands, in sentences and pictures, project by project."""

from jury_desk.domain.profile import profile
from jury_desk.exports.blocks import Figure, Heading, Story, Style, facts, text
from jury_desk.exports.minutes_robustness import MOST, other_methods
from jury_desk.exports.minutes_subject import Subject
from jury_desk.exports.papers.paper import head, writer
from jury_desk.exports.pictures.funnel import funnel_picture
from jury_desk.exports.pictures.heat_map import heat_map_picture
from jury_desk.exports.pictures.radar import radar_picture
from jury_desk.exports.pictures.ranking import ranking_picture
from jury_desk.services.robustness import robustness_of_report
from jury_desk.services.robustness_words import robustness_sentences


def story(subject: Subject) -> Story:
    """Sentences first, then the pictures, then each project."""
    report, say = subject.report, subject.say
    yield from head(subject, say("papers.detailed.title"))
    yield text(say("workbook.readme.restricted"), Style.OUTCOME)
    yield text(say("papers.detailed.lead"), Style.SPACED)
    if sum(bool(step.taken_in) for step in report.path) > 1:
        yield Heading(2, say("picture_names.funnel"))
        yield Figure(funnel_picture(report, say))
    if len(report.candidacies) > MOST or not report.standings.has_results:
        return
    found = robustness_of_report(report)
    yield Heading(2, say("picture_names.ranking"))
    yield text(say("papers.detailed.intervals"), Style.LEAD)
    yield Figure(ranking_picture(report, say, intervals=found.robustness.ranges))
    yield Heading(2, say("papers.detailed.firmness"))
    for sentence in robustness_sentences(found, say.language):
        yield text(sentence.text, Style.SPACED)
    yield from other_methods(subject, found.robustness)
    yield Heading(2, say("picture_names.heat_map"))
    yield text(say("papers.detailed.heat_map"), Style.LEAD)
    severities = found.robustness.severities if isinstance(found.robustness.severities, tuple) else ()
    names = {seat.juror.id: str(number) for number, seat in enumerate(report.voting, 1)}
    yield Figure(heat_map_picture(report, names, say, severities=severities))
    yield facts([(names[seat.juror.id], seat.juror.name) for seat in report.voting])
    yield from _profiles(subject)


def _profiles(subject: Subject) -> Story:
    report, say = subject.report, subject.say
    jurors = [seat.juror.id for seat in report.voting]
    yield Heading(2, say("papers.detailed.profiles"))
    yield text(" · ".join(f"{subject.codes[each.id]} {each.name}" for each in report.rules.criteria), Style.SMALL)
    for standing in report.standings.standings:
        title = subject.title(standing.candidacy)
        yield Heading(3, title)
        yield Figure(radar_picture(profile(report.rules, report.sheets, jurors, standing.candidacy), title, say))


write = writer("detailed", story)

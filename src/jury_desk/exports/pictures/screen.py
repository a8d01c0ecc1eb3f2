"""Pictures for the window, by the name of their kind: the same drawings as in print, as SVG."""

from jury_desk.domain.minutes import StageReport
from jury_desk.domain.profile import profile
from jury_desk.domain.what_if import WhatIf
from jury_desk.exports.phrases import Phrases, phrases_of
from jury_desk.exports.pictures.funnel import funnel_picture
from jury_desk.exports.pictures.heat_map import heat_map_picture
from jury_desk.exports.pictures.picture import Picture
from jury_desk.exports.pictures.radar import radar_picture
from jury_desk.exports.pictures.ranking import ranking_picture
from jury_desk.exports.pictures.slope import slope_picture
from jury_desk.services.ports import PictureColours, ScreenPicture
from jury_desk.services.robustness import robustness_of_report
from jury_desk.services.robustness_words import method_name

RADAR = "radar:"
"""Before the id of a candidacy, the kind of its radar."""


def screen_picture(kind: str, report: StageReport, language: str, colours: PictureColours) -> ScreenPicture:
    """A picture of a report.

    Args:
        kind: ``ranking``, ``funnel``, ``slope``, ``heat_map``, or :data:`RADAR` and the id of a candidacy.
        report: what is shown.
        language: of its words.
        colours: of the window.
    """
    say = phrases_of(language, report.edition.zone)
    return _picture(kind, report, say, colours).for_screen


def _picture(kind: str, report: StageReport, say: Phrases, colours: PictureColours) -> Picture:
    match kind:
        case "ranking":
            ranges = robustness_of_report(report).robustness.ranges
            return ranking_picture(report, say, colours=colours, intervals=ranges)
        case "funnel":
            return funnel_picture(report, say, colours=colours)
        case "slope":
            return _slope(report, say, colours)
        case "heat_map":
            return _heat_map(report, say, colours)
        case _:
            candidacy = kind.removeprefix(RADAR)
            jurors = [seat.juror.id for seat in report.voting]
            found = profile(report.rules, report.sheets, jurors, candidacy)
            return radar_picture(found, report.candidacy(candidacy).title, say, colours=colours)


def _slope(report: StageReport, say: Phrases, colours: PictureColours) -> Picture:
    found = robustness_of_report(report).robustness
    others = {
        method_name(method, say.language): each for method, each in found.methods.items() if isinstance(each, WhatIf)
    }
    titles = {each.id: each.title for each in report.candidacies}
    return slope_picture(found.official, others, titles, say, colours=colours)


def _heat_map(report: StageReport, say: Phrases, colours: PictureColours) -> Picture:
    severities = robustness_of_report(report).robustness.severities
    names = {seat.juror.id: seat.juror.name.split()[-1] for seat in report.voting}
    known = severities if isinstance(severities, tuple) else ()
    return heat_map_picture(report, names, say, severities=known, colours=colours)

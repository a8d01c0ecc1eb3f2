"""Pictures: what they show is what they were given, on a screen and in print, and they can be listened to."""

from collections.abc import Callable
from dataclasses import replace
from fractions import Fraction
from io import BytesIO

import pikepdf
import pytest
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QApplication
from reportlab.graphics.shapes import Circle, Line, Polygon, Rect, String

from jury_desk.app.window import load_later_fonts, make_application
from jury_desk.domain.contest import Contest
from jury_desk.domain.minutes import PathStep, StageReport
from jury_desk.domain.profile import profile
from jury_desk.domain.robustness import robustness
from jury_desk.domain.rules import Rules
from jury_desk.domain.what_if import WhatIf
from jury_desk.exports.blocks import Document, Figure
from jury_desk.exports.pdf_document import pdf_bytes
from jury_desk.exports.phrases import phrases_of
from jury_desk.exports.pictures.comparison import comparison_picture
from jury_desk.exports.pictures.funnel import funnel_picture
from jury_desk.exports.pictures.heat_map import heat_map_picture
from jury_desk.exports.pictures.pad import PRINT, fitted, is_dark, width_of
from jury_desk.exports.pictures.picture import Picture
from jury_desk.exports.pictures.radar import radar_picture
from jury_desk.exports.pictures.ranking import ranking_picture
from jury_desk.exports.pictures.slope import slope_picture
from jury_desk.services.comparing import ComparedFigure, ComparedLine, ComparedProject, Comparison

SAY = phrases_of("fr")
JURORS = {f"J{number}": str(number) for number in range(1, 8)}
PATH = (PathStep("Appel", 19, None), PathStep("Présélection", 16, 9), PathStep("Jury", 9, 6))
DARK = replace(
    PRINT, ink="#E8ECF2", muted="#A3AFBF", line="#3A4452", accent="#7FB2EE", ground="#22344B", paper="#1C222B"
)


@pytest.fixture
def contest(report: StageReport, rules: Rules) -> Contest:
    """What the ranking of the small jury is made from."""
    return Contest(rules, tuple(each.id for each in report.candidacies), tuple(JURORS), report.sheets)


def slope(report: StageReport, contest: Contest) -> Picture:
    """The places by two other methods."""
    found = robustness(contest)
    others = {str(name): each for name, each in found.methods.items() if isinstance(each, WhatIf)}
    return slope_picture(found.official, others, {each.id: each.title for each in report.candidacies}, SAY)


@pytest.fixture
def pictures(report: StageReport, rules: Rules, contest: Contest) -> dict[str, Picture]:
    """One of each."""
    return {
        "ranking": ranking_picture(report, SAY),
        "funnel": funnel_picture(replace(report, path=PATH), SAY),
        "slope": slope(report, contest),
        "heat_map": heat_map_picture(report, JURORS, SAY),
        "radar": radar_picture(profile(rules, report.sheets, tuple(JURORS), "vert"), "Feu vert", SAY),
    }


def words_of(picture: Picture) -> list[str]:
    """What is written in a picture, line by line."""
    return [shape.text for shape in picture.drawing.contents if isinstance(shape, String)]


def painted(picture: Picture, qapp: QApplication) -> QImage:
    """The picture as a screen shows it, on magenta."""
    make_application()
    load_later_fonts()
    assert qapp
    renderer = QSvgRenderer(picture.svg.encode())
    assert renderer.isValid()
    image = QImage(renderer.defaultSize() * 2, QImage.Format.Format_RGB32)
    image.fill(QColor("magenta"))
    painter = QPainter(image)
    renderer.render(painter)
    painter.end()
    return image


@pytest.mark.parametrize("name", ["ranking", "funnel", "slope", "heat_map", "radar"])
def test_the_ground_shows_through_on_a_screen(pictures: dict[str, Picture], name: str, qapp: QApplication) -> None:
    """Qt paints the usual clipping path of such drawings, black over everything: ours have none."""
    image = painted(pictures[name], qapp)
    colours = {image.pixelColor(x, y).name() for x in range(0, image.width(), 7) for y in range(0, image.height(), 7)}
    assert "#ff00ff" in colours
    corner = image.pixelColor(image.width() - 1, image.height() - 1).name()
    assert corner == "#ff00ff"
    dark = sum(
        image.pixelColor(x, y).lightness() < 20 for x in range(0, image.width(), 3) for y in range(0, image.height(), 3)
    )
    assert dark < image.width() * image.height() / 9 * 0.05


def test_pictures_wear_the_colours_of_the_window(report: StageReport, qapp: QApplication) -> None:
    """Bars in the accent of the scheme, on whatever ground the window has."""
    image = painted(ranking_picture(report, SAY, colours=DARK), qapp)
    colours = {image.pixelColor(x, 12).name() for x in range(image.width())}
    # Drawings keep whole per cents of a colour.
    assert any(abs(QColor(each).blue() - 0xEE) < 4 and abs(QColor(each).red() - 0x7F) < 4 for each in colours)
    assert "#1f5fa8" not in colours


def test_faces_of_pictures_are_embedded(pictures: dict[str, Picture], made_at: object) -> None:
    """Nothing is left to the reader's own fonts; Helvetica is what drawings fall back to."""
    blocks = tuple(Figure(each) for each in pictures.values())
    content = pdf_bytes(Document("fr", "Images", "", "", made_at, "", "", "", blocks))  # type: ignore[arg-type]
    with pikepdf.open(BytesIO(content)) as pdf:
        fonts = {str(each.BaseFont) for page in pdf.pages for each in page.obj.Resources.Font.values()}
    assert fonts
    assert all("Lato" in font for font in fonts), fonts


def test_svg_names_families_that_the_window_has(pictures: dict[str, Picture]) -> None:
    """Bold is a weight of a family, or Qt writes the regular face at the width of the bold one."""
    svg = pictures["ranking"].svg
    assert "font-family: Lato" in svg
    assert "font-weight: bold" in svg
    assert "Lato-Bold" not in svg
    assert pictures["ranking"].svg == svg


def test_bars_are_as_long_as_the_results(report: StageReport) -> None:
    """In the same proportion to each other; the best of 20 is not the whole width."""
    picture = ranking_picture(report, SAY)
    bars = [shape.width for shape in picture.drawing.contents if isinstance(shape, Rect)]
    results = [each.exact for each in report.standings.standings]
    for bar, result in zip(bars, results, strict=True):
        assert result is not None
        assert bar / bars[0] == pytest.approx(float(result / (results[0] or 1)))
    assert {"16,66", "13,20", "3 places"} <= set(words_of(picture))


def test_ranking_is_told_with_its_line(report: StageReport) -> None:
    """The alternative text names best, last, and the two at the line."""
    told = ranking_picture(report, SAY).alternative.replace("\u00a0", " ")
    assert told == (
        "Résultats de 5 projets, en barres, de 16,66 à 9,00. "
        "La limite des 3 places passe entre « Cantine juste » (13,20) et « Relais terrain » (13,20)."
    )


def test_ranking_without_results_is_empty_and_says_so(
    report: StageReport, with_sheets: Callable[[StageReport, dict[str, object]], StageReport]
) -> None:
    """Before the first mark there is nothing to draw."""
    assert ranking_picture(with_sheets(report, {}), SAY).alternative == "Aucun résultat à montrer."


def test_funnel_counts_each_stage(report: StageReport) -> None:
    """How many came in, how many went on, and the decisions of the last."""
    picture = funnel_picture(replace(report, path=PATH), SAY)
    words = [each.replace("\u00a0", " ") for each in words_of(picture)]
    assert {"19 candidatures", "9 sur 16", "6 sur 9"} <= set(words)
    assert words[-1].startswith("retenu : 2 · liste complémentaire : 1 · ")
    assert [row[1].words for row in picture.data.rows] == ["19", "16", "9"]


def test_slope_tells_who_changes_side(report: StageReport, contest: Contest) -> None:
    """The two that other methods exchange at the line are named, and drawn bold."""
    picture = slope(report, contest)
    assert "Relais terrain" in picture.alternative
    bold = [shape.text for shape in picture.drawing.contents if isinstance(shape, String) and "Bold" in shape.fontName]
    assert {"Cantine juste", "Relais terrain"} <= set(bold)
    assert "Feu vert" not in bold
    places = robustness(contest).official.places
    assert [int(row[1].words) for row in picture.data.rows] == list(places.values())


def test_heat_map_prints_every_total_that_counts(report: StageReport) -> None:
    """One number per sheet, a sign where there is none."""
    picture = heat_map_picture(report, JURORS, SAY)
    counted = sum(each.sheets_counted for each in report.standings.standings)
    cells = [row[1:-1] for row in picture.data.rows]
    assert sum(cell.words != "—" for row in cells for cell in row) == counted
    assert words_of(picture).count("—") == 7 * 5 - counted


def test_letters_on_the_heat_map_can_be_read() -> None:
    """Light on dark, dark on light."""
    assert is_dark("#1F5FA8")
    assert not is_dark("#E6EEF8")


def test_radar_shows_medians_beside_those_of_all(report: StageReport, rules: Rules) -> None:
    """Of the marks given: recusals and absences have none."""
    medians = profile(rules, report.sheets, tuple(JURORS), "quoi")
    assert medians[0].own == Fraction(8)
    assert medians[0].all == Fraction(7)
    picture = radar_picture(medians, "Qui fait quoi ?", SAY)
    assert "8,00 contre 7,00" in picture.alternative or "8 contre 7" in picture.alternative


@pytest.mark.parametrize("count", [1, 2, 12])
def test_few_or_many_criteria_stand_as_dots(report: StageReport, rules: Rules, count: int) -> None:
    """A radar of two criteria is a line, of twelve a hedgehog."""
    criteria = tuple(replace(rules.criteria[0], id=f"K{number}", name=f"Critère {number}") for number in range(count))
    picture = radar_picture(profile(replace(rules, criteria=criteria), report.sheets, tuple(JURORS), "vert"), "x", SAY)
    assert len([each for each in words_of(picture) if "Critère" in each]) == count


def test_long_and_foreign_titles_stay_within_their_room(report: StageReport) -> None:
    """A title is cut where it would run into a bar, and no sign is left out."""
    title = "Un titre interminable 😀 " * 20
    assert fitted(title, 100).endswith("…")
    assert width_of(fitted(title, 100)) <= 100
    first = replace(report.candidacies[0], title=title)
    changed = replace(report, received=(first, *report.received[1:]), candidacies=(first, *report.candidacies[1:]))
    picture = ranking_picture(changed, SAY)
    written = [shape for shape in picture.drawing.contents if isinstance(shape, String)]
    assert any("😀" in shape.text and "DejaVu" in shape.fontName for shape in written)


def compared(report: StageReport, *, criteria: int, projects: int = 4) -> Comparison:
    """Projects of the report side by side on as many criteria, each further out than the one before."""
    figures = tuple(ComparedFigure(f"{at + 4}.50", Fraction(2 * at + 9, 20)) for at in range(projects))
    lines = tuple(
        ComparedLine(replace(report.rules.criteria[0], id=f"K{at}", name=f"Critère {at}"), "10", figures)
        for at in range(1, criteria + 1)
    )
    chosen = tuple(
        ComparedProject(each.candidacy, f"Projet {at}", "", each, (), ())
        for at, each in enumerate(report.standings.standings[:projects], 1)
    )
    return Comparison(chosen, lines, ())


@pytest.mark.parametrize("criteria", [2, 5, 9])
def test_comparison_is_told_apart_without_colour(report: StageReport, criteria: int) -> None:
    """Each project has a line of its own dashes and a mark of its own shape, whatever the picture."""
    found = compared(report, criteria=criteria)
    picture = comparison_picture(found, SAY)
    dashes = {tuple(each.strokeDashArray or ()) for each in picture.drawing.contents if isinstance(each, Line)}
    assert len(dashes) == 4
    marks = [
        each for each in picture.drawing.contents if getattr(each, "fillColor", None) and not isinstance(each, String)
    ]
    assert {type(each) for each in marks} == {Circle, Rect, Polygon}
    assert {len(each.points) for each in marks if isinstance(each, Polygon)} == {6, 8}
    assert len(marks) == 4 * (criteria + 1)
    assert "Projet 1 4,50" in picture.alternative
    assert [cell.words for cell in picture.data.rows[0]] == ["C1", "Critère 1", "4,50", "5,50", "6,50", "7,50"]
    assert QSvgRenderer(picture.svg.encode()).isValid()

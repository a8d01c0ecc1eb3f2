"""The example's minutes hold all 28 items of the checklist, each where the reader finds it, and in its order."""

from collections.abc import Iterator
from datetime import UTC, datetime

import pytest

from jury_desk.app.composition import make_toolbox
from jury_desk.domain.checklist import checklist
from jury_desk.domain.minutes import StageReport
from jury_desk.exports.blocks import Cell, Facts, Figure, Heading, Paragraph, Signatures, Table, Together
from jury_desk.exports.minutes_sections import story
from jury_desk.exports.minutes_subject import Subject
from jury_desk.exports.phrases import phrases_of
from jury_desk.services.example import build_example
from jury_desk.services.reporting import stage_report

WHERE = {
    1: "Référence",
    2: "ouverture à",
    3: "Désignation du jury",
    4: "Composition du jury",
    5: "Mme Nadège PRIGENT",
    6: "Au début du délibéré, à 16 h 30, ils étaient 7. Le quorum est de 4 : il était atteint à l’ouverture",
    7: "La présidence de séance revient à Mme Hélène VASSEUR, au titre de la présidence du jury.",
    8: "Déclarations d’intérêts reçues : 7 sur 7.",
    9: "19 candidatures reçues · 3 irrecevables",
    10: "Règles de notation",
    11: "Ordre tiré au sort",
    12: "exposé 4 min 51 s (5 min allouées)",
    13: "vidéoprojecteur en panne",
    14: "Le jury entier a délibéré à huis clos",
    15: "Moyennes du jury",
    16: "départagés par le critère « Ampleur et criticité du problème »",
    17: "Le jury n’a procédé à aucun vote.",
    18: "Le jury a arrêté le classement tel qu’il est calculé.",
    19: "Accord du rectorat à obtenir avant le 30 avril",
    20: "Problème chiffré et vérifié sur le terrain",
    21: "Valable jusqu’au",
    24: "La présente délibération vaut décision du jury.",
    25: "Diffusion restreinte.",
    26: "Secrétariat de séance Mme Sophie WERBROUCK",
    28: "Annexe 1 – Feuille d’émargement",
}
"""By number; 22 and 23 did not happen, 27 stands at the foot of each page."""


@pytest.fixture(scope="module")
def report(tmp_path_factory: pytest.TempPathFactory) -> Iterator[StageReport]:
    """The example's hackathon."""
    folder = tmp_path_factory.mktemp("example")
    file = build_example(make_toolbox(safety=folder / "safety"), folder / "example.jury")
    yield stage_report(file, "hackathon")
    file.close()


@pytest.fixture(scope="module")
def words(report: StageReport) -> str:
    """All that its minutes say, in order, blanks made plain."""
    blocks = story(Subject(report, phrases_of("fr", report.edition.zone), datetime(2020, 3, 5, 17, 42, tzinfo=UTC)))
    return " ".join(" ".join(words for block in blocks for words in words_of(block)).split())


def words_of(block: object) -> Iterator[str]:
    """The words of one block, in the order in which they are read."""
    match block:
        case Heading() | Paragraph():
            yield block.words
        case Table():
            yield from (cell.words for row in block.rows for cell in row)
        case Facts():
            for label, cell in block.pairs:
                yield from (label, cell.words if isinstance(cell, Cell) else str(cell))
        case Figure():
            yield block.picture.alternative
        case Signatures():
            for place in block.blocks:
                yield place.whose
                yield from (value for _, value in place.lines)
        case Together():
            for each in block.blocks:
                yield from words_of(each)


@pytest.mark.parametrize("number", WHERE)
def test_item_is_printed(words: str, number: int) -> None:
    """What stands for the item is in the minutes."""
    assert WHERE[number] in words


def test_items_come_in_the_order_of_the_checklist(words: str) -> None:
    """Who checks the list against the paper reads both from the top."""
    places = [words.index(WHERE[number]) for number in sorted(WHERE) if number not in (13, 20)]
    assert places == sorted(places)


def test_all_28_are_there_or_did_not_happen(report: StageReport) -> None:
    """Nothing is blank, and the list is whole."""
    items = checklist(report)
    assert len(items) == 28
    assert [item for item in items if item.gaps] == []
    assert {item.number for item in items} - WHERE.keys() == {22, 23, 27}

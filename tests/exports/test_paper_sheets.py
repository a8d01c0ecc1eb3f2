"""Blank sheets on paper: what is on them, how many pages they take, and the code as a scanner would read it."""

import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import datetime
from fractions import Fraction
from io import BytesIO
from itertools import pairwise
from pathlib import Path
from string import ascii_uppercase, digits

import pikepdf
import pypdfium2
import pytest

from jury_desk.domain.errors import FileNotWritable
from jury_desk.domain.minutes import StageReport
from jury_desk.domain.paper import JurorPaper, PaperLayout, PaperSheet, StagePaper
from jury_desk.domain.rubric import Criterion, CriterionKind
from jury_desk.domain.sheet_number import sheet_number
from jury_desk.exports.paper_sheets import paper_bytes, write_paper_sheets

EACH, TABLE = PaperLayout.PAGE_EACH, PaperLayout.TABLE
MM = 72 / 25.4

Make = Callable[..., bytes]


@pytest.fixture
def paper(report: StageReport) -> StagePaper:
    """Two jurors, three candidacies each."""
    count = iter(range(1, 100))
    piles = tuple(
        JurorPaper(
            seat.juror,
            seat.member,
            tuple(
                PaperSheet(candidacy, position, sheet_number("3141", next(count)))
                for position, candidacy in enumerate(report.candidacies[:3], 1)
            ),
        )
        for seat in report.panel[:2]
    )
    return StagePaper(report.edition, report.stage, report.rules, report.rules_version, piles)


@pytest.fixture
def make(paper: StagePaper, made_at: datetime) -> Make:
    """Makes the document."""

    def made(layout: PaperLayout, language: str = "fr", of: StagePaper = paper) -> bytes:
        return paper_bytes(of, layout=layout, language=language, made_at=made_at)

    return made


def texts(document: bytes) -> list[str]:
    """The words of each page, one kind of blank."""
    opened = pypdfium2.PdfDocument(document)
    return [re.sub(r"\s+", " ", page.get_textpage().get_text_bounded()) for page in opened]


@pytest.mark.parametrize(("layout", "pages"), [(EACH, 6), (TABLE, 2)])
def test_pages(make: Make, layout: PaperLayout, pages: int) -> None:
    """One A4 for each candidacy, or one table for all of a juror's; none is blank."""
    found = texts(make(layout))
    assert len(found) == pages
    assert all("gelé le" in page for page in found)
    (width, height) = pypdfium2.PdfDocument(make(layout))[0].get_size()
    assert sorted((round(width / MM), round(height / MM))) == [210, 297]
    assert (width > height) == (layout is TABLE)


def test_sheet_says_whose_it_is_what_is_marked_and_how(make: Make, paper: StagePaper) -> None:
    """Everything that a juror needs is on the page, with the number that finds it again."""
    first = texts(make(EACH))[0]
    pile = paper.piles[0]
    assert pile.juror.name in first
    assert pile.sheets[0].candidacy.title in first
    assert f"n° {pile.sheets[0].printed_number}" in first
    for criterion in paper.rules.criteria:
        assert criterion.name in first
    assert "de 0 à 10, par 1 · 30 % du total" in first
    assert "déport" in first
    assert "jamais un jugement sur la personne" in first
    assert "to 10" in texts(make(EACH, "en"))[0]


@pytest.mark.parametrize("layout", [EACH, TABLE])
def test_every_number_stands_in_words_once(make: Make, paper: StagePaper, layout: PaperLayout) -> None:
    """On the juror's own pages."""
    words = re.sub(r"\s", "", "".join(texts(make(layout))))
    for pile in paper.piles:
        for sheet in pile.sheets:
            assert words.count(sheet.number) == 1


def test_levels_and_a_criterion_beside_the_total_are_printed(make: Make, paper: StagePaper) -> None:
    """What a mark means is under the eyes of whoever gives it."""
    first, second, *others = paper.rules.criteria
    criteria = (replace(first, levels=("5 : démontré",)), replace(second, kind=CriterionKind.BONUS), *others)
    words = texts(make(EACH, of=replace(paper, rules=replace(paper.rules, criteria=criteria))))[0]
    assert "5 : démontré" in words
    assert "hors pondération" in words


def test_many_criteria_and_long_titles_lose_nothing(make: Make, paper: StagePaper) -> None:
    """Fifteen criteria and a title of four hundred letters: more pages perhaps, never a missing word."""
    criteria = tuple(
        Criterion(f"C{number}", f"Critère numéro {number} au nom plutôt long", Fraction(number), paper.rules.scale)
        for number in range(1, 16)
    )
    pile = paper.piles[0]
    title = " ".join(f"mot{number}" for number in range(60))
    sheets = tuple(replace(sheet, candidacy=replace(sheet.candidacy, title=title)) for sheet in pile.sheets)
    large = replace(paper, rules=replace(paper.rules, criteria=criteria), piles=(replace(pile, sheets=sheets),))
    for layout in (EACH, TABLE):
        words = re.sub(r"\s", "", "".join(texts(make(layout, of=large))))
        assert all(f"mot{number}" in words for number in range(60))
        assert all(f"numéro{number}au" in words for number in range(1, 16))


def test_letters_are_embedded_and_the_bytes_repeat(make: Make) -> None:
    """Any printer prints it, and the same sheets give the same file."""
    document = make(EACH)
    assert make(EACH) == document
    with pikepdf.open(BytesIO(document)) as pdf:
        for page in pdf.pages:
            for font in page.Resources.Font.values():
                assert "/FontFile2" in font.get("/FontDescriptor", {}), font.BaseFont
        assert pdf.Root.Lang == "fr-FR"


def test_place_that_cannot_be_written_is_told(paper: StagePaper, made_at: datetime, tmp_path: Path) -> None:
    """With the place, and nothing half done."""
    with pytest.raises(FileNotWritable):
        write_paper_sheets(paper, tmp_path / "no" / "sheets.pdf", layout=EACH, language="fr", made_at=made_at)
    target = tmp_path / "sheets.pdf"
    write_paper_sheets(paper, target, layout=EACH, language="fr", made_at=made_at)
    assert target.read_bytes().startswith(b"%PDF-")


@pytest.mark.parametrize("language", ["fr", "en"])
def test_code_is_read_from_the_printed_page(make: Make, paper: StagePaper, language: str) -> None:
    """From the pixels of each page, as a scanner sees it: the letter and the number, with its quiet zone."""
    codes = [f"N{sheet.number}" for pile in paper.piles for sheet in pile.sheets]
    opened = pypdfium2.PdfDocument(make(EACH, language))
    assert [_scanned(page) for page in opened] == codes


# Reading a code of 21 by 21 modules, without what would correct a damaged one.

_SIZE = 21
_FORMAT_MASK = 0b101010000010010
_SCALE = 6
_SIGNS = f"{digits}{ascii_uppercase} $%*+-./:"


def _scanned(page: pypdfium2.PdfPage) -> str:
    picture = page.render(scale=_SCALE).to_pil().convert("L")
    width, _ = picture.size
    # The code is the first dark thing in the top right corner, and its upper edge has both its corners.
    corner = picture.crop((int(width - 44 * MM * _SCALE), 0, width, int(40 * MM * _SCALE)))
    dark = corner.point(lambda value: 255 if value < 128 else 0)
    top = dark.getbbox()[1]
    left, _, right, _ = dark.crop((0, top, corner.width, top + _SCALE)).getbbox()
    module = (right - left) / _SIZE
    middle = [(place + 0.5) * module for place in range(_SIZE)]
    modules = [[dark.getpixel((int(left + x), int(top + y))) > 0 for x in middle] for y in middle]
    return _text(modules)


def _text(modules: list[list[bool]]) -> str:
    assert [modules[6][place] for place in range(8, 13)] == [True, False, True, False, True]
    told = [modules[8][column] for column in (0, 1, 2, 3, 4, 5, 7, 8)] + [
        modules[row][8] for row in (7, 5, 4, 3, 2, 1, 0)
    ]
    mask = (_number(told) ^ _FORMAT_MASK) >> 10 & 0b111
    bits = [modules[row][column] != _masked(mask, row, column) for row, column in _path()]
    assert _number(bits[:4]) == 0b0010, "digits and capital letters: a smaller code than one of any signs"
    length, read = _number(bits[4:13]), bits[13:]
    found = ""
    while len(found) < length - 1:
        found += "".join(_SIGNS[place] for place in divmod(_number(read[:11]), len(_SIGNS)))
        read = read[11:]
    return found + _SIGNS[_number(read[:6])] if len(found) < length else found


def _number(bits: list[bool]) -> int:
    return int("".join("01"[bit] for bit in bits), 2)


def _path() -> Iterator[tuple[int, int]]:
    """The modules that hold data, in their order: up and down by pairs of columns, from the right."""
    columns = [each for each in range(_SIZE - 1, -1, -1) if each != 6]
    for turn, (first, second) in enumerate(list(pairwise(columns))[::2]):
        rows = range(_SIZE) if turn % 2 else range(_SIZE - 1, -1, -1)
        for row in rows:
            for column in (first, second):
                if row != 6 and not (row < 9 and (column < 9 or column > 12)) and not (row > 12 and column < 9):
                    yield row, column


def _masked(mask: int, row: int, column: int) -> bool:
    product, total = row * column, row + column
    return (
        total % 2,
        row % 2,
        column % 3,
        total % 3,
        (row // 2 + column // 3) % 2,
        product % 2 + product % 3,
        (product % 2 + product % 3) % 2,
        (total % 2 + product % 3) % 2,
    )[mask] == 0

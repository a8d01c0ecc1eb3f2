"""The minutes as a program reads them: structure, marks, metadata, attached files, every character as it was typed."""

import re
import shutil
import subprocess
import unicodedata
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import UTC, datetime
from io import BytesIO
from itertools import pairwise
from pathlib import Path
from typing import Any

import pikepdf
import pytest
from pikepdf import Dictionary, Name

from jury_desk.domain.candidacy import Candidacy, Holder, Outcome, OutcomeCategory
from jury_desk.domain.minutes import PathStep, RecusalLine, StageReport
from jury_desk.domain.rules import Rules
from jury_desk.exports.blocks import Column, Document, Heading, table, text
from jury_desk.exports.minutes_pdf import minutes_bytes
from jury_desk.exports.pdf_document import pdf_bytes
from jury_desk.services.minutes_figures import REPLACEMENT

PAYLOADS = (
    "<b>gras</b>",
    "<img src='/etc/passwd'/>",
    "<projet> & Cie &amp; ]]>",
    "=1+1",
    "+cmd|'/c calc'!A1",
    "@SUM(A1:A9)",
    "../../etc/passwd",
    r"C:\CON\nul.txt",
    "a\x07b\x00c\x1bd",
    "\u202egnp.exe",
    "שלום עולם",
    "مرحبا",
    "12\u202f345 ; 6\u00a0% n°\u00a07",
    "😀 👩\u200d🚒 \U00030000",
    "Ł ğ ő ﬁ e\u0301 Привет ✓ ☐",
)
"""Mark-up, formulas, paths, control characters, right to left, fine blanks, signs that no face has."""
HOSTILE = " · ".join(PAYLOADS)


def opened(content: bytes) -> pikepdf.Pdf:
    """The file, taken apart."""
    return pikepdf.open(BytesIO(content))


def elements(pdf: pikepdf.Pdf) -> Iterator[Any]:
    """Every element of the structure, in reading order."""

    def within(element: Any) -> Iterator[Any]:
        yield element
        held = element.get("/K", pikepdf.Array())
        for child in held if isinstance(held, pikepdf.Array) else [held]:
            if isinstance(child, Dictionary) and child.get("/Type") == Name.StructElem:
                yield from within(child)

    yield from within(pdf.Root.StructTreeRoot.K[0])


def tags(pdf: pikepdf.Pdf) -> Counter[str]:
    """How many elements there are of each type."""
    return Counter(str(element.S) for element in elements(pdf))


def pieces(element: Any) -> list[tuple[Any, int]]:
    """The marked pieces of an element: page and number."""
    held = element.get("/K", pikepdf.Array())
    return [(each.Pg.objgen, int(each.MCID)) for each in held if "/MCID" in each]


def instructions(pdf: pikepdf.Pdf) -> Iterator[tuple[Any, Any, str, tuple[int, ...]]]:
    """Every drawing instruction: page, operands, operator, and the numbers of the marks it stands in (-1: artefact)."""
    for page in pdf.pages:
        marks: list[int] = []
        for each in pikepdf.parse_content_stream(page):
            operands, name = each.operands, str(each.operator)
            if name == "BDC":
                marks.append(int(operands[1].MCID) if "/MCID" in operands[1] else -1)
            elif name == "BMC":
                marks.append(-1)
            elif name == "EMC":
                marks.pop()
            yield page, operands, name, tuple(marks)
        assert marks == []


def written(pdf: pikepdf.Pdf) -> Iterator[tuple[Any, int, str]]:
    """Each piece of text: page, mark, and its characters as whoever copies them gets them."""
    font: dict[int, str] = {}
    for page, operands, operator, marks in instructions(pdf):
        if operator == "Tf":
            font = characters(page.obj.Resources.Font[str(operands[0])])
        elif operator == "Tj":
            yield page.obj.objgen, marks[-1], "".join(font[code] for code in bytes(operands[0]))


def characters(font: Any) -> dict[int, str]:
    """What each code of a font stands for, by the map within the file."""
    _, _, pairs_of = font.ToUnicode.read_bytes().partition(b"beginbfchar")
    pairs = re.findall(rb"<([0-9A-F]{2})> <([0-9A-F]+)>", pairs_of)
    return {int(code, 16): bytes.fromhex(units.decode()).decode("utf-16-be") for code, units in pairs}


def expected(words: str) -> str:
    """A text as it is to be found again: composed, what cannot be printed as a replacement sign, no plain blanks."""
    composed = unicodedata.normalize("NFC", words)
    signs = (REPLACEMENT if unicodedata.category(sign) in ("Cc", "Cs") else sign for sign in composed)
    return "".join(signs).replace(" ", "")


def read(element: Any, by_piece: Mapping[tuple[Any, int], str]) -> str:
    """The words of an element as they are read: where they go from right to left, it says so itself."""
    drawn = "".join(by_piece.get(piece, "") for piece in pieces(element))
    spoken = str(element.get("/ActualText", drawn))
    turned = str.maketrans(")]}»›>", "([{«‹<")
    signs = [
        sorted(sign for sign in words.translate(turned) if unicodedata.category(sign) not in ("Cf", "Zs"))
        for words in (drawn, spoken)
    ]
    assert signs[0] == signs[1], "what is heard is what is drawn"
    return spoken


@pytest.fixture
def minutes(report: StageReport, made_at: datetime) -> pikepdf.Pdf:
    """The minutes of the small jury, with the path that led to it."""
    path = (PathStep("Appel", 8, None), PathStep("Jury du hackathon", 5, 3))
    return opened(minutes_bytes(replace(report, path=path), language="fr", made_at=made_at))


def long_table(rows: int, title: str = "Essai") -> pikepdf.Pdf:
    """A document with one table over several pages, and a paragraph that goes on over a page."""
    columns = [Column("Projet", 3, strong=True), Column("Note", 1, number=True)]
    blocks = (
        Heading(1, title),
        table(columns, [[f"P{number}", str(number)] for number in range(rows)]),
        text("Une phrase qui se répète. " * 400),
    )
    made = datetime(2020, 3, 5, tzinfo=UTC)
    return opened(pdf_bytes(Document("fr", "Essai", "Région", "Essai", made, "", "", "", blocks)))


def test_a_table_over_pages_is_one_table_with_one_head() -> None:
    """The head that returns on each page is no content there; each row and cell is an element once."""
    pdf = long_table(130)
    assert len(pdf.pages) > 4
    found = tags(pdf)
    assert (found["/Table"], found["/TR"], found["/TH"], found["/TD"]) == (1, 131, 132, 130)
    heads = [element for element in elements(pdf) if element.S == Name.TH and element.A[0].Scope == Name.Column]
    assert [len(pieces(element)) for element in heads] == [1, 1]
    shown = [words for _, mark, words in written(pdf) if words.strip() == "Projet"]
    marked = [words for _, mark, words in written(pdf) if words.strip() == "Projet" and mark >= 0]
    assert len(shown) > len(marked) == 1


def test_cells_of_the_naming_column_head_their_rows(minutes: pikepdf.Pdf) -> None:
    """Whoever listens to a figure can ask of which project it is."""
    scopes = Counter(
        str(element.A[0].Scope) for element in elements(minutes) if element.S == Name.TH and "/A" in element
    )
    assert scopes["/Row"] > 30
    assert scopes["/Column"] > 20


def test_a_paragraph_over_a_page_stays_one_paragraph() -> None:
    """Its parts on both pages belong to one element, and no word is glued to the next at a line's end."""
    pdf = long_table(3)
    (paragraph,) = [element for element in elements(pdf) if element.S == Name.P]
    assert len({page for page, _ in pieces(paragraph)}) == len(pieces(paragraph)) > 1
    words = "".join(words for page, mark, words in written(pdf) if (page, mark) in pieces(paragraph))
    assert words.split() == ("Une phrase qui se répète. " * 400).split()


def test_no_word_is_glued_to_the_next_in_a_narrow_cell() -> None:
    """Where lines are broken by themselves beside one that is broken on purpose, too."""
    words = "Ampleur et criticité du problème public\nde 0 à 10, par 1\u202f%"
    made = datetime(2020, 3, 5, tzinfo=UTC)
    columns = [Column(words, 1), Column("Note", 5)]
    story = (Heading(1, "Essai"), table(columns, [["un", "deux"]]))
    pdf = opened(pdf_bytes(Document("fr", "Essai", "Région", "Essai", made, "", "", "", story)))
    head = next(element for element in elements(pdf) if element.S == Name.TH)
    told = "".join(shown for page, mark, shown in written(pdf) if (page, mark) in pieces(head))
    assert told.replace("\u00a0", " ").split(" ") == words.replace("\n", " ").split(" ")


def test_words_from_right_to_left_are_drawn_in_their_order_and_read_in_theirs() -> None:
    """Joined, each glyph at its place, turned back by whoever copies; the element says how they are read."""
    pdf = long_table(1, title="مشروع نور (2020)")
    heading = next(element for element in elements(pdf) if Name.H1 == element.S)
    assert str(heading.ActualText) == "مشروع نور (2020)"
    drawn = "".join(words for page, mark, words in written(pdf) if (page, mark) in pieces(heading))
    assert drawn.split() == ["(2020)", "رون", "عورشم"]
    assert not any("/ActualText" in element for element in elements(pdf) if Name.H1 != element.S)


def test_headings_step_down_one_level_at_a_time(minutes: pikepdf.Pdf) -> None:
    """One title, sections under it, parts under those."""
    levels = [int(str(element.S)[2:]) for element in elements(minutes) if re.fullmatch("/H[1-6]", str(element.S))]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))


def test_pictures_are_figures_with_words(minutes: pikepdf.Pdf) -> None:
    """Each with what it shows, and where it stands on its page."""
    figures = [element for element in elements(minutes) if Name.Figure == element.S]
    assert len(figures) == 2
    assert "La limite des 3 places passe entre" in str(figures[1].Alt)
    assert all(len(element.A[0].BBox) == 4 for element in figures)


def test_everything_drawn_is_content_or_artefact(minutes: pikepdf.Pdf) -> None:
    """No word and no line outside a mark, no mark within a mark; foot and lines are artefacts."""
    for _, operands, operator, marks in instructions(minutes):
        assert len(marks) <= 1, operator
        if operator in ("Tj", "S", "f", "B", "b", "s"):
            assert marks, operands
    feet = [mark for _, mark, words in written(minutes) if re.search(r"page\s\d+\s/\s\d+", words)]
    assert feet == [-1] * len(minutes.pages)


def test_parent_tree_leads_back_from_every_mark(minutes: pikepdf.Pdf) -> None:
    """From a piece of a page to its element, by the number of the piece."""
    ways = minutes.Root.StructTreeRoot.ParentTree.Nums
    back = {int(number): way for number, way in zip(ways[::2], ways[1::2], strict=True)}
    for page in minutes.pages:
        way = back[int(page.obj.StructParents)]
        used = {marks[-1] for each, _, _, marks in instructions(minutes) if each == page and marks and marks[-1] >= 0}
        assert used == set(range(len(way)))
        for number, element in enumerate(way):
            assert (page.obj.objgen, number) in pieces(element)
        assert page.obj.Tabs == Name.S


def test_reading_order_is_that_of_the_sections(report: StageReport, tmp_path: Path, made_at: datetime) -> None:
    """Poppler reads the structure aloud: title, facts, jury, candidacies, ranking, decisions, signatures."""
    if shutil.which("pdfinfo") is None:
        pytest.skip("no poppler on this machine")
    path = tmp_path / "minutes.pdf"
    path.write_bytes(minutes_bytes(report, language="fr", made_at=made_at))
    told = subprocess.run(
        ["pdfinfo", "-struct-text", path], check=True, capture_output=True, timeout=60
    ).stdout.decode()
    marks = (
        "Procès-verbal",
        "Empreinte des données",
        "Composition du jury",
        "Candidatures",
        "Classement",
        "Signatures",
    )
    places = [told.index(f'"{words}"') for words in marks]
    assert places == sorted(places)
    assert "6,50" in told


def test_catalogue_says_what_archives_and_readers_ask(minutes: pikepdf.Pdf) -> None:
    """Marked, its language, its title shown, metadata, colours, data and workbook attached with what they are for."""
    root = minutes.Root
    assert root.MarkInfo.Marked
    assert str(root.Lang) == "fr-FR"
    assert root.ViewerPreferences.DisplayDocTitle
    with minutes.open_metadata() as metadata:
        assert (metadata["pdfaid:part"], metadata["pdfaid:conformance"], metadata["pdfuaid:part"]) == ("3", "B", "1")
        assert metadata["dc:title"] == "Procès-verbal – Jury du hackathon"
        assert metadata["dc:language"] == {"fr-FR"}
    assert root.OutputIntents[0].S == Name.GTS_PDFA1
    assert root.OutputIntents[0].DestOutputProfile.N == 3
    relations = {str(spec.UF): str(spec.AFRelationship) for spec in root.AF}
    assert relations == {"hackathon-data.json": "/Source", "hackathon.xlsx": "/Data"}
    assert set(minutes.attachments) == set(relations)


def test_no_juror_is_named_in_the_metadata(minutes: pikepdf.Pdf) -> None:
    """What a search engine or a list of files shows of the document is the body and the stage."""
    told = str(minutes.docinfo) + minutes.Root.Metadata.read_bytes().decode()
    assert "VASSEUR" not in told
    assert "Région Exemple" in told


def hostile_report(report: StageReport, rules: Rules) -> StageReport:
    """Hostile words wherever people can type some."""
    criteria = tuple(replace(each, name=f"{each.id} {HOSTILE}") for each in rules.criteria)
    heard = tuple(
        replace(each, title=f"{each.id} {HOSTILE}", service=HOSTILE, holders=(Holder(HOSTILE, "Prénom"),))
        for each in report.candidacies
    )
    outcome = Outcome(OutcomeCategory.SELECTED, HOSTILE, HOSTILE, HOSTILE, "2020-07-07", HOSTILE)
    first = heard[0].id
    return replace(
        report,
        edition=replace(report.edition, title=HOSTILE, organisation=HOSTILE, programme=HOSTILE, place=HOSTILE),
        stage=replace(report.stage, name=HOSTILE, place=HOSTILE),
        rules=replace(rules, title=HOSTILE, criteria=criteria),
        panel=tuple(
            replace(seat, juror=replace(seat.juror, name=f"{seat.juror.id} {HOSTILE}", function=HOSTILE))
            for seat in report.panel
        ),
        received=(*heard, Candidacy("x", HOSTILE)),
        candidacies=heard,
        entries={**report.entries, first: replace(report.entries[first], outcome=outcome)},
        recusals=tuple(
            RecusalLine(
                replace(each.juror, name=HOSTILE),
                heard[1],
                replace(each.recusal, reason=HOSTILE, ruling_reason=HOSTILE),
            )
            for each in report.recusals
        ),
    )


def test_every_hostile_text_is_printed_as_it_was_typed(report: StageReport, rules: Rules, made_at: datetime) -> None:
    """Character by character, in every field; what no face has, and control characters, as replacement signs."""
    pdf = opened(minutes_bytes(hostile_report(report, rules), language="fr", made_at=made_at))
    by_piece: dict[tuple[Any, int], str] = {}
    for page, mark, words in written(pdf):
        by_piece[page, mark] = by_piece.get((page, mark), "") + words
    told = [read(element, by_piece).replace(" ", "") for element in elements(pdf)]
    wanted = expected(HOSTILE).replace("\U00030000", REPLACEMENT)
    for payload in ("👩", "🚒"):
        wanted = wanted.replace(payload, REPLACEMENT)
    wanted = wanted.replace("\xad", "")
    assert "\u202f" in wanted
    assert "\u00a0" in wanted
    exact = [words for words in told if wanted in words]
    # Fields of the head, of five jurors and more, of five candidacies, of five criteria, of the decision, of recusals.
    assert len(exact) > 60
    assert sum(words.count(wanted) for words in told) > 70
    assert not any("passwd" in words and wanted not in words and "Feuille" not in words for words in told)


def test_the_declared_time_alone_makes_a_difference(report: StageReport, made_at: datetime) -> None:
    """Nothing of chance enters, attached files included."""
    first = minutes_bytes(report, language="en", made_at=made_at)
    assert first == minutes_bytes(report, language="en", made_at=made_at)
    assert first != minutes_bytes(report, language="en", made_at=made_at.replace(minute=43))

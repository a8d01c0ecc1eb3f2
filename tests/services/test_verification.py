"""Verifying minutes: those of the example conform, and whatever is changed in them afterwards is said."""

import io
import json
import re
import sys
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from fractions import Fraction
from pathlib import Path
from typing import Any

import openpyxl
import pikepdf
import pytest
from pikepdf import Array, Dictionary, Name, String

from jury_desk.app.composition import make_toolbox
from jury_desk.domain.documents import canonical
from jury_desk.domain.edition import Edition
from jury_desk.domain.errors import MinutesUnreadable, NotOurMinutes
from jury_desk.domain.rubric import Across
from jury_desk.domain.rules import Aggregation, MissingCriterion, Order, ResultForm, document_of, fingerprint
from jury_desk.domain.scoring import Mark, MarkState
from jury_desk.importers.minutes_file import read_minutes, worker_command
from jury_desk.services.deliberation import contest_of
from jury_desk.services.example import build_example
from jury_desk.services.minutes_data import data_print, minutes_data
from jury_desk.services.minutes_seal import APPLICATION, UNSEALED, look_of, print_of, print_of_all
from jury_desk.services.ports import JuryFile, Toolbox
from jury_desk.services.preparation import set_edition
from jury_desk.services.reporting import export_documents, stage_report
from jury_desk.services.scoring import Cell, record_mark
from jury_desk.services.verification import Check, Difference, Verification, verification_document, verify
from jury_desk.services.verification_words import check_name, difference_sentence, verdict

STAGE = "hackathon"
DATA, WORKBOOK = f"{STAGE}-data.json", f"{STAGE}.xlsx"

Change = Callable[[pikepdf.Pdf], None]


@pytest.fixture(scope="module")
def toolbox(tmp_path_factory: pytest.TempPathFactory) -> Toolbox:
    """Everything plugged in."""
    return make_toolbox(safety=tmp_path_factory.mktemp("safety"))


@pytest.fixture(scope="module")
def example(toolbox: Toolbox, tmp_path_factory: pytest.TempPathFactory) -> Iterator[JuryFile]:
    """The example edition, open."""
    file = build_example(toolbox, tmp_path_factory.mktemp("example") / "example.jury")
    yield file
    file.close()


@pytest.fixture(scope="module", params=["fr", "en"])
def minutes(
    request: pytest.FixtureRequest, toolbox: Toolbox, example: JuryFile, tmp_path_factory: pytest.TempPathFactory
) -> Path:
    """The minutes of the example's jury."""
    report = stage_report(example, STAGE)
    folder = tmp_path_factory.mktemp("minutes")
    (path,) = export_documents(
        toolbox, report, folder, language=request.param, made_at=toolbox.clock.now(), only=["minutes"]
    )
    return path


@pytest.fixture
def verified(toolbox: Toolbox, minutes: Path, tmp_path: Path) -> Callable[..., Verification]:
    """Verifies the minutes after a change, sealed anew or not."""

    def after(change: Change, *, sealed: bool = False) -> Verification:
        target = tmp_path / "changed.pdf"
        with pikepdf.open(minutes) as pdf:
            change(pdf)
            pdf.remove_unreferenced_resources()
            pdf.save(target)
        if sealed:
            with pikepdf.open(target, allow_overwriting_input=True) as pdf:
                seal_anew(pdf)
                pdf.save(target)
        return verify(toolbox.read_minutes(target), toolbox.workbook_cells)

    return after


def seal_anew(pdf: pikepdf.Pdf) -> None:
    """What someone who knows the program can do: write the prints again over what was changed."""
    private = pdf.Root.PieceInfo[f"/{APPLICATION}"].Private
    drawings = [page.obj.Contents.read_bytes() for page in pdf.pages]
    private.Pages = Array([String(print_of(each)) for each in drawings])
    private.Looks = Array([String(look_of(*each)) for each in zip(pdf.pages, drawings, strict=True)])
    private.Words = String("")
    attached = {name: spec.get_file().read_bytes() for name, spec in pdf.attachments.items()}
    private.Files = Array([String(each) for name, content in attached.items() for each in (name, print_of(content))])
    streams = (each for each in pdf.objects if isinstance(each, pikepdf.Stream) and each.get("/Type") not in UNSEALED)
    private.Streams = String(print_of_all(each.read_bytes() for each in streams))


def attach(pdf: pikepdf.Pdf, name: str, content: bytes) -> None:
    """Put a file in the place of an attached one."""
    pdf.attachments[name] = pikepdf.AttachedFileSpec(pdf, content, filename=name)


def print_otherwise(before: bytes, after: bytes) -> Change:
    """Change what the pages show, wherever it stands."""

    def change(pdf: pikepdf.Pdf) -> None:
        found = 0
        for page in pdf.pages:
            drawing = page.obj.Contents.read_bytes()
            found += drawing.count(before)
            page.obj.Contents = pdf.make_stream(drawing.replace(before, after))
        assert found

    return change


def print_in_a_face(before: str, after: str) -> Change:
    """Change words on the pages by the codes that the faces have for their letters."""

    def change(pdf: pikepdf.Pdf) -> None:
        changed = 0
        for page in pdf.pages:
            codes: dict[str, int] = {}
            drawn, found = [], 0
            for each in pikepdf.parse_content_stream(page):
                operands, operator = list(each.operands), str(each.operator)
                if operator == "Tf":
                    codes = letters_of(page.obj.Resources.Font[str(operands[0])])
                if operator == "Tj" and set(before + after) <= codes.keys():
                    old, new = (bytes(codes[letter] for letter in words) for words in (before, after))
                    found += bytes(operands[0]).count(old)
                    operands[0] = String(bytes(operands[0]).replace(old, new))
                drawn.append((operands, each.operator))
            if found:
                page.obj.Contents = pdf.make_stream(pikepdf.unparse_content_stream(drawn))
                changed += 1
        assert changed

    return change


def letters_of(font: pikepdf.Object) -> dict[str, int]:
    """The code of each letter in a face of the file; a plain space for the blank that stands for it."""
    pairs = re.findall(rb"<([0-9A-F]{2})> <([0-9A-F]{4})>", font.ToUnicode.read_bytes().partition(b"beginbfchar")[2])
    return {chr(int(unicode, 16)).replace("\u00a0", " "): int(code, 16) for code, unicode in pairs}


def change_data(change: Callable[[dict[str, object]], None]) -> Change:
    """Change the attached data."""

    def put(pdf: pikepdf.Pdf) -> None:
        document = json.loads(pdf.attachments[DATA].get_file().read_bytes())
        change(document)
        attach(pdf, DATA, json.dumps(document, ensure_ascii=False, indent=1).encode())

    return put


def failed(verification: Verification) -> set[Check]:
    """The checks that do not hold."""
    return {each.check for each in verification.differences}


def sentences(verification: Verification) -> list[str]:
    """What is told, in French, with one kind of blank."""
    told = (difference_sentence(each, "fr") for each in verification.differences)
    return [sentence.replace("\u00a0", " ").replace("\u202f", " ") for sentence in told]


def test_minutes_as_made_conform(toolbox: Toolbox, minutes: Path, example: JuryFile) -> None:
    """To the data they carry, and to the file."""
    found = toolbox.read_minutes(minutes)
    alone = verify(found, toolbox.workbook_cells)
    assert alone.conforms
    assert alone.checks == tuple(check for check in Check if check is not Check.EDITION)
    with_file = verify(found, toolbox.workbook_cells, lambda stage: stage_report(example, stage))
    assert with_file.conforms
    assert with_file.checks == tuple(Check)
    assert with_file.fingerprint == stage_report(example, STAGE).fingerprint
    assert (verdict(alone, "fr"), verdict(alone, "en")) == ("conforme", "conforms")


def test_every_printed_result_is_among_the_words_compared(toolbox: Toolbox, minutes: Path, example: JuryFile) -> None:
    """Nothing is compared with nothing: the words come from the page, one for each result, value and decision."""
    words = toolbox.read_minutes(minutes).words
    report = stage_report(example, STAGE)
    for standing in report.standings.standings:
        shown = words[f"result/{standing.candidacy}"].strip().replace(",", ".")
        assert shown == standing.result
        assert all(f"value/{standing.candidacy}/{criterion}" in words for criterion in standing.criteria)
    outcome = report.entries[report.standings.standings[0].candidacy].outcome
    assert outcome
    printed = words[f"motivation/{report.standings.standings[0].candidacy}"]
    assert printed.split() == outcome.motivation.split()


def test_one_changed_byte_in_the_attached_data_is_said(verified: Callable[..., Verification]) -> None:
    """Be it a blank: the file is no longer the one attached, though the data are the same."""

    def add_blank(pdf: pikepdf.Pdf) -> None:
        attach(pdf, DATA, pdf.attachments[DATA].get_file().read_bytes() + b" ")

    outcome = verified(add_blank)
    assert sentences(outcome) == [f"Le fichier joint « {DATA} » a été modifié ou remplacé."]


def test_changed_mark_in_the_data_is_said_even_when_sealed_anew(verified: Callable[..., Verification]) -> None:
    """The data have another fingerprint than the pages, and give another ranking and other figures."""

    def raise_mark(document: dict[str, object]) -> None:
        sheets = document["data"]["sheets"]  # type: ignore[index]
        sheet = next(sheet for of_jurors in sheets.values() for sheet in of_jurors.values() if sheet.get("C1") == "7")
        sheet["C1"] = "10"

    outcome = verified(change_data(raise_mark), sealed=True)
    assert failed(outcome) >= {Check.DATA, Check.RANKING, Check.FIGURES, Check.WORKBOOK}
    assert Check.FILES not in failed(outcome)


def test_changed_rules_are_said(verified: Callable[..., Verification]) -> None:
    """A frozen version has its fingerprint."""

    def change(document: dict[str, object]) -> None:
        document["data"]["rules"][-1]["document"]["criteria"][0]["weight"] = "31"  # type: ignore[index]

    outcome = verified(change_data(change), sealed=True)
    assert "La version 1 du règlement n’est plus celle qui a été arrêtée." in sentences(outcome)


@pytest.mark.parametrize("sealed", [False, True], ids=["seal left", "sealed anew"])
def test_changed_figure_on_a_page_is_said(verified: Callable[..., Verification], minutes: Path, sealed: bool) -> None:
    """The figure with its project, and the page unless the seal was forged too."""
    point = b"," if "fr" in str(read_minutes(minutes).seal.language) else b"."
    outcome = verified(print_otherwise(b"16" + point + b"66", b"17" + point + b"66"), sealed=sealed)
    told = sentences(outcome)
    printed = (b"17" + point + b"66").decode()
    assert f"« Feu vert », le résultat : le document imprime « {printed} », les données donnent « 16,66 »." in told
    assert (Check.PAGES in failed(outcome)) is not sealed


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("hiérarchique", "hiérarchiquee"),
        ("avril", "avrill"),
        ("Heures", "Heure"),
        ("vidéoprojecteur", "vidéoprojectrice"),
        ("Fauquembergue", "Fauquembergre"),
    ],
)
def test_changed_word_that_no_data_are_compared_with_is_said(
    verified: Callable[..., Verification], minutes: Path, before: str, after: str
) -> None:
    """A reason, a date, a time, a name: the page, and the words as they are now."""
    if read_minutes(minutes).seal.language == "en":
        before, after = {"avril": ("April", "Aprill"), "Heures": ("Hours", "Hour")}.get(before, (before, after))
    outcome = verified(print_in_a_face(before, after))
    told = [each for each in outcome.of(Check.PAGES) if each.key == "text_changed"]
    assert told
    assert all(after in each.facts["printed"] for each in told)
    assert not any(each.key == "page_changed" for each in outcome.differences)


def test_what_is_laid_over_a_page_is_said(verified: Callable[..., Verification]) -> None:
    """A note, or a stamp that covers a figure; a field for a signature that shows nothing is none."""

    def lay(subtype: str, **more: Any) -> Change:
        def change(pdf: pikepdf.Pdf) -> None:
            laid = Dictionary(Type=Name.Annot, Subtype=Name(subtype), Rect=Array([100, 400, 300, 450]), **more)
            pdf.pages[4].obj.Annots = Array([pdf.make_indirect(laid)])
            pdf.Root.AcroForm = Dictionary(Fields=pdf.pages[4].obj.Annots)

        return change

    told = ["La page 5 porte une annotation, un champ ou un tampon ajouté après coup."]
    assert sentences(verified(lay("/FreeText", Contents=String("16,99")))) == told
    assert sentences(verified(lay("/Stamp"))) == told
    assert sentences(verified(lay("/Widget", FT=Name.Tx))) == told
    assert verified(lay("/Widget", FT=Name.Sig)).conforms


def test_page_that_is_cut_or_turned_is_said(verified: Callable[..., Verification]) -> None:
    """Every instruction is there, and whoever looks at it does not see it."""

    def cut(pdf: pikepdf.Pdf) -> None:
        pdf.pages[4].obj.CropBox = Array([0, 0, 300, 300])

    def turn(pdf: pikepdf.Pdf) -> None:
        pdf.pages[4].obj.Rotate = 180

    def exchange_faces(pdf: pikepdf.Pdf) -> None:
        fonts = pdf.pages[4].obj.Resources.Font
        first, second, *_others = fonts.keys()
        pdf.pages[4].obj.Resources.Font = Dictionary({**fonts, first: fonts[second], second: fonts[first]})

    told = "La page 5 a été rognée ou tournée, ou ses polices ou ses images ont été remplacées."
    for change in (cut, turn, exchange_faces):
        assert told in sentences(verified(change))


def test_changed_decision_on_a_page_is_said(verified: Callable[..., Verification]) -> None:
    """What people wrote of a decision is compared to the letter."""
    outcome = verified(print_otherwise(b"pendant trois mois", b"pendant douze mois"), sealed=True)
    assert {each.key for each in outcome.differences} == {"figure"}
    assert any("les conditions" in each for each in sentences(outcome))


def element_of(pdf: pikepdf.Pdf, tag: str) -> pikepdf.Object:
    """The first element of the structure with that tag."""
    waiting = [pdf.Root.StructTreeRoot]
    while waiting:
        element = waiting.pop()
        if str(element.get("/S", "")) == tag:
            return element
        held = element.get("/K", pikepdf.Array())
        waiting += [each for each in held if isinstance(each, pikepdf.Dictionary) and "/MCID" not in each]
    raise AssertionError(tag)


def hear_otherwise(pdf: pikepdf.Pdf) -> None:
    """Give a screen reader another figure than the one on the page."""
    element_of(pdf, "/TD").ActualText = String("20,00")


def describe_otherwise(pdf: pikepdf.Pdf) -> None:
    """Tell another ranking beside the picture of it."""
    element_of(pdf, "/Figure").Alt = String("1. Fil vert")


def name_otherwise(pdf: pikepdf.Pdf) -> None:
    """Another bookmark."""
    with pdf.open_outline() as outline:
        outline.root[0].title = "Autre"


def act_on_opening(pdf: pikepdf.Pdf) -> None:
    """A script that runs when the file is opened."""
    pdf.Root.OpenAction = pikepdf.Dictionary(S=pikepdf.Name.JavaScript, JS=String("this.print()"))


def title_otherwise(pdf: pikepdf.Pdf) -> None:
    """Another name in the bar of the reader."""
    pdf.docinfo["/Title"] = String("Autre")


@pytest.mark.parametrize(
    "change", [hear_otherwise, describe_otherwise, name_otherwise, act_on_opening, title_otherwise]
)
def test_what_is_changed_beside_the_pages_is_said(verified: Callable[..., Verification], change: Change) -> None:
    """Somebody who listens to the minutes reads this, and no page shows it."""
    verification = verified(change)
    assert failed(verification) == {Check.PAGES}
    assert any("hors de ses pages" in told for told in sentences(verification))


def test_figure_taken_from_a_page_is_said(verified: Callable[..., Verification]) -> None:
    """A place that is printed nowhere is a difference too."""

    def drop_page(pdf: pikepdf.Pdf) -> None:
        del pdf.pages[4]

    outcome = verified(drop_page)
    assert any(each.key == "page_count" for each in outcome.differences)
    assert any(each.key in ("figure_missing", "figure") for each in outcome.differences)


def test_replaced_attachment_is_said(verified: Callable[..., Verification]) -> None:
    """Anything in the place of the data leaves nothing to compute from."""
    outcome = verified(lambda pdf: attach(pdf, DATA, b"{}"))
    told = sentences(outcome)
    assert f"Les données jointes « {DATA} » manquent ou sont illisibles : rien ne peut être recalculé." in told
    assert f"Le fichier joint « {DATA} » a été modifié ou remplacé." in told


def test_removed_and_added_attachments_are_said(verified: Callable[..., Verification]) -> None:
    """Each by its name."""

    def exchange(pdf: pikepdf.Pdf) -> None:
        del pdf.attachments[WORKBOOK]
        attach(pdf, "autre.txt", b"autre")

    told = sentences(verified(exchange))
    assert f"Le fichier joint « {WORKBOOK} » a été retiré." in told
    assert "Le fichier joint « autre.txt » a été ajouté." in told


@pytest.mark.parametrize("sealed", [False, True], ids=["seal left", "sealed anew"])
def test_replaced_workbook_is_said(verified: Callable[..., Verification], sealed: bool) -> None:
    """A workbook in which one result was typed over names the cell."""

    def type_over(pdf: pikepdf.Pdf) -> None:
        workbook = openpyxl.load_workbook(io.BytesIO(pdf.attachments[WORKBOOK].get_file().read_bytes()), data_only=True)
        ranking = workbook.worksheets[5]
        ranking["E3"] = 19.99
        output = io.BytesIO()
        workbook.save(output)
        attach(pdf, WORKBOOK, output.getvalue())

    outcome = verified(type_over, sealed=sealed)
    assert [each.facts["cell"] for each in outcome.of(Check.WORKBOOK)] == ["E3"]
    assert "19.99" in sentences(outcome)[-1]
    assert (Check.FILES in failed(outcome)) is not sealed


def test_a_file_in_the_place_of_the_workbook_is_said(verified: Callable[..., Verification]) -> None:
    """What no spreadsheet program opens is no workbook."""
    outcome = verified(lambda pdf: attach(pdf, WORKBOOK, b"PK\x03\x04 nothing"))
    assert f"Le classeur joint « {WORKBOOK} » manque ou est illisible." in sentences(outcome)


def test_other_font_is_said(verified: Callable[..., Verification]) -> None:
    """A face whose letters look like others changes what is read and no instruction of a page."""

    def swap(pdf: pikepdf.Pdf) -> None:
        font = next(each for each in pdf.objects if isinstance(each, pikepdf.Dictionary) and "/FontFile2" in each)
        font.FontFile2 = pdf.make_stream(font.FontFile2.read_bytes() + b"\0")

    assert [each.key for each in verified(swap).differences] == ["content_changed"]


def test_saved_anew_by_another_program_still_conforms(verified: Callable[..., Verification]) -> None:
    """How a file is packed is not what it says."""
    assert verified(lambda _pdf: None).conforms


def test_what_a_later_version_adds_is_not_held_against_minutes(
    toolbox: Toolbox, minutes: Path, example: JuryFile
) -> None:
    """A field that the minutes do not know of says nothing; a sheet they do not know of does."""
    found = toolbox.read_minutes(minutes)

    def against_the_file(document: dict[str, object]) -> list[Difference]:
        older = replace(found, data=json.dumps(document).encode())
        return verify(older, toolbox.workbook_cells, lambda stage: stage_report(example, stage)).of(Check.EDITION)

    document = json.loads(found.data)
    assert document["data"]["edition"].pop("programme")
    assert against_the_file(document) == []
    of_jurors = next(iter(document["data"]["sheets"].values()))
    del of_jurors["7"]
    assert [each.key for each in against_the_file(document)] == ["sheets_of"]
    del document["data"]["candidacies"][-1]
    assert "candidacies_of" in [each.key for each in against_the_file(document)]


def test_later_changes_in_the_file_are_said(toolbox: Toolbox, minutes: Path, tmp_path: Path) -> None:
    """A mark, a title, another edition's journal: each with where it is."""
    file = build_example(toolbox, tmp_path / "later.jury")
    found = toolbox.read_minutes(minutes)
    try:
        cell = next(iter(_cells(file)))
        record_mark(file, STAGE, cell, Mark(MarkState.MARKED, Fraction(1)))
        set_edition(file, replace(file.records.need(Edition), title="Autre édition"))
        outcome = verify(found, toolbox.workbook_cells, lambda stage: stage_report(file, stage))
    finally:
        file.close()
    assert failed(outcome) == {Check.EDITION}
    told = sentences(outcome)
    assert "Le fichier de l’édition a d’autres données : l’édition." in told
    assert any(each.startswith("Le fichier de l’édition a d’autres notes pour ") for each in told)
    # The same story told again has other acts: each bears an identity of its own.
    assert any("journal" in each for each in told)


def _cells(file: JuryFile) -> Iterator[Cell]:
    report = stage_report(file, STAGE)
    for candidacy in report.candidacies:
        yield Cell(candidacy.id, report.voting[0].juror.id, report.rules.criteria[0].id)


def test_other_files_are_told_in_one_sentence(tmp_path: Path) -> None:
    """Not a PDF, a PDF of someone else, one cut short: never a traceback."""
    other = tmp_path / "other.pdf"
    with pikepdf.new() as pdf:
        pdf.add_blank_page()
        pdf.save(other)
    with pytest.raises(NotOurMinutes):
        read_minutes(other)
    note = tmp_path / "note.pdf"
    note.write_bytes(b"just a note")
    with pytest.raises(NotOurMinutes):
        read_minutes(note)
    cut = tmp_path / "cut.pdf"
    cut.write_bytes(other.read_bytes()[:100])
    with pytest.raises((MinutesUnreadable, NotOurMinutes)):
        read_minutes(cut)


def test_a_child_that_dies_or_hangs_is_a_sentence(minutes: Path) -> None:
    """Whatever a file does to the parser ends in the child."""
    with pytest.raises(MinutesUnreadable):
        read_minutes(minutes, command=("python3", "-c", "import os; os.abort()"))


def test_outcome_as_a_document_names_each_check(verified: Callable[..., Verification]) -> None:
    """For scripts: the verdict, each check, each difference with its sentence."""
    outcome = verified(lambda pdf: attach(pdf, "autre.txt", b"autre"))
    document: Mapping[str, object] = verification_document(outcome, sentences(outcome))
    assert document["conforms"] is False
    assert document["checks"] == {check.value: check is not Check.FILES for check in outcome.checks}
    assert len(outcome.differences) == 1
    assert all(check_name(check, language) for check in Check for language in ("fr", "en"))


@pytest.mark.parametrize(
    "aggregation",
    [
        Aggregation(order=Order.CRITERIA_FIRST, across_jurors=Across.MEDIAN),
        Aggregation(across_jurors=Across.TRIMMED_MEAN, result=ResultForm.POINTS),
        Aggregation(across_jurors=Across.CORRECTED_MEAN, limit=Fraction(1), result=ResultForm.MEAN),
        Aggregation(across_jurors=Across.RANK_SUM, allow_unequal_panels=True),
        Aggregation(missing_criterion=MissingCriterion.REDISTRIBUTE, minimum_sheets=8),
    ],
    ids=lambda each: f"{each.order}-{each.across_jurors}-{each.result}",
)
def test_minutes_conform_by_every_method(
    toolbox: Toolbox, example: JuryFile, tmp_path: Path, aggregation: Aggregation
) -> None:
    """Whatever the rules ask of the marks, and where nobody can be ranked too."""
    report = stage_report(example, STAGE)
    rules = replace(report.rules, aggregation=aggregation)
    contest = replace(contest_of(example.records, STAGE), rules=rules)
    text = canonical(document_of(rules)).decode()
    version = replace(report.rules_version, document=text, fingerprint=fingerprint(rules))
    changed = replace(
        report, rules=rules, rules_version=version, rules_versions=(version,), standings=contest.standings()
    )
    changed = replace(changed, fingerprint=data_print(minutes_data(changed)))
    for language in ("fr", "en"):
        made_at = toolbox.clock.now()
        (path,) = export_documents(toolbox, changed, tmp_path, language=language, made_at=made_at, only=["minutes"])
        outcome = verify(toolbox.read_minutes(path), toolbox.workbook_cells)
        assert sentences(outcome) == []
        assert Check.WORKBOOK in outcome.checks


def test_minutes_of_crosses_on_files_conform(toolbox: Toolbox, example: JuryFile, tmp_path: Path) -> None:
    """A shortlisting has neither a scale of marks nor a session."""
    report = stage_report(example, "screening")
    (path,) = export_documents(toolbox, report, tmp_path, language="en", made_at=toolbox.clock.now(), only=["minutes"])
    outcome = verify(toolbox.read_minutes(path), toolbox.workbook_cells, lambda stage: stage_report(example, stage))
    assert sentences(outcome) == []


def test_frozen_application_starts_itself_to_read_minutes(monkeypatch: pytest.MonkeyPatch) -> None:
    """Without a Python to start, the program is started again with its hidden argument."""
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    assert worker_command() == (sys.executable, "--minutes-worker")


HOSTILE = (
    "<b>gras</b> & ]]> · =1+1 · a\x07b\x1bd · \u202egnp.exe · (שלום) עולם · لا إله [1] · 12\u202f345 ; 6\u00a0% · "
    "😀 👩\u200d🚒 \U00030000 · Ł ﬁ e\u0301 ✓"
)


@pytest.mark.parametrize("language", ["fr", "en"])
def test_minutes_with_any_words_conform(toolbox: Toolbox, example: JuryFile, tmp_path: Path, language: str) -> None:
    """However a reader of PDF puts what it finds: nothing that people type is held against the document."""
    report = stage_report(example, STAGE)
    heard = tuple(replace(each, title=f"{each.id} {HOSTILE}", service=HOSTILE) for each in report.candidacies)
    entries = {
        name: replace(entry, outcome=entry.outcome and replace(entry.outcome, label=HOSTILE, motivation=HOSTILE))
        for name, entry in report.entries.items()
    }
    edition = replace(report.edition, title=HOSTILE, organisation=HOSTILE)
    hostile = replace(report, edition=edition, candidacies=heard, received=heard, entries=entries)
    hostile = replace(hostile, fingerprint=data_print(minutes_data(hostile)))
    (path,) = export_documents(
        toolbox, hostile, tmp_path, language=language, made_at=toolbox.clock.now(), only=["minutes"]
    )
    outcome = verify(toolbox.read_minutes(path), toolbox.workbook_cells)
    assert outcome.conforms, sentences(outcome)

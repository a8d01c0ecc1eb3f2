"""The papers beside the minutes: each says what it is for, and nothing that is not its reader's business."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import UTC, datetime
from itertools import chain
from pathlib import Path

import pikepdf
import pypdfium2
import pytest

from jury_desk.app.composition import make_toolbox
from jury_desk.domain.candidacy import Outcome, OutcomeCategory
from jury_desk.domain.decision import AuthorityDecision, Nature, ReserveCall, Sitting
from jury_desk.domain.deliberation import AdoptedRanking, Bench, Placed
from jury_desk.domain.errors import FileNotWritable
from jury_desk.domain.minutes import Deliberated, StageReport
from jury_desk.domain.scoring import Mark
from jury_desk.exports import blocks
from jury_desk.exports.minutes_subject import Subject
from jury_desk.exports.papers import (
    attendance,
    decisions,
    detailed,
    grids,
    individual,
    interests,
    letters,
    release,
    running_order,
)
from jury_desk.exports.phrases import phrases_of
from jury_desk.exports.typography import NBSP
from jury_desk.services.reporting import USUAL_DOCUMENTS, document_name

STORIES: Mapping[str, Callable[[Subject], blocks.Story]] = {
    "decisions": decisions.story,
    "letters": letters.story,
    "running-order": running_order.story,
    "attendance": attendance.story,
    "interests": interests.story,
    "detailed": detailed.story,
    "grids": grids.story,
}


def words_of(story: blocks.Story) -> str:
    """Everything a story says, with one kind of blank."""
    found: list[str] = []
    for block in blocks.flat(tuple(story)):
        match block:
            case blocks.Heading(_, words) | blocks.Paragraph(words):
                found.append(words)
            case blocks.Table(columns, rows):
                found += [column.head for column in columns]
                found += [cell.words for cell in chain.from_iterable(rows)]
            case blocks.Facts(pairs):
                found += [words for label, cell in pairs for words in (label, cell.words)]
            case blocks.Figure(picture):
                found.append(picture.alternative)
            case blocks.Signatures(signatures):
                found += [each.whose for each in signatures]
                found += [words for each in signatures for line in each.lines for words in line]
    return "\n".join(found).replace("\u00a0", " ").replace("\u202f", " ")


def test_each_paper_of_several_says_whose_it_is(report: StageReport, made_at: datetime, tmp_path: Path) -> None:
    """Letters and forms are handed out one by one: each page bears the head, as what every page has, not as content."""
    for name, title in (("letters", "Votre candidature"), ("interests", "Déclaration d’intérêts")):
        write, ending = make_toolbox(safety=tmp_path).documents[name]
        target = tmp_path / f"{name}{ending}"
        write(report, target, language="fr", made_at=made_at)
        with pypdfium2.PdfDocument(target) as document:
            for page in document:
                words = page.get_textpage().get_text_bounded()
                assert words.count("Région Exemple") == 1
                assert words.count(title) == (2 if name == "interests" else 1)
        with pikepdf.open(target) as pdf:
            drawn = pdf.pages[0].Contents.read_bytes()
        foot = drawn[drawn.index(b"/Artifact <</Type /Pagination>> BDC") :].partition(b"EMC")[0]
        assert foot.count(b"Tj") == 3 + 2


@pytest.fixture
def subject(report: StageReport, made_at: datetime) -> Subject:
    """The small jury, in French."""
    return Subject(report, phrases_of("fr"), made_at)


def about(subject: Subject, report: StageReport) -> Subject:
    """The same words about another report."""
    return replace(subject, report=report)


@pytest.mark.parametrize("language", ["fr", "en"])
@pytest.mark.parametrize("name", [*STORIES, "release"])
def test_every_paper_is_made_in_both_languages(
    report: StageReport, made_at: datetime, tmp_path: Path, name: str, language: str
) -> None:
    """A sound PDF under the name it is asked for by, with a title; equal reports give equal bytes."""
    write, ending = make_toolbox(safety=tmp_path).documents[name]
    target = tmp_path / document_name("hackathon", name, ending)
    write(report, target, language=language, made_at=made_at)
    first = target.read_bytes()
    write(report, target, language=language, made_at=made_at)
    assert target.read_bytes() == first
    with pikepdf.open(target) as pdf:
        assert "Jury du hackathon" in str(pdf.docinfo.Title)
        assert pdf.Root.MarkInfo.Marked
        assert not pdf.attachments


def test_only_the_usual_documents_are_made_unasked(tmp_path: Path) -> None:
    """Workbook and minutes; the restricted ones never by themselves."""
    assert USUAL_DOCUMENTS == ("workbook", "minutes")
    assert set(USUAL_DOCUMENTS) < set(make_toolbox(safety=tmp_path).documents)


def test_record_of_decisions_names_the_selected_alone(subject: Subject) -> None:
    """Nobody who was not, no mark, no place; and it fits on one page."""
    words = words_of(decisions.story(subject))
    assert "Feu vert" in words
    assert "Cantine juste" in words
    for other in ("Relais terrain", "Fil vert", "Trop tard", "16,66", "1er\n"):
        assert other not in words
    assert "Le jury a examiné 5 candidatures." in words


def test_record_of_decisions_names_nobody_by_the_words_of_a_decision(subject: Subject) -> None:
    """It is published: what the jury calls a decision may name one that was not selected, or a member."""
    report = subject.report
    outcome = Outcome(OutcomeCategory.SELECTED, label="Retenu devant Relais terrain, avis de Mme Hélène VASSEUR")
    entries = {**report.entries, "cantine": replace(report.entries["cantine"], outcome=outcome)}
    words = words_of(decisions.story(about(subject, replace(report, entries=entries))))
    assert "Retenu devant un autre projet, avis d’un membre du jury" in words
    assert "Relais" not in words


def test_record_of_decisions_follows_the_authority(subject: Subject) -> None:
    """Where the authority departs from the jury, its decision is the one published."""
    selected = Outcome(OutcomeCategory.SELECTED, "Retenu par la présidence")
    decided = AuthorityDecision("hackathon", "relais", selected, "Le président", "2020-03-10", "Motif")
    sitting = Sitting("hackathon", nature=Nature.OPINION, authority="Le président du conseil régional")
    report = replace(subject.report, deliberated=Deliberated(sitting=sitting, authority=(decided,)))
    words = words_of(decisions.story(about(subject, report)))
    assert "Relais terrain" in words
    assert "Décision prise, après avis du jury, par l’autorité compétente : Le président du conseil régional." in words


def test_statement_concerns_one_project_and_names_no_juror(subject: Subject, made_at: datetime, tmp_path: Path) -> None:
    """One file for each project: its own values, place and reasons; no other title, nobody of the panel."""
    report = subject.report
    others = {each.title for each in report.received}
    for candidacy in report.candidacies:
        words = words_of(individual.story(subject, candidacy.id))
        assert candidacy.title in words
        assert not any(title in words for title in others - {candidacy.title})
        assert not any(seat.juror.name.split()[-1] in words for seat in report.panel)
    words = words_of(individual.story(subject, "vert"))
    assert "1er rang sur 4 projets classés\n" in words
    assert "8,14" in words
    assert "Problème mesuré" in words
    individual.write(report, tmp_path / "out", language="fr", made_at=made_at)
    assert [path.name for path in sorted((tmp_path / "out").iterdir())][:2] == [
        "01-feu-vert.pdf",
        "02-qui-fait-quoi.pdf",
    ]


@pytest.mark.parametrize(
    ("title", "stem"),
    [
        ("Qui fait quoi ?", "qui-fait-quoi"),
        ("../../etc/passwd", "etc-passwd"),
        ("CON", "con-"),
        ("😀", "sans-nom"),
        ("a/b\\c:d*e", "a-b-c-d-e"),
        ("x" * 300, "x" * 60),
        ("Élan d’été\u202e.exe", "elan-dete-exe"),
    ],
)
def test_files_of_statements_have_plain_names(title: str, stem: str) -> None:
    """Whatever a project is called."""
    assert individual.file_stem(title) == stem


def test_statements_that_cannot_be_written_are_told(report: StageReport, made_at: datetime, tmp_path: Path) -> None:
    """A file stands where the folder would be."""
    blocked = tmp_path / "file"
    blocked.write_text("", encoding="utf-8")
    with pytest.raises(FileNotWritable):
        individual.write(report, blocked, language="fr", made_at=made_at)


def test_letters_tell_each_project_its_own_decision(subject: Subject) -> None:
    """One letter per decided project, worded by its outcome, without a mark or another project."""
    told = words_of(letters.story(subject)).split("Votre candidature « ")[1:]
    assert [each.partition(" »")[0] for each in told] == [
        each.title for each in subject.report.candidacies if subject.report.decision(each.id)
    ]
    first = told[0]
    assert "J’ai le plaisir de vous informer que votre projet est retenu : Startup de territoire." in first
    assert "Problème mesuré" in first
    assert not any(figure in first for figure in ("16,66", "8,14", "1er rang"))
    reserve = next(each for each in told if each.startswith("Relais terrain"))
    assert "liste complémentaire" in reserve
    assert all("Mme Hélène VASSEUR" in each for each in told)


def test_letters_say_the_decision_once(subject: Subject) -> None:
    """What the jury calls it stands behind the words of the letter where it says more than they do."""
    report = subject.report
    labels = {"vert": "retenu", "relais": "Liste complémentaire n°\u00a01", "fil": ""}
    entries = {
        name: replace(report.entries[name], outcome=replace(outcome, label=label))
        for name, label in labels.items()
        if (outcome := report.entries[name].outcome)
    }
    words = words_of(letters.story(about(subject, replace(report, entries={**report.entries, **entries}))))
    assert "votre projet est retenu." in words
    assert "sur la liste complémentaire, n° 1. Il pourra" in words
    assert "votre projet n’est pas retenu." in words


def test_letters_and_statements_name_no_other_project(subject: Subject) -> None:
    """Not even where the jury's reasons do."""
    report = subject.report
    outcome = Outcome(
        OutcomeCategory.SELECTED,
        label="Retenu, à fusionner avec Relais terrain",
        carrier="Structure de « Relais terrain »",
        motivation="Ex æquo avec « Relais terrain »",
    )
    entries = {**report.entries, "cantine": replace(report.entries["cantine"], outcome=outcome)}
    about_all = about(subject, replace(report, entries=entries))
    statement = words_of(individual.story(about_all, "cantine"))
    letter = next(each for each in words_of(letters.story(about_all)).split("Votre candidature") if "Cantine" in each)
    for told in (statement, letter):
        assert "Ex æquo avec un autre projet" in told
        assert "Relais" not in told


def test_letters_are_signed_by_the_authority_that_decides(subject: Subject) -> None:
    """Where the jury gives an opinion, who decides signs."""
    sitting = Sitting("hackathon", nature=Nature.OPINION, authority="La présidente", notified_on="2020-03-12")
    words = words_of(letters.story(about(subject, replace(subject.report, deliberated=Deliberated(sitting=sitting)))))
    assert "La présidente" in words
    assert "VASSEUR" not in words
    assert "Lille, le jeudi 12 mars 2020" in words


def test_letters_bear_the_day_it_is_where_the_edition_is(subject: Subject) -> None:
    """Written half an hour after midnight in Paris, which is the evening before in UTC."""
    sitting = Sitting("hackathon", notified_on="")
    report = replace(subject.report, deliberated=Deliberated(sitting=sitting))
    late = replace(subject, report=report, say=phrases_of("fr", "Europe/Paris"))
    late = replace(late, made_at=datetime(2020, 3, 5, 23, 30, tzinfo=UTC))
    assert "Lille, le vendredi 6 mars 2020" in words_of(letters.story(late))


def test_letters_say_how_to_appeal(subject: Subject) -> None:
    """Under every signature, in the words of the edition; nothing is said for an edition that has none."""
    report = subject.report
    count = sum(report.decision(each.id) is not None for each in report.candidacies)
    heading, route = "Voies et délais de recours", "Devant le tribunal administratif de Lille, dans les deux mois."
    told = replace(report, edition=replace(report.edition, appeal_route=route))
    words = words_of(letters.story(about(subject, told)))
    assert words.count(heading) == words.count(route) == count > 1
    assert all(part.startswith(f"\n{route}") for part in words.split(heading)[1:])
    assert heading not in words_of(letters.story(subject))


def test_statement_gives_the_place_that_the_jury_adopted(subject: Subject) -> None:
    """Not the computed one that it left; before anything is decided, what the ranking proposes."""
    report = subject.report
    order = [each.candidacy for each in report.standings.standings if each.place]
    order[0], order[1] = order[1], order[0]
    places = tuple(Placed(each, place) for place, each in enumerate(order, 1))
    adopted = AdoptedRanking("hackathon", places, "", Bench("2020-03-05T16:40:00+00:00", ()), "Motif")
    report = replace(report, deliberated=replace(report.deliberated, adopted=adopted))
    assert "2e rang sur 4 projets classés" in words_of(individual.story(about(subject, report), "vert"))
    open_one = replace(report, entries={**report.entries, "vert": replace(report.entries["vert"], outcome=None)})
    assert "2e rang sur 4 projets classés · retenu" in words_of(individual.story(about(subject, open_one), "vert"))


def test_authority_that_departs_gives_its_reasons_and_signs(subject: Subject) -> None:
    """Its word replaces that of the jury in what the project reads; the others are still told by the jury."""
    stopped = Outcome(OutcomeCategory.STOPPED)
    decided = AuthorityDecision("hackathon", "vert", stopped, "Le président de Région", "2020-04-03", "Crédits épuisés")
    report = replace(subject.report, deliberated=replace(subject.report.deliberated, authority=(decided,)))
    letter, *others = words_of(letters.story(about(subject, report))).split("Votre candidature « ")[1:]
    assert "L’autorité a motivé ainsi sa décision : Crédits épuisés." in letter
    assert "Le président de Région" in letter
    assert "VASSEUR" not in letter
    assert all("VASSEUR" in each for each in others)
    assert "Crédits épuisés" in words_of(individual.story(about(subject, report), "vert"))
    record = words_of(decisions.story(about(subject, report)))
    assert "par l’autorité compétente : Le président de Région." in record
    assert "Feu vert" not in record


def test_call_of_the_reserve_is_told_where_the_project_reads_it(subject: Subject) -> None:
    """Who was called goes on, and who gave the place up does not, in the record that is published too."""
    call = ReserveCall("hackathon", "relais", "cantine", "2020-04-02", "Désistement")
    report = replace(subject.report, deliberated=replace(subject.report.deliberated, reserve_calls=(call,)))
    record = words_of(decisions.story(about(subject, report)))
    assert "Relais terrain" in record
    assert "Appelé de la liste complémentaire le jeudi 2 avril 2020" in record
    assert "Cantine juste" not in record
    told = words_of(letters.story(about(subject, report))).split("Votre candidature « ")[1:]
    letter = next(each for each in told if each.startswith("Relais terrain"))
    assert "inscrit sur la liste complémentaire, est appelé depuis le jeudi 2 avril 2020." in letter
    assert "si une place se libère" not in letter
    assert "jeudi 2 avril 2020" in words_of(individual.story(about(subject, report), "relais"))


def test_letters_without_a_decision_are_none(subject: Subject) -> None:
    """One page says so, rather than an empty file."""
    words = words_of(letters.story(about(subject, replace(subject.report, entries={}))))
    assert "il n’y a pas de lettre à écrire" in words


def test_running_order_says_nothing_of_what_the_jury_thinks(subject: Subject) -> None:
    """It hangs at the door."""
    words = words_of(running_order.story(subject))
    assert "Aïcha MARTIN, Zoé LEROY" in words
    assert not any(told in words for told in ("retenu", "16,66", "VASSEUR"))


def rows_of(subject: Subject) -> list[list[str]]:
    """The words of each line of the running order."""
    (order,) = [each for each in running_order.story(subject) if isinstance(each, blocks.Table)]
    return [[cell.words for cell in row] for row in order.rows]


def test_running_order_has_the_hours_that_the_rules_plan(subject: Subject) -> None:
    """Each passage, the opening, the break and the deliberation, in a row; whoever withdrew has no hour."""
    report = subject.report
    timing = {"start": "14:00", "opening": "15", "pitch": "5", "questions": "10", "changeover": "3", "break": "10"}
    timed = replace(report, rules=replace(report.rules, timing={**timing, "deliberation": "45"}))
    rows = rows_of(about(subject, timed))
    hours = [(row[1].replace(NBSP, " "), row[2]) for row in rows]
    titles = [each.title for each in report.candidacies]
    half = (len(titles) + 1) // 2
    passages = [f"{14 + at // 60} h {at % 60:02}" for at in (15 + 18 * number for number in range(half))]
    assert hours[0] == ("14 h 00", "Ouverture")
    assert hours[1 : half + 1] == list(zip(passages, titles, strict=False))
    assert hours[half + 1][1] == "Pause"
    assert hours[-1][1] == "Délibération"
    assert [row[0] for row in rows if row[0]] == [str(number) for number in range(1, len(titles) + 1)]
    gone = replace(timed, withdrawn=frozenset({report.candidacies[0].id}))
    assert [each.replace(NBSP, " ") for each in rows_of(about(subject, gone))[1][:2]] == ["2", "14 h 15"]


@pytest.mark.parametrize("timing", [{}, {"pitch": "5"}, {"start": "14:00"}])
def test_running_order_leaves_room_where_no_hour_is_planned(subject: Subject, timing: dict[str, str]) -> None:
    """To be filled in by hand, as before."""
    report = replace(subject.report, rules=replace(subject.report.rules, timing=timing))
    assert [row[1] for row in rows_of(about(subject, report))] == [""] * len(report.candidacies)


def test_each_voice_has_a_form_for_its_interests(subject: Subject) -> None:
    """Every member with a voice, every candidacy, two boxes to tick; the secretary marks nobody."""
    words = words_of(interests.story(subject))
    assert words.count("déclare pour chacune des candidatures") == 7
    assert words.count("☐") == 7 * 5 * 2
    assert "BLANC" not in words


def test_restricted_annex_names_nobody_and_quotes_nobody(subject: Subject) -> None:
    """Every mark is there, no juror's name, no comment; its head says what it is."""
    report = subject.report
    sheet = dict(report.sheets["vert"]["J1"])
    sheet["C1"] = Mark(sheet["C1"].state, sheet["C1"].value, "Une remarque")
    sheets = {**report.sheets, "vert": {**report.sheets["vert"], "J1": sheet}}
    words = words_of(grids.story(about(subject, replace(report, sheets=sheets))))
    assert "Documents préparatoires au délibéré – non communicables" in words
    assert words.count("Grille 7") == 5
    assert "déport" in words
    assert "Une remarque" not in words
    assert not any(seat.juror.name.split()[-1] in words for seat in report.panel)
    assert "17,00" in words


def test_detailed_report_is_marked_restricted_and_whole(subject: Subject) -> None:
    """Sentences, pictures with their words, a profile for each project."""
    story = tuple(detailed.story(subject))
    words = words_of(iter(story))
    assert "non communicables" in words
    assert "Rien de ce rapport ne change le classement" in words
    figures = [each for each in story if isinstance(each, blocks.Figure)]
    assert len(figures) == 3 + 5
    assert "Classement sensible à la limite" in words


def test_detailed_report_before_the_first_mark_says_what_it_can(
    subject: Subject, with_sheets: Callable[[StageReport, Mapping[str, object]], StageReport]
) -> None:
    """No ranking, no robustness: the head alone."""
    assert "Rapport détaillé" in words_of(detailed.story(about(subject, with_sheets(subject.report, {}))))


def test_copy_for_release_carries_no_file_and_does_not_speak_of_any(
    report: StageReport, made_at: datetime, tmp_path: Path
) -> None:
    """The same minutes without what is attached to the others."""
    target = tmp_path / "release.pdf"
    release.write(report, target, language="fr", made_at=made_at)
    with pikepdf.open(target) as pdf:
        assert not pdf.attachments
        assert "/PieceInfo" not in pdf.Root
        with pdf.open_outline() as outline:
            assert "Annexe 3 – Fichiers joints" not in [each.title for each in outline.root]


def test_attendance_sheet_has_room_for_everyone(subject: Subject) -> None:
    """Secretary included."""
    words = words_of(attendance.story(subject))
    assert all(seat.juror.name in words for seat in subject.report.panel)

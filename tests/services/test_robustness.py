"""The robustness of a stage from its file, and the sentences that tell it."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from fractions import Fraction

import pytest
from tests.domain.test_robustness import equals_at_the_line

from jury_desk.app.composition import make_toolbox
from jury_desk.domain.candidacy import Admissibility, Candidacy
from jury_desk.domain.contest import Contest
from jury_desk.domain.errors import RulesMissing
from jury_desk.domain.jury import Juror, Member, Voice
from jury_desk.domain.marks_table import Insufficient, Lack
from jury_desk.domain.records import Records
from jury_desk.domain.robustness import Settings, robustness
from jury_desk.domain.rules import rules_from_document
from jury_desk.domain.scoring import Mark, MarkState
from jury_desk.domain.what_if import outcome_of
from jury_desk.services.candidacies import set_admissibility
from jury_desk.services.deliberation import contest_of, standings_of
from jury_desk.services.example import build_example
from jury_desk.services.names import Names
from jury_desk.services.ports import JuryFile
from jury_desk.services.preparation import add_juror, current_rules, entries, freeze_rules, set_entries, set_rules
from jury_desk.services.robustness import RobustnessQuestion, RobustnessReport, answer, robustness_of
from jury_desk.services.robustness_words import RobustnessWords, Sentence, robustness_sentences
from jury_desk.storage.jury_file import SqliteFile

STAGE = "hackathon"


@pytest.fixture(scope="module")
def example(tmp_path_factory: pytest.TempPathFactory) -> Iterator[JuryFile]:
    """The example edition."""
    folder = tmp_path_factory.mktemp("example")
    file = build_example(make_toolbox(safety=folder), folder / "example.jury")
    yield file
    file.close()


@pytest.fixture(scope="module")
def report(example: JuryFile) -> RobustnessReport:
    """The robustness of the example's hackathon."""
    return robustness_of(example.records, STAGE)


def told(report: RobustnessReport, language: str = "fr") -> dict[str, Sentence]:
    """The sentences of a report by what they answer."""
    return {sentence.item: sentence for sentence in robustness_sentences(report, language)}


def test_report_stands_beside_the_very_ranking_of_the_stage(example: JuryFile, report: RobustnessReport) -> None:
    """What is shaken is what the stage's standings say, in the order of passage."""
    assert report.robustness.official == outcome_of(standings_of(example.records, STAGE))
    passages = tuple(entry.candidacy for entry in entries(example.records, STAGE))
    assert contest_of(example.records, STAGE).candidacies == passages
    assert report.names.candidacies[passages[0]] == "Relais terrain"


def test_cut_of_the_example_hangs_on_one_juror_of_seven(report: RobustnessReport) -> None:
    """The sentence a jury reads, in French typography, with the three who turn it."""
    sentence = told(report)["left_out"]
    assert sentence.text == (
        "Le 6e et le 7e projet s’inversent si l’on retire un juré sur sept\u00a0: "
        "Mme Hélène VASSEUR, Mme Inès ÇELIK ou M. Étienne de LA TOUR."
    )
    assert sentence.alarming


@pytest.mark.parametrize(
    ("item", "text"),
    [
        (
            "cut",
            (
                "Classement sensible à la limite\u00a0: la place de «\u00a0Cantine juste\u00a0» et "
                "«\u00a0Relais terrain\u00a0» n’est pas assurée."
            ),
        ),
        (
            "without_partial",
            (
                "Sans les jurés qui n’ont pas noté tous les projets (Mme Claire ROUX et M. Étienne de LA TOUR), "
                "le 4e et le 5e projet s’inversent, les mêmes projets sont retenus."
            ),
        ),
        ("method_corrected_mean", "Avec les évaluations extrêmes ramenées vers la moyenne, aucune place ne change."),
        (
            "condorcet",
            "«\u00a0Feu vert\u00a0», en tête du classement, bat chaque autre projet en face à face\u00a0: oui.",
        ),
        (
            "severity",
            (
                "À projets égaux, Mme Claire ROUX note 1,23\u00a0point sous la moyenne du jury, "
                "M. Paul LEMAIRE 0,55\u00a0point au-dessus."
            ),
        ),
        (
            "concordance",
            "Accord des jurés sur l’ordre des projets\u00a0: fort (W de Kendall 0,86, 7 jurés, 7 projets).",
        ),
        (
            "weight_flips",
            "La moindre baisse du poids de «\u00a0Ampleur et criticité du problème\u00a0» change la sélection.",
        ),
    ],
)
def test_sentences_of_the_example(report: RobustnessReport, item: str, text: str) -> None:
    """One plain sentence for each question."""
    assert told(report)[item].text == text


def test_sentences_in_english(report: RobustnessReport) -> None:
    """The same, with English ordinals, quotes and decimals."""
    english = told(report, "en")
    assert english["left_out"].text.startswith(
        "The 6th and the 7th project swap places if one juror of seven is left out: Mme Hélène VASSEUR, "
    )
    assert "1.23 points below" in english["severity"].text
    assert "“Cantine juste”" in english["cut"].text


def test_both_languages_answer_the_same_questions(report: RobustnessReport) -> None:
    """Item by item, in one order, each with a text that ends as a sentence does."""
    french, english = told(report), told(report, "en")
    assert list(french) == list(english)
    assert [each.alarming for each in french.values()] == [each.alarming for each in english.values()]
    assert all(each.text.endswith(".") and "{" not in each.text for each in (*french.values(), *english.values()))


def test_french_sentences_keep_their_marks_on_the_line(report: RobustnessReport) -> None:
    """No colon or closing quote after an ordinary space, no semicolon or question mark without its thin one."""
    for sentence in told(report).values():
        assert not any(f" {mark}" in sentence.text for mark in (":", ";", "?", "!", "%", "»")), sentence
        assert "« " not in sentence.text
        assert "'" not in sentence.text


def test_pairs_are_told_when_asked_for(example: JuryFile) -> None:
    """Ten pairs turn the cut: more than one would read, so they are counted."""
    found = told(robustness_of(example.records, STAGE, Settings(pairs=True)))
    assert found["pairs_left_out"].text.endswith("si l’on retire deux jurés sur sept\u00a0: 10 cas.")


def test_full_panels_are_said_to_be_full(example: JuryFile) -> None:
    """Everyone marked every file at the screening: there is nobody to leave out for having missed some."""
    found = robustness_of(example.records, "screening")
    assert found.robustness.without_partial == Insufficient(Lack.COMPLETE)
    assert told(found)["without_partial"].text.startswith("Chaque juré a noté tous les projets")
    assert (
        told(found)["weights"].text
        == "Poids des critères\u00a0: données insuffisantes (moins de deux poids à comparer)."
    )


def a_report(grid: Mapping[str, str], *, places: int | None = 1, weights: Sequence[str] = ("1",)) -> RobustnessReport:
    """A report on a grid: by candidacy, one word per juror with a digit per criterion; ``-`` for no sheet."""
    criteria = [{"id": f"C{number}", "name": f"C{number}", "weight": weight} for number, weight in enumerate(weights)]
    selection = {} if places is None else {"selection": {"places": places}}
    scale = {"min": "0", "max": "9", "step": "1"}
    rules = rules_from_document({"scale": scale, "criteria": criteria, **selection})
    sheets = {
        candidacy: {
            f"J{juror}": {f"C{number}": Mark(MarkState.MARKED, Fraction(mark)) for number, mark in enumerate(word)}
            for juror, word in enumerate(words.split(), 1)
            if word != "-"
        }
        for candidacy, words in grid.items()
    }
    jurors = tuple(f"J{juror}" for juror in range(1, 1 + max(len(words.split()) for words in grid.values())))
    found = robustness(Contest(rules, tuple(grid), jurors, sheets), Settings(pairs=True))
    names = {criterion.id: criterion.name for criterion in rules.criteria}
    called = Names(dict(zip(grid, grid, strict=True)), dict(zip(jurors, jurors, strict=True)), names)
    return RobustnessReport(STAGE, found, called)


FIRM = {"A": "99 98 99", "B": "55 45 54", "C": "11 12 11"}


@pytest.mark.parametrize(
    ("report", "expected"),
    [
        (
            a_report(FIRM, weights=("1", "1")),
            {
                "cut": "The ranking is firm at the line: neither one juror fewer nor a slightly larger or smaller "
                "weight changes who is selected.",
                "left_out": "No place changes if any one juror of three is left out.",
                "weights": "No place changes if the weight of any criterion goes up or down by 5 points.",
                "mark_flips": "No mark, changed alone, changes who is selected.",
                "weight_flips": "No weight, changed alone, changes who is selected.",
                "firmness": "Safely in: “A”; safely out: “B” and “C”.",
            },
        ),
        (
            a_report({"A": "9 9 1", "B": "5 5 8", "C": "1 1 9"}, places=None),
            {"left_out": "Places change if one juror of three is left out: J1 or J2."},
        ),
        (
            a_report({"A": "9 9 0", "B": "5 5 6", "C": "4 4 7"}, places=2),
            {"spread": "At least two jurors are 8 points or more apart on “A”: to be discussed."},
        ),
        (
            a_report({"A": "9 8 - -", "B": "7 6 - -", "C": "- - 5 4", "D": "- - 3 2"}),
            {
                "severity": "The jurors have too few projects in common for their severity to be compared.",
                "method_additive": "Additive juror effect: insufficient data (groups of jurors have no project in "
                "common).",
            },
        ),
        (
            a_report({"A": "9 8 5", "B": "7 6 5", "C": "4 3 5"}),
            {"method_z_score": "Standardised marks: insufficient data (assessments all equal: J3)."},
        ),
        (
            a_report({"A": "5 5 5", "B": "5 5 5", "C": "1 2 1"}),
            {
                "cut": "The ranking is sensitive at the line: the place of “A” and “B” is not assured.",
                "mark_flips": "Smallest change of a mark: insufficient data (a tie across the line is still to be "
                "settled).",
            },
        ),
        (
            a_report({"A": "90", "B": "16", "C": "00"}, weights=("4", "1")),
            {
                "cut": "There are too few jurors or ranked projects to try the line.",
                "weight_flips": "The smallest change of a weight that changes who is selected: “C0”, from 80% to "
                "42.86%.",
            },
        ),
        (
            a_report({"A": "5 7 5", "B": "6 5 6", "C": "1 2 1"}),
            {
                "condorcet": "“A”, first in the ranking, beats every other project face to face: no, “B” beats all the "
                "others.",
            },
        ),
    ],
)
def test_every_answer_has_its_sentence(report: RobustnessReport, expected: Mapping[str, str]) -> None:
    """Firm or not, with a line or none, with what is missing: each case has words of its own, in both languages."""
    english = told(report, "en")
    assert {item: english[item].text for item in expected} == expected
    assert told(report).keys() == english.keys()


def prepared(file: SqliteFile, clock: object, rules_of: Records) -> SqliteFile:
    """A file with the example's rules, three candidacies, a voting juror and an advisory one, and no mark."""
    with file.unit() as unit:
        for number in (1, 2, 3):
            unit.put(Candidacy(f"P{number}", f"Project {number}"))
        unit.commit("candidacies_imported")
    set_entries(file, STAGE, ["P1", "P2", "P3"])
    add_juror(file, Juror("", "One"), seat=Member(STAGE, "", 0))
    add_juror(file, Juror("", "Coach"), seat=Member(STAGE, "", 0, voice=Voice.ADVISORY))
    _, rules = current_rules(rules_of, STAGE)
    set_rules(file, STAGE, replace(rules, selection=None))
    freeze_rules(file, STAGE, clock)  # type: ignore[arg-type]
    return file


def test_stage_before_its_first_mark_is_told_to_have_too_little(
    jury_file: SqliteFile, clock: object, example: JuryFile
) -> None:
    """Every question gets its sentence: which data are missing, never a number."""
    found = told(robustness_of(prepared(jury_file, clock, example.records).records, STAGE), "en")
    assert found["cut"].text == "The rules set no number of places: there is no line to try."
    assert found["left_out"].text == "One juror fewer: insufficient data (fewer than three jurors)."
    assert (
        found["mark_flips"].text == "Smallest change of a mark: insufficient data (the rules set no number of places)."
    )
    assert not any(each.alarming for each in found.values())


def test_advisory_members_and_withdrawn_candidacies_are_kept_apart(
    jury_file: SqliteFile, clock: object, example: JuryFile
) -> None:
    """Only voting jurors are left out, and who has withdrawn has no place to lose."""
    file = prepared(jury_file, clock, example.records)
    set_admissibility(file, "P2", Admissibility.WITHDRAWN, "Another job")
    contest = contest_of(file.records, STAGE)
    assert len(contest.panel) == 1
    assert contest.withdrawn == {"P2"}


def test_stage_without_rules_has_no_robustness(jury_file: SqliteFile) -> None:
    """No rules, no ranking to shake: the refusal is the ranking's own."""
    with pytest.raises(RulesMissing):
        robustness_of(jury_file.records, STAGE)


def test_equals_that_a_vote_separates_are_not_called_firm() -> None:
    """The dots, the word, what it hangs on and the sentence about the line say the same."""
    contest = equals_at_the_line()
    names = Names({each: each for each in "ABC"}, {each: each for each in contest.panel}, {"C0": "C0", "C1": "C1"})
    for voted, word in (({"B": 1, "C": 2}, "sur le fil"), ({}, "à départager")):
        question = RobustnessQuestion("", replace(contest, voted=voted), names, Settings())
        words = RobustnessWords(answer(question), "fr")
        firmness = {each.candidacy: each for each in answer(question).robustness.firmness}
        shown = words.firmness(firmness["B"])
        assert (shown.word, shown.signs, shown.on_the_edge) == (word, "●●●○○", True)
        assert shown.text.startswith("Même résultat qu’un projet de l’autre côté de la limite")
        assert words.hangs_on(firmness["C"]) == "l’égalité sur la limite"
        cut = told(answer(question))["cut"]
        assert cut.alarming
        assert cut.text.startswith("Classement sensible à la limite")

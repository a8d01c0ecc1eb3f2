"""Explanations in words: what is read on the screen, out loud and on paper, in both languages."""

import tomllib
from collections.abc import Mapping, Sequence
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jury_desk.app.composition import make_toolbox
from jury_desk.domain.contest import Contest
from jury_desk.domain.explainer import Explainer
from jury_desk.domain.explanation import Figure, FigureKind
from jury_desk.domain.expression import (
    Expression,
    Mean,
    Negative,
    Number,
    Product,
    Quotient,
    Role,
    Rounded,
    Sum,
)
from jury_desk.domain.rules import rules_from_document
from jury_desk.domain.scoring import SECRETARIAT, Mark, MarkState
from jury_desk.domain.stage_results import UnequalPanels
from jury_desk.services.accounts import Accounts
from jury_desk.services.example import build_example
from jury_desk.services.explaining import Explaining
from jury_desk.services.explanation_words import ExplanationText, ExplanationWords, Line
from jury_desk.services.expression_text import Figures, write
from jury_desk.services.names import Names
from jury_desk.services.phrasing import Phrasing
from jury_desk.services.ports import JuryFile

STAGE = "hackathon"
SPACE = "\u00a0"


@pytest.fixture(scope="module")
def example(tmp_path_factory: pytest.TempPathFactory) -> JuryFile:
    """The example edition."""
    folder = tmp_path_factory.mktemp("example")
    return build_example(make_toolbox(safety=folder), folder / "example.jury")


def worded(
    rules: str,
    marks: Mapping[str, Mapping[str, str]],
    figure: Figure,
    language: str = "fr",
    **carried: Mapping[str, str],
) -> ExplanationText:
    """A figure of a small contest in words; marks by candidacy and juror, in the order of the criteria."""
    read = rules_from_document(tomllib.loads(rules))
    sheets = {
        candidacy: {juror: _sheet([each.id for each in read.criteria], words) for juror, words in row.items()}
        for candidacy, row in marks.items()
    }
    jurors = tuple(dict.fromkeys(juror for row in marks.values() for juror in row if juror != SECRETARIAT))
    earlier = {stage: {each: Fraction(value) for each, value in values.items()} for stage, values in carried.items()}
    contest = Contest(read, tuple(marks), jurors, sheets, earlier)
    names = Names(
        {each: f"Projet {each}" for each in marks},
        {each: f"Mme {each}" for each in jurors},
        {each.id: each.name for each in read.criteria},
        {"first": "Dossiers"},
    )
    return ExplanationWords(names, read, language).text(Explainer(contest).explain(figure))


def _sheet(criteria: Sequence[str], words: str) -> dict[str, Mark]:
    """A word is a mark, ``-`` for none yet or ``R`` for a recusal."""
    given = zip(criteria, words.split(), strict=True)
    return {id_: _mark(word) for id_, word in given if word != "-"}


def _mark(word: str) -> Mark:
    return Mark(MarkState.RECUSED) if word == "R" else Mark(MarkState.MARKED, Fraction(word))


TWO = """
[scale]
min = "0"
max = "10"
[[criteria]]
id = "a"
name = "Impact"
weight = "60"
[[criteria]]
id = "b"
name = "Délai"
weight = "40"
min = "1"
max = "5"
better = "lower"
[[criteria]]
id = "m"
name = "Malus"
weight = "0.5"
kind = "deduction"
[aggregation]
result = "out_of"
out_of = "20"
"""


def test_a_sheet_shows_scales_weights_and_what_is_taken_off() -> None:
    """Each mark from the end of its scale that is worth nothing, over its extent; the deduction at the end."""
    found = worded(TWO, {"P": {"A": "7 2 1"}}, Figure(FigureKind.SHEET, "P", "A"))
    assert found.formula == (
        "20 × (poids × note ÷ maximum + poids × (maximum − note) ÷ (maximum − minimum)) ÷ somme des poids "
        "− poids × déduction"
    ).replace(" ×", f"{SPACE}×").replace("× ", f"×{SPACE}").replace(" ÷", f"{SPACE}÷").replace("÷ ", f"÷{SPACE}")
    assert found.numbers.replace(SPACE, " ") == ("20 × (60 × 7 ÷ 10 + 40 × (5 − 2) ÷ (5 − 1)) ÷ 100 − 0,5 × 1 = 13,9")
    assert found.headline == f"Total de Mme A{SPACE}: 13,9"
    assert found.lines[0] == Line("Impact", "7", "poids 60")


def test_each_rounding_is_told_in_its_order() -> None:
    """Criteria first, rounded at every step: the product written out, before and after."""
    rules = TWO + 'order = "criteria_first"\n[rounding]\ncriterion = "0.1"\nproduct = "1"\nresult = "0.01"\n'
    found = worded(rules, {"P": {"A": "7 2 -", "B": "6 3 -", "C": "6 3 -"}}, Figure(FigureKind.OWN, "P"), "en")
    plain = found.text.replace(SPACE, " ")
    assert "20 × (38 + 23) ÷ 100 = 12.2" in plain
    assert "Rounded to the nearest multiple of 1 (product with the weight): 60 × 6.3 ÷ 10 = 37.8 becomes 38." in plain
    assert plain.endswith("Rounded to the nearest multiple of 0.01 (result): 12.2 becomes 12.20.")


def test_marks_left_out_and_pulled_in_are_named() -> None:
    """With their jurors, and what became of them."""
    one = '[[criteria]]\nid = "a"\nname = "Impact"\nmin = "0"\nmax = "20"\n[aggregation]\nresult = "mean"\n'
    marks = {"P": {"A": "7", "B": "12", "C": "13", "D": "19"}}
    trimmed = worded(one + 'across_jurors = "trimmed_mean"\n', marks, Figure(FigureKind.OWN, "P"))
    assert "Hors de la moyenne\u00a0: 7 (Mme A) et 19 (Mme D)." in trimmed.sentences
    assert Line("Mme D", "19", "hors de la moyenne") in trimmed.lines
    pulled = worded(one + 'across_jurors = "corrected_mean"\nlimit = "3"\n', marks, Figure(FigureKind.OWN, "P"))
    assert pulled.sentences[0].replace(SPACE, " ") == (
        "Première moyenne 12,75, écart permis 3 : 7 ramené à 9,75 (Mme A) et 19 ramené à 15,75 (Mme D)."
    )
    assert pulled.numbers.replace(SPACE, " ") == "(9,75 + 12 + 13 + 15,75) ÷ 4 = 12,625"


def test_earlier_stages_enter_by_name_and_weight() -> None:
    """The result after carry-over tells both stages, and what their weights come to."""
    rules = TWO + '[carry_over]\nown = "70"\nrounding = "0.01"\n[carry_over.stages]\nfirst = "30"\n'
    found = worded(rules, {"P": {"A": "7 2 -"}}, Figure(FigureKind.RESULT, "P"), first={"P": "12"})
    assert found.numbers.replace(SPACE, " ") == "(70 × 14,4 + 30 × 12) ÷ 100 = 13,68"
    assert found.lines == (Line("Cette étape", "14,4", "poids 70"), Line("Dossiers", "12", "poids 30"))
    assert found.formula.replace(SPACE, " ") == (
        "(poids d’étape × résultat de l’étape + poids d’étape × résultat antérieur) ÷ somme des poids d’étape"
    )


def test_ranks_are_told_as_ranks() -> None:
    """A sum of ranks: the rank each juror gives."""
    one = '[[criteria]]\nid = "a"\nname = "Impact"\nmin = "0"\nmax = "20"\n[aggregation]\nacross_jurors = "rank_sum"\n'
    marks = {"P": {"A": "7", "B": "12"}, "Q": {"A": "9", "B": "3"}}
    found = worded(one, marks, Figure(FigureKind.OWN, "P"))
    assert (found.formula, found.numbers) == ("somme (rang)", "2 + 1 = 3")
    assert found.lines == (Line("Mme A", "rang 2"), Line("Mme B", "rang 1"))


def test_why_there_is_no_result_is_told_in_its_place() -> None:
    """Two sheets are needed, one is there: who is missing."""
    found = worded(TWO + "minimum_sheets = 2\n", {"P": {"A": "7 2 1", "B": "- - -"}}, Figure(FigureKind.RESULT, "P"))
    assert found.outcome == ""
    assert found.sentences == (
        "1 grille compte sur 2.",
        f"Comptent{SPACE}: Mme A.",
        f"Encore attendues{SPACE}: Mme B.",
        "Il en faut au moins 2 pour avoir une place.",
    )


@pytest.mark.parametrize("language", ["fr", "en"])
def test_every_figure_of_the_example_has_its_words(example: JuryFile, language: str) -> None:
    """No figure is without a text, none shows a key or a brace, and each computation shows formula and numbers."""
    explaining = Explaining(example.records, STAGE, language)
    contest = explaining._contest
    for candidacy in contest.candidacies:
        names = {FigureKind.CRITERION: [each.id for each in contest.rules.criteria], FigureKind.SHEET: contest.panel}
        for kind in FigureKind:
            for name in names.get(kind, [""]):
                text = explaining.text(Figure(kind, candidacy, name))
                assert text.headline
                assert not set("{}_") & set(text.text)


def test_the_account_of_the_example_says_how_the_sixth_stays_in(example: JuryFile) -> None:
    """The tie at the line with what was compared, in the order of the ranking."""
    accounts = Accounts(example.records, STAGE, "fr")
    seventh = next(each for each in accounts.standings.standings if each.place == 7)
    account = accounts.account(seventh.candidacy)
    assert (account.title, account.figure, account.place) == ("Relais terrain", "13,20 /20", "7e sur 8 classés")
    told = dict(account.paragraphs)
    step = "Départagés («\u00a0Ampleur et criticité du problème\u00a0»)"
    assert told["Départage"] == (f"{step}\u00a0: «\u00a0Cantine juste\u00a0» 7,00, «\u00a0Relais terrain\u00a0» 6,50.",)
    assert told["Hors du compte"] == ("M. Étienne de LA TOUR\u00a0: absent.",)
    assert accounts.ties_of_the_ranking() == [f"Résultats égaux au 6e rang, d{told['Départage'][0][1:]}"]


def test_sheets_are_explained_where_there_is_no_ranking() -> None:
    """Where unequal panels refuse the ranking, what is made from it is refused too, and a sheet is not."""
    rules = TWO + 'across_jurors = "sum"\n'
    marks = {"P": {"A": "7 2 1", "B": "7 2 1"}, "Q": {"A": "7 2 1", "B": "R R R"}}
    assert worded(rules, marks, Figure(FigureKind.SHEET, "P", "A")).outcome == "13,9"
    with pytest.raises(UnequalPanels):
        worded(rules, marks, Figure(FigureKind.OWN, "P"))


# --- Formulas read back ------------------------------------------------------------------------------------------

numbers = st.integers(-9, 9).map(lambda value: Number(Fraction(value), Role.MARK))
nonzero = st.integers(1, 9).map(lambda value: Number(Fraction(value), Role.MAXIMUM))


def _grown(parts: st.SearchStrategy[Expression]) -> st.SearchStrategy[Expression]:
    several = st.lists(parts, min_size=1, max_size=4).map(tuple)
    return st.one_of(
        several.map(Sum),
        several.map(Product),
        several.map(Mean),
        parts.map(Negative),
        st.tuples(parts, nonzero).map(lambda pair: Quotient(*pair)),
        parts.map(lambda inner: Rounded(inner, Fraction(1, 10), "result")),
    )


@given(st.recursive(numbers, _grown, max_leaves=12))
def test_what_is_written_is_what_is_meant(expression: Expression) -> None:
    """Read back by the usual rules of precedence, the formula with its numbers gives the value it stands for."""

    class InFull(Figures):
        """Values in full, and as Python reads them."""

        def number(self, number: Number) -> str:
            return _python(number.value)

        def rounded(self, text: str, rounded: Rounded) -> str:
            del text
            return _python(rounded.value)

    text = write(expression, InFull(Phrasing("explanations", "en")))
    read = text.replace("×", "*").replace("÷", "/").replace("−", "-").replace(SPACE, " ")
    whole: Any = eval(read, {"__builtins__": {}, "F": Fraction})  # noqa: S307 -- our own text, numbers and signs only
    assert whole == expression.value


def _python(value: Fraction) -> str:
    return f"F({value.numerator}, {value.denominator})"


def test_place_behind_one_that_a_vote_put_ahead_tells_places() -> None:
    """« 1 contre 2 » would read as votes."""
    read = rules_from_document({**tomllib.loads(TWO), "ties": {"chain": [], "unresolved": "vote"}})
    sheet = _sheet([each.id for each in read.criteria], "7 2 1")
    contest = Contest(read, ("P", "Q"), ("A",), {each: {"A": sheet} for each in "PQ"}, voted={"P": 1, "Q": 2})
    names = Names({each: each for each in "PQ"}, {"A": "A"}, {each.id: each.name for each in read.criteria})
    words = ExplanationWords(names, read, "fr")
    told = words.text(Explainer(contest).explain(Figure(FigureKind.PLACE, "Q")))
    assert any("1er contre 2e" in each.replace(SPACE, " ") for each in told.sentences)

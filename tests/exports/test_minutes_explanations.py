"""The annex that explains the results: only when asked for, complete, and without a juror's name beside a figure."""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from fractions import Fraction

import pytest

from jury_desk.domain.contest import Contest
from jury_desk.domain.expression import Mean, Number, Product, Role, Sum, by_size
from jury_desk.domain.minutes import Explained, StageReport
from jury_desk.domain.rubric import Across
from jury_desk.domain.rules import Order, Rounding, Rules
from jury_desk.domain.ties import TieStep
from jury_desk.exports.blocks import Block, Heading, Paragraph, Table
from jury_desk.exports.minutes_explanations import explanations
from jury_desk.exports.minutes_sections import story
from jury_desk.exports.minutes_subject import Subject
from jury_desk.exports.phrases import phrases_of
from jury_desk.services.explanation_words import ExplanationWords
from jury_desk.services.names import Names


def explained(report: StageReport) -> StageReport:
    """The report with the contest that its ranking was made from."""
    ids = tuple(each.id for each in report.candidacies)
    panel = tuple(seat.juror.id for seat in report.voting)
    return replace(report, explained=Explained(Contest(report.rules, ids, panel, report.sheets), {}))


def annex(report: StageReport, language: str = "fr") -> list[Block]:
    """The blocks of the annex."""
    return list(explanations(Subject(report, phrases_of(language), datetime(2020, 3, 5, tzinfo=UTC))))


def rows_of(report: StageReport, title: str) -> dict[str, tuple[str, str]]:
    """The figures of a candidacy: by name, the value and where it comes from."""
    blocks = annex(report)
    at = next(number for number, each in enumerate(blocks) if isinstance(each, Heading) and each.words == title)
    table = blocks[at + 1]
    assert isinstance(table, Table)
    return {row[0].words: (row[1].words, row[2].words.replace("\u00a0", " ")) for row in table.rows}


def test_the_annex_is_there_only_when_it_is_asked_for(report: StageReport) -> None:
    """Nothing of it in ordinary minutes; asked for, it stands before the journal."""
    assert annex(report) == []
    headings = [
        each.words
        for each in story(Subject(explained(report), phrases_of("fr"), datetime(2020, 3, 5, tzinfo=UTC)))
        if isinstance(each, Heading)
    ]
    assert [each for each in headings if each.startswith("Annexe")] == [
        "Annexe 1 – Feuille d’émargement",
        "Annexe 2 – Explication des résultats",
        "Annexe 3 – Journal du fichier",
    ]


@pytest.mark.parametrize(
    ("language", "none", "annexed"),
    [
        ("fr", "aucune note individuelle ne figure dans ce document", "ne figurent qu’en annexe 2, sans le nom"),
        ("en", "this document shows no individual mark", "shown in annex 2 alone, without the names"),
    ],
)
def test_minutes_say_of_marks_only_what_is_true_of_them(
    report: StageReport, language: str, none: str, annexed: str
) -> None:
    """With the annex, marks are printed: the sentence over the aggregates says so; without it, that there is none."""
    for given, words, not_said in ((report, none, annexed), (explained(report), annexed, none)):
        subject = Subject(given, phrases_of(language), datetime(2020, 3, 5, tzinfo=UTC))
        told = " ".join(each.words for each in story(subject) if isinstance(each, Paragraph))
        told = told.replace("\u00a0", " ").replace("\u202f", " ")
        assert words in told
        assert not_said not in told


def test_every_candidacy_is_told_from_its_values_to_its_side(report: StageReport) -> None:
    """In the order of the ranking: each criterion, the result, the place, the side, with formula and numbers."""
    titles = [each.words for each in annex(explained(report)) if isinstance(each, Heading)][1:]
    assert titles == [report.candidacy(each.candidacy).title for each in report.standings.standings]
    rows = rows_of(explained(report), "Feu vert")
    value, origin = rows["Résultat"]
    assert value == "16,6571…"
    assert origin.split("\n") == [
        "somme (total) ÷ nombre",
        "(14,8 + 15,8 + 16,4 + 17 + 17,4 + 17,4 + 17,8) ÷ 7 = 16,6571…",
        "Rien n’est arrondi : la valeur exacte est 583/35.",
    ]
    assert rows["Place"] == ("1er", "1 + nombre de projets devant\n1 + 0 = 1\nAucun projet n’est devant.")
    assert rows["Proposition"][0] == "retenu"
    assert len(rows) >= len(report.rules.criteria) + 3


@pytest.mark.parametrize("order", list(Order))
@pytest.mark.parametrize("across", [Across.MEAN, Across.TRIMMED_MEAN, Across.CORRECTED_MEAN, Across.MEDIAN])
def test_no_juror_is_named_beside_what_they_gave(
    report: StageReport, reranked: Callable[[StageReport, Rules], StageReport], order: Order, across: Across
) -> None:
    """Whatever the method: a candidacy with a result tells nobody's name."""
    aggregation = replace(report.rules.aggregation, order=order, across_jurors=across, limit=Fraction(1))
    rules = replace(report.rules, aggregation=aggregation, rounding=Rounding(corrected=Fraction(1, 10)))
    asked = explained(reranked(report, rules))
    ranked = [report.candidacy(each.candidacy).title for each in asked.standings.standings if each.place]
    assert ranked
    for title in ranked:
        told = "\n".join(origin for _, origin in rows_of(asked, title).values())
        assert not [seat.juror.name for seat in report.panel if seat.juror.name in told]


def test_what_jurors_gave_is_in_the_order_of_its_size() -> None:
    """Marks of several jurors are put in order; the criteria of one sheet keep theirs."""

    def mark(value: int, juror: str) -> Number:
        return Number(Fraction(value), Role.MARK, juror, "a")

    assert by_size(Mean((mark(9, "J1"), mark(3, "J2")))) == Mean((mark(3, "J2"), mark(9, "J1")))
    ranks = Sum((mark(2, "J1"), mark(1, "J2")))
    both = Sum((Product((mark(1, ""), ranks)), Product((mark(2, ""), ranks))))
    ordered = Sum((mark(1, "J2"), mark(2, "J1")))
    assert by_size(both) == Sum((Product((mark(1, ""), ordered)), Product((mark(2, ""), ordered))))
    sheet = Sum((mark(9, "J1"), mark(3, "J1")))
    assert by_size(sheet) == sheet


def test_places_that_a_vote_gave_are_written_as_places(report: StageReport) -> None:
    """« (1) » would read as a number of votes."""
    names = Names({"A": "Bornes", "B": "L’Atelier"}, {}, {})
    step = TieStep("vote", {"A": "1", "B": "2"}, separated=True)
    for language, places in (("fr", ("1er", "2e")), ("en", ("1st", "2nd"))):
        told = ExplanationWords(names, report.rules, language).tie_step(step)
        assert all(place in told for place in places)

"""Workbooks that came back, compared with the file in every way in which the two can differ."""

from collections.abc import Mapping
from dataclasses import replace
from fractions import Fraction
from pathlib import Path

import pytest

from jury_desk.domain.candidacy import Candidacy
from jury_desk.domain.errors import RulesNotFrozen, SheetSettled
from jury_desk.domain.juror_book import ReturnedBook, ReturnedLine
from jury_desk.domain.jury import Juror, Member, Voice
from jury_desk.domain.rubric import CommentRule, Criterion, Scale, Source
from jury_desk.domain.rules import Rules
from jury_desk.domain.scoring import Mark, MarkState
from jury_desk.services.history import undo
from jury_desk.services.juror_books import book_name, edition_id, juror_books
from jury_desk.services.late_changes import withdraw
from jury_desk.services.ports import Clock
from jury_desk.services.preparation import (
    add_juror,
    amend_rules,
    current_rules,
    freeze_rules,
    remove_member,
    set_entries,
    set_rules,
)
from jury_desk.services.reconciling import (
    CAN_BE_TAKEN,
    TAKEN_BY_DEFAULT,
    BookProblem,
    Finding,
    Kind,
    accept,
    reconcile,
    stage_of,
    state_of,
)
from jury_desk.services.scoring import (
    Cell,
    clear_cells,
    mark_at,
    record_mark,
    record_marks,
    record_sheet_state,
    sheet_of,
)
from jury_desk.services.settling import SheetPlace, declare_final
from jury_desk.storage.jury_file import SqliteFile

STAGE = "hackathon"
SCALE = Scale(Fraction(0), Fraction(10), Fraction(1, 2))
C1 = Cell("P1", "J1", "C1")


@pytest.fixture
def stage(jury_file: SqliteFile, clock: Clock) -> SqliteFile:
    """Two candidacies, two jurors and a coach; C2 wants a comment at its ends; J1 has marked P1 with 5 and 6."""
    with jury_file.unit() as unit:
        for number in (1, 2):
            unit.put(Candidacy(f"P{number}", f"Project {number}"))
        unit.commit("candidacies_imported")
    set_entries(jury_file, STAGE, ["P1", "P2"])
    for name in ("One", "Éloïse D’Orgeval"):
        add_juror(jury_file, Juror("", name), seat=Member(STAGE, "", 0))
    add_juror(jury_file, Juror("", "Clerk"), seat=Member(STAGE, "", 0, voice=Voice.NONE))
    criteria = (
        Criterion("C1", "Problem", Fraction(1), SCALE),
        Criterion("C2", "Impact", Fraction(1), SCALE, comment=CommentRule.REQUIRED_AT_ENDS),
        Criterion("N", "Users met", Fraction(1), SCALE, source=Source.SECRETARIAT),
    )
    set_rules(jury_file, STAGE, Rules("Rules", "1", "en", SCALE, criteria))
    freeze_rules(jury_file, STAGE, clock)
    record_marks(jury_file, STAGE, {C1: mark("5"), Cell("P1", "J1", "C2"): mark("6")})
    return jury_file


def mark(value: str) -> Mark:
    """A mark."""
    return Mark(MarkState.MARKED, Fraction(value))


def returned(file: SqliteFile, juror: str = "J1", **lines: ReturnedLine) -> ReturnedBook:
    """The workbook of a juror as it was handed out now, with these lines in place of its own."""
    (book,) = juror_books(file, STAGE, [juror])
    own = {}
    for line in book.lines:
        texts = {id_: "" if each.value is None else str(float(each.value)) for id_, each in line.marks.items()}
        base = {id_: text.removesuffix(".0") for id_, text in texts.items() if text}
        marks = {id_: base.get(id_, "") for id_ in texts}
        own[line.candidacy.id] = ReturnedLine(9 + line.position, line.candidacy.id, marks, base, comment=line.comment)
    own |= lines
    fingerprint = book.version.fingerprint
    return ReturnedBook(Path(f"{juror}.xlsx"), book.edition_id, STAGE, juror, fingerprint, "", tuple(own.values()))


def line(marks: Mapping[str, str], base: Mapping[str, str] | None = None, **more: object) -> ReturnedLine:
    """A line on P1; what it was handed out with is what the file holds at first."""
    cells = {"C1": "", "C2": ""} | dict(marks)
    return replace(ReturnedLine(10, "P1", cells, base or {"C1": "5", "C2": "6"}), **more)  # type: ignore[arg-type]


def findings(file: SqliteFile, book: ReturnedBook) -> dict[tuple[str, str], Finding]:
    """What comparing gives, by candidacy and criterion."""
    (found,) = reconcile(file, STAGE, [book], {}, "en").books
    assert found.problem is None
    return {(each.candidacy, each.criterion): each for each in found.findings}


def value(file: SqliteFile, candidacy: str, criterion: str) -> str:
    """What the file holds for J1."""
    found = mark_at(file.records, STAGE, Cell(candidacy, "J1", criterion)).value
    return "" if found is None else str(found)


def test_books_hold_what_the_juror_gave_and_nothing_of_others(stage: SqliteFile) -> None:
    """One for each member who marks, under a file name in plain letters."""
    books = juror_books(stage, STAGE)
    assert [book.juror.id for book in books] == ["J1", "J2"]
    first, second = books[0].lines
    assert first.marks["C1"] == mark("5")
    assert set(first.marks) == {"C1", "C2"}
    assert (first.total, second.total) == (Fraction(11), None)
    assert second.marks["C1"].state is MarkState.BLANK
    assert book_name(books[1]) == "hackathon-j2-eloise-d-orgeval.xlsx"


def test_id_of_a_juror_is_never_given_again(stage: SqliteFile) -> None:
    """The workbook of somebody taken off the jury is nobody else's when it comes back."""
    given = returned(stage, "J2", P1=line({"C1": "9", "C2": "9"}, {}))
    remove_member(stage, STAGE, "J2")
    add_juror(stage, Juror("", "Another"), seat=Member(STAGE, "", 0))
    assert "J2" not in {juror.id for juror in stage.records.within(Juror)}
    (found,) = reconcile(stage, STAGE, [given], {}, "en").books
    assert found.problem is BookProblem.UNKNOWN_JUROR


def test_untouched_book_changes_nothing(stage: SqliteFile) -> None:
    """Handed out and sent back: zero changes, said so."""
    found = findings(stage, returned(stage))
    assert {each.kind for each in found.values()} == {Kind.UNCHANGED}
    assert accept(stage, STAGE, found.values()).event is None


def test_new_and_changed_marks_are_taken_as_one_act(stage: SqliteFile) -> None:
    """Comma or point, and one undo takes all back."""
    second = ReturnedLine(11, "P2", {"C1": "7,5", "C2": ""}, {})
    found = findings(stage, returned(stage, P1=line({"C1": "8", "C2": "6.0"}), P2=second))
    assert (found["P1", "C1"].kind, found["P1", "C1"].before, found["P1", "C1"].after) == (Kind.CHANGED, "5", "8")
    assert found["P1", "C2"].kind is Kind.UNCHANGED
    assert (found["P2", "C1"].kind, found["P2", "C1"].after) == (Kind.NEW, "7.5")
    assert found["P2", "C2"].kind is Kind.UNCHANGED
    before = len(stage.events())
    accept(stage, STAGE, [each for each in found.values() if each.kind in TAKEN_BY_DEFAULT])
    assert len(stage.events()) == before + 1
    assert [value(stage, "P1", "C1"), value(stage, "P2", "C1")] == ["8", "15/2"]
    undo(stage)
    assert [value(stage, "P1", "C1"), value(stage, "P2", "C1")] == ["5", ""]


def test_change_on_both_sides_is_for_the_chair_to_decide(stage: SqliteFile) -> None:
    """The juror's 8 against the 9 typed here since: a conflict. The same on both sides is none."""
    handed_out = returned(stage, P1=line({"C1": "8", "C2": "6"}))
    record_mark(stage, STAGE, C1, mark("9"))
    found = findings(stage, handed_out)["P1", "C1"]
    assert (found.kind, found.before, found.after) == (Kind.CONFLICT, "9", "8")
    record_mark(stage, STAGE, C1, mark("8"))
    assert findings(stage, handed_out)["P1", "C1"].kind is Kind.UNCHANGED


def test_change_made_here_alone_stays(stage: SqliteFile) -> None:
    """The juror left the 5 it was handed out with; the 9 typed since is no business of the workbook."""
    handed_out = returned(stage)
    record_mark(stage, STAGE, C1, mark("9"))
    assert findings(stage, handed_out)["P1", "C1"].kind is Kind.UNCHANGED


def test_blank_never_erases_unless_it_is_chosen(stage: SqliteFile) -> None:
    """An emptied cell is told, not taken by itself."""
    found = findings(stage, returned(stage, P1=line({"C1": "", "C2": "6"})))["P1", "C1"]
    assert found.kind is Kind.CLEARED
    assert found.kind not in TAKEN_BY_DEFAULT
    assert found.kind in CAN_BE_TAKEN
    accept(stage, STAGE, [found])
    assert value(stage, "P1", "C1") == ""


@pytest.mark.parametrize("text", ["11", "7.3", "sept", "#REF!", "10"])
def test_what_is_no_mark_is_refused_with_the_reason(stage: SqliteFile, text: str) -> None:
    """Out of scale, off the step, no number; ten on the criterion that wants a comment at its ends."""
    found = findings(stage, returned(stage, P1=line({"C1": "5", "C2": text})))["P1", "C2"]
    assert found.kind is Kind.REFUSED
    assert "Impact" in found.reason or text in found.reason
    assert found.marks is None


def test_comment_of_a_criterion_comes_with_its_mark(stage: SqliteFile) -> None:
    """Ten with the comment it needs."""
    found = findings(stage, returned(stage, P1=line({"C1": "5", "C2": "10"}, comments={"C2": "beyond all others"})))
    assert found["P1", "C2"].kind is Kind.CHANGED
    accept(stage, STAGE, [found["P1", "C2"]])
    assert mark_at(stage.records, STAGE, Cell("P1", "J1", "C2")).comment == "beyond all others"


def test_comment_of_a_mark_that_the_juror_left_alone_does_not_come_back(stage: SqliteFile) -> None:
    """It was changed here since: the untouched workbook says nothing about it."""
    cell = Cell("P1", "J1", "C2")
    record_mark(stage, STAGE, cell, replace(mark("6"), comment="changed here"))
    handed_out = line({"C1": "5", "C2": "6"}, comments={"C2": "as handed out"}, base_comments={"C2": "as handed out"})
    assert findings(stage, returned(stage, P1=handed_out))["P1", "C2"].kind is Kind.UNCHANGED


@pytest.mark.parametrize(
    ("here", "kind"), [("as handed out", Kind.CHANGED), ("", Kind.CHANGED), ("changed here", Kind.CONFLICT)]
)
def test_comment_of_a_mark_that_the_juror_changed_is_told(stage: SqliteFile, here: str, kind: Kind) -> None:
    """With both comments, for the mark is the same; where it was changed here as well, somebody has to look."""
    record_mark(stage, STAGE, Cell("P1", "J1", "C2"), replace(mark("6"), comment=here))
    changed = line({"C1": "5", "C2": "6"}, comments={"C2": "by the juror"}, base_comments={"C2": "as handed out"})
    found = findings(stage, returned(stage, P1=changed))["P1", "C2"]
    assert (found.kind, found.before, found.after, found.on_comment) == (kind, here, "by the juror", True)
    accept(stage, STAGE, [found])
    assert mark_at(stage.records, STAGE, Cell("P1", "J1", "C2")) == replace(mark("6"), comment="by the juror")


def test_workbook_that_lost_a_candidacy_is_not_taken(stage: SqliteFile) -> None:
    """Its row may stand there still, without the id that says whose it is."""
    book = returned(stage)
    assert reconcile(stage, STAGE, [replace(book, handed_out=frozenset({"P1", "P2"}))], {}, "en").books[0].findings
    lost = replace(book, lines=book.lines[:1], handed_out=frozenset({"P1", "P2"}))
    (found,) = reconcile(stage, STAGE, [lost], {}, "en").books
    assert (found.problem, found.findings) == (BookProblem.REARRANGED, ())


def test_withdrawn_candidacy_takes_nothing(stage: SqliteFile, clock: Clock) -> None:
    """Neither a mark nor a comment nor a state: the sentence says why."""
    changed = returned(stage, P1=line({"C1": "8", "C2": "6"}, comment="Clear"))
    recused = returned(stage, P1=line({"C1": "5", "C2": "6"}, state="Recused"))
    withdraw(stage, STAGE, "P1", "Changed post", clock)
    told = [*findings(stage, changed).values(), *findings(stage, recused).values()]
    kept = [each for each in told if each.candidacy == "P1" and each.kind is not Kind.UNCHANGED]
    assert len(kept) == 3
    assert all(each.kind is Kind.LOCKED and "Project 1" in each.reason for each in kept)
    assert accept(stage, STAGE, kept).event is None


def test_comment_on_a_sheet_that_is_out_is_not_taken(stage: SqliteFile) -> None:
    """As in the grid: who is recused writes nothing about the project."""
    record_sheet_state(stage, STAGE, "P2", "J1", MarkState.RECUSED)
    written = ReturnedLine(11, "P2", {"C1": "", "C2": ""}, {}, state="Recused", base_state="Recused", comment="Weak")
    found = findings(stage, returned(stage, P2=written))["P2", ""]
    assert (found.kind, found.comment) == (Kind.LOCKED, None)
    assert "One" in found.reason


def test_recused_sheet_takes_no_mark(stage: SqliteFile) -> None:
    """The juror was recused after the workbook was handed out: the sentence says so and what to do."""
    handed_out = returned(stage, P2=ReturnedLine(11, "P2", {"C1": "7", "C2": ""}, {}))
    record_sheet_state(stage, STAGE, "P2", "J1", MarkState.RECUSED)
    found = findings(stage, handed_out)["P2", "C1"]
    assert found.kind is Kind.LOCKED
    assert "One" in found.reason


def test_final_sheet_takes_nothing(stage: SqliteFile) -> None:
    """A correction has its own way, with its reason; one declared meanwhile keeps the whole act out."""
    handed_out = returned(stage, P1=line({"C1": "8", "C2": "6"}))
    open_to_it = findings(stage, handed_out)["P1", "C1"]
    record_mark(stage, STAGE, C1, mark("5"))
    declare_final(stage, STAGE, [SheetPlace("P1", "J1")])
    assert findings(stage, handed_out)["P1", "C1"].kind is Kind.LOCKED
    with pytest.raises(SheetSettled):
        accept(stage, STAGE, [open_to_it])


@pytest.mark.parametrize("word", ["Recused", "Déport", "déport ", "RECUSED"])
def test_state_chosen_in_the_workbook_is_one_finding(stage: SqliteFile, word: str) -> None:
    """In either language, whatever language it is read in; the whole sheet is put into it."""
    found = findings(stage, returned(stage, P2=ReturnedLine(11, "P2", {"C1": "", "C2": ""}, {}, state=word)))["P2", ""]
    assert (found.kind, found.after) == (Kind.NEW, "Recused")
    accept(stage, STAGE, [found])
    assert mark_at(stage.records, STAGE, Cell("P2", "J1", "C2")).state is MarkState.RECUSED


@pytest.mark.parametrize("word", ["Récusée", "malade"])
def test_word_that_is_no_state_is_refused(stage: SqliteFile, word: str) -> None:
    """Pasted over the list of the cell: the chair reads what the juror wrote; the marks of the line are taken."""
    book = returned(stage, P2=ReturnedLine(11, "P2", {"C1": "7", "C2": ""}, {}, state=word))
    found = findings(stage, book)
    assert found["P2", ""].kind is Kind.REFUSED
    assert found["P2", ""].after == word
    assert "Abstained" in found["P2", ""].reason
    assert found["P2", "C1"].kind is Kind.NEW


def test_rows_or_columns_that_cannot_be_told_apart_take_nothing(stage: SqliteFile) -> None:
    """One candidacy on two rows, or a criterion without a column: nothing is guessed."""
    good = returned(stage)
    twice = replace(good, lines=(*good.lines, line({"C1": "9", "C2": "6"})))
    gone = replace(good, lines=(ReturnedLine(10, "P1", {"C1": "9"}, {}),))
    for book in (twice, gone):
        (found,) = reconcile(stage, STAGE, [book], {}, "en").books
        assert found.problem is BookProblem.REARRANGED
        assert not found.findings


def test_state_over_marks_is_a_conflict(stage: SqliteFile) -> None:
    """It would take marks away that are on file."""
    found = findings(stage, returned(stage, P1=line({"C1": "5"}, state="Absent")))["P1", ""]
    assert found.kind is Kind.CONFLICT


def test_words_for_states_are_read_in_both_languages() -> None:
    """Anything else is none."""
    assert [state_of(word) for word in ("Absence", "abstained", "", "present")] == [
        MarkState.ABSENT,
        MarkState.ABSTAINED,
        MarkState.BLANK,
        MarkState.BLANK,
    ]


def test_comment_on_a_sheet_is_taken(stage: SqliteFile) -> None:
    """New, then unchanged; an emptied one erases nothing."""
    found = findings(stage, returned(stage, P1=line({"C1": "5", "C2": "6"}, comment="clear aim")))["P1", ""]
    assert (found.kind, found.comment) == (Kind.NEW, "clear aim")
    accept(stage, STAGE, [found])
    assert sheet_of(stage.records, STAGE, "P1", "J1").comment == "clear aim"
    assert ("P1", "") not in findings(stage, returned(stage, P1=line({"C1": "5", "C2": "6"}, comment="clear aim")))
    assert ("P1", "") not in findings(stage, returned(stage, P1=line({}, base_comment="clear aim")))


def test_foreign_and_doubled_books_are_told_apart(stage: SqliteFile, clock: Clock) -> None:
    """Another edition, another stage, a juror who does not sit, the same juror twice, an unreadable file."""
    own = returned(stage)
    books = [
        own,
        replace(own, path=Path("again.ods")),
        replace(own, edition_id="f" * 32),
        replace(own, stage="final"),
        replace(own, juror="J9"),
    ]
    result = reconcile(stage, STAGE, books, {Path("letter.xlsx"): "no grid"}, "en")
    assert [each.problem for each in result.books] == [
        None,
        BookProblem.TWICE,
        BookProblem.OTHER_EDITION,
        BookProblem.OTHER_STAGE,
        BookProblem.UNKNOWN_JUROR,
        BookProblem.UNREADABLE,
    ]
    assert result.books[1].detail == "J1.xlsx"
    assert result.books[5].detail == "no grid"
    assert stage_of(stage, books) == STAGE
    assert stage_of(stage, [books[2]]) == ""
    _, rules = current_rules(stage.records, STAGE)
    changed = replace(rules, title="Second rules")
    amend_rules(stage, STAGE, changed, clock, author="", reason="title", keep_marks=True)
    assert reconcile(stage, STAGE, [own], {}, "en").books[0].problem is BookProblem.OTHER_RULES


def test_of_two_versions_neither_is_taken(stage: SqliteFile) -> None:
    """Whichever was chosen first: the chair says which one the juror stands by."""
    older, newer = returned(stage, P1=line({"C1": "7", "C2": "6"})), returned(stage, P1=line({"C1": "8", "C2": "6"}))
    books = [replace(older, path=Path("a.xlsx")), replace(newer, path=Path("b.xlsx"))]
    for chosen in (books, books[::-1]):
        result = reconcile(stage, STAGE, chosen, {}, "en")
        assert [each.problem for each in result.books] == [BookProblem.VERSIONS] * 2
        assert {each.path.name: each.detail for each in result.books} == {"a.xlsx": "b.xlsx", "b.xlsx": "a.xlsx"}
        assert not result.findings


def test_candidacy_that_left_the_stage_is_passed_over(stage: SqliteFile) -> None:
    """Its row says nothing any more."""
    clear_cells(stage, STAGE, [C1, Cell("P1", "J1", "C2")])
    handed_out = returned(stage)
    set_entries(stage, STAGE, ["P1"])
    assert {key[0] for key in findings(stage, handed_out)} == {"P1"}


def test_no_book_before_the_rules_are_frozen(jury_file: SqliteFile) -> None:
    """What is handed out must be what will hold."""
    criteria = (Criterion("C1", "Problem", Fraction(1), SCALE),)
    set_rules(jury_file, STAGE, Rules("Rules", "1", "en", SCALE, criteria))
    with pytest.raises(RulesNotFrozen):
        juror_books(jury_file, STAGE)
    assert edition_id(jury_file) == jury_file.events()[0].uuid

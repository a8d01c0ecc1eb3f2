"""What an act is called on Undo and in the strip: the mark itself where it is about one."""

from dataclasses import replace
from fractions import Fraction

import pytest

from jury_desk.domain.attendance import Tenure
from jury_desk.domain.candidacy import Candidacy
from jury_desk.domain.jury import Juror, Member
from jury_desk.domain.recusal import Recusal, RecusalLevel, Ruling
from jury_desk.domain.rubric import Criterion, Scale
from jury_desk.domain.rules import Rules
from jury_desk.domain.scoring import BLANK, Mark, MarkState
from jury_desk.services.act_words import event_words
from jury_desk.services.changes import ChangeSet
from jury_desk.services.history import undo
from jury_desk.services.late_changes import record_hours, withdraw
from jury_desk.services.ports import Clock
from jury_desk.services.preparation import add_juror, freeze_rules, set_entries, set_rules
from jury_desk.services.recusals import declare_recusal, rule_on_recusal
from jury_desk.services.scoring import Cell, clear_cells, record_mark, record_marks, record_sheet_state
from jury_desk.services.settling import SheetPlace, declare_final, record_comment
from jury_desk.storage.jury_file import SqliteFile

STAGE = "hackathon"
SCALE = Scale(Fraction(0), Fraction(20), Fraction(1, 2))
HERE = Cell("P1", "J1", "C1")


@pytest.fixture
def stage(jury_file: SqliteFile, clock: Clock) -> SqliteFile:
    """Two candidacies, one juror, two criteria."""
    with jury_file.unit() as unit:
        unit.put(Candidacy("P1", "La belette"))
        unit.put(Candidacy("P2", "Un quai"))
        unit.commit("candidacies_imported")
    set_entries(jury_file, STAGE, ["P1", "P2"])
    add_juror(jury_file, Juror("", "Mme Vasseur"), seat=Member(STAGE, "", 0))
    criteria = (Criterion("C1", "Impact", Fraction(1), SCALE), Criterion("C2", "Équipe", Fraction(1), SCALE))
    set_rules(jury_file, STAGE, Rules("Rules", "1", "fr", SCALE, criteria))
    freeze_rules(jury_file, STAGE, clock)
    return jury_file


def words(file: SqliteFile, changes: ChangeSet, language: str = "fr") -> str:
    """What the act that was just done is called."""
    assert changes.event is not None
    return event_words(changes.event, file.records, language)


def mark(value: str, comment: str = "") -> Mark:
    """A mark."""
    return Mark(MarkState.MARKED, Fraction(value), comment)


def test_one_mark_says_where_from_and_to(stage: SqliteFile) -> None:
    """With the decimal sign of the language; blank is a dash and never a zero."""
    assert words(stage, record_mark(stage, STAGE, HERE, mark("12"))) == "Impact de La belette – → 12 (Mme Vasseur)"
    changed = record_mark(stage, STAGE, HERE, mark("14.5"))
    assert words(stage, changed) == "Impact de La belette 12 → 14,5 (Mme Vasseur)"
    assert words(stage, changed, "en") == "Impact of La belette 12 → 14.5 (Mme Vasseur)"
    assert words(stage, record_mark(stage, STAGE, HERE, BLANK)) == "Impact de La belette 14,5 → – (Mme Vasseur)"


def test_vowel_takes_an_apostrophe(stage: SqliteFile) -> None:
    """« d’Un quai »."""
    assert words(stage, record_mark(stage, STAGE, Cell("P2", "J1", "C2"), mark("3"))).startswith("Équipe d’Un quai ")


def test_block_that_is_cleared_is_called_so(stage: SqliteFile) -> None:
    """Whoever was absent in the midst of it is not what the act is about."""
    add_juror(stage, Juror("", "M. Osei"), seat=Member(STAGE, "", 0))
    cells = [Cell("P1", juror, criterion) for juror in ("J1", "J2") for criterion in ("C1", "C2")]
    record_marks(stage, STAGE, dict.fromkeys(cells, mark("12")))
    one_sheet = "effacement de notes\u00a0: La belette (Mme Vasseur)"
    assert words(stage, clear_cells(stage, STAGE, cells[:2])) == one_sheet
    record_marks(stage, STAGE, dict.fromkeys(cells, mark("12")))
    record_sheet_state(stage, STAGE, "P1", "J2", MarkState.ABSENT)
    assert words(stage, clear_cells(stage, STAGE, cells)) == one_sheet
    record_marks(stage, STAGE, dict.fromkeys(cells, mark("12")))
    assert words(stage, clear_cells(stage, STAGE, cells)) == "effacement de notes (4)"


def test_comment_alone_is_called_one(stage: SqliteFile) -> None:
    """The mark did not change."""
    record_mark(stage, STAGE, HERE, mark("12"))
    told = words(stage, record_mark(stage, STAGE, HERE, mark("12", "clair")))
    assert told == "commentaire\u00a0: Impact de La belette (Mme Vasseur)"


def test_block_says_how_many_and_state_says_who(stage: SqliteFile) -> None:
    """A pasted block, a recusal, a sheet and the acts upon it."""
    block = record_marks(stage, STAGE, {HERE: mark("1"), Cell("P2", "J1", "C1"): mark("2")})
    assert words(stage, block) == "saisie de notes (2)"
    state = record_sheet_state(stage, STAGE, "P1", "J1", MarkState.RECUSED)
    assert words(stage, state) == "Mme Vasseur\u00a0: déport, La belette"
    final = declare_final(stage, STAGE, [SheetPlace("P1", "J1")])
    assert words(stage, final) == "grilles déclarées définitives\u00a0: La belette (Mme Vasseur)"
    told = words(stage, record_comment(stage, STAGE, SheetPlace("P2", ""), "un bon accueil"))
    assert told == "commentaire · Un quai"


def test_acts_about_somebody_say_whom(stage: SqliteFile, clock: Clock) -> None:
    """Recusals, absences, hours and withdrawals; the marks they take out go without saying."""
    record_mark(stage, STAGE, HERE, mark("12"))
    absent = record_sheet_state(stage, STAGE, "P1", "J1", MarkState.ABSENT)
    assert words(stage, absent) == "Mme Vasseur\u00a0: absence, La belette"
    recusal = Recusal(STAGE, "J1", "P2", RecusalLevel.MINOR, reason="Lien")
    declare_recusal(stage, recusal, clock)
    ruled = rule_on_recusal(stage, recusal, Ruling.UPHELD, "", clock)
    assert words(stage, ruled) == "Mme Vasseur\u00a0: décision sur un déport, Un quai"
    whole = declare_recusal(stage, replace(recusal, candidacy=""), clock)
    assert words(stage, whole) == "déport · Mme Vasseur"
    hours = record_hours(stage, Tenure(STAGE, "J1", arrived="2020-03-05T13:22:00+00:00"), ["P1", "P2"])
    assert words(stage, hours) == "heures d’un membre du jury · Mme Vasseur"
    gone = withdraw(stage, STAGE, "P2", "Muté", clock)
    assert words(stage, gone) == "désistement d’une candidature · Un quai"


def test_undo_and_other_acts_are_called_by_their_kind(stage: SqliteFile) -> None:
    """Nothing short can be said of a draft of rules."""
    assert event_words(stage.events()[0], stage.records, "fr") == "ouverture de l’édition"
    record_mark(stage, STAGE, HERE, mark("12"))
    assert words(stage, undo(stage)) == "Impact de La belette 12 → – (Mme Vasseur)"

"""The editor of the rules: every key by keyboard, problems at their fields, files in and out, amendments, versions."""

from __future__ import annotations

import json
import tomllib
from typing import TYPE_CHECKING, Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QComboBox, QLineEdit, QPlainTextEdit

from jury_desk.domain.edition import RulesVersion
from jury_desk.domain.rules import document_of, fingerprint, rules_from_document
from jury_desk.domain.scoring import RecordedMark
from jury_desk.services.amendments import frozen_versions, kept_amendment
from jury_desk.services.drafting import draft_of
from jury_desk.services.preparation import current_rules
from jury_desk.ui import theme
from jury_desk.ui.pages.prepare import PreparePage
from jury_desk.ui.widgets.draft_fields import ChoiceField, FlagField, LineField, ThresholdField

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot
    from tests.ui.stage.conftest import Bench, BenchMaker

Key = Qt.Key
ALT = Qt.KeyboardModifier.AltModifier
HOSTILE = ('<b>gras</b> & "guillemets"', "« =1+1 »", "=1+1", "שלום עולם", "مرحبا بالعالم", "a\tb 🏆", "x" * 300)


@pytest.fixture
def page(make_bench: BenchMaker, page_of: Callable[[Bench], PreparePage]) -> PreparePage:
    """The page over a draft of three criteria."""
    return page_of(make_bench(frozen=False))


class Chooser:
    """Stands for the system's dialogs: gives the path it was told."""

    def __init__(self, path: Path | None) -> None:
        self.path = path
        self.proposed = ""

    def rules_to_import(self, _parent: object) -> Path | None:
        """The path to read."""
        return self.path

    def rules_to_export(self, _parent: object, name: str) -> Path | None:
        """The path to write."""
        self.proposed = name
        return self.path


def kept(page: PreparePage) -> dict[str, Any]:
    """The draft on file."""
    return draft_of(page.operations.records, page.stage_id) or {}


def retype(line: QLineEdit, text: str) -> None:
    """Replace what stands in a field, key by key."""
    line.setFocus()
    line.selectAll()
    QTest.keyClick(line, Key.Key_Delete)
    QTest.keyClicks(line, text)


def choose(field: ChoiceField, value: str) -> None:
    """Choose a word of a list, as a person does."""
    field.box.setCurrentIndex(field.box.findData(value))
    field.box.activated.emit(field.box.currentIndex())


# Criteria


def test_equals_sign_gives_equal_weights(page: PreparePage) -> None:
    """Typed where a weight stands, or by the link: one act, every share the same, the sum told."""
    editor = page.rules.editor.criteria
    assert editor.sum.text().endswith("4")
    retype(editor.lines[0].lines["weight"], "=")
    assert [each["weight"] for each in kept(page)["criteria"]] == ["1", "1", "1"]
    assert {line.share.text() for line in editor.lines} == {"33,3\u00a0%"}
    assert editor.lines[0].lines["weight"].text() == "1"
    retype(editor.lines[1].lines["weight"], "98")
    QTest.keyClick(editor.lines[1].lines["weight"], Key.Key_Return)
    assert editor.sum.text().startswith("✓")
    editor.equal.click()
    assert [each["weight"] for each in kept(page)["criteria"]] == ["1", "1", "1"]


def test_alt_with_the_arrows_moves_a_criterion_and_the_cursor(page: PreparePage) -> None:
    """From whichever field; the same field of the same criterion keeps the cursor, and what was unfolded stays so."""
    editor = page.rules.editor.criteria
    editor.lines[0].toggle()
    editor.lines[0].lines["weight"].setFocus()
    QTest.keyClick(editor.lines[0].lines["weight"], Key.Key_Down, ALT)
    assert [each["id"] for each in kept(page)["criteria"]] == ["C2", "C1", "C3"]
    assert QApplication.focusWidget() is editor.lines[1].lines["weight"]
    assert editor.lines[1].lines["weight"].text() == "2"
    assert [line.unfolded for line in editor.lines] == [False, True, False]
    QTest.keyClick(editor.lines[1].lines["weight"], Key.Key_Up, ALT)
    QTest.keyClick(editor.lines[0].lines["weight"], Key.Key_Up, ALT)
    assert [each["id"] for each in kept(page)["criteria"]] == ["C1", "C2", "C3"]


def test_details_unfold_and_write_every_key(page: PreparePage) -> None:
    """Kind, source, better, section, comment, method of its own and threshold with its sign."""
    line = page.rules.editor.criteria.lines[1]
    QTest.keyClick(line.fold, Key.Key_Space)
    assert line.details is not None
    fields = {path.rpartition(".")[2]: field for path, field in line.details.fields.items()}
    for key, value in {
        "source": "secretariat",
        "better": "lower",
        "comment": "required_at_ends",
        "across_jurors": "median",
    }.items():
        field = fields[key]
        assert isinstance(field, ChoiceField)
        choose(field, value)
    section, threshold = fields["section"], fields["eliminatory"]
    assert isinstance(section, LineField)
    assert isinstance(threshold, ThresholdField)
    retype(section.line, "Projet")
    QTest.keyClick(section.line, Key.Key_Return)
    threshold.sign.setCurrentIndex(threshold.sign.findData("<="))
    threshold.sign.activated.emit(threshold.sign.currentIndex())
    assert threshold.line.hasFocus()
    QTest.keyClicks(threshold.line, "7,5")
    QTest.keyClick(threshold.line, Key.Key_Return)
    written = kept(page)["criteria"][1]
    assert {key: written[key] for key in fields if key in written} == {
        "kind": "mark",
        "source": "secretariat",
        "better": "lower",
        "comment": "required_at_ends",
        "across_jurors": "median",
        "section": "Projet",
        "eliminatory": "<= 7.5",
    }
    line.toggle()
    assert "Section\u00a0: Projet" in line.summary.text()
    assert "≤ 7,5" in line.summary.text()


def test_yes_or_no_has_no_scale(page: PreparePage) -> None:
    """Its scale goes; when it is a mark again it gets the usual one, and the draft stays readable throughout."""
    line = page.rules.editor.criteria.lines[2]
    line.toggle()
    assert line.details is not None
    kind = line.details.fields["criteria[2].kind"]
    assert isinstance(kind, ChoiceField)
    choose(kind, "yes_no")
    assert not line.lines["max"].isVisible()
    assert kept(page)["criteria"][2]["max"] == "1"
    choose(kind, "bonus")
    assert line.lines["max"].isVisible()
    assert (line.lines["min"].text(), line.lines["max"].text()) == ("0", "20")
    assert line.share.text() == ""
    assert page.draft.problems == ()


def test_levels_are_described_one_by_one(page: PreparePage) -> None:
    """As many as fit the scale; the texts are kept with the marks at which they stand."""
    line = page.rules.editor.criteria.lines[0]
    line.toggle()
    assert line.details is not None
    levels = line.details.levels
    assert [levels.box.itemData(at) for at in range(levels.box.count())] == [0, 2, 3, 5, 6, 9, 11, 21]
    levels.box.setCurrentIndex(2)
    levels.box.activated.emit(2)
    assert len(levels.lines) == 3
    for field, text in zip(levels.lines, ("bas", "moyen", "haut"), strict=True):
        retype(field, text)
    QTest.keyClick(levels.lines[2], Key.Key_Return)
    assert kept(page)["criteria"][0]["levels"] == ["bas", "moyen", "haut"]
    assert levels.lines[1].accessibleName() == "Level 10"
    levels.box.setCurrentIndex(0)
    levels.box.activated.emit(0)
    assert "levels" not in kept(page)["criteria"][0]


def test_section_that_is_renamed_keeps_its_step(page: PreparePage) -> None:
    """A step of the chain follows; one that nobody bears any more goes."""
    page.draft.put("criteria[0].section", "A")
    page.draft.put("ties.chain", ["section:A", "median"])
    page.draft.put("criteria[0].section", "AB")
    assert page.draft.value("ties.chain") == ["section:AB", "median"]
    page.draft.put("criteria[0].section", "")
    assert page.draft.value("ties.chain") == ["median"]
    assert page.draft.problems == ()


# Problems


@pytest.mark.parametrize(
    ("path", "value", "field", "words"),
    [
        ("aggregation.across_jurors", "corrected_mean", "aggregation.limit", "peut s’écarter de la moyenne"),
        ("aggregation.eliminatory", "<", "aggregation.eliminatory", "choisissez un signe"),
        ("selection.places", "0", "selection.places", "nombre entier"),
        ("panel.quorum", "-1", "panel.quorum", "nombre entier"),
        ("aggregation.out_of", "beaucoup", "aggregation.out_of", "n’est pas un nombre"),
    ],
)
def test_problem_stands_at_the_field_that_puts_it_right(
    page: PreparePage, path: str, value: str, field: str, words: str
) -> None:
    """Also what is told of a whole table; the list above the button says where, and nothing is kept."""
    before = kept(page)
    page.draft.put(path, value)
    page.draft.keep()
    shown = page.rules.editor.settings.fields[field]
    assert words in shown.problem.text()
    assert not shown.problem.isHidden()
    assert words in page.rules.editor.problems.text()
    assert " – " in page.rules.editor.problems.text()
    assert kept(page) == before
    assert not page.rules.editor.freeze.isEnabled()


def test_scale_upside_down_is_refused_with_a_sentence(page: PreparePage) -> None:
    """From 18 to 8: at its line, the field marked, with what to do."""
    line = page.rules.editor.criteria.lines[0]
    retype(line.lines["min"], "18")
    retype(line.lines["max"], "8")
    assert "le barème va de 18 à 8\u00a0: le maximum doit dépasser le minimum" in line.problem.text()
    assert line.lines["max"].property("invalid") == "true"
    assert line.share.text() == "50\u00a0%"


def test_problem_of_the_details_is_told_where_it_can_be_seen(page: PreparePage) -> None:
    """Folded, on the line itself; unfolded, at its field."""
    line = page.rules.editor.criteria.lines[0]
    page.draft.put("criteria[0].eliminatory", "< beaucoup")
    assert "beaucoup" in line.problem.text()
    line.toggle()
    assert line.details is not None
    assert line.problem.text() == ""
    assert "beaucoup" in line.details.fields["criteria[0].eliminatory"].problem.text()


def test_step_that_names_nothing_is_told_beside_it(page: PreparePage) -> None:
    """A chain that a file brought: its own line says so."""
    page.draft.put("ties.chain", ["criterion:C1", "carried:"])
    told = page.rules.editor.settings.chain.findChildren(type(page.rules.editor.problems))
    assert any("ne départage rien de connu" in each.text() for each in told)


# The whole method


def test_every_key_of_the_rules_has_a_field(page: PreparePage) -> None:
    """What the canonical document of full rules holds can be written in the window; scale and id come with criteria."""
    full = rules_from_document(
        {
            **kept(page),
            "rounding": dict.fromkeys(("mean", "corrected", "criterion", "product", "sheet", "result"), "0.01"),
            "aggregation": {
                "limit": "2",
                "eliminatory": "< 10",
                "across_jurors": "corrected_mean",
                "result": "out_of",
                "out_of": "20",
            },
            "carry_over": {"own": "70", "rounding": "0.01", "stages": {"screening": "30"}},
            "panel": {
                "quorum": 4,
                "recusal_scope": "stage",
                "absence_scope": "stage",
                "presence_required": True,
                "casting_vote": True,
                "vote_mode": "consensus",
            },
        }
    )
    page.draft.replace(document_of(full))
    line = page.rules.editor.criteria.lines[0]
    line.toggle()
    assert line.details is not None
    there = {*page.rules.editor.settings.fields, *page.rules.editor.settings.carry_over.fields, "ties.chain"}
    there |= {"title", "version", "language"}
    there |= {path.replace("[0]", "") for path in line.details.fields} | {f"criteria.{key}" for key in line.lines}
    there |= {"criteria.levels", "criteria.id"}
    elsewhere = ("scale.", "timing.")
    wanted = {path for path in leaves(document_of(full)) if not path.startswith(elsewhere)}
    assert wanted <= there


def leaves(document: dict[str, Any], prefix: str = "") -> set[str]:
    """The paths of plain values, those of criteria without their numbers."""
    found: set[str] = set()
    for key, value in document.items():
        if isinstance(value, dict):
            found |= leaves(value, f"{prefix}{key}.")
        elif key == "criteria":
            found |= {f"criteria.{inner}" for each in value for inner in each}
        else:
            found.add(f"{prefix}{key}")
    return found


def test_rounding_shows_the_steps_that_do_something(page: PreparePage) -> None:
    """Sheets first: sheet and result; criteria first: criterion, product, result; a step that is set stays in view."""
    settings = page.rules.editor.settings

    def shown() -> list[str]:
        paths = [path for path, field in settings.fields.items() if path.startswith("rounding.") and field.isVisible()]
        return [path.partition(".")[2] for path in paths]

    assert shown() == ["sheet", "result"]
    sheet, order = settings.fields["rounding.sheet"], settings.fields["aggregation.order"]
    assert isinstance(sheet, ChoiceField)
    assert isinstance(order, ChoiceField)
    choose(sheet, "0.01")
    choose(order, "criteria_first")
    assert shown() == ["criterion", "product", "sheet", "result"]
    assert kept(page)["rounding"] == {"sheet": "0.01"}
    page.draft.put("rounding.result", "1/3")
    page.draft.loaded.emit()
    result = settings.fields["rounding.result"]
    assert isinstance(result, ChoiceField)
    assert result.box.currentText() == "1/3"


def test_flags_and_votes_are_written(page: PreparePage) -> None:
    """A box ticked is true, a way of voting its word; unticked it is false."""
    fields = page.rules.editor.settings.fields
    casting, mode = fields["panel.casting_vote"], fields["panel.vote_mode"]
    assert isinstance(casting, FlagField)
    assert isinstance(mode, ChoiceField)
    QTest.keyClick(casting.tick, Key.Key_Space)
    choose(mode, "secret_ballot")
    assert kept(page)["panel"] == {"casting_vote": True, "vote_mode": "secret_ballot"}
    assert "Les votes ont lieu à bulletin secret." in page.rules.editor.words.text()
    QTest.keyClick(casting.tick, Key.Key_Space)
    assert kept(page)["panel"]["casting_vote"] is False


def test_earlier_stages_enter_with_a_weight(page: PreparePage) -> None:
    """The stage before is offered by its name; its own weight is asked for; emptied, nothing is carried over."""
    editor = page.rules.editor.settings.carry_over
    stage, own = editor.fields["carry_over.stages.screening"], editor.fields["carry_over.own"]
    assert isinstance(stage, LineField)
    assert isinstance(own, LineField)
    assert not own.isVisible()
    retype(stage.line, "30")
    assert own.isVisible()
    assert "à remplir" in own.problem.text()
    retype(own.line, "70")
    QTest.keyClick(own.line, Key.Key_Return)
    assert kept(page)["carry_over"] == {"own": "70", "stages": {"screening": "30"}}
    steps = page.rules.editor.settings.chain.box
    assert steps.findData("own") > 0
    assert steps.findData("carried:screening") > 0
    retype(stage.line, "")
    QTest.keyClick(stage.line, Key.Key_Return)
    assert "carry_over" not in kept(page)


# Files


def test_export_and_import_give_the_same_fingerprint(page: PreparePage, tmp_path: Path) -> None:
    """Written, changed, read back: the file is what the command line takes, and the rules are those written."""
    path = tmp_path / "rules.toml"
    chooser = Chooser(path)
    page.rules.files.chooser = chooser  # type: ignore[assignment]
    before = fingerprint(rules_from_document(kept(page)))
    page.rules.files.write.click()
    assert chooser.proposed == "hackathon-rules"
    assert fingerprint(rules_from_document(tomllib.loads(path.read_text(encoding="utf-8")))) == before
    page.rules.editor.criteria.add.click()
    page.rules.editor.criteria.make_equal()
    assert fingerprint(rules_from_document(kept(page))) != before
    page.rules.files.bring_in.click()
    assert fingerprint(rules_from_document(kept(page))) == before
    assert len(page.rules.editor.criteria.lines) == 3


def test_refused_file_is_told_line_by_line(page: PreparePage, tmp_path: Path) -> None:
    """Each line with its reason; the draft stays; the next good file takes the list away."""
    path = tmp_path / "faux.toml"
    path.write_text(
        'title = "R"\n[[criteria]]\nid = "a"\nname = "A"\nmin = "18"\nmax = "8"\n'
        '[[criteria]]\nid = "a"\nmin = "0"\nmax = "10"\ncouleur = "bleu"\n',
        encoding="utf-8",
    )
    before = kept(page)
    page.rules.files.chooser = Chooser(path)  # type: ignore[assignment]
    page.rules.files.bring_in.click()
    told = page.rules.files.refused.told
    assert "faux.toml is refused" in told
    for line in (
        "ligne 6, criteria[0].max\u00a0: le barème va de 18 à 8",
        "ligne 8, criteria[1].id\u00a0: l’identifiant «\u00a0a\u00a0» est déjà pris",
        "ligne 7, criteria[1].name\u00a0: il manque «\u00a0name\u00a0»",
        "ligne 11, criteria[1].couleur\u00a0: la clé «\u00a0couleur\u00a0» n’existe pas",
    ):
        assert line in told
    assert kept(page) == before
    path.write_text("nonsense", encoding="utf-8")
    page.rules.files.bring_in.click()
    assert "ligne 1\u00a0: le fichier n’est pas du TOML lisible" in page.rules.files.refused.told
    page.rules.files.chooser = Chooser(tmp_path / "none.toml")  # type: ignore[assignment]
    page.rules.files.bring_in.click()
    assert "none.toml" in page.rules.files.refused.told
    assert kept(page) == before


def test_giving_up_the_choice_of_a_file_changes_nothing(page: PreparePage) -> None:
    """Neither the draft nor the page."""
    before = kept(page)
    page.rules.files.chooser = Chooser(None)  # type: ignore[assignment]
    page.rules.files.bring_in.click()
    page.rules.files.write.click()
    assert (kept(page), page.rules.files.refused.told) == (before, "")


def test_rules_begin_from_a_file(
    make_bench: BenchMaker, page_of: Callable[[Bench], PreparePage], tmp_path: Path
) -> None:
    """The first card offers it as well."""
    page = page_of(make_bench(rules=False))
    path = tmp_path / "rules.toml"
    path.write_text('title = "Venu d’ailleurs"\n[[criteria]]\nid="a"\nname="A"\nmin="0"\nmax="5"\n', encoding="utf-8")
    page.rules.files.chooser = Chooser(path)  # type: ignore[assignment]
    page.rules.beginning.file.click()
    assert kept(page)["title"] == "Venu d’ailleurs"


# Amendments


@pytest.fixture
def marked(make_bench: BenchMaker, page_of: Callable[[Bench], PreparePage]) -> PreparePage:
    """The page over frozen rules with two sheets given."""
    bench = make_bench()
    bench.give({("P1", "J1"): ("20", "10", "10"), ("P2", "J1"): ("8", "12", "14")})
    return page_of(bench)


def test_amendment_is_written_beside_the_rules_in_force(marked: PreparePage) -> None:
    """Nothing is on file before the freeze, which waits for a change and a reason; then there are two versions."""
    page, amendment = marked, marked.rules.editor.amendment
    version, _ = current_rules(page.operations.records, page.stage_id)
    page.rules.reader.amend.click()
    assert page.rules.editor.criteria.isVisible()
    assert not amendment.freeze.isEnabled()
    assert amendment.nothing.isVisible()
    weight = page.rules.editor.criteria.lines[0].lines["weight"]
    retype(weight, "3")
    QTest.keyClick(weight, Key.Key_Return)
    assert current_rules(page.operations.records, page.stage_id)[0] == version
    assert [(each.what, each.before, each.after) for each in amendment.changes.lines] == [
        ("«\u00a0Problème\u00a0»\u00a0: poids", "2", "3")
    ]
    assert amendment.effects.text().startswith("–  6 mark")
    assert "say why" in amendment._reason.problem.text()
    assert not amendment.freeze.isEnabled()
    QTest.keyClicks(amendment.reason, "Announced as three")
    amendment.author.setText("The chair")
    assert amendment.freeze.text() == "Freeze version 2"
    amendment.freeze.click()
    first, second = frozen_versions(page.operations.records, page.stage_id)
    assert (second.version, second.reason, second.author) == (2, "Announced as three", "The chair")
    assert first.fingerprint != second.fingerprint
    assert page.rules.reader.rules.isVisible()
    assert len(page.operations.records.within(RecordedMark, page.stage_id)) == 6
    assert [each.what for each in page.rules.reader.versions.changes.lines] == ["«\u00a0Problème\u00a0»\u00a0: poids"]


def test_amendment_says_beforehand_what_it_breaks(marked: PreparePage) -> None:
    """A mark outside the new scale refuses it by name, unless the marks are cleared."""
    page, amendment = marked, marked.rules.editor.amendment
    page.rules.reader.amend.click()
    page.draft.put("criteria[0].max", "10")
    QTest.keyClicks(amendment.reason, "Why")
    assert "20 for “La belette” is no mark of the new scale of “Problème”" in amendment.broken.text()
    assert not amendment.freeze.isEnabled()
    amendment.marks.setCurrentIndex(1)
    amendment.marks.activated.emit(1)
    assert amendment.broken.isHidden()
    assert "6" in amendment.effects.text()
    amendment.freeze.click()
    assert page.operations.records.within(RecordedMark, page.stage_id) == []


def test_amendment_says_what_it_does_to_the_marks_of_the_moment(
    make_bench: BenchMaker, page_of: Callable[[Bench], PreparePage]
) -> None:
    """Begun before the first mark: once marks are given, it no longer says that there is none, nor lets them break."""
    bench = make_bench()
    page = page_of(bench)
    page.rules.reader.amend.click()
    page.draft.put("criteria[0].max", "10")
    amendment = page.rules.editor.amendment
    QTest.keyClicks(amendment.reason, "Why")
    assert (amendment.effects.text(), amendment.freeze.isEnabled()) == ("–  no mark has been given yet", True)
    page.hide()
    bench.give({("P1", "J1"): ("20", "10", "10")})
    page.show()
    page.refresh()
    assert amendment.effects.text().startswith("–  3 mark")
    assert "20 for “La belette”" in amendment.broken.text()
    assert not amendment.freeze.isEnabled()
    assert amendment.reason.toPlainText() == "Why"


def test_reason_of_an_amendment_is_kept_as_it_is_left(marked: PreparePage) -> None:
    """As every other field of it."""
    page = marked
    page.rules.reader.amend.click()
    amendment = page.rules.editor.amendment
    amendment.reason.setFocus()
    QTest.keyClicks(amendment.reason, "Announced as three")
    amendment.author.setFocus()
    kept_draft = kept_amendment(page.operations.records, page.stage_id)
    assert kept_draft is not None
    assert kept_draft.reason == "Announced as three"


def test_new_criterion_inherits_no_marks(marked: PreparePage) -> None:
    """One is taken out and another added in its stead: the marks of the first go with it."""
    page, amendment = marked, marked.rules.editor.amendment
    page.rules.reader.amend.click()
    criteria = page.rules.editor.criteria
    criteria.lines[2]._remove.click()
    criteria.add.click()
    assert [each["id"] for each in page.draft.document["criteria"]] == ["C1", "C2", "C4"]
    assert amendment.effects.text().startswith("–  4 mark")
    QTest.keyClicks(amendment.reason, "Announced so")
    amendment.freeze.click()
    assert {each.criterion for each in page.operations.records.within(RecordedMark, page.stage_id)} == {"C1", "C2"}
    page.rules.reader.amend.click()
    criteria.lines[2]._remove.click()
    criteria.add.click()
    assert page.draft.document["criteria"][2]["id"] == "C5"


def test_amendment_given_up_leaves_no_trace(marked: PreparePage) -> None:
    """The rules in force are shown again as they are, and a second amendment begins from them."""
    page = marked
    page.rules.reader.amend.click()
    page.draft.put("title", "Autre")
    page.draft.put("criteria[0].weight", "abc")
    page.rules.editor.amendment.leave.click()
    assert page.rules.reader.rules.isVisible()
    assert page.draft.value("title") == "Rules"
    page.rules.reader.amend.click()
    assert page.draft.value("criteria[0].weight") == "2"
    assert page.rules.editor.amendment.reason.toPlainText() == ""


def test_amendment_survives_what_others_do(marked: PreparePage) -> None:
    """A mark recorded meanwhile does not throw the draft away; an undo of the freeze it builds on does."""
    page = marked
    page.rules.reader.amend.click()
    page.draft.put("title", "Autre")
    page.refresh()
    assert page.draft.value("title") == "Autre"
    assert page.draft.amending


def test_amendment_is_kept_as_it_is_written(marked: PreparePage, qtbot: QtBot) -> None:
    """Another size of type, another day: it is there again, even what cannot be read yet, and goes with its freeze."""
    page, operations = marked, marked.operations
    page.rules.reader.amend.click()
    page.commit_pending_edit()
    assert kept_amendment(operations.records, page.stage_id) is None
    page.draft.put("criteria[0].weight", "abc")
    QTest.keyClicks(page.rules.editor.amendment.reason, "Announced as three")
    page.commit_pending_edit()
    again = PreparePage(operations, page.stage_id)
    qtbot.addWidget(again)
    again.refresh()
    assert again.draft.amending
    assert (again.draft.value("criteria[0].weight"), len(again.draft.problems)) == ("abc", 1)
    amendment = again.rules.editor.amendment
    assert amendment.reason.toPlainText() == "Announced as three"
    assert amendment.author.text() == page.rules.editor.amendment.author.text()
    again.draft.put("criteria[0].weight", "3")
    amendment.freeze.click()
    assert kept_amendment(operations.records, page.stage_id) is None
    assert (again.draft.version and again.draft.version.version, again.draft.amending) == (2, False)


def test_amendment_on_file_follows_undo(marked: PreparePage) -> None:
    """Undone to nothing, the rules in force are shown; done again, the draft is."""
    page, operations = marked, marked.operations
    page.rules.reader.amend.click()
    page.draft.put("title", "Autre")
    page.commit_pending_edit()
    operations.undo()
    page.refresh()
    assert (page.draft.frozen, page.draft.value("title")) == (True, "Rules")
    operations.redo()
    page.refresh()
    assert (page.draft.amending, page.draft.value("title")) == (True, "Autre")
    page.rules.editor.amendment.leave.click()
    assert kept_amendment(operations.records, page.stage_id) is None
    assert page.draft.frozen


def test_files_follow_the_amendment(marked: PreparePage, tmp_path: Path) -> None:
    """Frozen rules are exported and never imported over; those of an amendment are both."""
    page = marked
    assert not page.rules.files.bring_in.isVisible()
    path = tmp_path / "rules.toml"
    page.rules.files.chooser = Chooser(path)  # type: ignore[assignment]
    page.rules.files.write.click()
    page.rules.reader.amend.click()
    assert page.rules.files.bring_in.isVisible()
    path.write_text(path.read_text(encoding="utf-8").replace('"Rules"', '"Others"'), encoding="utf-8")
    page.rules.files.bring_in.click()
    assert page.draft.amending
    assert page.draft.value("title") == "Others"
    assert len(frozen_versions(page.operations.records, page.stage_id)) == 1


def test_any_two_versions_are_compared(marked: PreparePage) -> None:
    """Three versions: the first with the last, and one with itself."""
    page, amendment = marked, marked.rules.editor.amendment
    for number, title in enumerate(("Deux", "Trois"), 2):
        page.rules.reader.amend.click()
        page.draft.put("title", title)
        QTest.keyClicks(amendment.reason, f"Reason {number}")
        amendment.freeze.click()
    versions = page.rules.reader.versions
    assert [versions.former.itemData(at) for at in range(versions.former.count())] == [1, 2, 3]
    assert [(each.before, each.after) for each in versions.changes.lines] == [("Deux", "Trois")]
    versions.former.setCurrentIndex(0)
    versions.former.activated.emit(0)
    assert [(each.before, each.after) for each in versions.changes.lines] == [("Rules", "Trois")]
    versions.newer.setCurrentIndex(0)
    versions.newer.activated.emit(0)
    assert versions.same.isVisible()


# Odd input


def test_sixty_criteria_are_written_and_read(page: PreparePage) -> None:
    """Weights of 1/3 add up exactly, and a keystroke reaches the sixtieth."""
    criteria = [
        {"id": f"c{number}", "name": f"Critère {number}", "weight": "1/3", "min": "0", "max": "5", "step": "1"}
        for number in range(1, 61)
    ]
    page.draft.replace({**page.draft.document, "criteria": criteria, "ties": {"chain": []}})
    editor = page.rules.editor.criteria
    assert len(editor.lines) == 60
    assert editor.sum.text().endswith("20")
    assert editor.lines[59].share.text() == "1,7\u00a0%"
    retype(editor.lines[59].lines["name"], "Le dernier")
    QTest.keyClick(editor.lines[59].lines["name"], Key.Key_Return)
    assert kept(page)["criteria"][59]["name"] == "Le dernier"
    assert kept(page)["criteria"][0]["weight"] == "1/3"


@pytest.mark.parametrize("name", HOSTILE)
def test_odd_names_go_through_the_window_and_the_file(page: PreparePage, tmp_path: Path, name: str) -> None:
    """Markup, a formula, right-to-left text: shown as typed, kept as typed, exported and read back the same."""
    page.draft.put("criteria[0].name", name)
    page.draft.put("criteria[0].section", name)
    page.draft.put("ties.chain", [f"section:{name.strip()}"])
    page.draft.keep()
    assert page.draft.problems == ()
    assert kept(page)["criteria"][0]["name"] == name
    path = tmp_path / "odd.toml"
    page.rules.files.chooser = Chooser(path)  # type: ignore[assignment]
    before = fingerprint(rules_from_document(kept(page)))
    page.rules.files.write.click()
    page.rules.editor.criteria.add.click()
    page.rules.files.bring_in.click()
    assert fingerprint(rules_from_document(kept(page))) == before
    assert page.rules.editor.criteria.lines[0].lines["name"].text() == name.replace("\t", "\t")
    page.rules.editor.freeze.click()
    shown = [each.text() for each in page.rules.reader.rules.findChildren(type(page.rules.editor.problems))]
    assert name in shown


@pytest.fixture
def dressed(qapp: QApplication) -> Iterator[None]:
    """The sizes that the style sheet gives."""
    former = qapp.styleSheet()
    theme.apply(qapp, "light", 100)
    yield
    qapp.setStyleSheet(former)


def test_every_control_says_what_it_is(dressed: None, marked: PreparePage) -> None:
    """Also in the unfolded details and the amendment; targets are large enough."""
    del dressed
    page = marked
    page.rules.reader.amend.click()
    page.rules.editor.criteria.lines[0].toggle()
    page.draft.put("criteria[0].levels", ["bas", "haut"])
    QApplication.processEvents()
    kinds = (QLineEdit, QComboBox, QPlainTextEdit, QAbstractButton)
    controls = [each for kind in kinds for each in page.findChildren(kind) if each.isVisible()]
    assert len(controls) > 60
    nameless = [each for each in controls if not each.accessibleName() and not getattr(each, "text", str)()]
    assert [type(each.parentWidget()).__name__ for each in nameless] == []
    small = [each.accessibleName() for each in controls if each.height() < 24 or each.width() < 24]
    assert small == []


def test_version_on_file_is_canonical(page: PreparePage) -> None:
    """What the window keeps is the one byte form, whatever was typed."""
    page.draft.put("criteria[0].weight", "2.50")
    page.draft.keep()
    (version,) = page.operations.records.within(RulesVersion, page.stage_id)
    assert json.loads(version.document)["criteria"][0]["weight"] == "2.5"

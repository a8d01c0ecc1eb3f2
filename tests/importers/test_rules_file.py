"""Rules from TOML: exact numbers, and every problem with its line."""

from pathlib import Path

import pytest

from jury_desk.domain.errors import FileNotFound, SheetUnreadable
from jury_desk.domain.rules import RulesRefused
from jury_desk.importers.rules_file import read_rules, rules_from_toml
from jury_desk.importers.toml_lines import line_of, lines_by_path

SOUND = """\
title = "Jury"            # line 1

[scale]
min = "0"
max = "20"
step = "0.5"

[[criteria]]              # line 8
id = "a"
name = "A"
weight = 0.7

[[criteria]]              # line 13
id = "b"
name = "B"
weight = "0.3"
"""


def problems(text: str) -> list[tuple[int | None, str, str]]:
    """Line, path and code of each problem, in the order told."""
    with pytest.raises(RulesRefused) as caught:
        rules_from_toml(text)
    return [(each.line, each.path, each.code) for each in caught.value.problems]


def test_a_bare_decimal_is_taken_as_written() -> None:
    """0.7 without quotation marks is seven tenths, not the binary number next to it."""
    rules = rules_from_toml(SOUND)
    assert sum(each.weight for each in rules.criteria) == 1


def test_each_problem_has_its_line() -> None:
    """A wrong value, an unknown key and a key that is missing: the last has the line of its table."""
    text = SOUND.replace('weight = "0.3"', 'weight = "heavy"\ncolour = "blue"').replace('name = "A"\n', "")
    assert problems(text) == [
        (8, "criteria[0].name", "missing"),
        (15, "criteria[1].weight", "not_number"),
        (16, "criteria[1].colour", "unknown_key"),
    ]


def test_broken_toml_is_refused_with_its_line() -> None:
    """The place that the parser names is told apart from its message."""
    with pytest.raises(RulesRefused) as caught:
        rules_from_toml(SOUND + "weight 3\n")
    (problem,) = caught.value.problems
    assert (problem.line, problem.code) == (17, "toml")
    assert "line" not in problem.facts["detail"]


def test_a_text_left_open_is_refused_at_the_end() -> None:
    """An error at the end of the document is on its last line."""
    assert problems('title = "Jury"\nversion = "1') == [(2, "", "toml")]


def test_a_file_is_read_with_or_without_a_byte_order_mark(tmp_path: Path) -> None:
    """Windows editors write one."""
    for encoding in ("utf-8", "utf-8-sig"):
        path = tmp_path / f"{encoding}.toml"
        path.write_text(SOUND, encoding=encoding)
        assert read_rules(path).title == "Jury"


def test_a_file_that_cannot_be_read_is_named(tmp_path: Path) -> None:
    """No such file, a folder, and text that is not UTF-8 are told, each in its way."""
    with pytest.raises(FileNotFound):
        read_rules(tmp_path / "none.toml")
    with pytest.raises(SheetUnreadable):
        read_rules(tmp_path)
    (tmp_path / "latin.toml").write_bytes('title = "Règlement"'.encode("cp1252"))
    with pytest.raises(SheetUnreadable) as caught:
        read_rules(tmp_path / "latin.toml")
    assert caught.value.reason == "encoding"


def test_lines_are_found_past_long_values() -> None:
    """Keys that only look like keys, inside long texts and lists, are not taken for some."""
    text = '''\
title = """
min = "1"
"""
[ties]
chain = [
    "criterion:a",  # not ] the end
    "median",
]
numbering = "dense"
[carry_over.stages]
"stage one" = "30"
'''
    lines = lines_by_path(text)
    assert lines == {
        "title": 1,
        "ties": 4,
        "ties.chain": 5,
        "ties.numbering": 9,
        "carry_over.stages": 10,
        "carry_over.stages.stage one": 11,
    }
    assert line_of(lines, "ties.chain[1]") == 5
    assert line_of(lines, "ties.unresolved") == 4
    assert line_of(lines, "carry_over.own") == 1

"""Rules as TOML, in the shape people write them, and read back the same."""

import tomllib
from pathlib import Path

from jury_desk.domain.rules import Rules, document_of, fingerprint, rules_from_document
from jury_desk.exports.rules_file import toml_of, write_rules


def rules() -> Rules:
    """Rules with something in every table, and texts that TOML has to escape."""
    return rules_from_document(
        {
            "title": 'Règlement « du jury »\n"2020"\\\x7f',
            "scale": {"min": "0", "max": "10", "step": "1/2"},
            "criteria": [
                {"id": "a", "name": "A", "weight": "1/3", "levels": ["bas", "haut"], "eliminatory": "< 4"},
                {"id": "b", "name": "B", "weight": "30", "kind": "bonus", "source": "secretariat"},
            ],
            "rounding": {"result": "0.01"},
            "carry_over": {"own": "70", "stages": {"stage 1": "20", "stage2": "10"}},
            "ties": {"chain": ["criterion:a", "median"]},
            "selection": {"places": 6, "reserve": 2},
            "panel": {"quorum": 4, "presence_required": True},
            "timing": {"pitch": 5},
        }
    )


def test_what_is_written_is_read_back() -> None:
    """The same rules, to the fingerprint."""
    again = rules_from_document(tomllib.loads(toml_of(rules()), parse_float=str))
    assert again == rules()
    assert fingerprint(again) == fingerprint(rules())


def test_the_tables_stand_in_the_order_of_the_design() -> None:
    """A reader finds scale, criteria, aggregation and so on where the rules file is described."""
    tables = [line for line in toml_of(rules()).splitlines() if line.startswith("[")]
    assert tables == [
        "[scale]",
        "[[criteria]]",
        "[[criteria]]",
        "[aggregation]",
        "[rounding]",
        "[carry_over]",
        "[carry_over.stages]",
        "[ties]",
        "[selection]",
        "[panel]",
        "[timing]",
    ]


def test_the_file_holds_the_canonical_document(tmp_path: Path) -> None:
    """The file written is whole, in UTF-8, and says what document_of says."""
    path = tmp_path / "rules.toml"
    write_rules(rules(), path)
    assert tomllib.loads(path.read_text(encoding="utf-8")) == document_of(rules())
    assert [each.name for each in tmp_path.iterdir()] == ["rules.toml"]

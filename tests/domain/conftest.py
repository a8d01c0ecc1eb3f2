"""Small contests in a few lines: rules as a document, marks as a grid of words."""

from collections.abc import Callable, Mapping
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import settings

from jury_desk.domain.exact import parse_exact
from jury_desk.domain.rules import Rules, rules_from_document
from jury_desk.domain.scoring import SECRETARIAT, Mark, MarkState
from jury_desk.domain.standings import Standings, rank

STATES = {"-": MarkState.BLANK, "R": MarkState.RECUSED, "A": MarkState.ABSENT, "X": MarkState.ABSTAINED}

# How long one example takes says something of the machine and nothing of a rule.
settings.register_profile("domain", deadline=None)
settings.load_profile("domain")

MakeRules = Callable[..., Rules]
Contest = Callable[..., Standings]


@pytest.fixture
def make_rules() -> MakeRules:
    """Rules from criteria (id to the keys that matter) and tables; marks go from 0 to 20 by default."""

    def made(criteria: Mapping[str, Mapping[str, Any]], **tables: Any) -> Rules:
        scale = {"min": "0", "max": "20", "step": "1"}
        written = [{"id": id_, "name": id_.title(), **keys} for id_, keys in criteria.items()]
        return rules_from_document({"scale": scale, "criteria": written, **tables})

    return made


@pytest.fixture
def contest(make_rules: MakeRules) -> Contest:
    """Ranks a grid of marks: by candidacy, then juror, the marks of the criteria asked of that juror, in their order.

    A word is a mark or a state: ``-`` blank, ``R`` recused, ``A`` absent, ``X`` abstained. The juror ``""`` is the
    secretariat.
    """

    def ranked(
        criteria: Mapping[str, Mapping[str, Any]],
        grid: Mapping[str, Mapping[str, str]],
        carried: Mapping[str, Mapping[str, str]] | None = None,
        withdrawn: tuple[str, ...] = (),
        voted: Mapping[str, int] | None = None,
        **tables: Any,
    ) -> Standings:
        rules = make_rules(criteria, **tables)
        sheets = {
            candidacy: {juror: _sheet(rules, juror, words) for juror, words in row.items()}
            for candidacy, row in grid.items()
        }
        panel = tuple(dict.fromkeys(juror for row in grid.values() for juror in row if juror != SECRETARIAT))
        earlier = {
            stage: {candidacy: Fraction(result) for candidacy, result in results.items()}
            for stage, results in (carried or {}).items()
        }
        return rank(rules, tuple(grid), panel, sheets, carried=earlier, withdrawn=withdrawn, voted=voted)

    return ranked


def _sheet(rules: Rules, juror: str, words: str) -> dict[str, Mark]:
    asked = [each.id for each in rules.criteria if each.by_jurors is (juror != SECRETARIAT)]
    return dict(zip(asked, map(_mark, words.split()), strict=True))


def _mark(word: str) -> Mark:
    return Mark(STATES[word]) if word in STATES else Mark(MarkState.MARKED, parse_exact(word))

"""Records what other people's programs answer about random contests, for the tests to compare our exact figures with.

The programs are large and serve nothing else, so that they are installed beside, only when the table is to be recorded
again:

    python -m venv /tmp/oracles && /tmp/oracles/bin/pip install scipy krippendorff pref_voting
    /tmp/oracles/bin/python tests/reference/make_oracles.py

The contests are in the table together with the answers: the tests need neither this script nor its random numbers.
"""

import json
import random
import warnings
from collections.abc import Iterator, Sequence
from importlib.metadata import version
from pathlib import Path
from typing import Any

import krippendorff
import numpy as np
from pref_voting.grade_methods import majority_judgement
from pref_voting.grade_profiles import GradeProfile
from pref_voting.profiles import Profile
from pref_voting.scoring_methods import borda
from scipy import stats

TARGET = Path(__file__).with_name("oracles.json")
PROGRAMS = ("scipy", "numpy", "krippendorff", "pref_voting")
CASES = 30
LETTERS = "ABCDE"
MENTIONS = 6

Rows = list[list[int | None]]
"""One row per juror, one column per candidacy."""
Case = dict[str, Any]


def main() -> None:
    """Write the table, one contest a line."""
    answers = {
        "agreement": [_agreement(seed) for seed in range(CASES)],
        "tables": [_table(seed) for seed in range(CASES)],
        "ballots": [_ballots(seed) for seed in range(CASES)],
    }
    parts = [f'"programs": {json.dumps({name: version(name) for name in PROGRAMS})}']
    for name, cases in answers.items():
        lines = ",\n".join(json.dumps(case, separators=(",", ":")) for case in cases)
        parts.append(f'"{name}": [\n{lines}\n]')
    TARGET.write_text("{" + ",\n".join(parts) + "}\n", encoding="utf-8")


def _agreement(seed: int) -> Case:
    """Jurors who see something of the same thing, with ties: Friedman's statistic complete, both alphas with holes."""
    chance = random.Random(seed)  # noqa: S311 -- contests to compare with, not secrets
    width, height = chance.randint(4, 12), chance.randint(3, 9)
    quality = [chance.randint(0, 12) for _ in range(width)]
    complete: Rows = [[value + chance.randint(0, 8) for value in quality] for _ in range(height)]
    holes: Rows = [[None if chance.random() < 0.2 else mark for mark in row] for row in complete]
    data = np.array([[np.nan if mark is None else mark for mark in row] for row in holes], dtype=float)
    return {
        "complete": complete,
        "chi_square": _text(stats.friedmanchisquare(*zip(*complete, strict=True)).statistic),
        "holes": holes,
        "interval": _text(krippendorff.alpha(reliability_data=data, level_of_measurement="interval")),
        "ordinal": _text(krippendorff.alpha(reliability_data=data, level_of_measurement="ordinal")),
    }


def _table(seed: int) -> Case:
    """A table with holes, its first juror complete: additive fit, z-scores put back into points, slope, spread."""
    rows = _random_table(random.Random(1000 + seed))  # noqa: S311 -- the same
    columns = list(zip(*rows, strict=True))
    means = [np.mean(_given(column)) for column in columns]
    line = stats.linregress(range(1, len(means) + 1), means)
    levels, effects = _least_squares(rows)
    return {
        "rows": rows,
        "levels": [_text(level) for level in levels],
        "effects": [_text(effect) for effect in effects],
        "z_results": [_text(result) for result in _standardised(rows)],
        "slope": _text(line.slope),
        "determination": _text(line.rvalue**2),
        "spreads": [_text(np.std(_given(row))) for row in rows],
    }


def _random_table(chance: random.Random) -> Rows:
    """Rows in each of which two marks differ, so that every juror has z-scores."""
    height, width = chance.randint(4, 7), chance.randint(4, 12)
    while True:
        rows: Rows = [
            [None if juror and chance.random() < 0.25 else chance.randint(0, 20) for _ in range(width)]
            for juror in range(height)
        ]
        if all(len(set(_given(row))) > 1 for row in rows):
            return rows


def _least_squares(rows: Rows) -> tuple[list[float], list[float]]:
    """Level of each candidacy and effect of each juror, the effects adding up to nothing, by a general routine."""
    height, width = len(rows), len(rows[0])
    marks = [(juror, at, mark) for juror, row in enumerate(rows) for at, mark in enumerate(row) if mark is not None]
    matrix = [
        [float(each == at) for each in range(width)] + [float(each == juror) for each in range(height)]
        for juror, at, _ in marks
    ]
    matrix.append([0.0] * width + [1.0] * height)
    right = [*(float(mark) for _, _, mark in marks), 0.0]
    solution = list(np.linalg.lstsq(np.array(matrix), np.array(right), rcond=None)[0])
    return solution[:width], solution[width:]


def _standardised(rows: Rows) -> Iterator[float]:
    scores: list[list[float]] = [[] for _ in rows[0]]
    for row in rows:
        found = iter(stats.zscore(_given(row)))
        for candidacy, mark in enumerate(row):
            if mark is not None:
                scores[candidacy].append(next(found))
    everything = [mark for row in rows for mark in _given(row)]
    for of_candidacy in scores:
        yield float(np.mean(of_candidacy) * np.std(everything) + np.mean(everything))


def _ballots(seed: int) -> Case:
    """Complete orders and mentions of five candidacies: Borda, Condorcet, majority judgment."""
    chance = random.Random(2000 + seed)  # noqa: S311 -- the same
    orders = ["".join(chance.sample(LETTERS, len(LETTERS))) for _ in range(chance.choice((3, 4, 5, 7)))]
    profile = Profile([[LETTERS.index(each) for each in order] for order in orders])
    winner = profile.condorcet_winner()
    grades = [{each: chance.randrange(MENTIONS) for each in LETTERS} for _ in orders]
    return {
        "orders": orders,
        "borda": [int(profile.borda_scores()[index]) for index in range(len(LETTERS))],
        "borda_winners": [LETTERS[index] for index in borda(profile)],
        "condorcet": None if winner is None else LETTERS[winner],
        "mentions": {each: [grade[each] for grade in grades] for each in LETTERS},
        "majority": list(majority_judgement(GradeProfile(grades, list(range(MENTIONS))))),
    }


def _given(marks: Sequence[int | None]) -> list[float]:
    return [float(mark) for mark in marks if mark is not None]


def _text(value: float) -> str:
    return f"{value:.12f}"


if __name__ == "__main__":
    warnings.simplefilter("error")
    main()

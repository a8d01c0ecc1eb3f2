"""How long, and in how much memory, marks become a ranking, against plain integer sums over the same marks.

    python benchmarks/scoring.py [--rounds N]

- From nothing: 1,000 candidacies × 20 jurors × 10 criteria, by the median of the rounds; limit one second.
- One changed mark among 200 × 15 × 8 and the whole ranking again; limit one frame of a screen, 16 ms.
- Memory at the peak of ranking, over the marks alone; limit 100 MB.
- How the time grows from 100 to 10,000 candidacies, as the exponent of their number; limit 1.2.

The floor, measured in the same run, is what no exact ranking can do without: each sheet's weighted sum and each
candidacy's total, in integers, then sorting. Exit code 1 when a limit is passed.
"""

import argparse
import gc
import math
import random
import statistics
import sys
import time
import tracemalloc
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from fractions import Fraction

from jury_desk.domain.rules import Rules, rules_from_document
from jury_desk.domain.scoring import Mark, MarkState
from jury_desk.domain.standings import Ranker

SECOND_MS = 1000.0
FRAME_MS = 16.0
MOST_MB = 100.0
MOST_GROWTH = 1.2

TOP = 20
MARKS = [Mark(MarkState.MARKED, Fraction(value)) for value in range(TOP + 1)]


@dataclass(frozen=True)
class Contest:
    """Rules, panel and sheets of a size."""

    rules: Rules
    panel: Sequence[str]
    sheets: dict[str, dict[str, dict[str, Mark]]]

    def rank(self, ranker: Ranker | None = None) -> None:
        """Rank, with a new ranker or one that has ranked before."""
        (ranker or Ranker(self.rules)).rank(list(self.sheets), self.panel, self.sheets)

    def floor(self) -> None:
        """Integer weighted sums of the same marks, sorted."""
        weights = {criterion.id: int(criterion.weight) for criterion in self.rules.criteria}
        totals = [
            sum(
                weight * value.numerator
                for sheet in sheets.values()
                for id_, weight in weights.items()
                if (value := sheet[id_].value) is not None
            )
            for sheets in self.sheets.values()
        ]
        totals.sort(reverse=True)


def contest(candidacies: int, jurors: int, criteria: int) -> Contest:
    """A contest with every mark given, the same in each run."""
    chance = random.Random(7)  # noqa: S311 -- a benchmark's dice
    rubric = [{"id": f"K{number}", "name": f"K{number}", "weight": str(number + 1)} for number in range(criteria)]
    scale = {"min": "0", "max": str(TOP), "step": "1"}
    ties = {"chain": ["criterion:K0", "median", "head_to_head"]}
    rules = rules_from_document({"scale": scale, "criteria": rubric, "ties": ties, "selection": {"places": 6}})
    panel = [f"J{number}" for number in range(jurors)]
    sheets = {
        f"C{number}": {juror: {each["id"]: chance.choice(MARKS) for each in rubric} for juror in panel}
        for number in range(candidacies)
    }
    return Contest(rules, panel, sheets)


def median_ms(work: Callable[[], None], rounds: int) -> float:
    """The median time of some rounds of ``work``."""
    times = []
    for _ in range(rounds):
        gc.collect()
        start = time.perf_counter()
        work()
        times.append(time.perf_counter() - start)
    return statistics.median(times) * 1000


def one_mark_ms(large: Contest, rounds: int) -> float:
    """One mark changed, then all ranked again."""
    ranker = Ranker(large.rules)
    large.rank(ranker)
    changes = iter(range(rounds))

    def change_and_rank() -> None:
        number = next(changes)
        sheet = large.sheets[f"C{number}"][large.panel[number % len(large.panel)]]
        sheet["K0"] = MARKS[TOP] if sheet["K0"] != MARKS[TOP] else MARKS[0]
        large.rank(ranker)

    return median_ms(change_and_rank, rounds)


def peak_mb(large: Contest) -> float:
    """The most memory that ranking held at once."""
    gc.collect()
    tracemalloc.start()
    large.rank()
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    return peak / 1e6


def told(what: str, value: float, unit: str, limit: float, beside: str = "") -> bool:
    """Print one line; whether the value is within its limit."""
    print(f"{what:<44} {value:9.2f} {unit:<3} {value / limit:6.2f} of the limit {limit:g} {unit}{beside}")
    return value <= limit


def main() -> int:
    """Measure and print; the exit code says whether every limit held."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rounds", type=int, default=5)
    rounds = parser.parse_args().rounds
    large = contest(1000, 20, 10)
    floor = median_ms(large.floor, rounds)
    whole = median_ms(large.rank, rounds)
    live = contest(200, 15, 8)
    sizes = (100, 1000, 10_000)
    times = [median_ms(contest(size, 5, 5).rank, 3) for size in sizes]
    growth = math.log(times[-1] / times[0]) / math.log(sizes[-1] / sizes[0])
    held = [
        told("1,000 × 20 × 10 ranked from nothing", whole, "ms", SECOND_MS, f"; {whole / floor:.1f} × integer sums"),
        told("200 × 15 × 8 ranked after one mark", one_mark_ms(live, max(20, rounds)), "ms", FRAME_MS),
        told("memory of 1,000 × 20 × 10 over the marks", peak_mb(large), "MB", MOST_MB),
        told("exponent from 100 to 10,000 candidacies", growth, "", MOST_GROWTH),
    ]
    return 0 if all(held) else 1


if __name__ == "__main__":
    sys.exit(main())

"""The rules file, key by key, worked out again the long way: plain fractions and loops, nothing of the engine.

:class:`Naive` reads the document itself and follows design section 4 and decision 0031 word for word. Over random rules
and marks it must give what the engine gives: status, place, result, sheets, selection.
"""

from __future__ import annotations

from fractions import Fraction
from math import floor
from typing import Any

from hypothesis import assume, given, settings
from hypothesis import strategies as st

from jury_desk.domain.rules import RulesRefused, rules_from_document
from jury_desk.domain.scoring import SECRETARIAT, Mark, MarkState
from jury_desk.domain.standings import rank

Row = dict[str, Fraction | str]
"""One sheet by criterion: a mark, or a state."""


def half_up(value: Fraction, step: str | None) -> Fraction:
    """Half up, counted in steps."""
    if step is None:
        return value
    whole = floor(abs(value) / Fraction(step) + Fraction(1, 2)) * Fraction(step)
    return whole if value >= 0 else -whole


def middle(values: list[Fraction]) -> Fraction:
    """The median."""
    ordered = sorted(values)
    return (ordered[(len(ordered) - 1) // 2] + ordered[len(ordered) // 2]) / 2


class Naive:
    """One contest, worked out by hand."""

    def __init__(self, document: dict[str, Any], panel: list[str], sheets: dict[str, dict[str, Row]]) -> None:
        self.criteria: list[dict[str, Any]] = document["criteria"]
        self.aggregation, self.ties = document["aggregation"], document["ties"]
        self.selection, self.carry = document.get("selection"), document.get("carry_over")
        self.rounding: dict[str, str] = document["rounding"]
        self.panel, self.sheets = panel, sheets
        self.base = [each for each in self.criteria if each["kind"] in ("mark", "yes_no")]
        self.general, self.form = self.aggregation["across_jurors"], self.aggregation["result"]
        self.by_sheets = self.aggregation["order"] == "sheets_first"
        asked = [each for each in self.criteria if each["source"] == "jurors"]
        self.asked = asked
        self.through = [
            each
            for each in asked
            if each["kind"] != "information"
            and (not self.by_sheets or each.get("across_jurors", self.general) == self.general)
        ]
        ranked = [each for each in self.base if each["source"] == "jurors"]
        ranked = [each for each in ranked if each.get("across_jurors", self.general) == "rank_sum"]
        self.ranked = [] if self.by_sheets else ranked
        self.sheet_ranks = self.by_sheets and self.general == "rank_sum" and bool(self.through)
        lower = [each["better"] == "lower" for each in self.base]
        self.lower_marks = self.form != "out_of" and bool(lower) and all(lower)
        self.lower = self.lower_marks or bool(self.ranked) or self.sheet_ranks

    # One candidacy alone

    def counted(self, candidacy: str) -> tuple[list[str], int]:
        """The jurors whose sheet counts, and how many sheets are expected."""
        counted, pending = [], 0
        for juror in self.panel:
            sheet = self.sheets[candidacy].get(juror, {})
            cells = [sheet.get(each["id"], "blank") for each in self.base if each["source"] == "jurors"]
            marked = [isinstance(cell, Fraction) for cell in cells]
            if not cells:
                if any(isinstance(sheet.get(each["id"]), Fraction) for each in self.asked):
                    counted.append(juror)
            elif any(marked) if self.redistributes else all(marked):
                counted.append(juror)
            else:
                gone = [cell for cell in cells if isinstance(cell, str) and cell != "blank"]
                pending += ("blank" in cells) if self.redistributes else not gone
        return counted, len(counted) + pending

    @property
    def redistributes(self) -> bool:
        """Whether a missing criterion leaves its weight to the others."""
        return bool(self.aggregation["missing_criterion"] == "redistribute")

    def marks(self, candidacy: str, criterion: dict[str, Any]) -> dict[str, Fraction]:
        """The marks that count on a criterion, by juror; an established value under the secretariat's name."""
        jurors = self.counted(candidacy)[0] if criterion["source"] == "jurors" else [SECRETARIAT]
        cells = {juror: self.sheets[candidacy].get(juror, {}).get(criterion["id"]) for juror in jurors}
        return {juror: cell for juror, cell in cells.items() if isinstance(cell, Fraction)}

    def bring_together(self, method: str, values: list[Fraction], rounding: dict[str, str]) -> Fraction:
        """Mean, median, trimmed and corrected mean, sum."""
        mean = sum(values, Fraction(0)) / len(values)
        low, high = self.aggregation["trim_low"], self.aggregation["trim_high"]
        if method == "median":
            return middle(values)
        if method == "sum":
            return sum(values, Fraction(0))
        if method == "trimmed_mean" and len(values) > low + high:
            kept = sorted(values)[low : len(values) - high]
            return sum(kept, Fraction(0)) / len(kept)
        if method == "corrected_mean":
            centre, limit = half_up(mean, rounding.get("mean")), Fraction(self.aggregation["limit"])
            ends = [half_up(centre + sign * limit, rounding.get("corrected")) for sign in (-1, 1)]
            pulled = [ends[value > centre] if abs(value - centre) > limit else value for value in values]
            return sum(pulled, Fraction(0)) / len(pulled)
        return mean

    def value(self, candidacy: str, criterion: dict[str, Any], rounding: dict[str, str]) -> tuple[Fraction, int] | None:
        """A criterion's value, and how many marks are added up in it."""
        marks = list(self.marks(candidacy, criterion).values())
        if not marks:
            return None
        if criterion["source"] == "secretariat":
            return marks[0], 1
        method = criterion.get("across_jurors", self.general)
        if self.by_sheets and method == "corrected_mean" and "across_jurors" not in criterion:
            method = "mean"
        value = self.bring_together(method, marks, rounding)
        step = None if self.by_sheets else rounding.get("criterion")
        return half_up(value, step), len(marks) if method == "sum" else 1

    def points(self, criterion: dict[str, Any], value: Fraction, count: int = 1, *, ranks: bool = False) -> Fraction:
        """Weight times what a value is worth."""
        weight, low, high = Fraction(criterion["weight"]), Fraction(criterion["min"]), Fraction(criterion["max"])
        if criterion["kind"] in ("bonus", "deduction"):
            good = (criterion["kind"] == "bonus") is not (self.lower_marks or ranks)
            return weight * value * (1 if good else -1)
        if ranks:
            return weight * value
        turned = criterion["better"] == "lower"
        if self.form == "out_of":
            share = count * high - value if turned else value - count * low
            return weight * share / (high - low)
        return weight * (count * (low + high) - value if turned and not self.lower_marks else value)

    def combine(self, points: dict[str, Fraction], *, ranks: bool = False) -> Fraction:
        """The weighted mean, or sum, then what is added and taken off."""
        weighted = [each for each in self.base if each["id"] in points]
        present = sum((Fraction(each["weight"]) for each in weighted), Fraction(0))
        whole = sum((Fraction(each["weight"]) for each in self.base), Fraction(0))
        total = sum((points[each["id"]] for each in weighted), Fraction(0))
        if self.form == "points":
            total *= whole / present if present else 1
        else:
            total = total / present if present else Fraction(0)
            total *= Fraction(self.aggregation["out_of"]) if self.form == "out_of" and not ranks else 1
        return (
            total
            + sum((points[each["id"]] for each in self.criteria if each["id"] in points), Fraction(0))
            - sum((points[each["id"]] for each in weighted), Fraction(0))
        )

    def totals(self, candidacy: str, rounding: dict[str, str]) -> dict[str, Fraction]:
        """Each counted sheet's total; what stands apart from the sheets is in each of them."""
        apart = self.values_points(candidacy, [each for each in self.criteria if each not in self.through], rounding)
        found = {}
        for juror in self.counted(candidacy)[0]:
            given = ((each, self.marks(candidacy, each)) for each in self.through)
            points = {each["id"]: self.points(each, marks[juror]) for each, marks in given if juror in marks}
            step = rounding.get("sheet") if self.by_sheets else None
            found[juror] = half_up(self.combine({**apart, **points}), step)
        return found

    def values_points(
        self, candidacy: str, criteria: list[dict[str, Any]], rounding: dict[str, str]
    ) -> dict[str, Fraction]:
        """The points of the criteria's values."""
        step = None if self.by_sheets else rounding.get("product")
        found = {}
        for each in criteria:
            value = self.value(candidacy, each, rounding)
            if each["kind"] != "information" and value is not None:
                found[each["id"]] = half_up(self.points(each, *value), step)
        return found

    def enough(self, candidacy: str) -> bool:
        """Whether there is enough to give a result."""
        counted, _ = self.counted(candidacy)
        jury = [each for each in self.base if each["source"] == "jurors"]
        office = [each for each in self.base if each["source"] == "secretariat"]
        if jury and len(counted) < max(1, self.aggregation["minimum_sheets"]):
            return False
        lacking = [each for each in office if not self.marks(candidacy, each)]
        if self.redistributes:
            return bool(jury) or not office or len(lacking) < len(office)
        return not lacking

    # All together

    def ranks(self, ballots: dict[str, dict[str, Fraction]], *, lower: bool) -> dict[str, Fraction]:
        """Sums of ranks; a short ballot is stretched to the middle of a full one, a missing juror made up for."""
        jurors = {juror for values in ballots.values() for juror in values}
        sums = {}
        for candidacy, values in ballots.items():
            total = Fraction(0)
            for juror, value in values.items():
                others = [each[juror] for each in ballots.values() if juror in each]
                ahead = sum(other < value if lower else other > value for other in others)
                total += Fraction(1 + ahead) * Fraction(len(ballots) + 1, len(others) + 1)
            if values:
                sums[candidacy] = total * Fraction(len(jurors), len(values))
        return sums

    def owns(self, candidacies: list[str], rounding: dict[str, str]) -> dict[str, Fraction]:
        """The stage's own results before their rounding."""
        if self.sheet_ranks:
            return self.ranks({each: self.totals(each, rounding) for each in candidacies}, lower=self.lower_marks)
        sums = {
            criterion["id"]: self.ranks(
                {each: self.marks(each, criterion) for each in candidacies}, lower=criterion["better"] == "lower"
            )
            for criterion in self.ranked
        }
        found = {}
        for each in candidacies:
            if self.by_sheets and self.through and self.counted(each)[0]:
                totals = list(self.totals(each, rounding).values())
                own = self.bring_together(self.general, totals, rounding)
                if self.general == "sum":
                    apart = self.values_points(each, [c for c in self.criteria if c not in self.through], rounding)
                    everything = self.values_points(each, self.criteria, rounding)
                    own -= (len(totals) - 1) * self.part_of(apart, everything)
                found[each] = own
                continue
            points = self.values_points(each, self.criteria, rounding)
            for criterion in self.criteria if sums else []:
                if criterion["id"] not in points:
                    continue
                value = sums.get(criterion["id"], {}).get(each)
                if value is None:
                    value = self.value(each, criterion, rounding)[0]  # type: ignore[index]
                step = rounding.get("product")
                points[criterion["id"]] = half_up(self.points(criterion, value, ranks=True), step)
            found[each] = self.combine(points, ranks=bool(sums))
        return found

    def part_of(self, some: dict[str, Fraction], everything: dict[str, Fraction]) -> Fraction:
        """What some criteria contribute to the result, the weights being those of all that are there."""
        zero = {id_: points if id_ in some else Fraction(0) for id_, points in everything.items()}
        return self.combine(zero)

    def struck(self, candidacy: str, exact: dict[str, Fraction]) -> bool:
        """Whether a threshold strikes, on values without any rounding."""
        tests = [(self.value(candidacy, each, {}), each.get("eliminatory")) for each in self.criteria]
        told = [(value[0], threshold) for value, threshold in tests if value is not None and threshold]
        if candidacy in exact and "eliminatory" in self.aggregation:
            told.append((exact[candidacy], self.aggregation["eliminatory"]))
        return any(fails(value, threshold) for value, threshold in told)

    def ranking(self, carried: dict[str, dict[str, Fraction]], withdrawn: set[str]) -> dict[str, tuple[Any, ...]]:
        """By candidacy: status, place, whether it is shared, result, sheets counted and expected, selection."""
        everyone = list(self.sheets)
        able = [each for each in everyone if self.enough(each)]
        competing = [each for each in able if each not in withdrawn]
        owns = self.owns(competing, self.rounding)
        owns = {each: half_up(own, self.rounding.get("result")) for each, own in owns.items()}
        exact = self.owns(competing, {})
        status: dict[str, str] = {}
        results: dict[str, Fraction] = {}
        for each in everyone:
            brought = self.carry["stages"] if self.carry else {}
            lacking = any(each not in carried[stage] for stage in brought)
            counted, expected = self.counted(each)
            owed = any(
                c["source"] == "secretariat" and self.sheets[each].get(SECRETARIAT, {}).get(c["id"], "blank") == "blank"
                for c in self.base
            )
            if each in withdrawn:
                status[each] = "withdrawn"
            elif each not in able:
                status[each] = "incomplete" if expected > len(counted) or owed else "unrankable"
            elif self.struck(each, exact):
                status[each] = "eliminated"
            else:
                status[each] = "unrankable" if lacking else "ranked"
            if each in owns and not lacking:
                results[each] = self.with_earlier(owns[each], {stage: carried[stage][each] for stage in brought})
        groups = self.ordered({each: results[each] for each in everyone if status[each] == "ranked"}, owns, carried)
        places = self.places(groups)
        sides = self.sides(groups)
        shared = {each for group in groups for each in group if len(group) > 1}
        return {
            each: (
                status[each],
                places.get(each),
                each in shared,
                results.get(each),
                *self.counts(each),
                sides.get(each, "not_selected" if self.selection and status[each] == "eliminated" else None),
            )
            for each in everyone
        }

    def counts(self, candidacy: str) -> tuple[int, int]:
        """Sheets counted and expected."""
        counted, expected = self.counted(candidacy)
        return len(counted), expected

    def with_earlier(self, own: Fraction, brought: dict[str, Fraction]) -> Fraction:
        """The own result and the earlier ones by their weights."""
        if not self.carry:
            return own
        weights = {stage: Fraction(weight) for stage, weight in self.carry["stages"].items()}
        whole = Fraction(self.carry["own"]) + sum(weights.values(), Fraction(0))
        total = Fraction(self.carry["own"]) * own + sum(
            (weights[stage] * brought[stage] for stage in weights), Fraction(0)
        )
        return half_up(total / whole, self.carry.get("rounding"))

    # Ties, places and the line

    def ordered(
        self, results: dict[str, Fraction], owns: dict[str, Fraction], carried: dict[str, dict[str, Fraction]]
    ) -> list[list[str]]:
        """Groups of equals in rank order, after the chain."""
        groups = [[each for each in results if results[each] == value] for value in set(results.values())]
        groups.sort(key=lambda group: results[group[0]], reverse=not self.lower)
        for step in self.ties["chain"]:
            groups = [part for group in groups for part in self.parted(step, group, owns, carried)]
        return groups

    def parted(
        self, step: str, group: list[str], owns: dict[str, Fraction], carried: dict[str, dict[str, Fraction]]
    ) -> list[list[str]]:
        """A group parted by one step, best first; whole where somebody has no value."""
        if len(group) == 1:
            return [group]
        totals = {each: self.totals(each, self.rounding) for each in group}
        kind, _, name = step.partition(":")
        smaller = self.lower_marks
        if kind == "head_to_head":
            return self.duel(group, totals)
        values: dict[str, Fraction | None] = {}
        for each in group:
            sheet = list(totals[each].values())
            match kind:
                case "criterion":
                    criterion = next(c for c in self.criteria if c["id"] == name)
                    smaller = criterion["better"] == "lower" or criterion["kind"] == "deduction"
                    value = self.value(each, criterion, self.rounding)
                    values[each] = None if value is None else value[0]
                case "section":
                    everything = self.values_points(each, self.criteria, self.rounding)
                    inside = {c["id"] for c in self.criteria if c["section"] == name}
                    some = {id_: points for id_, points in everything.items() if id_ in inside}
                    values[each] = self.part_of(some, everything) if some else None
                case "median":
                    values[each] = middle(sheet) if sheet else None
                case "carried":
                    smaller, values[each] = self.lower, carried[name].get(each)
                case "own":
                    smaller, values[each] = self.lower, owns[each]
                case _:
                    best = min if smaller is (kind == "highest_sheet") else max
                    values[each] = best(sheet) if sheet else None
        known = [value for value in values.values() if value is not None]
        if len(known) < len(group):
            return [group]
        return [[e for e in group if values[e] == value] for value in sorted(set(known), reverse=not smaller)]

    def duel(self, group: list[str], totals: dict[str, dict[str, Fraction]]) -> list[list[str]]:
        """Of two, the one ahead with more of the jurors who marked both."""
        if len(group) != 2:
            return [group]
        one, other = group
        both = [(totals[one][juror], totals[other][juror]) for juror in totals[one] if juror in totals[other]]
        lead = sum(mine > theirs for mine, theirs in both) - sum(mine < theirs for mine, theirs in both)
        lead = -lead if self.lower_marks else lead
        return [group] if lead == 0 else [[one], [other]] if lead > 0 else [[other], [one]]

    def places(self, groups: list[list[str]]) -> dict[str, int]:
        """1 2 2 4, or 1 2 2 3."""
        found: dict[str, int] = {}
        for number, group in enumerate(groups, 1):
            place = number if self.ties["numbering"] == "dense" else len(found) + 1
            found |= dict.fromkeys(group, place)
        return found

    def sides(self, groups: list[list[str]]) -> dict[str, str]:
        """Selected, reserve, not selected, or blocked on a line, seat by seat."""
        if not self.selection:
            return {}
        seats = ["selected"] * self.selection["places"] + ["reserve"] * self.selection["reserve"]
        found: dict[str, str] = {}
        for group in groups:
            taken = [seats.pop(0) if seats else "not_selected" for _ in group]
            if len(set(taken)) == 1:
                side = taken[0]
            elif self.selection["tie_at_cut"] == "block":
                side = "blocked"
            else:
                side = taken[0]
                if side == "selected":
                    # All the tied go through; the reserve begins after them, as long as it was.
                    seats = [*["selected"] * seats.count("selected"), *["reserve"] * self.selection["reserve"]]
            found |= dict.fromkeys(group, side)
        return found


def fails(value: Fraction, threshold: str) -> bool:
    """Whether a threshold such as ``<= 5`` strikes."""
    comparator, _, bound = threshold.partition(" ")
    signs = {
        "<": value < Fraction(bound),
        "<=": value <= Fraction(bound),
        ">": value > Fraction(bound),
        ">=": value >= Fraction(bound),
    }
    return signs[comparator]


STEPS = st.sampled_from([None, None, "0.01", "0.1", "0.5", "1/3"])
METHODS = ("mean", "median", "trimmed_mean", "corrected_mean", "sum", "rank_sum")
KINDS = ("mark", "mark", "mark", "mark", "yes_no", "bonus", "deduction", "information")
STATES = ("blank", "recused", "absent", "abstained")


@st.composite
def documents(draw: st.DrawFn) -> dict[str, Any]:
    """Every key of the rules file with every one of its words, numbers small enough for ties to be common."""
    criteria = []
    for number in range(draw(st.integers(1, 4))):
        kind = draw(st.sampled_from(KINDS))
        low = 0 if kind == "yes_no" else draw(st.sampled_from([0, 0, 1]))
        high = 1 if kind == "yes_no" else low + draw(st.integers(2, 4))
        each: dict[str, Any] = {
            "id": f"c{number}",
            "name": f"C{number}",
            "kind": kind,
            "weight": draw(st.sampled_from(["1", "1", "2", "0.5", "1/3", "0"])),
            "min": str(low),
            "max": str(high),
            "step": draw(st.sampled_from(["1", "1/2"])) if kind != "yes_no" else "1",
            "source": draw(st.sampled_from(["jurors", "jurors", "jurors", "secretariat"])),
            "better": draw(st.sampled_from(["higher", "higher", "lower"])),
            "section": draw(st.sampled_from(["", "A", "B"])),
        }
        if draw(st.integers(0, 5)) == 0:
            each["eliminatory"] = draw(st.sampled_from(["< 1", "<= 1", "> 2", ">= 2"]))
        if draw(st.integers(0, 4)) == 0:
            each["across_jurors"] = draw(st.sampled_from(METHODS))
        criteria.append(each)
    rounding = {step: draw(STEPS) for step in ("mean", "corrected", "criterion", "product", "sheet", "result")}
    steps = [f"criterion:{each['id']}" for each in criteria] + [f"section:{s}" for s in ("A", "B")]
    steps += ["highest_sheet", "lowest_sheet", "median", "head_to_head", "own", "carried:one"]
    document: dict[str, Any] = {
        "criteria": criteria,
        "aggregation": {
            "order": draw(st.sampled_from(["sheets_first", "criteria_first"])),
            "across_jurors": draw(st.sampled_from(METHODS)),
            "trim_low": draw(st.integers(0, 2)),
            "trim_high": draw(st.integers(0, 2)),
            "limit": draw(st.sampled_from(["0.5", "1", "2"])),
            "result": draw(st.sampled_from(["out_of", "mean", "points"])),
            "out_of": draw(st.sampled_from(["20", "5"])),
            "missing_criterion": draw(st.sampled_from(["incomplete", "redistribute"])),
            "minimum_sheets": draw(st.integers(1, 2)),
            "allow_unequal_panels": True,
        },
        "rounding": {step: value for step, value in rounding.items() if value},
        "ties": {
            "chain": draw(st.lists(st.sampled_from(steps), max_size=3, unique=True)),
            "numbering": draw(st.sampled_from(["competition", "dense"])),
        },
    }
    if draw(st.integers(0, 3)) == 0:
        document["aggregation"]["eliminatory"] = draw(st.sampled_from(["< 5", "<= 2", "> 10"]))
    if draw(st.booleans()):
        document["selection"] = {
            "places": draw(st.integers(1, 3)),
            "reserve": draw(st.integers(0, 2)),
            "tie_at_cut": draw(st.sampled_from(["block", "include"])),
        }
    if draw(st.integers(0, 2)) == 0:
        document["carry_over"] = {"own": draw(st.sampled_from(["70", "1", "0"])), "stages": {"one": "30"}}
        if step := draw(STEPS):
            document["carry_over"]["rounding"] = step
    return document


@st.composite
def contests(
    draw: st.DrawFn,
) -> tuple[dict[str, Any], list[str], dict[str, dict[str, Row]], dict[str, Fraction], set[str]]:
    """Rules, a panel, the marks of up to five candidacies, their earlier results, and who has withdrawn."""
    document = draw(documents())
    panel = [f"J{number}" for number in range(draw(st.integers(1, 4)))]
    candidacies = [f"P{number}" for number in range(draw(st.integers(1, 5)))]
    sheets: dict[str, dict[str, Row]] = {each: {} for each in candidacies}
    for candidacy in candidacies:
        for juror in (*panel, SECRETARIAT):
            row: Row = {}
            for each in document["criteria"]:
                if (each["source"] == "jurors") is (juror != SECRETARIAT):
                    low, high, step = Fraction(each["min"]), Fraction(each["max"]), Fraction(each["step"])
                    scale = [low + step * number for number in range(int((high - low) / step) + 1)]
                    state = draw(st.sampled_from([None] * 12 + list(STATES)))
                    row[each["id"]] = state or draw(st.sampled_from(scale))
            sheets[candidacy][juror] = row
    earlier = {each: Fraction(draw(st.integers(0, 3))) for each in candidacies if draw(st.integers(0, 9))}
    withdrawn = {each for each in candidacies if draw(st.integers(0, 9)) == 0}
    return document, panel, sheets, earlier, withdrawn


def recorded(row: Row) -> dict[str, Mark]:
    """A sheet as the engine takes it."""
    return {
        id_: Mark(MarkState(cell)) if isinstance(cell, str) else Mark(MarkState.MARKED, cell)
        for id_, cell in row.items()
    }


@settings(max_examples=400)
@given(contests())
def test_engine_agrees_with_the_long_way(
    contest: tuple[dict[str, Any], list[str], dict[str, dict[str, Row]], dict[str, Fraction], set[str]],
) -> None:
    """Whatever the rules and the marks: status, place, sharing, exact result, sheets and selection are the same."""
    document, panel, sheets, earlier, withdrawn = contest
    try:
        rules = rules_from_document(document)
    except RulesRefused:
        assume(False)
    carried = {"one": earlier}
    standings = rank(
        rules,
        list(sheets),
        panel,
        {candidacy: {juror: recorded(row) for juror, row in rows.items()} for candidacy, rows in sheets.items()},
        carried=carried,
        withdrawn=withdrawn,
    )
    found = {
        each.candidacy: (
            each.status,
            each.place,
            each.shared,
            each.exact,
            each.sheets_counted,
            each.sheets_expected,
            each.selection,
        )
        for each in standings.standings
    }
    assert found == Naive(document, panel, sheets).ranking(carried, withdrawn)

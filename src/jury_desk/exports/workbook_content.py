"""What the workbook of a stage holds: each sheet as columns and rows, every result with the engine's value.

Candidacies, jurors and criteria are found by their numbers (passage, seat, place in the rubric) and never by their
names, which may repeat, and which search functions would take for patterns.
"""

from collections.abc import Iterator
from datetime import datetime
from fractions import Fraction
from functools import cached_property
from itertools import product

from jury_desk.domain.candidacy import Candidacy
from jury_desk.domain.edition import RulesVersion
from jury_desk.domain.exact import round_half_up
from jury_desk.domain.minutes import StageReport
from jury_desk.domain.rubric import Criterion
from jury_desk.domain.scoring import BLANK, SECRETARIAT, Mark, MarkState
from jury_desk.domain.standings import SelectionStatus, Standing, Status
from jury_desk.exports import workbook_formulas as formulas
from jury_desk.exports import workbook_times as times
from jury_desk.exports.phrases import Phrases
from jury_desk.exports.workbook_formulas import Recipe
from jury_desk.exports.workbook_sheets import Area, Cell, Column, Kind, Live, Sheet
from jury_desk.services.amendments import version_changes
from jury_desk.services.footnotes import footnote_sentences, with_codes
from jury_desk.services.preparation import rules_of
from jury_desk.services.rules_words import ChangeLine, change_lines
from jury_desk.services.wording import act_name

_LIVE_STATUSES = (Status.RANKED, Status.ELIMINATED, Status.INCOMPLETE, Status.UNRANKABLE)


class Book:
    """The sheets of one report in one language.

    Args:
        report: what is printed.
        say: the words of the language.
    """

    def __init__(self, report: StageReport, say: Phrases) -> None:
        self.report = report
        self.say = say
        self.rules = report.rules
        self.obstacles = formulas.obstacles(report.rules)
        self.live = not self.obstacles
        self._steps = formulas.live_steps(report.rules) if self.live else []
        self.areas = {
            "criteria": self._area("criteria", self._criteria_columns(), len(self.rules.criteria) + 1),
            "marks": self._area("marks", self._marks_columns(), len(list(self._asked_cells()))),
            "sheets": self._area("sheets", self._sheets_columns(), len(report.candidacies) * len(self._jurors)),
            "grid": self._area("grid", self._grid_columns(), len(report.candidacies)),
            "ranking": self._area("ranking", self._ranking_columns(), len(report.standings.standings)),
            "versions": self._area("versions", self._versions_columns(), len(self._version_lines)),
            "journal": self._area("journal", self._journal_columns(), len(report.journal)),
        }
        if timed := len(times.timed_phases(report)):
            self.areas["times"] = self._area("times", self._columns("times", times.KINDS), timed)
        self._recipe = Recipe(
            self.rules, self._weight, self.areas["criteria"].fixed("weight", len(self.rules.criteria))
        )

    @cached_property
    def sheets(self) -> dict[str, Sheet]:
        """The sheets in their order."""
        rows = {
            "criteria": self._criteria_rows(),
            "marks": self._marks_rows(),
            "sheets": self._sheets_rows(),
            "grid": self._grid_rows(),
            "ranking": self._ranking_rows(),
        }
        if "times" in self.areas:
            rows["times"] = times.times_rows(self.report, self.areas["times"], self.say)
        if len(self.report.frozen_versions) > 1:
            rows["versions"] = iter(self._version_lines)
        if self.report.named:
            rows["journal"] = self._journal_rows()
        return {name: Sheet(self.areas[name], list(each)) for name, each in rows.items()}

    @property
    def decimals(self) -> int:
        """Decimals of results: as many as the engine prints."""
        printed = [each.result.partition(".")[2] for each in self.report.standings.standings]
        return max([2, *map(len, printed)])

    @property
    def footnotes(self) -> list[str]:
        """What a reader of the ranking must know beside it, a sentence each."""
        return footnote_sentences(map(with_codes, self.report.footnotes), self.say.language, self.say.zone)

    @property
    def carried_steps(self) -> list[str]:
        """The steps of the tie chain that no formula takes."""
        return list(self.rules.ties.chain[len(self._steps) :]) if self.live else []

    def step_words(self, step: str) -> str:
        """A step of the tie chain in words."""
        kind, _, name = step.partition(":")
        criterion = self.rules.criterion(name)
        key = f"tie.{kind}"
        return self.say(key, name=criterion.name if criterion else name) if self.say.has(key) else step

    # Columns

    def _area(self, name: str, columns: list[Column], rows: int) -> Area:
        return Area(self.say(f"workbook.sheets.{name}"), tuple(columns), rows)

    def _columns(self, section: str, kinds: dict[str, Kind]) -> list[Column]:
        return [Column(name, self.say(f"workbook.{section}.{name}"), kind) for name, kind in kinds.items()]

    def _criteria_columns(self) -> list[Column]:
        kinds = {"code": Kind.CODE, "id": Kind.CODE, "name": Kind.STRONG, "kind": Kind.TEXT, "weight": Kind.INPUT}
        kinds |= {"share": Kind.SHARE, "minimum": Kind.MARK, "maximum": Kind.MARK, "threshold": Kind.TEXT}
        return self._columns("criteria", kinds)

    def _marks_columns(self) -> list[Column]:
        kinds = {"ref": Kind.CODE, "candidacy": Kind.CODE, "title": Kind.STRONG, "juror": Kind.TEXT}
        kinds |= {
            "criterion": Kind.CODE,
            "name": Kind.TEXT,
            "state": Kind.TEXT,
            "mark": Kind.INPUT,
            "comment": Kind.TEXT,
        }
        return self._columns("marks", kinds)

    def _sheets_columns(self) -> list[Column]:
        first = self._columns(
            "sheet",
            {"number": Kind.COUNT, "ref": Kind.CODE, "candidacy": Kind.CODE, "title": Kind.STRONG, "juror": Kind.TEXT},
        )
        last = self._columns("sheet", {"given": Kind.COUNT, "complete": Kind.COUNT, "total": Kind.RESULT})
        return [*first, *self._criterion_columns(Kind.MARK), *last]

    def _grid_columns(self) -> list[Column]:
        first = self._columns("grid", {"number": Kind.COUNT, "candidacy": Kind.CODE, "title": Kind.STRONG})
        last = self._columns("grid", {"counted": Kind.COUNT, "expected": Kind.COUNT, "result": Kind.RESULT})
        return [*first, *self._criterion_columns(Kind.RESULT), *last, *self._unrounded_columns()]

    def _ranking_columns(self) -> list[Column]:
        first = {"place": Kind.COUNT, "number": Kind.COUNT, "candidacy": Kind.CODE, "title": Kind.STRONG}
        first |= {"result": Kind.RESULT, "counted": Kind.COUNT, "status": Kind.TEXT}
        columns = self._columns("ranking", first)
        if self.live:
            checks = {"official": Kind.COUNT, "official_result": Kind.RESULT, "check": Kind.TEXT}
            columns += [*self._columns("ranking", checks), *self._key_columns()]
        at = next(index for index, column in enumerate(columns) if column.name == "status") + 1
        proposal = self._columns("ranking", {"proposal": Kind.TEXT}) if self.rules.selection else []
        footnotes = self._columns("ranking", {"footnotes": Kind.TEXT}) if self.report.footnotes else []
        return [*columns[:at], *proposal, *columns[at:], *footnotes]

    def _key_columns(self) -> list[Column]:
        """What the places are taken on, in the order of comparison."""
        columns = self._columns("ranking", {"key": Kind.RESULT})
        for number, step in enumerate(self._steps, 1):
            head = self.say("workbook.ranking.tie", number=number, step=self._code_of(step.partition(":")[2]))
            columns.append(Column(step, head, Kind.RESULT))
        if self._carries:
            columns += self._columns("ranking", {"carried": Kind.COUNT})
        if formulas.is_dense(self.rules):
            columns += self._columns("ranking", {"gapped": Kind.COUNT})
        return columns

    def _versions_columns(self) -> list[Column]:
        kinds = {"number": Kind.COUNT, "frozen": Kind.INSTANT, "author": Kind.TEXT, "reason": Kind.TEXT}
        kinds |= {"what": Kind.STRONG, "before": Kind.TEXT, "after": Kind.TEXT, "fingerprint": Kind.CODE}
        return self._columns("versions", kinds)

    def _journal_columns(self) -> list[Column]:
        kinds = {
            "seq": Kind.COUNT,
            "at": Kind.INSTANT,
            "actor": Kind.TEXT,
            "kind": Kind.TEXT,
            "reason": Kind.TEXT,
            "hash": Kind.CODE,
        }
        return self._columns("journal", kinds)

    def _criterion_columns(self, kind: Kind) -> list[Column]:
        return [Column(self._key(each), f"{self._code(each)} {each.name}", kind) for each in self.rules.criteria]

    def _unrounded_columns(self) -> list[Column]:
        """What thresholds are tested on, where the rules round what is shown."""
        if not (self.live and self._tests_unrounded):
            return []
        columns = [
            Column(f"exact {self._key(each)}", self.say("workbook.grid.exact_of", name=self._code(each)), Kind.RESULT)
            for each in self.rules.criteria
        ]
        return [*columns, *self._columns("grid", {"exact": Kind.RESULT})]

    # Rows

    def _criteria_rows(self) -> Iterator[list[Cell]]:
        area, criteria = self.areas["criteria"], self.rules.criteria
        total = sum((each.weight for each in criteria if each.mandatory), Fraction())
        shared = [area.cell("weight", row) for row, each in enumerate(criteria) if each.mandatory]
        whole = area.fixed("weight", len(criteria))
        for row, each in enumerate(criteria):
            share: Cell = None
            if each.mandatory and total:
                share = Live(f"IF({whole}=0,0,{area.cell('weight', row)}/{whole})", each.weight / total)
            threshold = str(each.eliminatory) if each.eliminatory else ""
            yield [
                self._code(each),
                each.id,
                each.name,
                self.say(f"kind.{each.kind}"),
                each.weight if each.counts else None,
                share,
                each.scale.minimum,
                each.scale.maximum,
                self.say.number(threshold) if threshold else None,
            ]
        sum_: Cell = Live(f"SUM({','.join(shared)})", total) if shared else Fraction(0)
        yield [None, None, self.say("workbook.criteria.total"), None, sum_, None, None, None, None]

    def _marks_rows(self) -> Iterator[list[Cell]]:
        for number, candidacy, seat, juror, criterion in self._asked_cells():
            mark = self._mark(candidacy.id, juror, criterion.id)
            yield [
                f"{number}·{seat}·{self._number(criterion)}",
                candidacy.id,
                candidacy.title,
                juror or self.say("workbook.marks.secretariat"),
                criterion.id,
                criterion.name,
                self.say(f"state.{mark.state}"),
                mark.value,
                mark.comment or None,
            ]

    def _sheets_rows(self) -> Iterator[list[Cell]]:
        pairs = product(enumerate(self.report.candidacies, 1), enumerate(self._jurors, 1))
        for row, ((number, candidacy), (seat, juror)) in enumerate(pairs):
            yield [
                number,
                f"{number}·{seat}",
                candidacy.id,
                candidacy.title,
                juror,
                *self._sheet(row, candidacy, juror),
            ]

    def _sheet(self, row: int, candidacy: Candidacy, juror: str) -> list[Cell]:
        """The marks of one sheet, how many are given, whether it counts, and its total."""
        standing = self.report.standings.of(candidacy.id)
        area = self.areas["sheets"]
        marks = [self._shown_mark(candidacy.id, juror, each) for each in self.rules.criteria]
        looked_up = [
            Live(self._look_up(self._ref(area.cell("ref", row), area.cell("number", row), each)), mark)
            for each, mark in zip(self.rules.criteria, marks, strict=True)
        ]
        asked = self._recipe.mandatory or self._recipe.asked
        cells = [area.cell(self._key(each), row) for each in asked]
        given = sum(self._shown_mark(candidacy.id, juror, each) != "" for each in asked)
        needed = len(asked) if self._recipe.mandatory else 1
        complete = f"IF({area.cell('given', row)}>={needed},1,0)"
        return [
            *looked_up,
            Live(f"COUNT({','.join(cells)})" if cells else "0", given),
            Live(complete, int(given >= needed)) if self.live else int(juror in standing.totals),
            self._sheet_total(row, standing.totals.get(juror)),
        ]

    def _sheet_total(self, row: int, total: Fraction | None) -> Cell:
        if not self.live:
            return total
        area = self.areas["sheets"]
        expression = self._recipe.total(lambda id_: area.cell(self._key_of(id_), row))
        rounded = formulas.stepped(expression, self.rules.rounding.sheet)
        return Live(f'IF({area.cell("complete", row)}=1,{rounded},"")', "" if total is None else total)

    def _grid_rows(self) -> Iterator[list[Cell]]:
        for row, candidacy in enumerate(self.report.candidacies):
            standing = self.report.standings.of(candidacy.id)
            values = [self._grid_value(row, each, standing) for each in self.rules.criteria]
            counted: Cell = standing.sheets_counted
            if self.live:
                sheets = self.areas["sheets"]
                of, wanted = sheets.column("number"), self.areas["grid"].cell("number", row)
                counted = Live(f"COUNTIFS({of},{wanted},{sheets.column('complete')},1)", standing.sheets_counted)
            result = self._grid_result(row, standing)
            expected = standing.sheets_expected
            yield [
                row + 1,
                candidacy.id,
                candidacy.title,
                *values,
                counted,
                expected,
                result,
                *self._unrounded(row, standing),
            ]

    def _grid_value(self, row: int, criterion: Criterion, standing: Standing) -> Cell:
        value = standing.values.get(criterion.id)
        if not self.live:
            return value
        step = None if self._recipe.sheets_first else self.rules.rounding.criterion
        expression = self._across(row, criterion)
        if step is not None and criterion.by_jurors:
            expression = f'IF(ISNUMBER({expression}),{formulas.stepped(expression, step)},"")'
        return Live(expression, "" if value is None else value)

    def _across(self, row: int, criterion: Criterion) -> str:
        """The value of a criterion across the jurors, or as established, nothing rounded."""
        number = self.areas["grid"].cell("number", row)
        if not criterion.by_jurors:
            return self._look_up(f'{number}&"·0·{self._number(criterion)}"')
        sheets = self.areas["sheets"]
        value = sheets.column(self._key(criterion))
        return formulas.mean_of_counted(value, sheets.column("number"), number, sheets.column("complete"))

    def _grid_result(self, row: int, standing: Standing) -> Cell:
        # A withdrawal is an act, not a result: no mark changed in the sheet takes it back.
        if not self.live or standing.status is Status.WITHDRAWN:
            return standing.exact
        cached = "" if standing.exact is None else standing.exact
        return Live(self._result(row, lambda id_: self.areas["grid"].cell(self._key_of(id_), row)), cached)

    def _result(self, row: int, value: formulas.Reference) -> str:
        grid, recipe = self.areas["grid"], self._recipe
        counted = grid.cell("counted", row)
        if recipe.sheets_first:
            expression = recipe.by_sheets(self._sum_of_totals(row), counted, self.rules.rounding.result)
        else:
            expression = recipe.by_criteria(value)
        return f'IF({recipe.enough(counted, value)},{expression},"")'

    def _sum_of_totals(self, row: int) -> str:
        sheets, number = self.areas["sheets"], self.areas["grid"].cell("number", row)
        return f"SUMIFS({sheets.column('total')},{sheets.column('number')},{number},{sheets.column('complete')},1)"

    def _unrounded(self, row: int, standing: Standing) -> list[Cell]:
        """The columns of :meth:`_unrounded_columns`, from the plain values of the criteria."""
        if not (self.live and self._tests_unrounded):
            return []
        grid, rules = self.areas["grid"], self.rules
        exact = self._unrounded_values(standing.candidacy)
        cells: list[Cell] = [Live(self._across(row, each), exact.get(each.id, "")) for each in rules.criteria]
        total = self._recipe.total(lambda id_: grid.cell(f"exact {self._key_of(id_)}", row))
        result = self._recipe.value(exact) if standing.exact is not None else ""
        return [*cells, Live(f'IF(ISNUMBER({grid.cell("result", row)}),{total},"")', result)]

    def _unrounded_values(self, candidacy: str) -> dict[str, Fraction]:
        counted = self.report.standings.of(candidacy).totals
        found: dict[str, Fraction] = {}
        for each in self.rules.criteria:
            jurors = counted if each.by_jurors else (SECRETARIAT,)
            values = [
                mark.value for juror in jurors if (mark := self._mark(candidacy, juror, each.id)).value is not None
            ]
            if values:
                found[each.id] = sum(values, Fraction()) / len(values)
        return found

    def _ranking_rows(self) -> Iterator[list[Cell]]:
        for row, standing in enumerate(self.report.standings.standings):
            number = 1 + next(i for i, each in enumerate(self.report.candidacies) if each.id == standing.candidacy)
            cells = self._ranking_cells(row, number, standing)
            yield [cells[column.name] for column in self.areas["ranking"].columns]

    def _ranking_cells(self, row: int, number: int, standing: Standing) -> dict[str, Cell]:
        cells: dict[str, Cell] = {
            "number": number,
            "candidacy": standing.candidacy,
            "title": self.report.candidacy(standing.candidacy).title,
            "proposal": self._proposal(standing),
            "footnotes": self._footnotes_of(standing.candidacy),
        }
        if self.live:
            return cells | self._live_cells(row, standing)
        status = self.say(f"status.{standing.status}")
        return cells | {
            "place": standing.place,
            "result": standing.exact,
            "counted": standing.sheets_counted,
            "status": status,
        }

    def _live_cells(self, row: int, standing: Standing) -> dict[str, Cell]:
        area = self.areas["ranking"]
        place = standing.place
        result = "" if standing.exact is None else standing.exact
        ranked = standing.status is Status.RANKED
        withdrawn = standing.status is Status.WITHDRAWN
        official = "" if place is None else place
        official_cell = area.cell("official", row)
        agree = f'IF({area.cell("place", row)}&""={official_cell}&"",{self._word("ok")},{self._word("differs")})'
        cells: dict[str, Cell] = {
            "place": Live(self._place(row), official),
            "result": None if withdrawn else Live(self._from_grid(row, "result"), result),
            "counted": Live(self._from_grid(row, "counted"), standing.sheets_counted),
            "status": self._status(row, standing),
            "official": place,
            "official_result": standing.exact,
            "check": Live(agree, self.say("workbook.ranking.ok")),
            "key": Live(self._key_value(row, area.cell("result", row)), _compared(standing.exact) if ranked else ""),
            "carried": self._carried_place(standing),
        }
        for step in self._steps:
            id_ = step.partition(":")[2]
            value = self._from_grid(row, self._key_of(id_))
            cells[step] = Live(self._key_value(row, value), _compared(standing.values.get(id_)) if ranked else "")
        if formulas.is_dense(self.rules):
            above = sum((each.place or 0) < (place or 0) for each in self._ranked) + 1
            cells["gapped"] = Live(self._gapped(row), above if ranked else "")
        return cells

    def _place(self, row: int) -> str:
        if formulas.is_dense(self.rules):
            return formulas.dense(self.areas["ranking"], row, "gapped")
        return self._gapped(row)

    def _gapped(self, row: int) -> str:
        keys = [("key", self._recipe.lower)]
        for step in self._steps:
            criterion = self.rules.criterion(step.partition(":")[2])
            keys.append((step, criterion is not None and criterion.lower_is_better))
        return formulas.place(self.areas["ranking"], row, keys, carried="carried" if self._carries else None)

    def _key_value(self, row: int, value: str) -> str:
        ranked = self.say(f"status.{Status.RANKED}")
        status = self.areas["ranking"].cell("status", row)
        return f'IF({status}="{ranked}",{formulas.compared(value)},"")'

    def _status(self, row: int, standing: Standing) -> Cell:
        words = {status: self.say(f"status.{status}") for status in Status}
        if standing.status is Status.WITHDRAWN:
            return words[Status.WITHDRAWN]
        shown = "exact " if self._tests_unrounded else ""
        struck = self._recipe.struck(
            lambda id_: self._from_grid(row, shown + self._key_of(id_)),
            self._from_grid(row, "exact" if self._tests_unrounded else "result"),
        )
        counted, expected = self._from_grid(row, "counted"), self._from_grid(row, "expected")
        # A sheet that may still come makes a project incomplete; when none may, it cannot be ranked.
        without = f'IF({counted}<{expected},"{words[Status.INCOMPLETE]}","{words[Status.UNRANKABLE]}")'
        given = f'IF({struck},"{words[Status.ELIMINATED]}","{words[Status.RANKED]}")'
        return Live(
            f"IF(ISNUMBER({self.areas['ranking'].cell('result', row)}),{given},{without})", words[standing.status]
        )

    def _from_grid(self, row: int, name: str) -> str:
        grid, ranking = self.areas["grid"], self.areas["ranking"]
        return f"INDEX({grid.column(name)},MATCH({ranking.cell('number', row)},{grid.column('number')},0))"

    def _proposal(self, standing: Standing) -> str:
        return self.say(f"selection.{standing.selection}") if isinstance(standing.selection, SelectionStatus) else ""

    def _footnotes_of(self, candidacy: str) -> str | None:
        about = [with_codes(each) for each in self.report.footnotes if candidacy in each.candidacies]
        return "\n".join(footnote_sentences(about, self.say.language, self.say.zone)) or None

    def _carried_place(self, standing: Standing) -> int:
        """The place among those whom only a step without a formula has separated, 0 for all others."""
        decided = any(step.separated and step.step not in self._steps for step in standing.ties)
        return standing.place if decided and standing.place else 0

    @cached_property
    def _version_lines(self) -> list[list[Cell]]:
        """A row for each difference of a frozen version from the one before; the first version has one row."""
        lines: list[list[Cell]] = []
        former: RulesVersion | None = None
        for version in self.report.frozen_versions:
            changes = self._changes(former, version) if former else ()
            head: list[Cell] = [version.version, _instant(version.frozen_at), version.author or None]
            head.append(version.reason or None)
            for each in changes or (None,):
                told: list[Cell] = [each.what, each.before, each.after] if each else [None, None, None]
                lines.append([*head, *told, version.fingerprint])
            former = version
        return lines

    def _changes(self, former: RulesVersion, newer: RulesVersion) -> tuple[ChangeLine, ...]:
        changes = version_changes(former, newer)
        return change_lines(rules_of(former), rules_of(newer), changes, self.say.language)

    def _journal_rows(self) -> Iterator[list[Cell]]:
        for line in self.report.journal:
            name = act_name(line.kind, self.say.language)
            yield [line.seq, _instant(line.at), line.actor, name, line.reason or None, line.hash]

    # Parts

    @cached_property
    def _jurors(self) -> list[str]:
        return [seat.juror.id for seat in self.report.voting]

    @cached_property
    def _ranked(self) -> list[Standing]:
        return [each for each in self.report.standings.standings if each.status is Status.RANKED]

    @property
    def _carries(self) -> bool:
        return any(self._carried_place(each) for each in self._ranked)

    @cached_property
    def _tests_unrounded(self) -> bool:
        thresholds = self.rules.aggregation.eliminatory or any(each.eliminatory for each in self.rules.criteria)
        return bool(thresholds) and formulas.rounds(self.rules)

    def _asked_cells(self) -> Iterator[tuple[int, Candidacy, int, str, Criterion]]:
        """Every cell there can be: passage and candidacy, seat and juror (0 is the secretariat), criterion."""
        for number, candidacy in enumerate(self.report.candidacies, 1):
            for seat, juror in enumerate((SECRETARIAT, *self._jurors)):
                for criterion in self.rules.criteria:
                    if criterion.by_jurors is (seat > 0):
                        yield number, candidacy, seat, juror, criterion

    def _mark(self, candidacy: str, juror: str, criterion: str) -> Mark:
        return self.report.sheets.get(candidacy, {}).get(juror, {}).get(criterion, BLANK)

    def _shown_mark(self, candidacy: str, juror: str, criterion: Criterion) -> Fraction | str:
        mark = self._mark(candidacy, juror if criterion.by_jurors else SECRETARIAT, criterion.id)
        return mark.value if mark.state is MarkState.MARKED and mark.value is not None else ""

    def _ref(self, sheet: str, number: str, criterion: Criterion) -> str:
        """The reference of a mark, as a formula: of the sheet's own juror, or of the secretariat."""
        who = sheet if criterion.by_jurors else f'{number}&"·0"'
        return f'{who}&"·{self._number(criterion)}"'

    def _look_up(self, ref: str) -> str:
        marks = self.areas["marks"]
        found = f"INDEX({marks.column('mark')},MATCH({ref},{marks.column('ref')},0))"
        return f'IF(ISNUMBER({found}),{found},"")'

    def _weight(self, criterion_id: str) -> str:
        return self.areas["criteria"].fixed("weight", self._positions[criterion_id])

    @cached_property
    def _positions(self) -> dict[str, int]:
        return {each.id: index for index, each in enumerate(self.rules.criteria)}

    def _number(self, criterion: Criterion) -> int:
        return self._positions[criterion.id] + 1

    def _code(self, criterion: Criterion) -> str:
        return self._code_of(criterion.id)

    def _code_of(self, criterion_id: str) -> str:
        return f"C{self._positions[criterion_id] + 1}"

    def _key(self, criterion: Criterion) -> str:
        return self._key_of(criterion.id)

    def _key_of(self, criterion_id: str) -> str:
        """The name of a criterion's column; no id of a criterion can be taken for another column's name."""
        return f"criterion {criterion_id}"

    def _word(self, name: str) -> str:
        return f'"{self.say(f"workbook.ranking.{name}")}"'


def _compared(value: Fraction | None) -> Fraction | str:
    return "" if value is None else round_half_up(value, formulas.COMPARED_STEP)


def _instant(iso: str) -> datetime | str:
    try:
        return datetime.fromisoformat(iso)
    except ValueError:
        return iso

"""Do minutes hold: everything they say is computed again from the data they carry, and compared; years later as well.

Nothing found in the file is trusted: the ranking follows from rules and marks or it does not, the pages show the
figures or others. A document that was sealed anew around other data agrees with itself and not with the pages signed
by hand, whose foot bears the fingerprint of the data, nor with the file of the edition.
"""

import math
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from itertools import islice, zip_longest
from typing import Any

from jury_desk import __version__
from jury_desk.domain.documents import Document, digest
from jury_desk.domain.minutes import StageReport
from jury_desk.services.columns import column_letters
from jury_desk.services.minutes_data import DataUnreadable, MinutesData, minutes_data, read_minutes_data
from jury_desk.services.minutes_figures import Figure, agrees, figures, words_print
from jury_desk.services.minutes_seal import Cells, FoundMinutes
from jury_desk.services.standings_json import standings_document

_BY_ID = ("sheets", "carried", "voted")
"""The parts of the data that are tables by id."""
_MISSING = object()

TOLD = 25
"""Of one check: who finds more differences has another document."""


class Check(StrEnum):
    """What is compared, in the order in which it is told."""

    DATA = "data"
    RULES = "rules"
    RANKING = "ranking"
    FIGURES = "figures"
    PAGES = "pages"
    FILES = "files"
    WORKBOOK = "workbook"
    EDITION = "edition"


@dataclass(frozen=True, slots=True)
class Difference:
    """Something that does not hold; ``key`` names its sentence, ``facts`` what the sentence names."""

    check: Check
    key: str
    facts: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Verification:
    """What verifying minutes came to.

    Attributes:
        checks: all that was compared.
        differences: what does not hold; none: the minutes conform.
        remarks: keys of sentences about what could not be compared.
        fingerprint: of the data, as computed here; empty when there are none.
        titles: the edition and the stage, as the data name them.
        made_at: when the document says it was made, ISO 8601.
        zone: of the edition, as the data name it.
        version: by which version of the program.
    """

    checks: tuple[Check, ...]
    differences: tuple[Difference, ...]
    remarks: tuple[str, ...]
    fingerprint: str
    titles: tuple[str, ...]
    made_at: str
    zone: str
    version: str

    @property
    def conforms(self) -> bool:
        """Whether everything compared holds."""
        return not self.differences

    def of(self, check: Check) -> list[Difference]:
        """What does not hold of one check."""
        return [each for each in self.differences if each.check is check]


def verify(
    found: FoundMinutes,
    workbook_cells: Callable[[StageReport, str], Cells],
    report_of: Callable[[str], StageReport] | None = None,
) -> Verification:
    """Compare minutes with the data they carry, and with the file of the edition where there is one.

    Args:
        found: what the PDF holds.
        workbook_cells: what the workbook of a report shows (:class:`jury_desk.services.ports.Toolbox`).
        report_of: the report that the file of the edition gives of a stage, by id; raises what
            :func:`jury_desk.services.reporting.stage_report` does.
    """
    alone = {Check.PAGES: _pages(found), Check.FILES: _files(found)}
    try:
        data = read_minutes_data(found.data)
    except DataUnreadable:
        unreadable = [Difference(Check.DATA, "data_unreadable", {"name": found.seal.data})]
        return _verification(found, {Check.DATA: unreadable, **alone}, None, ())
    language = found.seal.language
    cells, remarks = _workbook(found, workbook_cells(data.report, language))
    compared: dict[Check, Iterable[Difference]] = {
        Check.DATA: _data(found, data),
        Check.RULES: _rules(data),
        Check.RANKING: _ranking(data),
        Check.FIGURES: _figures(found, data),
        **alone,
        Check.WORKBOOK: cells,
    }
    if report_of:
        compared[Check.EDITION] = _edition(data, report_of(data.stage))
    return _verification(found, compared, data, remarks)


def verify_beside(
    found: FoundMinutes, workbook_cells: Callable[[StageReport, str], Cells], reports: Mapping[str, StageReport]
) -> Verification:
    """Compare minutes with the data they carry, and with the edition that happens to be open, where they are its own.

    Args:
        found: what the PDF holds.
        workbook_cells: as for :func:`verify`.
        reports: the reports of the open edition, by stage.
    """
    try:
        data = read_minutes_data(found.data)
    except DataUnreadable:
        return verify(found, workbook_cells)
    report = reports.get(data.stage)
    if report and any(line.hash == data.report.head for line in report.journal):
        return verify(found, workbook_cells, lambda _stage: report)
    alone = verify(found, workbook_cells)
    return replace(alone, remarks=(*alone.remarks, "other_edition")) if reports else alone


def _verification(
    found: FoundMinutes,
    compared: Mapping[Check, Iterable[Difference]],
    data: MinutesData | None,
    remarks: tuple[str, ...],
) -> Verification:
    told = {check: list(islice(differences, TOLD)) for check, differences in compared.items()}
    titles = (data.report.edition.title, data.report.stage.name) if data else ()
    return Verification(
        checks=tuple(check for check in Check if check in told),
        differences=tuple(difference for check in Check for difference in told.get(check, ())),
        remarks=remarks,
        fingerprint=data.fingerprint if data else "",
        titles=titles,
        made_at=found.seal.made_at,
        zone=data.report.edition.zone if data else "",
        version=found.seal.version,
    )


def _pages(found: FoundMinutes) -> Iterator[Difference]:
    if len(found.seal.pages) != len(found.pages):
        counts = {"said": str(len(found.seal.pages)), "found": str(len(found.pages))}
        yield Difference(Check.PAGES, "page_count", counts)
        return
    told = list(_texts(found))
    named = {each.facts["page"] for each in told}
    for number, (said, is_) in enumerate(zip(found.seal.pages, found.pages, strict=True), 1):
        if said != is_ and str(number) not in named:
            told.append(Difference(Check.PAGES, "page_changed", {"page": str(number)}))
    told += list(_looks(found))
    if found.seal.unseen and found.seal.unseen != found.unseen:
        told.append(Difference(Check.PAGES, "unseen_changed", {}))
    yield from told
    untouched = found.seal.pages == found.pages and found.seal.files == found.files
    if untouched and not told and found.seal.streams != found.streams:
        yield Difference(Check.PAGES, "content_changed", {})


def _texts(found: FoundMinutes) -> Iterator[Difference]:
    """Pieces of text that are not those that were printed, as far as the document has as many as it had."""
    shown = [(page, words, words_print(words)) for page, words in found.texts]
    shown = [each for each in shown if each[2]]
    if len(shown) == len(found.seal.words):
        for (page, words, is_), said in zip(shown, found.seal.words, strict=True):
            if is_ != said:
                yield Difference(
                    Check.PAGES, "text_changed", {"page": str(page), "printed": _short(words.strip(), 200)}
                )


def _looks(found: FoundMinutes) -> Iterator[Difference]:
    for number in found.annotated:
        yield Difference(Check.PAGES, "page_annotated", {"page": str(number)})
    pairs = enumerate(zip(found.seal.looks, found.looks, strict=False), 1)
    changed = [number for number, (said, is_) in pairs if said != is_]
    if len(changed) > 1 and len(changed) == len(found.pages):
        # A face that all of them have.
        yield Difference(Check.PAGES, "content_changed", {})
        return
    for number in changed:
        yield Difference(Check.PAGES, "page_dressed", {"page": str(number)})


def _files(found: FoundMinutes) -> Iterator[Difference]:
    for name, said in found.seal.files.items():
        if name not in found.files:
            yield Difference(Check.FILES, "file_missing", {"name": name})
        elif found.files[name] != said:
            yield Difference(Check.FILES, "file_changed", {"name": name})
    for name in found.files.keys() - found.seal.files.keys():
        yield Difference(Check.FILES, "file_added", {"name": name})


def _data(found: FoundMinutes, data: MinutesData) -> Iterator[Difference]:
    if data.fingerprint != found.seal.fingerprint:
        yield Difference(
            Check.DATA, "data_changed", {"said": found.seal.fingerprint[:16], "found": data.fingerprint[:16]}
        )


def _rules(data: MinutesData) -> Iterator[Difference]:
    for version, document in zip(data.report.rules_versions, data.data["rules"], strict=True):
        if version.frozen and version.fingerprint != digest(document["document"]):
            yield Difference(Check.RULES, "rules_changed", {"version": str(version.version)})


def _ranking(data: MinutesData) -> Iterator[Difference]:
    """What the data say was computed, against what is computed now."""
    said = {str(each.get("candidacy")): each for each in data.standings}
    computed = {each["candidacy"]: each for each in standings_document(data.report.standings)["standings"]}
    for candidacy in dict.fromkeys([*computed, *said]):
        if candidacy not in said or candidacy not in computed:
            yield Difference(Check.RANKING, "standing_missing", {"title": data.title(candidacy)})
            continue
        for name, value in computed[candidacy].items():
            # What a later version of the program adds to a standing is not in minutes made before.
            if name in said[candidacy] and said[candidacy][name] != value:
                facts = {"title": data.title(candidacy), "what": name}
                facts |= {"said": _short(said[candidacy][name]), "computed": _short(value)}
                yield Difference(Check.RANKING, "standing", facts)


def _figures(found: FoundMinutes, data: MinutesData) -> Iterator[Difference]:
    expected = figures(data.report)
    for key, figure in expected.items():
        if key not in found.words:
            yield Difference(Check.FIGURES, "figure_missing", _facts(figure, data))
        elif not agrees(figure, found.words[key], found.seal.language):
            printed = found.words[key].strip()
            yield Difference(Check.FIGURES, "figure", _facts(figure, data) | {"printed": _short(printed)})
    for key in found.words.keys() - expected.keys():
        yield Difference(Check.FIGURES, "figure_added", {"printed": _short(found.words[key].strip())})


def _facts(figure: Figure, data: MinutesData) -> dict[str, str]:
    criterion = data.report.rules.criterion(figure.criterion)
    return {
        "what": figure.name,
        "title": data.title(figure.candidacy),
        "criterion": criterion.name if criterion else "",
        "figure": figure.kind.value,
        "computed": _short(figure.value),
    }


def _workbook(found: FoundMinutes, expected: Cells) -> tuple[list[Difference], tuple[str, ...]]:
    if found.workbook is None:
        return [Difference(Check.WORKBOOK, "workbook_unreadable", {"name": found.seal.workbook})], ()
    heads = {name: list(rows[0]) for name, rows in expected.items()}
    same_layout = all(list(next(iter(found.workbook.get(name, ())), ())) == head for name, head in heads.items())
    if not same_layout and found.seal.version != __version__:
        # Another version had other columns: the print of the file still says whether it is the one attached.
        return [], ("workbook_other_version",)
    cells = (each for name, rows in expected.items() for each in _cells(name, rows, found.workbook.get(name, ())))
    return list(islice(cells, TOLD)), ()


def _cells(sheet: str, expected: Iterable[Iterable[Any]], found: Iterable[Iterable[Any]]) -> Iterator[Difference]:
    for row, (wanted, shown) in enumerate(zip_longest(expected, found, fillvalue=()), 1):
        for column, (want, show) in enumerate(zip_longest(wanted, shown)):
            if not _same(want, show):
                facts = {"sheet": sheet, "cell": f"{column_letters(column)}{row}"}
                facts |= {"found": _short(show), "expected": _short(want)}
                yield Difference(Check.WORKBOOK, "cell", facts)


def _same(expected: object, found: object) -> bool:
    if isinstance(expected, int | float) and isinstance(found, int | float):
        # Spreadsheets keep fifteen digits.
        return math.isclose(expected, found, rel_tol=1e-14, abs_tol=1e-14)
    return (expected or None) == (found or None)


def _edition(data: MinutesData, report: StageReport) -> Iterator[Difference]:
    """What the file of the edition holds now, against what the minutes carry."""
    now = minutes_data(report)
    for name, value in data.data.items():
        if not _holds(value, now["data"].get(name), whole=name in _BY_ID):
            yield from _section(name, value, now["data"].get(name), data)
    acts = [line.hash for line in report.journal]
    if data.acts > len(acts) or (data.acts and acts[data.acts - 1] != data.report.head):
        yield Difference(Check.EDITION, "journal", {"acts": str(data.acts)})


def _section(name: str, said: Any, is_: Any, data: MinutesData) -> Iterator[Difference]:
    """Where a part of the data differs: which candidacies, where it is about candidacies."""
    if name == "candidacies":
        said, is_ = ({str(each["id"]): each for each in part or ()} for part in (said, is_))
    if name not in ("candidacies", "sheets") or not isinstance(is_, dict):
        yield Difference(Check.EDITION, "part", {"part": name})
        return
    for candidacy in dict.fromkeys([*said, *is_]):
        if not _holds(said.get(candidacy), is_.get(candidacy), whole=name in _BY_ID):
            yield Difference(Check.EDITION, f"{name}_of", {"title": data.title(candidacy)})


def _holds(said: Any, is_: Any, *, whole: bool) -> bool:
    """Whether what the minutes say is so; what a later version of the program says more of a thing does not matter.

    Args:
        said: by the minutes.
        is_: in the file.
        whole: nothing may be there that is not said: tables by id have no fields that a version could add.
    """
    if isinstance(said, dict) and isinstance(is_, dict):
        names = said.keys() | is_.keys() if whole else said.keys()
        return all(name in said and name in is_ and _holds(said[name], is_[name], whole=whole) for name in names)
    if isinstance(said, list) and isinstance(is_, list):
        pairs = zip_longest(said, is_, fillvalue=_MISSING)
        return all(_holds(one, other, whole=whole) for one, other in pairs)
    return bool(said == is_)


def _short(value: object, most: int = 60) -> str:
    words = "" if value is None else str(value)
    return words if len(words) <= most else f"{words[:most]}…"


def verification_document(verification: Verification, sentences: Iterable[str]) -> Document:
    """The outcome as a JSON document for scripts.

    Args:
        verification: the outcome.
        sentences: the differences in words, in their order.
    """
    return {
        "conforms": verification.conforms,
        "checks": {check.value: not verification.of(check) for check in verification.checks},
        "differences": [
            {"check": each.check.value, "key": each.key, "facts": dict(each.facts), "sentence": sentence}
            for each, sentence in zip(verification.differences, sentences, strict=True)
        ],
        "remarks": list(verification.remarks),
        "fingerprint": verification.fingerprint,
        "made_at": verification.made_at,
        "version": verification.version,
    }

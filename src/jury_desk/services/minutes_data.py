"""The data that travel within the minutes, as one JSON document: enough to compute every printed figure again.

``data`` holds what the figures are computed from and the facts printed beside them; its SHA-256 is the fingerprint at
the foot of each page, so that a page signed by hand designates the data too. ``standings`` holds what was computed, and
``journal`` where the file's journal stood. Marks are those of :func:`jury_desk.services.disclosure.unnamed`: no name
beside a mark, no comment.
"""

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction
from typing import Any

from jury_desk.domain.attendance import Tenure
from jury_desk.domain.candidacy import Admissibility, Candidacy, Entry, Outcome
from jury_desk.domain.contest import Contest
from jury_desk.domain.decision import AuthorityDecision
from jury_desk.domain.deliberation import voted_places
from jury_desk.domain.documents import Document, digest, from_document, to_document
from jury_desk.domain.edition import Edition, RulesVersion, Stage
from jury_desk.domain.errors import DomainError
from jury_desk.domain.exact import parse_exact
from jury_desk.domain.jury import Juror, Member
from jury_desk.domain.minutes import AbsenceLine, RecusalLine, Seat, StageReport
from jury_desk.domain.rules import rules_from_document
from jury_desk.domain.scoring import Mark, MarkState
from jury_desk.services.disclosure import compares_jurors, contest_of_report, unnamed
from jury_desk.services.pitch_data import timing_document
from jury_desk.services.standings_json import standings_document

FORMAT = "jury-desk/minutes-data/1"

_EXACT = re.compile(r"-?[0-9]{1,600}(/[0-9]{1,600})?")
"""What :func:`str` writes of a fraction, no longer than a ranking makes them."""


class DataUnreadable(ValueError):
    """Not the data of our minutes, or not whole."""


def minutes_data(report: StageReport) -> Document:
    """The document of a report."""
    open_report = unnamed(report)
    return {
        "format": FORMAT,
        "data": _data(report, open_report),
        "standings": standings_document(open_report.standings)["standings"],
        "journal": {"acts": len(report.journal), "head": report.head},
    }


def data_print(document: Document) -> str:
    """The fingerprint of the data of a document."""
    return digest(document["data"])


def _data(report: StageReport, open_report: StageReport) -> Document:
    carried, adopted = contest_of_report(open_report, (), {}).carried, report.deliberated.adopted
    return {
        "edition": to_document(report.edition),
        "stage": to_document(report.stage),
        "rules": [_rules(version) for version in report.rules_versions or (report.rules_version,)],
        "panel": [_member(seat) for seat in report.panel],
        "candidacies": [_candidacy(each, report.entries.get(each.id)) for each in open_report.received],
        "withdrawn": sorted(report.withdrawn),
        "recusals": [_recusal(each) for each in report.recusals],
        "absences": [_absence(each) for each in report.absences],
        "tenures": [_tenure(each, report) for each in report.tenures],
        "same_juror_throughout": compares_jurors(report.rules),
        "sheets": {
            candidacy: {
                number: {criterion: _mark(mark) for criterion, mark in sheet.items()}
                for number, sheet in of_jurors.items()
            }
            for candidacy, of_jurors in open_report.sheets.items()
        },
        "carried": {
            stage: {candidacy: str(result) for candidacy, result in results.items()}
            for stage, results in carried.items()
        },
        "voted": dict(voted_places(report.deliberated.votes)),
        "adopted": [to_document(each) for each in adopted.places] if adopted else [],
        "authority": [_authority(each) for each in report.deliberated.authority],
        "path": [to_document(step) for step in report.path],
        "missing": report.missing,
        **({"timing": timing_document(report.timing)} if report.timing else {}),
    }


def _authority(decision: AuthorityDecision) -> Document:
    return {"candidacy": decision.candidacy, "outcome": to_document(decision.outcome), "reason": decision.reason}


def _rules(version: RulesVersion) -> Document:
    return {**to_document(version), "document": json.loads(version.document)}


def _member(seat: Seat) -> Document:
    member, juror = seat.member, seat.juror
    return {
        "name": juror.name,
        "function": juror.function,
        "role": member.role.value,
        "voice": member.voice.value,
        "presence": member.presence.value,
        "declared": member.declared,
    }


def _candidacy(candidacy: Candidacy, entry: Entry | None) -> Document:
    return {
        "id": candidacy.id,
        "title": candidacy.title,
        "holders": [holder.full_name for holder in candidacy.holders],
        "service": candidacy.service,
        "admissibility": candidacy.admissibility.value,
        "reason": candidacy.reason,
        "position": entry.position if entry else None,
        "outcome": to_document(entry.outcome) if entry and entry.outcome else None,
    }


def _recusal(line: RecusalLine) -> Document:
    return {**to_document(line.recusal), "juror": line.juror.name}


def _absence(line: AbsenceLine) -> Document:
    return {**to_document(line.attendance), "juror": line.juror.name}


def _tenure(tenure: Tenure, report: StageReport) -> Document:
    names = {seat.juror.id: seat.juror.name for seat in report.panel}
    people = {name: names.get(juror, "") for name, juror in (("juror", tenure.juror), ("replaces", tenure.replaces))}
    return {**to_document(tenure), **people}


def _mark(mark: Mark) -> str:
    """The mark itself, or its state in words: no number is a state."""
    return str(mark.value) if mark.value is not None else mark.state.value


@dataclass(frozen=True, slots=True)
class MinutesData:
    """A document read back.

    Attributes:
        data: the part that the fingerprint covers.
        standings: what the minutes say was computed.
        acts: how many acts the journal held.
        contest: what is to be computed again.
        report: what the documents of the data are written from, as :func:`jury_desk.services.disclosure.unnamed`.
    """

    data: Document
    standings: list[Document]
    acts: int
    contest: Contest
    report: StageReport

    @property
    def fingerprint(self) -> str:
        """The fingerprint of the data."""
        return digest(self.data)

    @property
    def stage(self) -> str:
        """The id of the stage."""
        return self.report.stage.id

    def title(self, candidacy: str) -> str:
        """The title of a candidacy, or its id where the data have none."""
        return next((each.title for each in self.report.received if each.id == candidacy), candidacy)


def read_minutes_data(content: bytes) -> MinutesData:
    """Read what :func:`minutes_data` wrote.

    Raises:
        DataUnreadable: anything else; what it holds is not trusted.
    """
    try:
        document = json.loads(content)
        if document["format"] != FORMAT or not all(isinstance(each, dict) for each in document["standings"]):
            raise DataUnreadable(document["format"])
        return _read(document["data"], document["standings"], document["journal"])
    except (LookupError, TypeError, ValueError, AttributeError, ArithmeticError, RecursionError) as error:
        raise DataUnreadable(str(error)) from error
    except DomainError as error:
        raise DataUnreadable(error.key) from error


def _read(data: Document, standings: list[Document], journal: Document) -> MinutesData:
    stage = from_document(Stage, data["stage"])
    versions = [_read_version(each) for each in data["rules"]]
    rules = rules_from_document(data["rules"][-1]["document"])
    received = tuple(_read_candidacy(each) for each in data["candidacies"])
    entries = {each["id"]: _read_entry(stage.id, each) for each in data["candidacies"] if each["position"] is not None}
    heard = tuple(sorted((each for each in received if each.id in entries), key=lambda each: entries[each.id].position))
    sheets = {
        candidacy: {number: _read_sheet(sheet) for number, sheet in of_jurors.items()}
        for candidacy, of_jurors in data["sheets"].items()
    }
    numbers = sorted({int(number) for of_jurors in sheets.values() for number in of_jurors if number})
    contest = Contest(
        rules=rules,
        candidacies=tuple(each.id for each in heard),
        panel=tuple(map(str, numbers)),
        sheets=sheets,
        carried={stage: _read_results(results) for stage, results in data["carried"].items()},
        withdrawn=frozenset(map(str, data["withdrawn"])),
        voted={str(candidacy): int(place) for candidacy, place in data["voted"].items()},
    )
    report = StageReport(
        edition=from_document(Edition, data["edition"]),
        stage=stage,
        rules=rules,
        rules_version=versions[-1],
        panel=tuple(Seat(Member(stage.id, number, int(number)), Juror(number, number)) for number in contest.panel),
        received=received,
        candidacies=heard,
        entries=entries,
        sheets=sheets,
        standings=contest.standings(),
        missing=int(data["missing"]),
        recusals=(),
        withdrawn=contest.withdrawn,
        journal=(),
        head=str(journal["head"]),
        fingerprint=digest(data),
        rules_versions=tuple(versions),
        named=False,
    )
    return MinutesData(data, list(standings), int(journal["acts"]), contest, report)


def _read_version(document: Document) -> RulesVersion:
    return from_document(RulesVersion, document | {"document": json.dumps(document["document"])})


def _read_candidacy(document: Document) -> Candidacy:
    return Candidacy(
        id=str(document["id"]),
        title=str(document["title"]),
        service=str(document["service"]),
        admissibility=Admissibility(document["admissibility"]),
        reason=str(document["reason"]),
    )


def _read_entry(stage: str, document: Document) -> Entry:
    outcome = document["outcome"]
    read = from_document(Outcome, outcome) if outcome else None
    return Entry(stage, str(document["id"]), int(document["position"]), read)


def _read_sheet(sheet: Mapping[str, Any]) -> dict[str, Mark]:
    return {criterion: _read_mark(words) for criterion, words in sheet.items()}


def _read_mark(words: str) -> Mark:
    if words in set(MarkState):
        return Mark(MarkState(words))
    return Mark(MarkState.MARKED, _read_exact(words))


def _read_results(results: Mapping[str, str]) -> dict[str, Fraction]:
    return {candidacy: _read_exact(words) for candidacy, words in results.items()}


def _read_exact(words: str) -> Fraction:
    # Not any text that Fraction takes: 1e999999999 is one, and takes the memory of the computer.
    return Fraction(words) if _EXACT.fullmatch(words) else parse_exact(words)

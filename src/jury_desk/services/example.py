"""The example edition: a whole programme with fictitious people and marks, made through the use cases of a real one.

Its acts bear the dates on which they are supposed to have happened, so that its journal and its minutes read like those
of a real edition.
"""

import tomllib
from collections.abc import Iterator, Mapping, Sequence
from datetime import UTC, datetime, timedelta
from fractions import Fraction
from functools import partial
from pathlib import Path
from typing import Any

from jury_desk import resources
from jury_desk.domain.adoption import places_of
from jury_desk.domain.attendance import Tenure
from jury_desk.domain.candidacy import Admissibility, Candidacy, Outcome, OutcomeCategory
from jury_desk.domain.decision import Sitting
from jury_desk.domain.documents import from_document
from jury_desk.domain.edition import Edition, Stage
from jury_desk.domain.jury import Juror, Member, Role, Voice
from jury_desk.domain.records import Records
from jury_desk.domain.scoring import MarkState
from jury_desk.domain.standings import SelectionStatus
from jury_desk.services.candidacies import confirm_import, plan_import, set_admissibility
from jury_desk.services.decisions import adopt_ranking, bench_now, set_sitting
from jury_desk.services.deliberation import set_outcomes, standings_of
from jury_desk.services.example_final import hold_final
from jury_desk.services.example_session import Scene, declare_recusals, heard_at, in_utc, play, session_scenes
from jury_desk.services.late_changes import record_hours
from jury_desk.services.mark_rows import MarkRow
from jury_desk.services.marks import resolve_marks
from jury_desk.services.ports import JuryFile, Toolbox
from jury_desk.services.preparation import begin_edition, freeze_rules, set_entries, set_rules
from jury_desk.services.scoring import record_marks

TYPING = timedelta(minutes=2)
"""How long after the last answer the marks of a passage are in."""


class StoryClock:
    """A clock that stands where the story is, and moves one second on at each look."""

    def __init__(self, start: str) -> None:
        self._instant = datetime.fromisoformat(start).astimezone(UTC)
        self._start = self._instant

    @property
    def instant(self) -> datetime:
        """Where the story is; looking at it moves nothing."""
        return self._instant

    def jump(self, instant: str) -> None:
        """Go to the next scene."""
        self._instant = datetime.fromisoformat(instant).astimezone(UTC)

    def wait(self, time: timedelta) -> None:
        """Let some time of the story go by."""
        self._instant += time

    def now(self) -> datetime:
        """The next second of the story."""
        self._instant += timedelta(seconds=1)
        return self._instant

    def monotonic_ms(self) -> int:
        """Milliseconds since the story began."""
        return int((self._instant - self._start) / timedelta(milliseconds=1))


def build_example(toolbox: Toolbox, path: Path) -> JuryFile:
    """Make the example edition at ``path`` and leave it open.

    Raises:
        FileExists, FileNotWritable: as :meth:`jury_desk.services.ports.EditionFiles.create`.
    """
    story = tomllib.loads(_packaged("edition.toml").read_text(encoding="utf-8"))
    clock = StoryClock(story["dates"]["begun"])
    file = toolbox.files.create(path, clock=clock)
    try:
        _tell(file, toolbox, story, clock)
    except BaseException:
        # Half an example would be opened as the whole one the next time.
        file.close()
        path.unlink(missing_ok=True)
        raise
    return file


def _tell(file: JuryFile, toolbox: Toolbox, story: Mapping[str, Any], clock: StoryClock) -> None:
    dates = story["dates"]
    _begin(file, story)
    clock.jump(dates["imported"])
    confirm_import(file, plan_import(file.records, toolbox.reader.read(_packaged(story["sheet"]))))
    clock.jump(dates["admissibility"])
    _decide_admissibility(file, story["inadmissible"])
    clock.jump(dates["screening"])
    _screen(file, toolbox, story, clock)
    clock.jump(dates["preparation"])
    _seat(file, "hackathon", story)
    set_entries(file, "hackathon", _ids(file.records, story["passages"]["hackathon"]))
    set_rules(file, "hackathon", toolbox.read_rules(_packaged("hackathon-rules.toml")))
    declare_recusals(file, "hackathon", story["recusals"], clock, _by_title(file.records))
    clock.jump(dates["freeze"])
    freeze_rules(file, "hackathon", clock)
    _hear(file, toolbox.read_marks(_packaged("hackathon-marks.csv")), story, clock)
    clock.jump(dates["decisions"])
    _deliberate(file, "hackathon", story, clock)
    _decide(file, "hackathon", story)
    _go_on(file, toolbox, story, clock)


def _packaged(name: str) -> Path:
    return resources.path("example", name)


def _begin(file: JuryFile, story: Mapping[str, Any]) -> None:
    stages = [
        from_document(Stage, {**stage, "position": position}) for position, stage in enumerate(story["stages"], 1)
    ]
    begin_edition(file, from_document(Edition, story["edition"]), stages)
    with file.unit() as unit:
        for juror in story["jurors"]:
            unit.put(from_document(Juror, juror))
        unit.commit("juror_added")


def _by_title(records: Records) -> dict[str, str]:
    return {candidacy.title: candidacy.id for candidacy in records.within(Candidacy)}


def _ids(records: Records, titles: Sequence[str]) -> list[str]:
    by_title = _by_title(records)
    return [by_title[title] for title in titles]


def _decide_admissibility(file: JuryFile, inadmissible: Mapping[str, str]) -> None:
    for candidacy in file.records.within(Candidacy):
        reason = inadmissible.get(candidacy.title, "")
        admissibility = Admissibility.INADMISSIBLE if reason else Admissibility.ADMISSIBLE
        set_admissibility(file, candidacy.id, admissibility, reason)


def _seat(file: JuryFile, stage: str, story: Mapping[str, Any]) -> None:
    with file.unit() as unit:
        for position, seat in enumerate(story["panels"][stage], 1):
            role, voice = Role(seat.get("role", "member")), Voice(seat.get("voice", "voting"))
            unit.put(Member(stage, seat["juror"], position, role, voice, declared=voice is Voice.VOTING))
        unit.commit("member_seated")


def _screen(file: JuryFile, toolbox: Toolbox, story: Mapping[str, Any], clock: StoryClock) -> None:
    stage, crosses = "screening", story["crosses"]
    _seat(file, stage, story)
    set_entries(file, stage, _ids(file.records, list(crosses)))
    set_rules(file, stage, toolbox.read_rules(_packaged("screening-rules.toml")))
    freeze_rules(file, stage, clock)
    jurors = [seat["juror"] for seat in story["panels"][stage]]
    lines = [
        MarkRow(row, title, juror, "cross", MarkState.MARKED, Fraction(cross == "X"))
        for row, (title, given) in enumerate(crosses.items(), 1)
        for juror, cross in zip(jurors, given, strict=True)
    ]
    record_marks(file, stage, resolve_marks(file.records, stage, lines))
    selected = {
        standing.candidacy: standing.selection is SelectionStatus.SELECTED
        for standing in standings_of(file.records, stage).standings
    }
    shortlisted, left = Outcome(OutcomeCategory.SELECTED, "Présélectionné"), Outcome(OutcomeCategory.NOT_SELECTED)
    set_outcomes(file, stage, {each: shortlisted if kept else left for each, kept in selected.items()})


def _arrivals(file: JuryFile, stage: str, story: Mapping[str, Any]) -> Iterator[Scene]:
    """Those who came once the session had begun."""
    for told in story["arrivals"]:
        tenure = Tenure(stage, told["juror"], arrived=in_utc(told["at"]))
        yield told["at"], partial(record_hours, file, tenure, _ids(file.records, told["missed"]))


def _hear(file: JuryFile, lines: Sequence[MarkRow], story: Mapping[str, Any], clock: StoryClock) -> None:
    """The session as its clock measured it; the marks in one act per passage, as the chair would have typed them."""
    told = tomllib.loads(_packaged("session.toml").read_text(encoding="utf-8"))
    ids = _by_title(file.records)
    marks = resolve_marks(file.records, "hackathon", lines)
    scenes = [*session_scenes(file, "hackathon", told, clock, ids), *_arrivals(file, "hackathon", story)]
    for candidacy, heard in heard_at(told, ids).items():
        of_this = {cell: mark for cell, mark in marks.items() if cell.candidacy == candidacy}
        typed = datetime.fromisoformat(heard) + TYPING
        scenes.append((typed.isoformat(), partial(record_marks, file, "hackathon", of_this)))
    play(clock, scenes)


def _deliberate(file: JuryFile, stage: str, story: Mapping[str, Any], clock: StoryClock) -> None:
    """The meeting, and the ranking adopted as computed."""
    set_sitting(file, from_document(Sitting, {"stage": stage, **story["sittings"][stage]}))
    bench = bench_now(file.records, stage, clock.now())
    adopt_ranking(file, stage, places_of(standings_of(file.records, stage)), bench)


def _decide(file: JuryFile, stage: str, story: Mapping[str, Any]) -> None:
    decided = {
        _ids(file.records, [outcome.pop("candidacy")])[0]: from_document(Outcome, outcome)
        for outcome in story["outcomes"][stage]
    }
    set_outcomes(file, stage, decided)


def _go_on(file: JuryFile, toolbox: Toolbox, story: Mapping[str, Any], clock: StoryClock) -> None:
    """What became of the selected: three months of investigation, the final jury, the measure of their impact."""
    told = tomllib.loads(_packaged("final.toml").read_text(encoding="utf-8"))
    going_on = _ids(file.records, [outcome["candidacy"] for outcome in told["outcomes"]])
    clock.jump(story["dates"]["incubation"])
    set_entries(file, "incubation", going_on)
    hold_final(file, toolbox.read_rules(_packaged("final-rules.toml")), told, clock, going_on)
    clock.jump(told["dates"]["measured"])
    set_entries(file, "impact", going_on)

"""The documents of a stage: the report they are made from, and writing them."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path
from tempfile import TemporaryDirectory

from jury_desk.domain.attendance import Tenure
from jury_desk.domain.candidacy import Candidacy
from jury_desk.domain.decision import AuthorityDecision, DecisionTaken, Proclamation, Question, ReserveCall, Sitting
from jury_desk.domain.deliberation import Vote
from jury_desk.domain.documents import digest, to_document
from jury_desk.domain.edition import Edition, RulesVersion, Stage
from jury_desk.domain.errors import ExportStopped, FileNotWritable, Unknown
from jury_desk.domain.jury import Juror
from jury_desk.domain.list_change import ListChange
from jury_desk.domain.minutes import (
    AbsenceLine,
    Deliberated,
    Explained,
    JournalLine,
    PathStep,
    RecusalLine,
    Seat,
    StageReport,
)
from jury_desk.domain.records import Records
from jury_desk.domain.rules import document_of
from jury_desk.domain.scoring import RecordedMark
from jury_desk.services.attendance import absences_of, replacements
from jury_desk.services.corrections import entry_check
from jury_desk.services.decisions import three_rankings, tied_at_line
from jury_desk.services.deliberation import contest_of, standings_of
from jury_desk.services.footnotes import footnotes_of
from jury_desk.services.minutes_data import data_print, minutes_data
from jury_desk.services.pitch_data import timing_document
from jury_desk.services.pitch_views import timing_evidence
from jury_desk.services.ports import JuryFile, StoppableWriter, Toolbox
from jury_desk.services.preparation import current_rules, entries, panel, withdrawn
from jury_desk.services.progress import path_of
from jury_desk.services.recusals import recusals_of
from jury_desk.services.scoring import completeness, sheets_of

USUAL_DOCUMENTS = ("workbook", "minutes")
"""What is made when nothing else is asked for."""


def stage_report(file: JuryFile, stage: str) -> StageReport:
    """Everything the documents of a stage print, as plain values.

    Raises:
        As :func:`jury_desk.services.preparation.current_rules`.
    """
    records = file.records
    version, rules = current_rules(records, stage)
    passages = tuple(entries(records, stage))
    candidacies = tuple(records.need(Candidacy, entry.candidacy) for entry in passages)
    events = file.events()
    seats = tuple(Seat(member, juror) for member, juror in panel(records, stage))
    marks = sorted(records.within(RecordedMark, stage), key=lambda mark: mark.key)
    recusals, absences, tenures = _recusals(records, stage), _absences(records, stage), _tenures(records, stage)
    late = (recusals, absences, tenures, tuple(records.within(ListChange, stage)))
    received = tuple(records.within(Candidacy))
    deliberated = _deliberated(records, stage)
    timing = timing_evidence(records, stage)
    timed = timing_document(timing) if timing else None
    content = [document_of(rules), seats, received, passages, tuple(marks), deliberated, timed, *late]
    report = StageReport(
        edition=records.need(Edition),
        stage=records.need(Stage, stage),
        rules=rules,
        rules_version=version,
        panel=seats,
        received=received,
        candidacies=candidacies,
        entries={entry.candidacy: entry for entry in passages},
        sheets=sheets_of(records, stage, [entry.candidacy for entry in passages]),
        standings=standings_of(records, stage),
        missing=sum(sheet.owed - sheet.given for sheet in completeness(records, stage) if not sheet.complete),
        recusals=recusals,
        absences=absences,
        tenures=tenures,
        footnotes=tuple(footnotes_of(records, stage)),
        withdrawn=withdrawn(records, stage),
        journal=tuple(
            JournalLine(event.seq, event.at, event.actor, event.kind, event.reason, event.hash) for event in events
        ),
        head=events[-1].hash,
        fingerprint="",
        content=digest([to_document(part) for part in content]),
        rules_versions=tuple(sorted(records.within(RulesVersion, stage), key=lambda each: each.version)),
        deliberated=deliberated,
        entry=entry_check(records, events, stage),
        path=_path(records, stage),
        timing=timing,
    )
    return replace(report, fingerprint=data_print(minutes_data(report)))


def with_explanations(records: Records, report: StageReport) -> StageReport:
    """The report with what its minutes need to explain the results in an annex."""
    stages = {each.id: each.name for each in records.within(Stage)}
    return replace(report, explained=Explained(contest_of(records, report.stage.id), stages))


def with_robustness(report: StageReport) -> StageReport:
    """The report whose minutes tell in an annex how firmly the ranking stands, where there is one."""
    return replace(report, tells_robustness=report.standings.has_results)


def _path(records: Records, stage: str) -> tuple[PathStep, ...]:
    last = records.need(Stage, stage).position
    return tuple(
        PathStep(step.stage.name, step.taken_in, step.let_out)
        for step in path_of(records)
        if step.stage.position <= last
    )


def _deliberated(records: Records, stage: str) -> Deliberated:
    rankings = three_rankings(records, stage)
    return Deliberated(
        sitting=records.get(Sitting, stage),
        votes=tuple(sorted(records.within(Vote, stage), key=lambda vote: vote.number)),
        adopted=rankings.adopted,
        moved=rankings.moved,
        outdated=rankings.outdated,
        tied_at_line=tied_at_line(rankings),
        questions=tuple(records.within(Question, stage)),
        proclamations=tuple(sorted(records.within(Proclamation, stage), key=lambda each: each.number)),
        authority=tuple(records.within(AuthorityDecision, stage)),
        reserve_calls=tuple(sorted(records.within(ReserveCall, stage), key=lambda call: call.called_on)),
        taken=tuple(records.within(DecisionTaken, stage)),
    )


@dataclass
class Progress:
    """How far an export is: read by whoever shows it, stopped by whoever wants it no more; threads may share it.

    Attributes:
        total: how many documents there are.
        number: which one is being written, from 1.
        name: of its file.
        stopped: asks to end soon.
    """

    total: int = 0
    number: int = 0
    name: str = ""
    stopped: bool = False

    def go_on_to(self, name: str) -> None:
        """The next document begins.

        Raises:
            ExportStopped: there is to be none.
        """
        if self.stopped:
            raise ExportStopped
        self.number, self.name = self.number + 1, name


def export_documents(
    toolbox: Toolbox,
    report: StageReport,
    folder: Path,
    *,
    language: str,
    made_at: datetime,
    only: Sequence[str] = (),
    progress: Progress | None = None,
) -> list[Path]:
    """Write documents of a stage into ``folder``, each under its :func:`document_name`; all of them or none.

    Args:
        toolbox: who writes them.
        report: what they print.
        folder: made where it is missing.
        language: of the documents.
        made_at: the declared instant.
        only: which; empty: :data:`USUAL_DOCUMENTS`.
        progress: told which document is being written, and asked whether to go on.

    Raises:
        Unknown: a document that is not made.
        FileNotWritable: the folder cannot be written.
        ExportStopped: by ``progress``; the folder is as it was.
    """
    progress = progress or Progress()
    for name in only:
        if name not in toolbox.documents:
            raise Unknown("document", name)
    wanted = {name: made for name, made in toolbox.documents.items() if name in (only or USUAL_DOCUMENTS)}
    progress.total = len(wanted)
    with _written_aside(folder) as aside:
        names = []
        for name, (write, ending) in wanted.items():
            names.append(document_name(report.stage.id, name, ending))
            progress.go_on_to(names[-1])
            able = write.stopped_by(lambda: progress.stopped) if isinstance(write, StoppableWriter) else write
            try:
                able(report, aside / names[-1], language=language, made_at=made_at)
            except FileNotWritable as error:
                raise FileNotWritable(str(folder / names[-1]), error.detail) from error
        if progress.stopped:
            raise ExportStopped
        for each in names:
            _put_in_place(aside / each, folder / each)
    return [folder / each for each in names]


@contextmanager
def _written_aside(folder: Path) -> Iterator[Path]:
    """A folder within ``folder``, whose content is moved when all is there; gone at the end."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
        # In the same folder, because a rename is atomic within one file system only.
        aside = TemporaryDirectory(dir=folder, prefix=".jury-desk-", ignore_cleanup_errors=True)
    except OSError as error:
        raise FileNotWritable(str(folder), error.strerror or str(error)) from error
    with aside as name:
        yield Path(name)


def _put_in_place(made: Path, target: Path) -> None:
    """Move a document over the one of an earlier export; a folder of documents, one by one."""
    try:
        if not made.is_dir():
            made.replace(target)
            return
        target.mkdir(exist_ok=True)
        for each in sorted(made.iterdir()):
            each.replace(target / each.name)
    except OSError as error:
        raise FileNotWritable(str(target), error.strerror or str(error)) from error


def document_name(stage: str, document: str, ending: str) -> str:
    """The file name of a document: the workbook bears the stage's own name, a twin that of the document it twins."""
    return f"{stage}{ending}" if document == "workbook" else f"{stage}-{document.removesuffix(ending)}{ending}"


def _recusals(records: Records, stage: str) -> tuple[RecusalLine, ...]:
    return tuple(
        RecusalLine(records.need(Juror, each.juror), records.get(Candidacy, each.candidacy), each)
        for each in recusals_of(records, stage)
    )


def _absences(records: Records, stage: str) -> tuple[AbsenceLine, ...]:
    handed_over = {name for pair in replacements(records, stage).items() for name in pair}
    return tuple(
        AbsenceLine(records.need(Juror, each.juror), records.need(Candidacy, each.candidacy), each)
        for each in absences_of(records, stage)
        if each.juror not in handed_over
    )


def _tenures(records: Records, stage: str) -> tuple[Tenure, ...]:
    noted = (records.get(Tenure, stage, member.juror) for member, _ in panel(records, stage))
    return tuple(each for each in noted if each is not None)

"""What the documents of one stage are made from: one immutable report, so that no two documents can disagree."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime

from jury_desk.domain.adoption import Moved
from jury_desk.domain.attendance import Attendance, Tenure
from jury_desk.domain.candidacy import Admissibility, Candidacy, Entry, Outcome
from jury_desk.domain.contest import Contest
from jury_desk.domain.decision import AuthorityDecision, DecisionTaken, Proclamation, Question, ReserveCall, Sitting
from jury_desk.domain.deliberation import AdoptedRanking, Vote
from jury_desk.domain.edition import Edition, RulesVersion, Stage, StageKind
from jury_desk.domain.footnotes import Footnote
from jury_desk.domain.jury import Juror, Member, Voice, presiding
from jury_desk.domain.pitch_evidence import TimingEvidence
from jury_desk.domain.recusal import Recusal
from jury_desk.domain.rules import Rules
from jury_desk.domain.scoring import Mark, Sheets
from jury_desk.domain.standings import Standings


@dataclass(frozen=True, slots=True)
class Seat:
    """A member of the panel and the person who sits there."""

    member: Member
    juror: Juror


@dataclass(frozen=True, slots=True)
class RecusalLine:
    """A recusal or challenge, with whom and what it is about; no candidacy: the whole stage."""

    juror: Juror
    candidacy: Candidacy | None
    recusal: Recusal


@dataclass(frozen=True, slots=True)
class AbsenceLine:
    """A juror who was not there for a passage, admitted to mark it or not."""

    juror: Juror
    candidacy: Candidacy
    attendance: Attendance


@dataclass(frozen=True, slots=True)
class JournalLine:
    """One act of the journal as the documents print it."""

    seq: int
    at: str
    actor: str
    kind: str
    reason: str
    hash: str


@dataclass(frozen=True, slots=True)
class Correction:
    """A mark changed after its sheet was declared final, or after the second entry; by ids.

    Attributes:
        at: UTC instant, ISO 8601.
        second_entry: whether the second entry brought it to light.
    """

    candidacy: str
    juror: str
    criterion: str
    before: Mark
    after: Mark
    reason: str
    at: str
    second_entry: bool = False


@dataclass(frozen=True, slots=True)
class EntryCheck:
    """How the marks were entered.

    Attributes:
        sheets: of each voting juror on each candidacy, those of a recused or absent juror too.
        settled: those of them that were declared final.
        without_marks: of those declared final, how many hold no mark: their juror is out of them.
        typed: the sheets that hold marks, which a second person can type.
        verified: those of them typed twice, by ``verified_by``.
    """

    sheets: int = 0
    settled: int = 0
    without_marks: int = 0
    typed: int = 0
    verified: int = 0
    verified_by: tuple[str, ...] = ()
    corrections: tuple[Correction, ...] = ()


@dataclass(frozen=True, slots=True)
class PathStep:
    """A stage of the path up to the one reported: how many it took in, and let out; ``None`` while undecided."""

    name: str
    taken_in: int
    let_out: int | None


@dataclass(frozen=True, slots=True)
class Deliberated:
    """What the jury decided together, and what came of it.

    Attributes:
        moved: where the adopted ranking differs from the computed one.
        outdated: whether marks have changed since it was adopted.
        tied_at_line: the candidacies still tied across the selection line in the ranking that holds.
        proclamations: every version of the results, the first one first.
        taken: when the decisions were taken, and who sat, where that is on file.
    """

    sitting: Sitting | None = None
    votes: tuple[Vote, ...] = ()
    adopted: AdoptedRanking | None = None
    moved: tuple[Moved, ...] = ()
    outdated: bool = False
    tied_at_line: tuple[str, ...] = ()
    questions: tuple[Question, ...] = ()
    proclamations: tuple[Proclamation, ...] = ()
    authority: tuple[AuthorityDecision, ...] = ()
    reserve_calls: tuple[ReserveCall, ...] = ()
    taken: tuple[DecisionTaken, ...] = ()


@dataclass(frozen=True, slots=True)
class Explained:
    """What the annex that explains the results is made from: the contest itself, and what its stages are called."""

    contest: Contest
    stages: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class StageReport:
    """Everything that the documents of one stage print.

    Attributes:
        panel: the seats in their order, whatever their voice.
        received: every candidacy of the edition, in the order of the file.
        candidacies: those heard in the stage, in the order of passage.
        entries: their passage and outcome, by candidacy id.
        sheets: the marks, by candidacy id, juror id and criterion id.
        missing: cells still blank that a voting juror owes.
        recusals: every recusal and challenge, dismissed or pending ones too.
        absences: from single passages, but for those that a change of seat explains.
        tenures: from when to when members sat, of those of whom something is noted, in the order of the panel.
        footnotes: what a reader of the ranking must know beside it.
        withdrawn: the candidacies that have withdrawn from the stage, by id.
        journal: the acts so far; ``head`` is the hash of the last.
        fingerprint: SHA-256, in hexadecimal, of the data that leave with the minutes
            (:mod:`jury_desk.services.minutes_data`); printed on each page.
        explained: there when the minutes are to explain the results in an annex.
        tells_robustness: whether the minutes are to tell in an annex how firmly the ranking stands.
        content: SHA-256 of all that the report holds, names beside marks and comments included; never printed.
        rules_versions: every version of the rules, oldest first.
        path: the stages from the call to this one.
        named: whether jurors stand beside their marks under their own ids, and the journal is told; if not, seats are
            numbers (:func:`jury_desk.services.disclosure.unnamed`).
    """

    edition: Edition
    stage: Stage
    rules: Rules
    rules_version: RulesVersion
    panel: tuple[Seat, ...]
    received: tuple[Candidacy, ...]
    candidacies: tuple[Candidacy, ...]
    entries: Mapping[str, Entry]
    sheets: Sheets
    standings: Standings
    missing: int
    recusals: tuple[RecusalLine, ...]
    journal: tuple[JournalLine, ...]
    head: str
    fingerprint: str
    absences: tuple[AbsenceLine, ...] = ()
    tenures: tuple[Tenure, ...] = ()
    footnotes: tuple[Footnote, ...] = ()
    withdrawn: frozenset[str] = frozenset()
    deliberated: Deliberated = field(default_factory=Deliberated)
    content: str = ""
    explained: Explained | None = None
    tells_robustness: bool = False
    rules_versions: tuple[RulesVersion, ...] = ()
    path: tuple[PathStep, ...] = ()
    named: bool = True
    entry: EntryCheck = field(default_factory=EntryCheck)
    timing: TimingEvidence | None = None

    @property
    def provisional(self) -> bool:
        """Whether figures may still change: rules not frozen, or cells still blank.

        The minutes stay provisional longer: until nothing of their checklist is blank.
        """
        return not self.rules_version.frozen or (self.missing > 0 and not self.decided_without_marks)

    @property
    def decided_without_marks(self) -> bool:
        """Whether a jury heard, deliberated and decided without a mark, as a final jury may."""
        sheets = (sheet for of_jurors in self.sheets.values() for sheet in of_jurors.values())
        marked = any(mark.value is not None for sheet in sheets for mark in sheet.values())
        outcomes = [entry.outcome for entry in self.entries.values()]
        return self.stage.kind is StageKind.HEARING and not marked and bool(outcomes) and all(outcomes)

    @property
    def frozen_versions(self) -> tuple[RulesVersion, ...]:
        """The versions of the rules that were ever in force, the first one first."""
        return tuple(each for each in self.rules_versions if each.frozen)

    @property
    def voting(self) -> tuple[Seat, ...]:
        """The seats whose marks count."""
        return tuple(seat for seat in self.panel if seat.member.voice is Voice.VOTING)

    @property
    def presiding(self) -> str:
        """The id of who presides; empty when nobody can."""
        return presiding(seat.member for seat in self.panel)

    def voting_present_at(self, instant: str) -> int:
        """How many voting members were in the meeting at an instant, arrivals, departures and changed seats counted."""
        at = datetime.fromisoformat(instant)
        tenures = {tenure.juror: tenure for tenure in self.tenures}
        taken = {tenure.replaces: tenure.arrived for tenure in self.tenures if tenure.replaces}

        def there(juror: str) -> bool:
            tenure = tenures.get(juror)
            end = taken.get(juror, tenure.left if tenure else "")
            gone = juror in taken and not end
            late = tenure and tenure.arrived and at < datetime.fromisoformat(tenure.arrived)
            return not gone and not late and (not end or at < datetime.fromisoformat(end))

        return sum(seat.member.votes and there(seat.juror.id) for seat in self.voting)

    @property
    def quorum_reached(self) -> bool:
        """Whether enough voting members take part, as far as the rules ask."""
        quorum = self.rules.panel.get("quorum")
        return not isinstance(quorum, int) or sum(seat.member.votes for seat in self.panel) >= quorum

    @property
    def inadmissible(self) -> tuple[Candidacy, ...]:
        """The candidacies turned down before any mark, with their reason."""
        return tuple(each for each in self.received if each.admissibility is Admissibility.INADMISSIBLE)

    @property
    def seated(self) -> tuple[Seat, ...]:
        """The voting seats, each once: of a seat that changed hands, only who has it now."""
        gone = {tenure.replaces for tenure in self.tenures}
        return tuple(seat for seat in self.voting if seat.juror.id not in gone)

    def decision(self, candidacy_id: str) -> Outcome | None:
        """What was decided of a candidacy in the end: by the authority where it did, else by the jury."""
        if decided := self.decided_by_authority(candidacy_id):
            return decided.outcome
        entry = self.entries.get(candidacy_id)
        return entry.outcome if entry else None

    def decided_by_authority(self, candidacy_id: str) -> AuthorityDecision | None:
        """What the authority decided of a candidacy, where it did."""
        return next((each for each in self.deliberated.authority if each.candidacy == candidacy_id), None)

    def called(self, candidacy_id: str) -> ReserveCall | None:
        """The call of a candidacy from the reserve list, where it was called."""
        return next((each for each in self.deliberated.reserve_calls if each.candidacy == candidacy_id), None)

    def replaced(self, candidacy_id: str) -> bool:
        """Whether another was called in the place of a candidacy, which has withdrawn."""
        return any(each.in_place_of == candidacy_id for each in self.deliberated.reserve_calls)

    def candidacy(self, candidacy_id: str) -> Candidacy:
        """The candidacy of that id."""
        return next(each for each in self.received if each.id == candidacy_id)

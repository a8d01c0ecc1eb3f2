"""What the documents of one stage are made from: one immutable report, so that no two documents can disagree."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from jury_desk.domain.adoption import Moved
from jury_desk.domain.candidacy import Admissibility, Candidacy, Entry
from jury_desk.domain.contest import Contest
from jury_desk.domain.decision import AuthorityDecision, Proclamation, Question, ReserveCall, Sitting
from jury_desk.domain.deliberation import AdoptedRanking, Vote
from jury_desk.domain.edition import Edition, RulesVersion, Stage, StageKind
from jury_desk.domain.jury import Juror, Member, Voice, presiding
from jury_desk.domain.rules import Rules
from jury_desk.domain.scoring import Mark, MarkState, Sheets
from jury_desk.domain.standings import Standings


@dataclass(frozen=True, slots=True)
class Seat:
    """A member of the panel and the person who sits there."""

    member: Member
    juror: Juror


@dataclass(frozen=True, slots=True)
class Recusal:
    """A juror who took no part in one candidacy, and why."""

    juror: Juror
    candidacy: Candidacy
    state: MarkState
    reason: str


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
    """How the marks were entered: sheets with marks, of which declared final, of which typed twice, and by whom."""

    sheets: int = 0
    settled: int = 0
    verified: int = 0
    verified_by: tuple[str, ...] = ()
    corrections: tuple[Correction, ...] = ()


@dataclass(frozen=True, slots=True)
class Deliberated:
    """What the jury decided together, and what came of it.

    Attributes:
        moved: where the adopted ranking differs from the computed one.
        outdated: whether marks have changed since it was adopted.
        tied_at_line: the candidacies still tied across the selection line in the ranking that holds.
        proclamations: every version of the results, the first one first.
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
        journal: the acts so far; ``head`` is the hash of the last.
        fingerprint: SHA-256, in hexadecimal, of the data that leave with the minutes
            (:mod:`jury_desk.services.minutes_data`); printed on each page.
        explained: there when the minutes are to explain the results in an annex.
        content: SHA-256 of all that the report holds, names beside marks and comments included; never printed.
        rules_versions: every version of the rules, oldest first.
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
    recusals: tuple[Recusal, ...]
    journal: tuple[JournalLine, ...]
    head: str
    fingerprint: str
    deliberated: Deliberated = field(default_factory=Deliberated)
    content: str = ""
    explained: Explained | None = None
    rules_versions: tuple[RulesVersion, ...] = ()
    named: bool = True
    entry: EntryCheck = field(default_factory=EntryCheck)

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
    def voting(self) -> tuple[Seat, ...]:
        """The seats whose marks count."""
        return tuple(seat for seat in self.panel if seat.member.voice is Voice.VOTING)

    @property
    def presiding(self) -> str:
        """The id of who presides; empty when nobody can."""
        return presiding(seat.member for seat in self.panel)

    @property
    def quorum_reached(self) -> bool:
        """Whether enough voting members take part, as far as the rules ask."""
        quorum = self.rules.panel.get("quorum")
        return not isinstance(quorum, int) or sum(seat.member.votes for seat in self.panel) >= quorum

    @property
    def inadmissible(self) -> tuple[Candidacy, ...]:
        """The candidacies turned down before any mark, with their reason."""
        return tuple(each for each in self.received if each.admissibility is Admissibility.INADMISSIBLE)

    def candidacy(self, candidacy_id: str) -> Candidacy:
        """The candidacy of that id."""
        return next(each for each in self.received if each.id == candidacy_id)

"""What the documents of one stage are made from: one immutable report, so that no two documents can disagree."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from jury_desk.domain.adoption import Moved
from jury_desk.domain.attendance import Attendance, Tenure
from jury_desk.domain.candidacy import Admissibility, Candidacy, Entry
from jury_desk.domain.decision import AuthorityDecision, Proclamation, Question, ReserveCall, Sitting
from jury_desk.domain.deliberation import AdoptedRanking, Vote
from jury_desk.domain.edition import Edition, RulesVersion, Stage
from jury_desk.domain.footnotes import Footnote
from jury_desk.domain.jury import Juror, Member, Voice, presiding
from jury_desk.domain.recusal import Recusal
from jury_desk.domain.rules import Rules
from jury_desk.domain.scoring import Sheets
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
        journal: the acts so far; ``head`` is the hash of the last.
        fingerprint: SHA-256 of the data printed (rules, panel, candidacies, marks), in hexadecimal.
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
    deliberated: Deliberated = field(default_factory=Deliberated)

    @property
    def provisional(self) -> bool:
        """Whether the documents must say PROVISOIRE: rules not frozen, or cells still blank."""
        return not self.rules_version.frozen or self.missing > 0

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

    @property
    def seated(self) -> tuple[Seat, ...]:
        """The voting seats, each once: of a seat that changed hands, only who has it now."""
        gone = {tenure.replaces for tenure in self.tenures}
        return tuple(seat for seat in self.voting if seat.juror.id not in gone)

    def candidacy(self, candidacy_id: str) -> Candidacy:
        """The candidacy of that id."""
        return next(each for each in self.received if each.id == candidacy_id)

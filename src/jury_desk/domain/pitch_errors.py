"""What the clock of a session refuses; ``phase`` is a phase's label, or its kind where it has none."""

from dataclasses import dataclass

from jury_desk.domain.errors import DomainError


@dataclass(eq=False)
class SessionNotOpen(DomainError):
    """A command of the live session before it opens, or after it closed."""


@dataclass(eq=False)
class SessionAlreadyOpen(DomainError):
    """A session opened twice; one that was closed is reopened with a reason."""


@dataclass(eq=False)
class SessionNotClosed(DomainError):
    """A reopening of a session that is not closed."""


@dataclass(eq=False)
class NobodyToHear(DomainError):
    """A session without passages."""

    stage: str


@dataclass(eq=False)
class NoPhases(DomainError):
    """A session whose rules allot no time to any phase of a passage."""

    stage: str


@dataclass(eq=False)
class OrderNotDrawn(DomainError):
    """A session opened without the draw by lot that its rules ask for."""

    stage: str


@dataclass(eq=False)
class OrderFixed(DomainError):
    """A change of a running order already drawn, or already gone through, without a draw or a derogation."""

    stage: str


@dataclass(eq=False)
class OrderTouchesHeard(DomainError):
    """A derogation that would move a passage already called, or take it out."""

    candidacy: str


@dataclass(eq=False)
class DeclarationsMissing(DomainError):
    """A session opened while voting jurors owe their declaration of interests."""

    missing: int
    total: int


@dataclass(eq=False)
class QuorumNotReached(DomainError):
    """Fewer voting members than the rules ask for."""

    present: int
    needed: int


@dataclass(eq=False)
class UnknownPhase(DomainError):
    """A phase that the format of the session does not have."""

    phase: str


@dataclass(eq=False)
class PhaseAlreadyBegun(DomainError):
    """A start or a skip of a phase that has begun or is over."""

    phase: str


@dataclass(eq=False)
class PhaseNotRunning(DomainError):
    """A pause of a phase that does not run."""

    phase: str


@dataclass(eq=False)
class PhaseNotPaused(DomainError):
    """A resumption of a phase that is not paused."""

    phase: str


@dataclass(eq=False)
class PhaseNotOpen(DomainError):
    """An end of a phase that neither runs nor is paused."""

    phase: str


@dataclass(eq=False)
class PhaseNotEnded(DomainError):
    """A correction of a phase that is not over."""

    phase: str


@dataclass(eq=False)
class PhaseOver(DomainError):
    """Time given to a phase that is over or interrupted."""

    phase: str


@dataclass(eq=False)
class PhaseNotInterrupted(DomainError):
    """A decision about an interruption that there is not."""

    phase: str


@dataclass(eq=False)
class InterruptionUndecided(DomainError):
    """A command while an interruption waits for the chair's decision."""

    phase: str


@dataclass(eq=False)
class AnotherPhaseOpen(DomainError):
    """A second phase while one runs or is paused; ``phase`` is the one that is open."""

    phase: str


@dataclass(eq=False)
class PassageNotCalled(DomainError):
    """A phase of a passage that nobody has called, or that is over."""

    phase: str


@dataclass(eq=False)
class PassageStillOpen(DomainError):
    """A call, or a draw, while another passage has been called and is not over."""

    candidacy: str


@dataclass(eq=False)
class PassageOver(DomainError):
    """A call, an absence or a postponement of a passage that is over."""

    candidacy: str


@dataclass(eq=False)
class PassageNotOpen(DomainError):
    """An abort of a passage of which nothing has begun."""

    candidacy: str


@dataclass(eq=False)
class PassageBegun(DomainError):
    """An absence, a postponement or an accommodation once the passage has begun."""

    candidacy: str


@dataclass(eq=False)
class AttemptUnknown(DomainError):
    """An attempt named that the passage does not have, or that never began."""

    candidacy: str
    attempt: int


@dataclass(eq=False)
class NothingToDescribe(DomainError):
    """Words for a pause that there has not been."""


@dataclass(eq=False)
class NothingNext(DomainError):
    """Next, when everything has been heard."""


@dataclass(eq=False)
class BackdateTooLong(DomainError):
    """A start put back before the end of what went before; both in milliseconds."""

    asked_ms: int
    idle_ms: int


@dataclass(eq=False)
class NoTimeWouldBeLeft(DomainError):
    """A grant of negative time that would take all of a phase's time, or more."""

    phase: str


@dataclass(eq=False)
class TimeNotPositive(DomainError):
    """A time that has to be positive, or at least not negative."""

    ms: int


@dataclass(eq=False)
class ChargeOutOfGap(DomainError):
    """More of an interruption counted as spoken than it lasted; both in milliseconds."""

    charge_ms: int
    gap_ms: int


@dataclass(eq=False)
class UndoBlocked(DomainError):
    """An undo past an interruption, or past the opening or closing of the session."""


@dataclass(eq=False)
class UndoAcrossAbsence(DomainError):
    """An undo that would charge a phase with time during which the computer slept or the program was closed."""

    phase: str


@dataclass(eq=False)
class UndoChangesSession(DomainError):
    """An undo of the edition's acts that would change the rules or the order under a session already timed."""

    act: str

"""What the clock of a session refuses; ``phase`` is a phase's label, or its kind where it has none."""

from jury_desk.domain.errors import DomainError


class SessionNotOpen(DomainError):
    """A command of the live session before it opens, or after it closed."""


class SessionAlreadyOpen(DomainError):
    """A session opened twice; one that was closed is reopened with a reason."""


class SessionNotClosed(DomainError):
    """A reopening of a session that is not closed."""


class NobodyToHear(DomainError):
    """A session without passages."""

    stage: str


class NoPhases(DomainError):
    """A session whose rules allot no time to any phase of a passage."""

    stage: str


class OrderNotDrawn(DomainError):
    """A session opened without the draw by lot that its rules ask for."""

    stage: str


class OrderFixed(DomainError):
    """A change of a running order already drawn, or already gone through, without a draw or a derogation."""

    stage: str


class OrderTouchesHeard(DomainError):
    """A derogation that would move a passage already called, or take it out."""

    candidacy: str


class DeclarationsMissing(DomainError):
    """A session opened while voting jurors owe their declaration of interests."""

    missing: int
    total: int


class QuorumNotReached(DomainError):
    """Fewer voting members than the rules ask for."""

    present: int
    needed: int


class UnknownPhase(DomainError):
    """A phase that the format of the session does not have."""

    phase: str


class PhaseAlreadyBegun(DomainError):
    """A start or a skip of a phase that has begun or is over."""

    phase: str


class PhaseNotRunning(DomainError):
    """A pause of a phase that does not run."""

    phase: str


class PhaseNotPaused(DomainError):
    """A resumption of a phase that is not paused."""

    phase: str


class PhaseNotOpen(DomainError):
    """An end of a phase that neither runs nor is paused."""

    phase: str


class PhaseNotEnded(DomainError):
    """A correction of a phase that is not over."""

    phase: str


class PhaseOver(DomainError):
    """Time given to a phase that is over or interrupted."""

    phase: str


class PhaseNotInterrupted(DomainError):
    """A decision about an interruption that there is not."""

    phase: str


class InterruptionUndecided(DomainError):
    """A command while an interruption waits for the chair's decision."""

    phase: str


class AnotherPhaseOpen(DomainError):
    """A second phase while one runs or is paused; ``phase`` is the one that is open."""

    phase: str


class PassageNotCalled(DomainError):
    """A phase of a passage that nobody has called, or that is over."""

    phase: str


class PassageStillOpen(DomainError):
    """A call, or a draw, while another passage has been called and is not over."""

    candidacy: str


class PassageOver(DomainError):
    """A call, an absence or a postponement of a passage that is over."""

    candidacy: str


class PassageNotOpen(DomainError):
    """An abort of a passage of which nothing has begun."""

    candidacy: str


class PassageBegun(DomainError):
    """An absence, a postponement or an accommodation once the passage has begun."""

    candidacy: str


class AttemptUnknown(DomainError):
    """An attempt named that the passage does not have, or that never began."""

    candidacy: str
    attempt: int


class NothingToDescribe(DomainError):
    """Words for a pause that there has not been."""


class NothingNext(DomainError):
    """Next, when everything has been heard."""


class BackdateTooLong(DomainError):
    """A start put back before the end of what went before; both in milliseconds."""

    asked_ms: int
    idle_ms: int


class NoTimeWouldBeLeft(DomainError):
    """A grant of negative time that would take all of a phase's time, or more."""

    phase: str


class TimeNotPositive(DomainError):
    """A time that has to be positive, or at least not negative."""

    ms: int


class ChargeOutOfGap(DomainError):
    """More of an interruption counted as spoken than it lasted; both in milliseconds."""

    charge_ms: int
    gap_ms: int


class UndoBlocked(DomainError):
    """An undo past an interruption, or past the opening or closing of the session."""


class UndoAcrossAbsence(DomainError):
    """An undo that would charge a phase with time during which the computer slept or the program was closed."""

    phase: str


class UndoChangesSession(DomainError):
    """An undo of the edition's acts that would change the rules or the order under a session already timed."""

    act: str

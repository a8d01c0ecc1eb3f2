"""All tables of the file, one row class each; their columns are the fields of the domain's entities.

Rows are not domain objects: SQLModel's table classes do not validate, so the rules live in the domain and the file's
last guards are STRICT tables, NOT NULL and CHECK.
"""

from typing import Any

from sqlalchemy import CheckConstraint, Column, ForeignKeyConstraint, Integer, PrimaryKeyConstraint, String, Table, Text
from sqlmodel import Field, SQLModel

STRICT: dict[str, Any] = {"sqlite_strict": True}


def _text(*, key: bool = False, check: str = "") -> Any:
    constraints = (CheckConstraint(check),) if check else ()
    return Field(sa_column=Column(Text, *constraints, primary_key=key, nullable=False))


def _integer(*, key: bool = False, nullable: bool = False, check: str = "") -> Any:
    constraints = (CheckConstraint(check),) if check else ()
    return Field(sa_column=Column(Integer, *constraints, primary_key=key, nullable=nullable, autoincrement=False))


class EventRow(SQLModel, table=True):
    """One act of the journal; ``changes`` is canonical JSON."""

    __tablename__ = "event"
    __table_args__ = STRICT

    seq: int = _integer(key=True, check="seq > 0")
    uuid: str = Field(sa_column=Column(Text, nullable=False, unique=True))
    at: str = _text()
    monotonic_ms: int = _integer()
    session: str = _text()
    actor: str = _text()
    kind: str = _text()
    reason: str = _text()
    target: int | None = _integer(nullable=True)
    changes: str = _text()
    salt: str = _text()
    previous: str = _text()
    digest: str = _text()
    hash: str = _text(check="length(hash) = 64")


class EditionRow(SQLModel, table=True):
    """The one edition of the file."""

    __tablename__ = "edition"
    __table_args__ = STRICT

    only: int = _integer(key=True, check="only = 1")
    title: str = _text()
    organisation: str = _text()
    programme: str = _text()
    place: str = _text()
    language: str = _text()
    fictitious: int = _integer(check="fictitious IN (0, 1)")
    zone: str = _text()
    appeal_route: str = _text()


class StageRow(SQLModel, table=True):
    """A stage of the path."""

    __tablename__ = "stage"
    __table_args__ = STRICT

    id: str = _text(key=True)
    kind: str = _text()
    name: str = _text()
    position: int = _integer()
    date: str = _text()
    place: str = _text()


class CandidacyRow(SQLModel, table=True):
    """A candidacy; holders and answers are JSON lists, only ever read and written whole."""

    __tablename__ = "candidacy"
    __table_args__ = STRICT

    id: str = _text(key=True)
    title: str = _text()
    reference: str = _text()
    summary: str = _text()
    service: str = _text()
    holders: str = _text()
    submitted: str = _text()
    admissibility: str = _text()
    reason: str = _text()
    answers: str = _text()


class JurorRow(SQLModel, table=True):
    """A person of the jury."""

    __tablename__ = "juror"
    __table_args__ = STRICT

    id: str = _text(key=True)
    name: str = _text()
    function: str = _text()
    email: str = _text()


class MemberRow(SQLModel, table=True):
    """A juror's seat on a stage's panel."""

    __tablename__ = "member"
    __table_args__ = (
        ForeignKeyConstraint(["stage"], ["stage.id"]),
        ForeignKeyConstraint(["juror"], ["juror.id"]),
        STRICT,
    )

    stage: str = _text(key=True)
    juror: str = _text(key=True)
    position: int = _integer()
    role: str = _text()
    voice: str = _text()
    presence: str = _text()
    declared: int = _integer(check="declared IN (0, 1)")


class EntryRow(SQLModel, table=True):
    """A candidacy's passage in a stage; ``outcome`` is JSON, or null before any decision."""

    __tablename__ = "entry"
    __table_args__ = (
        ForeignKeyConstraint(["stage"], ["stage.id"]),
        ForeignKeyConstraint(["candidacy"], ["candidacy.id"]),
        STRICT,
    )

    stage: str = _text(key=True)
    candidacy: str = _text(key=True)
    position: int = _integer()
    outcome: str | None = Field(sa_column=Column(Text, nullable=True))


class RulesRow(SQLModel, table=True):
    """One version of a stage's règlement."""

    __tablename__ = "rules"
    __table_args__ = (ForeignKeyConstraint(["stage"], ["stage.id"]), STRICT)

    stage: str = _text(key=True)
    version: int = _integer(key=True, check="version > 0")
    document: str = _text()
    frozen_at: str = _text()
    fingerprint: str = _text()
    author: str = _text()
    reason: str = _text()


class AmendmentDraftRow(SQLModel, table=True):
    """An amendment being written; ``document`` may not be readable as rules yet."""

    __tablename__ = "amendment_draft"
    __table_args__ = (ForeignKeyConstraint(["stage"], ["stage.id"]), STRICT)

    stage: str = _text(key=True)
    document: str = _text()
    reason: str = _text()
    author: str = _text()
    keeps_marks: int = _integer(check="keeps_marks IN (0, 1)")


class MarkRow(SQLModel, table=True):
    """A mark; ``value`` is an exact text such as ``14.5``, or null for any state but marked.

    The juror has no foreign key: established values stand under the empty id (source ``secretariat``).
    """

    __tablename__ = "mark"
    __table_args__ = (
        ForeignKeyConstraint(["stage", "candidacy"], ["entry.stage", "entry.candidacy"]),
        CheckConstraint("(state = 'marked') = (value IS NOT NULL)"),
        STRICT,
    )

    stage: str = _text(key=True)
    candidacy: str = _text(key=True)
    juror: str = _text(key=True)
    criterion: str = _text(key=True)
    state: str = _text(check="state IN ('marked', 'abstained', 'recused', 'absent', 'blank')")
    value: str | None = Field(sa_column=Column(Text, nullable=True))
    comment: str = _text()


class SittingRow(SQLModel, table=True):
    """The meeting of a stage; attendees and dissents are JSON lists."""

    __tablename__ = "sitting"
    __table_args__ = (ForeignKeyConstraint(["stage"], ["stage.id"]), STRICT)

    stage: str = _text(key=True)
    reference: str = _text()
    appointing_act: str = _text()
    opened_at: str = _text()
    deliberation_at: str = _text()
    closed_at: str = _text()
    closed_session: int = _integer(check="closed_session IN (0, 1)")
    presiding_reason: str = _text()
    nature: str = _text(check="nature IN ('opinion', 'decision')")
    authority: str = _text()
    follow_up: str = _text()
    notified_on: str = _text()
    reserve_until: str = _text()
    attendees: str = _text()
    dissents: str = _text()


class QuestionRow(SQLModel, table=True):
    """A question to the holders of a candidacy, and the answer."""

    __tablename__ = "question"
    __table_args__ = (ForeignKeyConstraint(["stage", "candidacy"], ["entry.stage", "entry.candidacy"]), STRICT)

    stage: str = _text(key=True)
    candidacy: str = _text(key=True)
    number: int = _integer(key=True, check="number > 0")
    text: str = _text()
    answer: str = _text()


class VoteRow(SQLModel, table=True):
    """A vote of the jury; choices, bench and the candidacies it is about are JSON."""

    __tablename__ = "vote"
    __table_args__ = (ForeignKeyConstraint(["stage"], ["stage.id"]), STRICT)

    stage: str = _text(key=True)
    number: int = _integer(key=True, check="number > 0")
    subject: str = _text(check="subject IN ('tie', 'ranking', 'decision', 'other')")
    question: str = _text()
    mode: str = _text(check="mode IN ('consensus', 'show_of_hands', 'secret_ballot')")
    choices: str = _text()
    bench: str = _text()
    candidacies: str = _text()
    abstentions: int = _integer(check="abstentions >= 0")
    proxies: int = _integer(check="proxies >= 0")
    casting: str = _text()
    note: str = _text()


class AdoptedRankingRow(SQLModel, table=True):
    """The ranking a jury adopted; places and bench are JSON."""

    __tablename__ = "adopted_ranking"
    __table_args__ = (ForeignKeyConstraint(["stage"], ["stage.id"]), STRICT)

    stage: str = _text(key=True)
    places: str = _text()
    computed: str = _text()
    bench: str = _text()
    reason: str = _text()
    vote: int = _integer(check="vote >= 0")


class ProclamationRow(SQLModel, table=True):
    """A version of the proclaimed results; ``at`` is empty while a rectification is open."""

    __tablename__ = "proclamation"
    __table_args__ = (ForeignKeyConstraint(["stage"], ["stage.id"]), STRICT)

    stage: str = _text(key=True)
    number: int = _integer(key=True, check="number > 0")
    at: str = _text()
    author: str = _text()
    bench: str | None = Field(sa_column=Column(Text, nullable=True))
    reason: str = _text()
    opened_at: str = _text()


class AuthorityDecisionRow(SQLModel, table=True):
    """What the authority decided for a candidacy; ``outcome`` is JSON."""

    __tablename__ = "authority_decision"
    __table_args__ = (ForeignKeyConstraint(["stage", "candidacy"], ["entry.stage", "entry.candidacy"]), STRICT)

    stage: str = _text(key=True)
    candidacy: str = _text(key=True)
    outcome: str = _text()
    authority: str = _text()
    decided_on: str = _text()
    reason: str = _text()


class ReserveCallRow(SQLModel, table=True):
    """A candidacy called from the reserve list."""

    __tablename__ = "reserve_call"
    __table_args__ = (ForeignKeyConstraint(["stage", "candidacy"], ["entry.stage", "entry.candidacy"]), STRICT)

    stage: str = _text(key=True)
    candidacy: str = _text(key=True)
    in_place_of: str = _text()
    called_on: str = _text()
    reason: str = _text()


class RunningOrderRow(SQLModel, table=True):
    """A draw by lot or a derogation; ``among`` and ``order`` are JSON lists of candidacies."""

    __tablename__ = "running_order"
    __table_args__ = (ForeignKeyConstraint(["stage"], ["stage.id"]), STRICT)

    stage: str = _text(key=True)
    number: int = _integer(key=True, check="number > 0")
    basis: str = _text(check="basis IN ('drawn', 'derogation')")
    at: str = _text()
    order: str = _text()
    among: str = _text()
    seed: str = _text()
    algorithm: str = _text()
    witness: str = _text()
    reason: str = _text()


class TimingEventRow(SQLModel, table=True):
    """One event of a session's clock with the reading of every clock; ``details`` is JSON."""

    __tablename__ = "timing_event"
    __table_args__ = (ForeignKeyConstraint(["stage"], ["stage.id"]), STRICT)

    stage: str = _text(key=True)
    seq: int = _integer(key=True, check="seq > 0")
    kind: str = _text()
    real_ms: int = _integer()
    awake_ms: int = _integer()
    wall_ms: int = _integer()
    offset_min: int = _integer()
    boot: str = _text()
    process: str = _text()
    candidacy: str = _text()
    attempt: int = _integer()
    phase: str = _text()
    reason: str = _text()
    details: str = _text()


class TimingBeatRow(SQLModel, table=True):
    """The heartbeat of a session's clock, rewritten every second; no part of the journal."""

    __tablename__ = "timing_beat"
    __table_args__ = (ForeignKeyConstraint(["stage"], ["stage.id"]), STRICT)

    stage: str = _text(key=True)
    real_ms: int = _integer()
    awake_ms: int = _integer()
    wall_ms: int = _integer()
    offset_min: int = _integer()
    boot: str = _text()
    process: str = _text()


class SheetRow(SQLModel, table=True):
    """What is kept of a juror's sheet beside its marks; the empty juror stands for the candidacy as a whole."""

    __tablename__ = "sheet"
    __table_args__ = (ForeignKeyConstraint(["stage", "candidacy"], ["entry.stage", "entry.candidacy"]), STRICT)

    stage: str = _text(key=True)
    candidacy: str = _text(key=True)
    juror: str = _text(key=True)
    state: str = _text(check="state IN ('draft', 'final', 'verified')")
    number: int = _integer(check="number >= 0")
    comment: str = _text()
    verified_by: str = _text()


class DeclarationRow(SQLModel, table=True):
    """What a juror has declared so far."""

    __tablename__ = "declaration"
    __table_args__ = (ForeignKeyConstraint(["stage", "juror"], ["member.stage", "member.juror"]), STRICT)

    stage: str = _text(key=True)
    juror: str = _text(key=True)
    no_benefit: int = _integer(check="no_benefit IN (0, 1)")
    no_contact: int = _integer(check="no_contact IN (0, 1)")
    confidentiality: int = _integer(check="confidentiality IN (0, 1)")


class RecusalRow(SQLModel, table=True):
    """A recusal or challenge; the candidacy has no foreign key: it is empty for the whole stage."""

    __tablename__ = "recusal"
    __table_args__ = (ForeignKeyConstraint(["stage", "juror"], ["member.stage", "member.juror"]), STRICT)

    stage: str = _text(key=True)
    juror: str = _text(key=True)
    candidacy: str = _text(key=True)
    origin: str = _text(key=True, check="origin IN ('juror', 'holder')")
    level: str = _text(check="level IN ('major', 'minor', 'light')")
    reason: str = _text()
    ruling: str = _text(check="ruling IN ('pending', 'upheld', 'dismissed')")
    ruling_reason: str = _text()
    declared_at: str = _text()
    ruled_at: str = _text()
    left_at: str = _text()
    returned_at: str = _text()


class AttendanceRow(SQLModel, table=True):
    """Whether a juror was there for a passage."""

    __tablename__ = "attendance"
    __table_args__ = (
        ForeignKeyConstraint(["stage", "candidacy"], ["entry.stage", "entry.candidacy"]),
        ForeignKeyConstraint(["stage", "juror"], ["member.stage", "member.juror"]),
        STRICT,
    )

    stage: str = _text(key=True)
    candidacy: str = _text(key=True)
    juror: str = _text(key=True)
    presence: str = _text()
    reason: str = _text()
    override: str = _text()


class TenureRow(SQLModel, table=True):
    """From when to when a member sat, and in whose place."""

    __tablename__ = "tenure"
    __table_args__ = (ForeignKeyConstraint(["stage", "juror"], ["member.stage", "member.juror"]), STRICT)

    stage: str = _text(key=True)
    juror: str = _text(key=True)
    arrived: str = _text()
    left: str = _text()
    replaces: str = _text()
    reason: str = _text()


class ListChangeRow(SQLModel, table=True):
    """A candidacy that joined a stage late, or withdrew from it."""

    __tablename__ = "list_change"
    __table_args__ = (ForeignKeyConstraint(["stage", "candidacy"], ["entry.stage", "entry.candidacy"]), STRICT)

    stage: str = _text(key=True)
    candidacy: str = _text(key=True)
    kind: str = _text(key=True, check="kind IN ('joined', 'withdrawn')")
    at: str = _text()
    reason: str = _text()


class DecisionTakenRow(SQLModel, table=True):
    """When the decision on a candidacy was taken, and who sat (JSON)."""

    __tablename__ = "decision_taken"
    __table_args__ = (ForeignKeyConstraint(["stage"], ["stage.id"]), STRICT)

    stage: str = _text(key=True)
    candidacy: str = _text(key=True)
    bench: str = _text()


METADATA = SQLModel.metadata
ALEMBIC = Table(
    "alembic_version",
    METADATA,
    Column("version_num", String(32), nullable=False),
    PrimaryKeyConstraint("version_num", name="alembic_version_pkc"),
)
"""Alembic's own table, so that a new file and a migrated one are the same."""

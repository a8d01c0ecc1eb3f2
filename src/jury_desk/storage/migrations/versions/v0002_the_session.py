"""What a live session and its deliberation add to the first schema.

Columns are written out here and never taken from today's tables: those will have moved on.
"""

import sqlalchemy as sa
from alembic import op

from jury_desk.storage.migrations.columns import integer, key, of_a_member, of_a_stage, of_an_entry, text, texts

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    """Add the new tables; nothing that a first file holds changes."""
    _add_deliberation()
    _add_timing()
    _add_sheets()
    _add_recusals_and_late_changes()


def _add_deliberation() -> None:
    op.create_table(
        "sitting",
        *texts("stage", "reference", "appointing_act", "opened_at", "deliberation_at", "closed_at"),
        integer("closed_session", check="closed_session IN (0, 1)"),
        text("presiding_reason"),
        text("nature", check="nature IN ('opinion', 'decision')"),
        *texts("authority", "follow_up", "notified_on", "reserve_until", "attendees", "dissents"),
        key("stage"),
        of_a_stage(),
        sqlite_strict=True,
    )
    op.create_table(
        "question",
        *texts("stage", "candidacy"),
        integer("number", check="number > 0"),
        *texts("text", "answer"),
        key("stage", "candidacy", "number"),
        of_an_entry(),
        sqlite_strict=True,
    )
    op.create_table(
        "vote",
        text("stage"),
        integer("number", check="number > 0"),
        text("subject", check="subject IN ('tie', 'ranking', 'decision', 'other')"),
        text("question"),
        text("mode", check="mode IN ('consensus', 'show_of_hands', 'secret_ballot')"),
        *texts("choices", "bench", "candidacies"),
        integer("abstentions", check="abstentions >= 0"),
        integer("proxies", check="proxies >= 0"),
        *texts("casting", "note"),
        key("stage", "number"),
        of_a_stage(),
        sqlite_strict=True,
    )
    op.create_table(
        "adopted_ranking",
        *texts("stage", "places", "computed", "bench", "reason"),
        integer("vote", check="vote >= 0"),
        key("stage"),
        of_a_stage(),
        sqlite_strict=True,
    )
    op.create_table(
        "proclamation",
        text("stage"),
        integer("number", check="number > 0"),
        *texts("at", "author"),
        text("bench", nullable=True),
        *texts("reason", "opened_at"),
        key("stage", "number"),
        of_a_stage(),
        sqlite_strict=True,
    )
    op.create_table(
        "authority_decision",
        *texts("stage", "candidacy", "outcome", "authority", "decided_on", "reason"),
        key("stage", "candidacy"),
        of_an_entry(),
        sqlite_strict=True,
    )
    op.create_table(
        "reserve_call",
        *texts("stage", "candidacy", "in_place_of", "called_on", "reason"),
        key("stage", "candidacy"),
        of_an_entry(),
        sqlite_strict=True,
    )


def _instant() -> list[sa.Column[int] | sa.Column[str]]:
    return [*(integer(name) for name in ("real_ms", "awake_ms", "wall_ms", "offset_min")), *texts("boot", "process")]


def _add_timing() -> None:
    """The running order, the events of the clock and its heartbeat."""
    op.create_table(
        "running_order",
        text("stage"),
        integer("number", check="number > 0"),
        text("basis", check="basis IN ('drawn', 'derogation')"),
        *texts("at", "order", "among", "seed", "algorithm", "witness", "reason"),
        key("stage", "number"),
        of_a_stage(),
        sqlite_strict=True,
    )
    op.create_table(
        "timing_event",
        text("stage"),
        integer("seq", check="seq > 0"),
        text("kind"),
        *_instant(),
        text("candidacy"),
        integer("attempt"),
        *texts("phase", "reason", "details"),
        key("stage", "seq"),
        of_a_stage(),
        sqlite_strict=True,
    )
    op.create_table(
        "timing_beat",
        text("stage"),
        *_instant(),
        key("stage"),
        of_a_stage(),
        sqlite_strict=True,
    )


def _add_sheets() -> None:
    """What is kept of a juror's sheet beside its marks."""
    op.create_table(
        "sheet",
        *texts("stage", "candidacy", "juror"),
        text("state", check="state IN ('draft', 'final', 'verified')"),
        integer("number", check="number >= 0"),
        *texts("comment", "verified_by"),
        key("stage", "candidacy", "juror"),
        of_an_entry(),
        sqlite_strict=True,
    )


def _add_recusals_and_late_changes() -> None:
    """Who is out of what, who was there, and what changed late."""
    op.create_table(
        "declaration",
        *texts("stage", "juror"),
        *(integer(name, check=f"{name} IN (0, 1)") for name in ("no_benefit", "no_contact", "confidentiality")),
        key("stage", "juror"),
        of_a_member(),
        sqlite_strict=True,
    )
    op.create_table(
        "recusal",
        *texts("stage", "juror", "candidacy"),
        text("origin", check="origin IN ('juror', 'holder')"),
        text("level", check="level IN ('major', 'minor', 'light')"),
        text("reason"),
        text("ruling", check="ruling IN ('pending', 'upheld', 'dismissed')"),
        *texts("ruling_reason", "declared_at", "ruled_at", "left_at", "returned_at"),
        key("stage", "juror", "candidacy", "origin"),
        of_a_member(),
        sqlite_strict=True,
    )
    op.create_table(
        "attendance",
        *texts("stage", "candidacy", "juror", "presence", "reason", "override"),
        key("stage", "candidacy", "juror"),
        of_an_entry(),
        of_a_member(),
        sqlite_strict=True,
    )
    op.create_table(
        "tenure",
        *texts("stage", "juror", "arrived", "left", "replaces", "reason"),
        key("stage", "juror"),
        of_a_member(),
        sqlite_strict=True,
    )
    op.create_table(
        "list_change",
        *texts("stage", "candidacy"),
        text("kind", check="kind IN ('joined', 'withdrawn')"),
        *texts("at", "reason"),
        key("stage", "candidacy", "kind"),
        of_an_entry(),
        sqlite_strict=True,
    )

"""A juror's workbook as values: what is handed out, and what comes back; found by hidden ids, never by titles.

Of the marks a workbook remembers those it was made with (its *base*), so that what the juror has typed and what was
changed here meanwhile can be told apart.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from fractions import Fraction
from pathlib import Path

from jury_desk.domain.candidacy import Candidacy
from jury_desk.domain.edition import Edition, RulesVersion, Stage
from jury_desk.domain.jury import Juror, Member
from jury_desk.domain.rules import Rules
from jury_desk.domain.scoring import Sheet

FORMAT = "1"
"""The version of the arrangement of a workbook."""
PROPERTY = "JuryDeskGrid"
"""The property by which a file is known: edition, stage and juror."""
HIDDEN_SHEET = "_jurydesk"
"""The sheet that says the same, and with which values the workbook was handed out."""
CANDIDACY, STATE, COMMENT, TOTAL = "@candidacy", "@state", "@comment", "@total"
"""What stands over the columns that are no criterion, in the hidden row of ids."""


@dataclass(frozen=True, slots=True)
class BookLine:
    """A candidacy in a juror's workbook.

    Attributes:
        marks: what the file holds, by criterion id.
        locked: nothing may be typed: the juror is out of it, or the sheet is declared final.
        total: of the sheet, where it has one.
    """

    candidacy: Candidacy
    position: int
    marks: Sheet
    comment: str = ""
    locked: bool = False
    total: Fraction | None = None


@dataclass(frozen=True, slots=True)
class JurorBook:
    """Everything that the workbook of one juror holds; ``edition_id`` tells its edition from all others."""

    edition: Edition
    edition_id: str
    stage: Stage
    rules: Rules
    version: RulesVersion
    juror: Juror
    member: Member
    lines: tuple[BookLine, ...]


@dataclass(frozen=True, slots=True)
class ReturnedLine:
    """A candidacy in a workbook that came back; every value as the text that a person would read.

    Attributes:
        row: its number in the sheet.
        marks, base: what is in the cells now, and what was when it was handed out, by criterion id; empty for nothing.
        state, base_state: a word for recused, absent or abstained.
    """

    row: int
    candidacy: str
    marks: Mapping[str, str]
    base: Mapping[str, str]
    state: str = ""
    base_state: str = ""
    comment: str = ""
    base_comment: str = ""
    comments: Mapping[str, str] = field(default_factory=dict)
    """Comments that single criteria ask for, by criterion id."""
    base_comments: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class ReturnedBook:
    """A workbook that came back.

    Attributes:
        handed_out: the ids of the candidacies it held then; empty where it does not say.
    """

    path: Path
    edition_id: str
    stage: str
    juror: str
    fingerprint: str
    made_at: str
    lines: tuple[ReturnedLine, ...]
    handed_out: frozenset[str] = frozenset()

"""Blank sheets as values: what is printed for each juror, before any form is given to it."""

from dataclasses import dataclass
from enum import StrEnum

from jury_desk.domain.candidacy import Candidacy
from jury_desk.domain.edition import Edition, RulesVersion, Stage
from jury_desk.domain.jury import Juror, Member
from jury_desk.domain.rules import Rules
from jury_desk.domain.sheet_number import printed


class PaperLayout(StrEnum):
    """How a juror's blank sheets are laid out."""

    PAGE_EACH = "page_each"
    """One A4 for each candidacy, with room for what justifies each mark."""
    TABLE = "table"
    """One table for all the candidacies."""


@dataclass(frozen=True, slots=True)
class PaperSheet:
    """One sheet to fill in: which candidacy, its place in the order of passage, its number as digits."""

    candidacy: Candidacy
    position: int
    number: str

    @property
    def printed_number(self) -> str:
        """The number as people read it."""
        return printed(self.number)


@dataclass(frozen=True, slots=True)
class JurorPaper:
    """A juror's pile of sheets, in the order of passage."""

    juror: Juror
    member: Member
    sheets: tuple[PaperSheet, ...]


@dataclass(frozen=True, slots=True)
class StagePaper:
    """Everything that blank sheets print."""

    edition: Edition
    stage: Stage
    rules: Rules
    version: RulesVersion
    piles: tuple[JurorPaper, ...]

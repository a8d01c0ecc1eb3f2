"""One row of a spreadsheet as what it says about a candidacy: who it is about, and what becomes of the one on file."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace

from jury_desk.domain.candidacy import Answer, Candidacy, Holder
from jury_desk.services.columns import Field, folded, is_blank
from jury_desk.services.ports import SheetRow

Identity = tuple[str, ...]

FIRST_HOLDER = frozenset(
    {Field.HOLDER_NAME, Field.HOLDER_FIRST_NAME, Field.HOLDER_FULL_NAME, Field.HOLDER_EMAIL},
)
"""The fields of the person who filled the form in; the others are named together in one cell."""

PERSON = re.compile(r"(?:[A-ZÀ-ÖØ-ÞŒ][\w'’-]*(?:\s+|$)){2,4}")
"""Two to four words with capital letters: what « et » may separate without cutting an organisation's name."""


@dataclass(frozen=True, slots=True)
class Draft:
    """What a row says; cells in which nothing can be seen say nothing.

    Attributes:
        number: the row's number in the sheet.
        fields: the cells of the columns that are fields.
        answers: the other columns.
    """

    number: int
    fields: Mapping[Field, str]
    answers: tuple[Answer, ...]

    @property
    def identity(self) -> Identity:
        """What tells this candidacy from the others: its reference, else e-mail and title, else its title."""
        title = folded(self.fields.get(Field.TITLE, ""))
        if Field.REFERENCE in self.fields:
            return ("reference", folded(self.fields[Field.REFERENCE]))
        if Field.HOLDER_EMAIL in self.fields:
            return ("email", folded(self.fields[Field.HOLDER_EMAIL]), title)
        return ("title", title)

    def onto(self, candidacy: Candidacy) -> Candidacy:
        """The candidacy after this row: what the row does not say stays as it is."""
        return replace(
            candidacy,
            title=self.fields.get(Field.TITLE, candidacy.title),
            reference=self.fields.get(Field.REFERENCE, candidacy.reference),
            summary=self.fields.get(Field.SUMMARY, candidacy.summary),
            service=self.fields.get(Field.SERVICE, candidacy.service),
            submitted=self.fields.get(Field.SUBMITTED, candidacy.submitted),
            holders=self._holders(candidacy.holders),
            answers=_merged_answers(candidacy.answers, self.answers),
        )

    def _holders(self, known: tuple[Holder, ...]) -> tuple[Holder, ...]:
        names = split_names(self.fields.get(Field.HOLDERS, ""))
        if FIRST_HOLDER.isdisjoint(self.fields):
            return tuple(_same_person(name, known) for name in names) or known
        first = self._first_holder(known[0] if known else Holder(name=""))
        return (first, *(tuple(_same_person(name, known[1:]) for name in names) or known[1:]))

    def _first_holder(self, known: Holder) -> Holder:
        full_name = self.fields.get(Field.HOLDER_FULL_NAME, known.full_name)
        # « Awa Diop » in one cell is no better than the first name and name on file.
        told = known if folded(full_name) == folded(known.full_name) else replace(known, name=full_name, first_name="")
        return replace(
            told,
            name=self.fields.get(Field.HOLDER_NAME, told.name),
            first_name=self.fields.get(Field.HOLDER_FIRST_NAME, told.first_name),
            email=self.fields.get(Field.HOLDER_EMAIL, told.email),
        )


def draft_of(row: SheetRow, columns: Mapping[str, Field | None]) -> Draft:
    """What a row says, by the fields of its columns in their order."""
    told = [
        (name, field, cell)
        for (name, field), cell in zip(columns.items(), row.cells, strict=True)
        if not is_blank(cell) and field is not Field.IGNORED
    ]
    return Draft(
        number=row.number,
        fields={field: cell for _, field, cell in told if field},
        answers=tuple(Answer(name, cell) for name, field, cell in told if not field),
    )


def identities_of(candidacy: Candidacy) -> set[Identity]:
    """Every identity under which a row may mean this candidacy."""
    title = folded(candidacy.title)
    identities: set[Identity] = {("title", title)}
    identities |= {("email", folded(holder.email), title) for holder in candidacy.holders if holder.email}
    if candidacy.reference:
        identities.add(("reference", folded(candidacy.reference)))
    return identities


def split_names(text: str) -> tuple[str, ...]:
    """The persons of a cell that names several: one a line, or between semicolons, or « A et B » when both are names.

    Commas separate nothing: « Diallo, Awa » is one person.
    """
    pieces = [piece.strip() for piece in re.split(r"[;\r\n]+", text)]
    return tuple(name for piece in pieces if not is_blank(piece) for name in _around_et(piece))


def _around_et(piece: str) -> list[str]:
    names = [name.strip() for name in re.split(r"\s+(?:et|and)\s+", piece)]
    return names if all(PERSON.fullmatch(name) for name in names) else [piece]


def _same_person(name: str, known: tuple[Holder, ...]) -> Holder:
    """The person of that name on file, or a new one."""
    return next((holder for holder in known if folded(holder.full_name) == folded(name)), Holder(name))


def _merged_answers(known: tuple[Answer, ...], told: tuple[Answer, ...]) -> tuple[Answer, ...]:
    answers = {answer.question: answer for answer in known} | {answer.question: answer for answer in told}
    return tuple(answers.values())

"""Which column of a spreadsheet is which field of a candidacy, by the titles forms and offices give their columns.

Only a title that is an alias to the letter (accents, case and punctuation apart) is recognised: a wrong guess would
move a person's answer into another field, and nobody would see it.
"""

import re
import unicodedata
from collections.abc import Mapping, Sequence
from enum import StrEnum

from jury_desk.domain.errors import DomainError


class Field(StrEnum):
    """What a column can be; ``IGNORED`` is not kept at all, and a column without a field is kept as an answer."""

    REFERENCE = "reference"
    TITLE = "title"
    SUMMARY = "summary"
    SERVICE = "service"
    HOLDER_FIRST_NAME = "holder_first_name"
    HOLDER_NAME = "holder_name"
    HOLDER_FULL_NAME = "holder_full_name"
    HOLDER_EMAIL = "holder_email"
    HOLDERS = "holders"
    SUBMITTED = "submitted"
    IGNORED = "ignored"


ALIASES: Mapping[Field, tuple[str, ...]] = {
    Field.REFERENCE: (
        # demarche.numerique.gouv.fr, Microsoft Forms, LimeSurvey
        *("id", "numero de dossier", "n de dossier", "numero du dossier", "id du dossier", "dossier id", "dossier"),
        *("id de la reponse", "response id", "id reponse"),
        # Framaforms
        *("sid", "serial", "numero de serie", "identifiant de la soumission"),
        # open data and plain sheets
        *(
            "reference",
            "ref",
            "identifiant",
            "identifier",
            "numero",
            "no",
            "code projet",
            "project id",
            "application id",
        ),
        *("application number", "slug", "identifiant projet gagnant", "identifiant du projet", "identifiant projet"),
    ),
    Field.TITLE: (
        *("nom du projet", "titre du projet", "intitule du projet", "nom de votre projet", "titre de votre projet"),
        *("quel est le nom de votre projet", "quel est le titre de votre projet", "titre de la candidature"),
        *("nom de l idee", "titre de l idee", "titre projet gagnant", "titre projet", "nom projet", "intitule projet"),
        *("project name", "project title", "name of the project", "title of the project", "idea", "application title"),
        *("titre", "intitule", "title", "projet", "project", "candidature", "idee", "libelle"),
    ),
    Field.SUMMARY: (
        *("le projet en une phrase", "votre projet en une phrase", "resume du projet", "resume", "en une phrase"),
        *("description du projet", "presentation du projet", "description courte", "description", "presentation"),
        *("summary", "abstract", "project summary", "project description", "pitch", "mission", "short description"),
    ),
    Field.SERVICE: (
        *("direction ou service", "direction service", "direction et service", "service ou direction", "service"),
        *("votre direction ou service", "service de rattachement", "direction de rattachement", "votre service"),
        *("direction", "votre direction", "direction pilote projet", "structure", "organisme", "entite"),
        *("department", "team", "unit", "organisation", "organization", "employer"),
    ),
    Field.HOLDER_FIRST_NAME: ("prenom", "first name", "firstname", "given name", "votre prenom", "prenom du porteur"),
    Field.HOLDER_NAME: (
        *("nom", "nom de famille", "votre nom", "nom du porteur", "last name", "lastname", "surname", "family name"),
        "name",
    ),
    Field.HOLDER_FULL_NAME: (
        *("nom et prenom", "prenom et nom", "nom prenom", "prenom nom", "vos nom et prenom", "votre nom et prenom"),
        *("porteur", "porteuse", "porteur du projet", "porteur de projet", "porteur se", "candidat", "demandeur"),
        *("full name", "your name", "applicant", "project holder", "project lead", "contact name"),
        "entreprise raison sociale",
    ),
    Field.HOLDER_EMAIL: (
        *("email", "e mail", "mail", "courriel", "adresse e mail", "adresse email", "adresse mail", "adresse courriel"),
        *("adresse electronique", "adresse de messagerie", "votre adresse e mail", "votre adresse email"),
        *("email address", "e mail address", "contact email"),
    ),
    Field.HOLDERS: (
        *("autres porteurs", "autres porteuses et porteurs", "porteurs", "porteurs du projet", "porteurs de projet"),
        *("co porteurs", "coporteurs", "equipe", "equipe projet", "equipe porteuse", "membres de l equipe"),
        *("other holders", "holders", "applicants", "team members", "co applicants"),
    ),
    Field.SUBMITTED: (
        *("depose le", "date de depot", "depot le", "date de soumission", "soumis le", "envoye le", "recu le"),
        *("heure de fin", "completion time", "submitdate", "date submitted", "submitted time", "completed time"),
        *("horodateur", "timestamp", "submitted", "submitted at", "submitted on", "submission date"),
    ),
    # Personal data that no jury needs.
    Field.IGNORED: ("ip address", "adresse ip", "ip", "ipaddr"),
}
"""The titles of each field, folded by :func:`heading_key`; the first ones win over the later ones."""

_KNOWN = frozenset(alias for aliases in ALIASES.values() for alias in aliases)


class UnknownColumn(DomainError):
    """A mapping that names a column which the sheet does not have."""

    column: str


class UnknownField(DomainError):
    """A mapping that gives a column a field which candidacies do not have."""

    column: str
    field: str


class FieldMappedTwice(DomainError):
    """A mapping that gives two columns one field."""

    field: str
    first: str
    second: str


def folded(text: str) -> str:
    """The text without accents, case, invisible characters and superfluous blanks, for comparing."""
    decomposed = unicodedata.normalize("NFKD", text.replace("’", "'"))
    seen = "".join(char for char in decomposed if unicodedata.category(char) not in {"Mn", "Cf"})
    return " ".join(seen.casefold().split())


def heading_key(heading: str) -> str:
    """A column title for comparing: folded, letters and digits only."""
    return " ".join(re.findall(r"[^\W_]+", folded(heading)))


def is_alias(heading: str) -> bool:
    """Whether a column title is one that this module knows."""
    return heading_key(heading) in _KNOWN


def is_blank(text: str) -> bool:
    """Whether nothing of the text can be seen."""
    return not any(char.isprintable() and not char.isspace() for char in text)


def column_letters(index: int) -> str:
    """What a spreadsheet calls its column, counted from 0: A, B … Z, AA."""
    letters = ""
    index += 1
    while index:
        index, rest = divmod(index - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters


def column_names(header: Sequence[str]) -> tuple[str, ...]:
    """A name of its own for each column: its title, its letters without one, its title and a number when repeated."""
    names: list[str] = []
    for index, heading in enumerate(header):
        name = wanted = column_letters(index) if is_blank(heading) else heading
        times = 1
        while name in names:
            times += 1
            name = f"{wanted} ({times})"
        names.append(name)
    return tuple(names)


def match_columns(header: Sequence[str], mapping: Mapping[str, str | None] | None = None) -> dict[str, Field | None]:
    """The field of each column by its name, or ``None`` for one that is kept as an answer.

    Args:
        header: the column titles, as written.
        mapping: what the user decided for some columns: a field, or nothing to keep it as an answer.

    Raises:
        UnknownColumn, UnknownField, FieldMappedTwice: about the user's decisions.
    """
    names = column_names(header)
    decided = _decided(names, mapping or {})
    columns = dict.fromkeys(names) | decided
    for field, aliases in ALIASES.items():
        if field in decided.values():
            continue
        free = {heading_key(name): name for name in reversed(names) if name not in decided and columns[name] is None}
        found = next((free[alias] for alias in aliases if alias in free), None)
        if found is not None:
            columns[found] = field
    return _whole_names(columns, decided)


def _decided(names: Sequence[str], mapping: Mapping[str, str | None]) -> dict[str, Field | None]:
    decided: dict[str, Field | None] = {}
    for column, field in mapping.items():
        name = next((name for name in names if name == column or heading_key(name) == heading_key(column)), None)
        if name is None:
            raise UnknownColumn(column)
        if field and field not in Field.__members__.values():
            raise UnknownField(column, field)
        holder = next((other for other, given in decided.items() if field and given == field), None)
        if holder is not None and field != Field.IGNORED:
            raise FieldMappedTwice(str(field), holder, name)
        decided[name] = Field(field) if field else None
    return decided


def _whole_names(columns: dict[str, Field | None], decided: Mapping[str, Field | None]) -> dict[str, Field | None]:
    """A « Nom » without a « Prénom » beside it holds both, as in Microsoft Forms."""
    taken = {Field.HOLDER_FIRST_NAME, Field.HOLDER_FULL_NAME} & set(columns.values())
    return {
        name: Field.HOLDER_FULL_NAME if field is Field.HOLDER_NAME and not taken and name not in decided else field
        for name, field in columns.items()
    }

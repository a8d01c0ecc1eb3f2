"""Links between a juror and a candidacy that names and services suggest: a reminder to ask, never a finding."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

from jury_desk.domain.candidacy import Candidacy
from jury_desk.domain.jury import Juror, Voice
from jury_desk.domain.records import Records
from jury_desk.services.columns import folded
from jury_desk.services.preparation import entries, panel
from jury_desk.services.recusals import recusals_of

_WORD = re.compile(r"[^\W\d_]+(?:[-'’][^\W\d_]+)*")
_CIVILITIES = frozenset({"m", "mr", "mme", "mlle", "mm", "mmes", "ms", "mrs", "dr", "pr", "monsieur", "madame"})
_PARTICLES = frozenset({"de", "d", "du", "des", "von", "van"})
_SAYS_NOT_WHICH = re.compile(
    "(?:adjoint|agence|bureau|cellule|charge|chef|cheff|departement|deputy|directeur|direction|director|directorate"
    "|directrice|division|general|head|mission|office|pole|regional|responsable|secretariat|service|unit)(?:e|s|es|aux)?"
    "|a|and|at|au|aux|d|de|des|du|en|et|for|in|l|la|le|les|of|sous|the"
)
"""Words of a rank or a kind of service, which do not say which one it is."""


class LinkKind(StrEnum):
    """What the juror and the holder have in common."""

    NAME = "name"
    SERVICE = "service"


@dataclass(frozen=True, slots=True)
class Link:
    """A suspected link; ``shared`` is the name or the service, as the candidacy writes it."""

    juror: Juror
    candidacy: Candidacy
    kind: LinkKind
    shared: str


def suspected_links(records: Records, stage: str) -> list[Link]:
    """The links that nobody has declared or ruled on yet, in the order of the panel, then of the passages."""
    asked = {(each.juror, each.candidacy) for each in recusals_of(records, stage)}
    candidacies = [records.need(Candidacy, entry.candidacy) for entry in entries(records, stage)]
    jurors = [juror for member, juror in panel(records, stage) if member.voice is not Voice.NONE]
    return [
        link
        for juror in jurors
        for candidacy in candidacies
        if not {(juror.id, candidacy.id), (juror.id, "")} & asked
        for link in _links(juror, candidacy)
    ]


@lru_cache(maxsize=4096)
def family_names(name: str) -> frozenset[str]:
    """The family name in a name as printed, folded, without particles; each half of a double name too.

    Capitals tell it where there are any (« Mme Hélène VASSEUR »), the last word where there are none.
    """
    words = [word for word in _WORD.findall(name) if folded(word) not in _CIVILITIES]
    capitals = [word for word in words if len(word) > 1 and word.isupper()]
    return _family(capitals or words[-1:])


def _links(juror: Juror, candidacy: Candidacy) -> Iterator[Link]:
    names = family_names(juror.name)
    for holder in candidacy.holders:
        if names & _holder_names(holder.name):
            yield Link(juror, candidacy, LinkKind.NAME, holder.name)
    function = _telling(juror.function)
    services = dict.fromkeys(filter(None, (candidacy.service, *(holder.service for holder in candidacy.holders))))
    for service in services:
        telling = _telling(service)
        if telling and telling <= function:
            yield Link(juror, candidacy, LinkKind.SERVICE, service)
            return


@lru_cache(maxsize=4096)
def _holder_names(name: str) -> frozenset[str]:
    """A holder's name has a field of its own: all its words belong to the family name."""
    return _family(_WORD.findall(name))


def _family(words: Sequence[str]) -> frozenset[str]:
    kept = (folded(word).removeprefix("d'") for word in words)
    whole = " ".join(word for word in kept if word not in _PARTICLES)
    halves = [half for half in whole.split("-") if len(half) > 2]
    return frozenset(filter(None, (whole, *halves)))


@lru_cache(maxsize=4096)
def _telling(text: str) -> frozenset[str]:
    """The words of a service or function that say which one it is."""
    return frozenset(word for word in re.findall(r"[^\W_]+", folded(text)) if not _SAYS_NOT_WHICH.fullmatch(word))

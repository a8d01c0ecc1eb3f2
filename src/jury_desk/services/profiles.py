"""Import profiles: what the exports of well-known form services always hold.

A profile decides about the columns it knows and leaves the form's own questions to :mod:`jury_desk.services.columns`.
Without one, columns are recognised by their titles alone; naming one also checks that the sheet is what it should be.
"""

import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from jury_desk import resources
from jury_desk.domain.errors import DomainError
from jury_desk.services.columns import column_names, heading_key


class ProfileDoesNotFit(DomainError):
    """A sheet that lacks a column which every export of that service has."""

    profile: str
    column: str


@dataclass(frozen=True, slots=True)
class Profile:
    """One service's exports.

    Attributes:
        signature: titles that every export has, each as the alternatives under which it may stand.
        columns: the field of each title that the service itself writes.
    """

    name: str
    signature: tuple[tuple[str, ...], ...]
    columns: Mapping[str, str]


@cache
def profiles() -> Mapping[str, Profile]:
    """Every profile by its name."""
    known = tomllib.loads(resources.path("profiles.toml").read_text(encoding="utf-8"))
    return {
        name: Profile(name, tuple(tuple(each) for each in table["signature"]), table["columns"])
        for name, table in known.items()
    }


def profile_mapping(name: str, header: Sequence[str]) -> dict[str, str | None]:
    """What a profile decides about the columns of a sheet, for :func:`jury_desk.services.candidacies.plan_import`.

    Raises:
        ProfileDoesNotFit: a column that every such export has is not there.
    """
    profile = profiles()[name]
    there = {heading_key(column): column for column in column_names(header)}
    for titles in profile.signature:
        if not any(heading_key(title) in there for title in titles):
            raise ProfileDoesNotFit(name, titles[0])
    return {there[key]: field for title, field in profile.columns.items() if (key := heading_key(title)) in there}

"""The wording of documents, per language, from ``resources/phrases/documents_fr.toml`` and ``documents_en.toml``.

Documents have a language of their own: the minutes may be French while the window is English.
"""

from collections.abc import Mapping
from datetime import tzinfo
from functools import cache
from typing import Any

from jury_desk import resources
from jury_desk.exports import typography
from jury_desk.services.phrasing import ordinal
from jury_desk.services.zones import zone_named

LANGUAGES = ("fr", "en")


class Phrases:
    """The phrases of one language, by dotted key, with the typography of that language and the hours of one zone."""

    def __init__(self, language: str, phrases: Mapping[str, Any], zone: tzinfo | None = None) -> None:
        self.language = language
        self.zone = zone
        self._phrases = dict(_flattened(phrases))

    def __call__(self, key: str, /, **facts: object) -> str:
        """The phrase of that key with its facts filled in; facts are printed as given.

        With a fact ``count``, the phrase ``key.one`` or ``key.other`` is taken where the phrases have it.
        """
        if "count" in facts and f"{key}.other" in self._phrases:
            key = f"{key}.{self._plural(facts['count'])}"
        # The typography first: it must not touch what people typed.
        return typography.spaced(self._phrases[key], self.language).format(**facts)

    def has(self, key: str) -> bool:
        """Whether there is a phrase of that key."""
        return key in self._phrases

    def number(self, decimal: str) -> str:
        """A decimal text of the engine as this language prints it."""
        return typography.number(decimal, self.language)

    def ordinal(self, place: int) -> str:
        """A place: ``1er``, ``1st``."""
        return ordinal(place, self.language)

    def long_date(self, iso: str) -> str:
        """A date with its day of the week."""
        return typography.long_date(iso, self.language)

    def instant(self, iso: str) -> str:
        """A UTC instant."""
        return typography.instant(iso, self.language, self.zone)

    def hour(self, iso: str) -> str:
        """The time of day of a UTC instant."""
        return typography.hour(iso, self.language, self.zone)

    def list(self, items: list[str]) -> str:
        """The items with commas and a final « et » or “and”."""
        return typography.enumeration(items, self.language)

    def _plural(self, count: object) -> str:
        # French counts 0 and 1 as singular, English 1 alone.
        singular = (0, 1) if self.language == "fr" else (1,)
        return "one" if count in singular else "other"


@cache
def phrases_of(language: str, zone: str = "") -> Phrases:
    """The phrases of ``language``; of French for a language that documents do not have.

    Args:
        language: of the document.
        zone: of the edition, by its IANA name; empty: that of the computer.
    """
    known = language if language in LANGUAGES else LANGUAGES[0]
    return Phrases(known, resources.phrases("documents", known), zone_named(zone))


def _flattened(phrases: Mapping[str, Any], prefix: str = "") -> list[tuple[str, str]]:
    flat: list[tuple[str, str]] = []
    for name, value in phrases.items():
        flat += _flattened(value, f"{prefix}{name}.") if isinstance(value, Mapping) else [(prefix + name, value)]
    return flat

"""Standings as the JSON document that scripts and auditors read; its shape is part of the command line's promise."""

from collections.abc import Sequence
from datetime import tzinfo
from typing import Any

from jury_desk.domain.footnotes import Footnote
from jury_desk.domain.rubric import Across
from jury_desk.domain.rules import Rules
from jury_desk.domain.standings import Standing, Standings
from jury_desk.services.footnotes import footnote_sentences
from jury_desk.services.method import method_words


def standings_document(
    standings: Standings, language: str = "", *, footnotes: Sequence[Footnote] | None = None, zone: tzinfo | None = None
) -> dict[str, Any]:
    """The document: ``fingerprint``, ``method`` in words, ``standings`` in rank order, and ``footnotes`` as sentences.

    Numbers are texts: decimals as printed, ``exact`` as a fraction such as ``66/5``. What a candidacy does not have is
    ``null``. ``corrected`` is there only under rules that correct.

    Args:
        standings: the computed ranking.
        language: of what is in words; empty: the language of the rules.
        footnotes: what a reader must know beside the ranking; ``None`` where no file of an edition can tell.
        zone: whose clocks the footnotes go by; ``None``: those of this computer.
    """
    corrects = _corrects(standings.rules)
    document = {
        "fingerprint": standings.fingerprint,
        "method": method_words(standings.rules, language),
        "standings": [_standing(each, corrects=corrects) for each in standings.standings],
    }
    if footnotes is not None:
        document["footnotes"] = footnote_sentences(footnotes, language or standings.rules.language, zone)
    return document


def _standing(standing: Standing, *, corrects: bool) -> dict[str, Any]:
    document: dict[str, Any] = {
        "candidacy": standing.candidacy,
        "place": standing.place,
        "shared": standing.shared,
        "result": standing.result or None,
        "own": standing.own or None,
        "exact": None if standing.exact is None else str(standing.exact),
        "status": standing.status.value,
        "sheets_counted": standing.sheets_counted,
        "sheets_expected": standing.sheets_expected,
        "criteria": dict(standing.criteria),
        "sections": dict(standing.sections),
        "corrected": list(standing.corrected),
        "ties": [{"step": tie.step, "values": dict(tie.values), "separated": tie.separated} for tie in standing.ties],
        "selection": standing.selection.value if standing.selection else None,
    }
    if not corrects:
        del document["corrected"]
    return document


def _corrects(rules: Rules) -> bool:
    methods = {rules.aggregation.across_jurors, *(criterion.across_jurors for criterion in rules.criteria)}
    return Across.CORRECTED_MEAN in methods

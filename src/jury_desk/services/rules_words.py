"""The words of a règlement: what its keys and values are called, and what differs between two, for people.

The window, the comparison of versions and the documents take them from here, so that a thing has one name everywhere.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import Any

from jury_desk.domain.errors import NotANumber
from jury_desk.domain.exact import exact_text, parse_exact
from jury_desk.domain.rubric import Criterion
from jury_desk.domain.rules import Rules
from jury_desk.domain.rules_changes import CRITERIA, RulesChange
from jury_desk.resources import phrases
from jury_desk.services.drafting import value_at
from jury_desk.services.drafting_times import BREAKS, PHASES, break_words, phase_words
from jury_desk.services.method import tie_step_words

_SIGNS = (("<=", "≤"), (">=", "≥"))
_OF_A_CRITERION = re.compile(r"criteria\[(\d+)\](?:\.(\w+).*)?")
_OF_A_LINE = re.compile(r"timing\.(phases|breaks)\[(\d+)\](?:\.(\w+).*)?")
_ORDER = f"{CRITERIA}.order"
_USUAL = {"kind": "mark", "source": "jurors", "better": "higher", "comment": "optional", "across_jurors": ""}
_SPEAKING = ("kind", "across_jurors")
"""Keys whose values say by themselves what they are about."""
_ENDS = {f"{CRITERIA}.{key}": f"own_scale.{key}" for key in ("min", "max", "step")}
"""Heads of columns say « De, À » of a scale; away from them it takes more words."""
_TEXTS = ("title", "criteria.name", "criteria.section", "version")
"""What people wrote is shown as they wrote it."""


@dataclass(frozen=True, slots=True)
class ChangeLine:
    """One difference in words: where, what stood there, what stands there now."""

    what: str
    before: str
    after: str


def key_words(key: str, language: str, *, name: str = "") -> str:
    """What a key is called, such as ``aggregation.out_of``; the key itself for one without a name.

    Args:
        key: the key, with the name of its table.
        language: ``fr`` or ``en``.
        name: of the earlier stage, for ``carry_over.stages``.
    """
    found: Any = phrases("vocabulary", language)["keys"]
    for part in key.split("."):
        found = found.get(part) if isinstance(found, Mapping) else None
    return found.format(name=name) if isinstance(found, str) else key


def value_words(key: str, value: str, language: str) -> str:
    """What a word of the rules file is called, such as ``median`` of ``aggregation.across_jurors``; else itself."""
    words: Mapping[str, Any] = phrases("vocabulary", language)["values"]
    known: Mapping[str, str] = words.get(key.rpartition(".")[2], {})
    return known.get(value, value)


def choices(key: str, language: str) -> list[tuple[str, str]]:
    """Every word that a key may have, each with what it is called."""
    return list(phrases("vocabulary", language)["values"][key.rpartition(".")[2]].items())


def threshold_words(threshold: str, language: str) -> str:
    """``<= 5`` as « ≤ 5 »."""
    shown = _decimal(threshold, language)
    for comparator, sign in _SIGNS:
        shown = shown.replace(comparator, sign)
    return shown


def criterion_facts(criterion: Mapping[str, Any], language: str) -> list[str]:
    """What a criterion of a document says besides name, weight, scale, threshold and levels, where it is not the usual.

    Args:
        criterion: its table, as written or canonical.
        language: ``fr`` or ``en``.
    """
    told = []
    for key, usual in _USUAL.items():
        word = str(criterion.get(key) or usual)
        if word != usual:
            words = value_words(key, word, language)
            told.append(words if key in _SPEAKING else _named(key, words, language))
    if criterion.get("section"):
        told.append(_named("section", str(criterion["section"]), language))
    return told


def _named(key: str, words: str, language: str) -> str:
    common = phrases("vocabulary", language)["common"]
    return str(common["fact"].format(what=key_words(f"criteria.{key}", language), words=words))


def change_lines(
    former: Rules, newer: Rules, changes: Sequence[RulesChange], language: str, stages: Mapping[str, str] | None = None
) -> tuple[ChangeLine, ...]:
    """Differences in words, one line each.

    Args:
        former: the rules before.
        newer: the rules after.
        changes: what differs between them.
        language: ``fr`` or ``en``.
        stages: the names of the stages, by id, for results carried over.
    """
    words = _Words(former, newer, language, stages or {})
    return tuple(
        ChangeLine(words.place(each), words.value(each, each.before, former), words.value(each, each.after, newer))
        for each in changes
    )


def place_words(path: str, document: Mapping[str, Any], language: str) -> str:
    """Where in a draft a path stands, before what is wrong there: « Problème » : poids – …; nothing for the whole."""
    common = phrases("vocabulary", language)["common"]
    inside, line = _OF_A_CRITERION.fullmatch(path), _OF_A_LINE.fullmatch(path)
    if line is not None:
        where = key_words(f"line.{line[1]}", language, name=str(int(line[2]) + 1))
        if line[3]:
            where = common["of_line"].format(line=where, what=key_words(f"line.{line[3]}", language))
        return f"{where} – "
    if inside is None:
        name = key_words(re.sub(r"\[\d+\]", "", path), language)
        return f"{name} – " if path not in (name, CRITERIA) else ""
    named = value_at(document, f"{CRITERIA}[{inside[1]}].name") or f"{int(inside[1]) + 1}"
    if not inside[2]:
        return f"{common['criterion'].format(name=named)} – "
    key = f"{CRITERIA}.{inside[2]}"
    what = key_words(_ENDS.get(key, key), language)
    return f"{common['of_criterion'].format(name=named, what=what[:1].lower() + what[1:])} – "


def session_words(rules: Rules, language: str = "") -> str:
    """The sentences of :func:`session_sentences`, one after the other."""
    return " ".join(session_sentences(rules, language))


def session_sentences(rules: Rules, language: str = "") -> list[str]:
    """Quorum, recusal, presence and votes, in full sentences.

    Args:
        rules: the règlement.
        language: ``fr`` or ``en``; empty: the language of the rules.
    """
    language = language or rules.language
    said: Mapping[str, str] = phrases("vocabulary", language)["session"]
    panel, told = rules.panel, []
    quorum = panel.get("quorum")
    told.append(said["quorum"].format(quorum=quorum) if quorum else said["no_quorum"])
    if quorum and "recused_in_quorum" in panel:
        told.append(said["recused_in_quorum" if panel["recused_in_quorum"] else "recused_not_in_quorum"])
    told.append(said[f"recusal_scope_{panel.get('recusal_scope', 'candidacy')}"])
    if panel.get("absence_scope") == "stage":
        told.append(said["absence_scope_stage"])
    told += [said[flag] for flag in ("presence_required", "casting_vote") if panel.get(flag)]
    mode = str(panel.get("vote_mode", ""))
    if mode:
        told.append(said.get(f"vote_mode_{mode}", said["vote_mode"].format(mode=mode)))
    return told


class _Words:
    """The words for the differences of two règlements."""

    def __init__(self, former: Rules, newer: Rules, language: str, stages: Mapping[str, str]) -> None:
        self._former = former
        self._newer = newer
        self._language = language
        self._stages = stages
        self._common: Mapping[str, str] = phrases("vocabulary", language)["common"]

    def place(self, change: RulesChange) -> str:
        """Where, with the criterion's name as it now is."""
        table, _, stage = change.key.partition(".stages.")
        key = f"{table}.stages" if stage else _ORDER if change.key == CRITERIA else change.key
        if not change.criterion:
            return key_words(key, self._language, name=self._stages.get(stage, stage))
        name = self._criterion(change.criterion)
        if change.key == CRITERIA:
            return self._common["criterion"].format(name=name)
        what = key_words(_ENDS.get(key, key), self._language)
        return self._common["of_criterion"].format(name=name, what=what[:1].lower() + what[1:])

    def value(self, change: RulesChange, value: Any, rules: Rules) -> str:
        """What stood, or stands, there."""
        match value:
            case None:
                return self._common["nothing"]
            case bool():
                return self._common["yes" if value else "no"]
            case Mapping():
                return self._whole(rules.criterion(change.criterion))
            case list():
                return self._list(change, value, rules) or self._common["nothing"]
            case _:
                return self._text(change.key, str(value))

    def _text(self, key: str, text: str) -> str:
        if key in _TEXTS:
            return text
        if key.endswith(".eliminatory"):
            return threshold_words(text, self._language)
        return _decimal(value_words(key, text, self._language), self._language)

    def _criterion(self, id_: str) -> str:
        found = self._newer.criterion(id_) or self._former.criterion(id_)
        return found.name if found else id_

    def _whole(self, criterion: Criterion | None) -> str:
        """A criterion that came or went, in short: its weight and scale."""
        if criterion is None:
            return self._common["nothing"]
        scale = criterion.scale
        low, high, step, weight = (
            self._number(each) for each in (scale.minimum, scale.maximum, scale.step, criterion.weight)
        )
        told = [self._common["weight"].format(weight=weight)] if criterion.counts else []
        told.append(self._common["scale"].format(low=low, high=high, step=step))
        return self._common["comma"].join(told)

    def _list(self, change: RulesChange, values: list[Any], rules: Rules) -> str:
        criterion = rules.criterion(change.criterion)
        if change.key == "criteria.levels" and criterion is not None:
            levels = zip(criterion.level_marks, criterion.levels, strict=True)
            told = [self._common["level"].format(mark=self._number(mark), text=text) for mark, text in levels if text]
            return self._common["separator"].join(told)
        if change.key == "ties.chain":
            return self._common["comma"].join(
                tie_step_words(str(each), rules, self._language, self._stages) for each in values
            )
        if change.key == CRITERIA:
            return self._common["comma"].join(self._criterion(str(each)) for each in values)
        if change.key in (PHASES, BREAKS):
            words = phase_words if change.key == PHASES else break_words
            return self._common["separator"].join(words(each, self._language) for each in values)
        return self._common["separator"].join(_decimal(_plain(each), self._language) for each in values)

    def _number(self, value: Fraction) -> str:
        return _decimal(exact_text(value), self._language)


def _plain(value: Any) -> str:
    """An item of a table that has no words of its own: its values one after the other."""
    return " ".join(map(str, value.values())) if isinstance(value, Mapping) else str(value)


def _decimal(text: str, language: str) -> str:
    """A number with the decimal sign of the language; other texts as they are."""
    bare = text.lstrip("<>= ")
    try:
        parse_exact(bare)
    except NotANumber:
        return text
    return text.replace(".", ",") if language == "fr" else text

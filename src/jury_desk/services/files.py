"""New editions: blank, from another edition, or the example."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from jury_desk.domain.edition import Edition, RulesVersion, Stage
from jury_desk.domain.errors import FileNotFound
from jury_desk.domain.jury import Juror, Member, Presence
from jury_desk.resources import phrases
from jury_desk.services.example import build_example
from jury_desk.services.ports import JuryFile, Toolbox
from jury_desk.services.preparation import STANDARD_PATH, begin_edition, stages


def new_edition(toolbox: Toolbox, path: Path, edition: Edition) -> JuryFile:
    """A new file with the standard path and nothing else, open.

    Raises:
        FileExists, FileNotWritable: as :meth:`jury_desk.services.ports.EditionFiles.create`.
    """
    file = toolbox.files.create(path)
    begin_edition(file, replace(edition, zone=edition.zone or toolbox.zone()), standard_stages(edition.language))
    return file


def open_example(toolbox: Toolbox, path: Path) -> JuryFile:
    """The example edition at ``path``, made there the first time, open.

    Raises:
        As :meth:`EditionFiles.open` and :meth:`EditionFiles.create`.
    """
    try:
        return toolbox.files.open(path)
    except FileNotFound:
        return build_example(toolbox, path)


def standard_stages(language: str) -> Sequence[Stage]:
    """The stages of a new edition, named in ``language``."""
    names = phrases("acts", language)["stages"]
    return [Stage(name, kind, names[name], position) for position, (name, kind) in enumerate(STANDARD_PATH, 1)]


def new_from(toolbox: Toolbox, path: Path, other: Path) -> JuryFile:
    """A new file with another edition's path, rules and jury, and no data of candidates, open.

    Rules come as drafts: each edition freezes its own. Presence and declarations are those of a past session and do
    not come along.

    Raises:
        As :meth:`EditionFiles.open` for the other file and :meth:`EditionFiles.create` for the new one.
    """
    source = toolbox.files.open(other)
    try:
        records = source.records
        edition = replace(records.need(Edition), fictitious=False)
        path_taken = [replace(stage, date="", place="") for stage in stages(records)]
        jurors = records.within(Juror)
        members = records.within(Member)
        rules = _newest_rules(records.within(RulesVersion))
    finally:
        source.close()
    file = toolbox.files.create(path)
    begin_edition(file, edition, path_taken)
    with file.unit() as unit:
        for juror in jurors:
            unit.put(juror)
        for member in members:
            unit.put(replace(member, presence=Presence.PRESENT, declared=False))
        for version in rules:
            unit.put(replace(version, version=1, frozen_at="", fingerprint="", author="", reason=""))
        unit.commit("forms_taken_over")
    return file


def _newest_rules(versions: Sequence[RulesVersion]) -> Sequence[RulesVersion]:
    by_stage = {version.stage: version for version in sorted(versions, key=lambda each: each.version)}
    return list(by_stage.values())

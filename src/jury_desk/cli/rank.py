"""``jury-desk rank``: a ranking from a règlement and a table of marks, without a file of an edition."""

import json
from collections.abc import Sequence
from pathlib import Path

from jury_desk.cli.messages import Words
from jury_desk.cli.tables import standings_text
from jury_desk.services.method import method_words
from jury_desk.services.ports import TextFiles
from jury_desk.services.ranking import rank_files
from jury_desk.services.standings_json import standings_document


def rank_command(
    readers: TextFiles, rules: Path, marks: Path, carry: Sequence[tuple[str, Path]], words: Words, *, as_json: bool
) -> str:
    """What the command prints: one JSON document, or a table with the method below it.

    Args:
        readers: read the files.
        rules: the règlement, TOML.
        marks: the long table of marks.
        carry: earlier stages with the files of their results.
        words: the language of the table; the JSON document speaks the language of the rules.
        as_json: print the document.

    Raises:
        DomainError: whatever the files do not allow.
    """
    carried = {stage: readers.read_results(path) for stage, path in carry}
    standings = rank_files(readers.read_rules(rules), readers.read_marks(marks), carried)
    if as_json:
        return json.dumps(standings_document(standings), ensure_ascii=False, indent=2)
    table = standings_text(standings, {}, words)
    return f"{table}\n\n{method_words(standings.rules, words.language)}\nSHA-256 {standings.fingerprint}"


def carried_stage(text: str) -> tuple[str, Path]:
    """Read ``STAGE=RESULTS.csv``.

    Raises:
        ValueError: a part is missing, which is wrong usage.
    """
    stage, equals, path = text.partition("=")
    if not (stage and equals and path):
        raise ValueError(f"{text!r} is not STAGE=RESULTS.csv")
    return stage, Path(path)

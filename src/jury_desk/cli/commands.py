"""The subcommands of ``jury-desk``, each a thin layer over a use case.

Exit status 0: done. 1: a problem told in one sentence on standard error. 2: wrong usage. With ``--json`` standard
output holds one JSON document and nothing else.
"""

import argparse
import getpass
import json
import sys
from collections.abc import Callable, Sequence
from dataclasses import asdict
from functools import partial
from pathlib import Path
from typing import Any

from jury_desk.cli import tables
from jury_desk.cli.grids import LAYOUTS, add_outgoing, collect_command, sheets_command, workbooks_command
from jury_desk.cli.messages import Words, language_of_the_system
from jury_desk.cli.opening import opened
from jury_desk.cli.rank import carried_stage, rank_command
from jury_desk.domain.edition import Edition
from jury_desk.domain.errors import DomainError
from jury_desk.domain.rules import Rules
from jury_desk.services.candidacies import confirm_import, import_document, plan_import
from jury_desk.services.deliberation import standings_of
from jury_desk.services.example import build_example
from jury_desk.services.files import new_edition, new_from
from jury_desk.services.footnotes import footnote_sentences, footnotes_of
from jury_desk.services.marks import import_marks
from jury_desk.services.ports import JuryFile, TextFiles, Toolbox
from jury_desk.services.preparation import amend_rules, current_rules, set_rules
from jury_desk.services.profiles import profile_mapping, profiles
from jury_desk.services.reporting import export_documents, stage_report, with_explanations, with_robustness
from jury_desk.services.robustness import robustness_of
from jury_desk.services.robustness_words import robustness_sentences
from jury_desk.services.signing import sign_minutes
from jury_desk.services.standings_json import standings_document
from jury_desk.services.verification import verification_document, verify
from jury_desk.services.verification_words import difference_sentence, verdict
from jury_desk.services.zones import zone_of

COMMANDS = (
    *("demo", "new", "import", "rules", "sheets", "workbooks", "collect", "marks", "standings", "export", "check"),
    *("verify", "sign", "rank"),
)


def run(arguments: Sequence[str], make_toolbox: Callable[[], Toolbox], make_text_files: Callable[[], TextFiles]) -> int:
    """Carry out one command; returns the exit status.

    Args:
        arguments: the command and its own.
        make_toolbox: everything plugged in; loads the database's library.
        make_text_files: enough for ``rank``, which needs no file of an edition.
    """
    words = Words(language_of_the_system())
    options = _parser(words).parse_args(arguments)
    try:
        tools = make_text_files() if options.act is _rank else make_toolbox()
        status: int = options.act(options, tools, words)
    except DomainError as error:
        sys.stderr.write(f"{words.error(error)}\n")
        return 1
    return status


def _parser(words: Words) -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="jury-desk", description=words["program"])
    commands = parser.add_subparsers(required=True, metavar="COMMAND")

    def add(name: str, act: Callable[[argparse.Namespace, Any, Words], int]) -> argparse.ArgumentParser:
        command = commands.add_parser(name, help=words[name], description=words[name])
        command.set_defaults(act=act)
        return command

    demo = add("demo", _demo)
    demo.add_argument("folder", type=Path, metavar="DIR")

    new = add("new", _new)
    _add_file(new)
    new.add_argument("--from", dest="source", default="blank", metavar="example|blank|OTHER.jury")

    importing = add("import", _import)
    _add_file(importing)
    importing.add_argument("sheet", type=Path, metavar="SHEET")
    importing.add_argument("--profile", choices=tuple(profiles()), help=words["profile"])
    importing.add_argument("--mapping", type=Path, metavar="MAP.toml", help=words["mapping"])
    importing.add_argument("--dry-run", action="store_true", help=words["dry_run"])
    _add_json(importing, words)

    rules = add("rules", _rules)
    _add_file(rules)
    rules.add_argument("stage", metavar="STAGE")
    rules.add_argument("rules", type=Path, nargs="?", metavar="RULES.toml")
    rules.add_argument("--reason", metavar="TEXT", help=words["reason"])
    rules.add_argument("--author", metavar="NAME", default="", help=words["author"])
    rules.add_argument("--clear-marks", action="store_true", help=words["clear_marks"])

    _add_grids(add, words)

    marks = add("marks", _marks)
    _add_file(marks)
    marks.add_argument("stage", metavar="STAGE")
    marks.add_argument("marks", type=Path, metavar="MARKS")

    standings = add("standings", _standings)
    _add_file(standings)
    standings.add_argument("stage", metavar="STAGE")
    standings.add_argument("--robustness", action="store_true", help=words["robustness"])
    _add_json(standings, words)

    _add_export(add("export", _export), words)

    check = add("check", _check)
    _add_file(check)
    _add_json(check, words)

    _add_verify(add("verify", _verify), words)
    _add_sign(add("sign", _sign), words)

    ranking = add("rank", _rank)
    ranking.add_argument("rules", type=Path, metavar="RULES.toml")
    ranking.add_argument("marks", type=Path, metavar="MARKS")
    ranking.add_argument(
        "--carry", action="append", default=[], type=carried_stage, metavar="STAGE=RESULTS.csv", help=words["carry"]
    )
    _add_json(ranking, words)
    return parser


def _add_grids(add: Callable[..., argparse.ArgumentParser], words: Words) -> None:
    printing = add("sheets", _sheets)
    _add_file(printing)
    printing.add_argument("stage", metavar="STAGE")
    printing.add_argument("pdf", type=Path, metavar="SHEETS.pdf")
    printing.add_argument("--layout", choices=tuple(LAYOUTS), default="page", help=words["layout"])
    add_outgoing(printing, words)

    handing_out = add("workbooks", _workbooks)
    _add_file(handing_out)
    handing_out.add_argument("stage", metavar="STAGE")
    handing_out.add_argument("folder", type=Path, metavar="DIR")
    add_outgoing(handing_out, words)

    collecting = add("collect", _collect)
    _add_file(collecting)
    collecting.add_argument("stage", metavar="STAGE")
    collecting.add_argument("workbooks", type=Path, nargs="+", metavar="WORKBOOK")
    collecting.add_argument("--dry-run", action="store_true", help=words["collect_dry_run"])
    collecting.add_argument("--partial", action="store_true", help=words["partial"])
    _add_json(collecting, words)


def _add_verify(command: argparse.ArgumentParser, words: Words) -> None:
    command.add_argument("minutes", type=Path, metavar="MINUTES.pdf")
    command.add_argument("file", type=Path, nargs="?", metavar="FILE.jury")
    _add_json(command, words)


def _add_sign(command: argparse.ArgumentParser, words: Words) -> None:
    command.add_argument("minutes", type=Path, metavar="MINUTES.pdf")
    command.add_argument("certificate", type=Path, metavar="CERTIFICATE.p12")
    command.add_argument("--output", type=Path, metavar="SIGNED.pdf", help=words["output"])


def _add_export(command: argparse.ArgumentParser, words: Words) -> None:
    _add_file(command)
    command.add_argument("stage", metavar="STAGE")
    command.add_argument("folder", type=Path, metavar="DIR")
    command.add_argument("--only", metavar="minutes,workbook,…", default="", help=words["only"])
    command.add_argument("--language", choices=("fr", "en"), help=words["language"])
    command.add_argument("--explained", action="store_true", help=words["explained"])
    command.add_argument("--robustness", action="store_true", help=words["robustness_annex"])


def _add_file(command: argparse.ArgumentParser) -> None:
    command.add_argument("file", type=Path, metavar="FILE.jury")


def _add_json(command: argparse.ArgumentParser, words: Words) -> None:
    command.add_argument("--json", action="store_true", help=words["json"])


def _say(text: str) -> None:
    sys.stdout.write(f"{text}\n")


def _say_json(document: object) -> None:
    _say(json.dumps(document, ensure_ascii=False, indent=2))


def _demo(options: argparse.Namespace, toolbox: Toolbox, words: Words) -> int:
    path = options.folder / "example.jury"
    file = build_example(toolbox, path)
    try:
        made = [path]
        for stage in ("hackathon", "final"):
            made += _exported(toolbox, file, stage, options.folder, language=None, only=())
    finally:
        file.close()
    _say(words["made"])
    for each in made:
        _say(f"  {each}")
    return 0


def _new(options: argparse.Namespace, toolbox: Toolbox, words: Words) -> int:
    if options.source == "example":
        file = build_example(toolbox, options.file)
    elif options.source == "blank":
        file = new_edition(toolbox, options.file, Edition(words["new_title"], language=words.language))
    else:
        file = new_from(toolbox, options.file, Path(options.source))
    file.close()
    _say(words["created"].format(path=options.file))
    return 0


def _import(options: argparse.Namespace, toolbox: Toolbox, words: Words) -> int:
    sheet = toolbox.reader.read(options.sheet)
    # What the user writes wins over what the service's exports usually mean.
    mapping = profile_mapping(options.profile, sheet.header) if options.profile else {}
    mapping |= toolbox.read_mapping(options.mapping) if options.mapping else {}
    with opened(toolbox, options) as file:
        plan = plan_import(file.records, sheet, mapping)
        document = import_document(plan, sheet, words.language)
        if not options.dry_run and not plan.problems:
            confirm_import(file, plan)
    if options.json:
        _say_json(document)
    else:
        _say(tables.import_text(document, words, written=not options.dry_run and not plan.problems))
    if plan.problems:
        sys.stderr.write(f"{words['import_refused'].format(count=len(plan.problems))}\n")
        return 1
    return 0


def _rules(options: argparse.Namespace, toolbox: Toolbox, words: Words) -> int:
    with opened(toolbox, options) as file:
        if options.rules:
            rules = toolbox.read_rules(options.rules)
            if options.reason is None:
                set_rules(file, options.stage, rules)
                _say(words["rules_set"].format(stage=options.stage))
            else:
                _amend(file, rules, options, toolbox)
                _say(words["rules_amended"].format(stage=options.stage))
        else:
            _, rules = current_rules(file.records, options.stage)
            _say(toolbox.write_rules(rules).rstrip("\n"))
    return 0


def _amend(file: JuryFile, rules: Rules, options: argparse.Namespace, toolbox: Toolbox) -> None:
    keep = not options.clear_marks
    amend_rules(
        file, options.stage, rules, toolbox.clock, author=options.author, reason=options.reason, keep_marks=keep
    )


def _sheets(options: argparse.Namespace, toolbox: Toolbox, words: Words) -> int:
    _say(sheets_command(options, toolbox, words))
    return 0


def _workbooks(options: argparse.Namespace, toolbox: Toolbox, words: Words) -> int:
    _say(workbooks_command(options, toolbox, words))
    return 0


def _collect(options: argparse.Namespace, toolbox: Toolbox, words: Words) -> int:
    told, left = collect_command(options, toolbox, words)
    _say(told)
    if left and not options.partial:
        sys.stderr.write(f"{words['collect_refused'].format(count=left)}\n")
        return 1
    return 0


def _marks(options: argparse.Namespace, toolbox: Toolbox, words: Words) -> int:
    lines = toolbox.read_marks(options.marks)
    with opened(toolbox, options) as file:
        version, _ = current_rules(file.records, options.stage)
        import_marks(file, options.stage, lines, toolbox.clock)
    if not version.frozen:
        sys.stderr.write(f"{words['frozen_first'].format(stage=options.stage)}\n")
    _say(words["marks_recorded"].format(count=len(lines)))
    return 0


def _standings(options: argparse.Namespace, toolbox: Toolbox, words: Words) -> int:
    with opened(toolbox, options) as file:
        standings = standings_of(file.records, options.stage)
        footnotes = footnotes_of(file.records, options.stage)
        zone = zone_of(file.records)
        names = tables.titles(file.records)
        asked = robustness_of(file.records, options.stage) if options.robustness else None
    beside = robustness_sentences(asked, words.language) if asked else ()
    if options.json:
        told = {"robustness": [asdict(each) for each in beside]} if asked else {}
        _say_json(standings_document(standings, footnotes=footnotes, zone=zone) | told)
    else:
        _say(tables.standings_text(standings, names, words))
        if footnotes:
            _say("\n".join(["", *footnote_sentences(footnotes, words.language, zone)]))
        if beside:
            _say("\n".join(["", words["never_official"], *(each.text for each in beside)]))
    return 0


def _export(options: argparse.Namespace, toolbox: Toolbox, words: Words) -> int:
    only = [name.strip() for name in options.only.split(",") if name.strip()]
    with opened(toolbox, options) as file:
        made = _exported(
            toolbox,
            file,
            options.stage,
            options.folder,
            language=options.language,
            only=only,
            explained=options.explained,
            robustness=options.robustness,
        )
    _say(words["made"])
    for each in made:
        _say(f"  {each}")
    return 0


def _exported(
    toolbox: Toolbox,
    file: JuryFile,
    stage: str,
    folder: Path,
    *,
    language: str | None,
    only: Sequence[str],
    explained: bool = False,
    robustness: bool = False,
) -> list[Path]:
    report = stage_report(file, stage)
    if explained:
        report = with_explanations(file.records, report)
    if robustness:
        report = with_robustness(report)
    spoken = language or report.edition.language
    return export_documents(toolbox, report, folder, language=spoken, made_at=toolbox.clock.now(), only=only)


def _check(options: argparse.Namespace, toolbox: Toolbox, words: Words) -> int:
    report = toolbox.files.check(options.file)
    problems = [words.check(key, fact) for key, fact in report.problems]
    if options.json:
        found = {"ok": not problems, "schema": report.schema, "events": report.events, "head": report.head}
        _say_json({**found, "problems": problems})
    elif not problems:
        _say(words["check_ok"].format(events=report.events, head=report.head[:16]))
    if problems:
        sys.stderr.write("\n".join(problems) + "\n")
    return 1 if problems else 0


def _verify(options: argparse.Namespace, toolbox: Toolbox, words: Words) -> int:
    found = toolbox.read_minutes(options.minutes)
    if options.file:
        with opened(toolbox, options) as file:
            verification = verify(found, toolbox.workbook_cells, partial(stage_report, file))
    else:
        verification = verify(found, toolbox.workbook_cells)
    sentences = [difference_sentence(each, words.language) for each in verification.differences]
    if options.json:
        _say_json(verification_document(verification, sentences))
    else:
        _say(tables.verification_text(verification, words))
    if not verification.conforms:
        sys.stderr.write(f"{verdict(verification, words.language)}\n")
    return 0 if verification.conforms else 1


def _sign(options: argparse.Namespace, toolbox: Toolbox, words: Words) -> int:
    # Never an argument: other users of the machine see the arguments of a program.
    asked = sys.stdin.isatty()
    passphrase = getpass.getpass(words["passphrase"]) if asked else sys.stdin.readline().rstrip("\r\n")
    signed, holder = sign_minutes(toolbox, options.minutes, options.certificate, passphrase, options.output)
    _say(words["signed"].format(holder=holder, path=signed))
    return 0


def _rank(options: argparse.Namespace, files: TextFiles, words: Words) -> int:
    _say(rank_command(files, options.rules, options.marks, options.carry, words, as_json=options.json))
    return 0

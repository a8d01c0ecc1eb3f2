"""The import contracts of pyproject.toml, and the rules of the architecture that a contract cannot say."""

import ast
import subprocess
import sys
import sysconfig
import tomllib
from collections.abc import Callable
from importlib.metadata import packages_distributions
from pathlib import Path

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).resolve().parents[1]
PACKAGE = ROOT / "src" / "jury_desk"
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
CONTRACTS = PROJECT["tool"]["importlinter"]["contracts"]


def places(folder: str, offends: Callable[[ast.AST], bool]) -> list[str]:
    """Returns where the code of a folder of the package offends, as ``file:line``."""
    return [
        f"{path.relative_to(PACKAGE).as_posix()}:{getattr(node, 'lineno', '?')}"
        for path in sorted((PACKAGE / folder).rglob("*.py"))
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if offends(node)
    ]


def name_of(node: ast.AST) -> str:
    """Returns the last name of an expression or import: ``tr`` for ``self.tr``."""
    if isinstance(node, ast.Attribute):
        return node.attr
    if isinstance(node, ast.alias):
        return node.name
    return node.id if isinstance(node, ast.Name) else ""


def calls(node: ast.AST, *names: str) -> bool:
    """Tells whether a node is a call of one of these names."""
    return isinstance(node, ast.Call) and name_of(node.func) in names


def formats_argument(node: ast.AST) -> bool:
    """Tells whether a node is a call with an f-string somewhere in its arguments."""
    given = [*node.args, *node.keywords] if isinstance(node, ast.Call) else []
    return any(isinstance(part, ast.JoinedStr) for argument in given for part in ast.walk(argument))


def modules_of(node: ast.AST) -> set[str]:
    """Returns the top-level modules that an import statement names."""
    names = [alias.name for alias in node.names] if isinstance(node, ast.Import) else []
    if isinstance(node, ast.ImportFrom) and not node.level:
        names = [node.module or ""]
    return {name.partition(".")[0] for name in names}


def test_import_contracts_hold() -> None:
    """The eight contracts are all there and kept."""
    program = Path(sysconfig.get_path("scripts")) / "lint-imports"
    result = subprocess.run([program, "--no-cache"], cwd=ROOT, capture_output=True, text=True, check=False)
    assert result.returncode == 0, result.stdout + result.stderr
    assert len(CONTRACTS) == 8
    assert "8 kept, 0 broken" in result.stdout


def test_core_is_forbidden_every_library() -> None:
    """Each library the application depends on is named in the contract that keeps it out of the core."""
    contract = next(contract for contract in CONTRACTS if contract["name"] == "The core knows no framework")
    missing = {canonicalize_name(Requirement(line).name) for line in PROJECT["project"]["dependencies"]}
    distributions = packages_distributions()
    for module in contract["forbidden_modules"]:
        missing -= {canonicalize_name(name) for name in distributions.get(module, [])}
    assert not missing


def test_domain_does_not_read_clock_or_chance() -> None:
    """Instants and identities are given to the domain, so that each of its results can be had again."""
    modules = {"time", "uuid", "random", "secrets"}
    assert not places("domain", lambda node: bool(modules_of(node) & modules))
    assert not places("domain", lambda node: calls(node, "now", "utcnow", "today"))


def test_domain_holds_no_binary_fraction() -> None:
    """No float between a typed mark and a place: neither made by a call nor written as a literal."""
    assert not places("domain", lambda node: calls(node, "float"))
    assert not places("domain", lambda node: isinstance(node, ast.Constant) and isinstance(node.value, float))


def test_message_boxes_stay_behind_their_door() -> None:
    """Only ui/messages.py and the dialogs open message boxes."""
    found = places(".", lambda node: name_of(node) == "QMessageBox")
    assert [place for place in found if not place.startswith(("ui/messages.py:", "ui/dialogs/"))] == []


def test_translated_texts_are_literal() -> None:
    """No f-string within tr(): it is extracted in one form and looked up in another, and never found."""
    assert not places(".", lambda node: calls(node, "tr", "translate") and formats_argument(node))


def test_paragraphs_escape_what_people_typed() -> None:
    """No f-string within Paragraph(): its text is markup, and a candidate's "<" would be read as such."""
    assert not places("exports", lambda node: calls(node, "Paragraph") and formats_argument(node))


def test_headless_start_does_not_load_qt() -> None:
    """The command line starts without the window's libraries."""
    program = "import sys, jury_desk.cli.commands; print([name for name in sys.modules if 'PySide6' in name])"
    result = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=False)
    assert (result.stdout.strip(), result.stderr) == ("[]", "")


def test_the_wheel_chooses_nothing() -> None:
    """Each list to choose from is a ChoiceBox: a page that is scrolled changes nothing under the pointer."""
    assert not places("ui", lambda node: calls(node, "QComboBox"))

"""The lock files hold what pyproject.toml asks for, for every supported Python, and nothing that must not be there."""

import re
import tomllib
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).resolve().parents[1]
LOCKS = ("requirements.lock", "requirements-dev.lock")
CHECKER = "requirements-checker.lock"
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
RUNTIME: list[str] = PROJECT["project"]["dependencies"]
SIGN: list[str] = PROJECT["project"]["optional-dependencies"]["sign"]
DEV: list[str] = PROJECT["dependency-groups"]["dev"]
PYTHONS = ("3.11", "3.12", "3.13", "3.14")
SYSTEMS = ("linux", "win32", "darwin")


def entries(lock: str) -> list[str]:
    """Returns the entries of a lock file: a requirement and its hashes, in one line each."""
    text = (ROOT / "packaging" / lock).read_text(encoding="utf-8").replace("\\\n", "")
    return [line for line in text.splitlines() if line and not line.lstrip().startswith("#")]


def applies(requirement: Requirement, python: str, system: str) -> bool:
    """Tells whether a requirement counts on one Python of one system."""
    environment = {"python_version": python, "python_full_version": f"{python}.4", "sys_platform": system}
    return requirement.marker is None or requirement.marker.evaluate(environment)


def pinned(lock: str, python: str, system: str) -> dict[str, str]:
    """Returns the version that a lock chooses for each distribution, on one Python of one system."""
    versions: dict[str, str] = {}
    for entry in entries(lock):
        requirement = Requirement(entry.split("--hash")[0])
        if applies(requirement, python, system):
            name = canonicalize_name(requirement.name)
            assert name not in versions, f"{name} is pinned twice on {python}"
            versions[name] = str(requirement.specifier).removeprefix("==")
    return versions


@pytest.mark.parametrize("system", SYSTEMS)
@pytest.mark.parametrize("python", PYTHONS)
@pytest.mark.parametrize(("lock", "asked"), [(LOCKS[0], RUNTIME), (LOCKS[1], RUNTIME + SIGN + DEV)])
def test_lock_satisfies_project(lock: str, asked: list[str], python: str, system: str) -> None:
    """Each dependency of pyproject.toml is pinned at a version it allows; else run packaging/lock.py."""
    versions = pinned(lock, python, system)
    for requirement in map(Requirement, asked):
        if applies(requirement, python, system):
            assert versions.get(canonicalize_name(requirement.name), "none") in requirement.specifier, requirement


@pytest.mark.parametrize("python", PYTHONS)
def test_locks_agree(python: str) -> None:
    """The tests run on the versions that users get."""
    assert pinned(LOCKS[0], python, "linux").items() <= pinned(LOCKS[1], python, "linux").items()


@pytest.mark.parametrize("python", PYTHONS)
def test_checker_of_documents_is_pinned_beside(python: str) -> None:
    """It has an environment of its own, and what it needs never enters that of the application."""
    versions = pinned(CHECKER, python, "linux")
    assert "outloud" in versions
    assert not {"outloud", "pymupdf"} & pinned(LOCKS[1], python, "linux").keys()


@pytest.mark.parametrize("lock", [*LOCKS, CHECKER])
def test_lock_entries_have_hashes(lock: str) -> None:
    """Each entry pins one version and carries at least one hash."""
    for entry in entries(lock):
        assert re.search(r"==[^ ]+ .*--hash=sha256:[0-9a-f]{64}", entry), entry


@pytest.mark.parametrize("lock", [*LOCKS, CHECKER])
def test_lock_names_no_address(lock: str) -> None:
    """No address of an index, no direct reference, no folder of a machine."""
    text = (ROOT / "packaging" / lock).read_text(encoding="utf-8")
    assert not re.search(r"://|--(extra-)?index-url|--find-links| @ |/home/|/tmp/", text)


@pytest.mark.parametrize("lock", LOCKS)
@pytest.mark.parametrize("name", ["pyside6-essentials", "shiboken6"])
def test_python_3_11_gets_a_sound_qt(lock: str, name: str) -> None:
    """The version that loses references to None is never chosen on Python 3.11 (docs/decisions/0003)."""
    assert pinned(lock, "3.11", "linux")[name] != "6.12.0"

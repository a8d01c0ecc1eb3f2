"""Refreshes the lock files next to it; needs uv and the network.

``requirements.lock`` holds what the application needs, ``requirements-dev.lock`` the same, what signs, and the
tools of its tests, ``requirements-checker.lock`` the checker of accessible PDF files, which has an environment of its
own.
All are universal: one file serves Linux, Windows and macOS and every supported Python, through markers. They carry the
hash of each file a package index may serve and no index's address.

Usage: ``python packaging/lock.py`` keeps each pinned version that still fits ``pyproject.toml``; with ``--upgrade``,
the newest that fits is taken; further arguments go to ``uv pip compile`` as they are.
"""

import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
RUNTIME_LOCK = "packaging/requirements.lock"
DEV_LOCK = "packaging/requirements-dev.lock"
CHECKER_LOCK = "packaging/requirements-checker.lock"


def compile_lock(uv: str, lock: str, *arguments: str, source: str = "pyproject.toml") -> None:
    """Resolves dependencies into one lock file.

    Args:
        uv: The program.
        lock: The file to write, relative to the project.
        *arguments: Further arguments of ``uv pip compile``.
        source: What says the dependencies, relative to the project.
    """
    command = [uv, "pip", "compile", source, "--quiet", "--universal", "--generate-hashes", "--no-build"]
    command += ["--python-version", "3.11", "--annotation-style", "line"]
    command += ["--custom-compile-command", "python packaging/lock.py"]
    subprocess.run([*command, "--output-file", lock, *arguments], cwd=ROOT, stdout=subprocess.DEVNULL, check=True)


def main(arguments: list[str]) -> int:
    """Writes the files.

    Args:
        arguments: What follows the script's name.

    Returns:
        The exit code.
    """
    uv = shutil.which("uv")
    if uv is None:
        print("packaging/lock.py needs uv: install it with `python -m pip install uv`.", file=sys.stderr)
        return 1
    try:
        compile_lock(uv, DEV_LOCK, "--group", "dev", "--extra", "sign", *arguments)
        # Bound by the larger file: the tests run on the versions that users get.
        compile_lock(uv, RUNTIME_LOCK, "--constraints", DEV_LOCK, *arguments)
        compile_lock(uv, CHECKER_LOCK, *arguments, source="packaging/checker.txt")
    except subprocess.CalledProcessError as failure:
        return failure.returncode
    return 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))

"""Sets Jury Desk up in the project's ``.venv`` and starts it; needs nothing but Python.

    python3 packaging/run.py                  opens the application on the example edition
    python3 packaging/run.py -- ARGS          runs the command line: jury-desk ARGS
    python3 packaging/run.py test             runs every check: style, types, import contracts, tests
    python3 packaging/run.py test PYTEST_ARGS runs pytest only

On Windows, ``py packaging/run.py``. The first run downloads about 100 MB; a stamp lets the next ones start at once.
What goes wrong is told in one sentence that says what to do.
"""

import hashlib
import importlib.util
import os
import re
import shutil
import subprocess
import sys
import sysconfig
import venv
from pathlib import Path

# Before any annotation is evaluated: an old Python still has to read this far to say what is wrong.
if sys.version_info < (3, 11):  # noqa: UP036 -- the script is started with whatever Python is there
    sys.exit(
        f"Jury Desk needs Python 3.11 or newer and this is Python {sys.version_info[0]}.{sys.version_info[1]}: "
        "start again with a newer one, for example `python3.12 packaging/run.py`."
    )

ROOT = Path(__file__).resolve().parent.parent
ENVIRONMENT = ROOT / ".venv"
# Holds the digest of all that the environment was made from, written last: until then it says UNFINISHED, and an
# interrupted set-up is not taken for a good one. A folder without it was made by something else and is left alone.
STAMP = ENVIRONMENT / "jury-desk-stamp"
UNFINISHED = "unfinished"
RUNTIME_LOCK = ROOT / "packaging" / "requirements.lock"
DEV_LOCK = ROOT / "packaging" / "requirements-dev.lock"

PATHS = {"base": str(ENVIRONMENT), "platbase": str(ENVIRONMENT)}
SCRIPTS = Path(sysconfig.get_path("scripts", "venv", PATHS))
PACKAGES = Path(sysconfig.get_path("purelib", "venv", PATHS))
PYTHON = str(SCRIPTS / ("python.exe" if os.name == "nt" else "python"))

APT = "apt-get install -y --no-install-recommends"
QT_LIBRARIES = "libglib2.0-0 libgl1 libegl1 libxkbcommon0 libfontconfig1 libdbus-1-3"
WINDOW_LIBRARIES = "libxcb-cursor0 libxcb-icccm4 libxcb-keysyms1 libxkbcommon-x11-0 libxcb-shape0"

NOT_TRUSTED = "CERTIFICATE_VERIFY_FAILED"
NO_NETWORK = re.compile(r"connection broken|ConnectionError|Max retries|timed out|name resolution|ProxyError")
NO_WHEEL = re.compile(r"No matching distribution|Could not find a version")


class SetUpError(Exception):
    """What keeps Jury Desk from starting, as one sentence for the person at the keyboard."""


def child_environment(**additions: str) -> dict[str, str]:
    """Returns the environment of the programs started here.

    Args:
        **additions: Variables to set.
    """
    # Without its compiled files the application starts three times slower.
    kept = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    return kept | additions


def digest(lock: Path) -> str:
    """Returns what the environment of a lock file must be stamped with.

    Args:
        lock: The lock file.
    """
    # The path too: the scripts of an environment that was moved or copied start the old one.
    parts = [lock.name.encode(), lock.read_bytes(), sys.version.encode(), os.fsencode(ENVIRONMENT)]
    return hashlib.sha256(b"\0".join(parts)).hexdigest()


def prepare(*good_locks: Path) -> None:
    """Makes the environment unless it is there.

    Args:
        *good_locks: The lock to install, then those whose environment does as well.

    Raises:
        SetUpError: When it cannot be made.
    """
    stamp = STAMP.read_text(encoding="ascii") if STAMP.exists() else None
    if stamp in [digest(lock) for lock in good_locks]:
        return
    if stamp is None and ENVIRONMENT.exists():
        raise SetUpError(f"{ENVIRONMENT} was not made by this script: delete or rename that folder, then start again.")
    if importlib.util.find_spec("ensurepip") is None:
        raise SetUpError(
            "This Python cannot make environments, its module ensurepip is missing: on Debian or Ubuntu run "
            "`sudo apt-get install -y python3-venv`, then start again."
        )
    print("Setting Jury Desk up in .venv: about 100 MB to download, one or two minutes, only this time.", flush=True)
    try:
        build(good_locks[0])
    except OSError as problem:
        raise SetUpError(
            f"{ENVIRONMENT} cannot be written ({problem}): free it or make room, then start again."
        ) from problem


def build(lock: Path) -> None:
    """Makes the environment anew.

    Args:
        lock: What to install.
    """
    if ENVIRONMENT.exists():
        shutil.rmtree(ENVIRONMENT)
    ENVIRONMENT.mkdir()
    STAMP.write_text(UNFINISHED, encoding="ascii")
    try:
        venv.create(ENVIRONMENT, with_pip=True, symlinks=os.name != "nt")
    except subprocess.CalledProcessError as failure:
        raise SetUpError(f"{ENVIRONMENT} could not be made, installing pip there failed: {failure}.") from failure
    install(lock)
    # A relative line: read in any encoding, whatever letters the folders above have.
    link = os.path.relpath(ROOT / "src", PACKAGES)
    (PACKAGES / "jury_desk.pth").write_text(link + "\n", encoding="ascii")
    run([PYTHON, "-m", "compileall", "-q", str(ROOT / "src")])
    STAMP.write_text(digest(lock), encoding="ascii")


def install(lock: Path) -> None:
    """Installs what a lock file pins, wheels only, each checked against its hash.

    Args:
        lock: The file.

    Raises:
        SetUpError: When pip fails.
    """
    command = [PYTHON, "-m", "pip", "install", "--quiet", "--disable-pip-version-check", "--no-input"]
    command += ["--require-hashes", "--only-binary", ":all:", "--requirement", str(lock)]
    pip = subprocess.run(
        command, env=child_environment(), stderr=subprocess.PIPE, text=True, errors="replace", check=False
    )
    if pip.returncode == 0:
        return
    if NOT_TRUSTED in pip.stderr:
        raise SetUpError(
            "pip does not trust the certificate of this network: put the file of your organisation's certificates into "
            "the variable PIP_CERT, then start again."
        )
    if NO_NETWORK.search(pip.stderr):
        raise SetUpError(
            "The packages could not be downloaded: connect this machine to the network (or tell pip about your proxy) "
            "and start again; afterwards Jury Desk needs no network."
        )
    if NO_WHEEL.search(pip.stderr):
        raise SetUpError(
            f"A package has no ready-made file for Python {sys.version_info.major}.{sys.version_info.minor} on this "
            "machine: use the usual CPython, 3.11 to 3.14, on 64-bit Windows, macOS or Linux (Debian 12, Ubuntu 22.04 "
            "or newer)."
        )
    words = pip.stderr[max(pip.stderr.find("ERROR:"), 0) :].rstrip()
    raise SetUpError(
        f"{words}\npip could not install {lock.name} for the reason above: put that right, then start again."
    )


def check_qt(platform: str | None = None) -> None:
    """Opens Qt once in a child process: a missing system library kills the process that needs it.

    Args:
        platform: The Qt platform to try, else the one of this session.

    Raises:
        SetUpError: When it does not open.
    """
    platform = platform or os.environ.get("QT_QPA_PLATFORM")
    passed = ENVIRONMENT / f"jury-desk-qt-{re.sub('[^a-z]', '-', platform or 'session')}"
    if passed.exists():
        return
    additions = {"QT_QPA_PLATFORM": platform} if platform else {}
    command = [PYTHON, "-c", "from PySide6.QtWidgets import QApplication; QApplication([])"]
    probe = subprocess.run(
        command, env=child_environment(**additions), capture_output=True, text=True, errors="replace", check=False
    )
    if probe.returncode == 0:
        passed.touch()
        return
    raise SetUpError(what_qt_lacks(platform, probe.stderr.strip()))


def what_qt_lacks(platform: str | None, words: str) -> str:
    """Returns the sentence for a Qt that does not open.

    Args:
        platform: The Qt platform tried, if it was named.
        words: What the child process said.
    """
    if not sys.platform.startswith("linux"):
        return f"{words}\nQt does not start on this machine: its own words are above."
    library = re.search(r"ImportError: ([^\s:]+\.so[^\s:]*)", words)
    screens = [name for name in ("DISPLAY", "WAYLAND_DISPLAY") if os.environ.get(name)]
    if not library and not platform and (not screens or "could not connect to display" in words):
        return "There is no screen to open a window on: start Jury Desk from a graphical session."
    missing = library.group(1) if library else "one that its windows need"
    needed = QT_LIBRARIES if platform == "offscreen" else f"{QT_LIBRARIES} {WINDOW_LIBRARIES}"
    return f"Qt lacks a system library ({missing}): on Debian or Ubuntu run `sudo {APT} {needed}`, then start again."


def run(command: list[str], folder: Path | None = None) -> int:
    """Runs a command to its end and returns its exit code.

    Args:
        command: Program and arguments.
        folder: Where to run it, else here.
    """
    code = subprocess.run(command, cwd=folder, env=child_environment(), check=False).returncode
    return code if code >= 0 else 128 - code


def run_checks(pytest_arguments: list[str]) -> int:
    """Runs the checks in order up to the first that fails, or pytest alone when it is given arguments.

    Args:
        pytest_arguments: What to hand to pytest.

    Returns:
        The exit code of the last check that ran.
    """
    prepare(DEV_LOCK)
    check_qt("offscreen")
    pytest = [PYTHON, "-m", "pytest", *pytest_arguments]
    if pytest_arguments:
        return run(pytest, ROOT)
    checks = [
        [PYTHON, "-m", "ruff", "check"],
        [PYTHON, "-m", "ruff", "format", "--check"],
        [PYTHON, "-m", "mypy"],
        [str(SCRIPTS / "lint-imports")],
        pytest,
    ]
    for check in checks:
        print("$", Path(check[0]).name, *check[1:], flush=True)
        code = run(check, ROOT)
        if code:
            return code
    return 0


def main(arguments: list[str]) -> int:
    """Does what the arguments ask.

    Args:
        arguments: What follows the script's name.

    Returns:
        The exit code: 1 for a set-up that failed, 2 for wrong usage, else that of the program started.
    """
    try:
        if arguments[:1] == ["test"]:
            return run_checks(arguments[1:])
        if arguments and arguments[0] != "--":
            print(__doc__, file=sys.stderr)
            return 2
        prepare(RUNTIME_LOCK, DEV_LOCK)
        if not arguments:
            check_qt()
        return run([PYTHON, "-m", "jury_desk", *(arguments[1:] if arguments else ["--example"])])
    except SetUpError as problem:
        print(problem, file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        return 130


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))

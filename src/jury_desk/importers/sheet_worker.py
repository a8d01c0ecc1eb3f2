"""The child process: reads one untrusted file under limits and writes what it holds to standard output as JSON.

It imports as little as possible, opens nothing but the file named, and is the only place where parsers of other people
meet bytes of other people: a crash, a hang or a flood of memory ends here and not in the session.
"""

import json
import sys
from pathlib import Path

from jury_desk.importers.delimited_text import read_delimited
from jury_desk.importers.raw_table import RawTable, RefusedSheet
from jury_desk.importers.workbooks import is_workbook, read_whole_workbook, read_workbook

MAX_FILE = 20 << 20
MAX_MEMORY = 512 << 20
MAX_SECONDS = 30
"""Of processor time."""
WHOLE = "*"
"""Asked for in place of a sheet: all of them. No sheet can have this name."""


def read_table(path: Path, sheet: str = "", encoding: str = "") -> RawTable:
    """Read a text file or a workbook, told apart by their content.

    Raises:
        RefusedSheet: whatever keeps it from being read.
    """
    try:
        if path.stat().st_size > MAX_FILE:
            raise RefusedSheet("too_large")
        raw = path.read_bytes()
    except OSError as error:
        raise RefusedSheet("not_readable") from error
    if not raw.strip():
        raise RefusedSheet("empty")
    table = read_workbook(path, sheet) if is_workbook(raw) else read_delimited(raw, encoding)
    if not table.rows:
        raise RefusedSheet("empty")
    return table


def whole_workbook(path: Path) -> dict[str, object]:
    """Every sheet of a workbook with its rows, and the properties of the file.

    Raises:
        RefusedSheet: whatever keeps it from being read.
    """
    if path.stat().st_size > MAX_FILE:
        raise RefusedSheet("too_large")
    tables, properties = read_whole_workbook(path)
    return {"tables": [{"sheet": table.sheet, "rows": table.rows} for table in tables], "properties": properties}


def answer(path: Path, sheet: str, encoding: str) -> dict[str, object]:
    """The table, or the reason there is none, as a JSON document; for :data:`WHOLE` all there is."""
    try:
        if sheet == WHOLE:
            return whole_workbook(path)
        table = read_table(path, sheet, encoding)
    except RefusedSheet as refusal:
        return {"refused": refusal.reason}
    except MemoryError:
        return {"refused": "too_large"}
    except Exception:  # noqa: BLE001 -- a parser may raise anything over a file made to break it
        return {"refused": "damaged"}
    return {
        "sheet": table.sheet,
        "encoding": table.encoding,
        "sheets": table.sheets,
        "rows": table.rows,
        "remarks": table.remarks,
    }


def limit_resources() -> None:
    """Bound memory, processor time and files written, where the system can; elsewhere the parent's clock remains."""
    try:
        import resource  # noqa: PLC0415 -- not on Windows
    except ImportError:
        return
    for limit, value in (
        (resource.RLIMIT_AS, MAX_MEMORY),
        (resource.RLIMIT_CPU, MAX_SECONDS),
        (resource.RLIMIT_FSIZE, 0),
        (resource.RLIMIT_CORE, 0),
    ):
        _, hard = resource.getrlimit(limit)
        allowed = value if hard == resource.RLIM_INFINITY else min(value, hard)
        try:
            resource.setrlimit(limit, (allowed, allowed))
        except (ValueError, OSError):
            # macOS knows RLIMIT_AS and refuses to set it.
            continue


def main(arguments: list[str]) -> int:
    """Read the file that the arguments name: path, sheet and encoding, the last two possibly empty.

    Returns:
        The exit code: 0 whether the file was read or refused.
    """
    limit_resources()
    path, sheet, encoding = arguments
    # ASCII: right in whatever encoding the system gives to standard output.
    sys.stdout.write(json.dumps(answer(Path(path), sheet, encoding), ensure_ascii=True))
    sys.stdout.flush()
    return 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))

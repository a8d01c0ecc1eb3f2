"""What the user decided about the columns of a sheet, from a TOML file.

[columns]
"Nom du projet" = "title"
"Commentaire interne" = ""      # kept as an answer of its own
"""

import tomllib
from pathlib import Path

from jury_desk.domain.errors import DomainError, FileNotFound


class MappingUnreadable(DomainError):
    """A mapping file that is no TOML, or lacks its table ``columns`` of texts."""

    path: str


def read_mapping(path: Path) -> dict[str, str | None]:
    """The field of each column named, ``None`` for one to be kept as it is.

    Raises:
        FileNotFound: no such file.
        MappingUnreadable: anything but a table ``columns`` of texts.
    """
    try:
        columns = tomllib.loads(path.read_text(encoding="utf-8")).get("columns")
    except FileNotFoundError as error:
        raise FileNotFound(str(path)) from error
    except (OSError, ValueError) as error:
        raise MappingUnreadable(str(path)) from error
    if not isinstance(columns, dict) or not all(isinstance(each, str) for each in columns.values()):
        raise MappingUnreadable(str(path))
    return {column: name or None for column, name in columns.items()}

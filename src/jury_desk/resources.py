"""Where the packaged files are: fonts, icons, phrases, translations, the example."""

from collections.abc import Mapping
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import Any

_PACKAGE = Path(__file__).resolve().parent
_INSTALLED = _PACKAGE / "_resources"
"""Where the wheel puts the folder."""
_REPOSITORY = _PACKAGE.parents[1] / "resources"
"""Where it stands in a working copy."""


def path(*parts: str) -> Path:
    """The place of a packaged file or folder, such as ``path("fonts", "Lato-Regular.ttf")``; it need not exist."""
    root = _INSTALLED if _INSTALLED.is_dir() else _REPOSITORY
    return root.joinpath(*parts)


@cache
def phrases(name: str, language: str) -> Mapping[str, Any]:
    """The wording of one area in one language, read-only tables of texts: ``phrases("rules", "fr")["method"]["mean"]``.

    Args:
        name: the area; the file is ``phrases/<name>_<language>.toml``.
        language: ``fr`` or ``en``.

    Raises:
        FileNotFoundError: no such area or language is packaged.
    """
    import tomllib  # noqa: PLC0415 - the welcome window needs paths only, and is on screen a little sooner

    return _frozen(tomllib.loads(path("phrases", f"{name}_{language}.toml").read_text(encoding="utf-8")))


def _frozen(table: Mapping[str, Any]) -> Mapping[str, Any]:
    return MappingProxyType({key: _frozen(value) if isinstance(value, dict) else value for key, value in table.items()})

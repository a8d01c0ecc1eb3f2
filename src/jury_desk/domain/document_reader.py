"""Reading a plain JSON or TOML mapping: typed values, and every problem with the path where it stands.

A reader never stops at a problem: it notes it, gives a default and goes on, so that one reading finds them all.
"""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from fractions import Fraction
from typing import TypeVar

from jury_desk.domain.errors import NotANumber
from jury_desk.domain.exact import parse_exact

E = TypeVar("E", bound=StrEnum)


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing wrong with a document.

    Attributes:
        path: where, with list items counted from 0: ``criteria[2].weight``; empty for the whole.
        code: what, as a key of the sentences under ``[rules_problems]``.
        facts: what the sentence names, by placeholder.
        line: the line of the file, where there is one.
    """

    path: str
    code: str
    facts: Mapping[str, str] = field(default_factory=dict)
    line: int | None = None


class TableReader:
    """One table of the document; each key asked for counts as known, :meth:`close` notes the others.

    Args:
        content: the table.
        path: where it stands; empty for the whole document.
        problems: where to note what is wrong; shared by all the tables of a document.
    """

    def __init__(self, content: Mapping[str, object], path: str, problems: list[Problem]) -> None:
        self._content = content
        self._path = path
        self._problems = problems
        self._known: set[str] = set()

    def __contains__(self, key: str) -> bool:
        return key in self._content

    def lacks(self, key: str) -> bool:
        """Whether ``key`` is not there, or is an empty list."""
        return self._content.get(key) in (None, [])

    @property
    def keys(self) -> tuple[str, ...]:
        """The keys that are there, as written."""
        return tuple(self._content)

    def path_of(self, key: str) -> str:
        """Where ``key`` stands in the document."""
        return f"{self._path}.{key}" if self._path else key

    def refuse(self, key: str, code: str, /, **facts: str) -> None:
        """Note a problem at ``key``; at the table itself for an empty one."""
        self._problems.append(Problem(self.path_of(key) if key else self._path, code, facts))

    def text(self, key: str, default: str = "") -> str:
        """A text without blanks around it; a whole number is taken as its digits."""
        value = self._take(key)
        if value is None:
            return default
        if isinstance(value, str) or _is_whole(value):
            return str(value).strip()
        self.refuse(key, "not_text")
        return default

    def needed_text(self, key: str) -> str:
        """A text that has to be there."""
        text = self.text(key)
        if not text and (key not in self or isinstance(self._content[key], str)):
            self.refuse(key, "missing", key=key)
        return text

    def number(self, key: str) -> Fraction | None:
        """An exact number, written as a text or a whole number; ``None`` when absent or unreadable.

        A binary floating-point number is refused: it is no longer what was written.
        """
        value = self._take(key)
        if value is None:
            return None
        if isinstance(value, str) or _is_whole(value):
            try:
                return parse_exact(str(value))
            except NotANumber:
                self.refuse(key, "not_number", text=str(value))
        else:
            self.refuse(key, "not_exact", text=str(value))
        return None

    def numbers(self, key: str) -> tuple[Fraction, ...]:
        """A list of exact numbers; what cannot be read is noted and left out."""
        value = self._take(key)
        if value is None:
            return ()
        if not isinstance(value, Sequence) or isinstance(value, str):
            self.refuse(key, "not_numbers")
            return ()
        items = TableReader(dict(zip(map(str, range(len(value))), value, strict=True)), "", [])
        found = [(index, items.number(str(index))) for index in range(len(value))]
        for index, number in found:
            if number is None:
                self.refuse(f"{key}[{index}]", "not_number", text=str(value[index]))
        return tuple(number for _, number in found if number is not None)

    def positive(self, key: str) -> Fraction | None:
        """An exact number above zero."""
        number = self.number(key)
        if number is not None and number <= 0:
            self.refuse(key, "not_positive", text=str(self._content[key]))
            return None
        return number

    def count(self, key: str, default: int, *, least: int = 0) -> int:
        """A whole number of things, ``least`` or more."""
        value = self._take(key)
        if value is None:
            return default
        if _is_whole(value) or (isinstance(value, str) and value.strip().isascii() and value.strip().isdigit()):
            number = int(str(value))
            if number >= least:
                return number
        self.refuse(key, "not_count", text=str(value), least=str(least))
        return default

    def flag(self, key: str, *, default: bool) -> bool:
        """True or false."""
        value = self._take(key)
        if value is None:
            return default
        if not isinstance(value, bool):
            self.refuse(key, "not_flag", text=str(value))
            return default
        return value

    def choice(self, key: str, default: E) -> E:
        """One of the words of the enumeration that ``default`` belongs to."""
        words = tuple(each.value for each in type(default))
        word = self.word(key, default.value, words)
        return type(default)(word)

    def word(self, key: str, default: str, words: Collection[str]) -> str:
        """One of ``words``."""
        value = self._take(key)
        if value is None:
            return default
        if value not in words:
            self.refuse(key, "not_choice", text=str(value), choices=", ".join(words))
            return default
        return str(value)

    def texts(self, key: str) -> tuple[str, ...]:
        """A list of texts."""
        value = self._take(key)
        if value is None:
            return ()
        if (
            not isinstance(value, Sequence)
            or isinstance(value, str)
            or not all(isinstance(each, str) for each in value)
        ):
            self.refuse(key, "not_texts")
            return ()
        return tuple(each.strip() for each in value)

    def table(self, key: str) -> "TableReader | None":
        """A table; ``None`` when it is not there."""
        value = self._take(key)
        if value is None:
            return None
        if not isinstance(value, Mapping):
            self.refuse(key, "not_table", key=key)
            return None
        return TableReader(value, self.path_of(key), self._problems)

    def tables(self, key: str) -> Iterator["TableReader"]:
        """The tables of a list of tables, in order."""
        value = self._take(key)
        if value is None:
            return
        if not isinstance(value, Sequence) or isinstance(value, str):
            self.refuse(key, "not_tables", key=key)
            return
        for index, item in enumerate(value):
            path = f"{self.path_of(key)}[{index}]"
            if isinstance(item, Mapping):
                yield TableReader(item, path, self._problems)
            else:
                self._problems.append(Problem(path, "not_table", {"key": key}))

    def close(self) -> None:
        """Note every key that was never asked for."""
        for key in self._content:
            if key not in self._known:
                self.refuse(key, "unknown_key", key=key)

    def _take(self, key: str) -> object:
        self._known.add(key)
        return self._content.get(key)


def _is_whole(value: object) -> bool:
    return isinstance(value, int) and not isinstance(value, bool)

"""A paragraph that is a piece of the structure of its document."""

import re
from collections.abc import Iterator
from typing import Any

from reportlab.platypus import Paragraph

from jury_desk.exports.pdf_structure import Element

_BLANKS = re.compile("[ \t\n]+")


class TaggedParagraph(Paragraph):  # type: ignore[misc] # reportlab ships no types
    """A paragraph that belongs to an element, and still does when it goes on over a page.

    Without an element it is drawn unmarked, as the running foot of a page is.
    """

    element: Element | None = None
    outline = ""
    """The words under which it stands in the outline of the document."""
    goes_on = False
    """Whether it is a part, and a space stands between it and the next one."""

    _whole: str | None = None

    def wrap(self, *size: float) -> tuple[float, float]:
        """Break it into lines (reportlab), which takes its words apart."""
        if self._whole is None:
            self._whole = _plain(self.frags)
        taken: tuple[float, float] = super().wrap(*size)
        return taken

    def split(self, *size: float) -> "list[TaggedParagraph]":
        """The parts that fit (reportlab); each belongs to the element."""
        whole = self._words()
        parts: list[TaggedParagraph] = super().split(*size)
        for part in parts:
            part.element = self.element
        if len(parts) > 1:
            parts[0].goes_on = whole[len(_plain(parts[0].frags)) :][:1] == " "
        if parts:
            parts[0].outline = self.outline
            parts[-1].goes_on = self.goes_on
        return parts

    def draw(self) -> None:
        """Draw it, marked, with the spaces at which its lines are broken (reportlab)."""
        lines = self.blPara.lines
        self.blPara.lines = list(_with_spaces(lines, self._words() + " " * self.goes_on))
        if self.element is None:
            super().draw()
        else:
            with self.element.drawn_on(self.canv):
                super().draw()
        self.blPara.lines = lines

    def _words(self) -> str:
        return self._whole if self._whole is not None else _plain(self.frags)


def _plain(frags: Any) -> str:
    """The words that the lines are made of."""
    words = (getattr(frag, "text", "") or " ".join(getattr(frag, "words", ())) for frag in frags)
    return _BLANKS.sub(" ", "".join(words)).strip()


def _with_spaces(lines: Any, plain: str) -> Iterator[Any]:
    """The lines, each with a space at its end where the words have one.

    reportlab leaves it out, and who listens to the document or copies from it would get two words in one.
    """
    at = 0
    for line in lines:
        simple = isinstance(line, tuple)
        shown = " ".join(line[1]) if simple else "".join(frag.text for frag in line.words)
        at += len(shown)
        broken_at_space = plain[at : at + 1] == " "
        at += broken_at_space
        if (broken_at_space or getattr(line, "lineBreak", False)) and shown and not shown.endswith(" "):
            yield _ending_in_space(line, simple=simple)
        else:
            yield line


def _ending_in_space(line: Any, *, simple: bool) -> Any:
    if simple:
        extra, words = line
        return extra, [*words[:-1], f"{words[-1]} "]
    last = line.words[-1]
    return line.clone(words=[*line.words[:-1], last.clone(text=f"{last.text} ")])

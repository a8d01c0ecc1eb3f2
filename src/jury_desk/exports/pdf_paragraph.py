"""A paragraph that is a piece of the structure of its document."""

import re
from collections.abc import Iterator
from contextlib import nullcontext
from enum import Enum
from typing import Any

from reportlab.lib.enums import TA_RIGHT
from reportlab.lib.styles import ParagraphStyle
from reportlab.platypus import Paragraph

from jury_desk.exports.bidi import letters, visual
from jury_desk.exports.faces import printed_runs, typed
from jury_desk.exports.pdf_structure import Element

_BLANKS = re.compile("[ \t\n]+")


class Direction(Enum):
    """How a paragraph goes: from left to right, from right to left, or the first with words of the second in it."""

    LEFT = "left"
    MIXED = "mixed"
    RIGHT = "right"


class TaggedParagraph(Paragraph):  # type: ignore[misc] # reportlab ships no types
    """A paragraph that belongs to an element, and still does when it goes on over a page.

    Without an element it is drawn unmarked, as the running foot of a page is.
    """

    style: ParagraphStyle
    element: Element | None = None
    outline = ""
    """The words under which it stands in the outline of the document."""
    goes_on = False
    """Whether it is a part, and a space stands between it and the next one."""
    direction = Direction.LEFT

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
            part.element, part.direction = self.element, self.direction
        if len(parts) > 1:
            parts[0].goes_on = whole[len(_plain(parts[0].frags)) :][:1] == " "
        if parts:
            parts[0].outline = self.outline
            parts[-1].goes_on = self.goes_on
        return parts

    def draw(self) -> None:
        """Draw it, marked, with the spaces at which its lines are broken (reportlab)."""
        lines = self.blPara.lines
        drawn = list(_with_spaces(lines, self._words() + " " * self.goes_on))
        reads = letters(typed("".join(map(_shown, drawn))))
        turned = self.direction is not Direction.LEFT
        if turned:
            right = self.direction is Direction.RIGHT
            drawn = [_turned(line, self.style, right=right) for line in drawn]
            if right and len(drawn) > 1:
                self.style = self.style.clone(self.style.name, alignment=TA_RIGHT)
        self.blPara.lines = drawn
        with self.element.drawn_on(self.canv, reads, turned=turned) if self.element is not None else nullcontext():
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
        shown = _shown(line)
        at += len(shown)
        broken_at_space = plain[at : at + 1] == " "
        at += broken_at_space
        if (broken_at_space or getattr(line, "lineBreak", False)) and shown and not shown.endswith(" "):
            yield _ending_in_space(line, simple=simple)
        else:
            yield line


def _shown(line: Any) -> str:
    return " ".join(line[1]) if isinstance(line, tuple) else "".join(frag.text for frag in line.words)


def _turned(line: Any, style: ParagraphStyle, *, right: bool) -> Any:
    """A line with its words in the order in which they stand, each run in its face."""
    words = visual(typed(_shown(line)), right=right)
    if isinstance(line, tuple):
        return line[0], [words]
    if not line.words:
        return line
    runs = printed_runs(words, style.fontName)
    first = line.words[0]
    return line.clone(
        words=[first.clone(text=run, fontName=face, fontSize=style.fontSize * share) for face, run, share in runs]
    )


def _ending_in_space(line: Any, *, simple: bool) -> Any:
    if simple:
        extra, words = line
        return extra, [*words[:-1], f"{words[-1]} "]
    last = line.words[-1]
    return line.clone(words=[*line.words[:-1], last.clone(text=f"{last.text} ")])

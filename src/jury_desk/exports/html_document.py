"""A document as one page of HTML that needs nothing else: headings, tables with header cells, pictures with words.

It is the twin of the PDF for whoever reads with a screen reader, a magnifier or a phone.
"""

from collections.abc import Iterator
from html import escape
from itertools import chain

from jury_desk import resources
from jury_desk.exports import blocks
from jury_desk.exports.blocks import Block, Cell, Document, Style
from jury_desk.exports.faces import printable
from jury_desk.exports.phrases import Phrases, phrases_of
from jury_desk.exports.pictures.picture import Picture

_LANGUAGE = {"fr": "fr-FR", "en": "en-GB"}
_FEW_COLUMNS = 2
"""A table of more may be wider than a small window."""
_QUIET = ' class="quiet"'


def html_bytes(document: Document) -> bytes:
    """The page, in UTF-8."""
    return ("\n".join(_Page(document).lines()) + "\n").encode()


class _Page:
    """Writes the blocks of one document."""

    def __init__(self, document: Document) -> None:
        self._document = document
        self._say: Phrases = phrases_of(document.language)
        self._under = document.title

    def lines(self) -> Iterator[str]:
        document = self._document
        yield "<!DOCTYPE html>"
        yield f'<html lang="{_LANGUAGE[document.language]}">'
        yield '<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">'
        yield f"<title>{_words(document.title)}</title>"
        yield f'<meta name="author" content="{_words(document.author)}">'
        yield f'<meta name="dcterms.created" content="{document.made_at.isoformat(timespec="seconds")}">'
        look = resources.path("styles", "document.css").read_text(encoding="utf-8")
        yield f"<style>\n{look}</style></head>"
        yield "<body><main>"
        if document.watermark:
            yield f'<p class="mark">{_words(document.watermark)}</p>'
        for block in document.blocks:
            yield from self._block(block)
        yield "</main>"
        foot = " · ".join(filter(None, (document.title, document.fingerprint, document.notice)))
        yield f"<footer><p>{_words(foot)}</p></footer></body></html>"

    def _block(self, block: Block) -> Iterator[str]:
        match block:
            case blocks.Heading(level, words, quiet):
                self._under = words
                yield f"<h{level}{_QUIET * quiet}>{_words(words)}</h{level}>"
            case blocks.Paragraph(words, style, key):
                yield f"<p{_class(style)}{_key(key)}>{_words(words)}</p>"
            case blocks.Table():
                yield from self._table(block)
            case blocks.Facts():
                yield from _facts(block)
            case blocks.Figure(picture):
                yield from self._figure(picture)
            case blocks.Signatures(signatures):
                for each in signatures:
                    yield from _signature(each)
            case blocks.Together(held):
                yield '<div class="together">'
                yield from chain.from_iterable(map(self._block, held))
                yield "</div>"
            case blocks.PageBreak():
                yield '<div class="page"></div>'
            # How far blocks stand apart is said by the look of the page: a gap is nothing here.

    def _figure(self, picture: Picture) -> Iterator[str]:
        drawn = picture.svg[picture.svg.index("<svg") :].replace(
            "<svg ", '<svg aria-hidden="true" focusable="false" ', 1
        )
        yield f'<figure role="img" aria-label="{_words(picture.alternative)}">{drawn}</figure>'
        yield f"<details><summary>{_words(self._say('common.picture_data', about=self._under))}</summary>"
        yield from self._table(picture.data)
        yield "</details>"

    def _table(self, block: blocks.Table) -> Iterator[str]:
        """A table; a wide one moves by itself, also by the keyboard, where the window is narrower than it."""
        wide = len(block.columns) > _FEW_COLUMNS
        if wide:
            yield f'<div class="wide" role="region" aria-label="{_words(self._under)}" tabindex="0">'
        yield from _table(block)
        if wide:
            yield "</div>"


def _table(block: blocks.Table) -> Iterator[str]:
    yield "<table><thead><tr>"
    for column in block.columns:
        number = ' class="number"' if column.number else ""
        yield f'<th scope="col"{number}>{_words(column.head)}</th>'
    yield "</tr></thead><tbody>"
    for row in block.rows:
        yield "<tr>"
        for at, (column, cell) in enumerate(zip(block.columns, row, strict=True)):
            yield _cell(column, cell, names=at == block.naming_column)
        yield "</tr>"
    yield "</tbody></table>"


def _cell(column: blocks.Column, cell: Cell, *, names: bool) -> str:
    looks = " ".join(name for name, wanted in (("number", column.number), ("strong", column.strong)) if wanted)
    attributes = (f' class="{looks}"' if looks else "") + _key(cell.key)
    words = _words(cell.words)
    return f'<th scope="row"{attributes}>{words}</th>' if names and words else f"<td{attributes}>{words}</td>"


def _signature(signature: blocks.Signature) -> Iterator[str]:
    yield f'<h3>{_words(signature.whose)}</h3><table class="facts"><tbody>'
    for label, words in signature.lines:
        yield f'<tr class="sign"><th scope="row">{_words(label)}</th><td>{_words(words)}</td></tr>'
    yield "</tbody></table>"


def _facts(block: blocks.Facts) -> Iterator[str]:
    yield '<table class="facts"><tbody>'
    for label, cell, style in block.styled():
        value = f"<td{_class(style)}{_key(cell.key)}>{_words(cell.words)}</td>"
        yield f'<tr><th scope="row">{_words(label)}</th>{value}</tr>'
    yield "</tbody></table>"


def _class(style: Style) -> str:
    return "" if style in (Style.BODY, Style.CELL, Style.SPACED) else f' class="{style.value}"'


def _key(key: str) -> str:
    return f' data-key="{escape(key)}"' if key else ""


def _words(words: str) -> str:
    return escape(printable(words)).replace("\n", "<br>")

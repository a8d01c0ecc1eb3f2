"""The pages of a PDF file, one under the other, as they will be printed."""

from collections.abc import Sequence
from pathlib import Path
from threading import Lock
from typing import Any

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QImage, QPainter, QPaintEvent, QPixmap, QResizeEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget

from jury_desk.ui import theme
from jury_desk.ui.widgets.card import column
from jury_desk.ui.widgets.text import muted

_POINTS_WIDE = 595
"""An A4 page is so wide; other pages are scaled alike."""
_SHARPEST = 2.0
_ONE_AT_A_TIME = Lock()
"""PDFium knows no threads."""


class PagePreview(QScrollArea):
    """Shows pages at the width there is."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._name = name
        self._pages: list[_Page] = []
        self.setAccessibleName(name)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setMinimumHeight(theme.px(200))

    @property
    def page_count(self) -> int:
        """How many pages it shows."""
        return len(self._pages)

    def page_names(self) -> list[str]:
        """What a screen reader calls the pages."""
        return [page.accessibleName() for page in self._pages]

    def show_words(self, sentence: str) -> None:
        """Say something where the pages will be, unless some are shown already."""
        if self._pages:
            return
        words = muted(sentence)
        words.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.setWidget(words)
        self.viewport().setAutoFillBackground(False)

    def show_pages(self, images: Sequence[QImage]) -> None:
        """Show the pages that :func:`draw_pages` has drawn."""
        self._pages = []
        holder = QWidget()
        layout = column(gap=16)
        for number, image in enumerate(images, 1):
            page = _Page(image)
            told = self.tr("{name}, page {number} of {count}")
            page.setAccessibleName(told.format(name=self._name, number=number, count=len(images)))
            self._pages.append(page)
            layout.addWidget(page, 0, Qt.AlignmentFlag.AlignHCenter)
        layout.addStretch(1)
        holder.setLayout(layout)
        self._fit(self.viewport().width())
        self.setWidget(holder)
        holder.setAutoFillBackground(False)
        self.viewport().setAutoFillBackground(False)

    def _fit(self, width: int) -> None:
        wanted = min(width - theme.px(16), theme.px(_POINTS_WIDE * 1.3))
        for page in self._pages:
            page.fit(wanted)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Scale the pages to the width (Qt)."""
        super().resizeEvent(event)
        self._fit(event.size().width())


class _Page(QFrame):
    """One page; it is scaled when it is first seen, for all of them at once would be felt."""

    def __init__(self, image: QImage) -> None:
        super().__init__()
        self._image = image
        self._scaled: QPixmap | None = None
        self.setFrameShape(QFrame.Shape.StyledPanel)

    def fit(self, width: int) -> None:
        """Take another width."""
        size = QSize(width, round(width * self._image.height() / max(1, self._image.width())))
        if size != self.size():
            self._scaled = None
            self.setFixedSize(size)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the page, and the frame around it (Qt)."""
        if self._scaled is None:
            self._scaled = self._at_its_size()
        with QPainter(self) as painter:
            painter.drawPixmap(QRect(0, 0, self.width(), self.height()), self._scaled)
        super().paintEvent(event)

    def _at_its_size(self) -> QPixmap:
        ratio = self.devicePixelRatioF()
        scaled = self._image.scaled(
            self.size() * ratio, Qt.AspectRatioMode.IgnoreAspectRatio, Qt.TransformationMode.SmoothTransformation
        )
        scaled.setDevicePixelRatio(ratio)
        return QPixmap.fromImage(scaled)


def draw_pages(path: Path) -> list[QImage]:
    """The pages of a PDF file, drawn sharper than a window shows them; in whichever thread."""
    import pypdfium2  # noqa: PLC0415 - loads at the first preview

    with _ONE_AT_A_TIME, pypdfium2.PdfDocument(path) as document:
        return [_image_of(page) for page in document]


def _image_of(page: Any) -> QImage:
    bitmap = page.render(scale=_SHARPEST, rev_byteorder=True, may_draw_forms=False, prefer_bgrx=True)
    buffer = bytes(bitmap.buffer)
    image = QImage(buffer, bitmap.width, bitmap.height, bitmap.stride, QImage.Format.Format_RGBX8888)
    return image.copy()

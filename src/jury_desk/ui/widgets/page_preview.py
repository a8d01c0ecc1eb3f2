"""The pages of a PDF file, one under the other, as they will be printed."""

from pathlib import Path
from typing import Any

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QImage, QPixmap, QResizeEvent
from PySide6.QtWidgets import QFrame, QLabel, QScrollArea, QWidget

from jury_desk.ui import theme
from jury_desk.ui.widgets.card import column
from jury_desk.ui.widgets.text import muted

_POINTS_WIDE = 595
"""An A4 page is so wide; other pages are scaled alike."""
_SHARPEST = 2.0


class PagePreview(QScrollArea):
    """Renders the pages at the width there is."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._name = name
        self._pages: list[QImage] = []
        self._labels: list[QLabel] = []
        self.setAccessibleName(name)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setMinimumHeight(theme.px(200))

    @property
    def page_count(self) -> int:
        """How many pages it shows."""
        return len(self._pages)

    def show_words(self, sentence: str) -> None:
        """Say something where the pages will be, unless some are shown already."""
        if self._pages:
            return
        words = muted(sentence)
        words.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.setWidget(words)
        self.viewport().setAutoFillBackground(False)

    def show_file(self, path: Path) -> None:
        """Show the pages of a PDF file, which may be deleted afterwards."""
        self._pages = _pages_of(path)
        self._labels = []
        holder = QWidget()
        layout = column(gap=16)
        for number, image in enumerate(self._pages, 1):
            label = QLabel()
            label.setFrameShape(QFrame.Shape.StyledPanel)
            label.setAlignment(Qt.AlignmentFlag.AlignCenter)
            told = self.tr("{name}, page {number} of {count}")
            label.setAccessibleName(told.format(name=self._name, number=number, count=len(self._pages)))
            label.setProperty("aspect", image.height() / max(1, image.width()))
            self._labels.append(label)
            layout.addWidget(label, 0, Qt.AlignmentFlag.AlignHCenter)
        layout.addStretch(1)
        holder.setLayout(layout)
        self.setWidget(holder)
        holder.setAutoFillBackground(False)
        self.viewport().setAutoFillBackground(False)
        self._fit(self.viewport().width())

    def _fit(self, width: int) -> None:
        wanted = min(width - theme.px(16), theme.px(_POINTS_WIDE * 1.3))
        for label, image in zip(self._labels, self._pages, strict=True):
            ratio = self.devicePixelRatioF()
            size = QSize(wanted, round(wanted * image.height() / max(1, image.width())))
            scaled = image.scaled(
                size * ratio, Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation
            )
            scaled.setDevicePixelRatio(ratio)
            label.setPixmap(QPixmap.fromImage(scaled))
            label.setFixedSize(size)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Scale the pages to the width (Qt)."""
        super().resizeEvent(event)
        self._fit(event.size().width())


def _pages_of(path: Path) -> list[QImage]:
    import pypdfium2  # noqa: PLC0415 - loads at the first preview

    with pypdfium2.PdfDocument(path) as document:
        return [_image_of(page) for page in document]


def _image_of(page: Any) -> QImage:
    bitmap = page.render(scale=_SHARPEST, rev_byteorder=True, may_draw_forms=False, prefer_bgrx=True)
    buffer = bytes(bitmap.buffer)
    image = QImage(buffer, bitmap.width, bitmap.height, bitmap.stride, QImage.Format.Format_RGBX8888)
    return image.copy()

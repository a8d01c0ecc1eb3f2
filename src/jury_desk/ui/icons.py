"""Icons by name: 20-pixel line drawings, tinted with the colour they stand in."""

from functools import cache

from PySide6.QtCore import QByteArray, QRectF, QSize
from PySide6.QtGui import QColor, QGuiApplication, QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from jury_desk.resources import path


def icon(name: str, ink: str, *, size: int = 20) -> QIcon:
    """The icon of that name in colour ``ink``, ``size`` pixels wide."""
    return QIcon(pixmap(name, ink, size=size))


def pixmap(name: str, ink: str, *, size: int = 20) -> QPixmap:
    """The drawing of that name as a picture, sharp on the screens there are."""
    ratio = max((screen.devicePixelRatio() for screen in QGuiApplication.screens()), default=1.0)
    made = QPixmap(QSize(size, size) * ratio)
    made.setDevicePixelRatio(ratio)
    made.fill(QColor(0, 0, 0, 0))
    renderer = QSvgRenderer(QByteArray(_drawing(name).replace("currentColor", ink).encode()))
    with QPainter(made) as painter:
        renderer.render(painter, QRectF(0, 0, size, size))
    return made


@cache
def _drawing(name: str) -> str:
    return path("icons", f"{name}.svg").read_text(encoding="utf-8")

"""The window: assembles pages, wires their signals, opens and closes files. It holds no rule."""

from jury_desk.ui.main_window.window import Doors, MainWindow

__all__ = ["Doors", "MainWindow"]

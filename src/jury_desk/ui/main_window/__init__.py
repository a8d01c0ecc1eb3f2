"""The window: assembles pages, wires their signals, opens and closes files. It holds no rule."""

from jury_desk.ui.main_window.window import EXAMPLE_PLACE, Doors, MainWindow

__all__ = ["EXAMPLE_PLACE", "Doors", "MainWindow"]

"""The window: pages, widgets and dialogs over the use cases. It never holds a rule."""

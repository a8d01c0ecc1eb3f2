"""Dialogs; each has a class method that asks and returns a value."""

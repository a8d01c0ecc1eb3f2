"""Jury Desk: runs a public innovation jury on one laptop, offline."""

__version__ = "0.1.0"

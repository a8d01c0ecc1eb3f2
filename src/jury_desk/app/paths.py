"""Where the program keeps its own files on this computer."""

from pathlib import Path

from platformdirs import user_data_path, user_documents_path, user_log_path

NAME = "Jury Desk"


def safety_folder() -> Path:
    """Tapes and safety copies of every file opened here."""
    return user_data_path(NAME, appauthor=False) / "safety"


def example_file() -> Path:
    """Where the example edition is put for a newcomer."""
    return user_documents_path() / NAME / "example.jury"


def log_folder() -> Path:
    """Technical logs; never a name, a mark or a comment."""
    return user_log_path(NAME, appauthor=False)

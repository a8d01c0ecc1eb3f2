"""The time zone of this computer, by the name that files keep."""

import tzlocal


def computer_zone() -> str:
    """Its IANA name (``Europe/Paris``); empty on a computer that does not tell."""
    try:
        return tzlocal.get_localzone_name() or ""
    except (LookupError, OSError, ValueError):
        return ""

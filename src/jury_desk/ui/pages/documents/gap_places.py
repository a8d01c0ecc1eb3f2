"""Where each blank of the minutes is filled in."""

_MEETING = "deliberate#deliberate."
_FIELDS_OF_THE_MEETING = (
    "opened_at",
    "deliberation_at",
    "closed_at",
    "appointing_act",
    "attendee_left",
    "presiding_reason",
    "closed_session",
    "reserve_until",
    "authority",
    "notified_on",
)
_PLACES = {
    "organisation": "settings#organisation",
    "programme": "settings#programme",
    "rules_frozen": "prepare#freeze",
    "panel": "prepare#jury",
    "quorum_reached": "prepare#jury",
    "presiding": "prepare#jury",
    "declarations": "prepare#jury",
    "rulings": "prepare#jury",
    "chair": "prepare#jury",
    "secretary": "prepare#jury",
    "admissibility": "candidacies",
    "inadmissible_reason": "candidacies",
    "order": "session",
    "passages": "session",
    "incidents": "session",
    "sheets": "marks",
    "tie_at_line": "deliberate#separate",
    "adopted_outdated": "deliberate#adopt",
    "outcomes": "deliberate#decide",
    "motivations": "deliberate",
    **{field: f"{_MEETING}{field}" for field in _FIELDS_OF_THE_MEETING},
}


def place_of(gap: str, stage: str) -> str:
    """The tab, page or section where a blank of a stage's minutes is filled in."""
    return f"settings#{stage}.{gap}" if gap in ("date", "place") else _PLACES[gap]

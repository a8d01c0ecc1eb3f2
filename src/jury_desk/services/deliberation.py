"""The computed ranking of a stage, from what the file holds."""

from jury_desk.domain.candidacy import Admissibility, Candidacy
from jury_desk.domain.jury import Voice
from jury_desk.domain.records import Records
from jury_desk.domain.standings import Standings, rank
from jury_desk.services.preparation import current_rules, entries, panel
from jury_desk.services.scoring import sheets_of


def standings_of(records: Records, stage: str) -> Standings:
    """The computed ranking (classement arithmétique) of a stage.

    Raises:
        As :func:`jury_desk.services.preparation.current_rules`.
    """
    _, rules = current_rules(records, stage)
    candidacies = [entry.candidacy for entry in entries(records, stage)]
    voting = [member.juror for member, _ in panel(records, stage) if member.voice is Voice.VOTING]
    withdrawn = [
        each for each in candidacies if records.need(Candidacy, each).admissibility is Admissibility.WITHDRAWN
    ]
    return rank(rules, candidacies, voting, sheets_of(records, stage, candidacies), withdrawn=withdrawn)

"""What a stage still lacks, counted among those it concerns."""

from jury_desk.domain.jury import Juror, Member, Voice
from jury_desk.services.missing import Lack, Missing, missing_of
from jury_desk.services.preparation import add_juror
from jury_desk.storage.jury_file import SqliteFile


def test_declarations_are_asked_of_voting_members_alone(jury_file: SqliteFile) -> None:
    """A secretary or a coach owes no declaration of interests, and does not count among those who do."""
    for name, voice in (("One", Voice.VOTING), ("Two", Voice.VOTING), ("Coach", Voice.ADVISORY)):
        add_juror(jury_file, Juror("", name), seat=Member("hackathon", "", 0, voice=voice, declared=name == "One"))
    assert Missing(Lack.DECLARATIONS, 1, 2) in missing_of(jury_file.records, "hackathon")

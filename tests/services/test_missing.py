"""What a stage still lacks, counted among those it concerns."""

from jury_desk.domain.candidacy import Candidacy
from jury_desk.domain.jury import Juror, Member, Voice
from jury_desk.domain.rules import rules_from_document
from jury_desk.services.missing import Lack, Missing, missing_of
from jury_desk.services.ports import Clock
from jury_desk.services.preparation import add_juror, set_entries, set_rules
from jury_desk.services.running_order import draw_order
from jury_desk.storage.jury_file import SqliteFile


def test_declarations_are_asked_of_voting_members_alone(jury_file: SqliteFile) -> None:
    """A secretary or a coach owes no declaration of interests, and does not count among those who do."""
    for name, voice in (("One", Voice.VOTING), ("Two", Voice.VOTING), ("Coach", Voice.ADVISORY)):
        add_juror(jury_file, Juror("", name), seat=Member("hackathon", "", 0, voice=voice, declared=name == "One"))
    assert Missing(Lack.DECLARATIONS, 1, 2) in missing_of(jury_file.records, "hackathon")


def test_draw_is_missing_while_the_rules_ask_for_one(jury_file: SqliteFile, clock: Clock) -> None:
    """Not before there is somebody to draw, nor under rules with an order fixed in advance, nor once it is drawn."""
    rules = {"title": "Rules", "criteria": [{"id": "C1", "name": "One", "min": "0", "max": "10"}]}

    def set_order(order: str) -> None:
        timing = {"pitch": "5", "order": order}
        set_rules(jury_file, "hackathon", rules_from_document({**rules, "timing": timing}))

    def missing() -> bool:
        return Missing(Lack.ORDER) in missing_of(jury_file.records, "hackathon")

    set_order("drawn")
    assert not missing()
    with jury_file.unit() as unit:
        for each in ("P1", "P2"):
            unit.put(Candidacy(each, each))
        unit.commit("candidacies_imported")
    set_entries(jury_file, "hackathon", ["P1", "P2"])
    assert missing()
    set_order("given")
    assert not missing()
    set_order("drawn")
    draw_order(jury_file, "hackathon", clock, seed="s", witness="w")
    assert not missing()

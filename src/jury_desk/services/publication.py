"""The ranking as the room is shown it: one place at a time from the last, names and places and nothing else."""

from jury_desk.domain.candidacy import Candidacy
from jury_desk.domain.deliberation import AdoptedRanking
from jury_desk.domain.records import Records


def published_lines(records: Records, stage: str, count: int) -> tuple[str, ...]:
    """The last ``count`` places of the adopted ranking, best of them first; equals come together.

    Nothing of a ranking that the jury has not adopted is ever shown.
    """
    adopted = records.get(AdoptedRanking, stage)
    if adopted is None or count <= 0:
        return ()
    shown = adopted.places[-count:]
    return tuple(f"{each.place}   {records.need(Candidacy, each.candidacy).title}" for each in shown)


def next_count(records: Records, stage: str, count: int) -> int:
    """How many lines are shown after one more step: equals are published together."""
    adopted = records.get(AdoptedRanking, stage)
    places = [each.place for each in adopted.places] if adopted else []
    following = min(len(places), count + 1)
    while 0 < following < len(places) and places[-following] == places[-following - 1]:
        following += 1
    return following

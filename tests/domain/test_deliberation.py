"""Votes: who may cast them, what they come to, and when a casting vote has a say."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jury_desk.domain.deliberation import (
    AGAINST,
    FOR,
    Bench,
    CastingVoteRefused,
    Choice,
    QuorumLost,
    TooManyProxies,
    Vote,
    VoteMode,
    VotesDoNotAddUp,
    VoteSubject,
    voted_places,
)

BENCH = Bench("2020-03-05T16:40:00+00:00", ("J1", "J2", "J3", "J4"), quorum=3, presiding="J1")


def motion(
    pro: int, con: int, *, abstentions: int = 0, bench: Bench = BENCH, casting: str = "", proxies: int = 0
) -> Vote:
    """A motion put to a show of hands."""
    choices = (Choice(FOR, pro), Choice(AGAINST, con))
    return Vote(
        "hackathon",
        1,
        VoteSubject.DECISION,
        "Adopt?",
        VoteMode.SHOW_OF_HANDS,
        choices,
        bench,
        abstentions=abstentions,
        casting=casting,
        proxies=proxies,
    )


def tie_vote(*choices: tuple[str, int], number: int = 1, casting: str = "") -> Vote:
    """A vote to separate equals."""
    return Vote(
        "hackathon",
        number,
        VoteSubject.TIE,
        "Who goes first?",
        VoteMode.SECRET_BALLOT,
        tuple(Choice(*each) for each in choices),
        BENCH,
        tuple(option for option, _ in choices),
        casting=casting,
    )


def test_motion_is_carried_by_more_votes_for_than_against() -> None:
    """An abstention is no vote; equal votes carry nothing."""
    assert motion(2, 1, abstentions=1).carried
    assert not motion(1, 2, abstentions=1).carried
    assert not motion(2, 2).carried


def test_casting_vote_decides_equal_votes_only() -> None:
    """It goes to who presides, where the rules give one, and never against a majority."""
    decided = motion(2, 2, casting=FOR)
    decided.check(casting_vote=True)
    assert decided.carried
    assert not motion(2, 2, casting=AGAINST).carried
    for vote, given_by_rules in ((motion(3, 1, casting=AGAINST), True), (decided, False)):
        with pytest.raises(CastingVoteRefused):
            vote.check(casting_vote=given_by_rules)
    nobody_presides = Bench(BENCH.at, BENCH.present, quorum=3)
    with pytest.raises(CastingVoteRefused):
        motion(2, 2, bench=nobody_presides, casting=FOR).check(casting_vote=True)


def test_votes_are_those_of_the_members_present_and_their_proxies() -> None:
    """One vote too many or too few is told, and nobody holds two proxies."""
    motion(3, 2, proxies=1).check(casting_vote=False)
    with pytest.raises(VotesDoNotAddUp):
        motion(3, 2).check(casting_vote=False)
    with pytest.raises(VotesDoNotAddUp):
        motion(1, 1, abstentions=1).check(casting_vote=False)
    with pytest.raises(TooManyProxies):
        motion(5, 4, proxies=5).check(casting_vote=False)


def test_no_vote_without_quorum() -> None:
    """Two present of three asked for decide nothing."""
    few = Bench(BENCH.at, ("J1", "J2"), quorum=3, presiding="J1")
    with pytest.raises(QuorumLost) as refusal:
        motion(2, 0, bench=few).check(casting_vote=True)
    assert (refusal.value.present, refusal.value.quorum) == (2, 3)


def test_consensus_keeps_the_order_agreed() -> None:
    """Nobody counts votes by consensus: what was agreed comes first."""
    choices = (Choice("P7", 0), Choice("P6", 0))
    agreed = Vote("hackathon", 1, VoteSubject.TIE, "?", VoteMode.CONSENSUS, choices, BENCH, ("P6", "P7"))
    agreed.check(casting_vote=False)
    assert agreed.ranked == (("P7",), ("P6",))


def test_places_voted_are_those_of_the_last_vote_on_the_group() -> None:
    """Votes on other questions give no places; a second vote on the same tie replaces the first."""
    first = tie_vote(("P6", 1), ("P7", 3))
    second = tie_vote(("P6", 3), ("P7", 1), number=2)
    assert voted_places([first, motion(4, 0)]) == {"P7": 1, "P6": 2}
    assert voted_places([first, second]) == {"P6": 1, "P7": 2}
    assert voted_places([tie_vote(("A", 2), ("B", 2), ("C", 0), casting="B")]) == {"B": 1, "A": 2, "C": 3}


@given(st.lists(st.integers(0, 9), min_size=2, max_size=5), st.data())
def test_vote_never_puts_fewer_votes_ahead(votes: list[int], data: st.DataObject) -> None:
    """Every option stands once, more votes before fewer, casting vote or not."""
    options = [(f"P{number}", count) for number, count in enumerate(votes)]
    casting = data.draw(st.sampled_from(["", *(option for option, _ in options)]))
    ranked = tie_vote(*options, casting=casting).ranked
    assert sorted(option for group in ranked for option in group) == sorted(option for option, _ in options)
    counts = dict(options)
    in_order = [counts[option] for group in ranked for option in group]
    assert in_order == sorted(votes, reverse=True)

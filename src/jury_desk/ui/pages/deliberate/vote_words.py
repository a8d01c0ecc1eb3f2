"""A vote on file in one line, for whoever looks back at it."""

from PySide6.QtCore import QObject

from jury_desk.domain.candidacy import Candidacy
from jury_desk.domain.deliberation import AGAINST, FOR, Vote, VoteMode
from jury_desk.domain.records import Records


class VoteWords(QObject):
    """Words in the language of the window."""

    def line(self, vote: Vote, records: Records) -> str:
        """« Vote 2 · Prolonger de trois mois ? · main levée : pour 4, contre 1, abstentions 0 »."""
        told = self.tr("Vote {number} · {question} · {mode}: {result}")
        return told.format(
            number=vote.number, question=vote.question, mode=self._mode(vote.mode), result=self._result(vote, records)
        )

    def _result(self, vote: Vote, records: Records) -> str:
        names = {each.option: self._option(each.option, records) for each in vote.choices}
        if vote.mode is VoteMode.CONSENSUS:
            return names[vote.choices[0].option]
        told = [f"{names[each.option]} {each.votes}" for each in vote.choices]
        told.append(self.tr("abstentions {count}").format(count=vote.abstentions))
        if vote.casting:
            told.append(self.tr("casting vote: {option}").format(option=names[vote.casting]))
        return ", ".join(told)

    def _option(self, option: str, records: Records) -> str:
        if option in (FOR, AGAINST):
            return self.tr("for") if option == FOR else self.tr("against")
        found = records.get(Candidacy, option)
        return found.title if found else option

    def _mode(self, mode: VoteMode) -> str:
        return {
            VoteMode.SHOW_OF_HANDS: self.tr("show of hands"),
            VoteMode.SECRET_BALLOT: self.tr("secret ballot"),
            VoteMode.CONSENSUS: self.tr("consensus"),
        }[mode]


def votes_about(records: Records, stage: str, candidacy: str = "") -> list[Vote]:
    """The votes of a stage in their order; with a candidacy, those about it."""
    votes = sorted(records.within(Vote, stage), key=lambda vote: vote.number)
    return [vote for vote in votes if not candidacy or candidacy in vote.candidacies]

"""The three rankings in one line: computed, adopted by the jury, decided by the authority, with what differs."""

from PySide6.QtWidgets import QWidget

from jury_desk.domain.candidacy import Candidacy
from jury_desk.domain.records import Records
from jury_desk.services.decisions import ThreeRankings, three_rankings
from jury_desk.services.zones import zone_of
from jury_desk.ui.widgets.dates import moment_text
from jury_desk.ui.widgets.text import Text


class RankingsLine(Text):
    """The line."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", "small", parent=parent)
        self.setAccessibleName(self.tr("Computed, adopted and decided ranking"))

    def show_rankings(self, records: Records, stage: str) -> None:
        """Show those of a stage."""
        rankings = three_rankings(records, stage)
        told = [self.tr("Computed"), self._adopted(rankings, records)]
        if rankings.decided:
            titles = ", ".join(records.need(Candidacy, each).title for each in rankings.decided)
            told.append(self.tr("decided by the authority: {titles}").format(titles=titles))
        self.setText("  ▸  ".join(told))
        self.set_ink("attention" if rankings.outdated or rankings.moved else "muted")

    def _adopted(self, rankings: ThreeRankings, records: Records) -> str:
        if rankings.adopted is None:
            return self.tr("not adopted yet")
        if rankings.outdated:
            return self.tr("adopted before marks changed: to be adopted again")
        at = moment_text(rankings.adopted.bench.at, zone_of(records))
        if not rankings.moved:
            return self.tr("adopted as computed on {at}").format(at=at)
        moved = ", ".join(
            self.tr("{title}: {adopted} instead of {computed}").format(
                title=records.need(Candidacy, each.candidacy).title,
                adopted=each.adopted or "–",
                computed=each.computed or "–",
            )
            for each in rankings.moved
        )
        return self.tr("adopted otherwise on {at} ({moved})").format(at=at, moved=moved)

"""What every section of the minutes, and every paper beside them, is written from."""

from dataclasses import dataclass
from datetime import datetime

from jury_desk.domain.minutes import StageReport
from jury_desk.exports.phrases import Phrases


@dataclass(frozen=True, slots=True)
class Subject:
    """What every section is written from: the report, the words, the instant of the document.

    Attributes:
        files: the names of the files that travel within the document: its data, its workbook; none for most forms.
    """

    report: StageReport
    say: Phrases
    made_at: datetime
    files: tuple[str, ...] = ()

    @property
    def codes(self) -> dict[str, str]:
        """Short names of the criteria, C1 to Cn in their order, by id."""
        return {criterion.id: f"C{number}" for number, criterion in enumerate(self.report.rules.criteria, 1)}

    def annex(self, name: str, heading: str) -> str:
        """The heading of an annex: « Annexe 2 – Journal du fichier »."""
        return self.say("minutes.annexes.numbered", number=self.annex_number(name), heading=heading)

    def annex_number(self, name: str) -> int:
        """The place of an annex among those that these minutes have."""
        report = self.report
        there = {
            "attendance": True,
            "explanations": report.explained is not None,
            "journal": True,
            "files": bool(self.files),
            "levels": True,
        }
        return 1 + [each for each, is_there in there.items() if is_there].index(name)

    def title(self, candidacy: str) -> str:
        """The title of a candidacy, by id."""
        return self.report.candidacy(candidacy).title

    def juror(self, juror: str) -> str:
        """The name of a juror, by id."""
        return next((seat.juror.name for seat in self.report.panel if seat.juror.id == juror), juror)

    def or_nothing(self, words: str) -> str:
        """The words, or the sign for none."""
        return words or self.say("common.nothing")

"""Who sits at an act of the jury, in one line."""

from PySide6.QtCore import QObject

from jury_desk.domain.deliberation import Bench
from jury_desk.domain.jury import Juror
from jury_desk.domain.records import Records


class BenchWords(QObject):
    """An object of its own: a plural form is not looked for under the names of the classes above."""

    def text(self, bench: Bench, records: Records) -> str:
        """« 7 voix délibératives présentes · quorum 4 · Mme Hélène VASSEUR préside »."""
        told = [self.tr("%n voting member(s) present", "", len(bench.present))]
        if bench.quorum:
            told.append(self.tr("quorum {quorum}").format(quorum=bench.quorum))
        if bench.presiding:
            told.append(self.tr("{name} presides").format(name=_name(bench.presiding, records)))
        if bench.withdrawn:
            names = ", ".join(_name(each, records) for each in bench.withdrawn)
            told.append(self.tr("{names} leaves: recused").format(names=names))
        return " · ".join(told)


def _name(juror: str, records: Records) -> str:
    found = records.get(Juror, juror)
    return found.name if found else juror

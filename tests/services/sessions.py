"""A stage ready for its first mark, for the tests of what happens to it later."""

from collections.abc import Mapping
from dataclasses import replace
from fractions import Fraction

from jury_desk.domain.candidacy import Admissibility, Candidacy, Holder
from jury_desk.domain.journal import replay
from jury_desk.domain.jury import Juror, Member, Role, Voice
from jury_desk.domain.records import Records
from jury_desk.domain.rubric import Criterion, Scale
from jury_desk.domain.rules import Rules, Selection
from jury_desk.domain.scoring import Mark, MarkState
from jury_desk.services import history
from jury_desk.services.ports import Clock
from jury_desk.services.preparation import (
    add_juror,
    amend_rules,
    current_rules,
    freeze_rules,
    set_entries,
    set_rules,
)
from jury_desk.services.scoring import Cell, record_marks
from jury_desk.storage.files import SqliteFiles
from jury_desk.storage.jury_file import SqliteFile

STAGE = "hackathon"
SCALE = Scale(Fraction(0), Fraction(10), Fraction(1))
CRITERIA = (Criterion("C1", "Problem", Fraction(3), SCALE), Criterion("C2", "Impact", Fraction(1), SCALE))
RULES = Rules("Rules", "1", "en", SCALE, CRITERIA, selection=Selection(2, 1))
TITLES = {"P1": "La belette", "P2": "Guichet clair", "P3": "Mon quai", "P4": "Fil vert"}
NAMES = {"J1": "Mme Anne VASSEUR", "J2": "M. Kofi OSEI", "J3": "Mme Claire ROUX", "J4": "M. Paul LE GOFF"}


class Session:
    """A stage with four candidacies, four voting jurors, an advisory one, and frozen rules."""

    def __init__(self, file: SqliteFile, clock: Clock, files: SqliteFiles) -> None:
        self.file = file
        self.clock = clock
        self._files = files
        self.stage = STAGE
        with file.unit() as unit:
            for name, title in TITLES.items():
                holders = (Holder("Benali", "Nadia", service="Direction des lycées"),)
                unit.put(Candidacy(name, title, holders=holders, admissibility=Admissibility.ADMISSIBLE))
            unit.put(Candidacy("P5", "Relais terrain", admissibility=Admissibility.ADMISSIBLE))
            unit.commit("candidacies_imported")
        set_entries(file, STAGE, TITLES)
        for number, (name, printed) in enumerate(NAMES.items()):
            role = Role.MEMBER if number else Role.CHAIR
            add_juror(file, Juror(name, printed), seat=Member(STAGE, "", 0, role=role))
        add_juror(file, Juror("A1", "M. Louis PETIT"), seat=Member(STAGE, "", 0, voice=Voice.ADVISORY))
        set_rules(file, STAGE, RULES)
        freeze_rules(file, STAGE, clock)

    @property
    def records(self) -> Records:
        """All the file holds."""
        return self.file.records

    def give(self, sheets: Mapping[tuple[str, str], tuple[int, int]]) -> None:
        """Record sheets, by candidacy and juror."""
        marks = {
            Cell(candidacy, juror, criterion.id): Mark(MarkState.MARKED, Fraction(value))
            for (candidacy, juror), values in sheets.items()
            for criterion, value in zip(CRITERIA, values, strict=True)
        }
        record_marks(self.file, STAGE, marks)

    def give_all(self) -> None:
        """Every voting juror marks every candidacy, each in their own way."""
        self.give(
            {
                (candidacy, juror): ((3 * passage + seat) % 8 + 2, (passage + 2 * seat) % 8 + 2)
                for passage, candidacy in enumerate(TITLES)
                for seat, juror in enumerate(NAMES)
            }
        )

    def rule(self, **panel: object) -> None:
        """Amend the rules of the sittings."""
        _, rules = current_rules(self.records, STAGE)
        changed = replace(rules, panel={**rules.panel, **panel})
        amend_rules(self.file, STAGE, changed, self.clock, author="Chair", reason="Decided", keep_marks=True)

    def reopened(self) -> Records:
        """What another run reads from the file; its integrity is checked on the way."""
        path = self.file.path
        self.file.close()
        assert self._files.check(path).problems == ()
        self.file = self._files.open(path)
        return self.file.records


def assert_undone_and_redone(session: Session, before: Records) -> None:
    """The last act can be taken back to exactly ``before`` and done again, and the journal alone gives the same."""
    after = session.records.with_these(())
    history.undo(session.file)
    assert session.records == before
    history.redo(session.file)
    assert session.records == after
    assert replay(session.file.events()) == after
    assert session.reopened() == after

"""The règlement as it is frozen: to be read, to be amended, to be compared with its former versions."""

from PySide6.QtWidgets import QWidget

from jury_desk.services.amendments import frozen_versions
from jury_desk.ui.operations import Operations
from jury_desk.ui.pages.prepare.draft import RulesDraft
from jury_desk.ui.pages.prepare.frozen import FrozenRules
from jury_desk.ui.pages.prepare.versions import VersionsCard
from jury_desk.ui.widgets.buttons import secondary
from jury_desk.ui.widgets.card import column
from jury_desk.ui.widgets.pair import Pair
from jury_desk.ui.widgets.text import muted

_ROOM_FOR_BOTH = 560


class RulesReader(QWidget):
    """The rules in force, and their versions."""

    def __init__(self, operations: Operations, stage_id: str, draft: RulesDraft, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._operations = operations
        self._stage = stage_id
        self._draft = draft
        self.rules = FrozenRules()
        self.amend = secondary(self.tr("Amend the rules…"))
        self.versions = VersionsCard()
        how = self.tr("Frozen rules change by an amendment alone: a new version beside this one, with its reason.")
        layout = column(gap=16)
        layout.addWidget(self.rules)
        layout.addWidget(Pair(muted(how), self.amend, width=_ROOM_FOR_BOTH, shares=(1, 0)))
        layout.addWidget(self.versions)
        self.setLayout(layout)

    def fill(self) -> None:
        """Show the rules in force."""
        rules, language, names = self._draft.rules, self._draft.language, self._draft.stage_names()
        if rules is not None:
            self.rules.show_rules(rules, language, names)
            versions = frozen_versions(self._operations.records, self._stage)
            self.versions.show_versions(versions, language, names, self._operations.zone)

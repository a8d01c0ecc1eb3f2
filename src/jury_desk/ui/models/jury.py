"""The panel of a stage as an editable table; its last row takes a new member."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from PySide6.QtCore import (
    QAbstractTableModel,
    QCoreApplication,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)

from jury_desk.domain.jury import Juror, Member, Presence, Role, Voice
from jury_desk.domain.recusal import Declaration
from jury_desk.services.attendance import replacements, tenure_of
from jury_desk.services.drafting import in_role
from jury_desk.services.preparation import add_juror, panel, remove_member, set_juror, set_member
from jury_desk.services.recusals import declaration_of, set_declaration
from jury_desk.services.time_words import hour
from jury_desk.ui import theme
from jury_desk.ui.operations import Operations

Index = QModelIndex | QPersistentModelIndex

CHOICES_ROLE = int(Qt.ItemDataRole.UserRole) + 3
"""The values that a cell can take, each with its words; nothing for a cell that takes any text."""

NAME, FUNCTION, ROLE, VOICE, PRESENCE, DECLARED = range(6)

_DISPLAY = int(Qt.ItemDataRole.DisplayRole)
_EDIT = int(Qt.ItemDataRole.EditRole)
_CHECK = int(Qt.ItemDataRole.CheckStateRole)
_LEFT = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)


def presence_word(presence: Presence) -> str:
    """« Présent », « À distance »."""
    return {
        Presence.PRESENT: QCoreApplication.translate("JuryModel", "Present"),
        Presence.REMOTE: QCoreApplication.translate("JuryModel", "Remote"),
        Presence.REPRESENTED: QCoreApplication.translate("JuryModel", "Represented"),
        Presence.EXCUSED: QCoreApplication.translate("JuryModel", "Excused"),
        Presence.ABSENT: QCoreApplication.translate("JuryModel", "Absent"),
    }[presence]


class JuryModel(QAbstractTableModel):
    """Members in their order, then an empty row.

    Signals:
        member_added: the empty row was given a name and is a member now.
    """

    member_added = Signal()

    def __init__(self, operations: Operations, stage_id: str, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._operations = operations
        self._stage = stage_id
        self._seats: list[tuple[Member, Juror]] = []
        self._words = {column: dict(self._choices(column)) for column in (ROLE, VOICE, PRESENCE)}
        self.refresh()

    @property
    def seats(self) -> Sequence[tuple[Member, Juror]]:
        """The members, each with the person."""
        return tuple(self._seats)

    def refresh(self) -> None:
        """Read the panel again."""
        found = panel(self._operations.records, self._stage)
        if found and [member.juror for member, _ in found] == [member.juror for member, _ in self._seats]:
            self._seats = found
            self.dataChanged.emit(self.index(0, 0), self.index(len(found) - 1, DECLARED))
            return
        self.beginResetModel()
        self._seats = found
        self.endResetModel()

    def remove(self, row: int) -> bool:
        """Take a member off the panel."""
        if not 0 <= row < len(self._seats):
            return False
        juror = self._seats[row][1].id
        changes = self._operations.run(lambda: remove_member(self._operations.file, self._stage, juror), self)
        self.refresh()
        return changes is not None

    def _is_new(self, index: Index) -> bool:
        return index.row() == len(self._seats)

    def _choices(self, column: int) -> Sequence[tuple[str, str]]:
        if column == ROLE:
            return [(role.value, self._role_word(role)) for role in Role]
        if column == VOICE:
            return [(voice.value, self._voice_word(voice)) for voice in Voice]
        if column == PRESENCE:
            return [(presence.value, presence_word(presence)) for presence in Presence]
        return []

    def _value(self, index: Index) -> str:
        member, juror = self._seats[index.row()]
        values = (juror.name, juror.function, member.role.value, member.voice.value, member.presence.value)
        return values[index.column()] if index.column() < len(values) else ""

    def _text(self, index: Index) -> str:
        if self._is_new(index):
            return self.tr("+ Add a member") if index.column() == NAME else ""
        if index.column() == DECLARED:
            return self._declaration_text(self._seats[index.row()][0])
        value = self._value(index)
        word = self._words.get(index.column(), {}).get(value, value)
        return f"{word}{self._hours(self._seats[index.row()][0])}" if index.column() == PRESENCE else word

    def _declaration_text(self, member: Member) -> str:
        if member.declared:
            return self.tr("received")
        declaration = declaration_of(self._operations.records, self._stage, member.juror)
        given = sum((declaration.no_benefit, declaration.no_contact, declaration.confidentiality))
        return self.tr("{given} of 3").format(given=given) if given else self.tr("awaited")

    def _hours(self, member: Member) -> str:
        """When the member came late or left early, after how they take part."""
        records, language, zone = self._operations.records, self._operations.messages.language, self._operations.zone
        if member.juror in replacements(records, self._stage):
            return self.tr(", replaced")
        tenure = tenure_of(records, self._stage, member.juror)
        arrived = self.tr(", from {hour}").format(hour=hour(tenure.arrived, language, zone)) if tenure.arrived else ""
        left = self.tr(", until {hour}").format(hour=hour(tenure.left, language, zone)) if tenure.left else ""
        return arrived + left

    def _role_word(self, role: Role) -> str:
        return {
            Role.CHAIR: self.tr("Chair"),
            Role.VICE_CHAIR: self.tr("Vice-chair"),
            Role.MEMBER: self.tr("Member"),
            Role.EXPERT: self.tr("Expert"),
            Role.RAPPORTEUR: self.tr("Rapporteur"),
            Role.SECRETARY: self.tr("Secretary"),
            Role.COACH: self.tr("Coach"),
            Role.OBSERVER: self.tr("Observer"),
        }[role]

    def _voice_word(self, voice: Voice) -> str:
        return {
            Voice.VOTING: self.tr("Voting"),
            Voice.ADVISORY: self.tr("Advisory"),
            Voice.NONE: self.tr("None"),
        }[voice]

    def _titles(self) -> Sequence[str]:
        return (
            self.tr("Name"),
            self.tr("Function"),
            self.tr("Role"),
            self.tr("Voice"),
            self.tr("Presence"),
            self.tr("Declaration"),
        )

    def _add(self, name: str) -> bool:
        if not name.strip():
            return False
        first = not any(member.role is Role.CHAIR for member, _ in self._seats)
        seat = Member(self._stage, "", 0, role=Role.CHAIR if first else Role.MEMBER)
        changes = self._operations.run(
            lambda: add_juror(self._operations.file, Juror("", name.strip()), seat=seat), self
        )
        self.refresh()
        if changes is not None:
            self.member_added.emit()
        return changes is not None

    def _change(self, index: Index, value: Any) -> bool:
        member, juror = self._seats[index.row()]
        file = self._operations.file
        if index.column() in (NAME, FUNCTION):
            changed = replace(juror, **{("name", "function")[index.column()]: str(value).strip()})
            changes = self._operations.run(lambda: set_juror(file, changed), self)
        elif index.column() == DECLARED:
            ticked = Qt.CheckState(value) is Qt.CheckState.Checked
            whole = Declaration(self._stage, juror.id, ticked, ticked, ticked)
            changes = self._operations.run(lambda: set_declaration(file, whole), self)
        else:
            seat = _changed_seat(member, index.column(), value)
            changes = self._operations.run(lambda: set_member(file, seat), self)
        self.refresh()
        return changes is not None

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 -- Qt's own signature
        """The members and the empty row (Qt)."""
        return 0 if parent.isValid() else len(self._seats) + 1

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 -- the same
        """Name, function, role, voice, presence, declaration (Qt)."""
        return 0 if parent.isValid() else DECLARED + 1

    def data(self, index: Index, role: int = _DISPLAY) -> Any:
        """What a cell shows, in one role (Qt)."""
        if not index.isValid():
            return None
        if role == _DISPLAY:
            return self._text(index)
        if role == _EDIT:
            return "" if self._is_new(index) else self._value(index)
        if role == CHOICES_ROLE:
            return None if self._is_new(index) else list(self._choices(index.column())) or None
        return self._look(index, role)

    def _look(self, index: Index, role: int) -> Any:
        declared = not self._is_new(index) and self._seats[index.row()][0].declared
        if role == _CHECK and index.column() == DECLARED and not self._is_new(index):
            return Qt.CheckState.Checked if declared else Qt.CheckState.Unchecked
        if role == Qt.ItemDataRole.ForegroundRole:
            quiet = self._is_new(index) or index.column() == FUNCTION
            awaited = index.column() == DECLARED and not declared
            return theme.color("attention" if awaited else "muted" if quiet else "text")
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _LEFT
        if role in (Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole):
            if self._is_new(index) or index.column() == NAME:
                return self._text(index)
            return f"{self._seats[index.row()][1].name}, {self._titles()[index.column()]}, {self._text(index)}"
        return None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = _DISPLAY) -> Any:
        """The titles of the columns (Qt)."""
        if orientation is not Qt.Orientation.Horizontal or not 0 <= section <= DECLARED:
            return None
        if role in (_DISPLAY, Qt.ItemDataRole.AccessibleTextRole):
            return self._titles()[section]
        return _LEFT if role == Qt.ItemDataRole.TextAlignmentRole else None

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Everything but the declaration is typed or chosen; that is ticked (Qt)."""
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        plain = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        if self._is_new(index):
            return plain | Qt.ItemFlag.ItemIsEditable if index.column() == NAME else plain
        return plain | (Qt.ItemFlag.ItemIsUserCheckable if index.column() == DECLARED else Qt.ItemFlag.ItemIsEditable)

    def setData(self, index: Index, value: Any, role: int = _EDIT) -> bool:
        """Take what was typed, chosen or ticked (Qt)."""
        if role == _CHECK and index.column() == DECLARED and not self._is_new(index):
            return self._change(index, value)
        if role != _EDIT or not index.isValid():
            return False
        if self._is_new(index):
            return self._add(str(value))
        return str(value).strip() == self._value(index) or self._change(index, value)


def _changed_seat(member: Member, column: int, value: Any) -> Member:
    if column == ROLE:
        return in_role(member, Role(value))
    if column == VOICE:
        return replace(member, voice=Voice(value))
    return replace(member, presence=Presence(value))

"""What an import would do, before it does anything: columns and their fields, new and changed, what is in the way."""

from collections.abc import Callable
from functools import partial
from itertools import islice

from PySide6.QtCore import QSignalBlocker, Qt, Signal, Slot
from PySide6.QtWidgets import QComboBox, QHeaderView, QTableWidget, QTableWidgetItem, QWidget

from jury_desk.domain.errors import DomainError
from jury_desk.services.candidacies import ImportPlan, problem_sentence, remark_sentences
from jury_desk.services.columns import Field
from jury_desk.services.ports import SheetRead
from jury_desk.ui import theme
from jury_desk.ui.dialogs.frame import Dialog
from jury_desk.ui.models.table_model import Column, TableModel
from jury_desk.ui.widgets.buttons import primary, secondary
from jury_desk.ui.widgets.card import Card, row
from jury_desk.ui.widgets.choice_box import ChoiceBox
from jury_desk.ui.widgets.table_view import RowDelegate, TableView
from jury_desk.ui.widgets.text import Text, caption, muted

Mapping = dict[str, str | None]
Planner = Callable[[SheetRead, Mapping], ImportPlan]

SAMPLES = 3
SHOWN_PROBLEMS = 200


class ImportPreview(Dialog):
    """The columns of a sheet, each with the field it becomes, and what importing it would do.

    Signals:
        plan_confirmed: the :class:`ImportPlan` to carry out.
    """

    plan_confirmed = Signal(object)

    def __init__(self, sheet: SheetRead, plan: Planner, language: str, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent, width=940, height=560)
        self._sheet, self._planner, self._language = sheet, plan, language
        self._mapping: Mapping = {}
        self.plan = plan(sheet, self._mapping)
        self.set_title(self.tr("Import {file}").format(file=sheet.path.name), self._where_from())
        self.counts = Text("", "emphasis", bold=True)
        self.details = muted()
        self.columns = self._columns_table()
        self.problems = TableView(self.tr("What is in the way"))
        self.problems_name = caption(self.tr("What is in the way"))
        self._problem_rows: TableModel[tuple[str, str, str]] = TableModel(
            [
                Column(self.tr("Row"), lambda each: each[0], figures=True),
                Column(self.tr("Column"), lambda each: each[1]),
                Column(self.tr("What and what to do"), lambda each: each[2], ink=lambda _: "bad"),
            ],
            self,
        )
        self.go = primary("")
        self.go.setDefault(True)
        self.why_not = muted()
        self._lay_out()
        self._show_plan()

    def _lay_out(self) -> None:
        card = Card(padding=12, gap=4)
        card.body.addWidget(self.counts)
        card.body.addWidget(self.details)
        self.body.addWidget(card)
        self.problems.setModel(self._problem_rows)
        self.problems.stretch_column(2)
        self.problems.setMinimumHeight(theme.px(110))
        self.body.addWidget(self.problems_name)
        self.body.addWidget(self.problems, 1)
        self.body.addWidget(caption(self.tr("Columns of the sheet")))
        self.body.addWidget(
            muted(self.tr("A column without a field is kept whole, under its own title, with the candidacy."))
        )
        self.body.addWidget(self.columns, 3)
        cancel = secondary(self.tr("Import nothing"))
        self.buttons.insertWidget(0, self.why_not, 100)
        self.buttons.addWidget(cancel)
        self.buttons.addWidget(self.go)
        cancel.clicked.connect(self.reject)
        self.go.clicked.connect(self._confirm)

    def _where_from(self) -> str:
        sheet = self._sheet
        parts = [self.tr("titles in row {row}").format(row=sheet.header_row)]
        if sheet.sheet:
            parts.insert(0, self.tr("sheet « {name} »").format(name=sheet.sheet))
        if sheet.encoding:
            parts.append(self.tr("encoding {name}").format(name=sheet.encoding))
        return ", ".join(parts)[:1].upper() + ", ".join(parts)[1:]

    def _columns_table(self) -> QTableWidget:
        names = list(self.plan.columns)
        made = QTableWidget(len(names), 3)
        made.setAccessibleName(self.tr("Columns of the sheet"))
        made.setHorizontalHeaderLabels([self.tr("Column"), self.tr("First values"), self.tr("Becomes")])
        made.setShowGrid(False)
        made.setWordWrap(False)
        made.setItemDelegate(RowDelegate(made))
        made.setEditTriggers(QTableWidget.EditTrigger.NoEditTriggers)
        made.setSelectionMode(QTableWidget.SelectionMode.NoSelection)
        made.setTabKeyNavigation(False)
        made.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        made.verticalHeader().hide()
        made.verticalHeader().setDefaultSectionSize(theme.px(40))
        header = made.horizontalHeader()
        header.setFont(theme.font("small", bold=True))
        header.setMinimumHeight(theme.px(theme.ROW))
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        made.setMinimumHeight(theme.px(180))
        self.fields: list[QComboBox] = []
        for number, name in enumerate(names):
            title = QTableWidgetItem(name)
            title.setToolTip(name)
            made.setItem(number, 0, title)
            sample = self._sample(number)
            values = QTableWidgetItem(sample)
            values.setToolTip(sample)
            values.setForeground(theme.color("muted"))
            made.setItem(number, 1, values)
            field = self._field_choice(name)
            self.fields.append(field)
            holder = QWidget()
            inside = row()
            inside.setContentsMargins(theme.gap(4), theme.gap(3), theme.gap(4), theme.gap(3))
            inside.addWidget(field)
            holder.setLayout(inside)
            made.setCellWidget(number, 2, holder)
        return made

    def _sample(self, number: int) -> str:
        told = (cells.cells[number].strip() for cells in self._sheet.rows if number < len(cells.cells))
        return " · ".join(" ".join(cell.split()) for cell in islice(filter(None, told), SAMPLES))

    def _field_choice(self, name: str) -> QComboBox:
        made = ChoiceBox()
        made.setAccessibleName(self.tr("Field of column {name}").format(name=name))
        made.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        made.addItem(self.tr("An answer, kept as it is"), None)
        for field, words in self._field_names():
            made.addItem(words, field.value)
        made.activated.connect(partial(self._decide, name))
        return made

    def _field_names(self) -> list[tuple[Field, str]]:
        return [
            (Field.TITLE, self.tr("Title of the project")),
            (Field.REFERENCE, self.tr("Reference (file number)")),
            (Field.SUMMARY, self.tr("Summary")),
            (Field.SERVICE, self.tr("Service")),
            (Field.HOLDER_FIRST_NAME, self.tr("First name of the holder")),
            (Field.HOLDER_NAME, self.tr("Name of the holder")),
            (Field.HOLDER_FULL_NAME, self.tr("First name and name of the holder")),
            (Field.HOLDER_EMAIL, self.tr("E-mail of the holder")),
            (Field.HOLDERS, self.tr("Other holders")),
            (Field.SUBMITTED, self.tr("Submitted on")),
            (Field.IGNORED, self.tr("Nothing: left out")),
        ]

    @Slot(int)
    def _decide(self, name: str, _index: int = 0) -> None:
        number = list(self.plan.columns).index(name)
        value = self.fields[number].currentData()
        wanted = dict(self._mapping)
        if value not in (None, Field.IGNORED.value):
            # A field can be one column only: the column that had it becomes an answer again.
            wanted |= {other: None for other, field in self.plan.columns.items() if field == value and other != name}
        wanted[name] = value
        try:
            self.plan = self._planner(self._sheet, wanted)
        except DomainError:
            self._show_plan()
            return
        self._mapping = wanted
        self._show_plan()

    def _show_plan(self) -> None:
        plan = self.plan
        for field, chosen in zip(self.fields, plan.columns.values(), strict=True):
            with QSignalBlocker(field):
                field.setCurrentIndex(max(0, field.findData(chosen.value if chosen else None)))
        self.counts.setText(
            self.tr("{rows} rows: {new} new, {changed} changed, {unchanged} unchanged").format(
                rows=plan.rows, new=plan.new, changed=plan.changed, unchanged=plan.unchanged
            )
        )
        remarks = remark_sentences(self._sheet, self._language)
        if plan.repeated:
            remarks = [*self._duplicate_remarks(), *remarks]
        self.details.setText("\n".join(remarks))
        self.details.setVisible(bool(remarks))
        problems = [
            (str(each.row), each.column, problem_sentence(each, self._language))
            for each in plan.problems[:SHOWN_PROBLEMS]
        ]
        self._problem_rows.set_rows(problems)
        self.problems.setVisible(bool(problems))
        self.problems_name.setVisible(bool(problems))
        self._show_button()

    def _duplicate_remarks(self) -> list[str]:
        shown = ", ".join(f"« {each.title} »" for each in self.plan.duplicates[:3])
        return [
            self.tr("The same title more than once, all kept: {titles}").format(titles=shown)
            + (" …" if len(self.plan.duplicates) > 3 else "")
        ]

    def _show_button(self) -> None:
        plan = self.plan
        wanted = plan.new + plan.changed
        self.go.setEnabled(bool(wanted) and not plan.problems)
        if plan.problems:
            self.go.setText(self.tr("Import"))
            self.why_not.setText(
                self.tr("%n problem(s) to put right in the sheet, or with other fields, first.", "", len(plan.problems))
            )
        elif not wanted:
            self.go.setText(self.tr("Import"))
            self.why_not.setText(self.tr("Everything in this sheet is already on file: there is nothing to import."))
        else:
            self.go.setText(self.tr("Import %n candidacy(ies)", "", wanted))
            self.why_not.setText(self.tr("One act, which can be undone."))

    @Slot()
    def _confirm(self) -> None:
        self.accept()
        self.plan_confirmed.emit(self.plan)

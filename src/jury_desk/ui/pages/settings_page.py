"""Settings: what the edition is called, the dates and places of its stages, and how the window looks."""

from dataclasses import replace
from functools import partial
from typing import Any, TypeVar

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QGridLayout, QLineEdit, QWidget

from jury_desk.domain.edition import Edition, Stage
from jury_desk.services.preparation import set_edition, set_stage, stages
from jury_desk.services.zones import FRENCH_ZONES
from jury_desk.ui import theme
from jury_desk.ui.operations import Operations
from jury_desk.ui.settings import SCALE_STEPS, Settings
from jury_desk.ui.widgets.card import Card, column
from jury_desk.ui.widgets.choice_box import ChoiceBox
from jury_desk.ui.widgets.dates import iso_date, typed_date
from jury_desk.ui.widgets.display_form import DisplayForm
from jury_desk.ui.widgets.form import Field, Paragraph, line, paragraph
from jury_desk.ui.widgets.heading import Heading
from jury_desk.ui.widgets.pair import Pair
from jury_desk.ui.widgets.scrolling import scrolled
from jury_desk.ui.widgets.sight import bring_into_sight_soon
from jury_desk.ui.widgets.text import caption, muted, section

E = TypeVar("E", Edition, Stage)

EDITION_FIELDS = ("title", "organisation", "programme", "place")
APPEAL_ROUTE = "appeal_route"


class SettingsPage(QWidget):
    """Two columns: the edition, which belongs to the file; the window, which belongs to whoever uses it."""

    def __init__(self, operations: Operations, settings: Settings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._operations = operations
        self.display = DisplayForm(settings.language, settings.scheme, settings.scale, SCALE_STEPS)
        self.edition: dict[str, Field] = {}
        self.zone = ChoiceBox()
        self.stages: dict[tuple[str, str], QLineEdit] = {}
        self._lay_out()
        self.zone.activated.connect(self._choose_zone)
        operations.changed.connect(self._follow)
        operations.pending_edit_requested.connect(self._commit)
        self.refresh()

    def _lay_out(self) -> None:
        left = Card(padding=20, gap=12)
        left.body.addWidget(section(self.tr("Edition")))
        names = {
            "title": self.tr("Title"),
            "organisation": self.tr("Organisation"),
            "programme": self.tr("Programme"),
            "place": self.tr("Place"),
        }
        for key in EDITION_FIELDS:
            field = line()
            field.editingFinished.connect(partial(self._change_edition, key))
            self.edition[key] = Field(names[key], field)
            left.body.addWidget(self.edition[key])
        left.body.addWidget(Field(self.tr("Time zone"), self.zone, self.tr("The documents give their hours in it.")))
        route = paragraph(lines=4)
        route.editing_finished.connect(partial(self._change_edition, APPEAL_ROUTE))
        self.edition[APPEAL_ROUTE] = Field(
            self.tr("How to appeal, and until when"),
            route,
            self.tr(
                "Printed under every letter of result, in the words of your legal service. Empty: letters say nothing."
            ),
        )
        left.body.addWidget(self.edition[APPEAL_ROUTE])
        left.body.addSpacing(theme.gap(12))
        left.body.addWidget(section(self.tr("Stages")))
        left.body.addWidget(self._stage_grid())
        left.body.addWidget(muted(self.tr("Dates as 2020-03-05 or 05/03/2020. They are printed in the documents.")))
        right = Card(padding=20, gap=12)
        right.body.addWidget(section(self.tr("Window")))
        right.body.addWidget(self.display)
        right.body.addStretch(1)
        inner = QWidget()
        inside = column()
        inside.addWidget(Pair(left, right, width=640, shares=(3, 2)))
        inside.addStretch(1)
        inner.setLayout(inside)
        layout = column(padding=theme.MARGIN, gap=16)
        layout.addWidget(Heading(self.tr("Settings")))
        layout.addWidget(scrolled(inner, stops=False), 1)
        self.setLayout(layout)

    def _stage_grid(self) -> QWidget:
        made = QWidget()
        grid = QGridLayout()
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(theme.gap(8))
        grid.setVerticalSpacing(theme.gap(8))
        for number, name in enumerate((self.tr("Name"), self.tr("Date"), self.tr("Place"))):
            grid.addWidget(caption(name), 0, number)
        for number, stage in enumerate(stages(self._operations.records), 1):
            for place, (key, name) in enumerate(
                (("name", self.tr("Name")), ("date", self.tr("Date")), ("place", self.tr("Place")))
            ):
                field = line()
                field.setAccessibleName(f"{stage.name}: {name}")
                if key == "date":
                    field.setPlaceholderText(self.tr("dd/mm/yyyy"))
                field.editingFinished.connect(partial(self._change_stage, stage.id, key))
                self.stages[stage.id, key] = field
                grid.addWidget(field, number, place)
        grid.setColumnStretch(0, 3)
        grid.setColumnStretch(1, 2)
        grid.setColumnStretch(2, 2)
        made.setLayout(grid)
        return made

    def show_section(self, name: str) -> None:
        """Go to a field: one of the edition by its name, or one of a stage, ``hackathon.date``."""
        stage, _, key = name.rpartition(".")
        found = self.stages.get((stage, key)) if stage else self.edition[name].field
        if found is not None:
            found.setFocus()
            bring_into_sight_soon(found)

    def refresh(self) -> None:
        """Show what the file holds."""
        edition = self._operations.records.need(Edition)
        for key, field in self.edition.items():
            _show(field.field, getattr(edition, key))
            field.tell("")
        self._show_zone(edition.zone)
        for stage in stages(self._operations.records):
            for key in ("name", "date", "place"):
                if (stage.id, key) in self.stages:
                    _show(self.stages[stage.id, key], _text(stage, key))

    def _show_zone(self, chosen: str) -> None:
        names = {"": self.tr("As the computer"), **dict(zip(FRENCH_ZONES, self._territories(), strict=True))}
        names.setdefault(chosen, chosen)
        self.zone.clear()
        for name, territory in names.items():
            self.zone.addItem(territory, name)
        self.zone.setCurrentIndex(self.zone.findData(chosen))

    def _territories(self) -> tuple[str, ...]:
        """The zones of :data:`FRENCH_ZONES` as people call them."""
        return (
            self.tr("Metropolitan France"),
            self.tr("Martinique"),
            self.tr("Guadeloupe"),
            self.tr("French Guiana"),
            self.tr("Saint-Pierre-et-Miquelon"),
            self.tr("La Réunion"),
            self.tr("Mayotte"),
            self.tr("New Caledonia"),
            self.tr("French Polynesia (Tahiti)"),
            self.tr("Wallis-et-Futuna"),
        )

    @Slot()
    def _choose_zone(self) -> None:
        edition, chosen = self._operations.records.need(Edition), str(self.zone.currentData())
        if chosen != edition.zone:
            self._operations.run(lambda: set_edition(self._operations.file, replace(edition, zone=chosen)))

    @Slot()
    def _change_edition(self, key: str) -> None:
        edition = self._operations.records.need(Edition)
        text = _typed(self.edition[key].field)
        if text == getattr(edition, key):
            return
        if key == "title" and not text:
            self.edition[key].tell(self.tr("An edition needs a title."))
            return
        self._operations.run(lambda: set_edition(self._operations.file, _with(edition, key, text)))

    @Slot()
    def _change_stage(self, stage_id: str, key: str) -> None:
        stage = self._operations.records.need(Stage, stage_id)
        text = self.stages[stage_id, key].text().strip()
        if key == "date":
            text = iso_date(text)
        if text == getattr(stage, key):
            _show(self.stages[stage_id, key], _text(stage, key))
            return
        if self._operations.run(lambda: set_stage(self._operations.file, _with(stage, key, text))) is None:
            self.refresh()

    @Slot()
    def _commit(self) -> None:
        for key in self.edition:
            self._change_edition(key)
        for stage_id, key in self.stages:
            self._change_stage(stage_id, key)

    @Slot(object, object)
    def _follow(self, changes: object, _initiator: object) -> None:
        if getattr(changes, "entities", frozenset()) & {"edition", "stage"}:
            self.refresh()


def _with(entity: E, key: str, text: str) -> E:
    changes: dict[str, Any] = {key: text}
    return replace(entity, **changes)


def _text(stage: Stage, key: str) -> str:
    text = str(getattr(stage, key))
    return typed_date(text) if key == "date" else text


def _typed(field: QWidget) -> str:
    text = field.toPlainText() if isinstance(field, Paragraph) else field.property("text")
    return str(text).strip()


def _show(field: QWidget, text: str) -> None:
    if isinstance(field, Paragraph) and field.toPlainText() != text:
        field.setPlainText(text)
    elif isinstance(field, QLineEdit) and field.text() != text:
        field.setText(text)
        field.setCursorPosition(0)

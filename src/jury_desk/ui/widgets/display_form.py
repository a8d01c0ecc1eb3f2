"""How the window looks and speaks: its language, its colours, the size of its type; each choice holds at once."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QComboBox, QWidget

from jury_desk.ui.widgets.card import column
from jury_desk.ui.widgets.choice_box import ChoiceBox
from jury_desk.ui.widgets.form import Field


class DisplayForm(QWidget):
    """Three choices.

    Signals:
        language_chosen: ``system``, ``fr`` or ``en``.
        scheme_chosen: ``system``, ``light``, ``dark`` or ``contrast``.
        scale_chosen: the type size in per cent.
    """

    language_chosen = Signal(str)
    scheme_chosen = Signal(str)
    scale_chosen = Signal(int)

    def __init__(
        self, language: str, scheme: str, scale: int, scales: tuple[int, ...], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        # Each language is called by its own name, whatever the window speaks.
        self.language = _choices(
            [("system", self.tr("As the computer")), ("fr", "Français"), ("en", "English")], language
        )
        self.scheme = _choices(
            [
                ("system", self.tr("As the computer")),
                ("light", self.tr("Light")),
                ("dark", self.tr("Dark")),
                ("contrast", self.tr("High contrast")),
            ],
            scheme,
        )
        self.scale = _choices([(each, self.tr("{percent} %").format(percent=each)) for each in scales], scale)
        layout = column(gap=16)
        layout.addWidget(Field(self.tr("Language of the window"), self.language))
        layout.addWidget(Field(self.tr("Colours"), self.scheme))
        layout.addWidget(
            Field(
                self.tr("Size of the type"), self.scale, self.tr("At any moment: Ctrl + and Ctrl − ; Ctrl 0 for 100 %.")
            )
        )
        self.setLayout(layout)
        self.language.activated.connect(self._tell_language)
        self.scheme.activated.connect(self._tell_scheme)
        self.scale.activated.connect(self._tell_scale)

    @Slot(int)
    def _tell_language(self, _index: int) -> None:
        self.language_chosen.emit(self.language.currentData())

    @Slot(int)
    def _tell_scheme(self, _index: int) -> None:
        self.scheme_chosen.emit(self.scheme.currentData())

    @Slot(int)
    def _tell_scale(self, _index: int) -> None:
        self.scale_chosen.emit(self.scale.currentData())


def _choices(choices: list[tuple[str, str]] | list[tuple[int, str]], chosen: str | int) -> QComboBox:
    made = ChoiceBox()
    for value, name in choices:
        made.addItem(name, value)
    made.setCurrentIndex(max(0, made.findData(chosen)))
    return made

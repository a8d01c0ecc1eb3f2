"""What a reader must know beside a ranking, as quiet sentences under it."""

from collections.abc import Collection

from PySide6.QtWidgets import QWidget

from jury_desk.domain.records import Records
from jury_desk.services.footnotes import footnote_sentences, footnotes_of
from jury_desk.services.zones import zone_of
from jury_desk.ui.widgets.text import Text


class Footnotes(Text):
    """The sentences, one under the other; without any it takes no room."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", "small", ink="muted", parent=parent)
        self.setAccessibleName(self.tr("Remarks on the ranking"))
        self.hide()

    def show_footnotes(
        self, records: Records, stage: str, language: str, *, hidden: Collection[str] = frozenset()
    ) -> None:
        """Show those of a stage that are not about a ``hidden`` candidacy."""
        shown = [each for each in footnotes_of(records, stage) if not set(hidden) & set(each.candidacies)]
        sentences = footnote_sentences(shown, language, zone_of(records))
        self.setText("\n".join(sentences))
        self.setVisible(bool(sentences))

"""Whether minutes hold, check by check, with what differs under the check that found it."""

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from jury_desk.services.verification import Check, Verification
from jury_desk.services.verification_words import check_name, difference_sentence, remark_sentences, verdict
from jury_desk.services.zones import zone_named
from jury_desk.ui import theme
from jury_desk.ui.dialogs.frame import Dialog
from jury_desk.ui.widgets.buttons import link, primary
from jury_desk.ui.widgets.card import Card, column, row
from jury_desk.ui.widgets.dates import moment_text
from jury_desk.ui.widgets.text import Text, muted

_SIGN_WIDTH = 20


class VerificationDialog(Dialog):
    """The outcome of a verification.

    Args:
        name: of the file.
        verification: the outcome.
        language: of the sentences.
    """

    def __init__(self, name: str, verification: Verification, language: str, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent, width=640)
        self._verification, self._language = verification, language
        self.set_title(self.tr("Verification of minutes"), " · ".join((name, *verification.titles)))
        self.verdict = self._verdict()
        self.body.addWidget(self._head())
        checks = column(gap=8)
        for check in verification.checks:
            checks.addLayout(self._check(check))
        self.body.addLayout(checks)
        for sentence in remark_sentences(verification, language):
            self.body.addWidget(muted(sentence))
        self.body.addStretch(1)
        copy, close = link(self.tr("Copy the outcome")), primary(self.tr("Close"))
        self.buttons.insertWidget(0, copy)
        self.buttons.addWidget(close)
        copy.clicked.connect(self._copy)
        close.clicked.connect(self.accept)

    @property
    def text(self) -> str:
        """The outcome in lines, to be handed on."""
        lines = [self.verdict.text()]
        for check in self._verification.checks:
            lines.append(f"{self._sign(check)} {check_name(check, self._language)}")
            lines += [f"    {sentence}" for sentence in self._sentences(check)]
        return "\n".join([*lines, *remark_sentences(self._verification, self._language)])

    def _verdict(self) -> Text:
        conforms = self._verification.conforms
        words = verdict(self._verification, self._language)
        sign = "✓" if conforms else "✗"
        told = f"{sign}  {words[:1].upper()}{words[1:]}"
        return Text(told, "section", ink="good" if conforms else "bad", bold=True, wrap=False)

    def _head(self) -> QFrame:
        card = Card(gap=4)
        card.body.addWidget(self.verdict)
        made = self.tr("Made on {date} with Jury Desk {version}").format(
            date=moment_text(self._verification.made_at, zone_named(self._verification.zone)),
            version=self._verification.version,
        )
        card.body.addWidget(Text(made, ink="muted", wrap=False))
        if self._verification.fingerprint:
            told = self.tr("Fingerprint of the data: {fingerprint}…").format(
                fingerprint=self._verification.fingerprint[:16]
            )
            card.body.addWidget(Text(told, ink="muted", wrap=False))
        return card

    def _check(self, check: Check) -> QHBoxLayout:
        failed = bool(self._verification.of(check))
        sign = Text(self._sign(check), ink="bad" if failed else "good", bold=True, wrap=False)
        sign.setFixedWidth(theme.px(_SIGN_WIDTH))
        words = column(gap=4)
        words.addWidget(Text(check_name(check, self._language), bold=failed))
        for sentence in self._sentences(check):
            words.addWidget(Text(sentence, ink="bad"))
        line = row(gap=4)
        line.addWidget(sign, 0, Qt.AlignmentFlag.AlignTop)
        line.addLayout(words, 1)
        return line

    def _sign(self, check: Check) -> str:
        return "✗" if self._verification.of(check) else "✓"

    def _sentences(self, check: Check) -> list[str]:
        return [difference_sentence(each, self._language) for each in self._verification.of(check)]

    @Slot()
    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self.text)

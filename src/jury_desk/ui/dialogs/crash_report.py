"""What the chair sees when the program itself is at fault: nothing is lost, and what to hand on."""

from PySide6.QtCore import Slot
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from jury_desk.ui import theme
from jury_desk.ui.dialogs.frame import Dialog
from jury_desk.ui.widgets.buttons import link, primary
from jury_desk.ui.widgets.text import body, caption


class CrashReport(Dialog):
    """A defect of the program, told without stopping the session.

    Args:
        report: versions and traceback, without a name, a mark or a comment.
        saved: when the last act was written, as people read it; empty when no file is open.
        log: where the report is kept as well.
    """

    def __init__(self, report: str, saved: str, log: str, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent, width=680)
        self.set_title(self.tr("The program did not manage this"))
        if saved:
            sentence = self.tr("Nothing acknowledged is lost: the last act was written at {time}. You can go on.")
            self.body.addWidget(body(sentence.format(time=saved)))
        else:
            self.body.addWidget(body(self.tr("No edition was open. You can go on.")))
        self.body.addWidget(
            body(self.tr("If it happens again, hand the report below to whoever looks after the program."))
        )
        self.body.addWidget(caption(self.tr("Report")))
        self.report = QPlainTextEdit(report)
        self.report.setReadOnly(True)
        self.report.setTabChangesFocus(True)
        self.report.setAccessibleName(self.tr("Report"))
        self.report.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
        self.report.setMinimumHeight(theme.px(200))
        self.body.addWidget(self.report, 1)
        if log:
            self.body.addWidget(body(self.tr("It is also kept in {path}").format(path=log)))
        copy = link(self.tr("Copy the report"))
        go_on = primary(self.tr("Go on"))
        go_on.setDefault(True)
        self.buttons.insertWidget(0, copy)
        self.buttons.addWidget(go_on)
        copy.clicked.connect(self._copy)
        go_on.clicked.connect(self.accept)

    @Slot()
    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self.report.toPlainText())

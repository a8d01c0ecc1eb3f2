"""Noter: the marks of a stage, typed from the keypad, passage by passage or juror by juror."""

from jury_desk.ui.pages.marks.page import MarksPage

__all__ = ["MarksPage"]

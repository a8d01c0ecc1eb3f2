"""Documents: what a stage prints, seen before it is printed, and written out."""

from jury_desk.ui.pages.documents.page import DocumentsPage

__all__ = ["DocumentsPage"]

from __future__ import annotations

from typing import Any

from wagtail.documents.models import Document
from wagtail.documents.widgets import AdminDocumentChooser


class DocumentBox(AdminDocumentChooser):
    """Chooses an uploaded document and keeps its number as text; a document deleted since counts as none."""

    def get_value_data(self, value: Any) -> Any:
        text = str(value or "")
        there = text.isdigit() and Document.objects.filter(pk=text).exists()
        return super().get_value_data(text if there else None)

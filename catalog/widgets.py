from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from django import forms
from wagtail.documents.models import Document
from wagtail.documents.widgets import AdminDocumentChooser

from places.models import Unit
from places.models.units import UnitKind


class DocumentBox(AdminDocumentChooser):
    """Chooses an uploaded document and keeps its number as text; a document deleted since counts as none."""

    def get_value_data(self, value: Any) -> Any:
        text = str(value or "")
        there = text.isdigit() and Document.objects.filter(pk=text).exists()
        return super().get_value_data(text if there else None)


class DepartmentBox(forms.Select):
    """Chooses a county department and keeps its name as text; a name nobody knows (any more) stays to be seen."""

    def optgroups(self, name: str, value: list[str], attrs: dict[str, Any] | None = None) -> Any:
        self.choices = [("", "—"), *((known, known) for known in _departments(value))]
        return super().optgroups(name, value, attrs)


def _departments(value: list[str]) -> Iterator[str]:
    known = list(Unit.objects.filter(kind=UnitKind.DEPARTMENT).order_by("name").values_list("name", flat=True))
    yield from (name for name in value if name and name not in known)
    yield from known

"""The check before publishing: the gate, which reads content alone, and whether the departments it names exist (V17)."""

from __future__ import annotations

from django.utils.translation import gettext as _

from catalog import gate
from catalog.content import ItemContent
from core.errors import Reason
from places.models import Unit
from places.models.units import UnitKind


def publishing_problems(content: ItemContent) -> list[Reason]:
    """Everything that keeps the content from being published: what the gate finds, and departments nobody knows."""
    return [*gate.problems(content), *_unknown(content)]


def _unknown(content: ItemContent) -> list[Reason]:
    named = {step.department for step in content.steps if step.department}
    if not named:
        return []
    known = set(Unit.objects.filter(name__in=named, kind=UnitKind.DEPARTMENT).values_list("name", flat=True))
    text = _("There is no county department “%(name)s”: choose one from the list of units.")
    return [Reason("V17", text % {"name": name}) for name in sorted(named - known)]

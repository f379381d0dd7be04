from django.db import models
from django.utils.translation import gettext_lazy as _

from cases.models.cases import Case
from flow.events import EventBase


class CaseEvent(EventBase):
    """What happened to a case, append-only. State, due dates, lights and statistics are rebuilt from these rows."""

    case = models.ForeignKey(Case, models.PROTECT, related_name="events")
    append_only = True

    class Meta:
        verbose_name = _("case event")
        verbose_name_plural = _("case events")
        ordering = ["id"]
        indexes = [models.Index(fields=["case", "id"]), models.Index(fields=["verb", "at"])]

from django.db import models
from django.utils.translation import gettext_lazy as _

from cases.models.cases import Case


class DueCause(models.TextChoices):
    CALENDAR = "calendar", _("The calendar was changed")
    EVENT = "event", _("Something happened in the case")


class DueChange(models.Model):
    """One change of a due date: which clock, from when to when, and why. Append-only (domain.md §3.5 no. 5)."""

    append_only = True

    case = models.ForeignKey(Case, models.PROTECT, related_name="due_changes")
    clock = models.CharField(_("clock"), max_length=12)
    old_on = models.DateField(_("before"), null=True)
    new_on = models.DateField(_("after"), null=True)
    cause = models.CharField(_("cause"), max_length=8, choices=DueCause.choices)
    note = models.CharField(_("note"), max_length=200, blank=True)
    at = models.DateTimeField(_("at"))

    class Meta:
        verbose_name = _("change of a due date")
        verbose_name_plural = _("changes of due dates")
        ordering = ["id"]
        indexes = [models.Index(fields=["case", "id"])]

    def __str__(self) -> str:
        return f"{self.clock}: {self.old_on} → {self.new_on}"

import uuid

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _


class DayKind(models.TextChoices):
    NORMAL = "normal", _("Ordinary day")
    HOLIDAY = "holiday", _("Public holiday")
    MAKEUP = "makeup", _("Make-up working day")
    LOCAL = "local", _("Local holiday")
    EMERGENCY = "emergency", _("Emergency closing")


class CalendarDay(models.Model):
    """One day of the legal working-day calendar of a jurisdiction ('' is the nation; else a region code).

    The layer with the longest code that matches wins: a county overrides the nation (放假办法 Art. 4). Emergency closings
    lie over all of that as a layer of their own, so that lifting one brings back what was there.
    A day of a year without an official notice is provisional and must be shown as 暂定.
    """

    jurisdiction = models.CharField(_("jurisdiction"), max_length=12, blank=True, default="")
    day = models.DateField(_("day"))
    is_workday = models.BooleanField(_("working day"))
    kind = models.CharField(_("kind"), max_length=10, choices=DayKind.choices, default=DayKind.NORMAL)
    name = models.CharField(_("name"), max_length=40, blank=True)
    source = models.CharField(_("source document"), max_length=200, blank=True)
    is_provisional = models.BooleanField(_("provisional"), default=False)
    changed_at = models.DateTimeField(_("changed at"), auto_now=True)

    class Meta:
        verbose_name = _("calendar day")
        verbose_name_plural = _("calendar days")
        ordering = ["day", "jurisdiction"]
        indexes = [models.Index(fields=["jurisdiction", "day"])]
        constraints = [
            models.UniqueConstraint(
                fields=["jurisdiction", "day"], condition=~Q(kind="emergency"), name="one_calendar_day_per_layer"
            ),
            models.UniqueConstraint(
                fields=["jurisdiction", "day"], condition=Q(kind="emergency"), name="one_emergency_closing_per_day"
            ),
            models.CheckConstraint(
                condition=~Q(kind="emergency", is_workday=True), name="emergency_closing_is_no_workday"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.day} {self.get_kind_display()}"


class CalendarEdition(models.Model):
    """One row that every change of a day rewrites, so that calendars kept in memory know that they are stale.

    A random mark, not a number or a moment: a number comes back after a rollback, a moment after the clock was set back.
    The row is locked until the change commits, so changes follow each other.
    """

    mark = models.UUIDField(default=uuid.uuid4)

    class Meta:
        verbose_name = _("edition of the calendar")
        verbose_name_plural = verbose_name

    def __str__(self) -> str:
        return str(self.mark)

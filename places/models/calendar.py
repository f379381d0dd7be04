from django.db import models
from django.utils.translation import gettext_lazy as _


class DayKind(models.TextChoices):
    NORMAL = "normal", _("Ordinary day")
    HOLIDAY = "holiday", _("Public holiday")
    MAKEUP = "makeup", _("Make-up working day")
    LOCAL = "local", _("Local holiday")
    EMERGENCY = "emergency", _("Emergency closing")


class CalendarDay(models.Model):
    """One day of the legal working-day calendar of a jurisdiction ('' is the nation; else a region code).

    The layer with the longest code that matches wins: a county overrides the nation (放假办法 Art. 4).
    A day of a year without an official notice is provisional and must be shown as 暂定.
    """

    jurisdiction = models.CharField(_("jurisdiction"), max_length=12, blank=True, default="")
    day = models.DateField(_("day"))
    is_workday = models.BooleanField(_("working day"))
    kind = models.CharField(_("kind"), max_length=10, choices=DayKind.choices, default=DayKind.NORMAL)
    name = models.CharField(_("name"), max_length=40, blank=True)
    source = models.CharField(_("source document"), max_length=200, blank=True)
    is_provisional = models.BooleanField(_("provisional"), default=False)
    # Tells cached calendars that they are stale; `QuerySet.update` must set it by hand.
    changed_at = models.DateTimeField(_("changed at"), auto_now=True, db_index=True)

    class Meta:
        verbose_name = _("calendar day")
        verbose_name_plural = _("calendar days")
        ordering = ["day", "jurisdiction"]
        constraints = [models.UniqueConstraint(fields=["jurisdiction", "day"], name="one_calendar_day_per_layer")]

    def __str__(self) -> str:
        return f"{self.day} {self.get_kind_display()}"

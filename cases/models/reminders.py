from django.db import models
from django.utils.translation import gettext_lazy as _


class Reminder(models.Model):
    """A thing the periodic work has done once. `key` names thing and day ("correction:2026-0000012:2026-11-30")."""

    key = models.CharField(_("what"), max_length=120, unique=True)
    sent_at = models.DateTimeField(_("sent at"), db_index=True)

    class Meta:
        verbose_name = _("reminder")
        verbose_name_plural = _("reminders")
        ordering = ["-id"]

    def __str__(self) -> str:
        return self.key

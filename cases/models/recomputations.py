from django.db import models
from django.utils.translation import gettext_lazy as _


class Recomputation(models.Model):
    """One run over the open cases after a change of the calendar, and how far it is; broken off, it goes on from there.

    `last_key` is the last case that was wound anew, `until_key` the last one that was there when the run began: those
    that came later know the new calendar already.
    """

    note = models.CharField(_("note"), max_length=200, blank=True)
    asked_at = models.DateTimeField(_("ordered at"))
    started_at = models.DateTimeField(_("begun at"), null=True)
    finished_at = models.DateTimeField(_("done at"), null=True)
    last_key = models.PositiveBigIntegerField(default=0)
    until_key = models.PositiveBigIntegerField(default=0)
    total = models.PositiveIntegerField(_("open cases"), default=0)
    done = models.PositiveIntegerField(_("cases looked at"), default=0)
    changed = models.PositiveIntegerField(_("cases with another date"), default=0)
    earlier = models.PositiveIntegerField(_("cases with an earlier date"), default=0)

    class Meta:
        verbose_name = _("recomputation of due dates")
        verbose_name_plural = _("recomputations of due dates")
        ordering = ["-id"]

    def __str__(self) -> str:
        return f"{self.note} {self.done}/{self.total}"

    @property
    def percent(self) -> int:
        return self.done * 100 // self.total if self.total else 100 * bool(self.finished_at)

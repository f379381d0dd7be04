from datetime import datetime

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from .residents import Resident


class LoginCode(models.Model):
    """A code handed over at the counter, with which a resident opens her login and chooses the password herself.

    Only its hash is kept. A newer one, its use, its age and too many wrong attempts each end it.
    """

    resident = models.ForeignKey(Resident, models.CASCADE, related_name="login_codes", verbose_name=_("resident"))
    code_hash = models.CharField(max_length=128)
    issued_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name=_("opened by")
    )
    issued_at = models.DateTimeField(_("opened at"))
    expires_at = models.DateTimeField(_("valid until"))
    attempts = models.PositiveSmallIntegerField(default=0)
    used_at = models.DateTimeField(_("used at"), null=True, blank=True)

    class Meta:
        verbose_name = _("login code")
        verbose_name_plural = _("login codes")
        ordering = ["-issued_at", "-id"]
        indexes = [models.Index(fields=["resident", "-issued_at"])]

    def __str__(self) -> str:
        return f"{self.resident} {self.issued_at:%Y-%m-%d}"

    def is_open(self, *, now: datetime) -> bool:
        return self.used_at is None and now < self.expires_at

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _


class SentForm(models.Model):
    """A form that has taken effect, by the token it carried: sent again (no signal, double click, kept on the device)
    it changes nothing and leads to the same page (design §4, Doorstep)."""

    token = models.UUIDField(unique=True)
    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name=_("sent by"))
    purpose = models.CharField(_("form"), max_length=40)
    address = models.CharField(_("where it led"), max_length=300)
    sent_at = models.DateTimeField(_("sent at"))

    class Meta:
        verbose_name = _("sent form")
        verbose_name_plural = _("sent forms")
        ordering = ["id"]
        indexes = [models.Index(fields=["sent_at"])]

    def __str__(self) -> str:
        return f"{self.purpose} {self.token}"

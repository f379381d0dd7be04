from django.db import models
from django.utils.translation import gettext_lazy as _

from .residents import Resident


class Message(models.Model):
    """What the resident is told: each act done in her name, each step of her case. Kept for ever, shown in 我的消息."""

    resident = models.ForeignKey(Resident, models.CASCADE, related_name="messages", verbose_name=_("resident"))
    title = models.CharField(_("title"), max_length=100)
    body = models.TextField(_("text"))
    link = models.CharField(_("link"), max_length=200, blank=True)
    created_at = models.DateTimeField(_("sent at"))
    read_at = models.DateTimeField(_("read at"), null=True, blank=True)

    class Meta:
        verbose_name = _("message")
        verbose_name_plural = _("messages")
        ordering = ["-created_at", "-id"]
        indexes = [models.Index(fields=["resident", "-created_at"])]

    def __str__(self) -> str:
        return self.title

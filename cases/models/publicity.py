from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from cases.models.cases import Case
from cases.models.stages import CaseStage
from core.fields import EncryptedTextField


class Publicity(models.Model):
    """公示: masked content on the village board and in the portal for a term; objections are taken and handled.

    `content` is what everybody may read: masked name, village, kind and amount, nothing else (domain.md §5.3).
    """

    case = models.ForeignKey(Case, models.PROTECT, related_name="publicities")
    stage = models.OneToOneField(CaseStage, models.PROTECT, null=True, blank=True, related_name="publicity")
    content = models.TextField(_("what is published"))
    place = models.CharField(_("place"), max_length=200)
    contact = models.CharField(_("where to object"), max_length=200)
    starts_on = models.DateField(_("from"))
    ends_on = models.DateField(_("until"))
    ended_at = models.DateTimeField(_("ended at"), null=True, blank=True)
    result = models.TextField(_("result"), blank=True)

    class Meta:
        verbose_name = _("publicity")
        verbose_name_plural = _("publicity")
        ordering = ["-starts_on", "-id"]
        indexes = [models.Index(fields=["ends_on"]), models.Index(fields=["-starts_on", "-id"])]

    def __str__(self) -> str:
        return f"{self.case} {self.starts_on}—{self.ends_on}"


class Objection(models.Model):
    """异议: raised during a publicity; the decision waits until it is handled."""

    publicity = models.ForeignKey(Publicity, models.PROTECT, related_name="objections")
    by_name = EncryptedTextField(_("raised by"), blank=True, default="")
    contact = EncryptedTextField(_("telephone or address"), blank=True, default="")
    text = models.TextField(_("objection"), max_length=2000)
    received_at = models.DateTimeField(_("received at"))
    upheld = models.BooleanField(_("upheld"), null=True, blank=True)
    handling = models.TextField(_("how it was handled"), blank=True)
    handled_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+")
    handled_at = models.DateTimeField(_("handled at"), null=True, blank=True)

    class Meta:
        verbose_name = _("objection")
        verbose_name_plural = _("objections")
        ordering = ["id"]
        indexes = [models.Index(fields=["publicity", "handled_at"])]

    def __str__(self) -> str:
        return self.text[:40]

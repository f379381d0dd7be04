from django.db import models
from django.utils.translation import gettext_lazy as _

from cases.models.cases import Case
from core.fields import EncryptedTextField


class InterestedParty(models.Model):
    """利害关系人: somebody whose major interest the matter directly concerns is told and heard (行政许可法 Art. 36, 47)."""

    case = models.ForeignKey(Case, models.PROTECT, related_name="parties")
    name = models.CharField(_("name"), max_length=100)
    contact = EncryptedTextField(_("telephone or address"), blank=True, default="")
    interest = models.CharField(_("interest"), max_length=300)
    told_at = models.DateTimeField(_("told at"), null=True, blank=True)
    answer_by_on = models.DateField(_("may answer until"), null=True, blank=True)
    opinion = models.TextField(_("opinion"), blank=True)
    opinion_at = models.DateTimeField(_("opinion received at"), null=True, blank=True)

    class Meta:
        verbose_name = _("interested party")
        verbose_name_plural = _("interested parties")
        ordering = ["id"]
        indexes = [models.Index(fields=["case", "id"])]

    def __str__(self) -> str:
        return self.name

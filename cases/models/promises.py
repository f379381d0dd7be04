from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from cases.models.cases import Case
from core.models import StoredFile


class Tolerance(models.Model):
    """容缺受理: secondary papers named in the guide follow within a term, on a signed promise (R25)."""

    case = models.OneToOneField(Case, models.PROTECT, related_name="tolerance")
    keys = models.JSONField(_("papers that follow"), default=list)
    promise = models.TextField(_("promise"))
    signature = models.ForeignKey(StoredFile, models.PROTECT, null=True, blank=True, related_name="+")
    promised_at = models.DateTimeField(_("promised at"))
    supplied_at = models.DateTimeField(_("everything supplied at"), null=True, blank=True)

    class Meta:
        verbose_name = _("acceptance with papers to follow")
        verbose_name_plural = _("acceptances with papers to follow")
        ordering = ["-promised_at"]

    def __str__(self) -> str:
        return str(self.case)


class Commitment(models.Model):
    """告知承诺 (国办发〔2020〕42号): the applicant promises that the conditions are met; checked later, false means revoked."""

    case = models.OneToOneField(Case, models.PROTECT, related_name="commitment")
    keys = models.JSONField(_("papers the promise stands for"), default=list)
    promise = models.TextField(_("promise"))
    signature = models.ForeignKey(StoredFile, models.PROTECT, null=True, blank=True, related_name="+")
    promised_at = models.DateTimeField(_("promised at"))
    check_by_on = models.DateField(_("to be checked by"), null=True, blank=True)
    checked_at = models.DateTimeField(_("checked at"), null=True, blank=True)
    checked_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+")
    kept = models.BooleanField(_("promise kept"), null=True, blank=True)
    finding = models.TextField(_("finding"), blank=True)

    class Meta:
        verbose_name = _("acceptance on a promise")
        verbose_name_plural = _("acceptances on a promise")
        ordering = ["-promised_at"]
        indexes = [models.Index(fields=["checked_at", "check_by_on"])]

    def __str__(self) -> str:
        return str(self.case)

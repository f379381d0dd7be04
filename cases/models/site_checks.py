from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from cases.models.cases import Case
from cases.models.stages import CaseStage
from core.models import StoredFile


class SiteCheck(models.Model):
    """现场核查、入户调查 by two named staff (行政许可法 Art. 34; R15), signed by the applicant or with a note of refusal."""

    case = models.ForeignKey(Case, models.PROTECT, related_name="site_checks")
    stage = models.ForeignKey(CaseStage, models.PROTECT, null=True, blank=True, related_name="site_checks")
    at = models.DateTimeField(_("time of the check"))
    place = models.CharField(_("place"), max_length=200)
    first_staff = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    second_staff = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    facts = models.TextField(_("facts found"))
    meets_conditions = models.BooleanField(_("meets the conditions"))
    photos = models.ManyToManyField(StoredFile, blank=True, related_name="+")
    signature = models.ForeignKey(StoredFile, models.PROTECT, null=True, blank=True, related_name="+")
    signed_by = models.CharField(_("signed by"), max_length=50, blank=True)
    refusal_note = models.CharField(_("why there is no signature"), max_length=300, blank=True)
    witness = models.CharField(_("witness"), max_length=100, blank=True)
    recorded_at = models.DateTimeField(_("recorded at"))

    class Meta:
        verbose_name = _("check on site")
        verbose_name_plural = _("checks on site")
        ordering = ["id"]
        indexes = [models.Index(fields=["case", "id"])]
        constraints = [
            models.CheckConstraint(condition=~Q(first_staff=F("second_staff")), name="site_check_by_two_people"),
            models.CheckConstraint(
                condition=~Q(signed_by="") | ~Q(refusal_note=""), name="site_check_signed_or_refused"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.case} {self.at:%Y-%m-%d}"

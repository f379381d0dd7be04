from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from cases.models.cases import Case
from catalog.choices import ProcedureKind
from core.models import StoredFile


class Suspension(models.Model):
    """特别程序: time that is not counted, told to the applicant in writing (行政许可法 Art. 45; R8).

    The days in (`from_on`, `ended_on`] are not counted: by the promised clock always, by the statutory clock only when
    `is_statutory`. `until_on` is the last day the applicant was told.
    """

    case = models.ForeignKey(Case, models.PROTECT, related_name="suspensions")
    kind = models.CharField(_("kind"), max_length=20, choices=ProcedureKind.choices)
    is_statutory = models.BooleanField(_("stops the statutory clock"))
    basis = models.CharField(_("legal basis"), max_length=200, blank=True)
    reason = models.TextField(_("reason"))
    max_days = models.PositiveSmallIntegerField(_("at most, working days"))
    from_on = models.DateField(_("from"))
    until_on = models.DateField(_("at the latest until"))
    ended_on = models.DateField(_("ended on"), null=True, blank=True)
    result = models.TextField(_("result"), blank=True)
    report = models.ForeignKey(StoredFile, models.PROTECT, null=True, blank=True, related_name="+")
    asked_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")
    approved_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")

    class Meta:
        verbose_name = _("special procedure")
        verbose_name_plural = _("special procedures")
        ordering = ["id"]
        indexes = [models.Index(fields=["ended_on", "until_on"])]
        constraints = [
            models.UniqueConstraint(
                fields=["case"], condition=models.Q(ended_on=None), name="one_open_suspension_per_case"
            )
        ]

    def __str__(self) -> str:
        return f"{self.get_kind_display()} {self.from_on}"

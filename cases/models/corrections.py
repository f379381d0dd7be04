from django.db import models
from django.utils.translation import gettext_lazy as _

from cases.models.cases import Case


class CorrectionNotice(models.Model):
    """一次性告知: everything that is wrong, once (行政许可法 Art. 32(4)). A second one needs an override, and is counted."""

    case = models.ForeignKey(Case, models.PROTECT, related_name="corrections")
    number = models.PositiveSmallIntegerField(_("which notice"), default=1)
    issued_at = models.DateTimeField(_("issued at"))
    due_on = models.DateField(_("to be supplied by"))
    supplied_at = models.DateTimeField(_("everything supplied at"), null=True, blank=True)

    class Meta:
        verbose_name = _("correction notice")
        verbose_name_plural = _("correction notices")
        ordering = ["case", "number"]
        constraints = [models.UniqueConstraint(fields=["case", "number"], name="correction_number_once_per_case")]

    def __str__(self) -> str:
        return str(self.case)


class CorrectionItem(models.Model):
    """One defect: which paper or answer, what is wrong, how to put it right."""

    notice = models.ForeignKey(CorrectionNotice, models.PROTECT, related_name="items")
    key = models.CharField(_("paper or answer"), max_length=60)
    name = models.CharField(_("name"), max_length=200)
    reason = models.CharField(_("what is wrong"), max_length=300)
    remedy = models.CharField(_("how to put it right"), max_length=300)
    supplied_at = models.DateTimeField(_("supplied at"), null=True, blank=True)

    class Meta:
        verbose_name = _("defect")
        verbose_name_plural = _("defects")
        ordering = ["id"]

    def __str__(self) -> str:
        return self.name

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from accounts.models import Resident
from cases.models.cases import Case
from cases.queries.bars import BarQuerySet
from catalog.models import ServiceItem


class ApplicantBar(models.Model):
    """Somebody may not apply again until a day: one year after false papers, three after fraud (行政许可法 Art. 78, 79)."""

    resident = models.ForeignKey(Resident, models.PROTECT, related_name="bars", verbose_name=_("person"))
    item = models.ForeignKey(ServiceItem, models.PROTECT, related_name="+", verbose_name=_("service item"))
    case = models.ForeignKey(Case, models.PROTECT, null=True, blank=True, related_name="bars")
    basis = models.CharField(_("legal basis"), max_length=200)
    reason = models.TextField(_("reason"))
    from_on = models.DateField(_("from"))
    until_on = models.DateField(_("until"))
    entered_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")
    entered_at = models.DateTimeField(_("entered at"))
    lifted_at = models.DateTimeField(_("lifted at"), null=True, blank=True)
    lifted_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+")
    lift_reason = models.TextField(_("why it was lifted"), blank=True)

    objects = BarQuerySet.as_manager()

    class Meta:
        verbose_name = _("bar on applying")
        verbose_name_plural = _("bars on applying")
        ordering = ["-id"]
        indexes = [models.Index(fields=["resident", "item", "until_on"])]

    def __str__(self) -> str:
        return f"{self.resident} {self.until_on}"

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from cases.models.cases import Case
from cases.models.documents import OfficialDocument


class PaymentWay(models.TextChoices):
    WINDOW = "window", _("Paid at the window")
    ONLINE = "online", _("Paid online")


class Payment(models.Model):
    """收费 (行政许可法 Art. 58, 59; R12): what a notice asks for, each fee with its basis, and how it was settled.

    `fees`: [{name, standard, amount, basis}], amounts as text with two decimals. Settled: paid with a reference, or
    waived with a reason. No clock stands still for it.
    """

    case = models.ForeignKey(Case, models.PROTECT, related_name="payments")
    notice = models.ForeignKey(OfficialDocument, models.PROTECT, null=True, blank=True, related_name="+")
    fees = models.JSONField(_("fees"))
    total = models.DecimalField(_("total"), max_digits=12, decimal_places=2)
    due_on = models.DateField(_("to be paid by"))
    asked_at = models.DateTimeField(_("asked for at"))
    asked_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")
    way = models.CharField(_("way of payment"), max_length=6, choices=PaymentWay.choices, blank=True)
    reference = models.CharField(_("number of the receipt"), max_length=60, blank=True)
    waived_for = models.CharField(_("why it was waived"), max_length=300, blank=True)
    settled_at = models.DateTimeField(_("paid or waived at"), null=True, blank=True)
    settled_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+")

    class Meta:
        verbose_name = _("payment")
        verbose_name_plural = _("payments")
        ordering = ["id"]
        constraints = [
            models.UniqueConstraint(fields=["case"], condition=Q(settled_at=None), name="one_open_payment_per_case"),
            models.CheckConstraint(
                condition=Q(settled_at=None, reference="", waived_for="")
                | (Q(settled_at__isnull=False) & (~Q(reference="") | ~Q(waived_for=""))),
                name="payment_settled_by_reference_or_waiver",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.case} {self.total}"

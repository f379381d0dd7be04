from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from cases.enums import DeliveryMode
from cases.models.cases import Case
from core.models import StoredFile


class Serving(models.Model):
    """送达: how the papers of a decision reached the applicant, with its proof (行政许可法 Art. 44; 民事诉讼法 on refusal).

    At the window a signature, by post a receipt number, electronically the moment in the system, on refusal the note of
    a witness. A serving that failed (`failed_note`) stays on record and is followed by another.
    """

    case = models.ForeignKey(Case, models.PROTECT, related_name="servings")
    mode = models.CharField(_("manner"), max_length=10, choices=DeliveryMode.choices)
    begun_at = models.DateTimeField(_("begun at"))
    carrier = models.CharField(_("carrier"), max_length=40, blank=True)
    receipt_number = models.CharField(_("receipt number"), max_length=40, blank=True)
    address = models.CharField(_("address"), max_length=200, blank=True)
    receiver = models.CharField(_("received by"), max_length=50, blank=True)
    relation = models.CharField(_("relation to the applicant"), max_length=40, blank=True)
    signature = models.ForeignKey(StoredFile, models.PROTECT, null=True, blank=True, related_name="+")
    refusal_note = models.CharField(_("reason and facts of the refusal"), max_length=300, blank=True)
    witness = models.CharField(_("witness"), max_length=100, blank=True)
    served_at = models.DateTimeField(_("served at"), null=True, blank=True)
    failed_note = models.CharField(_("why it failed"), max_length=300, blank=True)
    recorded_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")

    class Meta:
        verbose_name = _("serving of papers")
        verbose_name_plural = _("servings of papers")
        ordering = ["id"]
        indexes = [models.Index(fields=["case", "id"])]

    def __str__(self) -> str:
        return f"{self.case} {self.get_mode_display()}"

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from cases.models.cases import Case


class HearingState(models.TextChoices):
    TOLD = "told", _("Right to a hearing told")
    REQUESTED = "requested", _("Hearing asked for")
    WAIVED = "waived", _("No hearing asked for")
    ANNOUNCED = "announced", _("Hearing announced")
    HELD = "held", _("Hearing held")
    ENDED = "ended", _("Ended with the case, not held")
    NONE = "none", _("Nobody's major interest is concerned")


class Hearing(models.Model):
    """听证 (行政许可法 Art. 46-48): asked for within 5 days of being told, held within 20, announced 7 days before.

    The record is signed and is what the decision rests on; it costs the parties nothing. `told_at` and `request_by_on`
    are empty where there is nobody to tell: a hearing on the agency's own motion, and the finding that there is no
    party, whose grounds stand in `record`.
    """

    case = models.ForeignKey(Case, models.PROTECT, related_name="hearings")
    is_own_motion = models.BooleanField(_("of public interest, held on the agency's own motion"), default=False)
    state = models.CharField(_("state"), max_length=10, choices=HearingState.choices, default=HearingState.TOLD)
    told_at = models.DateTimeField(_("told at"), null=True, blank=True)
    request_by_on = models.DateField(_("may be asked for until"), null=True, blank=True)
    requested_at = models.DateTimeField(_("asked for at"), null=True, blank=True)
    requested_by = models.CharField(_("asked for by"), max_length=100, blank=True)
    organise_by_on = models.DateField(_("to be held by"), null=True, blank=True)
    announced_at = models.DateTimeField(_("announced at"), null=True, blank=True)
    held_at = models.DateTimeField(_("time of the hearing"), null=True, blank=True)
    place = models.CharField(_("place"), max_length=200, blank=True)
    presider = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+")
    is_public = models.BooleanField(_("in public"), default=True)
    present = models.JSONField(_("who was present"), default=list, blank=True)
    record = models.TextField(_("record"), blank=True)
    signed_note = models.CharField(_("signatures on the record"), max_length=300, blank=True)
    closed_at = models.DateTimeField(_("record closed at"), null=True, blank=True)

    class Meta:
        verbose_name = _("hearing")
        verbose_name_plural = _("hearings")
        ordering = ["id"]
        indexes = [models.Index(fields=["state", "request_by_on"])]

    def __str__(self) -> str:
        return f"{self.case} {self.get_state_display()}"

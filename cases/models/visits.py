import uuid

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from accounts.models import Mandate, Resident
from cases.enums import VisitState
from cases.models.applications import Application
from places.models import Region, ServicePoint


class VisitSource(models.TextChoices):
    ONLINE = "online", _("Asked for online")
    PHONE = "phone", _("Asked for by telephone")
    HELPER = "helper", _("Entered by the helper")


class Visit(models.Model):
    """上门办: somebody who cannot come is visited by the helper of the village station (DB14/T 2233-2020).

    The person may not be registered yet, so name, telephone and address are kept as told; `resident` follows.
    """

    public_id = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    source = models.CharField(_("how it was asked for"), max_length=8, choices=VisitSource.choices)
    requested_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+", verbose_name=_("asked for by")
    )
    person_name = models.CharField(_("who is to be visited"), max_length=50)
    person_phone = models.CharField(_("telephone"), max_length=20)
    region = models.ForeignKey(Region, models.PROTECT, related_name="+", verbose_name=_("village or community"))
    address = models.CharField(_("address"), max_length=200)
    item_key = models.CharField(_("what for"), max_length=60, blank=True)
    reason = models.CharField(_("why at home"), max_length=200, blank=True)
    wished_on = models.DateField(_("wished day"), null=True, blank=True)
    point = models.ForeignKey(ServicePoint, models.PROTECT, related_name="visits", verbose_name=_("station"))
    helper = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="visits", verbose_name=_("helper")
    )
    visit_on = models.DateField(_("day of the visit"), null=True, blank=True)
    state = models.CharField(_("state"), max_length=10, choices=VisitState.choices, default=VisitState.REQUESTED)
    resident = models.ForeignKey(Resident, models.PROTECT, null=True, blank=True, related_name="visits")
    mandate = models.ForeignKey(Mandate, models.PROTECT, null=True, blank=True, related_name="visits")
    application = models.ForeignKey(Application, models.PROTECT, null=True, blank=True, related_name="visits")
    stop_reason = models.CharField(_("why it was stopped"), max_length=200, blank=True)
    created_at = models.DateTimeField(_("asked for at"))
    updated_at = models.DateTimeField(_("last changed at"))

    class Meta:
        verbose_name = _("home visit")
        verbose_name_plural = _("home visits")
        ordering = ["visit_on", "id"]
        indexes = [
            models.Index(fields=["helper", "visit_on"]),
            models.Index(fields=["point", "state"]),
            models.Index(fields=["region", "state", "visit_on"]),
        ]

    def __str__(self) -> str:
        return f"{self.person_name} {self.region}"

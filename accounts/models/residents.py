from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from accounts.identity import IdentityLevel, IdentityWay
from core.fields import EncryptedTextField
from places.models import Region

from .posts import Role

if TYPE_CHECKING:
    from accounts.actors import Actor


class ResidentQuerySet(models.QuerySet["Resident"]):
    def visible_to(self, actor: Actor, *, on: date) -> ResidentQuerySet:
        """Herself; her principals under a mandate in force; everybody for a clerk; the own area for a helper."""
        if actor.has_role(Role.WINDOW_CLERK):
            return self
        seen = Q(pk=actor.resident_id) if actor.resident_id else Q(pk=None)
        if actor.user_id:
            held = self.filter(
                mandates_given__agent_id=actor.user_id,
                mandates_given__revoked_at=None,
                mandates_given__valid_from__lte=on,
                mandates_given__valid_to__gte=on,
            )
            seen |= Q(pk__in=held.order_by().values("pk"))
        if actor.post and actor.has_role(Role.STATION_HELPER):
            seen |= in_area(actor.post.region_code)
        return self.filter(seen)

    def for_page(self) -> ResidentQuerySet:
        return self.select_related("region__parent", "user")


def in_area(code: str) -> Q:
    """Residents of the village, or of any village of the town, with this region code ('' is nowhere)."""
    if not code:
        return Q(pk=None)
    return Q(region__code=code) | Q(region__parent__code=code)


class Resident(models.Model):
    """A person known to the county: registered online, at a window or at the door. A login is optional.

    The identity number and telephone are stored encrypted; `*_index` are keyed hashes for exact look-up.
    `identity_level` is how sure the county is that she is who she says; it only rises (`accounts.domain.identity`).
    `id_number_override` records why an odd number was accepted with the paper seen (domain.md §5.1).
    """

    user = models.OneToOneField(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, related_name="resident"
    )
    name = models.CharField(_("name of the person"), max_length=50)
    id_type = models.CharField(_("kind of identity document"), max_length=3, default="111")
    id_number = EncryptedTextField(_("identity number"))
    id_number_index = models.CharField(max_length=64, unique=True)
    id_number_override = models.CharField(_("reason for accepting an odd number"), max_length=200, blank=True)
    phone = EncryptedTextField(_("mobile phone"), blank=True)
    phone_index = models.CharField(max_length=64, blank=True, db_index=True)
    region = models.ForeignKey(Region, models.PROTECT, related_name="residents", verbose_name=_("village or community"))
    address = models.CharField(_("address"), max_length=200, blank=True)
    birth_on = models.DateField(_("date of birth"), null=True, blank=True)
    identity_level = models.PositiveSmallIntegerField(
        _("real-name level"), choices=IdentityLevel.choices, default=IdentityLevel.PHONE
    )
    identity_way = models.CharField(
        _("how it was established"), max_length=6, choices=IdentityWay.choices, default=IdentityWay.PHONE
    )
    identity_at = models.DateTimeField(_("established at"), null=True, blank=True)
    created_at = models.DateTimeField()

    objects = ResidentQuerySet.as_manager()

    class Meta:
        verbose_name = _("resident")
        verbose_name_plural = _("residents")
        ordering = ["id"]
        indexes = [models.Index(fields=["region", "name"]), models.Index(fields=["name"])]

    def __str__(self) -> str:
        return self.name

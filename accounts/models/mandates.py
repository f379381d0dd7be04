import uuid
from datetime import date

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from core.models import StoredFile

from .residents import Resident


class MandateAct(models.TextChoices):
    SUBMIT = "submit", _("Submit the application")
    CORRECT = "correct", _("Supply papers")
    WITHDRAW = "withdraw", _("Withdraw the application")
    COLLECT = "collect", _("Collect the result")


class MandateProof(models.TextChoices):
    GLASS = "glass", _("Signature on the screen")
    PHOTO = "photo", _("Photograph of the signed paper")
    COUNTER = "counter", _("Signed before the clerk")
    ONLINE = "online", _("Given online by the principal")


class MandateQuerySet(models.QuerySet["Mandate"]):
    def in_force(self, *, on: date) -> "MandateQuerySet":
        return self.filter(revoked_at=None, valid_from__lte=on, valid_to__gte=on)


class Mandate(models.Model):
    """授权委托 (民法典 Art. 165): who may act for whom, in which items, with which powers, until when, and the proof.

    The agent is a login: another resident (relative) or a staff helper. `item_keys` and `acts` are lists of codes.
    """

    public_id = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    principal = models.ForeignKey(Resident, models.PROTECT, related_name="mandates_given", verbose_name=_("principal"))
    agent = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="mandates_held", verbose_name=_("agent")
    )
    relation = models.CharField(_("relation to the principal"), max_length=30)
    item_keys = models.JSONField(pgettext_lazy("service items", "items"), default=list)
    acts = models.JSONField(_("powers"), default=list)
    valid_from = models.DateField(_("valid from"))
    valid_to = models.DateField(_("valid until"))
    proof_kind = models.CharField(_("proof"), max_length=10, choices=MandateProof.choices)
    proof = models.ForeignKey(StoredFile, models.PROTECT, null=True, related_name="+", verbose_name=_("proof file"))
    witness = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("witness")
    )
    created_at = models.DateTimeField(_("recorded at"))
    revoked_at = models.DateTimeField(_("revoked at"), null=True, blank=True)
    revoke_reason = models.CharField(_("reason for revoking"), max_length=200, blank=True)

    objects = MandateQuerySet.as_manager()

    class Meta:
        verbose_name = _("mandate")
        verbose_name_plural = _("mandates")
        ordering = ["-created_at", "-id"]
        indexes = [models.Index(fields=["agent", "valid_to"]), models.Index(fields=["principal", "valid_to"])]
        constraints = [
            models.CheckConstraint(condition=Q(valid_to__gte=F("valid_from")), name="mandate_ends_after_it_begins")
        ]

    def __str__(self) -> str:
        return f"{self.principal} → {self.agent}"

    def covers(self, *, item_key: str, act: str, on: date) -> bool:
        """Whether the agent may do this act in this item on this day."""
        in_force = self.revoked_at is None and self.valid_from <= on <= self.valid_to
        return in_force and act in self.acts and item_key in self.item_keys

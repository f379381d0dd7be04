import secrets

from django.db import models
from django.utils.translation import gettext_lazy as _
from django_fsm import FSMField

from accounts.models import Resident
from cases.enums import CertificateState
from cases.models.cases import Case
from cases.models.certificate_transitions import CertificateTransitions
from cases.models.documents import OfficialDocument
from core.fields import EncryptedJSONField
from flow.events import EventBase
from places.models import Unit


def new_token() -> str:
    """120 random bits, URL-safe: the address printed in the QR code cannot be guessed."""
    return secrets.token_urlsafe(15)


AMENDABLE = ("scope", "address", "note")  # in the order in which they are printed


class Certificate(CertificateTransitions, models.Model):
    """The result a case ends in. It outlives the case; only a case changes its state (domain.md §7.3)."""

    identifier = models.CharField(_("certificate identifier"), max_length=100, unique=True)
    number = models.CharField(_("certificate number"), max_length=60, unique=True)
    token = models.CharField(max_length=24, unique=True, default=new_token, editable=False)
    case = models.OneToOneField(Case, models.PROTECT, related_name="certificate")
    document = models.OneToOneField(OfficialDocument, models.PROTECT, related_name="certificate")
    holder = models.ForeignKey(Resident, models.PROTECT, related_name="certificates", verbose_name=_("holder"))
    holder_name = models.CharField(_("name of the holder"), max_length=50)
    name = models.CharField(_("name of the certificate"), max_length=100)
    issuer = models.ForeignKey(Unit, models.PROTECT, related_name="certificates", verbose_name=_("issued by"))
    issued_on = models.DateField(_("issued on"))
    valid_from = models.DateField(_("valid from"))
    valid_to = models.DateField(_("valid until"), null=True, blank=True)
    state = FSMField(_("state"), choices=CertificateState.choices, default=CertificateState.VALID, protected=True)
    state_since = models.DateTimeField(_("in this state since"), null=True, blank=True)
    amended = EncryptedJSONField(default=dict, blank=True)  # what cases changed of what it says, by key of `AMENDABLE`
    version = models.PositiveSmallIntegerField(_("version"), default=1)
    replaces = models.OneToOneField(
        "self", models.PROTECT, null=True, blank=True, related_name="replaced_by", verbose_name=_("replaces")
    )

    class Meta:
        verbose_name = _("certificate")
        verbose_name_plural = _("certificates")
        ordering = ["-id"]
        indexes = [models.Index(fields=["holder", "-id"]), models.Index(fields=["state", "valid_to"])]

    def __str__(self) -> str:
        return self.number

    @property
    def note(self) -> str:
        """备注 as it is printed: that of the item, or what a change or correction put in its place."""
        return str(self.amended.get("note") or self.case.version.facts.result.note)


class CertificateEvent(EventBase):
    """What happened to a certificate, append-only. `case` is the case that did it; none when its term ended."""

    certificate = models.ForeignKey(Certificate, models.PROTECT, related_name="events")
    case = models.ForeignKey(Case, models.PROTECT, null=True, blank=True, related_name="+")
    append_only = True

    class Meta:
        verbose_name = _("certificate event")
        verbose_name_plural = _("certificate events")
        ordering = ["id"]
        indexes = [models.Index(fields=["certificate", "id"])]

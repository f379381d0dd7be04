import secrets

from django.db import models
from django.utils.translation import gettext_lazy as _

from accounts.models import Resident
from cases.enums import CertificateState
from cases.models.cases import Case
from cases.models.documents import OfficialDocument
from places.models import Unit


def new_token() -> str:
    """120 random bits, URL-safe: the address printed in the QR code cannot be guessed."""
    return secrets.token_urlsafe(15)


class Certificate(models.Model):
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
    state = models.CharField(
        _("state"), max_length=10, choices=CertificateState.choices, default=CertificateState.VALID
    )
    version = models.PositiveSmallIntegerField(_("version"), default=1)

    class Meta:
        verbose_name = _("certificate")
        verbose_name_plural = _("certificates")
        ordering = ["-id"]
        indexes = [models.Index(fields=["holder", "-id"]), models.Index(fields=["state", "valid_to"])]

    def __str__(self) -> str:
        return self.number

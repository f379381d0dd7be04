import uuid

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from accounts.models import Mandate, Resident, User
from cases.enums import Channel
from cases.queries.applications import ApplicationQuerySet
from catalog.models import OneThing
from core.fields import EncryptedJSONField
from places.models import Region, ServicePoint, Window


class Application(models.Model):
    """一次申请: one visit or one online session. Holds what is given once: the person, the papers, the shared answers.

    `answers` are the form answers by field key (a key shared by two items is one answer), `situations` the answers to
    the situation questions by item key. An application without `submitted_at` is a draft that can be resumed.
    `guardian_*`: who agreed to the use of the data of a child under 14 (个人信息保护法 Art. 31).
    """

    public_id = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    applicant = models.ForeignKey(Resident, models.PROTECT, related_name="applications", verbose_name=_("applicant"))
    mandate = models.ForeignKey(
        Mandate, models.PROTECT, null=True, blank=True, related_name="applications", verbose_name=_("mandate")
    )
    one_thing = models.ForeignKey(
        OneThing, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("one thing")
    )
    channel = models.CharField(_("channel"), max_length=10, choices=Channel.choices)
    point = models.ForeignKey(ServicePoint, models.PROTECT, null=True, blank=True, related_name="+")
    window = models.ForeignKey(Window, models.PROTECT, null=True, blank=True, related_name="+")
    region = models.ForeignKey(Region, models.PROTECT, related_name="+", verbose_name=_("village or community"))
    created_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+", verbose_name=_("entered by")
    )
    answers = EncryptedJSONField(default=dict, blank=True)
    situations = models.JSONField(default=dict, blank=True)
    declared_at = models.DateTimeField(_("declaration of truth"), null=True, blank=True)
    privacy_shown_at = models.DateTimeField(_("privacy notice shown"), null=True, blank=True)
    guardian_name = models.CharField(_("guardian"), max_length=50, blank=True)
    guardian_relation = models.CharField(_("relation of the guardian"), max_length=30, blank=True)
    guardian_consent_at = models.DateTimeField(_("guardian's consent"), null=True, blank=True)
    created_at = models.DateTimeField(_("begun at"))
    updated_at = models.DateTimeField(_("last changed at"))
    submitted_at = models.DateTimeField(_("submitted at"), null=True, blank=True)

    objects = ApplicationQuerySet.as_manager()

    class Meta:
        verbose_name = _("application")
        verbose_name_plural = _("applications")
        ordering = ["-created_at", "-id"]
        indexes = [
            models.Index(fields=["applicant", "-created_at"]),
            models.Index(fields=["created_by", "-created_at"]),
        ]

    def __str__(self) -> str:
        return f"{self.applicant} {self.created_at:%Y-%m-%d}"

    @property
    def agent(self) -> User | None:
        """The person who acts in the applicant's name, if any."""
        return self.mandate.agent if self.mandate_id and self.mandate else None

from __future__ import annotations

import uuid
from functools import cached_property
from typing import TYPE_CHECKING

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from django_fsm import FSMField

from accounts.models import Resident
from cases.enums import DECIDED, AcceptMode, CaseKind, Channel, Light, Outcome, Status
from cases.models.applications import Application
from cases.models.transitions import CaseTransitions
from cases.queries.cases import CaseQuerySet
from catalog.models import ItemVersion, ServiceItem
from core.fields import EncryptedJSONField
from core.prepared import rows_of
from flow.clocks import Due
from places.calendar import StoredCalendar, calendar_for
from places.models import Region, Unit

if TYPE_CHECKING:
    from cases.models.corrections import CorrectionNotice


class Case(CaseTransitions, models.Model):
    """办件: one item version for one applicant (domain.md §3). The state moves only through `cases.domain` verbs.

    `*_on` due dates are stored for sorting and filtering; the truth is `cases.clock` over events and the calendar.
    `due_on` is the one date the desk sorts by: intake before acceptance, promised after it (statutory once extended),
    the end told to the applicant while suspended, delivery after a decision.

    What has been decided is never edited: a case of another `kind` with this one as `origin` changes it (T20).
    """

    public_id = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    number = models.CharField(_("case number"), max_length=16, unique=True, null=True)  # noqa: DJ001 - null until T1
    exchange_number = models.CharField(_("exchange number"), max_length=50, blank=True, db_index=True)
    kind = models.CharField(_("kind"), max_length=14, choices=CaseKind.choices, default=CaseKind.INITIAL)
    origin = models.ForeignKey(
        "self", models.PROTECT, null=True, blank=True, related_name="linked", verbose_name=_("follows from")
    )
    subject = models.ForeignKey(
        "cases.Certificate", models.PROTECT, null=True, blank=True, related_name="changing_cases"
    )
    changes = EncryptedJSONField(default=dict, blank=True)  # what a linked case wants changed, by field
    application = models.ForeignKey(Application, models.PROTECT, related_name="cases")
    item = models.ForeignKey(ServiceItem, models.PROTECT, related_name="cases", verbose_name=_("service item"))
    version = models.ForeignKey(ItemVersion, models.PROTECT, related_name="cases", verbose_name=_("item version"))
    applicant = models.ForeignKey(Resident, models.PROTECT, related_name="cases", verbose_name=_("applicant"))
    channel = models.CharField(_("channel"), max_length=10, choices=Channel.choices)
    region = models.ForeignKey(Region, models.PROTECT, related_name="+", verbose_name=_("village or community"))
    unit = models.ForeignKey(Unit, models.PROTECT, related_name="cases", verbose_name=_("competent unit"))
    status = FSMField(_("status"), choices=Status.choices, default=Status.DRAFT, protected=True)
    accept_mode = models.CharField(_("way of acceptance"), max_length=10, choices=AcceptMode.choices, blank=True)
    outcome = models.CharField(_("outcome"), max_length=14, choices=Outcome.choices, blank=True)

    intake_clerk = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+")
    reviewer = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+")
    approver = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+")

    received_at = models.DateTimeField(_("received at"), null=True, blank=True)
    accepted_at = models.DateTimeField(_("accepted at"), null=True, blank=True)
    decided_at = models.DateTimeField(_("decided at"), null=True, blank=True)
    closed_at = models.DateTimeField(_("closed at"), null=True, blank=True)
    archived_at = models.DateTimeField(_("archived at"), null=True, blank=True)
    extension_count = models.PositiveSmallIntegerField(_("extensions"), default=0)

    intake_due_on = models.DateField(_("intake due"), null=True, blank=True)
    correction_due_on = models.DateField(_("correction due"), null=True, blank=True)
    statutory_due_on = models.DateField(_("statutory due date"), null=True, blank=True)
    promised_due_on = models.DateField(_("promised due date"), null=True, blank=True)
    tolerance_due_on = models.DateField(_("papers to follow by"), null=True, blank=True)
    delivery_due_on = models.DateField(_("delivery due"), null=True, blank=True)
    due_on = models.DateField(_("due"), null=True, blank=True)
    due_provisional = models.BooleanField(_("due date provisional"), default=False)
    light = models.CharField(_("light"), max_length=6, choices=Light.choices, blank=True, default="")
    version_no = models.PositiveIntegerField(default=0)  # counts changes: the external version of the search document

    objects = CaseQuerySet.as_manager()

    class Meta:
        verbose_name = _("case")
        verbose_name_plural = _("cases")
        ordering = ["-id"]
        indexes = [
            models.Index(fields=["unit", "status", "due_on"]),
            models.Index(fields=["due_on", "id"]),  # the lists of the desk, the nearest deadline first
            models.Index(fields=["status", "due_on"]),
            models.Index(fields=["applicant", "-id"]),
            models.Index(fields=["item", "status"]),
            models.Index(fields=["light", "due_on"]),
            models.Index(fields=["received_at"]),
            models.Index(fields=["status", "decided_at"]),
            models.Index(fields=["status", "tolerance_due_on"]),
            # The public list of grants: all of them by day, and those of an item.
            models.Index(
                fields=["-decided_at", "-id"], condition=Q(outcome=Outcome.GRANTED), name="case_granted_by_day"
            ),
            models.Index(
                fields=["item", "-decided_at", "-id"],
                condition=Q(outcome=Outcome.GRANTED),
                name="case_granted_of_item_by_day",
            ),
        ]
        constraints = [
            models.CheckConstraint(
                condition=Q(status=Status.DRAFT, number=None) | (~Q(status=Status.DRAFT) & Q(number__isnull=False)),
                name="case_numbered_once_received",
            ),
            models.CheckConstraint(
                condition=(Q(status__in=DECIDED) & Q(decided_at__isnull=False))
                | (~Q(status__in=DECIDED) & Q(decided_at=None)),
                name="case_decided_at_iff_decided",
            ),
        ]

    def __str__(self) -> str:
        return self.number or f"draft-{self.pk}"

    @property
    def due(self) -> Due | None:
        """`due_on` with its mark, as it is shown."""
        return Due(self.due_on, provisional=self.due_provisional) if self.due_on else None

    @cached_property
    def calendar(self) -> StoredCalendar:
        """That of the competent unit. Have `unit.region` selected to save a query."""
        return calendar_for(self.unit)

    @property
    def correction(self) -> CorrectionNotice | None:
        """The correction notice in force: the last one given; None when there was none."""
        notices = rows_of(self, "corrections")
        return notices[-1] if notices else None

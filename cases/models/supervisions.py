import uuid

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from cases.models.cases import Case
from cases.queries.supervisions import SupervisionQuerySet
from places.models import Unit


class SupervisionRule(models.TextChoices):
    """What calls for an answer to the supervisor (GB/T 39046 督办; domain.md §3.5)."""

    OVERDUE = "overdue", _("Term has passed")
    DEEMED = "deemed", _("Counts as accepted because nobody answered in time")
    RENEWED = "renewed", _("Counts as renewed because nobody decided in time")
    SECOND_NOTICE = "second_notice", _("Second correction notice")
    CLOCK_QUESTION = "clock_question", _("Which days count after a transfer")
    OVERRIDE = "override", _("A rule was set aside")
    MANUAL = "manual", _("Order of the supervisor")


class Supervision(models.Model):
    """督办: a unit has to answer for a case within a term. `key` makes each one once, however often tick runs.

    Issued, answered by the head of the unit, then closed by the supervisor or sent back for a better answer; `answer`,
    `answered_at` and `due_on` are those of the last round, the earlier ones stand in `returns`.
    """

    public_id = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    case = models.ForeignKey(Case, models.PROTECT, related_name="supervisions")
    unit = models.ForeignKey(Unit, models.PROTECT, related_name="supervisions", verbose_name=_("unit"))
    rule = models.CharField(_("rule"), max_length=20, choices=SupervisionRule.choices)
    key = models.CharField(max_length=100, unique=True)
    matter = models.TextField(_("matter"))
    created_at = models.DateTimeField(_("issued at"))
    due_on = models.DateField(_("to be answered by"))
    answer = models.TextField(_("reply"), blank=True)
    answered_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+")
    answered_at = models.DateTimeField(_("answered at"), null=True, blank=True)
    times_returned = models.PositiveSmallIntegerField(_("times sent back"), default=0)
    remark = models.TextField(_("remark of the supervisor"), blank=True)
    closed_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+")
    closed_at = models.DateTimeField(_("closed at"), null=True, blank=True)

    objects = SupervisionQuerySet.as_manager()

    class Meta:
        verbose_name = _("supervision order")
        verbose_name_plural = _("supervision orders")
        ordering = ["-id"]
        indexes = [
            models.Index(fields=["unit", "answered_at", "due_on"]),
            models.Index(fields=["closed_at", "due_on"]),
            models.Index(fields=["case", "id"]),
        ]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(closed_at=None) | models.Q(answered_at__isnull=False),
                name="supervision_closed_after_answer",
            )
        ]

    def __str__(self) -> str:
        return f"{self.get_rule_display()} {self.case}"


class SupervisionReturn(models.Model):
    """退回重新答复: an answer that was not enough, why, and the new term. Append-only."""

    append_only = True

    order = models.ForeignKey(Supervision, models.PROTECT, related_name="returns")
    answer = models.TextField(_("reply"))
    answered_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")
    answered_at = models.DateTimeField(_("answered at"))
    reason = models.TextField(_("why it is sent back"))
    returned_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")
    returned_at = models.DateTimeField(_("sent back at"))
    due_before = models.DateField(_("was to be answered by"))
    due_on = models.DateField(_("to be answered by"))

    class Meta:
        verbose_name = _("answer sent back")
        verbose_name_plural = _("answers sent back")
        ordering = ["id"]

    def __str__(self) -> str:
        return f"{self.order} {self.returned_at:%Y-%m-%d}"

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _


class ChangeState(models.TextChoices):
    PROPOSED = "proposed", _("Waiting for a second person")
    IN_FORCE = "in_force", _("Has taken force")
    REFUSED = "refused", _("Not put in force")
    WITHDRAWN = "withdrawn", _("Taken back")


class CalendarChange(models.Model):
    """Days of one jurisdiction that one person proposes and another one puts in force.

    `days`: a list of `places.planned_days.PlannedDay` as JSON. `effect`: what differed when it took force, a list of
    `places.differences.Difference` as JSON. Persons are kept by number and name: places knows no logins.
    """

    jurisdiction = models.CharField(_("jurisdiction"), max_length=12, blank=True, default="")
    days = models.JSONField(_("days of the change"))
    reason = models.CharField(_("reason for the change"), max_length=300)
    source = models.CharField(_("source document"), max_length=200)
    file_name = models.CharField(_("imported file"), max_length=200, blank=True)
    file_sha256 = models.CharField(_("fingerprint of the file"), max_length=64, blank=True)
    state = models.CharField(_("state"), max_length=10, choices=ChangeState.choices, default=ChangeState.PROPOSED)
    proposed_by = models.BigIntegerField(_("login of the proposer"))
    proposer_name = models.CharField(_("proposed by"), max_length=100)
    proposed_at = models.DateTimeField(_("proposed at"))
    decided_by = models.BigIntegerField(_("login of the second person"), null=True)
    decider_name = models.CharField(_("decided by"), max_length=100, blank=True)
    decided_at = models.DateTimeField(_("settled at"), null=True)
    note = models.CharField(_("note on the decision"), max_length=300, blank=True)
    effect = models.JSONField(_("effect of the change"), default=list)

    class Meta:
        verbose_name = _("calendar change")
        verbose_name_plural = _("calendar changes")
        ordering = ["-proposed_at", "-pk"]
        permissions = [("decide_calendarchange", "可使日历变更生效")]  # Django translates no names of permissions
        indexes = [models.Index(fields=["state", "-proposed_at"])]
        constraints = [
            models.CheckConstraint(
                condition=Q(state="proposed", decided_at=None, decided_by=None)
                | (~Q(state="proposed") & Q(decided_at__isnull=False, decided_by__isnull=False)),
                name="calendar_change_is_decided_or_waits",
            ),
            models.CheckConstraint(
                condition=~Q(state="in_force") | ~Q(decided_by=F("proposed_by")),
                name="calendar_change_needs_a_second_person",
            ),
        ]

    def __str__(self) -> str:
        return self.reason

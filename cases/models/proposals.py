from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from cases.models.cases import Case


class ProposalState(models.TextChoices):
    OPEN = "open", _("Waits for the second person")
    CONFIRMED = "confirmed", _("Confirmed")
    DECLINED = "declined", _("Declined")


class Proposal(models.Model):
    """The first person's half of an act that two people do: refusal, suspension, extension, transfer, lapse.

    `verb` is the verb that the second person's confirmation calls, `given` what it is called with.
    """

    case = models.ForeignKey(Case, models.PROTECT, related_name="proposals")
    verb = models.CharField(_("act"), max_length=40)
    given = models.JSONField(_("details"), default=dict)
    reason = models.TextField(_("reason"), blank=True)
    # Empty: the periodic work proposed it.
    proposed_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+")
    proposed_at = models.DateTimeField(_("proposed at"))
    state = models.CharField(_("state"), max_length=9, choices=ProposalState.choices, default=ProposalState.OPEN)
    answered_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+")
    answered_at = models.DateTimeField(_("answered at"), null=True, blank=True)
    answer = models.TextField(_("reply"), blank=True)

    class Meta:
        verbose_name = _("proposal")
        verbose_name_plural = _("proposals")
        ordering = ["id"]
        indexes = [models.Index(fields=["state", "verb"])]
        constraints = [
            models.UniqueConstraint(
                fields=["case", "verb"], condition=models.Q(state="open"), name="one_open_proposal_per_act"
            )
        ]

    def __str__(self) -> str:
        return f"{self.verb} {self.case}"

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from cases.models.cases import Case
from places.models import Unit


class HandOver(models.Model):
    """移交清单: papers that a window took in travel to the unit that decides; both sides sign for them here.

    Only the papers move: competence and clocks stay where they are (跨域通办, domain.md §3.6). `papers`: [{key, name,
    copies}] as handed over; what the receiver found different stands in `differences`.
    """

    case = models.ForeignKey(Case, models.PROTECT, related_name="hand_overs")
    from_unit = models.ForeignKey(Unit, models.PROTECT, related_name="+", verbose_name=_("handed over by"))
    to_unit = models.ForeignKey(Unit, models.PROTECT, related_name="+", verbose_name=_("handed over to"))
    papers = models.JSONField(_("papers"))
    carried_by = models.CharField(_("carried by"), max_length=100, blank=True)
    sent_at = models.DateTimeField(_("handed over at"))
    sent_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")
    received_at = models.DateTimeField(_("signed for at"), null=True, blank=True)
    received_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+")
    differences = models.CharField(_("differences found"), max_length=300, blank=True)

    class Meta:
        verbose_name = _("hand-over list")
        verbose_name_plural = _("hand-over lists")
        ordering = ["id"]
        constraints = [
            models.UniqueConstraint(fields=["case"], condition=Q(received_at=None), name="one_open_hand_over_per_case")
        ]

    def __str__(self) -> str:
        return f"{self.case} {self.from_unit}→{self.to_unit}"

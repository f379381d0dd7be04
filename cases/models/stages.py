from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from cases.enums import StageConclusion, StageState
from cases.models.cases import Case
from catalog.choices import StepKind
from places.models import Unit


class CaseStage(models.Model):
    """环节: one link of the procedure at one unit, with a limit of its own (domain.md §3.4).

    Made from the published steps at acceptance. Stages with the same `parallel` word run side by side; a unit may send
    back to the lower unit, never to the applicant (行政许可法 Art. 35), and `round` counts how often that happened.
    `is_guest`: its unit is not the competent one, and the case goes on; such stages open the case to another unit.
    """

    case = models.ForeignKey(Case, models.PROTECT, related_name="stages")
    order = models.PositiveSmallIntegerField(_("order"))
    kind = models.CharField(_("kind"), max_length=12, choices=StepKind.choices)
    name = models.CharField(_("stage"), max_length=60)
    unit = models.ForeignKey(Unit, models.PROTECT, related_name="stages", verbose_name=_("unit"))
    parallel = models.CharField(_("runs beside"), max_length=20, blank=True)
    limit_n = models.PositiveSmallIntegerField(_("limit"), default=0)
    limit_unit = models.CharField(_("unit of the limit"), max_length=12, blank=True)
    counts_in_limit = models.BooleanField(_("counts in the promised limit"), default=True)
    min_staff = models.PositiveSmallIntegerField(_("staff at least"), default=1)
    is_guest = models.BooleanField(default=False)
    state = models.CharField(_("state"), max_length=8, choices=StageState.choices, default=StageState.WAITING)
    round = models.PositiveSmallIntegerField(_("round"), default=1)
    started_at = models.DateTimeField(_("begun at"), null=True, blank=True)
    due_on = models.DateField(_("due"), null=True, blank=True)
    ended_at = models.DateTimeField(_("ended at"), null=True, blank=True)
    conclusion = models.CharField(_("conclusion"), max_length=4, choices=StageConclusion.choices, blank=True)
    opinion = models.TextField(_("opinion"), blank=True)
    handled_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+")

    class Meta:
        verbose_name = _("stage")
        verbose_name_plural = _("stages")
        ordering = ["case", "order"]
        indexes = [
            models.Index(fields=["unit", "state", "due_on"]),
            models.Index(fields=["unit"], condition=models.Q(is_guest=True), name="case_stage_of_guests"),
        ]
        constraints = [
            models.UniqueConstraint(fields=["case", "order"], name="stage_order_once_per_case"),
            models.CheckConstraint(
                condition=models.Q(state=StageState.DONE, ended_at__isnull=False)
                | (~models.Q(state=StageState.DONE) & models.Q(ended_at=None)),
                name="stage_ended_at_iff_done",
            ),
        ]

    def __str__(self) -> str:
        return self.name

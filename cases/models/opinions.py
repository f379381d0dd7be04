from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from cases.models.cases import Case
from cases.models.stages import CaseStage


class Conclusion(models.TextChoices):
    GRANT = "grant", _("Proposes to grant")
    DENY = "deny", _("Proposes to deny")


class Opinion(models.Model):
    """审查意见: the reviewer's conclusion with its reasons, before the approver decides."""

    case = models.ForeignKey(Case, models.PROTECT, related_name="opinions")
    stage = models.ForeignKey(CaseStage, models.PROTECT, null=True, blank=True, related_name="opinions")
    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name=_("reviewer"))
    conclusion = models.CharField(_("conclusion"), max_length=8, choices=Conclusion.choices)
    text = models.TextField(_("opinion"), max_length=2000)
    given_at = models.DateTimeField(_("given at"))

    class Meta:
        verbose_name = _("review opinion")
        verbose_name_plural = _("review opinions")
        ordering = ["id"]
        indexes = [models.Index(fields=["case", "id"])]

    def __str__(self) -> str:
        return self.get_conclusion_display()

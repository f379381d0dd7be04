from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from cases.models.cases import Case


class Override(models.Model):
    """A rule set aside once, by somebody entitled to, with a reason; on record as what it is (domain.md §3.3, §11).

    It serves the next call of `verb` on this case and no other (`used_at`).
    """

    case = models.ForeignKey(Case, models.PROTECT, related_name="overrides")
    verb = models.CharField(_("act"), max_length=40)
    code = models.CharField(_("rule"), max_length=60)
    rule = models.CharField(_("what the rule says"), max_length=500)
    reason = models.TextField(_("reason"))
    granted_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    granted_at = models.DateTimeField(_("granted at"))
    used_at = models.DateTimeField(_("used at"), null=True, blank=True)

    class Meta:
        verbose_name = _("override")
        verbose_name_plural = _("overrides")
        ordering = ["id"]
        indexes = [models.Index(fields=["case", "verb"])]

    def __str__(self) -> str:
        return f"{self.verb} {self.code}"

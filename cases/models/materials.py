from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from cases.enums import MaterialState
from cases.models.applications import Application
from cases.models.cases import Case
from core.models import StoredFile


class HandedPaper(models.Model):
    """A paper handed in once for the whole application; every case that needs `key` uses it (R13, enter once).

    A paper seen on paper at the counter has `seen_on_paper` and may have no file.
    """

    application = models.ForeignKey(Application, models.CASCADE, related_name="papers")
    key = models.CharField(_("paper"), max_length=60)
    name = models.CharField(_("name"), max_length=200)
    file = models.ForeignKey(StoredFile, models.PROTECT, null=True, blank=True, related_name="+")
    seen_on_paper = models.BooleanField(_("seen on paper"), default=False)
    originals = models.PositiveSmallIntegerField(_("originals"), default=0)
    copies = models.PositiveSmallIntegerField(_("copies"), default=0)
    handed_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")
    handed_at = models.DateTimeField(_("handed in at"))
    replaced_at = models.DateTimeField(_("replaced at"), null=True, blank=True)

    class Meta:
        verbose_name = _("handed-in paper")
        verbose_name_plural = _("handed-in papers")
        ordering = ["id"]
        indexes = [models.Index(fields=["application", "key"])]

    def __str__(self) -> str:
        return self.name


class CaseMaterial(models.Model):
    """What one case requires and what the desk found: one row per required paper of the version and situation."""

    case = models.ForeignKey(Case, models.CASCADE, related_name="materials")
    key = models.CharField(_("paper"), max_length=60)
    name = models.CharField(_("name"), max_length=200)
    necessity = models.PositiveSmallIntegerField(_("necessity"), default=1)
    state = models.CharField(_("state"), max_length=10, choices=MaterialState.choices, default=MaterialState.MISSING)
    defect = models.CharField(_("what is wrong"), max_length=300, blank=True)
    remedy = models.CharField(_("how to put it right"), max_length=300, blank=True)
    order = models.PositiveSmallIntegerField(default=0)

    class Meta:
        verbose_name = _("required paper")
        verbose_name_plural = _("required papers")
        ordering = ["case", "order", "id"]
        constraints = [models.UniqueConstraint(fields=["case", "key"], name="required_paper_once_per_case")]

    def __str__(self) -> str:
        return self.name

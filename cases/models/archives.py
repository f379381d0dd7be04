from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from cases.models.cases import Case
from catalog.choices import ArchiveClass
from core.models import StoredFile


class ArchivePackage(models.Model):
    """电子档案: everything of a closed case in one immutable package with its hash (档案法 Art. 37)."""

    case = models.OneToOneField(Case, models.PROTECT, related_name="archive_package")
    number = models.CharField(_("archive number"), max_length=60, unique=True)
    retention = models.CharField(_("how long it is kept"), max_length=10, choices=ArchiveClass.choices)
    catalogue = models.JSONField(_("catalogue"), default=list)
    file = models.ForeignKey(StoredFile, models.PROTECT, null=True, blank=True, related_name="+")
    sha256 = models.CharField(_("SHA-256 of the package"), max_length=64, blank=True)
    archived_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")
    archived_at = models.DateTimeField(_("archived at"))

    class Meta:
        verbose_name = _("archive package")
        verbose_name_plural = _("archive packages")
        ordering = ["-id"]

    def __str__(self) -> str:
        return self.number

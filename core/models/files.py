import uuid

from django.conf import settings
from django.core.files.storage import storages
from django.db import models
from django.utils.translation import gettext_lazy as _


class ScanState(models.TextChoices):
    CLEAN = "clean", _("Checked")
    PENDING = "pending", _("Waiting for the virus check")
    REFUSED = "refused", _("Refused")


def private_storage():  # type: ignore[no-untyped-def]  # noqa: ANN201 - a storage backend
    return storages["private"]


def private_path(instance: "StoredFile", filename: str) -> str:
    """A path nobody can guess; the name that people gave the file is kept in the row only."""
    suffix = filename.rpartition(".")[2].lower()[:8]
    name = uuid.uuid4().hex
    return f"{name[:2]}/{name[2:]}.{suffix}"


class StoredFile(models.Model):
    """A file of somebody's: never served by URL, only through a view that asks the policy of its owner."""

    public_id = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    file = models.FileField(upload_to=private_path, storage=private_storage, max_length=200)
    original_name = models.CharField(_("name"), max_length=200)
    content_type = models.CharField(_("type"), max_length=100)
    size = models.PositiveBigIntegerField(_("size in bytes"))
    sha256 = models.CharField(max_length=64, db_index=True)
    scan_state = models.CharField(max_length=8, choices=ScanState.choices, default=ScanState.CLEAN)
    uploaded_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+")
    created_at = models.DateTimeField(_("stored at"))

    class Meta:
        verbose_name = _("stored file")
        verbose_name_plural = _("stored files")
        ordering = ["id"]

    def __str__(self) -> str:
        return self.original_name

    @property
    def is_image(self) -> bool:
        return self.content_type.startswith("image/")

from __future__ import annotations

import uuid

from django.core.files.storage import Storage, storages
from django.db import models
from django.utils.translation import gettext_lazy as _


class ScanState(models.TextChoices):
    CLEAN = "clean", _("Checked")
    PENDING = "pending", _("Waiting for the virus check")
    REFUSED = "refused", _("Refused by the virus check")


def private_storage() -> Storage:
    return storages["private"]


def private_path(instance: StoredFile, filename: str) -> str:
    """A path nobody can guess; the name that people gave the file is kept in the row only."""
    suffix = filename.rpartition(".")[2].lower()[:8]
    name = uuid.uuid4().hex
    return f"{name[:2]}/{name[2:]}.{suffix}"


class StoredFile(models.Model):
    """A file of somebody's: never served by URL, only through a view that asks the policy of its owner.

    The login that brought it is a bare number: the room of logins stands above this one and points at files itself.
    """

    public_id = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    file = models.FileField(upload_to=private_path, storage=private_storage, max_length=200)
    original_name = models.CharField(_("name"), max_length=200)
    content_type = models.CharField(_("type"), max_length=100)
    size = models.PositiveBigIntegerField(_("size in bytes"))
    sha256 = models.CharField(max_length=64, db_index=True)
    scan_state = models.CharField(_("virus check"), max_length=8, choices=ScanState.choices, default=ScanState.CLEAN)
    uploaded_by_id = models.BigIntegerField(_("login"), null=True, blank=True, db_index=True)
    created_at = models.DateTimeField(_("stored at"))

    class Meta:
        verbose_name = _("stored file")
        verbose_name_plural = _("stored files")
        ordering = ["id"]
        indexes = [
            # The queue of the virus check; nearly always empty.
            models.Index(fields=["id"], condition=models.Q(scan_state="pending"), name="core_file_pending"),
        ]

    def __str__(self) -> str:
        return self.original_name

    @property
    def is_image(self) -> bool:
        return self.content_type.startswith("image/")

    @property
    def is_downloadable(self) -> bool:
        """Fail closed: what has not been checked is not handed out."""
        return self.scan_state == ScanState.CLEAN

import re
import uuid

from django.db import models
from django.utils.translation import gettext_lazy as _

from cases.enums import PaperState
from cases.models.applications import Application
from cases.models.cases import Case
from core.fields import EncryptedJSONField
from core.models import StoredFile


class OfficialDocument(models.Model):
    """文书: data rendered once, stored with its hash, numbered, listed on the case (domain.md §3.11).

    `context` is everything the template needs, frozen when the document is issued, so that a late rendering shows
    what was true then. A failed rendering leaves the case unharmed and says why in `problem`.
    """

    public_id = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    application = models.ForeignKey(Application, models.PROTECT, related_name="documents")
    case = models.ForeignKey(Case, models.PROTECT, null=True, blank=True, related_name="documents")
    code = models.CharField(_("kind"), max_length=40)
    number = models.CharField(_("document number"), max_length=60, blank=True)
    title = models.CharField(_("title"), max_length=200)
    context = EncryptedJSONField(default=dict)
    state = models.CharField(_("state"), max_length=8, choices=PaperState.choices, default=PaperState.QUEUED)
    problem = models.CharField(_("why it could not be made"), max_length=300, blank=True)
    attempts = models.PositiveSmallIntegerField(default=0)
    file = models.ForeignKey(StoredFile, models.PROTECT, null=True, blank=True, related_name="+")
    sha256 = models.CharField(_("SHA-256 of the file"), max_length=64, blank=True, db_index=True)
    issued_at = models.DateTimeField(_("issued at"))
    # When the job was last enqueued; None while nobody has asked for the file (it is made when first opened).
    queued_at = models.DateTimeField(null=True, blank=True)
    made_at = models.DateTimeField(_("made at"), null=True, blank=True)

    class Meta:
        verbose_name = _("official document")
        verbose_name_plural = _("official documents")
        ordering = ["issued_at", "id"]
        indexes = [models.Index(fields=["case", "code"]), models.Index(fields=["state", "queued_at"])]
        constraints = [
            models.UniqueConstraint(fields=["number"], condition=~models.Q(number=""), name="document_number_once")
        ]

    def __str__(self) -> str:
        return f"{self.title} {self.number}"

    @property
    def lacking(self) -> list[str]:
        """The characters for which it could not be made, as its problem names them."""
        codes = re.findall(r"U\+([0-9A-F]{4,6})", self.problem) if self.state == PaperState.FAILED else []
        return [chr(int(code, 16)) for code in dict.fromkeys(codes)]

    @property
    def is_on_demand(self) -> bool:
        """Nobody has asked for the file yet: it is made when somebody opens it."""
        return self.state == PaperState.QUEUED and self.queued_at is None

from __future__ import annotations

from django import forms
from django.utils.translation import gettext_lazy as _

from cases.online.forms.answers import RefusableForm
from core.errors import Refused
from core.file_kinds import ALLOWED

ACCEPT = ",".join(["image/*", *(f".{suffix}" for suffix in ALLOWED)])


class OpenFile(forms.FileField):
    """Emptiness and size are judged by the gate, so that its own sentence is shown."""

    def __init__(self) -> None:
        super().__init__(
            label=_("Choose a file or take a photo"),
            help_text=_(
                "Photo (JPG, PNG, HEIC), PDF, DOCX, XLSX or OFD, at most 20 MB. On a phone you can take the photo here."
            ),
            allow_empty_file=True,
            widget=forms.FileInput(attrs={"accept": ACCEPT}),
            error_messages={"required": _("Choose a file first.")},
        )


class PaperForm(RefusableForm):
    """One file for one paper. Several pages: one PDF, or the photos in one document."""

    file = OpenFile()

    def refuse_file(self, refused: Refused) -> None:
        """Everything the gate or the verb says is about this one file."""
        for reason in refused.reasons:
            self.add_error("file", reason.text)

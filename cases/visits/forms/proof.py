from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from accounts.actors import Actor
from accounts.models import MandateProof, User
from cases.visits.forms.once import OnceForm
from cases.visits.signature import read_signature
from core.domain.uploads import store_upload
from core.errors import Reason, Refused
from core.models import StoredFile
from core.offering import offer_rows


class ProofForm(OnceForm):
    """Signed on the glass, or a photograph of the signed paper; the second way needs no script."""

    signature = forms.CharField(required=False, widget=forms.HiddenInput(attrs={"data-signature-value": ""}))
    photo = forms.FileField(
        label=gettext_lazy("Or: photograph of the signed paper"),
        help_text=gettext_lazy("Print or write the text above, have it signed, and photograph the whole sheet."),
        required=False,
        allow_empty_file=True,
        widget=forms.FileInput(attrs={"accept": "image/*", "capture": "environment"}),
    )
    cannot_read = forms.BooleanField(
        label=gettext_lazy("The person cannot read, write or see: a witness was there, and a fingerprint was taken."),
        required=False,
    )
    witness = forms.ModelChoiceField(
        label=gettext_lazy("Witness"),
        queryset=User.objects.none(),
        required=False,
        empty_label=gettext_lazy("No witness needed"),
    )
    fields_of_reasons = {"signature": "photo", "proof": "photo"}

    def __init__(self, *args: Any, witnesses: Any = None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if witnesses is None:
            del self.fields["cannot_read"], self.fields["witness"]
        else:
            offer_rows(self, "witness", witnesses, label=lambda user: user.display_name)

    def clean(self) -> dict[str, Any]:
        data: dict[str, Any] = super().clean() or self.cleaned_data
        if not data.get("signature") and not data.get("photo") and "photo" not in self.errors:
            self.add_error("photo", _("Ask for the signature on the glass, or photograph the signed paper."))
        if data.get("cannot_read") and not data.get("witness"):
            self.add_error("witness", _("Name the witness who heard the text read out."))
        return data

    @property
    def proof_kind(self) -> MandateProof:
        return MandateProof.PHOTO if self.cleaned_data.get("photo") else MandateProof.GLASS

    def store_proof(self, *, actor: Actor, now: datetime) -> StoredFile:
        """The photograph when there is one, else the drawing, through the gate; raises Refused at the field."""
        try:
            upload = self.cleaned_data.get("photo") or read_signature(self.cleaned_data["signature"])
            return store_upload(upload=upload, user_id=actor.user_id, now=now)
        except Refused as refused:
            raise Refused(_at_proof(refused.reasons)) from None


def _at_proof(reasons: Sequence[Reason]) -> list[Reason]:
    return [Reason("proof", reason.text, reason.law) for reason in reasons]

"""The forms of ending a case: terminating, transferring, posting, refusing, and opening a linked case."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from cases.desk.forms import ActForm, line, text_area
from cases.enums import CaseKind
from cases.rules.linked import APPLIED_FOR, EX_OFFICIO, certificate_of
from cases.rules.terminating import TerminationGround
from core.offering import offer_rows
from places.models import Unit
from places.models.units import UnitKind

TRANSFER_KINDS = (UnitKind.DEPARTMENT, UnitKind.TOWN)


class TerminateForm(ActForm):
    ground = forms.ChoiceField(label=_("Ground"), choices=TerminationGround.choices)
    reasons = text_area(_("What happened"), help_text=_("They are printed in the decision word for word."))
    basis = line(_("Legal basis"))


class TransferForm(ActForm):
    to_unit = forms.ModelChoiceField(label=_("Competent unit"), queryset=Unit.objects.none(), required=False)
    reason = text_area(_("Why that unit is competent"))
    basis = line(_("Legal basis"))

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        units = Unit.objects.filter(kind__in=TRANSFER_KINDS).exclude(pk=self.case.unit_id)
        offer_rows(self, "to_unit", units)


class PostForm(ActForm):
    carrier = line(_("Carrier"), length=40)
    receipt_number = line(_("Number of the posting receipt"), length=40)
    address = line(_("Address of delivery"))

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        person = self.case.applicant
        self.fields["carrier"].initial = "中国邮政EMS"
        self.fields["address"].initial = f"{person.region.full_name}{person.address}"


class PostedForm(ActForm):
    receiver = line(_("Received and signed by"), length=50)
    relation = line(_("Relation to the applicant"), length=40)


class PostFailedForm(ActForm):
    note = line(_("Why it came back"), length=300)


class RefusedForm(ActForm):
    refusal_note = text_area(_("Reason and facts of the refusal"), rows=2)
    witness = line(_("Witness"), length=100)
    place = line(_("Place of serving"))


class LinkedForm(ActForm):
    kind = forms.ChoiceField(
        label=_("What the new case is about"), choices=[(k, CaseKind(k).label) for k in (*APPLIED_FOR, *EX_OFFICIO)]
    )
    reason = text_area(_("Why"), rows=2)
    holder_name = line(_("New name of the holder"), length=50, help_text=_("Only for a change or a correction."))
    address = line(_("New address"), help_text=_("Only for a change or a correction."))
    scope = line(_("New content"), help_text=_("Only for a change or a correction."))
    note = line(_("New note on the certificate"), help_text=_("Only for a change or a correction."))
    suspended_to = forms.DateField(
        label=_("Suspended until"), required=False, widget=forms.DateInput(attrs={"type": "date"})
    )

    CHANGES = ("holder_name", "address", "scope", "note", "suspended_to")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        """The note is asked for where the certificate has one."""
        super().__init__(*args, **kwargs)
        certificate = certificate_of(self.case)
        if certificate is None or not certificate.note:
            del self.fields["note"]
        else:
            self.fields["note"].help_text = _("Only for a change or a correction. Now: %(note)s") % {
                "note": certificate.note
            }

    def clean(self) -> dict[str, Any]:
        """The verb takes the changes as one value."""
        data = super().clean() or {}
        changes = {name: str(value) for name in self.CHANGES if (value := data.get(name))}
        return {"kind": data.get("kind", ""), "reason": data.get("reason", ""), "changes": changes}

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from cases.certificates.judge import LARGEST

LONGEST_TYPED = 200


class NumberForm(forms.Form):
    number = forms.CharField(
        label=gettext_lazy("Number or identifier of the certificate"),
        help_text=gettext_lazy("It stands at the foot of the certificate, next to the QR code."),
        max_length=LONGEST_TYPED,
        error_messages={
            "required": gettext_lazy("Enter the number that stands on the certificate."),
            "max_length": gettext_lazy("This is too long for a number of a certificate. Please check it."),
        },
        widget=forms.TextInput(attrs={"autocomplete": "off", "spellcheck": "false"}),
    )


class FileForm(forms.Form):
    """One PDF of at most 5 MB; everything about its content is the judge's to say."""

    file = forms.FileField(
        label=gettext_lazy("PDF file of the certificate"),
        help_text=gettext_lazy("At most 5 MB. The file is compared and not kept."),
        allow_empty_file=True,
        error_messages={"required": gettext_lazy("Choose the PDF file first.")},
        widget=forms.FileInput(attrs={"accept": "application/pdf,.pdf"}),
    )

    def clean_file(self) -> Any:
        file = self.cleaned_data["file"]
        if not file.size:
            raise forms.ValidationError(_("This file is empty. Choose the PDF file you were given."))
        if file.size > LARGEST:
            raise forms.ValidationError(_("This file is larger than 5 MB. Certificates of this county are smaller."))
        return file

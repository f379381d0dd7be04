"""字图 at the desk: what was uploaded for characters that no font has, and the form for another one."""

from __future__ import annotations

from typing import Any

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.utils import timezone
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods, require_safe
from wagtail.admin.paginator import WagtailPaginator

from accounts.models import Role
from cases.desk.access import CASE_ROLES, actor_of, for_roles
from cases.domain.character_pictures import MAY_UPLOAD, failed_for, keep_character_picture
from cases.models import CharacterPicture
from core.errors import Refused

PER_PAGE = 30
readers = for_roles(*CASE_ROLES, Role.SYS_ADMIN)


class PictureForm(forms.Form):
    character = forms.CharField(
        label=_("character"), max_length=4, widget=forms.TextInput(attrs={"autocomplete": "off"})
    )
    upload = forms.FileField(
        label=_("Picture"),
        help_text=_(
            "PNG (100 to 2000 pixels, about square) or SVG, black on white, at most 200 KB, one character only."
        ),
        widget=forms.FileInput(attrs={"accept": "image/png,image/svg+xml,.png,.svg"}),
    )
    source = forms.CharField(
        label=_("where the shape comes from"),
        max_length=200,
        help_text=_("For example: as in the household register of the person."),
    )

    REASONS = {"picture": "upload", "character": "character", "source": "source"}

    def refuse(self, refused: Refused) -> None:
        for problem in refused.reasons:
            field = "upload" if problem.code.startswith("upload") else self.REASONS.get(problem.code)
            self.add_error(field, problem.text)


@require_http_methods(["GET", "POST"])
@readers
def pictures(request: HttpRequest) -> HttpResponse:
    """`?character=` comes from a paper that could not be made; after the upload its papers are made again."""
    actor = actor_of(request)
    asked = request.GET.get("character", "")[:1]
    form = PictureForm(request.POST or None, request.FILES or None, initial={"character": asked})
    if request.method == "POST" and form.is_valid():
        try:
            row, number = keep_character_picture(actor=actor, now=timezone.now(), **form.cleaned_data)
        except Refused as refused:
            form.refuse(refused)
        else:
            told = {"code": row.code, "number": number}
            messages.success(
                request, _now("The picture for %(code)s was kept; %(number)s papers are being made again.") % told
            )
            return redirect("desk:characters")
    page = WagtailPaginator(CharacterPicture.objects.select_related("uploaded_by").defer("content"), PER_PAGE).get_page(
        request.GET.get("p")
    )
    context: dict[str, Any] = {
        "form": form,
        "may_upload": actor.has_role(*MAY_UPLOAD),
        "page": page,
        "elided_page_range": page.paginator.get_elided_page_range(page.number),
        "waiting": failed_for(asked).count() if asked else 0,
        "asked": f"U+{ord(asked):04X}" if asked else "",
        "header_title": _now("Pictures of characters"),
        "breadcrumbs_items": [{"url": "", "label": _now("Pictures of characters")}],
    }
    return TemplateResponse(request, "cases/desk/characters.html", context)


@require_safe
@readers
def picture(request: HttpRequest, pk: int) -> HttpResponse:
    row = get_object_or_404(CharacterPicture, pk=pk)
    response = HttpResponse(bytes(row.content), content_type=row.content_type)
    response["X-Content-Type-Options"] = "nosniff"
    response["Content-Security-Policy"] = "default-src 'none'; style-src 'none'; sandbox"
    return response

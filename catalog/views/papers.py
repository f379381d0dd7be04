"""Blank form, filled-in sample and sample of the result, as PDF; as a plain page to print when no PDF can be made."""

from __future__ import annotations

import logging
from collections.abc import Callable
from urllib.parse import quote

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_safe
from wagtail.documents.models import Document

from catalog.content import ItemContent, Material
from catalog.drawn.files import drawn_form, drawn_result
from catalog.drawn.forms import form_context
from catalog.drawn.result import has_sample
from catalog.queries import version_in_use
from core.errors import Refused

logger = logging.getLogger(__name__)
PDF = "application/pdf"


@require_safe
@cache_control(public=True, max_age=300)
def blank_form(request: HttpRequest, item_key: str, material_key: str) -> HttpResponse:
    return _form(request, item_key, material_key, sample=False)


@require_safe
@cache_control(public=True, max_age=300)
def sample_form(request: HttpRequest, item_key: str, material_key: str) -> HttpResponse:
    return _form(request, item_key, material_key, sample=True)


@require_safe
@cache_control(public=True, max_age=300)
def result_sample(request: HttpRequest, item_key: str) -> HttpResponse:
    version = version_in_use(item_key)
    facts = version.facts
    if uploaded := _uploaded(facts.result.sample):
        return uploaded
    if not has_sample(facts):
        raise Http404(item_key)
    return _pdf(lambda: drawn_result(version), f"{facts.result.name}（样本）") or render(
        request, "catalog/result_plain.html", {"facts": facts}
    )


def _form(request: HttpRequest, item_key: str, material_key: str, *, sample: bool) -> HttpResponse:
    version = version_in_use(item_key)
    material = _material(version.facts, material_key)
    if uploaded := _uploaded(material.sample_form if sample else material.blank_form):
        return uploaded
    if not material.is_form:
        raise Http404(material_key)
    drawn = _pdf(lambda: drawn_form(version, material, sample=sample), _name(material, sample=sample))
    context = {"form": form_context(version.facts, material, sample=sample)}
    return drawn or render(request, "catalog/form_plain.html", context)


def _material(facts: ItemContent, key: str) -> Material:
    found = next((material for material in facts.materials if material.key == key), None)
    if found is None:
        raise Http404(key)
    return found


def _uploaded(document_id: str) -> HttpResponse | None:
    """The editor's own file; a form that was deleted since is drawn instead."""
    document = Document.objects.filter(pk=document_id).first() if document_id.isdigit() else None
    return redirect(document.url) if document else None


def _pdf(draw: Callable[[], bytes], name: str) -> HttpResponse | None:
    """None when this machine cannot make PDFs (its text libraries are missing): the page to print takes over."""
    try:
        pdf = draw()
    except (OSError, Refused):
        logger.exception("No PDF of %s", name)
        return None
    response = HttpResponse(pdf, content_type=PDF)
    response.headers["Content-Disposition"] = _inline(name)
    return response


def _inline(name: str) -> str:
    return f"inline; filename*=UTF-8''{quote(name + '.pdf')}"


def _name(material: Material, *, sample: bool) -> str:
    return f"{material.name}（{'样表' if sample else '空白表'}）"

"""Pages about one item besides its editing form: versions with their differences, and the review of its draft."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.views.generic import TemplateView
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin
from wagtail.admin.views.generic.permissions import PermissionCheckedMixin

from accounts.actors import Actor
from catalog.acting import publishing_actor
from catalog.models import ServiceItem
from core.errors import Refused


class ItemPage(PermissionCheckedMixin, WagtailAdminTemplateMixin, TemplateView):
    """`item` is the live row, `draft` what the editors have now."""

    model = ServiceItem
    any_permission_required = ["change", "view"]
    header_icon = "clipboard-list"

    @cached_property
    def item(self) -> ServiceItem:
        items = ServiceItem.objects.select_related("department", "current_version", "latest_revision")
        return get_object_or_404(items, pk=self.kwargs["pk"])

    @cached_property
    def draft(self) -> ServiceItem:
        draft: ServiceItem = self.item.get_latest_revision_as_object()
        return draft

    def actor(self) -> Actor:
        return publishing_actor(user=self.request.user, on=timezone.localdate())

    def url(self, name: str) -> str:
        return reverse(ServiceItem.snippet_viewset.get_url_name(name), args=[self.item.pk])

    def get_page_subtitle(self) -> str:
        return self.item.name

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        listing = reverse(ServiceItem.snippet_viewset.get_url_name("list"))
        return [
            *self.breadcrumbs_items,
            {"url": listing, "label": _("Service items")},
            {"url": "", "label": self.get_page_title(), "sublabel": self.item.name},
        ]

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        urls = {name: self.url(name) for name in ("edit", "versions", "review", "state", "history")}
        can_edit = self.user_has_permission("change")
        return {**super().get_context_data(**kwargs), "item": self.item, "urls": urls, "can_edit": can_edit}

    def refuse(self, request: HttpRequest, refused: Refused) -> None:
        """Every reason at once; nothing was changed."""
        for reason in refused.reasons:
            messages.error(request, reason.text)

    def back(self, name: str) -> HttpResponse:
        return redirect(self.url(name))

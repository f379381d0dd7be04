from __future__ import annotations

from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.db import models
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.models import Page, PageViewRestriction

from home.caching import mark_shared
from home.crumbs import crumbs_of
from home.memory import generation_of, remember
from home.permissions import PublicPagePermissions


class PublicPage(Page):
    """A page of the public portal: what all kinds have in common. Its answer is the same for everybody signed out."""

    summary = models.CharField(
        _("summary"),
        max_length=200,
        blank=True,
        help_text=_("One plain sentence below the heading and in lists."),
    )

    content_panels = [*Page.content_panels, FieldPanel("summary")]

    class Meta:
        abstract = True

    # What showing such a page needs besides: looked up together with it.
    shown_with: tuple[str, ...] = ()

    known_restrictions: QuerySet[PageViewRestriction] | None = None

    def route(self, request: HttpRequest, path_components: list[str]) -> Any:
        """One look-up for a page at any depth; what has no such address goes from page to page, Wagtail's way.

        The page is remembered until the next publication and shared by the threads that show it: nobody changes it.
        """
        generation = generation_of(request)
        if path_components:
            address = "/".join([self.url_path.rstrip("/"), *path_components, ""])
            page = remember(("page", address), generation, lambda: _page_at(address))
            if page is not None:
                return page.route(request, [])
        else:
            self.known_restrictions = remember(("restrictions", self.pk), generation, self._restrictions)
        return super().route(request, path_components)

    def get_view_restrictions(self) -> QuerySet[PageViewRestriction]:
        return super().get_view_restrictions() if self.known_restrictions is None else self.known_restrictions

    def _restrictions(self) -> QuerySet[PageViewRestriction]:
        found = super().get_view_restrictions()
        len(found)  # reads them
        return found

    def permissions_for_user(self, user: Any) -> PublicPagePermissions:
        return PublicPagePermissions(user, self)

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        context: dict[str, Any] = super().get_context(request, *args, **kwargs)
        return {**context, "crumbs": crumbs_of(self, request)}

    def serve(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        return mark_shared(super().serve(request, *args, **kwargs))


def _page_at(address: str) -> PublicPage | None:
    """The page that has this `url_path`, with what it is shown with."""
    found = Page.objects.filter(url_path=address).values_list("content_type", "pk").first()
    model = ContentType.objects.get_for_id(found[0]).model_class() if found else None
    if found is None or model is None or not issubclass(model, PublicPage):
        return None
    page: PublicPage | None = model._default_manager.select_related(*model.shown_with).filter(pk=found[1]).first()
    return page

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse

from catalog.views.pages import ItemPage


class DraftPreviewView(ItemPage):
    """The guide as a resident will see it, from the latest draft; for editors and for the reviewer."""

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        response: HttpResponse = self.draft.make_preview_request(request, self.draft.default_preview_mode)
        return response

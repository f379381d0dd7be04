"""What the pages of policies and news show beside their text."""

from __future__ import annotations

from typing import Any

from django.db.models import QuerySet
from django.http import HttpRequest

from core.text import format_day

from .paging import one_page


def policy_list(request: HttpRequest, *, policies: QuerySet[Any]) -> dict[str, Any]:
    page = one_page(policies.order_by("-issued_on", "-pk"), request.GET)
    return {
        "page_of_list": page,
        "cards": [policy_card(policy, request) for policy in page],
        "total": page.paginator.count,
    }


def policy_card(policy: Any, request: HttpRequest) -> dict[str, Any]:
    return {
        "title": policy.title,
        "href": policy.get_url(request),
        "text": policy.summary,
        "meta": [policy.issuer, format_day(policy.issued_on)],
    }


def policy_context(policy: Any, request: HttpRequest, *, guides: QuerySet[Any]) -> dict[str, Any]:
    """The guides of what one can apply for under the policy."""
    found = guides.filter(item__in=policy.items.all(), item__current_version__isnull=False).order_by("path")
    return {"guides": [{"title": g.title, "href": g.get_url(request), "text": g.summary} for g in found]}


def news_list(request: HttpRequest, *, news: QuerySet[Any]) -> dict[str, Any]:
    page = one_page(news.order_by("-day", "-pk"), request.GET)
    cards = [
        {"title": one.title, "href": one.get_url(request), "text": one.summary, "meta": [format_day(one.day)]}
        for one in page
    ]
    return {"page_of_list": page, "cards": cards, "total": page.paginator.count}

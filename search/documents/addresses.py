"""Where a hit leads: to the page of the face the reader is at."""

from __future__ import annotations

from django.urls import reverse
from wagtail.admin.admin_url_finder import AdminURLFinder

from cases.models import Case
from catalog.models import ServiceItem


def case_address(case: Case, *, desk: bool) -> str:
    return reverse("desk:case" if desk else "online:case", args=[case.public_id])


def item_address(item: ServiceItem) -> str:
    """Its page in the back office; Wagtail shows it to those who may edit or inspect it."""
    return AdminURLFinder().get_edit_url(item) or ""

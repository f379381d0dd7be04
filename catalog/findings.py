"""What the gate found, with the tab of the editing form where it is mended."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from catalog.domain.check import publishing_problems
from catalog.drafts import content_of
from catalog.models import ServiceItem
from catalog.panels import TAB_OF_RULE
from core.errors import Reason


@dataclass(frozen=True)
class Finding:
    code: str
    text: str
    law: str
    tab: str
    anchor: str


def findings(item: ServiceItem) -> list[Finding]:
    """Everything that keeps this draft from being published."""
    return [_finding(reason) for reason in publishing_problems(content_of(item))]


def as_message(found: list[Finding], *, edit_url: str) -> SafeString:
    """The whole list for a message on top of the page, each with the way to its tab."""
    lines = format_html_join(
        "", '<li>{} <a href="{}#tab-{}">{}</a></li>', ((f.text, edit_url, f.anchor, f.tab) for f in found)
    )
    head = _("Saved as a draft, but not submitted. Please mend:")
    return format_html("{}<ol>{}</ol>", head, lines)


def _finding(reason: Reason) -> Finding:
    tab: Any = TAB_OF_RULE[reason.code]
    return Finding(reason.code, reason.text, reason.law, str(tab.heading), tab.anchor)

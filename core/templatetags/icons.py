# ruff: noqa: E501 - a drawing is one line
"""The drawings of the line icons, 24 by 24, by name: `{% icon_drawing name %}` inside components/icon.html."""

from __future__ import annotations

from django import template
from django.utils.safestring import SafeString, mark_safe

register = template.Library()

DRAWINGS = {
    "check": ('<path d="M5 13l4.5 4.5L19 7.5"/>'),
    "dot": ('<circle cx="12" cy="12" r="5" fill="currentColor"/>'),
    "ring": ('<circle cx="12" cy="12" r="8"/>'),
    "half": ('<circle cx="12" cy="12" r="8"/><path d="M12 4a8 8 0 0 1 0 16z" fill="currentColor"/>'),
    "cross": ('<path d="M6 6l12 12M18 6L6 18"/>'),
    "warning": ('<path d="M12 4L2.5 20h19zM12 10v5M12 17.6v.1"/>'),
    "error": ('<circle cx="12" cy="12" r="9"/><path d="M12 7v6M12 16.6v.1"/>'),
    "info": ('<circle cx="12" cy="12" r="9"/><path d="M12 11v6M12 7.4v.1"/>'),
    "success": ('<circle cx="12" cy="12" r="9"/><path d="M8 12.5l3 3 5.5-6.5"/>'),
    "circle": ('<circle cx="12" cy="12" r="9"/>'),
    "triangle": ('<path d="M12 3L1.5 21.5h21z"/>'),
    "square": ('<path d="M3 3h18v18H3z"/>'),
    "search": ('<circle cx="10.5" cy="10.5" r="6.5"/><path d="M15.5 15.5L21 21"/>'),
    "menu": ('<path d="M4 6h16M4 12h16M4 18h16"/>'),
    "next": ('<path d="M9 5l7 7-7 7"/>'),
    "back": ('<path d="M15 5l-7 7 7 7"/>'),
    "phone": (
        '<path d="M5 3h4l2 5-2.5 2a12 12 0 0 0 5.5 5.5L16 13l5 2v4a2 2 0 0 1-2 2A16 16 0 0 1 3 5a2 2 0 0 1 2-2z"/>'
    ),
    "file": ('<path d="M6 3h8l5 5v13H6zM14 3v5h5M9 13h7M9 17h7"/>'),
    "download": ('<path d="M12 4v11M7 11l5 5 5-5M4 20h16"/>'),
    "upload": ('<path d="M12 15V4M7 9l5-5 5 5M4 20h16"/>'),
    "type": ('<path d="M3 7V5h11v2M8.5 5v14M6 19h5M14 13v-2h7v2M17.5 11v8M15.5 19h4"/>'),
    "print": ('<path d="M7 9V3h10v6M7 17H4V9h16v8h-3M7 14h10v7H7z"/>'),
    "place": ('<path d="M12 21s7-6.5 7-11.5a7 7 0 0 0-14 0C5 14.5 12 21 12 21z"/><circle cx="12" cy="9.5" r="2.5"/>'),
    "clock": ('<circle cx="12" cy="12" r="9"/><path d="M12 7v5l3.5 2"/>'),
    "calendar": ('<path d="M4 6h16v14H4zM4 10h16M8 3v4M16 3v4"/>'),
    "verify": ('<path d="M12 3l8 3v6c0 4.5-3.5 8-8 9-4.5-1-8-4.5-8-9V6z"/><path d="M8.5 12l2.5 2.5 4.5-5"/>'),
    "inbox": ('<path d="M4 13l2-8h12l2 8v6H4zM4 13h5l1 2.5h4l1-2.5h5"/>'),
    "person": ('<circle cx="12" cy="8" r="4"/><path d="M4 21c0-4.5 3.5-7 8-7s8 2.5 8 7"/>'),
    "baby": (
        '<circle cx="12" cy="12" r="9"/><path d="M9 10.5v.1M15 10.5v.1M8.5 14.5c2 2.5 5 2.5 7 0M12 3c-2 1.5-.5 3.5 1 2.5"/>'
    ),
    "school": ('<path d="M2 9l10-5 10 5-10 5zM6 11.5V17c3.5 2.5 8.5 2.5 12 0v-5.5M22 9v6"/>'),
    "work": ('<path d="M3 8h18v12H3zM9 8V4h6v4M3 13h18"/>'),
    "health": (
        '<path d="M12 20.5S3 15 3 9a4.7 4.7 0 0 1 9-2 4.7 4.7 0 0 1 9 2c0 6-9 11.5-9 11.5zM7 12h3l1.5-3 2 5 1-2H17"/>'
    ),
    "elder": (
        '<circle cx="10" cy="5" r="2.5"/><path d="M10 8v6l3 3v4M10 14l-3 7M10 10l5 2.5M17.5 12.5V21M17.5 12.5a1.7 1.7 0 0 0-3.400 0"/>'
    ),
    "help": (
        '<path d="M12 12V5.5a1.5 1.5 0 0 1 3 0V12M15 8a1.5 1.5 0 0 1 3 0v7c0 4-2.5 6-6 6s-4.5-1.5-6.5-5.5L4 12.5c-.5-1.5 1.5-2 2.5-.7L9 14.5V6a1.5 1.5 0 0 1 3 0"/>'
    ),
    "house": ('<path d="M3 11l9-7 9 7M5.5 9.5V20h13V9.5M10 20v-6h4v6"/>'),
    "shop": ('<path d="M4 10v10h16V10M3 10l2-6h14l2 6a3 3 0 0 1-6 0 3 3 0 0 1-6 0 3 3 0 0 1-6 0zM10 20v-5h4v5"/>'),
    "candle": ('<path d="M9 11h6v10H9zM6 21h12M12 11V8.5M12 8.5c-2-1.5-1.5-3.5 0-5.5 1.5 2 2 4 0 5.5z"/>'),
}


@register.simple_tag
def icon_drawing(name: str) -> SafeString:
    """Empty for a name without a drawing. A look-up, because a page shows forty of them."""
    return mark_safe(DRAWINGS.get(name, ""))

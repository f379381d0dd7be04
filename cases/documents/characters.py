"""The pictures that a paper needs for characters that no font has."""

from __future__ import annotations

import json
from typing import Any

from cases.models import CharacterPicture
from papers.fonts import missing_characters


def with_character_pictures(context: dict[str, Any]) -> dict[str, Any]:
    """`context` with the uploaded pictures of those of its characters that the fonts lack; those it brings come first."""
    missing = missing_characters(json.dumps(context, ensure_ascii=False))
    if not missing:
        return context
    found = CharacterPicture.objects.filter(character__in=missing)
    pictures = {row.character: row.glyph.uri for row in found}
    return {**context, "character_images": {**pictures, **(context.get("character_images") or {})}}

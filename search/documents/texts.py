"""Running texts out of many small ones."""

from __future__ import annotations

import re
from collections.abc import Iterable

from django.utils.html import strip_tags


def joined(texts: Iterable[str]) -> str:
    """One running text: no markup, nothing said twice, one mark between the parts."""
    plain = dict.fromkeys(strip_tags(str(text)).strip() for text in texts)
    return re.sub(r"([。!?;,.!?;])。", r"\1", "。".join(text for text in plain if text))

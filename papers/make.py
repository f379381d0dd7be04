"""Make a paper: check its data, render, seal, sign."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.conf import settings
from django.utils.translation import gettext as _

from core.errors import Reason, Refused
from papers.catalogue import KINDS, PaperKind
from papers.render import RenderedPaper, render_paper
from papers.seal import draw_seal
from papers.sign import sign_paper

SIGN_REASON = "办件系统生成并签名"
SEAL_LINE, DEMO_SEAL_LINE = "政务服务专用章", "演示专用"
PICTURE_KEYS = ("image", "_images")


@dataclass(frozen=True)
class MadePaper:
    """The file (signed, unless its kind is a sample), the SHA-256 of its bytes in hexadecimal, and its number of pages."""

    pdf: bytes
    sha256: str
    pages: int


def make_paper(*, code: str, context: dict[str, Any], at: datetime) -> MadePaper:
    """One paper of the kind `code` from `context` (see `papers.catalogue`, `papers.samples`), created `at`.

    Raises Refused when a required value is missing or a character of it cannot be printed.
    """
    kind = KINDS[code]
    require_complete(kind, context)
    title = str(context.get("title") or context.get("name") or kind.name)
    rendered = render_kind(kind, context, title=title, at=at)
    pdf = _signed(kind, context, rendered.pdf) if kind.signed else rendered.pdf
    return MadePaper(pdf=pdf, sha256=hashlib.sha256(pdf).hexdigest(), pages=rendered.pages)


def _signed(kind: PaperKind, context: dict[str, Any], pdf: bytes) -> bytes:
    seal = draw_seal(str(context["issuer"]), seal_line(context)).operators if kind.sealed else None
    return sign_paper(pdf, seal=seal, reason=SIGN_REASON)


def require_complete(kind: PaperKind, context: dict[str, Any]) -> None:
    """Raises Refused naming every required key that is absent or empty."""
    absent = [key for key in kind.required if _is_empty(context.get(key))]
    absent += ["/".join(keys) for keys in kind.one_of if all(_is_empty(context.get(key)) for key in keys)]
    if absent:
        text = _(
            "%(paper)s was not made because data are missing (%(keys)s). Nothing is lost. Have it made again; if it "
            "fails again, pass this sentence on to the administrator."
        )
        raise Refused([Reason("paper.incomplete", text % {"paper": kind.name, "keys": "、".join(absent)})])


def _is_empty(value: Any) -> bool:
    return value in (None, "", [], {}, ())


def render_kind(kind: PaperKind, context: dict[str, Any], *, title: str, at: datetime) -> RenderedPaper:
    """The unsigned file: the same bytes for the same input."""
    data = without_pictures(context)
    return render_paper(
        template=kind.template,
        context={"case_no": "", "item_name": "", **dict.fromkeys(kind.optional, ""), **context},
        data={**data, "paper": kind.code, "title": title},
        title=title,
        seal_text=f"{context['issuer']}电子印章" if kind.sealed else "",
        created_at=at,
    )


def without_pictures(value: Any) -> Any:
    """The data as a machine reads them: pictures are on the pages."""
    if isinstance(value, dict):
        return {key: without_pictures(part) for key, part in value.items() if not key.endswith(PICTURE_KEYS)}
    return [without_pictures(part) for part in value] if isinstance(value, list | tuple) else value


def seal_line(context: dict[str, Any]) -> str:
    """What stands below the star; a demonstration says so in every seal and cannot be told otherwise."""
    return DEMO_SEAL_LINE if settings.DEMO_ALLOWED else str(context.get("seal_line") or SEAL_LINE)

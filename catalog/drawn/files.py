"""Drawn papers as files: made once per version, kept beside the other data of this machine, made again when lost."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from tempfile import NamedTemporaryFile

from django.conf import settings

from catalog.content import ItemContent, Material
from catalog.drawn.forms import form_context
from catalog.drawn.result import sample_context
from catalog.models import ItemVersion
from papers.catalogue import KINDS
from papers.make import make_paper, render_kind, require_complete


def drawn_form(version: ItemVersion, material: Material, *, sample: bool) -> bytes:
    """The PDF of a blank or sample form of this version. Raises `Refused` for characters that cannot be printed."""
    name = f"{material.key}-{'sample' if sample else 'blank'}"
    return _kept(version, name, lambda: draw_form(version.facts, material, sample=sample, at=version.published_at))


def drawn_result(version: ItemVersion) -> bytes:
    """The PDF of the sample of the result of this version."""
    return _kept(version, "result-sample", lambda: draw_result(version.facts, at=version.published_at))


def draw_form(facts: ItemContent, material: Material, *, sample: bool, at: datetime) -> bytes:
    return make_paper(code="item_form", context=form_context(facts, material, sample=sample), at=at).pdf


def draw_result(facts: ItemContent, *, at: datetime) -> bytes:
    """Never sealed and never signed: a sample must not pass for the real paper."""
    kind, context = KINDS["certificate_sample"], sample_context(facts, on=at.date())
    require_complete(kind, context)
    return render_kind(kind, context, title=f"{facts.result.name}（样本）", at=at).pdf


def _kept(version: ItemVersion, name: str, draw: Callable[[], bytes]) -> bytes:
    path = _folder() / str(version.pk) / f"{hashlib.sha256(name.encode()).hexdigest()[:20]}.pdf"
    if path.is_file():
        return path.read_bytes()
    pdf = draw()
    path.parent.mkdir(parents=True, exist_ok=True)
    with NamedTemporaryFile(dir=path.parent, delete=False) as file:
        file.write(pdf)
    Path(file.name).replace(path)  # a reader sees the whole file or none
    return pdf


def _folder() -> Path:
    return Path(settings.DATA_DIR) / "drawn"

"""Every kind of paper from its sample, to look at: `manage.py paper_gallery OUT`."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandParser
from django.template.loader import render_to_string
from django.utils import timezone

from papers.catalogue import KINDS
from papers.make import make_paper
from papers.samples import SAMPLES


class Command(BaseCommand):
    help = "Write one PDF of each kind of paper, made from sample data, and a page that lists them."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("out", type=Path)

    def handle(self, *args: Any, **options: Any) -> None:
        out: Path = options["out"]
        out.mkdir(parents=True, exist_ok=True)
        rows = []
        for kind in KINDS.values():
            paper = make_paper(code=kind.code, context=SAMPLES[kind.code], at=timezone.now())
            (out / f"{kind.code}.pdf").write_bytes(paper.pdf)
            rows.append({"kind": kind, "pages": paper.pages, "kilobytes": len(paper.pdf) / 1024})
        (out / "index.html").write_text(render_to_string("papers/gallery.html", {"rows": rows}))
        self.stdout.write(f"{len(rows)}: {out / 'index.html'}")

"""Every kind of paper from invented data, to look at: `manage.py paper_gallery OUTPUT`."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandParser
from django.template.loader import render_to_string
from django.utils import timezone

from papers.catalogue import FAMILIES, PaperKind
from papers.make import make_paper
from papers.samples import LONG, SAMPLES, least
from papers.thumbnail import write_thumbnail


class Command(BaseCommand):
    help = (
        "Write each kind of paper as PDF, made from sample data: complete, with much to say, and with the least it "
        "needs; and index.html, which shows them all and opens without a network."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("output", type=Path, help="folder; made when absent, files in it are replaced")
        parser.add_argument("--only", nargs="+", metavar="CODE", help="these kinds only")

    def handle(self, *args: Any, **options: Any) -> None:
        self.out: Path = options["output"]
        self.out.mkdir(parents=True, exist_ok=True)
        wanted = options["only"]
        families = []
        for name, kinds in FAMILIES.items():
            cards = [self._card(kind) for kind in kinds if not wanted or kind.code in wanted]
            if cards:
                families.append({"name": name, "cards": cards})
        count = sum(len(family["cards"]) for family in families)
        page = render_to_string("papers/gallery.html", {"families": families, "count": count, "at": timezone.now()})
        (self.out / "index.html").write_text(page, encoding="utf-8")
        self.stdout.write(f"{count}: {self.out / 'index.html'}")

    def _card(self, kind: PaperKind) -> dict[str, Any]:
        self.stdout.write(f"  {kind.code}", ending="\n")
        papers = [self._made(kind, suffix, label, data) for suffix, label, data in _variants(kind.code)]
        picture = write_thumbnail(self.out / f"{kind.code}.pdf", self.out / f"{kind.code}.png")
        return {"kind": kind, "papers": papers, "picture": picture.name if picture else ""}

    def _made(self, kind: PaperKind, suffix: str, label: str, data: dict[str, Any]) -> dict[str, Any]:
        paper = make_paper(code=kind.code, context=data, at=timezone.now())
        file = self.out / f"{kind.code}{suffix}.pdf"
        file.write_bytes(paper.pdf)
        return {"file": file.name, "label": label, "pages": paper.pages, "kilobytes": len(paper.pdf) / 1024}


def _variants(code: str) -> Iterator[tuple[str, str, dict[str, Any]]]:
    yield "", "样张", SAMPLES[code]
    if code in LONG:
        yield "-long", "内容很多", LONG[code]
    yield "-least", "内容最少", least(code)

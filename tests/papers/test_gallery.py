"""The gallery of papers: a folder that opens without a network."""

from __future__ import annotations

from pathlib import Path

from django.core.management import call_command


def test_the_gallery_shows_each_kind_in_its_variants(tmp_path: Path) -> None:
    call_command("paper_gallery", tmp_path / "out", "--only", "tolerance_notice", "restore_notice")
    names = {file.name for file in (tmp_path / "out").iterdir()}
    assert names == {
        "index.html",
        *("tolerance_notice.pdf", "tolerance_notice-long.pdf", "tolerance_notice-least.pdf", "tolerance_notice.png"),
        *("restore_notice.pdf", "restore_notice-least.pdf", "restore_notice.png"),
    }
    page = (tmp_path / "out" / "index.html").read_text()
    for part in ("容缺受理通知书", "tolerance_notice", "恢复效力通知书", "内容很多", "内容最少", "1 页"):
        assert part in page
    assert "http" not in page

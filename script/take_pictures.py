"""Take the pictures of the README with a real browser from the demo county in DATA_DIR."""

import io
import os
import shutil
import socket
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import django
from PIL import Image

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "portal.settings.local")
os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"  # Playwright keeps an event loop in this thread
django.setup()

from django.test import Client

from accounts.models import User
from cases.models import Certificate
from portal.processes import Child, wait_until_answering
from portal.serving import serve

ROOT = Path(__file__).resolve().parents[1]
FOLDER = ROOT / "docs" / "pictures"
COLOURS = 96
ARGUMENTS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--no-first-run"]


@dataclass(frozen=True)
class Picture:
    """`login` is one of the printed demo logins; `width` and `height` are those of the window."""

    name: str
    address: str
    login: str = ""
    width: int = 1280
    height: int = 860


PICTURES = [
    Picture("portal", "/"),
    Picture("workbench", "/admin/", login="approver"),
    Picture("phone", "/", width=390, height=844),
]


def main(names: list[str]) -> None:
    FOLDER.mkdir(parents=True, exist_ok=True)
    chosen = [picture for picture in PICTURES if not names or picture.name in names]
    with web() as address, browser() as chromium:
        for picture in chosen:
            save(picture.name, take(chromium, address, picture))
    if not names or "certificate" in names:
        save("certificate", certificate())


def take(chromium: Any, address: str, picture: Picture) -> Image.Image:
    size = {"width": picture.width, "height": picture.height}
    context = chromium.new_context(base_url=address, viewport=size, locale="zh-CN", timezone_id="Asia/Shanghai")
    if picture.login:
        client = Client()
        client.force_login(User.objects.get(username=picture.login), backend="accounts.backends.LoginNameBackend")
        context.add_cookies([{"name": "sessionid", "value": client.cookies["sessionid"].value, "url": address}])
    page = context.new_page()
    page.goto(picture.address, wait_until="networkidle")
    image = Image.open(io.BytesIO(page.screenshot()))
    context.close()
    return image


def certificate() -> Image.Image:
    """The first page of a certificate of the demo county that has really been made."""
    import pypdfium2

    made = Certificate.objects.filter(document__file__isnull=False).order_by("pk").first()
    if made is None:
        raise SystemExit("The demo county holds no certificate that has been made.")
    with made.document.file.file.open("rb") as file:
        paper = pypdfium2.PdfDocument(file.read())
        paper.init_forms()  # the seal is the appearance of the signature field
        return paper[0].render(scale=1.1).to_pil()


def save(name: str, image: Image.Image) -> None:
    """Few colours are enough for pages and keep the file small."""
    path = FOLDER / f"{name}.png"
    image.convert("RGB").quantize(COLOURS, dither=Image.Dither.NONE).save(path, optimize=True)
    print(f"{path.relative_to(ROOT)}: {path.stat().st_size // 1024} KB")


@contextmanager
def web() -> Iterator[str]:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    child = Child("web", lambda: serve(host="127.0.0.1", port=port, workers=1, threads=4))
    child.start()
    try:
        if not wait_until_answering("127.0.0.1", port, while_true=child.alive):
            raise SystemExit("The portal did not start.")
        yield f"http://127.0.0.1:{port}"
    finally:
        child.stop()


@contextmanager
def browser() -> Iterator[Any]:
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        executable = shutil.which("chromium-headless-shell") or shutil.which("chromium") or "chromium"
        chromium = playwright.chromium.launch(executable_path=executable, args=ARGUMENTS)
        yield chromium
        chromium.close()


if __name__ == "__main__":
    main(sys.argv[1:])

"""What people do with a page: press, type, photograph, sign on the glass, and look what it says."""

from __future__ import annotations

import re
from typing import Any

from tests.core.factories import photo

ANSWERS = {
    "phone": "19900000003",
    "emergency_contact_name": "李晓梅",
    "emergency_contact_phone": "19900000002",
    "address": "溪北街道冯家沟村3组12号",
    "household_address": "溪北街道冯家沟村3组12号",
    "bank_name": "云溪农村商业银行",
    "bank_account": "9901000000000000018",
}
OPEN_TASK = ".yc-tasks__item:not(:has(.yc-tag--done)) a"


def text(page: Any) -> str:
    return str(page.inner_text("main"))


def press(page: Any, name: str | re.Pattern[str]) -> None:
    """Press the button or follow the link that says so, and wait for where it leads."""
    exact = isinstance(name, str)
    button = page.get_by_role("button", name=name, exact=exact)
    target = button if button.count() else page.get_by_role("link", name=name, exact=exact)
    with page.expect_navigation():
        target.first.click()


def send(page: Any) -> None:
    """Press the main button of the form in the middle of the page."""
    with page.expect_navigation():
        page.locator("main form button[type=submit], main form button:not([type])").first.click()


def take_photo(name: str = "纸.jpg") -> dict[str, Any]:
    """A photograph as the camera of a phone hands it over."""
    return {"name": name, "mimeType": "image/jpeg", "buffer": photo(size=(600, 400))}


def answer(page: Any, **given: str) -> None:
    """Answer the one question of the page, or photograph the one paper, and go on."""
    form = page.locator("main form").first
    if form.locator("input[type=radio]").count():
        form.locator("input[type=radio]").first.check(force=True)
    for box in form.locator("input[type=text], input[type=tel], input:not([type]), textarea").all():
        if not box.input_value():
            name = box.get_attribute("name") or ""
            box.fill({**ANSWERS, **given}.get(name) or "无")
    if form.locator("input[type=file]").count():
        form.locator("input[type=file]").set_input_files(take_photo())
    with page.expect_navigation():
        form.locator("button").first.click()


def fill_in(page: Any, *, most: int = 60, but: str = "no such part", **given: str) -> None:
    """From the task list through its open parts, those left out whose address holds `but`, and back to the list."""
    home = page.url
    for _page in range(most):
        if page.url.split("?")[0] == home:
            left = page.locator(f"{OPEN_TASK}:not([href*='{but}'])")
            if not left.count():
                return
            with page.expect_navigation():
                left.first.click()
        answer(page, **given)
    page.goto(home)


def tick_all(page: Any) -> None:
    for box in page.locator("main form input[type=checkbox]").all():
        box.check(force=True)


def sign_on_glass(page: Any) -> None:
    """A few strokes with a finger."""
    field = page.locator("[data-signature-field]")
    field.scroll_into_view_if_needed()
    frame = field.bounding_box()
    page.mouse.move(frame["x"] + 30, frame["y"] + 40)
    page.mouse.down()
    for step in range(1, 12):
        page.mouse.move(frame["x"] + 30 + step * 15, frame["y"] + 40 + (step % 3) * 12)
    page.mouse.up()

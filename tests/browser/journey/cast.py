"""The people of the journeys: the printed logins, each in a browser of her own, signed in as everybody would."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from accounts.data.demo_people import DEMO_LOGINS, PASSWORD, ShowResident

PRINTED = {login.username: login.password for login in DEMO_LOGINS}
Who = str | ShowResident


class Cast:
    """`cast("clerk")` is the page of the clerk; the first call opens a browser and signs her in."""

    def __init__(self, new_page: Callable[..., Any], *, address: str) -> None:
        self.new_page, self.address = new_page, address
        self.pages: dict[str, Any] = {}

    def __call__(self, who: Who, **options: Any) -> Any:
        if name_of(who) not in self.pages:
            page = self.before_signing_in(who, **options)
            page.goto("/accounts/login/" if isinstance(who, ShowResident) else "/admin/")
            sign_in(page, who)
        return self.pages[name_of(who)]

    def before_signing_in(self, who: Who, **options: Any) -> Any:
        """Her browser, while nobody knows yet that it is she."""
        page = self.pages[name_of(who)] = self.new_page(**options)
        return page

    def go_home(self, *, but: Who) -> None:
        """Everybody else closes her browser; who is called again signs in anew."""
        self.pages = {name_of(but): self.pages[name_of(but)]}

    def stranger(self, **options: Any) -> Any:
        return self.new_page(**options)

    def content(self, who: Who, link: Any) -> bytes:
        """The file behind a link of her page, read with her session."""
        answer = self(who).request.get(self.address + link.get_attribute("href"))
        assert answer.status == 200, f"{answer.url}: {answer.status}"
        return bytes(answer.body())


def name_of(who: Who) -> str:
    return who.phone if isinstance(who, ShowResident) else who


def sign_in(page: Any, who: Who) -> None:
    """With the printed password, on the page that asks for it."""
    username = name_of(who)
    page.fill("input[name=username]", username)
    page.fill("input[name=password]", PRINTED.get(username, PASSWORD))
    with page.expect_navigation():
        page.locator("main form").first.get_by_role("button", name="登录", exact=True).click()
    assert "/accounts/login" not in page.url and "/accounts/staff" not in page.url, page.inner_text("main")

"""The back button after a form that was refused once: the page comes back, not the browser's question."""

from tests.accounts.factories import PASSWORD, ResidentFactory


def test_back_to_a_refused_form_is_its_page_again(phone):
    resident = ResidentFactory()
    phone.goto("/accounts/login/")
    for password in ("wrong", PASSWORD):
        phone.fill("[name=username]", resident.phone)
        phone.fill("[name=password]", password)
        phone.locator("main form button").first.click()
        phone.wait_for_load_state()
    assert phone.locator("h1").inner_text() == "我的办件"
    phone.go_back()  # raises where the browser wants to ask
    assert phone.locator("main h1").count() == 1
    assert phone.locator("[data-error-summary]").count() == 0

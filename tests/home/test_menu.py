"""The header menu belongs to the editors: pages or addresses, in the order they drag them to."""

from __future__ import annotations

import re

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError
from django.urls import reverse
from wagtail.models import Site

from home.models import HeaderLink, PolicyIndexPage, ServiceIndexPage, SiteSettings
from tests.home.factories import make_editor


@pytest.fixture
def settings_of_site(site) -> SiteSettings:
    return SiteSettings.for_site(Site.objects.get(is_default_site=True))


@pytest.fixture
def menu(settings_of_site):
    """Keep these entries, as the form does."""

    def keep(*entries: HeaderLink) -> None:
        for order, entry in enumerate(entries):
            entry.sort_order = order
        settings_of_site.header_links = list(entries)
        settings_of_site.save()

    return keep


def shown(client) -> list[tuple[str, str]]:
    html = client.get("/").content.decode()
    strip = html[html.index("yc-strip") : html.index("<main")]
    return re.findall(r'class="yc-nav__link" href="([^"]+)"[^>]*>([^<]+)<', strip)


def services() -> HeaderLink:
    return HeaderLink(page=ServiceIndexPage.objects.get())


def track(label: str = "查进度") -> HeaderLink:
    return HeaderLink(address="/apply/track/", label=label)


def test_pages_and_addresses_stand_in_the_order_of_the_editors(client, menu):
    menu(track(), services())
    assert shown(client)[:2] == [("/apply/track/", "查进度"), ("/services/", "我要办")]
    menu(services(), track())
    assert shown(client)[:2] == [("/services/", "我要办"), ("/apply/track/", "查进度")]


def test_signing_in_follows_by_itself(client, menu):
    menu(track())
    assert [label for _href, label in shown(client)] == ["查进度", "登录"]


def test_without_entries_the_errands_of_the_house_are_there(client, settings_of_site):
    assert [href for href, _label in shown(client)][:2] == [reverse("online:track"), reverse("verify:index")]


def test_an_entry_may_have_words_of_its_own(client, menu):
    menu(HeaderLink(page=PolicyIndexPage.objects.get(), label="政策"))
    assert shown(client)[0] == ("/policies/", "政策")


def test_a_page_taken_off_leaves_the_menu(client, menu):
    menu(services(), track())
    ServiceIndexPage.objects.get().unpublish()
    assert next(label for _href, label in shown(client)) == "查进度"


@pytest.mark.parametrize(
    "entry",
    [
        {},
        {"address": "/apply/track/"},
        {"address": "javascript:alert(1)", "label": "坏"},
        {"address": "//elsewhere.example/", "label": "坏"},
        {"address": "http://elsewhere.example/", "label": "坏"},
    ],
)
def test_an_entry_that_leads_nowhere_or_out_unsafely_is_refused(settings_of_site, entry):
    with pytest.raises(ValidationError):
        HeaderLink(site_settings=settings_of_site, **entry).full_clean()


def test_an_entry_leads_to_one_place_only(settings_of_site):
    both = HeaderLink(site_settings=settings_of_site, page=ServiceIndexPage.objects.get(), address="/verify/")
    with pytest.raises(ValidationError):
        both.full_clean()
    with pytest.raises(IntegrityError):
        both.save()


def test_the_second_person_keeps_the_menu_and_the_editor_does_not(client, settings_of_site, client_for):
    address = reverse("wagtailsettings:edit", args=["home", "sitesettings", settings_of_site.site_id])
    publisher, editor = client_for(make_editor("p", publisher=True)), client_for(make_editor("e"))
    assert publisher.get(address).status_code == 200
    assert "顶部菜单" in publisher.get(address).content.decode()
    assert editor.get(address).status_code == 302
    assert address.rsplit("/", 2)[0] in publisher.get(reverse("wagtailadmin_home")).content.decode()

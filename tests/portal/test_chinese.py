"""The back office speaks Chinese: where Wagtail's own catalogue has gaps, ours fills them."""

from __future__ import annotations

import json
import re
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.apps import apps
from django.conf import settings
from django.utils import translation
from wagtail.admin.views.i18n import js_catalog

from script.catalogues import CHINESE, Message, has_english, read_catalogue

# Names that are the same in both languages.
STAYS_AS_IT_IS = {"Wagtail", "wagtail", "markdown", "URL", "slug"}
ROOMS = ["portal", "search", "home", "cases", "catalog", "flow", "accounts", "places", "papers", "core"]


def catalogue_folders() -> Iterator[Path]:
    for config in apps.get_app_configs():
        if config.name.partition(".")[0] == "wagtail":
            yield Path(config.path) / "locale"


def messages(name: str) -> list[Message]:
    """What Wagtail says in the apps in use: its source strings."""
    paths = [folder / "en" / "LC_MESSAGES" / f"{name}.po" for folder in catalogue_folders()]
    return [message for path in paths if path.exists() for message in read_catalogue(path) if message.text]


def is_english(shown: str) -> bool:
    return has_english(shown) and not CHINESE.search(shown) and shown not in STAYS_AS_IT_IS


def in_chinese(message: Message) -> str:
    if message.context:
        return translation.pgettext(message.context, message.text)
    return translation.gettext(message.text)


def test_wagtail_says_nothing_in_english():
    said = messages("django")
    assert len(said) > 1000
    with translation.override("zh-hans"):
        left = [message.text for message in said if is_english(in_chinese(message))]
    assert left == []


def test_the_scripts_of_wagtail_say_nothing_in_english(rf):
    said = messages("djangojs")
    assert len(said) > 50
    with translation.override("zh-hans"):
        answer = js_catalog(rf.get("/")).content.decode()
    catalogue = json.loads(re.search(r"const newcatalog = (\{.*?\n  \});", answer, re.DOTALL).group(1))
    shown = [str(catalogue.get(message.text, message.text)) for message in said]
    assert [text for text in shown if is_english(text)] == []


@pytest.mark.parametrize("room", ROOMS)
def test_no_word_of_ours_changes_one_of_wagtails(room):
    """A catalogue of a room comes before Wagtail's: what means something else there needs a context here.

    Texts of Wagtail and Django that shall read differently stand in `locale/` on purpose.
    """
    theirs: dict[tuple[str, str], list[list[str]]] = defaultdict(list)
    for message in of_wagtail_and_django():
        if message.translated:
            theirs[message.key].append(message.chinese)
    ours = [message for path in of_room(room) for message in read_catalogue(path) if message.translated]
    assert [
        (message.text, message.chinese, theirs[message.key])
        for message in ours
        if message.key in theirs and message.chinese not in theirs[message.key]
    ] == []


def of_room(room: str) -> list[Path]:
    return sorted((settings.ROOT / room).glob("**/locale/zh_Hans/LC_MESSAGES/django.po"))


def of_wagtail_and_django() -> Iterator[Message]:
    import django

    folders = [*catalogue_folders(), *Path(django.__file__).parent.glob("**/locale")]
    for folder in folders:
        path = folder / "zh_Hans" / "LC_MESSAGES" / "django.po"
        if path.exists() and "contrib/admin" not in str(path):
            yield from read_catalogue(path)

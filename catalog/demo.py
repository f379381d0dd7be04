"""The items of the demo county, published by two people, and the one-thing packages made of them."""

from __future__ import annotations

from datetime import datetime

from accounts.domain.actors import actor_for
from accounts.models import Post, Role
from catalog.domain.load import load_item, read_items
from catalog.domain.one_things import load_one_thing, read_one_things


def build_items(*, now: datetime) -> None:
    """Load what is not there yet; may be run again without harm. Needs the demo's places and people."""
    editor = Post.objects.filter(role=Role.ITEM_EDITOR).select_related("user").first()
    publisher = Post.objects.filter(role=Role.ITEM_PUBLISHER).select_related("user").get()
    actor = actor_for(user=publisher.user, on=now.date())
    for content in read_items():
        load_item(content=content, editor_id=editor.user_id if editor else None, actor=actor, now=now)
    for values in read_one_things():
        load_one_thing(values=values, actor=actor, now=now)

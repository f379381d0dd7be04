"""One-thing packages: made from the project's own data, and kept by editors; every change is on record."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import Any

import yaml
from django.db import transaction

from accounts.actors import Actor
from catalog.models import OneThing, OneThingPart, ServiceItem
from core.domain.audit import append_audit
from places.models import Unit

DATA = Path(__file__).resolve().parents[1] / "data" / "one_things"


def read_one_things() -> list[dict[str, Any]]:
    """The plain values of every package file, in the order in which they are offered."""
    found = [yaml.safe_load(path.read_text(encoding="utf-8")) for path in sorted(DATA.glob("*.yaml"))]
    return sorted(found, key=lambda values: values["order"])


def load_one_thing(*, values: dict[str, Any], actor: Actor, now: datetime) -> OneThing:
    """Make the package; one that exists already is left as it is. Its items and its lead must be there."""
    existing: OneThing | None = OneThing.objects.filter(key=values["key"]).first()
    if existing is not None:
        return existing
    facts = {name: value for name, value in values.items() if name not in ("lead", "parts")}
    one_thing = OneThing(**facts, lead=Unit.objects.get(name=values["lead"]))
    items = {item.key: item for item in ServiceItem.objects.filter(key__in=[part["item"] for part in values["parts"]])}
    one_thing.parts = [
        OneThingPart(
            item=items[part["item"]], required=part.get("required", True), when=part.get("when", ""), sort_order=n
        )
        for n, part in enumerate(values["parts"])
    ]
    return save_one_thing(one_thing=one_thing, actor=actor, now=now)


def save_one_thing(*, one_thing: OneThing, actor: Actor, now: datetime) -> OneThing:
    """Save the package with its parts as the next edition; the record says what it consists of."""
    with transaction.atomic():
        before = OneThing.objects.select_for_update().filter(pk=one_thing.pk).first() if one_thing.pk else None
        one_thing.edition = before.edition + 1 if before else 1
        one_thing.save()
        append_audit(
            action="one_thing.change" if before else "one_thing.create",
            user_id=actor.user_id,
            user_name=actor.name,
            subject=one_thing,
            data={
                "edition": one_thing.edition,
                "is_open": one_thing.is_open,
                "items": list(one_thing.parts.order_by("sort_order").values_list("item__key", flat=True)),
            },
            now=now,
        )
    return one_thing

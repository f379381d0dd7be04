"""Everything a list can show: one of it, then thirty."""

from __future__ import annotations

from datetime import datetime
from functools import cached_property
from typing import Any

from django.test import Client
from django.urls import reverse
from wagtail.models import Page as SitePage

from accounts.actors import Actor
from accounts.domain.posts import sync_groups
from accounts.middleware import POST_KEY
from accounts.models import Mandate, Role, User
from tests.lists.cases import Cases
from tests.lists.house import KEPT_MODELS, House
from tests.lists.table import Page

MORE = 29


class World:
    def __init__(self, now: datetime) -> None:
        self.now = now
        self.house, self.cases = House(now), Cases(now)
        self.clients: dict[str, Client] = {}
        self.opened: set[str] = set()

    def build(self) -> None:
        self.house.build()
        self.cases.build()
        assert self.firsts

    def grow(self) -> None:
        self.cases.grow(MORE)
        self.house.grow(MORE)

    @property
    def resident(self) -> Any:
        return self.cases.county.resident

    @property
    def guide(self) -> Any:
        return self.house.guide

    @property
    def item(self) -> Any:
        return self.house.item

    @cached_property
    def firsts(self) -> dict[str, Any]:
        return {kind._meta.model_name: kind._default_manager.order_by("pk")[0] for kind in KEPT_MODELS}

    def first(self, name: str) -> Any:
        return self.firsts[{"one_things": "onething", "search_synonyms": "synonym"}.get(name, name)]

    def client(self, who: str) -> Client:
        if who not in self.clients:
            self.clients[who] = self._signed_in(who)
        return self.clients[who]

    def address(self, page: Page) -> str:
        kind, _, name = page.url.partition(":")
        query = page.query.format(town=self.cases.county.village.parent.code, year=self.now.year)
        if kind == "page":
            found = SitePage.objects.live().filter(content_type__model=name.lower()).order_by("pk")[0]
            return str(found.get_url()) + query
        return reverse(page.url, args=page.args(self)) + query

    def _signed_in(self, who: str) -> Client:
        client = Client()
        if who == "visitor":
            return client
        actor = self._who(who)
        if isinstance(actor, Actor):
            user = User.objects.get(pk=actor.user_id)
            sync_groups(user=user, on=self.now.date())
        else:
            user, actor = actor, None
        client.force_login(user, backend="accounts.backends.LoginNameBackend")
        if actor is not None and actor.post is not None:
            session = client.session
            session[POST_KEY] = actor.post.id
            session.save()
        return client

    def _who(self, who: str) -> Any:
        county, joint = self.cases.county, self.cases.joint
        people = {
            "resident": lambda: self.resident.user,
            "agent": lambda: Mandate.objects.order_by("pk").filter(principal=self.resident)[0].agent,
            "helper": lambda: county.staff(Role.STATION_HELPER),
            "clerk": lambda: county.clerk,
            "reviewer": lambda: county.reviewer,
            "approver": lambda: county.approver,
            "head": lambda: self.cases.head,
            "supervisor": lambda: self.cases.supervisor,
            "county_reviewer": lambda: joint.county_reviewer,
            "county_approver": lambda: joint.county_approver,
            "editor": lambda: self.house.editor,
            "publisher": lambda: self.house.publisher,
            "admin": lambda: self.house.admin,
        }
        return people[who]()

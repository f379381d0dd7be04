"""Packages in the back office: saving goes through the verb, which puts it on record."""

from __future__ import annotations

from typing import Any

from django.db.models import Count
from django.http import HttpRequest
from django.utils import timezone
from wagtail.admin.views.generic import CreateView, EditView, IndexView
from wagtail.log_actions import log

from accounts.domain.actors import actor_for
from catalog.domain.one_things import save_one_thing
from catalog.models import OneThing


class OneThingIndexView(IndexView):
    def get_base_queryset(self) -> Any:
        return super().get_base_queryset().select_related("lead").annotate(number_of_parts=Count("parts"))


class SavingMixin:
    request: HttpRequest
    form: Any

    def saved(self, action: str) -> OneThing:
        now = timezone.now()
        actor = actor_for(user=self.request.user, on=timezone.localdate(now))
        one_thing = save_one_thing(one_thing=self.form.save(commit=False), actor=actor, now=now)
        log(instance=one_thing, action=action, user=self.request.user)
        return one_thing


class OneThingCreateView(SavingMixin, CreateView):
    def save_instance(self) -> OneThing:
        return self.saved("wagtail.create")


class OneThingEditView(SavingMixin, EditView):
    def save_instance(self) -> OneThing:
        return self.saved("wagtail.edit")

"""Back-office views of staff logins and posts: each save is a verb; what it refuses stands at the fields."""

from __future__ import annotations

from typing import Any

from django.core.exceptions import NON_FIELD_ERRORS
from django.db.models import QuerySet
from django.http import HttpResponse
from django.utils import timezone
from wagtail.admin.views import generic

from accounts.domain.posts import assign_post, end_post
from accounts.domain.users import change_staff_login, open_staff_login
from accounts.models import Post, Role, User
from accounts.requests import actor_of
from core.errors import Refused


class RefusableView:
    """Turns a refusal of the verb into errors of the form."""

    request: Any
    form: Any

    def form_valid(self, form: Any) -> HttpResponse:
        try:
            return super().form_valid(form)  # type: ignore[misc,no-any-return]  # a mixin's super
        except Refused as refused:
            for reason in refused.reasons:
                form.add_error(reason.code if reason.code in form.fields else NON_FIELD_ERRORS, reason.text)
            self.produced_error_message = self.get_error_message()  # type: ignore[attr-defined]  # Wagtail's view
            return self.form_invalid(form)  # type: ignore[attr-defined,no-any-return]  # Wagtail's view


class StaffCreateView(RefusableView, generic.CreateView):
    def save_instance(self) -> User:
        data = self.form.cleaned_data
        return open_staff_login(**data, actor=actor_of(self.request), now=timezone.now())


class StaffEditView(RefusableView, generic.EditView):
    def save_instance(self) -> User:
        data = self.form.cleaned_data
        user = User.objects.get(pk=self.object.pk)
        return change_staff_login(user=user, **data, actor=actor_of(self.request), now=timezone.now())


class PostIndexView(generic.IndexView):
    def get_base_queryset(self) -> QuerySet[Post]:
        queryset: QuerySet[Post] = super().get_base_queryset()
        return queryset.select_related("user", "unit", "point", "region__parent")


class PostCreateView(RefusableView, generic.CreateView):
    def save_instance(self) -> Post:
        data = {**self.form.cleaned_data}
        data["user"] = User.objects.get(pk=data["user"].pk)
        return assign_post(**{**data, "role": Role(data["role"])}, actor=actor_of(self.request), now=timezone.now())


class PostEndView(RefusableView, generic.EditView):
    def save_instance(self) -> Post:
        post = Post.objects.get(pk=self.object.pk)
        on = self.form.cleaned_data["valid_to"]
        return end_post(post=post, on=on, actor=actor_of(self.request), now=timezone.now())

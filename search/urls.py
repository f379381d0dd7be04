"""Search."""

from django.urls import path  # noqa: F401 - patterns follow with the pages

app_name = "search"
urlpatterns: list = []

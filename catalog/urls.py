"""Blank forms and previews of items."""

from django.urls import path  # noqa: F401 - patterns follow with the pages

app_name = "catalog"
urlpatterns: list = []

"""Home visits."""

from django.urls import path  # noqa: F401 - patterns follow with the pages

app_name = "door"
urlpatterns: list = []

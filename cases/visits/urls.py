"""Home visits."""

from django.urls import URLPattern

app_name = "door"
urlpatterns: list[URLPattern] = []

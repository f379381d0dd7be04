"""Verification."""

from django.urls import path
from django.views.generic import RedirectView

app_name = "verify"
home = RedirectView.as_view(url="/")
urlpatterns = [
    path("", home, name="index"),
    path("<str:token>/", home, name="certificate"),
]

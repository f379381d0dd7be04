"""Home visits."""

from django.urls import path
from django.views.generic import RedirectView

app_name = "door"
home = RedirectView.as_view(url="/")
urlpatterns = [
    path("", home, name="index"),
    path("request/", home, name="request"),
    path("today/", home, name="today"),
]

"""Residents: apply and follow."""

from django.urls import path
from django.views.generic import RedirectView

app_name = "online"
home = RedirectView.as_view(url="/")
urlpatterns = [
    path("my/", home, name="my"),
    path("track/", home, name="track"),
    path("start/<slug:item_key>/", home, name="start"),
    path("case/<uuid:public_id>/", home, name="case"),
    path("document/<uuid:public_id>/", home, name="document"),
    path("<uuid:public_id>/", home, name="tasks"),
]

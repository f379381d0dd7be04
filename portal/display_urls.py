"""The switch between normal and large type."""

from django.urls import re_path

from portal.views.display import set_display

urlpatterns = [re_path(r"^(?P<mode>large|normal)/$", set_display, name="display")]

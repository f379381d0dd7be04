"""Pages of the portal that editors do not own."""

from django.urls import path

from home.deadline.views import deadline

app_name = "home"
urlpatterns = [path("", deadline, name="deadline")]

"""公示, open to everybody. The address stands on the notice at the village board."""

from django.urls import path

from cases.publicity import views

app_name = "publicity"
urlpatterns = [
    path("", views.index, name="index"),
    path("<int:pk>/", views.detail, name="detail"),
    path("<int:pk>/object/", views.object_to, name="object"),
    path("<int:pk>/sent/", views.sent, name="sent"),
]

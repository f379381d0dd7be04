from django.urls import path

from search.views.portal import results, suggestions

app_name = "search"
urlpatterns = [
    path("", results, name="results"),
    path("suggest", suggestions, name="suggest"),
]

"""The page of components, for whoever builds or checks the look; included while DEBUG only."""

from django.urls import path

from portal.views.styleguide import styleguide, styleguide_question

urlpatterns = [
    path("", styleguide, name="styleguide"),
    path("question/", styleguide_question, name="styleguide_question"),
]

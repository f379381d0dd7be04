"""Blank forms and samples of items."""

from django.urls import path

from catalog.views.papers import blank_form, result_sample, sample_form

app_name = "catalog"
urlpatterns = [
    path("<slug:item_key>/forms/<slug:material_key>/", blank_form, name="blank_form"),
    path("<slug:item_key>/forms/<slug:material_key>/sample/", sample_form, name="sample_form"),
    path("<slug:item_key>/result-sample/", result_sample, name="result_sample"),
]

"""许可结果公开, open to everybody (行政许可法 Art. 40)."""

from django.urls import path

from cases.grants import views

app_name = "grants"
urlpatterns = [path("", views.index, name="index")]

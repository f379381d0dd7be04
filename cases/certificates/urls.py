"""Verification, open to everybody. The address of a certificate is printed in its QR code and never changes."""

from django.urls import path

from cases.certificates import views

app_name = "verify"
urlpatterns = [
    path("", views.index, name="index"),
    path("<str:token>/", views.certificate, name="certificate"),
]

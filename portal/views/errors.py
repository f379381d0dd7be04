"""What people see when something does not work: a sentence saying what to do next, a number to ring, a search box."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.template import loader


def bad_request(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    return render(request, "400.html", status=400)


def forbidden(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    return render(request, "403.html", status=403)


def not_found(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    return render(request, "404.html", status=404)


def server_error(request: HttpRequest) -> HttpResponse:
    """Drawn without request, session and database: any of them may be what is broken."""
    return HttpResponse(loader.render_to_string("500.html"), status=500)


def maintenance(request: HttpRequest) -> HttpResponse:
    """The whole site is closed for a while; says so to people and, by 503 and Retry-After, to machines."""
    return HttpResponse(loader.render_to_string("maintenance.html"), status=503, headers={"Retry-After": "600"})

"""Size of type, kept in a cookie of its own: a preference, nobody's data, so a plain link may set it."""

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.cache import never_cache

YEAR = 365 * 24 * 60 * 60


@never_cache
def set_display(request: HttpRequest, mode: str) -> HttpResponse:
    """Switch to `large` or back to `normal` and return to the page the reader came from."""
    wanted = request.POST.get("next") or request.GET.get("next", "/")
    safe = url_has_allowed_host_and_scheme(
        wanted, allowed_hosts={request.get_host()}, require_https=request.is_secure()
    )
    response = HttpResponseRedirect(wanted if safe else "/")
    if mode == "large":
        response.set_cookie("display", "large", max_age=YEAR, samesite="Lax", secure=request.is_secure())
    else:
        response.delete_cookie("display", samesite="Lax")
    return response

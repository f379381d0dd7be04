from __future__ import annotations

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpResponse, HttpResponseRedirect
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from accounts.landing import landing_for
from accounts.middleware import POST_KEY, current_actor
from accounts.pending import signed_in_required
from accounts.posts import post_name
from accounts.requests import ActorRequest


@signed_in_required
@require_POST
def switch_post(request: ActorRequest) -> HttpResponse:
    """Go on in another of the own posts; lands at the desk of that post. The menu names the post in the address."""
    wanted = request.POST.get("post", "") or request.GET.get("post", "")
    held = {str(post.id): post for post in request.actor.posts}
    if wanted not in held:
        raise PermissionDenied("not a post of this person")
    request.session[POST_KEY] = held[wanted].id
    actor = current_actor(request)
    messages.success(request, _("You now work as %(post)s.") % {"post": post_name(held[wanted])})
    target = request.POST.get("next", "")
    if not url_has_allowed_host_and_scheme(target, {request.get_host()}, require_https=request.is_secure()):
        target = landing_for(actor)
    return HttpResponseRedirect(target)

from __future__ import annotations

from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST

from accounts.domain.messages import read_all_messages, read_message
from accounts.pending import resident_required
from accounts.queries import messages_of, unread_count
from accounts.requests import ActorRequest

PAGE_SIZE = 20


@never_cache
@resident_required
def messages(request: ActorRequest) -> HttpResponse:
    """我的消息, the newest first."""
    actor = request.actor
    page = Paginator(messages_of(actor), PAGE_SIZE).get_page(request.GET.get("page"))
    return render(request, "accounts/messages.html", {"page": page, "unread": unread_count(actor)})


@resident_required
@require_POST
def read(request: ActorRequest, pk: int) -> HttpResponse:
    """Mark as read; with `open` go on to what the message is about."""
    actor = request.actor
    message = get_object_or_404(messages_of(actor), pk=pk)
    read_message(message=message, actor=actor, now=timezone.now())
    return redirect(message.link if "open" in request.POST and message.link else "accounts:messages")


@resident_required
@require_POST
def read_all(request: ActorRequest) -> HttpResponse:
    read_all_messages(actor=request.actor, now=timezone.now())
    return redirect("accounts:messages")

"""Taking the result: the moment it is opened here counts as served (电子签名法 Art. 11), so it is a button."""

from __future__ import annotations

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from cases.domain.deliver import deliver_electronically
from cases.domain.documents import render_document
from cases.enums import PaperState, Status
from cases.models import Case, OfficialDocument
from cases.online.access import actor_of, with_case
from core.errors import Refused

RESULTS = ("certificate", "grant_decision", "denial_decision")
UNDELIVERED = (Status.GRANTED, Status.DENIED, Status.DELIVERING)


def result_of(case: Case) -> OfficialDocument | None:
    """The paper a case ends in: the certificate, else the decision."""
    found = {document.code: document for document in case.documents.filter(code__in=RESULTS)}
    return next((found[code] for code in RESULTS if code in found), None)


@require_http_methods(["GET", "POST"])
@with_case
def receive(request: HttpRequest, case: Case) -> HttpResponse:
    """Say what the button does; the button delivers and opens the paper. A second time it just opens it."""
    document = result_of(case)
    if document is None or case.status not in (*UNDELIVERED, Status.CLOSED):
        raise Http404
    if case.status == Status.CLOSED:
        return redirect("online:document", document.public_id)
    if request.method == "POST":
        # The file first: nothing counts as delivered that cannot be opened.
        made = render_document(document=document, now=timezone.now())
        if made.state != PaperState.MADE:
            return redirect("online:document", document.public_id)
        try:
            deliver_electronically(case=case, actor=actor_of(request), now=timezone.now())
        except Refused as refused:
            messages.warning(request, refused.text)
            return redirect("online:case", case.public_id)
        return redirect("online:document", document.public_id)
    return render(request, "cases/online/receive.html", {"case": case, "document": document})

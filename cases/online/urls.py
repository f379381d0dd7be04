"""Residents: prepare, apply and follow."""

from django.urls import URLPattern, path

from cases.online.views import (
    case,
    correct,
    documents,
    draft,
    hearing,
    mine,
    papers,
    receive,
    start,
    submit,
    track,
    whole,
    withdraw,
)

app_name = "online"


def offered(kind: str) -> list[URLPattern]:
    """The same steps for one item and for a package; the name of the address says which."""
    where, is_of = f"{kind}/<slug:slug>/", {"kind": kind}
    return [
        path(where, start.start, is_of, name=kind),
        path(f"{where}question/<int:number>/", start.question, is_of, name=f"{kind}_question"),
        path(f"{where}papers/", start.papers, is_of, name=f"{kind}_papers"),
        path(f"{where}whom/", start.whom, is_of, name=f"{kind}_whom"),
    ]


urlpatterns = [
    path("my/", mine.my, name="my"),
    path("track/", track.track, name="track"),
    *offered("start"),
    *offered("thing"),
    path("thing/<slug:slug>/parts/", start.parts, name="thing_parts"),
    path("application/<uuid:public_id>/", whole.whole, name="whole"),
    path("case/<uuid:public_id>/", case.case, name="case"),
    path("case/<uuid:public_id>/supply/<int:pk>/", correct.supply, name="supply"),
    path("case/<uuid:public_id>/follow/<slug:key>/", correct.follow, name="follow"),
    path("case/<uuid:public_id>/hearing/", hearing.hearing, name="hearing"),
    path("case/<uuid:public_id>/withdraw/", withdraw.withdraw, name="withdraw"),
    path("case/<uuid:public_id>/result/", receive.receive, name="receive"),
    path("document/<uuid:public_id>/", documents.document, name="document"),
    path("paper/<uuid:public_id>/", documents.paper, name="paper"),
    path("<uuid:public_id>/", draft.tasks, name="tasks"),
    path("<uuid:public_id>/question/<slug:key>/", draft.question, name="question"),
    path("<uuid:public_id>/parts/", draft.parts, name="parts"),
    path("<uuid:public_id>/field/<slug:key>/", draft.field, name="field"),
    path("<uuid:public_id>/hand-in/<slug:key>/", papers.hand_in, name="hand_in"),
    path("<uuid:public_id>/discard/", draft.discard, name="discard"),
    path("<uuid:public_id>/check/", submit.check, name="check"),
    path("<uuid:public_id>/declare/", submit.declare, name="declare"),
    path("<uuid:public_id>/done/", submit.done, name="done"),
]

"""Residents: prepare, apply and follow."""

from django.urls import path

from cases.online.views import case, correct, documents, draft, mine, papers, receive, start, submit, track, withdraw

app_name = "online"
urlpatterns = [
    path("my/", mine.my, name="my"),
    path("track/", track.track, name="track"),
    path("start/<slug:item_key>/", start.start, name="start"),
    path("start/<slug:item_key>/question/<int:number>/", start.question, name="start_question"),
    path("start/<slug:item_key>/papers/", start.papers, name="start_papers"),
    path("start/<slug:item_key>/whom/", start.whom, name="start_whom"),
    path("case/<uuid:public_id>/", case.case, name="case"),
    path("case/<uuid:public_id>/supply/<int:pk>/", correct.supply, name="supply"),
    path("case/<uuid:public_id>/withdraw/", withdraw.withdraw, name="withdraw"),
    path("case/<uuid:public_id>/result/", receive.receive, name="receive"),
    path("document/<uuid:public_id>/", documents.document, name="document"),
    path("paper/<uuid:public_id>/", documents.paper, name="paper"),
    path("<uuid:public_id>/", draft.tasks, name="tasks"),
    path("<uuid:public_id>/question/<slug:item_key>/<slug:key>/", draft.question, name="question"),
    path("<uuid:public_id>/field/<slug:key>/", draft.field, name="field"),
    path("<uuid:public_id>/hand-in/<slug:key>/", papers.hand_in, name="hand_in"),
    path("<uuid:public_id>/discard/", draft.discard, name="discard"),
    path("<uuid:public_id>/check/", submit.check, name="check"),
    path("<uuid:public_id>/declare/", submit.declare, name="declare"),
    path("<uuid:public_id>/done/", submit.done, name="done"),
]

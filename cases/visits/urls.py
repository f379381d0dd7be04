"""Home visits 上门办: residents ask, helpers of the village stations come."""

from django.urls import path
from django.views.generic import RedirectView

from cases.visits.views import apply, asking, mandate, person, result, today, visit

app_name = "door"
urlpatterns = [
    path("", today.today, name="index"),
    path("today/", RedirectView.as_view(pattern_name="door:index"), name="today"),
    path("enter/", today.enter, name="enter"),
    path("take/<uuid:public_id>/", today.take, name="take"),
    path("request/", asking.ask, name="request"),
    path("requests/", asking.mine, name="mine"),
    path("requests/<uuid:public_id>/", asking.asked, name="asked"),
    path("requests/<uuid:public_id>/change/", asking.change, name="change"),
    path("requests/<uuid:public_id>/stop/", asking.stop, name="call_off"),
    path("visit/<uuid:public_id>/", visit.visit, name="visit"),
    path("visit/<uuid:public_id>/move/", visit.move, name="move"),
    path("visit/<uuid:public_id>/stop/", visit.stop, name="stop"),
    path("visit/<uuid:public_id>/person/", person.person, name="person"),
    path("visit/<uuid:public_id>/register/", person.register, name="register"),
    path("visit/<uuid:public_id>/mandate/", mandate.scope, name="scope"),
    path("visit/<uuid:public_id>/application/", apply.begin, name="begin"),
    path("visit/<uuid:public_id>/result/", result.hand_over, name="hand_over"),
    path("visit/<uuid:public_id>/result/<uuid:case_id>/", result.paper, name="result_paper"),
    path("application/<uuid:application_id>/", today.of_application, name="of_application"),
    path("application/<uuid:application_id>/read-back/", apply.read_back, name="read_back"),
    path("mandate/<uuid:public_id>/", mandate.mandate, name="mandate"),
    path("mandate/<uuid:public_id>/proof/", mandate.proof, name="proof"),
]

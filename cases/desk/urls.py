"""The desk inside the back office: /admin/desk/."""

from django.urls import path

from cases.desk import (
    views_amend,
    views_case,
    views_characters,
    views_check,
    views_files,
    views_list,
    views_override,
    views_supply,
    views_visits,
)
from cases.desk.bars import views as bars
from cases.desk.intake import views_login, views_person, views_sheet
from cases.desk.supervision import views as supervisions

app_name = "desk"
urlpatterns = [
    path("cases/", views_list.CaseListView.as_view(), name="cases"),
    path("cases/results/", views_list.CaseListView.as_view(results_only=True), name="cases_results"),
    path("case/<uuid:public_id>/", views_case.show, name="case"),
    path("case/<uuid:public_id>/act/<slug:verb>/", views_case.act, name="act"),
    path("case/<uuid:public_id>/override/", views_override.override, name="override"),
    path("case/<uuid:public_id>/note/", views_case.write_note, name="note"),
    path("case/<uuid:public_id>/reveal/", views_case.reveal, name="reveal"),
    path("case/<uuid:public_id>/next/", views_case.go_next, name="next"),
    path("case/<uuid:public_id>/check/", views_check.check, name="check"),
    path("case/<uuid:public_id>/amend/<slug:key>/", views_amend.amend, name="amend"),
    path("case/<uuid:public_id>/correction/", views_check.correction, name="correction"),
    path("case/<uuid:public_id>/supply/", views_supply.supply, name="supply"),
    path("case/<uuid:public_id>/supply/<slug:key>/", views_supply.supply_paper, name="supply_paper"),
    path("case/<uuid:public_id>/paper/<slug:key>/", views_files.paper, name="paper"),
    path("case/<uuid:public_id>/paper/<slug:key>/file/", views_files.paper_file, name="paper_file"),
    path(
        "case/<uuid:public_id>/check/<int:check_id>/photo/<uuid:file_id>/", views_files.check_photo, name="check_photo"
    ),
    path("case/<uuid:public_id>/document/<uuid:document_id>/", views_files.document, name="document"),
    path("case/<uuid:public_id>/document/<uuid:document_id>/again/", views_files.make_again, name="retry_document"),
    path("intake/", views_person.person, name="intake"),
    path("intake/register/", views_person.register, name="intake_register"),
    path("intake/number/", views_person.check_number, name="check_number"),
    path("intake/person/<int:resident_id>/", views_person.items, name="intake_items"),
    path("intake/person/<int:resident_id>/login/", views_login.open_login_page, name="open_login"),
    path("intake/<uuid:public_id>/", views_sheet.sheet, name="intake_form"),
    path("intake/<uuid:public_id>/check/", views_sheet.check, name="intake_check"),
    path("supervision/", supervisions.SupervisionListView.as_view(), name="supervisions"),
    path(
        "supervision/results/", supervisions.SupervisionListView.as_view(results_only=True), name="supervisions_results"
    ),
    path("supervision/new/", supervisions.new, name="supervision_new"),
    path("supervision/<uuid:public_id>/", supervisions.supervision, name="supervision"),
    path("bars/", bars.BarListView.as_view(), name="bars"),
    path("bars/results/", bars.BarListView.as_view(results_only=True), name="bars_results"),
    path("bars/new/", bars.new, name="bar_new"),
    path("bars/<int:pk>/", bars.bar, name="bar"),
    path("characters/", views_characters.pictures, name="characters"),
    path("characters/<int:pk>/picture/", views_characters.picture, name="character_picture"),
    path("visits/", views_visits.visits, name="visits"),
    path("visits/ask/", views_visits.ask, name="visit_ask"),
]

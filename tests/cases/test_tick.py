"""The periodic work does each thing once, however often it is run."""

from datetime import timedelta

import pytest
from django.utils import timezone
from django_tasks_db.models import DBTaskResult

from cases.domain.tick import expire_certificates, refresh_lights, retry_papers
from cases.enums import CertificateState, Light, PaperState
from cases.models import Case, Certificate, OfficialDocument
from tests.cases.factories import make_item

pytestmark = [pytest.mark.django_db, pytest.mark.database]


def test_a_light_turns_red_when_the_day_has_passed_and_only_once(county):
    case = county.accepted()
    late = county.now + timedelta(days=60)
    assert len(list(refresh_lights(now=late, dry_run=False))) == 1
    assert list(refresh_lights(now=late, dry_run=False)) == []
    assert Case.objects.get(pk=case.pk).light == Light.RED


def test_lights_are_looked_at_once_a_day_but_for_clocks_in_hours(county):
    case = county.accepted()
    hours = {"promised_limit": {"n": 24, "unit": "hour"}}
    hasty = county.accepted(items=[make_item("elder_card", department=county.department, **hours)])
    assert list(refresh_lights(now=county.later(2), dry_run=False)) == []
    Case.objects.filter(pk=case.pk).update(light=Light.RED)
    assert list(refresh_lights(now=county.later(3), dry_run=False)) == []
    assert list(refresh_lights(now=county.later(21), dry_run=False)) != []  # the next day: both
    assert Case.objects.get(pk=case.pk).light == Light.GREEN
    assert Case.objects.get(pk=hasty.pk).light == Light.YELLOW
    said = list(refresh_lights(now=county.later(27), dry_run=False))
    assert said == [f"light {hasty.number}: yellow → red"]


def test_a_dry_run_says_what_it_would_do_and_does_nothing(county):
    case = county.accepted()
    assert list(refresh_lights(now=county.now + timedelta(days=60), dry_run=True))
    assert Case.objects.get(pk=case.pk).light == Light.GREEN


def test_a_paper_whose_job_was_lost_is_made_after_all(county):
    case = county.received()
    document = case.application.documents.get(code="receipt_of_materials")
    OfficialDocument.objects.filter(pk=document.pk).update(state=PaperState.QUEUED, file=None, attempts=0)
    assert list(retry_papers(now=county.now + timedelta(minutes=5), dry_run=False)) == []
    assert len(list(retry_papers(now=county.now + timedelta(minutes=30), dry_run=False))) == 1
    document.refresh_from_db()
    assert document.state == PaperState.MADE


def test_a_paper_that_waits_for_its_turn_is_not_queued_twice(county):
    document = county.received().application.documents.get(code="receipt_of_materials")
    values = {"state": PaperState.QUEUED, "file": None, "attempts": 0, "queued_at": timezone.now()}
    OfficialDocument.objects.filter(pk=document.pk).update(**values)
    waiting = DBTaskResult.objects.create(
        args_kwargs={"args": [document.pk], "kwargs": {}},
        task_path="cases.tasks.make_document",
        backend_name="default",
        run_after=timezone.now(),
    )
    DBTaskResult.objects.filter(pk=waiting.pk).update(enqueued_at=timezone.now() - timedelta(hours=1))
    later = timezone.now() + timedelta(hours=1)
    assert list(retry_papers(now=later, dry_run=False)) == []
    waiting.delete()
    assert len(list(retry_papers(now=later, dry_run=False))) == 1


def test_a_paper_that_failed_three_times_is_left_to_people(county):
    document = county.received().application.documents.get(code="receipt_of_materials")
    OfficialDocument.objects.filter(pk=document.pk).update(state=PaperState.FAILED, attempts=3)
    assert list(retry_papers(now=county.now + timedelta(days=1), dry_run=False)) == []


def test_a_certificate_expires_on_the_day_after_its_last_and_only_once(county):
    certificate = county.granted().certificate
    Certificate.objects.filter(pk=certificate.pk).update(valid_to="2026-12-31")
    last_day = county.now.replace(month=12, day=31)
    assert list(expire_certificates(now=last_day, dry_run=False)) == []
    assert len(list(expire_certificates(now=last_day + timedelta(days=1), dry_run=False))) == 1
    assert list(expire_certificates(now=last_day + timedelta(days=1), dry_run=False)) == []
    assert Certificate.objects.get().state == CertificateState.EXPIRED

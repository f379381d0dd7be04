"""`manage.py tick`: every step says what it would do, changes nothing with --dry-run, and does each thing once."""

import hashlib
import io
from datetime import timedelta

import pytest
from django.contrib.sessions.models import Session
from django.core.management import call_command
from django.db import connection
from django.utils import timezone
from django_tasks.base import TaskResultStatus
from django_tasks_db.models import DBTaskResult
from wagtail.models import Page

from accounts.models import Message
from cases.domain.hearings import tell_hearing_right
from cases.domain.intake import accept_case
from cases.domain.linked import open_linked_case
from cases.domain.special import propose_suspension, suspend_case
from cases.domain.ways import accept_with_tolerance
from cases.enums import Light, MaterialState, PaperState
from cases.models import Case, CaseEvent, Certificate, OfficialDocument, Reminder
from cases.rules.ways import correction_reminder_key
from core.models import AuditEntry, ScanState, StoredFile
from places.models import CalendarDay
from portal.management.commands import tick
from tests.cases.factories import County, make_item
from tests.cases.review.factories import Joint

pytestmark = [pytest.mark.django_db, pytest.mark.database]

LAST = "2027-01-15"


def everything_due():
    """Something for every step to do on 20 January 2027; returns what was made and that moment."""
    joint, county = Joint(), County()
    places = ("town_unit", "department", "center", "village", "station", "resident")
    county.__dict__.update({name: getattr(joint, name) for name in places})
    county.__dict__["item"] = make_item(department=joint.department)
    now = county.now
    workshop = make_item("food_workshop", department=county.department, deciding_level="town", steps=[])
    county.received(items=[make_item("homestead", department=county.department)])  # nobody answers
    county.correction_required()  # to be reminded
    reminded = county.correction_required()
    Reminder.objects.create(key=correction_reminder_key(reminded), sent_at=now + timedelta(days=3))
    _tolerated(county, workshop)
    _suspended(county)
    tell_hearing_right(case=county.reviewing(), actor=county.reviewer, now=county.later(3))
    joint.published()
    renewed = county.granted(items=[workshop])
    Certificate.objects.filter(case=renewed).update(valid_to=LAST)
    applied = open_linked_case(
        case=renewed, kind="renew", reason="续", actor=county.resident_actor, now=now + timedelta(days=8)
    )
    accept_case(case=Case.objects.get(pk=applied.pk), actor=county.clerk, now=now + timedelta(days=8))
    Certificate.objects.filter(case=county.granted()).update(valid_to="2027-02-10")  # to be reminded
    Certificate.objects.filter(case=county.granted()).update(valid_to=LAST)  # ends
    Case.objects.filter(pk=county.accepted().pk).update(light=Light.RED)  # an order is due
    document = county.received().application.documents.get(code="receipt_of_materials")
    values = {"state": PaperState.QUEUED, "file": None, "attempts": 0, "queued_at": now}
    OfficialDocument.objects.filter(pk=document.pk).update(**values)
    _beside(now)
    return now.replace(year=2027, month=1, day=20)


def _tolerated(county, item):
    case = county.received(items=[item])
    for material in case.materials.exclude(state=MaterialState.SHARED):
        material.state = MaterialState.MISSING if material.necessity == 3 else MaterialState.OK
        material.save()
    accept_with_tolerance(case=Case.objects.get(pk=case.pk), signed=True, actor=county.clerk, now=county.later(1))


def _suspended(county):
    experts = {"kind": "expert_review", "basis": "《行政许可法》第四十五条", "max_days": 20}
    item = make_item(
        "timber_permit", department=county.department, deciding_level="town", steps=[], special_procedures=[experts]
    )
    case = county.reviewing(items=[item])
    given = {"kind": "expert_review", "days": 10, "reason": "需要专家评审", "body": "县林业专家组"}
    propose_suspension(case=case, actor=county.reviewer, now=county.later(3), **given)
    suspend_case(case=Case.objects.get(pk=case.pk), actor=county.approver, now=county.later(4))


def _beside(now):
    """What the other rooms have: the calendar's years, a dead job, a file, a session, a page to publish."""
    CalendarDay.objects.filter(day__year=2028).delete()
    DBTaskResult.objects.create(
        status=TaskResultStatus.RUNNING,
        started_at=now,
        args_kwargs={"args": ["2026"], "kwargs": {}},
        task_path="cases.tasks.recompute_after_calendar",
        worker_ids=["w1"],
        backend_name="default",
        run_after=now,
    )
    file = StoredFile.objects.order_by("pk").first()
    StoredFile.objects.filter(pk=file.pk).update(scan_state=ScanState.PENDING)
    Session.objects.create(session_key="ended", session_data="x", expire_date=now)
    page = Page.objects.order_by("-depth").first()
    page.go_live_at = timezone.now() - timedelta(hours=1)
    page.live = False
    page.save_revision(approved_go_live_at=page.go_live_at)


def fingerprint():
    """Every row of every table, so that nothing can change unseen."""
    found = {}
    with connection.cursor() as cursor:
        for table in sorted(connection.introspection.table_names(cursor)):
            cursor.execute(f'SELECT * FROM "{table}"')  # noqa: S608 - names of our own tables
            rows = "\n".join(sorted(repr(row) for row in cursor.fetchall()))
            found[table] = hashlib.sha256(rows.encode()).hexdigest()
    return found


def said_by(monkeypatch, at, **options):
    out = io.StringIO()
    monkeypatch.setattr(tick.timezone, "now", lambda: at)
    try:
        call_command("tick", stdout=out, **options)
    finally:
        monkeypatch.undo()
    return out.getvalue()


def test_a_dry_run_speaks_for_every_step_and_changes_no_row_and_the_work_is_done_once(monkeypatch):
    at = everything_due()
    before = fingerprint()
    silent = [step.__name__ for step in tick.STEPS if not list(step(now=at, dry_run=True))]
    said = said_by(monkeypatch, at, dry_run=True)
    assert silent == []
    assert "Revisions to be published:" in said  # by the command of Wagtail
    assert changed(before) == []

    said_by(monkeypatch, at)
    touched = (Case, CaseEvent, Certificate, AuditEntry, DBTaskResult, Session)
    assert {model._meta.db_table for model in touched} <= set(changed(before))
    once, told = fingerprint(), Message.objects.count()
    assert said_by(monkeypatch, at + timedelta(minutes=1)).splitlines()[-1] == "0 things done"
    assert Message.objects.count() == told
    assert changed(once) == []


def changed(before):
    after = fingerprint()
    return [table for table in before if before[table] != after[table]]

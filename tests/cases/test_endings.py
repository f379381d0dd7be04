"""T16-T20: ending without a decision, changing hands, serving, the archive, and what follows a decision."""

import io
import json
import zipfile
from datetime import timedelta

import pytest

from accounts.models import Role
from cases.domain.archive import archive_case
from cases.domain.decide import grant_case
from cases.domain.deliver import deliver_at_window, deliver_electronically
from cases.domain.documents import render_document
from cases.domain.intake import accept_case
from cases.domain.linked import open_linked_case
from cases.domain.parties import record_party_opinion
from cases.domain.review import give_opinion, start_review
from cases.domain.serve import confirm_post, post_failed, send_by_post, serve_refused
from cases.domain.special import propose_extension
from cases.domain.terminate import terminate_case
from cases.domain.transfer import decline_transfer, propose_transfer, transfer_case
from cases.domain.withdraw import withdraw_case
from cases.enums import CaseKind, CertificateState, Channel, Outcome, PaperState, Status
from cases.models import Case, Certificate, OfficialDocument, Publicity, Supervision, Suspension
from cases.rebuild import differences
from cases.rules.context import CaseContext
from cases.rules.verbs import CONDITIONS
from core.domain.uploads import open_stored_file
from core.errors import Refused
from flow.conditions import unmet
from papers.catalogue import KINDS
from papers.make import require_complete
from places.models.units import UnitKind
from tests.accounts.factories import TownFactory, UnitFactory
from tests.cases.factories import make_item

pytestmark = [pytest.mark.django_db, pytest.mark.database]


def codes(act, /, **given):
    with pytest.raises(Refused) as refusal:
        act(**given)
    return [reason.code for reason in refusal.value.reasons]


def fresh(case):
    return Case.objects.get(pk=case.pk)


def sound(case, now):
    """Papers complete and everything stored follows from the events."""
    for document in case.documents.all():
        require_complete(KINDS[document.code], document.context)
    assert list(differences(fresh(case), now=now)) == []


def test_a_case_ends_without_a_decision_for_a_reason_of_the_list(county):
    case = county.reviewed()
    given = {"reasons": "申请人已去世。", "basis": "", "actor": county.approver, "now": county.later(5)}
    assert codes(terminate_case, case=case, ground="because", **given) == ["ground"]
    assert "approver_of_unit" in codes(
        terminate_case, case=case, ground="person_gone", **{**given, "actor": county.reviewer}
    )
    ended = terminate_case(case=case, ground="person_gone", **given)
    assert (ended.status, ended.outcome) == (Status.TERMINATED, Outcome.TERMINATED)
    sound(ended, county.later(5))


def test_papers_that_follow_are_no_ground_before_their_term(county):
    case = county.reviewed()
    given = {"reasons": "未补交", "basis": "", "actor": county.approver, "now": county.later(5)}
    assert codes(terminate_case, case=case, ground="tolerance_broken", **given) == ["tolerance_over"]


@pytest.fixture
def other_town(county):
    region = TownFactory(name="石桥镇")
    return UnitFactory(kind=UnitKind.TOWN, region=region, name="石桥镇人民政府", short_name="石桥")


def test_a_transfer_needs_the_receiving_unit_and_opens_its_case(county, other_town):
    case = county.reviewing()
    receiver = county.staff(Role.REVIEWER, unit=other_town)
    given = {"reason": "户籍在石桥镇", "basis": "", "actor": county.reviewer, "now": county.later(3)}
    assert codes(propose_transfer, case=case, to_unit=county.town_unit, **given) == ["to_unit"]
    propose_transfer(case=case, to_unit=other_town, **given)
    assert "by_receiver" in codes(transfer_case, case=fresh(case), actor=county.approver, now=county.later(4))
    moved = transfer_case(case=fresh(case), actor=receiver, now=county.later(4))
    assert moved.status == Status.TRANSFERRED
    successor = moved.linked.get()
    assert (successor.kind, successor.unit, successor.status) == (CaseKind.SUCCESSOR, other_town, Status.RECEIVED)
    assert successor.materials.count() == case.materials.count()
    assert Supervision.objects.get(case=successor).rule == "clock_question"
    sound(moved, county.later(4))
    sound(successor, county.later(4))


def test_a_unit_that_is_not_competent_declines(county, other_town):
    case = county.reviewing()
    receiver = county.staff(Role.REVIEWER, unit=other_town)
    propose_transfer(
        case=case, to_unit=other_town, reason="户籍在石桥镇", basis="", actor=county.reviewer, now=county.later(3)
    )
    decline_transfer(case=fresh(case), answer="户籍已迁出", actor=receiver, now=county.later(4))
    assert fresh(case).status == Status.REVIEWING
    assert "proposed" in codes(transfer_case, case=fresh(case), actor=receiver, now=county.later(5))


POST = {"carrier": "中国邮政EMS", "receipt_number": "EA123456789CN", "address": "青石镇柳树村12号"}


def test_what_came_back_from_the_post_is_served_again(county):
    case = county.granted()
    send_by_post(case=case, **POST, actor=county.clerk, now=county.later(5))
    assert fresh(case).status == Status.DELIVERING
    again = {**POST, "receipt_number": "EA2"}
    assert codes(send_by_post, case=case, **again, actor=county.clerk, now=county.later(6)) == ["nothing_in_the_post"]
    post_failed(case=fresh(case), note="收件人外出", actor=county.clerk, now=county.later(7))
    send_by_post(case=fresh(case), **again, actor=county.clerk, now=county.later(8))
    closed = confirm_post(case=fresh(case), receiver="王秀英", relation="本人", actor=county.clerk, now=county.later(9))
    assert closed.status == Status.CLOSED
    assert list(closed.servings.values_list("failed_note", "receiver")) == [("收件人外出", ""), ("", "王秀英")]
    sound(closed, county.later(9))


@pytest.mark.parametrize("mode", ["window", "electronic"])
def test_every_manner_of_serving_leaves_its_row_and_ends_the_delivery_clock(county, mode):
    case = county.granted()
    assert case.delivery_due_on is not None
    if mode == "window":
        closed = deliver_at_window(case=case, receiver="王秀英", actor=county.clerk, now=county.later(5))
    else:
        closed = deliver_electronically(case=case, actor=county.resident_actor, now=county.later(5))
    serving = closed.servings.get()
    assert (serving.mode, serving.receiver, serving.served_at) == (mode, "王秀英", county.later(5))
    assert fresh(closed).delivery_due_on is None or fresh(closed).due_on is None
    assert closed.documents.filter(code="service_receipt").count() == 1
    sound(closed, county.later(5))


def test_who_fetches_it_while_the_post_has_it_is_served_once(county):
    case = county.granted()
    send_by_post(case=case, **POST, actor=county.clerk, now=county.later(5))
    closed = deliver_at_window(case=fresh(case), receiver="王秀英", actor=county.clerk, now=county.later(6))
    rows = list(closed.servings.values_list("mode", "served_at", "failed_note"))
    assert rows == [("post", None, "已用其他方式送达"), ("window", county.later(6), "")]
    assert closed.documents.filter(code="service_receipt").count() == 1
    sound(closed, county.later(6))


def test_a_refused_serving_counts_with_a_witness(county):
    case = county.denied()
    given = {"refusal_note": "拒绝签收", "place": "柳树村12号", "actor": county.clerk, "now": county.later(6)}
    assert codes(serve_refused, case=case, witness=" ", **given) == ["witness"]
    closed = serve_refused(case=fresh(case), witness="村委会李主任", **given)
    assert closed.status == Status.CLOSED
    receipt = closed.documents.get(code="service_receipt")
    assert receipt.context["witness"] == "村委会李主任"
    serving = closed.servings.get()
    assert (serving.refusal_note, serving.witness, serving.served_at) == ("拒绝签收", "村委会李主任", county.later(6))
    sound(closed, county.later(6))


@pytest.mark.drawn
def test_a_closed_case_becomes_one_package_that_does_not_change(county):
    case = county.denied()
    closed = serve_refused(
        case=case, refusal_note="拒收", witness="李", place="村", actor=county.clerk, now=county.later(6)
    )
    decision = closed.documents.get(code="denial_decision")
    OfficialDocument.objects.filter(pk=decision.pk).update(state=PaperState.QUEUED, file=None)
    with pytest.raises(Refused) as refusal:
        archive_case(case=closed, actor=county.clerk, now=county.later(7))
    assert [reason.text for reason in refusal.value.reasons] == [f"这些文书还没有生成：{decision.title}。"]
    render_document(document=decision, now=county.later(7))
    archived = archive_case(case=fresh(closed), actor=county.clerk, now=county.later(8))
    assert archived.status == Status.ARCHIVED
    package = archived.archive_package
    with open_stored_file(package.file) as file:
        content = zipfile.ZipFile(io.BytesIO(file.read()))
    catalogue = json.loads(content.read("catalogue.json"))
    assert len(catalogue) == len(content.namelist()) - 2 > 3
    facts = json.loads(content.read("case.json"))
    assert facts["case"] == archived.number and len(facts["events"]) == archived.events.count() - 1
    sound(archived, county.later(8))


@pytest.mark.drawn
def test_a_paper_that_nobody_has_opened_does_not_keep_a_case_from_the_archive(county):
    """The application form is made when it is first opened; archiving opens it."""
    case = serve_refused(
        case=county.denied(), refusal_note="拒收", witness="李", place="村", actor=county.clerk, now=county.later(6)
    )
    form = case.documents.get(code="application_form")
    assert (form.state, form.queued_at, form.file) == (PaperState.QUEUED, None, None)
    assert unmet(CONDITIONS["archive"], CaseContext(fresh(case), county.clerk, county.later(7))) == []
    archived = archive_case(case=fresh(case), actor=county.clerk, now=county.later(8))
    form.refresh_from_db()
    assert form.state == PaperState.MADE and form.sha256 in str(archived.archive_package.catalogue)


def decided(county, kind, *, changes=None, days=1, text=""):
    """A linked case of `kind` about a granted one, taken through to its grant."""
    origin = county.granted()
    at = county.now + timedelta(days=days)
    actor = county.reviewer if kind in ("revoke", "withdraw", "suspend", "restore") else county.clerk
    linked = open_linked_case(case=origin, kind=kind, reason="情况变化", changes=changes, actor=actor, now=at)
    return origin, grant_linked(county, linked, at, text)


def grant_linked(county, linked, at, text=""):
    if linked.status == Status.RECEIVED:
        linked = accept_case(case=linked, actor=county.clerk, now=at)
    reviewer = county.staff(Role.REVIEWER, name="孙审查")
    linked = start_review(case=fresh(linked), actor=reviewer, now=at)
    for holder in linked.parties.all():  # who would lose something is heard first
        record_party_opinion(case=fresh(linked), party=holder.pk, opinion="没有意见", actor=reviewer, now=at)
    give_opinion(case=fresh(linked), conclusion="grant", text="情况属实", actor=reviewer, now=at)
    return grant_case(case=fresh(linked), text=text, actor=county.approver, now=at)


@pytest.mark.parametrize(
    ("kind", "state", "code"),
    [
        ("cancel", CertificateState.CANCELLED, "cancel_decision"),
        ("revoke", CertificateState.REVOKED, "revoke_decision"),
        ("withdraw", CertificateState.WITHDRAWN, "withdraw_decision"),
    ],
)
def test_a_certificate_ends_by_a_case_of_its_own(county, kind, state, code):
    origin, linked = decided(county, kind)
    certificate = Certificate.objects.get(case=origin)
    assert certificate.state == state
    assert certificate.events.get().case == linked
    assert fresh(origin).status == Status.GRANTED
    assert linked.documents.filter(code=code).exists()
    assert not hasattr(linked, "certificate")
    applied_for = linked.application.channel != Channel.OFFICE
    assert linked.application.documents.filter(code="receipt_of_materials").exists() == applied_for
    sound(linked, county.now + timedelta(days=1))


def test_a_change_puts_a_new_version_in_the_place_of_the_old(county):
    origin, linked = decided(county, "change", changes={"holder_name": "王秀瑛"})
    old, new = Certificate.objects.get(case=origin), Certificate.objects.get(case=linked)
    assert (old.state, new.state, new.version, new.replaces) == ("changed", "valid", 2, old)
    assert new.holder_name == "王秀瑛" and ".002." in new.identifier
    receipt = linked.application.documents.get(code="receipt_of_materials")
    assert receipt.context["case_no"] == linked.number
    require_complete(KINDS["receipt_of_materials"], receipt.context)
    sound(linked, county.now + timedelta(days=1))


def test_an_error_is_corrected_by_voiding_and_issuing_anew(county):
    origin, linked = decided(county, "correct_error", changes={"holder_name": "王秀瑛"})
    assert Certificate.objects.get(case=origin).state == CertificateState.VOIDED
    assert Certificate.objects.get(case=linked).state == CertificateState.VALID


def test_a_suspension_may_be_ended_again(county):
    origin, _linked = decided(county, "suspend", changes={"suspended_to": "2026-12-31"})
    assert Certificate.objects.get(case=origin).state == CertificateState.SUSPENDED
    at = county.now + timedelta(days=3)
    restoring = open_linked_case(case=fresh(origin), kind="restore", reason="已改正", actor=county.reviewer, now=at)
    grant_linked(county, restoring, at)
    assert Certificate.objects.get(case=origin).state == CertificateState.VALID


def test_a_renewal_begins_where_the_old_term_ends(county):
    item = make_item("food_workshop", department=county.department, deciding_level="town", steps=[])
    origin = county.granted(items=[item])
    old = Certificate.objects.get(case=origin)
    early = {"kind": "renew", "reason": "到期延续", "actor": county.resident_actor}
    assert codes(open_linked_case, case=origin, now=county.later(9), **early) == ["early_enough"]
    at = county.now.replace(year=2029, month=10)
    linked = grant_linked(county, open_linked_case(case=fresh(origin), now=at, **early), at)
    new = Certificate.objects.get(case=linked)
    assert new.valid_from == old.valid_to + timedelta(days=1)
    assert Certificate.objects.get(pk=old.pk).state == CertificateState.RENEWED


def test_a_denied_case_may_get_a_new_decision_of_its_own(county):
    origin = county.denied()
    at = county.later(8)
    linked = open_linked_case(case=origin, kind="reconsider", reason="复议决定撤销", actor=county.reviewer, now=at)
    granted = grant_linked(county, linked, at)
    assert Certificate.objects.get(case=granted).state == CertificateState.VALID
    assert fresh(origin).status == Status.DENIED


def test_an_undecided_case_and_a_stranger_open_nothing(county):
    case = county.reviewing()
    assert "decided" in codes(
        open_linked_case, case=case, kind="cancel", reason="x", actor=county.clerk, now=county.later(3)
    )
    granted = county.granted()
    stranger = county.staff(Role.SUPERVISOR)
    found = codes(open_linked_case, case=granted, kind="cancel", reason="x", actor=stranger, now=county.later(5))
    assert found == ["by_whom"]
    again = {"kind": "cancel", "reason": "x", "actor": county.clerk, "now": county.later(6)}
    open_linked_case(case=granted, **again)
    assert codes(open_linked_case, case=granted, **again) == ["none_open"]


def test_what_is_open_ends_with_the_case_whichever_way_it_ends(county):
    """A withdrawn case leaves no procedure, no public notice and no proposal behind."""
    case = county.reviewing()
    Suspension.objects.create(
        case=case,
        kind="inspection",
        is_statutory=True,
        reason="送检",
        max_days=5,
        from_on=county.now.date(),
        until_on=county.now.date(),
    )
    Publicity.objects.create(
        case=case,
        content="王*英",
        place="村公告栏",
        contact="0990",
        starts_on=county.now.date(),
        ends_on=county.now.date(),
    )
    propose_extension(case=case, days=5, reason="待核实", actor=county.reviewer, now=county.later(3))
    ended = withdraw_case(case=fresh(case), reason="", actor=county.resident_actor, now=county.later(4))
    assert not ended.suspensions.filter(ended_on=None).exists()
    assert not ended.publicities.filter(ended_at=None).exists()
    assert list(ended.proposals.values_list("state", flat=True)) == ["declined"]
    sound(ended, county.later(4))

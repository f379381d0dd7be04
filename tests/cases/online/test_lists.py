"""Lists hold their number of queries."""

import pytest

from cases.domain.applications import start_application
from cases.enums import Channel
from tests.cases.factories import make_item

pytestmark = pytest.mark.django_db


def test_my_drafts_take_as_many_queries_for_five_as_for_one(county, alice, assert_same_queries):
    alice.begin()
    keys = ("elder_card", "pension_enrol", "flexible_employment", "birth_registration")
    items = [make_item(key, department=county.department) for key in keys]

    def grow():
        for item in items:
            start_application(
                applicant=county.resident,
                items=[item],
                channel=Channel.ONLINE,
                actor=county.resident_actor,
                now=county.now,
            )

    assert_same_queries(lambda: alice.get("my"), grow)


def test_the_list_has_pages_of_twenty_newest_first(county, alice):
    numbers = [county.received().number for _ in range(21)]
    first = alice.get("my").content.decode()
    assert numbers[-1] in first
    assert numbers[0] not in first
    assert numbers[0] in alice.get("my", page="2").content.decode()
    assert alice.get("my", page="嗯").status_code == 200


def test_the_tracking_page_does_not_grow_with_the_history(county, alice, assert_same_queries):
    from cases.domain.materials import hand_in_paper
    from core.domain.files import keep_file

    case = county.received()

    def grow():
        for n in range(10):
            file = keep_file(content=b"x", name="x.pdf", content_type="application/pdf", now=county.later(n))
            hand_in_paper(
                application=case.application,
                key="bank_account_proof",
                name="x",
                actor=county.resident_actor,
                now=county.later(n),
                file=file,
            )

    assert_same_queries(lambda: alice.get("case", case.public_id), grow)


def test_nothing_yet_offers_the_next_step(county, charlie):
    assert "还没有提交过申请" in charlie.get("my").content.decode()

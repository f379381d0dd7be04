from datetime import timedelta

import pytest
from django.urls import reverse

from accounts.domain.mandates import give_mandate, latest_end, revoke_mandate
from accounts.models import Mandate, MandateAct, MandateProof, Message, Resident
from accounts.queries import mandates_usable
from core.errors import Refused
from core.models import AuditEntry
from tests.accounts.factories import MandateFactory, PostFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def wish(alice, bob, today):
    return {
        "principal": alice,
        "agent_user": bob.user,
        "relation": "女儿",
        "item_keys": ["senior_allowance"],
        "acts": [MandateAct.SUBMIT],
        "valid_from": today,
        "valid_to": today + timedelta(days=30),
        "proof_kind": MandateProof.ONLINE,
        "proof": None,
        "witness": None,
    }


def refused_codes(**kwargs):
    with pytest.raises(Refused) as caught:
        give_mandate(**kwargs)
    return {reason.code for reason in caught.value.reasons}


def test_a_mandate_is_recorded_audited_and_told_to_both(wish, alice, bob, acting, now):
    mandate = give_mandate(**wish, actor=acting(alice), now=now)

    assert mandate.covers(item_key="senior_allowance", act="submit", on=wish["valid_from"])
    assert set(Message.objects.values_list("resident", flat=True)) == {alice.pk, bob.pk}
    assert AuditEntry.objects.filter(action="mandate.give").count() == 1


@pytest.mark.parametrize(
    ("field", "value"),
    [("relation", " "), ("relation", "甲" * 31), ("item_keys", []), ("acts", []), ("acts", ["everything"])],
)
def test_a_mandate_needs_relation_items_and_powers(wish, alice, acting, now, field, value):
    assert field in refused_codes(**{**wish, field: value}, actor=acting(alice), now=now)


def test_nobody_is_her_own_agent(wish, alice, acting, now):
    assert "agent" in refused_codes(**{**wish, "agent_user": alice.user}, actor=acting(alice), now=now)


def test_a_mandate_runs_for_a_year_at_most(wish, alice, acting, now, today):
    longest = {**wish, "valid_to": latest_end(today)}
    longer = {**wish, "valid_to": latest_end(today) + timedelta(days=1)}

    assert refused_codes(**longer, actor=acting(alice), now=now) == {"valid_to"}
    assert give_mandate(**longest, actor=acting(alice), now=now).pk


def test_a_mandate_does_not_begin_in_the_past(wish, alice, acting, now, today):
    assert refused_codes(**{**wish, "valid_from": today - timedelta(days=1)}, actor=acting(alice), now=now) == {
        "valid_from"
    }


def test_nobody_else_gives_a_mandate_online_for_her(wish, bob, acting, now):
    assert "proof" in refused_codes(**wish, actor=acting(bob), now=now)


def test_at_the_door_a_mandate_needs_the_signature(wish, alice, acting, now):
    helper = PostFactory(helper=True)
    Resident.objects.filter(pk=alice.pk).update(region=helper.unit.region)
    glass = {**wish, "agent_user": helper.user, "proof_kind": MandateProof.GLASS}

    assert refused_codes(**glass, actor=acting(helper), now=now) == {"proof"}


def test_a_helper_of_another_village_cannot_record_a_mandate(wish, acting, now):
    helper = PostFactory(helper=True)
    assert "proof" in refused_codes(
        **{**wish, "agent_user": helper.user, "proof_kind": MandateProof.GLASS}, actor=acting(helper), now=now
    )


def test_before_the_clerk_a_witness_is_named_who_is_not_the_agent(wish, acting, now):
    clerk = PostFactory(clerk=True)
    counter = {**wish, "proof_kind": MandateProof.COUNTER}

    assert refused_codes(**counter, actor=acting(clerk), now=now) == {"witness"}
    itself = {**counter, "agent_user": clerk.user, "witness": clerk.user}
    assert refused_codes(**itself, actor=acting(clerk), now=now) == {"witness"}
    assert give_mandate(**{**counter, "witness": clerk.user}, actor=acting(clerk), now=now).pk


def test_an_agent_who_also_decides_is_written_down(wish, alice, acting, now):
    approver = PostFactory(approver=True)
    give_mandate(**{**wish, "agent_user": approver.user}, actor=acting(alice), now=now)

    assert "approver" in str(AuditEntry.objects.get(action="mandate.give").data)


def test_a_double_click_gives_one_mandate(wish, alice, acting, now):
    give_mandate(**wish, actor=acting(alice), now=now)

    assert refused_codes(**wish, actor=acting(alice), now=now) == {"agent"}
    assert Mandate.objects.count() == 1


def test_revoking_takes_the_agent_out_at_once(alice, bob, acting, now, today):
    mandate = MandateFactory(principal=alice, agent=bob.user)
    assert Resident.objects.visible_to(acting(bob), on=today).filter(pk=alice.pk).exists()

    revoke_mandate(mandate=mandate, reason="", actor=acting(alice), now=now)

    assert not Resident.objects.visible_to(acting(bob), on=today).filter(pk=alice.pk).exists()
    assert not mandates_usable(acting(bob), on=today).exists()


def test_after_the_last_day_the_agent_is_out(alice, bob, acting, today):
    mandate = MandateFactory(principal=alice, agent=bob.user, valid_to=today)

    assert mandates_usable(acting(bob), on=today).exists()
    assert not mandates_usable(acting(bob), on=today + timedelta(days=1)).exists()
    assert not mandate.covers(item_key="senior_allowance", act="submit", on=today + timedelta(days=1))


def test_a_stranger_cannot_revoke(alice, charlie, acting, now):
    with pytest.raises(Refused):
        revoke_mandate(mandate=MandateFactory(principal=alice), reason="", actor=acting(charlie), now=now)


def test_a_mandate_is_revoked_once(alice, acting, now):
    mandate = MandateFactory(principal=alice)
    revoke_mandate(mandate=mandate, reason="不需要了", actor=acting(alice), now=now)

    with pytest.raises(Refused):
        revoke_mandate(mandate=mandate, reason="", actor=acting(alice), now=now)


@pytest.fixture
def offered(monkeypatch):
    monkeypatch.setattr("accounts.item_names._source", [lambda: [("senior_allowance", "高龄津贴申领")]])


def test_the_page_gives_a_mandate_to_a_registered_person(alice, bob, signed_in, offered):
    data = {
        "name": bob.name, "phone": bob.phone, "relation": "女儿", "item_keys": ["senior_allowance"],
        "acts": ["submit", "collect"], "term": "year", "declared": "on",
    }  # fmt: skip
    response = signed_in(alice).post(reverse("accounts:give_mandate"), data)

    assert response.status_code == 302
    mandate = Mandate.objects.get()
    assert (mandate.principal, mandate.agent) == (alice, bob.user)
    assert mandate.valid_to == latest_end(mandate.valid_from)


@pytest.mark.parametrize("changed", [{"name": "李四五"}, {"phone": "19900009999"}])
def test_the_page_needs_name_and_telephone_both_right(alice, bob, signed_in, offered, changed):
    data = {"name": bob.name, "phone": bob.phone, **changed}
    page = signed_in(alice).post(reverse("accounts:give_mandate"), data).content.decode()

    assert "没有找到用这个姓名和手机号注册的人" in page


def test_one_click_and_a_confirmation_revoke(alice, signed_in):
    mandate = MandateFactory(principal=alice)
    client, address = signed_in(alice), reverse("accounts:revoke_mandate", args=[mandate.public_id])

    assert "要终止这项授权吗" in client.get(address).content.decode()
    client.post(address)
    mandate.refresh_from_db()
    assert mandate.revoked_at is not None


def test_the_list_of_mandates_takes_the_same_queries_for_1_and_30(alice, signed_in, same_queries, offered):
    MandateFactory(principal=alice)

    same_queries(
        signed_in(alice), reverse("accounts:mandates"), lambda: MandateFactory.create_batch(29, principal=alice)
    )

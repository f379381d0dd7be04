"""The lists everybody opens begin with the few rows that are theirs, however many there are."""

from datetime import timedelta

import pytest
from django.db import connection
from django.utils import timezone

from accounts.models import Role
from cases.models import Application, Case
from cases.queries.visits import visits_of
from tests.accounts.factories import MandateFactory

pytestmark = pytest.mark.django_db


def plan(rows):
    """How the database goes about it; '' where its planner decides by the number of rows, which are few here."""
    return rows.explain() if connection.vendor == "sqlite" else ""


def test_my_cases_are_not_looked_for_among_all_cases(county):
    MandateFactory(agent=county.resident.user)
    own = Case.objects.own_of(county.resident_actor, on=timezone.localdate()).for_following()
    assert "SCAN cases_case" not in plan(own.order_by("-received_at", "-id")[:20])


@pytest.mark.parametrize("who", ["resident_actor", "clerk"])
def test_my_drafts_are_not_looked_for_among_all_applications(county, who):
    drafts = Application.objects.editable_by(getattr(county, who), on=timezone.localdate()).for_page()
    assert "SCAN cases_application" not in plan(drafts[:10])


def test_the_visits_of_a_town_are_not_looked_for_among_all_visits(county):
    visits = visits_of(county.clerk).order_by("visit_on", "id")
    assert "SCAN cases_visit" not in plan(visits.filter(state__in=["assigned"])[:30])


def test_the_nearest_deadlines_are_read_in_their_order(county):
    cases = Case.objects.listed_for(county.staff(Role.SUPERVISOR)).for_list().by_deadline()
    assert connection.vendor != "sqlite" or "USING INDEX cases_case_due_on" in plan(cases[:30])


def test_what_an_agent_may_go_on_with_ends_with_the_mandate(county):
    mandate = MandateFactory(principal=county.resident, valid_from=county.now.date())
    agent = mandate.agent.resident
    draft = county.draft(mandate=mandate, actor=county.actor_of(agent))

    def found(day):
        return list(Application.objects.editable_by(county.actor_of(agent), on=day))

    assert found(mandate.valid_to) == [draft]
    assert found(mandate.valid_to + timedelta(days=1)) == []
    mandate.revoked_at = county.now
    mandate.save()
    assert found(mandate.valid_to) == []

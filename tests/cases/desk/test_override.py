"""特批: who finds the page, what it refuses, and what the case shows afterwards."""

import pytest
from django.urls import reverse

from accounts.models import Role
from cases.models import Override

pytestmark = [pytest.mark.django_db, pytest.mark.database]


def test_a_supervisor_sets_a_rule_aside_with_a_reason_and_the_case_shows_it(county, signed_in):
    case = county.correction_required()
    page = reverse("desk:override", args=[case.public_id])
    assert signed_in(county.clerk).get(page).status_code == 404
    browser = signed_in(county.staff(Role.SUPERVISOR))
    case_page = reverse("desk:case", args=[case.public_id])
    assert page in browser.get(case_page).content.decode()
    assert "第32条" in browser.get(page).content.decode()
    given = {"rule": "request_correction:no_earlier_notice", "reason": "太短"}
    assert browser.post(page, given).status_code == 200 and not Override.objects.exists()
    reason = "首次告知之后法规已经修改，需要再次告知"
    assert browser.post(page, {**given, "reason": reason}).status_code == 302
    assert Override.objects.get(case=case).reason == reason
    assert reason in browser.get(case_page).content.decode()

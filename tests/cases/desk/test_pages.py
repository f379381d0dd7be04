import pytest
from django.urls import reverse

from accounts.models import Role

pytestmark = pytest.mark.django_db


def page(client, name, *args, **query):
    return client.get(reverse(f"desk:{name}", args=args), query)


@pytest.mark.parametrize(
    "role",
    [
        Role.WINDOW_CLERK,
        Role.REVIEWER,
        Role.APPROVER,
        Role.UNIT_HEAD,
        Role.SUPERVISOR,
        Role.ITEM_EDITOR,
        Role.SYS_ADMIN,
    ],
)
def test_every_post_lands_on_a_workbench(county, signed_in, role):
    county.reviewed()
    answer = signed_in(county.staff(role)).get(reverse("wagtailadmin_home"))
    assert answer.status_code == 200
    assert "云溪县" in answer.content.decode()


@pytest.mark.parametrize("state", ["received", "correction_required", "accepted", "reviewed", "granted", "denied"])
@pytest.mark.parametrize("role", [Role.WINDOW_CLERK, Role.REVIEWER, Role.APPROVER, Role.UNIT_HEAD, Role.SUPERVISOR])
def test_the_case_page_opens_in_every_state_for_every_post(county, signed_in, state, role):
    case = getattr(county, state)()
    answer = page(signed_in(county.staff(role)), "case", case.public_id)
    assert answer.status_code == 200
    assert case.number in answer.content.decode()

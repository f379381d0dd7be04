import pytest
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Permission
from django.urls import reverse
from django.utils import timezone

from core.models import AuditEntry
from places.models import Region
from tests.places.factories import make_county, make_point, make_town, make_unit, make_village

pytestmark = pytest.mark.django_db
LISTS = ["region", "unit", "servicepoint", "window", "calendarday"]


@pytest.fixture
def staff(client):
    """Signed in as somebody who may change places."""
    user = get_user_model().objects.create_superuser(username="admin", display_name="管理员", password="x")
    client.force_login(user)
    return client


@pytest.fixture
def editor(client):
    """Signed in to the back office without any right on places."""
    user = get_user_model().objects.create_user(username="editor", display_name="编辑", password="x")
    user.user_permissions.add(Permission.objects.get(codename="access_admin"))
    client.force_login(user)
    return client


@pytest.fixture
def town():
    return make_town(make_county())


@pytest.mark.parametrize("name", LISTS)
def test_every_list_opens_and_can_be_searched_with_a_quote(staff, town, name):
    assert staff.get(reverse(f"{name}:index")).status_code == 200
    assert staff.get(reverse(f"{name}:index"), {"q": '"(柳'}).status_code == 200


@pytest.mark.parametrize("name", LISTS)
def test_somebody_without_the_right_sees_no_list(editor, name):
    assert editor.get(reverse(f"{name}:index")).status_code == 302


@pytest.mark.parametrize("name", ["region", "unit", "servicepoint"])
def test_a_list_takes_the_same_queries_for_30_rows_as_for_one(
    staff, town, name, django_assert_max_num_queries, django_assert_num_queries
):
    def grow(first, last):
        for n in range(first, last):
            village = make_village(town, code=f"9901000032{n:02d}", name=f"第{n}村")
            make_point(village, make_unit(village, name=f"第{n}村村民委员会"))

    address = reverse(f"{name}:index")
    grow(0, 1)
    staff.get(address)
    with django_assert_max_num_queries(60) as few:
        staff.get(address)
    grow(1, 30)
    with django_assert_num_queries(len(few)):
        staff.get(address)


def test_the_list_of_points_can_be_filtered_by_town(staff, town):
    other = make_town(town.parent, code="990100004", name="柳湾镇")
    for place, code, name in [(town, "990100003201", "龙泉村"), (other, "990100004201", "红溪村")]:
        village = make_village(place, code=code, name=name)
        make_point(village, make_unit(village, name=f"{name}村民委员会"))
    page = staff.get(reverse("servicepoint:index"), {"town": town.pk}).content.decode()
    assert "龙泉村便民服务站" in page
    assert "红溪村便民服务站" not in page


def test_closing_a_point_in_its_form_is_audited(staff, town):
    point = make_point(town, make_unit(town))
    form = staff.get(reverse("servicepoint:edit", args=[point.pk])).context["form"]
    values = {name: value for name, value in form.initial.items() if value is not None and name != "is_open"}
    assert (
        staff.post(reverse("servicepoint:edit", args=[point.pk]), {**values, "phone": "0990-5550002"}).status_code
        == 302
    )
    point.refresh_from_db()
    assert (point.is_open, point.phone) == (False, "0990-5550002")
    assert AuditEntry.objects.get().action == "point.close"


@pytest.mark.parametrize(
    ("values", "field"),
    [
        ({"level": "village", "code": "990100003", "name": "龙泉村"}, "code"),
        ({"level": "village", "code": "990100004201", "name": "龙泉村"}, "code"),
        ({"level": "town", "code": "990100009", "name": "新镇", "parent": ""}, "parent"),
    ],
)
def test_a_region_code_must_fit_its_level_and_parent(staff, town, values, field):
    answer = staff.post(reverse("region:add"), {"parent": town.pk, **values})
    assert field in answer.context["form"].errors
    assert Region.objects.count() == 2


def test_a_wrong_credit_code_is_refused(staff, town):
    values = {"name": "云溪县林业局", "kind": "department", "region": town.pk, "credit_code": "11990100MD0000012A"}
    assert "credit_code" in staff.post(reverse("unit:add"), values).context["form"].errors


def test_places_cannot_be_deleted(staff, town):
    assert staff.post(f"/admin/region/delete/{town.pk}/").status_code == 404


def test_the_calendar_begins_with_today_and_a_filter_reaches_the_past(staff):
    address = reverse("calendarday:index")
    assert min(row.day for row in staff.get(address).context["object_list"]) >= timezone.localdate()
    page = staff.get(address, {"day_from": "2026-02-14", "day_to": "2026-02-14"}).content.decode()
    assert "2026年2月14日(周六)" in page
    assert "调休上班日" in page

"""Publicity: masked content, its term, objections of everybody, and the end."""

from datetime import date

import pytest
from django.core.cache import cache
from django.urls import reverse
from django.utils import timezone

from accounts.actors import SYSTEM
from cases.domain.decide import grant_case
from cases.domain.publicity import PUBLIC, end_publicity, enter_objection, handle_objection, raise_objection
from cases.enums import StageState
from cases.models import Objection, Publicity
from cases.publicity.views import OBJECTING
from cases.rules.masked import proposed_content, slips
from core.errors import Refused
from papers.catalogue import KINDS
from papers.make import require_complete
from tests.accounts.factories import ResidentFactory
from tests.cases.review.factories import COUNTY_REVIEW, PUBLICITY, SURVEY, TOWN_REVIEW, Joint
from tests.cases.review.test_stages import codes_of, fresh

pytestmark = [pytest.mark.django_db, pytest.mark.database]


def running(case):
    return Publicity.objects.get(case=case)


def test_the_town_publishes_on_the_board_of_its_village_for_the_published_term(joint):
    case = joint.published()
    row = running(case)
    assert (str(row.starts_on), str(row.ends_on)) == ("2026-11-02", "2026-11-09")
    paper = case.documents.get(code="publicity_notice")
    assert paper.number.startswith("青石示")
    assert paper.context["entries"][0]["name"] == "王*英"
    require_complete(KINDS["publicity_notice"], paper.context)
    for secret in ("王秀英", joint.resident.id_number, joint.resident.phone):
        assert secret not in str(paper.context)


def test_the_proposed_words_are_masked_and_may_be_published(joint):
    case = fresh(joint.town_reviewed())
    content = proposed_content(case, on=joint.now.date())
    assert "申请人：王*英" in content and "青石镇柳树村" in content
    assert slips(case, content, on=joint.now.date()) == []


@pytest.mark.parametrize(
    "words",
    [
        "申请人：王秀英",
        "身份证990110198005060019",
        "电话13812345678",
        "电话１３８１２３４５６７８",
        "账号6217 9901 0000 0001 286",
        "因患尿毒症",
        "一级肢体残疾",
        "住柳树村3组12号",
    ],
)
@pytest.mark.law("R23")
def test_nothing_private_is_published(joint, words):
    case = joint.town_reviewed()
    given = {"case": case, "place": "村务公开栏", "contact": "民政办", "actor": joint.reviewer, "now": joint.later(5)}
    from cases.domain.publicity import start_publicity

    assert codes_of(start_publicity, content=words, **given) == ["content"]


def test_the_name_of_the_item_is_public_although_it_speaks_of_a_disability(db):
    joint = Joint()
    joint.key = "disabled_subsidy"
    case = fresh(joint.town_reviewed())
    assert slips(case, f"申请事项：{case.version.name}", on=joint.now.date()) == []


@pytest.mark.law("R23")
def test_a_minor_is_not_named_even_masked(db):
    joint = Joint()
    joint.__dict__["resident"] = ResidentFactory(name="王小明", region=joint.village, birth_on=date(2012, 5, 6))
    case = fresh(joint.town_reviewed())
    content = proposed_content(case, on=joint.now.date())
    assert "王*明" not in content and "未成年人" in content
    assert slips(case, "申请人：王*明", on=joint.now.date())


def test_answers_marked_as_private_are_found_word_for_word(joint):
    case = fresh(joint.town_reviewed())
    case.application.answers = {**case.application.answers, "bank_account": "6217 9901 0000"}
    assert slips(case, "卡号62179901 0000", on=joint.now.date())


def test_only_the_unit_of_the_stage_publishes(joint):
    case = joint.town_reviewed()
    from cases.domain.publicity import start_publicity

    given = {"case": case, "content": "x", "place": "x", "contact": "x", "now": joint.later(5)}
    assert codes_of(start_publicity, actor=joint.county_reviewer, **given) == ["publicity_turn"]


def test_everybody_objects_while_it_runs_and_needs_no_name(joint):
    case = joint.published()
    objection = raise_objection(case=case, text="他家有车", actor=PUBLIC, now=joint.after(2))
    assert (objection.by_name, objection.contact) == ("", "")
    event = case.events.get(verb="case.raise_objection")
    assert (event.user_id, event.actor_name, event.opinion) == (None, "群众", "")
    assert codes_of(raise_objection, case=case, text="晚了", actor=PUBLIC, now=joint.after(8)) == ["open_to_objections"]
    assert codes_of(raise_objection, case=case, text=" ", actor=PUBLIC, now=joint.after(2)) == ["text"]


def test_staff_enter_what_came_by_letter_even_after_the_term(joint):
    case = joint.published()
    enter_objection(case=case, text="来信反映收入不实", by_name="赵六", actor=joint.reviewer, now=joint.after(8))
    assert Objection.objects.get().by_name == "赵六"
    given = {"case": case, "text": "x", "actor": joint.county_reviewer, "now": joint.after(8)}
    assert codes_of(enter_objection, **given) == ["publicity_turn"]


def test_it_ends_after_its_term_and_only_when_every_objection_is_answered(joint):
    case = joint.published()
    objection = raise_objection(case=case, text="他家有车", actor=PUBLIC, now=joint.after(2))
    assert set(codes_of(end_publicity, case=case, actor=joint.reviewer, now=joint.after(3))) == {
        "term_over",
        "objections_handled",
    }
    assert codes_of(end_publicity, case=case, actor=joint.reviewer, now=joint.after(8)) == ["objections_handled"]
    answer = {"objection": objection.pk, "upheld": False, "handling": "车辆已于2025年过户，查车管所记录"}
    handle_objection(case=case, actor=joint.reviewer, now=joint.after(8), **answer)
    row = end_publicity(case=case, actor=joint.reviewer, now=joint.after(8))
    assert row.result == "公示期满，收到异议1件，经核实均不成立。"
    assert joint.stage(case, "公示").state == StageState.DONE


def test_an_objection_is_answered_with_reasons_and_once(joint):
    case = joint.published()
    pk = raise_objection(case=case, text="他家有车", actor=PUBLIC, now=joint.after(2)).pk
    given = {"case": case, "objection": pk, "upheld": False, "actor": joint.reviewer, "now": joint.after(3)}
    assert codes_of(handle_objection, handling=" ", **given) == ["handling"]
    handle_objection(handling="不成立", **given)
    assert codes_of(handle_objection, handling="不成立", **given) == ["objection_open"]


def test_the_periodic_work_ends_it_once_and_leaves_an_upheld_objection_to_people(joint):
    case = joint.published()
    pk = raise_objection(case=case, text="他家有车", actor=PUBLIC, now=joint.after(2)).pk
    given = {"case": case, "objection": pk, "actor": joint.reviewer, "now": joint.after(3)}
    handle_objection(upheld=True, handling="属实", **given)
    assert codes_of(end_publicity, case=case, actor=SYSTEM, now=joint.after(8)) == ["may_end_publicity"]
    end_publicity(case=case, conclusion="fail", result="异议成立", actor=joint.reviewer, now=joint.after(8))
    assert joint.stage(case, "公示").conclusion == "fail"
    assert codes_of(end_publicity, case=case, actor=SYSTEM, now=joint.after(8))[0] == "publicity_running"


def test_without_objections_the_periodic_work_ends_it_after_the_term(joint):
    case = joint.published()
    assert codes_of(end_publicity, case=case, actor=SYSTEM, now=joint.after(7)) == ["term_over"]
    assert end_publicity(case=case, actor=SYSTEM, now=joint.after(8)).result == "公示期满，无异议。"


def test_no_grant_while_a_publicity_runs(joint):
    case = joint.published()
    found = codes_of(grant_case, case=case, actor=joint.county_approver, now=joint.after(3))
    assert "publicity_clear" in found


def test_a_publicity_that_does_not_count_stops_the_promised_clock_and_not_the_statutory_one(db):
    joint = Joint()
    joint.steps = (SURVEY, TOWN_REVIEW, {**PUBLICITY, "counts_in_limit": False}, COUNTY_REVIEW)
    before = fresh(joint.begun())
    case = joint.at_county()
    assert case.promised_due_on > before.promised_due_on
    assert case.statutory_due_on == before.statutory_due_on


class TestPublicPages:
    @pytest.fixture(autouse=True)
    def today(self, joint, monkeypatch):
        monkeypatch.setattr(timezone, "now", lambda: joint.after(1))
        cache.clear()

    def test_the_list_and_the_page_show_the_published_words_and_nothing_else(self, joint, client):
        case = joint.published()
        page = running(case)
        for url in (reverse("publicity:index"), reverse("publicity:detail", args=[page.pk])):
            answer = client.get(url)
            text = answer.content.decode()
            assert "王*英" in text and case.version.name in text
            person = joint.resident
            for secret in ("王秀英", person.id_number, person.phone, person.address, case.number):
                assert secret not in text
            assert "noindex" in answer["X-Robots-Tag"]

    def test_an_objection_arrives_and_is_thanked_for(self, joint, client):
        page = running(joint.published())
        url = reverse("publicity:object", args=[page.pk])
        answer = client.post(url, {"text": "他家有车", "by_name": "", "contact": ""}, follow=True)
        assert "异议已收到" in answer.content.decode()
        assert Objection.objects.get().text == "他家有车"

    def test_an_empty_objection_is_asked_for_again(self, joint, client):
        page = running(joint.published())
        answer = client.post(reverse("publicity:object", args=[page.pk]), {"text": ""})
        assert answer.status_code == 200 and not Objection.objects.exists()

    def test_one_address_cannot_flood_a_publicity(self, joint, client):
        url = reverse("publicity:object", args=[running(joint.published()).pk])
        for n in range(OBJECTING.most):
            assert client.post(url, {"text": f"反映{n}"}).status_code == 302
        assert client.post(url, {"text": "还有"}).status_code == 429
        assert Objection.objects.count() == OBJECTING.most

    def test_what_was_published_is_gone_after_the_term(self, joint, client, monkeypatch):
        page = running(joint.published())
        monkeypatch.setattr(timezone, "now", lambda: joint.after(8))
        answer = client.get(reverse("publicity:detail", args=[page.pk]))
        assert answer.status_code == 410 and "王*英" not in answer.content.decode()
        assert "王*英" not in client.get(reverse("publicity:index")).content.decode()
        assert client.get(reverse("publicity:detail", args=[page.pk + 99])).status_code == 404

    def test_the_list_narrows_by_town_and_keeps_its_queries(self, joint, client, assert_same_queries):
        page = running(joint.published())
        code = joint.village.parent.code
        assert client.get(reverse("publicity:index"), {"town": code}).context["cards"]
        assert not client.get(reverse("publicity:index"), {"town": "990100999"}).context["cards"]
        assert client.get(reverse("publicity:index"), {"town": "x'"}).status_code == 200

        def grow():
            Publicity.objects.bulk_create(
                Publicity(
                    case=page.case,
                    content="申请人：王*英",
                    place="栏",
                    contact="办",
                    starts_on=page.starts_on,
                    ends_on=page.ends_on,
                )
                for _ in range(29)
            )

        assert_same_queries(lambda: client.get(reverse("publicity:index")), grow)


def test_refusals_are_sentences(joint):
    with pytest.raises(Refused) as refusal:
        end_publicity(case=joint.published(), actor=joint.reviewer, now=joint.after(2))
    assert "2026年11月9日" in refusal.value.text

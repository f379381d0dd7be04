"""The page of the rules of law says the truth: places are there, and rules of cases, clocks, papers have their tests."""

from io import StringIO

import pytest
from django.core.management import CommandError, call_command

from cases.clock import DELIVERY_TERM, INTAKE_TERM
from cases.domain.decide import grant_case
from cases.domain.recompute import CLOCKS
from catalog.choices import STATUTORY_PROCEDURES, ProcedureKind
from core.errors import Refused
from core.text import format_limit
from portal.law import TO_BE_TESTED, missing_places, proofs_by_rule, rules
from portal.law_acts import acts, by_article
from portal.law_terms import term_rows
from tests.accounts.factories import PostFactory
from tests.cases.factories import County, make_item


@pytest.fixture
def county(db):
    return County()


def test_all_thirty_rules_are_named_once_and_in_order():
    assert [rule.rule for rule in rules()] == [f"R{n}" for n in range(1, 31)]


def test_every_place_is_there():
    assert missing_places() == []


def test_a_rule_of_cases_clocks_papers_or_certificates_has_a_test():
    proven = proofs_by_rule()
    assert [rule.rule for rule in rules() if rule.part in TO_BE_TESTED and not proven.get(rule.rule)] == []


def test_a_rule_without_a_place_says_which_part_it_waits_for():
    assert all(rule.where or rule.later for rule in rules())


def test_a_marker_names_a_rule_that_exists():
    assert set(proofs_by_rule()) <= {rule.rule for rule in rules()}


def test_the_page_is_checked_against_what_would_be_drawn(tmp_path):
    page = tmp_path / "law.md"
    call_command("draw_law", output=page, stdout=StringIO())
    call_command("draw_law", output=page, check=True)
    page.write_text(page.read_text(encoding="utf-8") + "改", encoding="utf-8")
    with pytest.raises(CommandError):
        call_command("draw_law", output=page, check=True)


def test_every_clock_of_a_case_stands_among_the_terms_with_the_lengths_of_the_code():
    rows = {row.clock: row for row in term_rows() if row.clock}
    assert set(rows) == {*CLOCKS, "suspension", "stage"}
    assert rows["intake"].length == format_limit(INTAKE_TERM.n, INTAKE_TERM.unit)
    assert rows["delivery"].length == format_limit(DELIVERY_TERM.n, DELIVERY_TERM.unit)
    assert "20 个工作日" in rows["statutory"].length and "45 个工作日" in rows["statutory"].length
    assert "10 个工作日" in rows["statutory"].after and "15 个工作日" in rows["statutory"].after
    assert all(row.name and row.begins and row.length and row.law and row.stops for row in term_rows())
    for kind in STATUTORY_PROCEDURES:
        assert str(ProcedureKind(kind).label) in rows["statutory"].stops


def test_every_condition_of_every_act_says_its_sentence_in_chinese():
    silent = [f"{act.name} {rule.code}" for act in acts() for rule in act.rules if not rule.sentences]
    assert silent == []
    assert all("%(" not in text for act in acts() for rule in act.rules for text in rule.sentences)


def test_the_sentences_are_those_that_people_are_told(county):
    case = county.reviewing()
    with pytest.raises(Refused) as refusal:
        grant_case(case=case, actor=county.approver, now=county.later(3))
    drawn = {rule.code: rule.sentences for act in acts() if act.name == "grant" for rule in act.rules}
    told = {reason.code: reason.text for reason in refusal.value.reasons}
    assert told["opinion_given"] in drawn["opinion_given"]
    assert drawn["stages_done"] == ("还没有办完的环节：〔具体内容〕。",) and told["stages_done"].startswith(
        "还没有办完的环节："
    )


def test_articles_stand_in_their_order():
    numbers = [law for law in by_article() if law.startswith("行政许可法")]
    assert numbers.index("行政许可法 第5条") < numbers.index("行政许可法 第31条") < numbers.index("行政许可法 第50条")


@pytest.mark.django_db
def test_the_page_shows_the_terms_of_the_items_in_use(client_for, county, assert_same_queries):
    make_item("timber_permit", department=county.department)
    supervisor = client_for(PostFactory(supervisor=True).user)
    page = supervisor.get("/admin/law/").content.decode()
    assert "林木采伐许可" in page and "专家评审（最长20个工作日）" in page
    keys = iter(("food_workshop", "homestead", "elder_card"))
    assert_same_queries(
        lambda: supervisor.get("/admin/law/"), lambda: [make_item(key, department=county.department) for key in keys]
    )


@pytest.mark.django_db
def test_a_supervisor_reads_the_rules_and_a_clerk_does_not(client_for):
    supervisor, clerk = PostFactory(supervisor=True), PostFactory(clerk=True)
    page = client_for(supervisor.user).get("/admin/law/")
    text = page.content.decode()
    assert (
        page.status_code == 200
        and "法律依据与规则" in text
        and "R30" in text
        and "行政许可法 第32条" in text
        and "<svg" in text
    )
    assert "/admin/law/" in client_for(supervisor.user).get("/admin/").content.decode()
    assert "R30" not in client_for(clerk.user).get("/admin/law/").content.decode()

"""Documents and certificates are built by one function each, for the verbs and for the invented county."""

from datetime import date

import pytest

from cases.certificates.build import build_certificate
from cases.demo.writer import Numbers
from cases.documents.build import build_document
from cases.models import Certificate, OfficialDocument
from flow.models import Series
from tests.cases.factories import make_item

pytestmark = [pytest.mark.django_db, pytest.mark.database]


def test_a_document_of_the_demo_is_the_one_the_verb_issues_with_the_next_number(county):
    case = county.accepted()
    issued = OfficialDocument.objects.get(case=case, code="acceptance_notice")
    numbers = Numbers()
    numbers.next(series="document:青石受:2026")
    built = build_document(
        code="acceptance_notice",
        application=case.application,
        case=case,
        unit=case.unit,
        context={key: value for key, value in issued.context.items() if key != "number"},
        draw=numbers.next,
        now=issued.issued_at,
    )
    assert (issued.number, built.number) == ("青石受〔2026〕1号", "青石受〔2026〕2号")
    assert built.context == {**issued.context, "number": built.number}
    assert (built.title, built.pk) == (issued.title, None)


def test_a_kind_without_a_word_and_a_paper_of_no_unit_have_no_number(county):
    case, numbers = county.accepted(), Numbers()
    for code, unit in (("certificate", case.unit), ("acceptance_notice", None)):
        built = build_document(
            code=code,
            application=case.application,
            case=case,
            unit=unit,
            context={},
            draw=numbers.next,
            now=county.now,
        )
        assert (built.number, built.context) == ("", {})
    assert not numbers.last


def test_a_certificate_of_the_demo_is_the_one_the_grant_issues_with_the_next_number(county):
    issued = Certificate.objects.get(case=county.granted())
    numbers = Numbers()
    numbers.last.update(dict(Series.objects.values_list("key", "last")))
    built = build_certificate(case=issued.case, on=issued.issued_on, draw=numbers.next)
    same = ("case_id", "holder_id", "holder_name", "name", "issuer_id", "issued_on", "valid_from", "valid_to", "state")
    assert [getattr(built, name) for name in same] == [getattr(issued, name) for name in same]
    assert issued.number.endswith("000001")
    assert built.number.endswith("000002")
    assert built.identifier != issued.identifier


def test_an_item_that_ends_in_a_decision_only_has_no_certificate(county):
    item = make_item("temporary_relief", department=county.department, result={"name": "", "kind": "none"})
    case = county.received(items=[item])
    assert build_certificate(case=case, on=date(2026, 11, 2), draw=Numbers().next) is None

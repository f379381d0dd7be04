"""Every paper that prints a last day says 暂定 where no notice covers the year, and only there (domain.md §6)."""

from __future__ import annotations

from datetime import date

import pytest

from cases.domain.documents import record_document
from papers.catalogue import KINDS
from papers.catalogue.shapes import DATE, LAST_DAYS, shape_of
from papers.samples import SAMPLES, least
from places.domain.edition import renew_edition
from places.models import CalendarDay
from tests.papers.conftest import rendered_html

pytestmark = pytest.mark.django_db

OPEN_YEAR, KNOWN_YEAR = date(2027, 3, 5), date(2026, 12, 4)
PRINTED = [(code, key) for code, kind in KINDS.items() for key in LAST_DAYS if key in (*kind.required, *kind.optional)]
# Days that no calendar moves: of what has happened, of terms counted by the date, of the day a thing takes effect.
FIXED = {
    *("accepted_on", "agreed_on", "agreement_on", "applied_on", "asked_on", "barred_until", "child_born_on"),
    *("closed_on", "correction_issued_on", "effective_on", "ended_on", "filed_on", "finished_on", "issued_on"),
    *("former_decision_on", "former_due_on", "former_valid_to", "from_on", "received_on", "silence_on", "starts_on"),
    *("started_on", "suspended_from", "suspended_to", "to_on", "valid_from", "valid_to"),
}


@pytest.fixture
def issued(county):
    """`issued(code, data)`: the paper as a page, as the county would issue it."""
    case = county.accepted()

    def page(code, data):
        document = record_document(
            code=code,
            application=case.application,
            case=case,
            context=data,
            actor=county.clerk,
            now=county.now,
            unit=county.town_unit,
        )
        return rendered_html(code, document.context)

    return page


def saying(code, key, day):
    """The sample of `code` with this last day and no other."""
    data = {
        name: value for name, value in SAMPLES[code].items() if name not in LAST_DAYS or name in KINDS[code].required
    }
    needed = {name: KNOWN_YEAR.isoformat() for name in LAST_DAYS if name in KINDS[code].required}
    return {**data, **needed, key: day.isoformat()}


def test_every_day_a_paper_knows_is_either_a_last_day_or_fixed():
    days = {
        key for kind in KINDS.values() for key in (*kind.required, *kind.optional) if shape_of(kind.code, key) == DATE
    }
    assert days == FIXED | set(LAST_DAYS)
    assert not FIXED & set(LAST_DAYS)


@pytest.mark.parametrize("code, key", PRINTED)
def test_a_last_day_in_a_year_without_a_notice_is_marked_and_in_a_known_year_not(issued, code, key):
    page = issued(code, saying(code, key, OPEN_YEAR))
    assert "2027年3月5日" in page
    assert page.count("暂定") == 1
    assert "暂定" not in issued(code, saying(code, key, KNOWN_YEAR))


def test_once_the_notice_is_there_nothing_is_marked(issued):
    CalendarDay.objects.filter(day__year=OPEN_YEAR.year).update(is_provisional=False)
    renew_edition()
    for code, key in PRINTED:
        assert "暂定" not in issued(code, saying(code, key, OPEN_YEAR)), code


def test_a_paper_without_a_last_day_says_nothing_of_it(issued):
    for code in KINDS.keys() - {code for code, _key in PRINTED}:
        assert "暂定" not in issued(code, least(code)), code

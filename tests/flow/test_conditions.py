import pytest

from core.errors import Reason, Refused
from flow.conditions import Condition, require, unmet

LARGE = Condition[int]("number.small", "行政许可法第32条", lambda n: None if n > 10 else f"{n} 太小。")
EVEN = Condition[int]("number.odd", "", lambda n: None if n % 2 == 0 else f"{n} 是单数。")


def test_a_person_hears_every_reason_at_once():
    with pytest.raises(Refused) as refused:
        require([LARGE, EVEN], 3)
    assert refused.value.reasons == (
        Reason("number.small", "3 太小。", "行政许可法第32条"),
        Reason("number.odd", "3 是单数。", ""),
    )


def test_conditions_that_are_met_say_nothing():
    assert unmet([LARGE, EVEN], 12) == []
    assert [reason.code for reason in unmet([LARGE, EVEN], 13)] == ["number.odd"]
    require([LARGE, EVEN], 12)

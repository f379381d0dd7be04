"""The judge of the fault runs: what was acknowledged and left nothing behind is a fault."""

import pytest

from benchmarks.fault_runs.journal import Attempt
from benchmarks.fault_runs.judge import LEAVES, Found, expected, judge_attempts


class Nothing(Found):
    def __init__(self):
        self.events, self.audits, self.documents = {}, {}, {}


class Whole(Nothing):
    """Everything the attempt leaves, `times` over."""

    def __init__(self, attempt, times=1):
        super().__init__()
        events, audits, documents = expected(attempt)
        self.events = {"t": events * times}
        self.audits = {"t": audits * times}
        self.documents = {"t": documents * times}


def judged(attempt, found):
    return list(judge_attempts({"t": attempt}, found, others=()))


@pytest.mark.parametrize("verb", sorted(set(LEAVES) - {"submit"}))
def test_an_acknowledged_act_without_a_trace_is_a_fault(verb):
    done = Attempt("t", verb, answer="done")
    assert len(judged(done, Nothing())) == 1
    assert judged(done, Whole(done)) == []
    assert len(judged(done, Whole(done, times=2))) == 1


@pytest.mark.parametrize("verb", ["supply", "grant"])
def test_what_was_refused_leaves_nothing_and_what_was_not_answered_all_or_nothing(verb):
    refused, silent = Attempt("t", verb, answer="refused"), Attempt("t", verb, answer="")
    assert judged(refused, Nothing()) == [] and len(judged(refused, Whole(refused))) == 1
    assert judged(silent, Nothing()) == [] and judged(silent, Whole(silent)) == []

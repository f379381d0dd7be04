from dataclasses import replace
from itertools import pairwise
from xml.etree import ElementTree

import pytest
from django.core.checks import run_checks
from django.core.management import CommandError, call_command

from flow import machine as machines
from flow.drawing import draw
from flow.layout import lay_out
from flow.machine import Edge, Machine, State, problems


def edges(name, number, sources, target):
    return [Edge(name, name, number, source, target) for source in sources.split()]


STATES = ("draft", "received", "correction", "accepted", "granted", "denied", "withdrawn")
MACHINE = Machine(
    key="tests.ticket",
    title="工单",
    initial="draft",
    states=tuple(State(code, code, code in ("granted", "denied", "withdrawn")) for code in STATES),
    edges=(
        *edges("submit", "T1", "draft", "received"),
        *edges("correct", "T3", "received", "correction"),
        *edges("accept", "T2", "received correction", "accepted"),
        *edges("withdraw", "T9", "received correction accepted", "withdrawn"),
        *edges("grant", "T14", "accepted", "granted"),
        *edges("deny", "T15", "accepted", "denied"),
    ),
)


@pytest.fixture
def only_this_machine(monkeypatch):
    monkeypatch.setattr(machines, "_machines", {MACHINE.key: MACHINE})


def test_a_sound_machine_has_no_problems():
    assert problems(MACHINE) == []


def test_a_state_nobody_reaches_is_named():
    lost = replace(MACHINE, states=(*MACHINE.states, State("lost", "lost", True)))
    assert problems(lost) == ["tests.ticket: state lost cannot be reached"]


def test_a_dead_end_is_named():
    stuck = replace(MACHINE, edges=tuple(e for e in MACHINE.edges if e.source != "accepted"))
    assert "tests.ticket: state accepted has no exit and is not final" in problems(stuck)


def test_an_exit_of_a_final_state_is_named():
    reopened = replace(MACHINE, edges=(*MACHINE.edges, *edges("reopen", "", "denied", "accepted")))
    assert problems(reopened) == ["tests.ticket: final state denied has an exit"]


def test_a_transition_to_an_unknown_state_is_named():
    strange = replace(MACHINE, edges=(*MACHINE.edges, *edges("vanish", "", "draft", "nowhere")))
    assert "tests.ticket: transition to or from unknown state nowhere" in problems(strange)


def test_the_system_check_reports_a_broken_machine(only_this_machine):
    machines.register(replace(MACHINE, edges=MACHINE.edges[:-1]))
    assert [check.msg for check in run_checks() if check.id == "flow.E001"] == [
        "tests.ticket: state denied cannot be reached"
    ]


def test_boxes_of_one_row_keep_their_distance():
    layout = lay_out(MACHINE)
    for rank in range(layout.rows):
        row = sorted(node.x for node in layout.nodes.values() if node.rank == rank)
        assert all(right - left >= 1 for left, right in pairwise(row))


def test_lines_run_downwards_and_those_back_are_kept_apart():
    returning = edges("resume", "", "accepted", "received") + edges("again", "", "correction", "correction")
    layout = lay_out(replace(MACHINE, edges=(*MACHINE.edges, *returning)))
    assert sorted(edge.name for edge in layout.backward) == ["again", "resume"]
    for route in layout.routes:
        ranks = [layout.nodes[key].rank for key in route.path]
        assert ranks == list(range(ranks[0], ranks[-1] + 1))


def test_the_drawing_is_valid_and_always_the_same():
    picture = draw([MACHINE])
    assert picture == draw([MACHINE])
    root = ElementTree.fromstring(picture)  # noqa: S314 - our own output
    texts = {element.text for element in root.iter("{http://www.w3.org/2000/svg}text")}
    assert {"工单", "correction", "withdraw T9"} <= texts


def test_the_command_says_when_the_drawing_is_out_of_date(only_this_machine, tmp_path):
    target = tmp_path / "states.svg"
    with pytest.raises(CommandError, match="out of date"):
        call_command("draw_states", check=True, output=target)
    call_command("draw_states", output=target)
    call_command("draw_states", check=True, output=target)
    assert "工单" in target.read_text(encoding="utf-8")

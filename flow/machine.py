"""A state machine read from a model's `@transition` methods, so that it can be checked and drawn."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.db import models
from django_fsm import ANY_OTHER_STATE, ANY_STATE


@dataclass(frozen=True)
class State:
    code: str
    label: Any  # a lazy translation
    final: bool


@dataclass(frozen=True)
class Edge:
    """One allowed move. `name` is the bare transition method; `label` and `number` come from its `custom`."""

    name: str
    label: Any
    number: str
    source: str
    target: str


@dataclass(frozen=True)
class Deed:
    """What carries edges out: a verb, the names of the edges it moves, who may do it, the documents it issues."""

    verb: str
    moves: tuple[str, ...]
    may: tuple[str, ...]
    documents: tuple[str, ...]


@dataclass(frozen=True)
class Machine:
    """`deeds` are checked when there are any: then every edge needs one."""

    key: str
    title: Any
    initial: str
    states: tuple[State, ...]
    edges: tuple[Edge, ...]
    deeds: tuple[Deed, ...] = ()

    def exits(self, code: str) -> list[Edge]:
        return [edge for edge in self.edges if edge.source == code]

    def reachable(self) -> set[str]:
        """Every state that some path of transitions leads to from the initial one, itself included."""
        found, frontier = {self.initial}, [self.initial]
        while frontier:
            new = {edge.target for edge in self.exits(frontier.pop())} - found
            found |= new
            frontier += sorted(new)
        return found


def describe(
    model: type[models.Model], *, final: Iterable[str], field: str = "status", deeds: Iterable[Deed] = ()
) -> Machine:
    """The machine of `model.field`: states from its choices in their order, edges from its transitions."""
    fsm: Any = model._meta.get_field(field)
    finals = set(final)
    states = tuple(State(str(code), label, code in finals) for code, label in fsm.flatchoices)
    codes = [state.code for state in states]
    edges = [edge for t in fsm.get_all_transitions(model) for edge in _edges(t, codes)]
    order = {code: n for n, code in enumerate(codes)}
    edges.sort(key=lambda e: (order.get(e.source, -1), order.get(e.target, -1), e.name))
    title = model._meta.verbose_name
    return Machine(model._meta.label_lower, title, str(fsm.get_default()), states, tuple(edges), tuple(deeds))


def _edges(transition: Any, codes: list[str]) -> list[Edge]:
    target = str(transition.target)
    if transition.source == ANY_STATE:
        sources = codes
    elif transition.source == ANY_OTHER_STATE:
        sources = [code for code in codes if code != target]
    else:
        sources = [str(transition.source)]
    name = transition.name.lstrip("_")
    label = transition.custom.get("label", name)
    return [Edge(name, label, transition.custom.get("t", ""), source, target) for source in sources]


def problems(machine: Machine) -> list[str]:
    """What is wrong with a machine: unknown states, states nobody reaches, dead ends, exits of final states."""
    known = {state.code for state in machine.states}
    strange = sorted({code for edge in machine.edges for code in (edge.source, edge.target)} - known)
    found = [f"{machine.key}: transition to or from unknown state {code}" for code in strange]
    reachable = machine.reachable()
    for state in machine.states:
        exits = machine.exits(state.code)
        if state.code not in reachable:
            found.append(f"{machine.key}: state {state.code} cannot be reached")
        if not exits and not state.final:
            found.append(f"{machine.key}: state {state.code} has no exit and is not final")
        if exits and state.final:
            found.append(f"{machine.key}: final state {state.code} has an exit")
    return found + (_idle(machine) if machine.deeds else [])


def _idle(machine: Machine) -> list[str]:
    """Edges that no verb carries out, verbs that nobody may do, and verbs that move what does not exist."""
    names = {edge.name for edge in machine.edges}
    moved = {name for deed in machine.deeds for name in deed.moves}
    found = [f"{machine.key}: no verb carries out {name}" for name in sorted(names - moved)]
    found += [f"{machine.key}: nobody may {deed.verb}" for deed in machine.deeds if deed.moves and not deed.may]
    return found + [f"{machine.key}: no transition is called {name}" for name in sorted(moved - names)]


_machines: dict[str, Machine] = {}


def register(machine: Machine) -> None:
    """Called by the app that owns the record, in `ready()`. A second call with the same key replaces the first."""
    _machines[machine.key] = machine


def registered() -> list[Machine]:
    return [_machines[key] for key in sorted(_machines)]

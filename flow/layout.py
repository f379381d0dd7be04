"""Where the boxes and lines of a state machine's drawing go: ranks from top to bottom, few crossings. Pure."""

from dataclasses import dataclass, field
from itertools import pairwise

from .machine import Edge, Machine

SWEEPS = 12
Point = tuple[float, float]


@dataclass
class Node:
    """A box (`state` set) or a bend of a long line. `x` counts slots, `rank` rows."""

    key: str
    rank: int
    state: bool
    x: float = 0.0
    above: list[str] = field(default_factory=list)
    below: list[str] = field(default_factory=list)


@dataclass(frozen=True)
class Route:
    """The keys of the nodes a transition passes, first its source, last its target."""

    edge: Edge
    path: tuple[str, ...]


@dataclass(frozen=True)
class Layout:
    nodes: dict[str, Node]
    routes: tuple[Route, ...]
    backward: tuple[Edge, ...]

    @property
    def rows(self) -> int:
        return 1 + max(node.rank for node in self.nodes.values())


def lay_out(machine: Machine) -> Layout:
    """The same machine always gives the same drawing."""
    forward, backward = _split(machine)
    ranks = _ranks(machine, forward)
    nodes = {state.code: Node(state.code, ranks[state.code], True) for state in machine.states}
    routes = tuple(_route(edge, nodes) for edge in sorted(forward, key=lambda e: ranks[e.source]))
    rows = _ordered(nodes)
    _place(rows, nodes)
    return Layout(nodes, routes, tuple(backward))


def _split(machine: Machine) -> tuple[list[Edge], list[Edge]]:
    """Forward edges, and those that would close a circle (found by walking in the order of the states)."""
    backward: list[Edge] = []
    done: set[str] = set()

    def visit(code: str, trail: tuple[str, ...]) -> None:
        for edge in machine.exits(code):
            if edge.target in (*trail, code):
                backward.append(edge)
            elif edge.target not in done:
                visit(edge.target, (*trail, code))
        done.add(code)

    for state in machine.states:
        if state.code not in done:
            visit(state.code, ())
    return [edge for edge in machine.edges if edge not in backward], backward


def _ranks(machine: Machine, forward: list[Edge]) -> dict[str, int]:
    ranks = {state.code: 0 for state in machine.states}
    for _ in machine.states:
        for edge in forward:
            ranks[edge.target] = max(ranks[edge.target], ranks[edge.source] + 1)
    return ranks


def _route(edge: Edge, nodes: dict[str, Node]) -> Route:
    """Lines of one verb to one state share their bends, so that they join instead of running side by side."""
    path = [edge.source]
    for rank in range(nodes[edge.source].rank + 1, nodes[edge.target].rank):
        bend = f"{edge.name}>{edge.target}@{rank}"
        nodes.setdefault(bend, Node(bend, rank, False))
        path.append(bend)
    path.append(edge.target)
    for upper, lower in pairwise(path):
        if lower not in nodes[upper].below:
            nodes[upper].below.append(lower)
            nodes[lower].above.append(upper)
    return Route(edge, tuple(path))


def _ordered(nodes: dict[str, Node]) -> list[list[Node]]:
    """Rows in an order with few crossings: each node moves to the mean of its neighbours (barycentre sweeps)."""
    rows: list[list[Node]] = [[] for _ in range(1 + max(node.rank for node in nodes.values()))]
    for node in nodes.values():
        rows[node.rank].append(node)
    for sweep in range(SWEEPS):
        downwards = sweep % 2 == 0
        for row in rows if downwards else reversed(rows):
            place = {node.key: n for other in rows for n, node in enumerate(other)}
            row.sort(key=lambda node: _mean([place[k] for k in _neighbours(node, downwards)], place[node.key]))
    return rows


def _neighbours(node: Node, downwards: bool) -> list[str]:
    return node.above if downwards else node.below


def _mean(values: list[int] | list[float], otherwise: float) -> float:
    return sum(values) / len(values) if values else otherwise


def _place(rows: list[list[Node]], nodes: dict[str, Node]) -> None:
    """Slots along each row: as near to the neighbours as the distance of one slot allows."""
    for row in rows:
        for n, node in enumerate(row):
            node.x = n - (len(row) - 1) / 2
    for sweep in range(SWEEPS * 2):
        for row in rows if sweep % 2 == 0 else reversed(rows):
            wanted = [_mean([nodes[key].x for key in (*node.above, *node.below)], node.x) for node in row]
            for node, x in zip(row, _spread(wanted), strict=True):
                node.x = x
    left = min(node.x for node in nodes.values())
    for node in nodes.values():
        # Half slots straighten the main path; neighbours stay at least one slot apart.
        node.x = round((node.x - left) * 2) / 2


def _spread(wanted: list[float]) -> list[float]:
    """Nearest positions to `wanted` in the given order with at least 1 between neighbours (pool adjacent violators)."""
    pools: list[tuple[float, int]] = []
    for n, x in enumerate(wanted):
        total, size = x - n, 1
        while pools and pools[-1][0] / pools[-1][1] > total / size:
            before, count = pools.pop()
            total, size = total + before, size + count
        pools.append((total, size))
    levels = [total / size for total, size in pools for _ in range(size)]
    return [level + n for n, level in enumerate(levels)]

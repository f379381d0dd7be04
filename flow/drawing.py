"""Draw state machines as one SVG with labels in the language in force. Deterministic: the file can be compared."""

from collections.abc import Sequence
from xml.sax.saxutils import escape

from django.utils.translation import gettext as _

from .layout import Layout, Point, Route, lay_out
from .machine import Edge, Machine, State

SLOT, ROW, BOX_WIDTH, BOX_HEIGHT, MARGIN, HEAD = 148, 108, 116, 42, 36, 56
ASIDE = 28  # how far beside its neighbour a line back up runs
INK, LINE, PAPER, SOFT, BRAND = "#14202b", "#4a5663", "#ffffff", "#f5f7f9", "#0b4f8a"
FONTS = "'Noto Sans SC','Noto Sans CJK SC','PingFang SC','Microsoft YaHei','WenQuanYi Zen Hei',sans-serif"


def draw(machines: Sequence[Machine]) -> str:
    """All machines below each other. An empty sequence gives an empty picture."""
    parts, top, width = [], 0.0, 2.0 * MARGIN
    for machine in machines:
        layout = lay_out(machine)
        parts.append(f'<g transform="translate(0 {top:g})">{_machine(machine, layout)}</g>')
        top += HEAD + layout.rows * ROW
        width = max(width, (max(n.x for n in layout.nodes.values()) + 1) * SLOT + 2 * MARGIN)
    head = (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width:g} {top:g}" width="{width:g}" height="{top:g}" '
        f'role="img" aria-label="{escape(_("States and transitions"))}" font-family="{FONTS}" fill="{INK}">'
    )
    arrow = (
        '<defs><marker id="arrow" viewBox="0 0 8 8" refX="7.5" refY="4" markerWidth="8" markerHeight="8" orient="auto">'
        f'<path d="M0 0L8 4L0 8z" fill="{LINE}"/></marker></defs>'
    )
    paper = f'<rect width="100%" height="100%" fill="{PAPER}"/>'
    return "\n".join([head, arrow, paper, *parts, "</svg>\n"])


def _machine(machine: Machine, layout: Layout) -> str:
    title = f'<text x="{MARGIN}" y="34" font-size="18" font-weight="700">{escape(str(machine.title))}</text>'
    lines = [_line(route, layout) for route in layout.routes]
    back = [_backward(edge, layout) for edge in _returning(layout)]
    boxes = [_box(state, machine, layout) for state in machine.states]
    labels = _labels(machine, layout)
    return "\n".join([title, *lines, *back, *boxes, *labels])


def _centre(key: str, layout: Layout) -> Point:
    node = layout.nodes[key]
    return MARGIN + node.x * SLOT + SLOT / 2, HEAD + node.rank * ROW + BOX_HEIGHT / 2


def _box(state: State, machine: Machine, layout: Layout) -> str:
    x, y = _centre(state.code, layout)
    left, top = x - BOX_WIDTH / 2, y - BOX_HEIGHT / 2
    fill, stroke, ink = (SOFT, LINE, INK) if state.final else (PAPER, BRAND, INK)
    if state.code == machine.initial:
        fill, ink = BRAND, PAPER
    shape = (
        f'<rect x="{left:g}" y="{top:g}" width="{BOX_WIDTH}" height="{BOX_HEIGHT}" rx="6" fill="{fill}" '
        f'stroke="{stroke}" stroke-width="1.5"/>'
    )
    if state.final:
        shape += (
            f'<rect x="{left + 3:g}" y="{top + 3:g}" width="{BOX_WIDTH - 6}" height="{BOX_HEIGHT - 6}" rx="4" '
            f'fill="none" stroke="{stroke}"/>'
        )
    staying = [edge for edge in layout.backward if edge.source == edge.target == state.code]
    if not staying:
        return shape + _text(x, y + 5, str(state.label), 15, ink)
    again = "\u21ba " + "、".join(_caption(edge) for edge in staying)
    return shape + _text(x, y - 2, str(state.label), 15, ink) + _text(x, y + 15, again, 11, LINE)


def _line(route: Route, layout: Layout) -> str:
    points = [_centre(key, layout) for key in route.path]
    (x, y), (last_x, last_y) = points[0], points[-1]
    d = f"M{x:g} {y + BOX_HEIGHT / 2:g}"
    ends = [*points[1:-1], (last_x, last_y - BOX_HEIGHT / 2)]
    y += BOX_HEIGHT / 2
    for n, (to_x, to_y) in enumerate(ends):
        stop = to_y if n == len(ends) - 1 else to_y - BOX_HEIGHT / 2
        half = (y + stop) / 2
        d += f"C{x:g} {half:g} {to_x:g} {half:g} {to_x:g} {stop:g}"
        if n < len(ends) - 1:
            stop = to_y + BOX_HEIGHT / 2
            d += f"V{stop:g}"
        x, y = to_x, stop
    return f'<path d="{d}" fill="none" stroke="{LINE}" stroke-width="1.5" marker-end="url(#arrow)"/>'


def _backward(edge: Edge, layout: Layout) -> str:
    """A dashed line back up, beside the line that came down."""
    x, y = _centre(edge.source, layout)
    to_x, to_y = _centre(edge.target, layout)
    y, to_y = y - BOX_HEIGHT / 2, to_y + BOX_HEIGHT / 2
    half = (y + to_y) / 2
    d = f"M{x - ASIDE:g} {y:g}C{x - ASIDE:g} {half:g} {to_x - ASIDE:g} {half:g} {to_x - ASIDE:g} {to_y:g}"
    return (
        f'<path d="{d}" fill="none" stroke="{LINE}" stroke-width="1.5" stroke-dasharray="5 3" '
        'marker-end="url(#arrow)"/>'
    )


def _labels(machine: Machine, layout: Layout) -> list[str]:
    """Each verb once per line: on the first bend of a long line, else by the target, or by a source with one exit."""
    seen: dict[tuple[float, float], str] = {}
    for route in layout.routes:
        x, y = _centre(route.path[1], layout)
        if layout.nodes[route.path[1]].state:
            y -= BOX_HEIGHT / 2 + 17
            if len(machine.exits(route.edge.source)) == 1:
                x, y = _centre(route.edge.source, layout)
                y += BOX_HEIGHT / 2 + 17
        if not _joins_a_longer_line(route, layout):
            seen.setdefault((x, y), _caption(route.edge))
    for edge in _returning(layout):
        x, y = _centre(edge.source, layout)
        seen.setdefault((x - ASIDE, y - BOX_HEIGHT / 2 - 37), _caption(edge))
    return [_label(x, y, text) for (x, y), text in seen.items()]


def _joins_a_longer_line(route: Route, layout: Layout) -> bool:
    """Whether the same verb comes into the same state on a longer line, which carries the label already."""
    return any(
        other.edge.name == route.edge.name and other.path[-2:] == route.path[-2:] and len(other.path) > len(route.path)
        for other in layout.routes
    )


def _returning(layout: Layout) -> list[Edge]:
    """Edges back to an earlier state; those that stay in their state are written into its box."""
    return [edge for edge in layout.backward if edge.source != edge.target]


def _caption(edge: Edge) -> str:
    return f"{edge.label} {edge.number}".strip()


def _label(x: float, y: float, text: str) -> str:
    width = sum(12.5 if ord(char) > 0x2E80 else 7.2 for char in text) + 8
    back = f'<rect x="{x - width / 2:g}" y="{y - 9:g}" width="{width:g}" height="18" rx="3" fill="{PAPER}"/>'
    return back + _text(x, y + 4.5, text, 12.5, LINE)


def _text(x: float, y: float, text: str, size: float, fill: str) -> str:
    return f'<text x="{x:g}" y="{y:g}" font-size="{size:g}" text-anchor="middle" fill="{fill}">{escape(text)}</text>'

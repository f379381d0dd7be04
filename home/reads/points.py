from typing import Any


def point_context(*a: Any, **kw: Any) -> dict[str, Any]:
    return {}


def point_list(*a: Any, **kw: Any) -> dict[str, Any]:
    return {}


def window_context(*a: Any, **kw: Any) -> dict[str, Any]:
    return {}


def public_point(point_id: int) -> Any:
    return None

from typing import Any


def front_of(request: Any, **kw: Any) -> dict[str, Any]:
    return {}

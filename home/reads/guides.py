from typing import Any


def guide_context(page: Any, request: Any) -> dict[str, Any]:
    return {}

from __future__ import annotations

from accounts.actors import PostValue
from accounts.models import Role


def post_name(post: PostValue) -> str:
    """Unit and role, as they stand under the name of whoever holds the post."""
    return f"{post.unit_name} {Role(post.role).label}"

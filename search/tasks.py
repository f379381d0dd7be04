"""Jobs of the search room: enqueued in the transaction that changed something, harmless when run twice or late."""

from django_tasks import task

from search.refresh import refresh


@task()
def index_refs(refs: list[str]) -> None:
    """Bring the index up to the database for these references (`kind:key`)."""
    refresh(refs)

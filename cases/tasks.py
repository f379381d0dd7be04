"""Jobs of the cases room. Each may run twice without harm."""

from django.utils import timezone
from django_tasks import task

from cases.models import OfficialDocument, Recomputation


@task()
def make_document(document_id: int) -> None:
    from cases.domain.documents import render_document  # verbs enqueue this job, so they are imported late

    document = OfficialDocument.objects.get(pk=document_id)
    render_document(document=document, now=timezone.now())


@task()
def recompute_after_calendar(run_id: int) -> None:
    """After a change of the working-day calendar; a job that was broken off goes on where it stopped."""
    from cases.domain.recompute import carry_on

    for _progress in carry_on(run=Recomputation.objects.get(pk=run_id), now=timezone.now()):
        pass

"""Jobs of the cases room. Each may run twice without harm."""

from django.utils import timezone
from django_tasks import task

from cases.models import OfficialDocument


@task()
def make_document(document_id: int) -> None:
    from cases.domain.documents import render_document  # verbs enqueue this job, so they are imported late

    document = OfficialDocument.objects.get(pk=document_id)
    render_document(document=document, now=timezone.now())

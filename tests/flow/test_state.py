import pytest
from django.db import connection, models
from django.test.utils import isolate_apps
from django_fsm import FSMField, transition

from flow.machine import describe
from flow.state import FreshStateMixin


@pytest.fixture
def ticket_model(transactional_db):
    """A record with a protected state and a table of its own for one test."""
    with isolate_apps("flow"):

        class Ticket(FreshStateMixin, models.Model):
            status = FSMField(default="open", choices=[("open", "开"), ("shut", "关")], protected=True)
            title = models.CharField(max_length=20, default="")

            class Meta:
                app_label = "flow"

            @transition("status", source="open", target="shut", custom={"label": "关闭", "t": "T1"})
            def _shut(self) -> None: ...

        with connection.schema_editor() as editor:
            editor.create_model(Ticket)
        yield Ticket
        with connection.schema_editor() as editor:
            editor.delete_model(Ticket)


@pytest.fixture
def ticket_moved_by_somebody_else(ticket_model):
    ticket = ticket_model.objects.create()
    ticket_model.objects.filter(pk=ticket.pk).update(status="shut", title="x")
    return ticket


def test_the_state_cannot_be_assigned(ticket_model):
    with pytest.raises(AttributeError):
        ticket_model.objects.create().status = "shut"


def test_refresh_brings_the_state_with_one_query(ticket_moved_by_somebody_else, django_assert_num_queries):
    ticket = ticket_moved_by_somebody_else
    with django_assert_num_queries(1):
        ticket.refresh_from_db()
        assert (ticket.status, ticket.title) == ("shut", "x")
    with pytest.raises(AttributeError):
        ticket.status = "open"


def test_refresh_of_other_fields_leaves_the_state(ticket_moved_by_somebody_else):
    ticket = ticket_moved_by_somebody_else
    ticket.refresh_from_db(fields=["title"])
    assert (ticket.status, ticket.title) == ("open", "x")
    ticket.refresh_from_db(fields=["status"])
    assert ticket.status == "shut"


def test_a_deferred_state_is_loaded_when_asked_for(ticket_moved_by_somebody_else, ticket_model):
    ticket = ticket_model.objects.defer("status").get()
    assert ticket.get_deferred_fields() == {"status"}
    assert ticket.status == "shut"


def test_a_failed_refresh_keeps_what_was_known(ticket_model):
    ticket = ticket_model.objects.create()
    ticket_model.objects.all().delete()
    with pytest.raises(ticket_model.DoesNotExist):
        ticket.refresh_from_db()
    assert ticket.status == "open"


def test_a_machine_is_read_from_the_transitions(ticket_model):
    machine = describe(ticket_model, final=["shut"])
    assert machine.initial == "open"
    assert [(s.code, s.label, s.final) for s in machine.states] == [("open", "开", False), ("shut", "关", True)]
    assert [(e.name, e.label, e.number, e.source, e.target) for e in machine.edges] == [
        ("shut", "关闭", "T1", "open", "shut")
    ]

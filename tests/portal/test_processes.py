"""Children are kept alive and taken down together."""

import signal
import socket
import time

import pytest
from django.core.management import CommandError

from portal.management.commands.up import refuse_a_busy_port
from portal.processes import RESTART_AFTER, Child, Supervisor, wait_until_answering


def sleep() -> None:
    time.sleep(60)


def ignore_the_polite_signal() -> None:
    signal.signal(signal.SIGTERM, signal.SIG_IGN)
    time.sleep(60)


def end() -> None:
    pass


def fail() -> None:
    raise ValueError("of no use to anybody")


@pytest.fixture
def supervise():
    made = []

    def start(*children: Child, **options) -> Supervisor:
        supervisor = Supervisor(list(children), say=lambda text: None, **options)
        made.append(supervisor)
        supervisor.start()
        return supervisor

    yield start
    for supervisor in made:
        supervisor.take_down()


def test_a_worker_that_died_is_started_again_after_a_pause(supervise):
    worker = Child("worker", sleep)
    supervisor = supervise(Child("web", sleep, vital=True), worker)
    worker.send(signal.SIGKILL)
    worker.wait()
    supervisor.step(100.0)
    assert not worker.alive()
    supervisor.step(100.0 + RESTART_AFTER)
    assert worker.alive()


def test_everything_stops_with_a_fault_when_the_web_dies(supervise):
    worker = Child("worker", sleep)
    supervisor = supervise(Child("web", end, vital=True), worker)
    supervisor.children[0].wait()
    assert supervisor.watch() == 1
    assert not worker.alive()


def test_a_signal_stops_everything_without_a_fault(supervise):
    web = Child("web", sleep, vital=True)
    supervisor = supervise(web)
    supervisor.stop(signal.SIGINT)
    assert supervisor.watch() == 0
    assert not web.alive()


def test_a_child_that_does_not_listen_is_killed_after_the_grace_period(supervise, monkeypatch):
    monkeypatch.setattr("portal.processes.GRACE", 0.5)
    deaf = Child("deaf", ignore_the_polite_signal)
    supervisor = supervise(deaf)
    time.sleep(0.5)
    begun = time.monotonic()
    supervisor.take_down()
    assert not deaf.alive()
    assert time.monotonic() - begun < 5


def test_the_periodic_work_does_not_overtake_itself(supervise):
    supervisor = supervise(Child("web", sleep, vital=True), periodic=sleep)
    moment = supervisor.next_tick
    supervisor.step(moment)
    first = supervisor.periodic.pid
    supervisor.step(moment + 61)
    assert supervisor.periodic.pid == first


def test_a_child_never_comes_back_into_the_code_of_its_parent(capfd):
    child = Child("faulty", fail)
    child.start()
    child.wait()
    assert not child.alive()
    assert "of no use to anybody" in capfd.readouterr().err


def test_a_busy_port_is_refused_in_words():
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        with pytest.raises(CommandError, match=str(other.getsockname()[1])):
            refuse_a_busy_port("127.0.0.1", other.getsockname()[1])


def test_waiting_ends_when_the_web_is_gone():
    assert not wait_until_answering("127.0.0.1", 9, while_true=lambda: False)

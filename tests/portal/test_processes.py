"""Children are kept alive and taken down together."""

import signal
import socket
import sys
import time

import pytest
from django.core.management import CommandError

from portal.management.commands.up import refuse_a_busy_port
from portal.processes import RESTART_AFTER, Child, Supervisor, wait_until_answering

SLEEP = [sys.executable, "-c", "import time; time.sleep(60)"]
DEAF = [
    sys.executable,
    "-c",
    "import signal, time; signal.signal(signal.SIGTERM, signal.SIG_IGN); print('deaf', flush=True); time.sleep(60)",
]
GONE = [sys.executable, "-c", ""]


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
    worker = Child("worker", SLEEP)
    supervisor = supervise(Child("web", SLEEP, vital=True), worker)
    worker.send(signal.SIGKILL)
    worker.process.wait()
    supervisor.step(100.0)
    assert not worker.alive()
    supervisor.step(100.0 + RESTART_AFTER)
    assert worker.alive()


def test_everything_stops_with_a_fault_when_the_web_dies(supervise):
    worker = Child("worker", SLEEP)
    supervisor = supervise(Child("web", GONE, vital=True), worker)
    supervisor.children[0].process.wait()
    assert supervisor.watch() == 1
    assert not worker.alive()


def test_a_signal_stops_everything_without_a_fault(supervise):
    web = Child("web", SLEEP, vital=True)
    supervisor = supervise(web)
    supervisor.stop(signal.SIGINT)
    assert supervisor.watch() == 0
    assert not web.alive()


def test_a_child_that_does_not_listen_is_killed_after_the_grace_period(supervise, monkeypatch):
    monkeypatch.setattr("portal.processes.GRACE", 0.5)
    deaf = Child("deaf", DEAF)
    supervisor = supervise(deaf)
    time.sleep(0.5)
    begun = time.monotonic()
    supervisor.take_down()
    assert not deaf.alive()
    assert time.monotonic() - begun < 5


def test_the_periodic_work_does_not_overtake_itself(supervise):
    supervisor = supervise(Child("web", SLEEP, vital=True), periodic=SLEEP)
    moment = supervisor.next_tick
    supervisor.step(moment)
    first = supervisor.periodic.process
    supervisor.step(moment + 61)
    assert supervisor.periodic.process is first


def test_a_busy_port_is_refused_in_words():
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        with pytest.raises(CommandError, match=str(other.getsockname()[1])):
            refuse_a_busy_port("127.0.0.1", other.getsockname()[1])


def test_waiting_ends_when_the_web_is_gone():
    assert not wait_until_answering("127.0.0.1", 9, while_true=lambda: False)

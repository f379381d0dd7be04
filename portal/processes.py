"""Start child processes, keep them alive, and take all of them down together.

Each child leads a process group of its own: Ctrl-C in a terminal reaches only the parent, which then asks every group
once, politely, and after the grace period without asking. So a job that is running is never interrupted twice.
"""

import contextlib
import http.client
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from types import FrameType

GRACE = 5.0  # seconds between the polite and the other signal
TICK_EVERY = 60.0
RESTART_AFTER = 2.0
MANAGE = Path(__file__).resolve().parents[1] / "manage.py"


@dataclass
class Child:
    """A process that is started again when it dies; when a vital one dies, everything stops."""

    name: str
    command: list[str]
    vital: bool = False
    process: "subprocess.Popen[bytes] | None" = field(default=None, init=False)
    died_at: float = field(default=0.0, init=False)

    def start(self) -> None:
        self.process = subprocess.Popen(self.command, start_new_session=True)  # noqa: S603 - our own commands
        self.died_at = 0.0

    def alive(self) -> bool:
        return self.process is not None and self.process.poll() is None

    def send(self, number: signal.Signals) -> None:
        if self.process is not None:
            with contextlib.suppress(ProcessLookupError):
                os.killpg(self.process.pid, number)

    def stop(self) -> None:
        take_down([self])


class Supervisor:
    def __init__(
        self, children: list[Child], *, periodic: list[str] | None = None, say: Callable[[str], object] = print
    ) -> None:
        self.children = children
        self.periodic = Child("tick", periodic) if periodic else None
        self.say = say
        self.stopping = False
        self.status = 0
        self.next_tick = time.monotonic() + TICK_EVERY

    def start(self) -> None:
        for child in self.children:
            child.start()

    def running(self) -> bool:
        return not self.stopping and all(child.alive() for child in self.children if child.vital)

    def stop(self, number: int = 0, frame: FrameType | None = None) -> None:
        self.stopping = True

    def watch(self) -> int:
        """Until told to stop or a vital child dies. Returns the exit status of the whole."""
        while not self.stopping:
            self.step(time.monotonic())
            time.sleep(0.2)
        self.take_down()
        return self.status

    def step(self, now: float) -> None:
        for child in self.children:
            if child.alive():
                continue
            if child.vital:
                self.say(f"{child.name} has died; stopping.")
                self.stopping, self.status = True, 1
            elif not child.died_at:
                child.died_at = now
                self.say(f"{child.name} has died; starting it again.")
            elif now - child.died_at >= RESTART_AFTER:
                child.start()
        if self.periodic and now >= self.next_tick and not self.periodic.alive():
            self.periodic.start()
            self.next_tick = now + TICK_EVERY

    def take_down(self) -> None:
        take_down([*self.children, *([self.periodic] if self.periodic else [])])


def take_down(children: list[Child]) -> None:
    for child in children:
        child.send(signal.SIGTERM)
    deadline = time.monotonic() + GRACE
    while time.monotonic() < deadline and any(child.alive() for child in children):
        time.sleep(0.05)
    for child in children:
        child.send(signal.SIGKILL)  # whatever of its group is still there
        if child.process is not None:
            child.process.wait()


def commands_of(*, host: str, port: int, workers: int, threads: int) -> tuple[list[str], list[str], list[str]]:
    """Command lines of web, worker and one round of the periodic work."""
    manage = [sys.executable, str(MANAGE)]
    address = f"[{host}]:{port}" if ":" in host else f"{host}:{port}"
    web = [
        *(sys.executable, "-m", "gunicorn", "portal.wsgi:application", "--bind", address),
        *("--preload", "--worker-class", "gthread", "--workers", str(workers), "--threads", str(threads)),
        *("--worker-tmp-dir", "/dev/shm" if Path("/dev/shm").is_dir() else "/tmp"),  # noqa: S108 - heartbeat files
        *("--timeout", "60", "--graceful-timeout", "3", "--max-requests", "5000", "--max-requests-jitter", "500"),
        *("--log-level", "warning", "--chdir", str(MANAGE.parent)),
    ]
    worker = [
        *(*manage, "db_worker", "--queue-name", "*", "--interval", "0.5"),
        *("--no-startup-delay", "--no-reload", "--verbosity", "0"),
    ]
    return web, worker, [*manage, "tick", "--verbosity", "0"]


def wait_until_answering(host: str, port: int, *, while_true: Callable[[], bool], at_most: float = 30.0) -> bool:
    """True once the web answers anything at all."""
    reach = {"0.0.0.0": "127.0.0.1", "::": "::1"}.get(host, host)  # noqa: S104 - everybody's address, as given
    deadline = time.monotonic() + at_most
    while time.monotonic() < deadline and while_true():
        connection = http.client.HTTPConnection(reach, port, timeout=at_most)
        with contextlib.suppress(OSError, http.client.HTTPException):
            connection.request("HEAD", "/static/site/site.css")
            connection.getresponse()
            return True
        time.sleep(0.1)
    return False

"""Fork child processes, keep them alive, and take all of them down together.

Children are forks of the parent, which has imported the portal once: they start in no time and share its memory. So
the parent must hold no thread and no open connection or index when it forks.

Each child leads a process group of its own: Ctrl-C in a terminal reaches only the parent, which then asks every group
once, politely, and after the grace period without asking. So a job that is running is never interrupted twice.
"""

import contextlib
import http.client
import os
import signal
import sys
import time
import traceback
from collections.abc import Callable
from dataclasses import dataclass, field
from types import FrameType
from typing import NoReturn

GRACE = 5.0  # seconds between the polite and the other signal
TICK_EVERY = 60.0
RESTART_AFTER = 2.0
SIGNALS = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)

Work = Callable[[], object]


@dataclass
class Child:
    """A process that is started again when it dies; when a vital one dies, everything stops."""

    name: str
    work: Work
    vital: bool = False
    pid: int = field(default=0, init=False)
    died_at: float = field(default=0.0, init=False)

    def start(self) -> None:
        sys.stdout.flush()
        sys.stderr.flush()
        pid = os.fork()
        if pid == 0:
            _be_a_child(self.work)
        self.pid, self.died_at = pid, 0.0

    def alive(self) -> bool:
        return self.pid != 0 and not self._ended(os.WNOHANG)

    def wait(self) -> None:
        if self.pid:
            self._ended(0)

    def send(self, number: signal.Signals) -> None:
        """To the whole group; also when the child itself has ended and left some of its own behind."""
        if not self.pid:
            return
        try:
            os.killpg(self.pid, number)
        except ProcessLookupError:
            with contextlib.suppress(ProcessLookupError):
                os.kill(self.pid, number)  # so young that it has no group of its own yet

    def stop(self) -> None:
        take_down([self])

    def _ended(self, options: int) -> bool:
        try:
            return os.waitpid(self.pid, options)[0] != 0
        except ChildProcessError:  # seen to end before
            return True


def _be_a_child(work: Work) -> NoReturn:
    """Do the work and leave at once: what the parent registered for its own end is not for us to run."""
    status: object = 1
    try:
        os.setsid()
        for number in SIGNALS:
            signal.signal(number, signal.SIG_DFL)
        work()
        status = 0
    except SystemExit as leaving:
        status = leaving.code or 0
    except BaseException:  # nothing above us may see it
        traceback.print_exc()
    finally:
        sys.stdout.flush()
        sys.stderr.flush()
        os._exit(status if isinstance(status, int) else 1)


class Supervisor:
    def __init__(
        self, children: list[Child], *, periodic: Work | None = None, say: Callable[[str], object] = print
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
        child.wait()


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

"""Full lifecycles per second over HTTP: intake, check, acceptance, review, opinion, grant, delivery. Papers are queued.

Usage: benchmarks/lifecycle.py [SECONDS]; DATABASE_URL chooses PostgreSQL (script/with-postgres), else SQLite. Builds a
demo county in an empty directory, or takes the one in DATA_DIR with KEEP=1, and runs gunicorn as production does (two
workers a core on two cores, docs/running.md), with four clients. Each client is a clerk, a reviewer and an approver with
a session of their own. Two runs:

* acts: every act is sent, and the one page that tells where the case is: 8 requests for one case;
* pages: as a browser does, every redirect is followed and every page on the way is read: 19 requests.

The worker stands still meanwhile; then it drains the queue, counted apart. Prints one JSON line for each of the three.
"""

from __future__ import annotations

import http.client
import json
import os
import platform
import re
import shutil
import statistics
import subprocess
import sys
import tempfile
import threading
import time
import urllib.parse
from itertools import cycle
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[1]
PORT = int(os.environ.get("PORT", "8199"))
CLIENTS, WORKERS, THREADS = 4, 4, 4
ITEM, PASSWORD = "senior_allowance", "yichuang-demo-2026"
DRAINED = 300
KEPT_ALIVE = 1.0  # seconds; gunicorn ends a connection that says nothing for two
# One line for each person of the clerk's town: key, identity number, name.
PEOPLE = f"""
import django; django.setup()
from accounts.models import Post, Resident
town = Post.objects.get(user__username="clerk").unit.region
people = Resident.objects.filter(region__parent=town, birth_on__lt="1966-01-01")
for one in people.exclude(applications__cases__item__key={ITEM!r}).order_by("pk"):
    print(one.pk, one.id_number, one.name)
"""
ANSWERS = {
    "phone": "19900001234",
    "emergency_contact_name": "李晓梅",
    "emergency_contact_phone": "19900001235",
    "address": "柳树村二组十一号",
    "household_address": "柳树村二组十一号",
    "other_allowance": "no",
    "bank_name": "云溪农村商业银行",
    "bank_account": "6228480402564890018",
}
SHEET = re.compile(r'action="/admin/desk/intake/([0-9a-f-]{36})/"')
CASE = re.compile(r"/admin/desk/case/([0-9a-f-]{36})/")
STATE = re.compile(r'name="(state_[a-z0-9_]+)"')
TICK = re.compile(r'name="((?:seen|listed)_[a-z0-9_]+)"')
RADIO = re.compile(r'type="radio" name="(situation_[^"]+)" value="([^"]+)"')
SELECT = re.compile(r'<select name="([a-z_]+)".*?<option value="([^"]+)"', re.S)


class Broken(Exception):
    """The journey came to a page it did not expect."""


class Person:
    """A browser session of one member of staff, who reads every page on the way or only acts."""

    def __init__(self, login: str) -> None:
        self.connection = http.client.HTTPConnection("127.0.0.1", PORT, timeout=60)
        self.cookies: dict[str, str] = {}
        self.steps: list[float] = []
        self.used = 0.0
        self.reads = True
        self.page = ""  # the last act led to it; empty for those who do not read
        self.sheet: dict[str, str] = {}
        self.get("/accounts/staff/")
        self.act("/accounts/staff/", username=login, password=PASSWORD)

    def read(self, path: str) -> None:
        if self.reads:
            self.page = self.get(path)

    def get(self, path: str) -> str:
        return self._ask("GET", path, "")[1]

    def find(self, query: str) -> str:
        """Looking somebody up is answered with a page."""
        return self._ask("POST", "/admin/desk/intake/", self._form({"query": query}))[1]

    def act(self, path: str, fields: dict[str, str] | None = None, **more: str) -> str:
        """Returns where the answer leads. A page instead of a redirect says why the act was refused."""
        location, page = self._ask("POST", path, self._form({**(fields or {}), **more}))
        if not location:
            raise Broken(f"{path} was refused: {page}")
        self.page = ""
        self.read(location)
        return location

    def _form(self, fields: dict[str, str]) -> str:
        return urllib.parse.urlencode({**fields, "csrfmiddlewaretoken": self.cookies.get("csrftoken", "")})

    def _ask(self, method: str, path: str, body: str) -> tuple[str, str]:
        headers = {"Cookie": "; ".join(f"{name}={value}" for name, value in self.cookies.items())}
        if body:
            headers["Content-Type"] = "application/x-www-form-urlencoded"
        if time.monotonic() - self.used > KEPT_ALIVE:
            self.connection.close()  # the server has done so, or is about to
        start = time.perf_counter()
        self.connection.request(method, path, body or None, headers)
        response = self.connection.getresponse()
        page = response.read().decode()
        self.steps.append(time.perf_counter() - start)
        self.used = time.monotonic()
        for header in response.headers.get_all("Set-Cookie", []):
            name, _, value = header.partition(";")[0].partition("=")
            self.cookies[name] = value
        if response.status not in (200, 302):
            raise Broken(f"{method} {path}: {response.status}")
        return response.headers.get("Location", "").partition("#")[0], page


def live(clerk: Person, reviewer: Person, approver: Person, resident: tuple[str, str, str]) -> None:
    """One case from the window to the certificate in the holder's hand."""
    key, number, name = resident
    case = take_in(clerk, key, number)
    reviewer.read(case)
    reviewer.act(f"{case}act/start_review/")
    reviewer.act(f"{case}act/give_opinion/", {"give_opinion-conclusion": "grant", "give_opinion-text": "情况属实。"})
    approver.read(case)
    approver.act(f"{case}act/grant/", {"grant-text": ""})
    clerk.read(case)
    clerk.act(f"{case}act/deliver_at_window/", {"deliver_at_window-receiver": name})


def take_in(clerk: Person, resident: str, number: str) -> str:
    """Find the person, choose the item, fill the sheet, receive, check every paper and accept. The case's address."""
    items = f"/admin/desk/intake/person/{resident}/"
    if clerk.reads and items not in clerk.find(number):
        raise Broken("the person was not found")
    clerk.read(items)
    sheet = clerk.act(items, items=ITEM)
    if clerk.page:
        clerk.sheet = filled_in(clerk.page)
    check = clerk.act(sheet, clerk.sheet, card_seen="1", declared="1", submit="1")
    page = clerk.page or clerk.get(check)
    case = f"/admin/desk/case/{one(CASE, page, 'no case after receiving')}/"
    clerk.act(f"{case}check/", dict.fromkeys(STATE.findall(page), "ok"), then="accept", back="intake")
    return case


def filled_in(page: str) -> dict[str, str]:
    """Every paper seen, the first answer of every question, and the rest as a resident would say it."""
    ticked = dict.fromkeys(TICK.findall(page), "1")
    chosen = dict(reversed(RADIO.findall(page)))
    return {**ticked, **chosen, **dict(SELECT.findall(page)), **ANSWERS}


def one(pattern: re.Pattern[str], page: str, problem: str) -> str:
    found = pattern.search(page)
    if found is None:
        raise Broken(problem)
    return found[1]


def client(people: list[Person], residents: list[tuple[str, str, str]], until: float, done: list[float]) -> None:
    for resident in cycle(residents):
        if time.monotonic() > until:
            return
        start = time.perf_counter()
        live(*people, resident)
        done.append(time.perf_counter() - start)


def sign_in(residents: list[tuple[str, str, str]]) -> list[list[Person]]:
    """The people of every client. Each brings one case to its end, so that every process has read its templates."""
    groups = [[Person(login) for login in ("clerk", "reviewer", "approver")] for _ in range(CLIENTS)]
    for people, resident in zip(groups, residents, strict=False):
        live(*people, resident)
    return groups


def measure(
    name: str, groups: list[list[Person]], residents: list[tuple[str, str, str]], seconds: int, server: int
) -> None:
    done: list[float] = []
    for person in (person for people in groups for person in people):
        person.reads = name == "pages"
        person.steps.clear()
    start, before = time.monotonic(), worked(server)
    threads = [
        threading.Thread(target=client, args=(people, residents[number::CLIENTS], start + seconds, done))
        for number, people in enumerate(groups)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    took, cpu = time.monotonic() - start, worked(server) - before
    if len(done) < CLIENTS:
        sys.exit("hardly a case was brought to its end")
    steps = [step for people in groups for person in people for step in person.steps]
    report(
        f"lifecycle {name}",
        n=len(done),
        per_second=round(len(done) / took, 2),
        per_cpu_second=round(
            len(done) / cpu, 2
        ),  # what a core does that nothing else disturbs; the portal's work alone
        requests_per_second=round(len(steps) / took, 1),
        requests_each=round(len(steps) / len(done), 1),
        median_step_ms=round(statistics.median(steps) * 1000),
        p95_step_ms=round(statistics.quantiles(steps, n=20)[-1] * 1000),
    )


def worked(parent: int) -> float:
    """Processor seconds of the workers of this gunicorn so far."""
    ticks = 0
    for child in Path(f"/proc/{parent}/task/{parent}/children").read_text().split():
        ticks += sum(map(int, Path(f"/proc/{child}/stat").read_text().rpartition(")")[2].split()[11:13]))
    return ticks / os.sysconf("SC_CLK_TCK")


def drain() -> None:
    """How fast one worker does the jobs that the run has queued: papers, index, references."""
    start = time.monotonic()
    manage(
        "db_worker",
        "--batch",
        "--queue-name",
        "*",
        "--no-startup-delay",
        "--max-tasks",
        str(DRAINED),
        "--verbosity",
        "0",
    )
    report("worker", n=DRAINED, per_second=round(DRAINED / (time.monotonic() - start), 1))


def report(name: str, **figures: Any) -> None:
    database = "PostgreSQL" if os.environ.get("DATABASE_URL") else "SQLite"
    machine = f"{platform.machine()} {platform.python_version()}, {os.cpu_count()} cores"
    load = round(os.getloadavg()[0], 1)
    print(json.dumps({"benchmark": name, "database": database, "machine": machine, **figures, "load": load}))


def manage(*arguments: str) -> None:
    subprocess.run([sys.executable, "manage.py", *arguments], cwd=ROOT, check=True, stdout=subprocess.DEVNULL)


def find_people() -> list[tuple[str, str, str]]:
    command = [sys.executable, "-c", PEOPLE]
    lines = subprocess.run(command, cwd=ROOT, check=True, capture_output=True, text=True).stdout.splitlines()
    return [(key, number, name) for key, number, name in (line.split(" ", 2) for line in lines)]


def start_server() -> subprocess.Popen[bytes]:
    command = [sys.executable, "-m", "gunicorn", "portal.wsgi", "--bind", f"127.0.0.1:{PORT}", "--log-level", "error"]
    command += ["--preload", "--worker-class", "gthread", "--workers", str(WORKERS), "--threads", str(THREADS)]
    server = subprocess.Popen(command, cwd=ROOT)
    for _ in range(300):
        try:
            connection = http.client.HTTPConnection("127.0.0.1", PORT, timeout=30)
            connection.request("GET", "/accounts/staff/")
            connection.getresponse().read()
            return server
        except OSError:
            time.sleep(0.2)
    server.kill()
    sys.exit("the server does not answer")


def main(seconds: int) -> None:
    keep = bool(os.environ.get("KEEP"))
    home = os.environ["DATA_DIR"] if keep else tempfile.mkdtemp(prefix="yichuang-bench-")
    os.environ |= {
        "DATA_DIR": home,
        "DJANGO_SETTINGS_MODULE": "portal.settings.local",
        "PUBLIC_URL": f"http://127.0.0.1:{PORT}",
        "SECRET_KEY": "benchmark",
        "PYTHONPATH": str(ROOT),
    }
    try:
        if not keep:
            manage("prepare", "--demo")
            manage("collectstatic", "--no-input")
        people = find_people()
        manage(
            "db_worker", "--batch", "--queue-name", "*", "--no-startup-delay", "--verbosity", "0"
        )  # what the demo county left
        server = start_server()
        try:
            groups, half = sign_in(people), len(people) // 2
            for name, residents in (("acts", people[CLIENTS:half]), ("pages", people[half:])):
                measure(name, groups, residents, seconds, server.pid)
        finally:
            server.terminate()
            server.wait()
        drain()
    finally:
        if not keep:
            shutil.rmtree(home, ignore_errors=True)


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 20)

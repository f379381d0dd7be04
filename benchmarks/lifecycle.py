"""Full lifecycles per second over HTTP: intake, check, acceptance, review, opinion, grant. Papers are queued.

Usage: benchmarks/lifecycle.py [SECONDS]; DATABASE_URL chooses PostgreSQL, else SQLite. Builds a demo county in an
empty directory, runs gunicorn as production does and four clients, each a clerk, a reviewer and an approver with
sessions of their own. Every page a person would see is fetched too. Then the worker drains the queue, counted apart.
Prints one JSON line for each of the two.
"""

from __future__ import annotations

import http.cookiejar
import json
import os
import platform
import re
import statistics
import subprocess
import sys
import tempfile
import threading
import time
import urllib.parse
import urllib.request
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
PORT = int(os.environ.get("PORT", "8199"))
BASE = f"http://127.0.0.1:{PORT}"
PASSWORD = "yichuang-demo-2026"
CLIENTS = 4
CASE = re.compile(r"/admin/desk/case/([0-9a-f-]{36})/")
STATE = re.compile(r'name="(state_[a-z0-9_]+)"')
TOKEN = re.compile(r'name="csrfmiddlewaretoken" value="([^"]+)"')


class Person:
    """A browser session of one member of staff."""

    def __init__(self, login: str) -> None:
        jar = http.cookiejar.CookieJar()
        self.opener = urllib.request.build_opener(urllib.request.HTTPCookieProcessor(jar))
        self.steps: list[float] = []
        self.token = ""
        self.get("/accounts/staff/")
        self.post("/accounts/staff/", username=login, password=PASSWORD)

    def get(self, path: str) -> str:
        return self._read(urllib.request.Request(BASE + path))

    def post(self, path: str, **fields: object) -> str:
        data = urllib.parse.urlencode({**fields, "csrfmiddlewaretoken": self.token}, doseq=True).encode()
        return self._read(urllib.request.Request(BASE + path, data=data, headers={"Referer": BASE + path}))

    def _read(self, request: urllib.request.Request) -> str:
        start = time.perf_counter()
        with self.opener.open(request, timeout=60) as response:
            page = response.read().decode()
        self.steps.append(time.perf_counter() - start)
        if found := TOKEN.search(page):
            self.token = found[1]
        return page


def live(clerk: Person, reviewer: Person, approver: Person, resident: int) -> None:
    """One case from the window to the decision."""
    clerk.get(f"/admin/desk/intake/person/{resident}/")
    page = clerk.post(f"/admin/desk/intake/person/{resident}/", items="senior_allowance")
    sheet = re.search(r"/admin/desk/intake/([0-9a-f-]{36})/", page)
    assert sheet, "no intake sheet"
    page = clerk.post(f"/admin/desk/intake/{sheet[1]}/", declared="1", submit="1")
    case = CASE.search(page)
    assert case, "no case after submission"
    at = f"/admin/desk/case/{case[1]}/"
    findings = dict.fromkeys(STATE.findall(page), "ok")
    clerk.post(f"{at}check/", then="accept", **findings)
    reviewer.get(at)
    reviewer.post(f"{at}act/start_review/")
    reviewer.post(f"{at}act/give_opinion/", **{"give_opinion-conclusion": "grant", "give_opinion-text": "情况属实"})
    approver.get(at)
    page = approver.post(f"{at}act/grant/", **{"grant-text": ""})
    assert "准予" in page, "not granted"


def client(number: int, until: float, done: list[float], steps: list[float]) -> None:
    people = [Person(login) for login in ("clerk", "reviewer", "approver")]
    for person in people:
        person.steps.clear()
    resident = number * 50 + 1
    while time.monotonic() < until:
        start = time.perf_counter()
        live(*people, resident)
        done.append(time.perf_counter() - start)
        resident += 1
    for person in people:
        steps.extend(person.steps)


def manage(*arguments: str) -> None:
    subprocess.run([sys.executable, "manage.py", *arguments], cwd=ROOT, check=True, stdout=subprocess.DEVNULL)


def main(seconds: int) -> None:
    home = tempfile.TemporaryDirectory(prefix="yichuang-bench-")
    os.environ |= {
        "DATA_DIR": home.name,
        "DJANGO_SETTINGS_MODULE": "portal.settings.local",
        "PUBLIC_URL": BASE,
        "SECRET_KEY": "benchmark",
    }
    for command in (("migrate",), ("createcachetable",), ("demo",), ("collectstatic", "--noinput")):
        manage(*command)
    command = [
        sys.executable,
        "-m",
        "gunicorn",
        "-k",
        "gthread",
        "-w",
        "2",
        "--threads",
        "4",
        "-b",
        f"127.0.0.1:{PORT}",
    ]
    server = subprocess.Popen([*command, "--log-level", "error", "portal.wsgi"], cwd=ROOT)
    try:
        wait_for_server()
        measure(seconds)
    finally:
        server.terminate()
        server.wait()
    drain()
    home.cleanup()


def measure(seconds: int) -> None:
    done: list[float] = []
    steps: list[float] = []
    start = time.monotonic()
    threads = [threading.Thread(target=client, args=(n, start + seconds, done, steps)) for n in range(CLIENTS)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    took = time.monotonic() - start
    report(
        "lifecycle",
        n=len(done),
        per_second=round(len(done) / took, 2),
        requests_per_second=round(len(steps) / took, 1),
        p95_step_ms=round(statistics.quantiles(steps, n=20)[-1] * 1000),
        median_lifecycle_ms=round(statistics.median(done) * 1000),
    )


def drain() -> None:
    """How fast one worker makes the papers that the run has queued."""
    start = time.monotonic()
    manage("db_worker", "--batch", "--queue-name", "*", "--max-tasks", "300")
    report("worker", n=300, per_second=round(300 / (time.monotonic() - start), 1))


def report(name: str, **figures: object) -> None:
    database = "PostgreSQL" if os.environ.get("DATABASE_URL") else "SQLite"
    machine = f"{platform.machine()} {platform.python_version()}, {os.cpu_count()} cores"
    print(json.dumps({"benchmark": name, "database": database, "machine": machine, "demo_cases": 3000, **figures}))


def wait_for_server() -> None:
    for _ in range(100):
        try:
            urllib.request.urlopen(BASE + "/accounts/staff/", timeout=5).read()
            return
        except OSError:
            time.sleep(0.2)
    raise SystemExit("the server did not start")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 20)

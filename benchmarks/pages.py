"""Guide and front page in requests per second, cold and kept, by gunicorn and wrk. Usage: benchmarks/pages.py [seconds]

Prints one JSON line for each page and state. Cold: every request has a query of its own, so its page is made anew;
kept: the answer comes from memory. Without DATA_DIR the pages of the demo county are built in a directory of its own.
Goals on 2 cores: 150 and 1,000. wrk runs on the same machine and takes its share of it.
"""

from __future__ import annotations

import json
import os
import platform
import re
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time
import urllib.request
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
PAGES = {"guide": "/services/senior-allowance/", "front": "/"}
WORKERS, THREADS, CONNECTIONS = 2, 4, 16
UNIQUE = """
local n = 0
local t = 0
function setup(thread) thread:set("id", t); t = t + 1 end
function request() n = n + 1; return wrk.format("GET", wrk.path .. "?n=" .. id .. "-" .. n) end
"""
BUILD = """
from django.core.management import call_command
from django.utils import timezone
from accounts.demo import build_people
from catalog.demo import build_items
from home.demo import build_pages
from places.demo import build_places
call_command("migrate", verbosity=0)
call_command("createcachetable", verbosity=0)
call_command("collectstatic", interactive=False, verbosity=0)
now = timezone.now()
build_places()
for build in (build_people, build_items, build_pages):
    build(now=now)
"""


def main(seconds: int) -> None:
    if shutil.which("wrk") is None:
        sys.exit("wrk is not installed: apt-get install wrk")
    with tempfile.TemporaryDirectory() as folder:
        environ = {"DJANGO_SETTINGS_MODULE": "portal.settings.local", **os.environ}
        environ["PYTHONPATH"] = os.pathsep.join(filter(None, [str(ROOT), os.environ.get("PYTHONPATH", "")]))
        if "DATA_DIR" not in environ:
            environ["DATA_DIR"] = folder
            subprocess.run([sys.executable, "-c", f"import django; django.setup()\n{BUILD}"], env=environ, check=True)
        script = Path(folder) / "unique.lua"
        script.write_text(UNIQUE)
        port = free_port()
        server = start(environ, port)
        try:
            for page, path in PAGES.items():
                address = f"http://127.0.0.1:{port}{path}"
                for state, extra in (("cold", ["-s", str(script)]), ("kept", [])):
                    load(address, 2, extra)  # templates, calendars and connections of every thread
                    before = worked(server.pid)
                    output = load(address, seconds, extra)
                    report(page, state, output, worked(server.pid) - before)
        finally:
            server.send_signal(signal.SIGTERM)
            server.wait()


def start(environ: dict[str, str], port: int) -> subprocess.Popen[bytes]:
    command = [sys.executable, "-m", "gunicorn", "portal.wsgi:application", "--bind", f"127.0.0.1:{port}"]
    command += ["--worker-class", "gthread", "--workers", str(WORKERS), "--threads", str(THREADS)]
    # As behind the proxy of docs/running.md: one connection a request. Kept ones would all stay with one worker.
    command += ["--keep-alive", "0", "--log-level", "warning"]
    server = subprocess.Popen(command, env=environ, cwd=ROOT)
    for _ in range(120):
        try:
            urllib.request.urlopen(f"http://127.0.0.1:{port}/", timeout=30).read()
            return server
        except OSError:
            time.sleep(0.5)
    server.kill()
    sys.exit("the server does not answer")


def load(address: str, seconds: int, extra: list[str]) -> str:
    command = ["wrk", "-t", "2", "-c", str(CONNECTIONS), "-d", f"{seconds}s", "--latency", *extra, address]
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout


def worked(parent: int) -> float:
    """Processor seconds of the workers of this gunicorn so far."""
    ticks = 0
    for child in Path(f"/proc/{parent}/task/{parent}/children").read_text().split():
        ticks += sum(map(int, Path(f"/proc/{child}/stat").read_text().rpartition(")")[2].split()[11:13]))
    return ticks / os.sysconf("SC_CLK_TCK")


def report(page: str, state: str, output: str, cpu: float) -> None:
    failed = re.search(r"Non-2xx or 3xx responses: (\d+)", output)
    print(
        json.dumps(
            {
                "benchmark": "pages",
                "page": page,
                "state": state,
                "machine": f"{platform.machine()} {platform.python_version()}, {os.cpu_count()} cores",
                "per_second": float(found(r"Requests/sec:\s+([\d.]+)", output)),
                "cpu_ms": round(cpu * 1000 / max(1, int(found(r"(\d+) requests in", output))), 2),  # of gunicorn, each
                "p50": found(r"50%\s+(\S+)", output),
                "p99": found(r"99%\s+(\S+)", output),
                "failed": int(failed.group(1)) if failed else 0,
                "load": round(os.getloadavg()[0], 1),
            }
        )
    )


def found(pattern: str, output: str) -> str:
    match = re.search(pattern, output)
    return match.group(1) if match else "0"


def free_port() -> int:
    with socket.socket() as chosen:
        chosen.bind(("127.0.0.1", 0))
        return int(chosen.getsockname()[1])


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 10)

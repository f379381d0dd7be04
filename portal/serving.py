"""The three things a running portal does: answer (web), do queued jobs (worker), do the periodic work (tick).

Each is a function for a process of its own, see `portal.processes`.
"""

from pathlib import Path
from typing import Any

from django.core.management import call_command
from gunicorn.app.base import BaseApplication


class Web(BaseApplication):  # type: ignore[misc]  # gunicorn has no types
    """gunicorn, set from here instead of from its command line."""

    def __init__(self, **settings: Any) -> None:
        self.settings = settings
        super().__init__()

    def load_config(self) -> None:
        for name, value in self.settings.items():
            self.cfg.set(name, value)

    def load(self) -> Any:
        from portal.wsgi import application

        return application


def serve(*, host: str, port: int, workers: int, threads: int) -> None:
    Web(
        bind=f"[{host}]:{port}" if ":" in host else f"{host}:{port}",
        preload_app=True,
        worker_class="gthread",
        workers=workers,
        threads=threads,
        worker_tmp_dir="/dev/shm" if Path("/dev/shm").is_dir() else "/tmp",  # noqa: S108 - heartbeat files
        timeout=60,
        graceful_timeout=2,
        max_requests=5000,
        max_requests_jitter=500,
        loglevel="warning",
    ).run()


def do_jobs() -> None:
    call_command("db_worker", queue_name="*", interval=0.5, startup_delay=False, reload=False, verbosity=0)


def tick() -> None:
    call_command("tick", verbosity=0)

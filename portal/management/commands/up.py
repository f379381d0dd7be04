"""Web, worker and the periodic work under one parent: the whole portal in one command."""

import os
import signal
import socket
import subprocess
import sys
from argparse import ArgumentParser
from functools import partial
from typing import Any

from django.conf import settings
from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError
from django.db import connections
from django.utils.translation import gettext as _

from places.models import Region
from portal.demo import DEMO_REGION
from portal.management.commands.prepare import demo_county_is_due
from portal.processes import SIGNALS, Child, Supervisor, wait_until_answering
from portal.serving import do_jobs, serve, tick


class Command(BaseCommand):
    help = "Run web, worker and the periodic work; stops all of it on Ctrl-C or SIGTERM."

    def add_arguments(self, parser: ArgumentParser) -> None:
        env = os.environ
        parser.add_argument("--host", default=env.get("HOST", "127.0.0.1"))
        parser.add_argument("--port", type=int, default=int(env.get("PORT", "8000")))
        parser.add_argument("--web-workers", type=int, default=int(env.get("WEB_WORKERS", "2")))
        parser.add_argument("--web-threads", type=int, default=int(env.get("WEB_THREADS", "4")))
        parser.add_argument("--demo", action="store_true", help="see to tables and demo county first, show its logins")

    def handle(self, *args: Any, host: str, port: int, demo: bool, **options: Any) -> None:
        refuse_a_busy_port(host, port)
        if demo:
            self.prepare()
        connections.close_all()
        web = partial(serve, host=host, port=port, workers=options["web_workers"], threads=options["web_threads"])
        supervisor = Supervisor(
            [Child("web", web, vital=True), Child("worker", do_jobs)], periodic=tick, say=self.stdout.write
        )
        for number in SIGNALS:
            signal.signal(number, supervisor.stop)
        supervisor.start()
        if wait_until_answering(host, port, while_true=supervisor.running):
            self.announce(port, logins=demo)
        status = supervisor.watch()
        self.stdout.flush()
        os._exit(status)  # taking a large interpreter apart object by object takes seconds and serves nobody

    def prepare(self) -> None:
        """Loading the demo county leaves an open index and threads behind, so it happens in a process of its own."""
        call_command("prepare", stdout=self.stdout, stderr=self.stderr)
        if demo_county_is_due():
            self.stdout.flush()
            if subprocess.run([sys.executable, *sys.argv[:1], "prepare", "--demo"]).returncode:  # noqa: S603 - our own
                raise CommandError(_("The demo county could not be loaded."))

    def announce(self, port: int, *, logins: bool) -> None:
        self.stdout.write("")
        if logins and settings.DEMO_ALLOWED and Region.objects.filter(code__startswith=DEMO_REGION).exists():
            call_command("demo", logins=True, stdout=self.stdout)
        self.stdout.write(_("The portal is at http://localhost:%(port)d - Ctrl-C stops it.") % {"port": port})
        self.stdout.flush()


def refuse_a_busy_port(host: str, port: int) -> None:
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    with socket.socket(family, socket.SOCK_STREAM) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((host, port))
        except OSError as error:
            raise CommandError(
                _("Port %(port)d cannot be used: %(why)s. Choose another one with PORT.")
                % {"port": port, "why": error.strerror}
            ) from error

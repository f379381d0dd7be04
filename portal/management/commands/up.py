"""Web, worker and the periodic work under one parent: the whole portal in one command."""

import os
import signal
import socket
from argparse import ArgumentParser
from typing import Any

from django.conf import settings
from django.core.management import call_command, get_commands
from django.core.management.base import BaseCommand, CommandError
from django.db import connections
from django.utils.translation import gettext as _

from places.models import Region
from portal.demo import DEMO_REGION
from portal.processes import Child, Supervisor, commands_of, wait_until_answering


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
            call_command("prepare", demo=True, stdout=self.stdout, stderr=self.stderr)
            connections.close_all()
        web, worker, tick = commands_of(
            host=host, port=port, workers=options["web_workers"], threads=options["web_threads"]
        )
        children = [Child("web", web, vital=True), Child("worker", worker)]
        periodic = tick if "tick" in get_commands() else None
        supervisor = Supervisor(children, periodic=periodic, say=self.stdout.write)
        for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
            signal.signal(number, supervisor.stop)
        supervisor.start()
        if wait_until_answering(host, port, while_true=supervisor.running):
            self.announce(port, logins=demo)
        raise SystemExit(supervisor.watch())

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

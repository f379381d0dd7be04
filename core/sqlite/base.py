"""SQLite for several writers: whoever waits for the writer's turn asks again every millisecond.

SQLite's own busy handler naps longer and longer, up to 100 ms, while a turn of the desk takes 10 to 25: with four clerks
at once the slowest twentieth of their steps took 360 to 460 ms, and so takes 190 to 290 (benchmarks/lifecycle.py).
A transaction asks for the turn when it begins (BEGIN IMMEDIATE), so waiting there is all the waiting there is, but for
statements outside transactions, which keep SQLite's way.
"""

from __future__ import annotations

import sqlite3
import time

from django.db.backends.sqlite3 import base
from django.db.backends.utils import debug_transaction

ASKS_EVERY = 0.001  # seconds
DEFAULT_TIMEOUT = 5.0  # seconds; that of the module sqlite3


class DatabaseWrapper(base.DatabaseWrapper):
    def _start_transaction_under_autocommit(self) -> None:
        """Raises `django.db.OperationalError` when the turn does not come within the option `timeout`."""
        timeout = float(self.settings_dict["OPTIONS"].get("timeout", DEFAULT_TIMEOUT))
        with debug_transaction(self, "BEGIN"), self.wrap_database_errors:
            self.connection.execute("PRAGMA busy_timeout = 0")
            try:
                self._begin(until=time.monotonic() + timeout)
            finally:
                self.connection.execute(f"PRAGMA busy_timeout = {int(timeout * 1000)}")

    def _begin(self, *, until: float) -> None:
        mode: str | None = getattr(self, "transaction_mode", None)  # set with the connection; unknown to the stubs
        begin = f"BEGIN {mode}" if mode else "BEGIN"
        while True:
            try:
                self.connection.execute(begin)
            except sqlite3.OperationalError as error:
                if error.sqlite_errorcode & 0xFF != sqlite3.SQLITE_BUSY or time.monotonic() > until:
                    raise
                time.sleep(ASKS_EVERY)
            else:
                return

"""System check: every registered state machine can be walked from its beginning to an end."""

from typing import Any

from django.core.checks import CheckMessage, Error

from .machine import problems, registered


def check_machines(app_configs: Any, **kwargs: Any) -> list[CheckMessage]:
    return [Error(text, id="flow.E001") for machine in registered() for text in problems(machine)]

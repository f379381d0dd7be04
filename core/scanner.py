"""Asking clamd whether a file carries a virus, by its INSTREAM command. Without CLAMAV_ADDRESS nothing is asked."""

from __future__ import annotations

import logging
import socket
import struct
from collections.abc import Iterable
from enum import Enum

from django.conf import settings

logger = logging.getLogger(__name__)
TIMEOUT = 30.0
CHUNK = 64 * 1024


class Verdict(Enum):
    CLEAN = "clean"
    INFECTED = "infected"
    UNKNOWN = "unknown"  # no answer: the file waits and is handed out to nobody


def scan(chunks: Iterable[bytes]) -> Verdict:
    """CLEAN when no scanner is configured; UNKNOWN when it does not answer or cannot read the file."""
    address: str = getattr(settings, "CLAMAV_ADDRESS", "")
    if not address:
        return Verdict.CLEAN
    try:
        answer = _ask(address, chunks)
    except OSError as error:
        logger.warning("The virus scanner at %s does not answer: %s", address, error)
        return Verdict.UNKNOWN
    if answer.endswith("OK"):
        return Verdict.CLEAN
    if answer.endswith("FOUND"):
        logger.warning("The virus scanner found: %s", answer)
        return Verdict.INFECTED
    logger.warning("The virus scanner answered: %s", answer)
    return Verdict.UNKNOWN


def _ask(address: str, chunks: Iterable[bytes]) -> str:
    """`host:port` or the path of a socket; every chunk goes with its length before it, a length of 0 ends."""
    with _connected(address) as connection:
        connection.sendall(b"zINSTREAM\0")
        for chunk in chunks:
            for start in range(0, len(chunk), CHUNK):
                part = chunk[start : start + CHUNK]
                connection.sendall(struct.pack("!L", len(part)) + part)
        connection.sendall(struct.pack("!L", 0))
        answer = b""
        while part := connection.recv(4096):
            answer += part
    return answer.rstrip(b"\0\n").decode(errors="replace")


def _connected(address: str) -> socket.socket:
    if address.startswith("/"):
        connection = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
        connection.settimeout(TIMEOUT)
        connection.connect(address)
        return connection
    host, _colon, port = address.rpartition(":")
    return socket.create_connection((host, int(port)), timeout=TIMEOUT)

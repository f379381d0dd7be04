import socket
import struct
import threading
from datetime import UTC, datetime

import pytest

from core.domain.scans import scan_pending_files
from core.domain.uploads import store_upload
from core.errors import Refused
from core.models import ScanState, StoredFile
from core.scanner import Verdict, scan
from tests.core.factories import PDF, upload

NOW = datetime(2026, 11, 24, tzinfo=UTC)


class Clamd:
    """A scanner that speaks INSTREAM and finds the word EICAR."""

    def __init__(self) -> None:
        self.server = socket.create_server(("127.0.0.1", 0))
        self.address = f"127.0.0.1:{self.server.getsockname()[1]}"
        self.answer = None
        threading.Thread(target=self._serve, daemon=True).start()

    def _serve(self) -> None:
        while True:
            try:
                connection, _peer = self.server.accept()
            except OSError:
                return
            with connection, connection.makefile("rb") as stream:
                assert stream.read(10) == b"zINSTREAM\0"
                content = b""
                while length := struct.unpack("!L", stream.read(4))[0]:
                    content += stream.read(length)
                found = b"stream: Eicar FOUND\0" if b"EICAR" in content else b"stream: OK\0"
                connection.sendall(self.answer or found)


@pytest.fixture
def clamd(settings):
    scanner = Clamd()
    settings.CLAMAV_ADDRESS = scanner.address
    yield scanner
    scanner.server.close()


@pytest.fixture
def dead_scanner(settings):
    with socket.create_server(("127.0.0.1", 0)) as server:
        port = server.getsockname()[1]
    settings.CLAMAV_ADDRESS = f"127.0.0.1:{port}"


def hand_in(content=PDF):
    return store_upload(upload=upload("a.pdf", content), user_id=None, now=NOW)


def test_without_a_scanner_files_count_as_checked(settings):
    settings.CLAMAV_ADDRESS = ""
    assert scan([b"EICAR"]) is Verdict.CLEAN


def test_a_clean_file_passes(clamd):
    assert scan([b"a" * 200_000, b"b"]) is Verdict.CLEAN


def test_a_virus_is_found(clamd):
    assert scan([b"xx EICAR xx"]) is Verdict.INFECTED


def test_an_answer_that_is_none_is_no_verdict(clamd):
    clamd.answer = b"INSTREAM size limit exceeded. ERROR\0"
    assert scan([b"a"]) is Verdict.UNKNOWN


def test_a_silent_scanner_gives_no_verdict(dead_scanner):
    assert scan([b"a"]) is Verdict.UNKNOWN


@pytest.mark.django_db
def test_an_infected_upload_is_not_kept(clamd):
    with pytest.raises(Refused) as refused:
        hand_in(PDF.replace(b"/Catalog", b"/Catalog/EICAR"))
    assert refused.value.reasons[0].code == "upload.virus"
    assert not StoredFile.objects.exists()


@pytest.mark.django_db
def test_an_upload_waits_for_a_scanner_that_is_away(dead_scanner):
    stored = hand_in()
    assert stored.scan_state == ScanState.PENDING
    assert not stored.is_downloadable
    assert scan_pending_files() == 0


@pytest.mark.django_db
@pytest.mark.parametrize(("word", "state"), [(b"Harmless", ScanState.CLEAN), (b"EICAR", ScanState.REFUSED)])
def test_a_waiting_file_gets_its_verdict_later(dead_scanner, settings, word, state):
    stored = hand_in(PDF.replace(b"/Catalog", b"/Catalog/" + word))
    scanner = Clamd()
    settings.CLAMAV_ADDRESS = scanner.address
    assert scan_pending_files() == 1
    assert scan_pending_files() == 0
    stored.refresh_from_db()
    assert stored.scan_state == state
    scanner.server.close()

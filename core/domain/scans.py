from __future__ import annotations

from core.models import ScanState, StoredFile
from core.scanner import Verdict, scan


def scan_pending_files(*, limit: int = 100) -> int:
    """Give files that wait for the virus check their verdict; stops at the first one without an answer.

    May run twice at once: no lock is held while the scanner thinks, and only a file that still waits gets a verdict.
    """
    done = 0
    waiting = StoredFile.objects.filter(scan_state=ScanState.PENDING)
    for stored in waiting.order_by("id")[:limit]:
        with stored.file.open("rb") as content:
            verdict = scan(content.chunks())
        if verdict is Verdict.UNKNOWN:
            break
        state = ScanState.CLEAN if verdict is Verdict.CLEAN else ScanState.REFUSED
        done += waiting.filter(pk=stored.pk).update(scan_state=state)
    return done

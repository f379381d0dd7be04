from datetime import UTC, datetime

import pytest

from core.domain.files import keep_file
from core.downloads import download, show
from core.errors import Refused
from core.models import ScanState

pytestmark = pytest.mark.django_db


def kept(name="身份证.jpg", content_type="image/jpeg"):
    return keep_file(content=b"content", name=name, content_type=content_type, now=datetime(2026, 11, 24, tzinfo=UTC))


def test_a_download_carries_the_name_that_people_gave():
    response = download(kept())
    assert response.getvalue() == b"content"
    assert response["Content-Disposition"].startswith("attachment; filename*=utf-8''%E8%BA%AB")


def test_no_cache_keeps_it():
    response = download(kept())
    assert response["Cache-Control"] == "private, no-store"
    assert response["X-Content-Type-Options"] == "nosniff"
    assert response["Content-Security-Policy"].startswith("sandbox")
    response.close()


@pytest.mark.parametrize(
    ("content_type", "disposition"),
    [("image/jpeg", "inline"), ("application/pdf", "inline"), ("text/html", "attachment"), ("", "attachment")],
)
def test_only_photos_and_pdf_are_shown_in_the_browser(content_type, disposition):
    response = show(kept(content_type=content_type))
    assert response["Content-Disposition"].startswith(disposition)
    response.close()


def test_what_was_not_checked_is_not_handed_out():
    stored = kept()
    stored.scan_state = ScanState.PENDING
    with pytest.raises(Refused):
        download(stored)

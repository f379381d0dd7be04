from __future__ import annotations

from datetime import datetime

import pytest
from django.core.cache import cache
from django.utils import timezone

from cases.domain.documents import render_document
from cases.models import Certificate
from tests.cases.factories import MONDAY, County


@pytest.fixture(autouse=True)
def monday(monkeypatch: pytest.MonkeyPatch) -> datetime:
    """The pages work on the Monday on which the cases of the factories begin."""
    moment = MONDAY.replace(hour=16)
    monkeypatch.setattr(timezone, "now", lambda: moment)
    return moment


@pytest.fixture(autouse=True)
def empty_cache() -> None:
    cache.clear()


@pytest.fixture
def certificate(county: County) -> Certificate:
    return Certificate.objects.get(case=county.granted())


@pytest.fixture
def pdf(certificate: Certificate, monday: datetime) -> bytes:
    """The file of the certificate as it was issued."""
    document = render_document(document=certificate.document, now=monday)
    assert document.file is not None, document.problem
    with document.file.file.open("rb") as file:
        return bytes(file.read())

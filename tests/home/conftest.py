from __future__ import annotations

import pytest

from home.models import HomePage
from tests.home.factories import make_site


@pytest.fixture
def site(db: None) -> HomePage:
    return make_site()

import pytest
from django.utils import translation


@pytest.fixture
def english():
    """Sentences as they stand in the source, for tests that ask which sentence it is."""
    with translation.override("en"):
        yield

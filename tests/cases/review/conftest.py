import pytest

from tests.cases.review.factories import Joint


@pytest.fixture
def joint(db) -> Joint:
    return Joint()

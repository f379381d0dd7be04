import pytest
from django.urls import reverse

from tests.cases.online.person import Person


@pytest.fixture
def alice(county, client_for) -> Person:
    """The applicant, signed in."""
    return Person(client_for(county.resident.user), county)


@pytest.fixture
def bob(county, client_for) -> Person:
    """The agent of alice, with a mandate in force for everything."""
    from tests.accounts.factories import MandateFactory

    mandate = MandateFactory(principal=county.resident, agent_resident__name="李晓梅")
    return Person(client_for(mandate.agent), county, mandate=mandate)


@pytest.fixture
def charlie(county, client_for) -> Person:
    """Somebody else."""
    from tests.accounts.factories import ResidentFactory

    return Person(client_for(ResidentFactory(name="赵国强").user), county)


@pytest.fixture
def login_url() -> str:
    return reverse("accounts:login")

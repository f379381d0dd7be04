"""The demo county is loaded into an empty database, once, and completed when loading was broken off."""

import pytest
from django.core.management import call_command

from places.models import Region


@pytest.fixture
def loads(monkeypatch, settings, tmp_path):
    """How often the demo county was loaded; the loading itself is replaced, its tests are elsewhere."""
    settings.DATA_DIR = tmp_path
    called: list[str] = []
    monkeypatch.setattr(
        "portal.management.commands.prepare.call_command", lambda name, *args, **options: called.append(name)
    )
    return called


@pytest.mark.django_db
def test_an_empty_database_gets_tables_and_the_demo_county(loads):
    call_command("prepare", demo=True)
    assert loads == ["migrate", "createcachetable", "demo"]


@pytest.mark.django_db
def test_a_database_with_a_county_is_left_alone(loads):
    Region.objects.create(code="990100000000", name="云溪县", level="county")
    call_command("prepare", demo=True)
    assert "demo" not in loads


@pytest.mark.django_db
def test_loading_that_was_broken_off_is_completed(loads, tmp_path):
    Region.objects.create(code="990100000000", name="云溪县", level="county")
    (tmp_path / "demo-is-loading").touch()
    call_command("prepare", demo=True)
    assert "demo" in loads
    assert not (tmp_path / "demo-is-loading").exists()


@pytest.mark.django_db
def test_without_being_asked_nothing_is_loaded(loads):
    call_command("prepare")
    assert "demo" not in loads

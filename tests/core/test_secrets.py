import multiprocessing
import stat

import pytest
from cryptography.exceptions import InvalidTag

from core.fields import EncryptedJSONField, EncryptedTextField, blind_index, decrypt, encrypt
from core.keys import load_or_make_secret


def test_a_secret_is_made_once_and_only_for_its_owner(tmp_path):
    first = load_or_make_secret(tmp_path / "keys", "django")
    assert len(first) >= 50
    assert load_or_make_secret(tmp_path / "keys", "django") == first
    assert load_or_make_secret(tmp_path / "keys", "fields") != first
    assert stat.S_IMODE((tmp_path / "keys" / "django.secret").stat().st_mode) == 0o600
    assert [path.name for path in sorted((tmp_path / "keys").iterdir())] == ["django.secret", "fields.secret"]


def test_processes_that_start_together_get_one_secret(tmp_path):
    with multiprocessing.get_context("spawn").Pool(4) as pool:
        secrets = pool.starmap(load_or_make_secret, [(tmp_path, "together")] * 8)
    assert len(set(secrets)) == 1


def test_equal_texts_are_not_equal_in_the_database():
    assert encrypt("11010519491231002X") != encrypt("11010519491231002X")
    assert decrypt(encrypt("王小明 䶮")) == "王小明 䶮"


def test_a_changed_ciphertext_is_refused():
    sealed = encrypt("secret")
    changed = sealed[:-6] + ("A" if sealed[-6] != "A" else "B") + sealed[-5:]
    with pytest.raises(InvalidTag):
        decrypt(changed)


def test_the_field_hides_and_shows():
    field = EncryptedTextField()
    stored = field.get_prep_value("13800138000")
    assert "13800138000" not in stored
    assert stored.startswith("v1:")
    assert field.from_db_value(stored, None, None) == "13800138000"
    assert field.get_prep_value("") == ""
    assert field.get_prep_value(None) is None


def test_the_json_field_hides_and_shows():
    field = EncryptedJSONField()
    stored = field.get_prep_value({"姓名": "王小明", "n": 1})
    assert "王" not in stored
    assert field.from_db_value(stored, None, None) == {"姓名": "王小明", "n": 1}
    assert field.from_db_value(None, None, None) is None


def test_a_blind_index_is_stable_and_needs_the_key(settings, tmp_path):
    index = blind_index("11010519491231002X")
    assert index == blind_index("11010519491231002X")
    assert len(index) == 64
    assert blind_index("") == ""
    settings.KEYS_DIR = tmp_path
    assert blind_index("11010519491231002X") != index

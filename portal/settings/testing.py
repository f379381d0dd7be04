"""The test suite: fast hashing, jobs at once, a database of its own."""

import tempfile
from pathlib import Path

from .base import *  # noqa: F403 - a settings module extends the base module by design
from .base import DATABASES, STORAGES

SECRET_KEY = "testing-only"  # noqa: S105 - never used outside the suite
DEMO_ALLOWED = True
DATA_DIR = Path(tempfile.mkdtemp(prefix="yichuang-test-"))
KEYS_DIR = DATA_DIR / "keys"
if DATABASES["default"]["ENGINE"].endswith("sqlite"):
    # A file: in memory, the threads of the browser tests' server would share one connection.
    DATABASES["default"]["TEST"] = {"NAME": str(DATA_DIR / "test.sqlite3")}
else:
    DATABASES["default"]["CONN_MAX_AGE"] = 0  # a connection that a thread keeps would hold up the end of the run
MEDIA_ROOT = DATA_DIR / "media"
SEARCH_INDEX_DIR = DATA_DIR / "index"
SEARCH_KEEPS_UP = False  # the tests of the search room and the journeys switch it on
ALLOWED_HOSTS = ["*"]
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
TASKS = {"default": {"BACKEND": "django_tasks.backends.immediate.ImmediateBackend"}}
CACHES = {"default": {"BACKEND": "django.core.cache.backends.locmem.LocMemCache"}}
STORAGES = {
    **STORAGES,
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
    "private": {
        "BACKEND": "django.core.files.storage.FileSystemStorage",
        "OPTIONS": {"location": DATA_DIR / "private", "base_url": None},
    },
}
AXES_ENABLED = False

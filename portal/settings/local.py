"""A desk or a demonstration: SQLite, embedded search, files, everything below DATA_DIR."""

from core.keys import load_or_make_secret

from .base import *  # noqa: F403 - a settings module extends the base module by design
from .base import KEYS_DIR, env

SECRET_KEY = env("SECRET_KEY", default="") or load_or_make_secret(KEYS_DIR, "django")
DEMO_ALLOWED = True
ALLOWED_HOSTS = env.list("ALLOWED_HOSTS", default=["*"])

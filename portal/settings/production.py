"""A county in use: everything that matters comes from the environment, see docs/running.md."""

from .base import *  # noqa: F403 - a settings module extends the base module by design
from .base import SILENCED_SYSTEM_CHECKS, STORAGES, env
from .databases import by_address

SECRET_KEY = env("SECRET_KEY")
ALLOWED_HOSTS = env.list("ALLOWED_HOSTS")
PUBLIC_URL = env("PUBLIC_URL")
WAGTAILADMIN_BASE_URL = PUBLIC_URL
DATABASES = {"default": by_address(env)}
# The demo county can never be loaded into a county in use.
DEMO_ALLOWED = False

if env("REDIS_URL", default=""):
    CACHES = {
        "default": {
            "BACKEND": "django.core.cache.backends.redis.RedisCache",
            "LOCATION": env("REDIS_URL"),
        }
    }
if env("S3_BUCKET", default=""):
    STORAGES = {
        **STORAGES,
        "private": {
            "BACKEND": env("PRIVATE_STORAGE_BACKEND"),
            "OPTIONS": {"bucket_name": env("S3_BUCKET")},
        },
    }

SESSION_COOKIE_SECURE = True
CSRF_COOKIE_SECURE = True
SECURE_SSL_REDIRECT = env.bool("SECURE_SSL_REDIRECT", default=True)
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
SECURE_HSTS_SECONDS = env.int("SECURE_HSTS_SECONDS", default=60 * 60 * 24 * 365)
SECURE_HSTS_INCLUDE_SUBDOMAINS = True
SECURE_HSTS_PRELOAD = True
# Wagtail shows previews in frames of its own origin, so X-Frame-Options stays SAMEORIGIN.
SILENCED_SYSTEM_CHECKS = [*SILENCED_SYSTEM_CHECKS, "security.W019"]

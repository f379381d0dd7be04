"""Settings shared by every way of running the portal. Values that differ come from the environment."""

from pathlib import Path

import environ
from django.utils.translation import gettext_lazy as _

from .databases import by_address, sqlite

ROOT = Path(__file__).resolve().parents[2]
env = environ.Env()

DATA_DIR = Path(env("DATA_DIR", default=str(ROOT / "var"))).resolve()
DATA_DIR.mkdir(parents=True, exist_ok=True)

DEBUG = False
ALLOWED_HOSTS: list[str] = env.list("ALLOWED_HOSTS", default=["localhost", "127.0.0.1"])
CSRF_TRUSTED_ORIGINS: list[str] = env.list("CSRF_TRUSTED_ORIGINS", default=[])

INSTALLED_APPS = [
    "portal",
    "search",
    "home",
    "cases",
    "catalog",
    "flow",
    "accounts",
    "places",
    "papers",
    "core",
    "wagtail.contrib.settings",
    "wagtail.contrib.routable_page",
    "wagtail.contrib.typed_table_block",
    "wagtail.contrib.redirects",
    "wagtail.users",
    "wagtail.snippets",
    "wagtail.documents",
    "wagtail.images",
    "wagtail.search",
    "wagtail.admin",
    "wagtail",
    "modelcluster",
    "taggit",
    "django_filters",
    "django_fsm",
    "django_tasks",
    "django_tasks_db",
    "axes",
    "csp",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "django.forms",
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "portal.middleware.MaintenanceMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "home.middleware.KeptPagesMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "accounts.middleware.ActorMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "csp.middleware.CSPMiddleware",
    "core.middleware.ClearAnswersMiddleware",
    "wagtail.contrib.redirects.middleware.RedirectMiddleware",
    "axes.middleware.AxesMiddleware",
]

ROOT_URLCONF = "portal.urls"
WSGI_APPLICATION = "portal.wsgi.application"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [ROOT / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "wagtail.contrib.settings.context_processors.settings",
            ],
            # Libraries of Django and Wagtail with what is the same at every showing kept; see there.
            "libraries": {"i18n": "core.templatetags.kept_words", "wagtailadmin_tags": "portal.admin_frame"},
        },
    }
]
SILENCED_SYSTEM_CHECKS = ["templates.W003"]  # the two libraries take the place of those they extend, on purpose
FORM_RENDERER = "django.forms.renderers.TemplatesSetting"

DATABASES = {"default": by_address(env) if env("DATABASE_URL", default="") else sqlite(DATA_DIR)}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

AUTH_USER_MODEL = "accounts.User"
AUTHENTICATION_BACKENDS = [
    "axes.backends.AxesStandaloneBackend",
    "accounts.backends.LoginNameBackend",
]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator"},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
    {"NAME": "django.contrib.auth.password_validation.NumericPasswordValidator"},
]
PASSWORD_HASHERS = [
    "django.contrib.auth.hashers.Argon2PasswordHasher",
    "django.contrib.auth.hashers.PBKDF2PasswordHasher",
]
LOGIN_URL = "accounts:login"
CSRF_FAILURE_VIEW = "accounts.views.csrf.failure"
LOGIN_REDIRECT_URL = "/"
WAGTAILADMIN_LOGIN_URL = "accounts:staff_login"
WAGTAIL_FRONTEND_LOGIN_URL = "/accounts/login/"
AXES_FAILURE_LIMIT = 5
AXES_COOLOFF_TIME = 0.25  # hours
AXES_LOCKOUT_PARAMETERS = [["username", "ip_address"]]
AXES_RESET_ON_SUCCESS = True
AXES_LOCKOUT_CALLABLE = "accounts.views.login.locked_out"
AXES_USERNAME_CALLABLE = "accounts.backends.lock_name"
SESSION_ENGINE = "accounts.sessions"
SESSION_COOKIE_AGE = 60 * 60 * 12
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = "Lax"

LANGUAGE_CODE = "zh-hans"
LANGUAGES = [("zh-hans", _("Simplified Chinese"))]
# The faces of the cases room keep their own catalogues.
LOCALE_PATHS = [ROOT / "locale", *sorted((ROOT / "cases").glob("*/locale"))]
TIME_ZONE = "Asia/Shanghai"
USE_I18N = True
USE_TZ = True

STATIC_URL = "/static/"
STATIC_ROOT = DATA_DIR / "static"
STATICFILES_DIRS = [("site", ROOT / "portal" / "static_built")]
MEDIA_ROOT = DATA_DIR / "media"
MEDIA_URL = "/media/"
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"},
    # Personal papers: never served by URL, read only through a view that asks the policy.
    "private": {
        "BACKEND": "django.core.files.storage.FileSystemStorage",
        "OPTIONS": {
            "location": DATA_DIR / "private",
            "base_url": None,
            "file_permissions_mode": 0o600,
            "directory_permissions_mode": 0o700,
        },
    },
}
DATA_UPLOAD_MAX_MEMORY_SIZE = 5 * 1024 * 1024
FILE_UPLOAD_MAX_MEMORY_SIZE = 1024 * 1024
DATA_UPLOAD_MAX_NUMBER_FIELDS = 2000
FILE_UPLOAD_HANDLERS = [
    "core.upload_handlers.OversizeUploadHandler",
    "django.core.files.uploadhandler.MemoryFileUploadHandler",
    "django.core.files.uploadhandler.TemporaryFileUploadHandler",
]
# Bytes: one file that people hand in; the whole of a request.
UPLOAD_LIMIT = 20 * 1024 * 1024
REQUEST_BODY_LIMIT = 2 * 1024 * 1024 * 1024
# The virus scanner clamd, host:port or the path of its socket. Empty: none, files count as checked.
CLAMAV_ADDRESS = env("CLAMAV_ADDRESS", default="")
# A callable (name, id_number) -> bool that asks the province whether they belong together; empty: nobody is asked.
IDENTITY_MATCHER = env("IDENTITY_MATCHER", default="")

CACHES = {
    "default": {
        "BACKEND": "django.core.cache.backends.db.DatabaseCache",
        "LOCATION": "cache",
        "OPTIONS": {"MAX_ENTRIES": 20000},
    }
}

TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend", "QUEUES": []}}

WAGTAIL_SITE_NAME = "一窗"
WAGTAILADMIN_BASE_URL = env("PUBLIC_URL", default="http://localhost:8000")
WAGTAIL_FINISH_WORKFLOW_ACTION = "catalog.finish.finish_workflow"
WAGTAIL_ENABLE_UPDATE_CHECK = False
WAGTAIL_GRAVATAR_PROVIDER_URL = None
WAGTAIL_ALLOW_UNICODE_SLUGS = True
WAGTAIL_CONTENT_LANGUAGES = LANGUAGES
WAGTAILADMIN_PERMITTED_LANGUAGES = [("zh-hans", "简体中文")]
WAGTAILDOCS_EXTENSIONS = ["pdf", "docx", "xlsx", "jpg", "png"]
WAGTAILSEARCH_BACKENDS = {"default": {"BACKEND": "search.admin_backend"}}
TAGGIT_CASE_INSENSITIVE = True

# Address printed into QR codes and papers.
PUBLIC_URL = env("PUBLIC_URL", default="http://localhost:8000")
# Key material: signing key of papers, field encryption, audit chain. Made on first start when absent.
KEYS_DIR = Path(env("KEYS_DIR", default=str(DATA_DIR / "keys")))
# The county's own signing key and certificate chain (PEM files, signer first); empty: the house makes its own.
PAPER_SIGNING_KEY = env("PAPER_SIGNING_KEY", default="")
PAPER_SIGNING_CHAIN = env("PAPER_SIGNING_CHAIN", default="")
PAPER_SIGNING_KEY_PASSWORD = env("PAPER_SIGNING_KEY_PASSWORD", default="")
PAPER_FALLBACK_FONTS = env.list("PAPER_FALLBACK_FONTS", default=[])  # files of the county's own font of rare characters
SEARCH_ENGINE = env("SEARCH_ENGINE", default="embedded")
SEARCH_INDEX_DIR = DATA_DIR / "index"
# Whether changes enqueue the job that brings the index up to them.
SEARCH_KEEPS_UP = True
ELASTICSEARCH_URL = env("ELASTICSEARCH_URL", default="")

SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_REFERRER_POLICY = "same-origin"
X_FRAME_OPTIONS = "SAMEORIGIN"
CONTENT_SECURITY_POLICY = {
    "EXCLUDE_URL_PREFIXES": ["/admin/"],
    "DIRECTIVES": {
        "default-src": ["'self'"],
        "script-src": ["'self'"],
        "style-src": ["'self'"],
        "img-src": ["'self'", "data:", "blob:"],
        "object-src": ["'none'"],
        "base-uri": ["'self'"],
        "form-action": ["'self'"],
        "frame-ancestors": ["'self'"],
    },
}

# Everything goes to standard error; whoever runs the portal collects it there. Personal data is never logged.
LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"line": {"format": "{asctime} {levelname} {name} {message}", "style": "{"}},
    "handlers": {"console": {"class": "logging.StreamHandler", "formatter": "line"}},
    "root": {"handlers": ["console"], "level": "WARNING"},
    "loggers": {"django": {"handlers": ["console"], "level": "WARNING", "propagate": False}},
}

"""Every setting of the project, in one ordered file, and the only reader of the environment."""

from pathlib import Path

import pghistory
import pgtrigger
from csp.constants import NONE, SELF
from django.core.management.utils import get_random_secret_key

from claimtracker import env

ROOT = Path(__file__).resolve().parent.parent
VAR = env.var_folder()

# --- Who we are -----------------------------------------------------------------------------
DEBUG = env.flag("DEBUG", default=False)
DATABASE = env.database("DATABASE_URL")
# Without a database (`manage.py extract`) there is no session to sign, so a key of the moment will do.
SECRET_KEY = env.required("SECRET_KEY", "it signs the sessions.") if DATABASE else get_random_secret_key()
ALLOWED_HOSTS = env.words("ALLOWED_HOSTS", ["localhost", "127.0.0.1", "[::1]"])
CSRF_TRUSTED_ORIGINS = env.words("CSRF_TRUSTED_ORIGINS", [])
SITE_URL = env.web_address("SITE_URL")  # where people reach the desk; without it, no notification goes out by mail
HTTPS = env.flag("HTTPS", default=False)  # served behind TLS: secure cookies, HSTS, trust the proxy's scheme header
# An anonymous visitor sees what a reader sees. `run.py` turns it on for a local run on embedded services.
PUBLIC_READ = env.flag("PUBLIC_READ", default=False)

# --- Apps and wiring ------------------------------------------------------------------------
INSTALLED_APPS = [
    "claimtracker.core",
    "sources",
    "claims",
    "django.contrib.admin",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "whitenoise.runserver_nostatic",
    "django.contrib.staticfiles",
    "django.contrib.postgres",
    "django_htmx",
    "django_filters",
    "rest_framework",
    "drf_spectacular",
    "pghistory",
    "pgtrigger",
    "csp",
]
MIDDLEWARE = [
    "claimtracker.middleware.RequestId",
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "csp.middleware.CSPMiddleware",
    "claimtracker.middleware.Unavailable",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "claimtracker.middleware.Refusals",
]
ROOT_URLCONF = "claimtracker.urls"
WSGI_APPLICATION = "claimtracker.wsgi.application"
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
                "claimtracker.core.desk.context",
            ],
        },
    }
]

# --- PostgreSQL -----------------------------------------------------------------------------
DATABASES = {
    "default": {
        "ENGINE": "django.db.backends.postgresql",
        **DATABASE,
        "CONN_MAX_AGE": 60,
        "CONN_HEALTH_CHECKS": True,
        "OPTIONS": {
            # Bounded waits: a stuck query must not take the desk down with it.
            "options": "-c statement_timeout=30s -c lock_timeout=5s -c idle_in_transaction_session_timeout=60s"
            " -c pg_trgm.similarity_threshold=0.15"  # two letters of five may have changed places
            # A page asks for a few rows by statements that PostgreSQL takes for costly: compiling them takes longer.
            " -c jit=off",
            "connect_timeout": 5,
            **DATABASE.get("OPTIONS", {}),
        },
    }
}
# Migrations run as the owner of the tables; the application's own role may not rewrite history.
DATABASE_OWNER = env.database("DATABASE_OWNER_URL") or DATABASE
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
PGHISTORY_LEVEL = pgtrigger.Statement  # row triggers cost ten times as much on bulk loads
PGHISTORY_CONTEXT_FIELD = pghistory.ContextJSONField()  # in the event's own row: history needs no second table
PGHISTORY_CONTEXT_ID_FIELD = pghistory.ContextUUIDField()
PGHISTORY_ADMIN_CLASS = "claimtracker.core.admin.HiddenAdmin"

# --- Redis and background work --------------------------------------------------------------
REDIS_URL = env.redis_address("REDIS_URL", "redis://localhost:6379/0")
CELERY_BROKER_URL = env.for_celery(REDIS_URL)
CELERY_TASK_IGNORE_RESULT = True
CELERY_TASK_ACKS_LATE = True
CELERY_TASK_REJECT_ON_WORKER_LOST = True
CELERY_WORKER_PREFETCH_MULTIPLIER = 1
# What waits for other people's sites has a worker of its own: however slow they are, articles are read meanwhile.
CELERY_TASK_ROUTES = {name: {"queue": "fetch"} for name in ("fetch_sources", "take_in", "send_mail")}
CELERY_TASK_TIME_LIMIT = 900
CELERY_TASK_SOFT_TIME_LIMIT = 840
# Above the longest task, or a second copy of it would be started (the tasks are idempotent all the same).
CELERY_BROKER_TRANSPORT_OPTIONS = {
    "visibility_timeout": 1000,
    "unacked_restore_limit": None,
    "socket_connect_timeout": 1,
    "socket_timeout": 5,
}
CELERY_BROKER_CONNECTION_RETRY_ON_STARTUP = True
CELERY_BROKER_CONNECTION_MAX_RETRIES = None
CELERY_TIMEZONE = "UTC"
SWEEP_SECONDS = env.number("SWEEP_SECONDS", 15, least=1)  # how often the sweeper looks for work whose doorbell was lost
LEASE_SECONDS = env.number(
    "LEASE_SECONDS", 60, least=1
)  # a reading that gave no sign of life this long is taken up again
CELERY_BEAT_SCHEDULE = {
    "sweep": {"task": "sweep", "schedule": SWEEP_SECONDS, "options": {"expires": SWEEP_SECONDS}},
    # A row is final at the second look at the latest, unless its writer takes longer: the unsealed minute.
    "seal_history": {"task": "seal_history", "schedule": 30, "options": {"expires": 30}},
}
CELERY_BEAT_SCHEDULE_FILENAME = str(VAR / "beat-schedule")

# --- People and passwords -------------------------------------------------------------------
AUTH_USER_MODEL = "core.User"
AUTHENTICATION_BACKENDS = ["claimtracker.core.backends.Backend"]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 12}},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
]
LOGIN_URL = "sign_in"
LOGIN_REDIRECT_URL = "home"
LOGOUT_REDIRECT_URL = "home"
EMAIL_BACKEND = env.text("EMAIL_BACKEND", "django.core.mail.backends.console.EmailBackend")
EMAIL_HOST = env.text("EMAIL_HOST", "localhost")
EMAIL_PORT = env.number("EMAIL_PORT", 25)
EMAIL_HOST_USER = env.text("EMAIL_HOST_USER", "")
EMAIL_HOST_PASSWORD = env.text("EMAIL_HOST_PASSWORD", "")
EMAIL_USE_TLS = env.flag("EMAIL_USE_TLS", default=False)
EMAIL_TIMEOUT = 20  # seconds: a mail server that is silent must not keep a worker
DEFAULT_FROM_EMAIL = env.text("DEFAULT_FROM_EMAIL", "claimtracker@localhost")

# --- Safety ---------------------------------------------------------------------------------
SESSION_COOKIE_NAME = "__Host-session" if HTTPS else "session"
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = HTTPS
SESSION_COOKIE_AGE = 14 * 24 * 3600
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if HTTPS else None
SECURE_HSTS_SECONDS = 31_536_000 if HTTPS else 0
SECURE_REFERRER_POLICY = "same-origin"
SECURE_CROSS_ORIGIN_OPENER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [NONE],
        "script-src": [SELF],
        "style-src": [SELF],
        "img-src": [SELF, "data:"],
        "font-src": [SELF],
        "connect-src": [SELF],
        "form-action": [SELF],
        "base-uri": [NONE],
        "frame-ancestors": [NONE],
    }
}
CSRF_FAILURE_VIEW = "claimtracker.core.web.errors.csrf_failed"
# A text of ten million characters is four times as many bytes at the most, percent-encoded three times that.
LONGEST_TEXT = 12_000_000
LARGEST_FILE = 25 * 1024 * 1024  # bytes of an uploaded file or a fetched page
DATA_UPLOAD_MAX_MEMORY_SIZE = 64 * 1024 * 1024
FILE_UPLOAD_MAX_MEMORY_SIZE = 4 * 1024 * 1024
# How pages are fetched that somebody named (sources/http.py guards the way).
FETCH_USER_AGENT = env.header("FETCH_USER_AGENT", "Claimtracker")
FETCH_CONTACT = env.header("FETCH_CONTACT", "")  # an address where sites find whom to ask
FETCH_ROBOTS = env.flag("FETCH_ROBOTS", default=True)  # sources whose site asks programs to stay away are left alone
# Ports of this machine that may be asked all the same: for tests, and for an operator's own web server.
FETCH_LOOPBACK_PORTS = [int(port) for port in env.words("FETCH_LOOPBACK_PORTS", [])]
WATCH_DAYS = env.number("WATCH_DAYS", 7, most=365)  # between two looks at a source; 0: only when somebody asks

# --- The API --------------------------------------------------------------------------------
REST_FRAMEWORK = {
    "DEFAULT_AUTHENTICATION_CLASSES": [
        "claimtracker.api.authentication.BearerToken",
        "claimtracker.api.authentication.Session",
    ],
    "DEFAULT_PERMISSION_CLASSES": ["claimtracker.api.authentication.MayRead"],
    "DEFAULT_RENDERER_CLASSES": ["rest_framework.renderers.JSONRenderer"],
    "DEFAULT_PARSER_CLASSES": ["claimtracker.core.parsers.StrictJSON"],
    "DEFAULT_PAGINATION_CLASS": "claimtracker.api.pagination.KeysetPagination",
    "DEFAULT_FILTER_BACKENDS": ["claimtracker.api.filtering.StrictFilters"],
    "DEFAULT_SCHEMA_CLASS": "claimtracker.api.schema.Schema",
    "EXCEPTION_HANDLER": "claimtracker.api.errors.problem",
    "URL_FORMAT_OVERRIDE": None,  # `?format=` is an unknown parameter like any other
    "PAGE_SIZE": 50,
    "COERCE_DECIMAL_TO_STRING": False,
    "DATETIME_FORMAT": "iso-8601",
    "UNAUTHENTICATED_USER": "django.contrib.auth.models.AnonymousUser",
}
SPECTACULAR_SETTINGS = {
    "TITLE": "Claimtracker",
    "DESCRIPTION": "Claims of articles, tracked back to the numbered sources they cite.",
    "VERSION": "1",
    "OAS_VERSION": "3.1.0",
    "SCHEMA_PATH_PREFIX": "/api/v1",
    "POSTPROCESSING_HOOKS": ["claimtracker.api.schema.tidy"],  # word lists stand where they are used
    "ENUM_GENERATE_CHOICE_DESCRIPTION": False,
}

# --- A model beside the rules ---------------------------------------------------------------
# Off without an address. It may only propose claims (claims/extractors); the text of every article is sent to it.
LLM_URL = env.web_address("LLM_URL")
LLM_MODEL = env.required("LLM_MODEL", "LLM_URL asks for one.") if LLM_URL else env.text("LLM_MODEL", "")
LLM_KEY = env.secret("LLM_KEY")

# --- Files and words ------------------------------------------------------------------------
STATIC_URL = "/static/"
STATIC_ROOT = VAR / "static"
STATICFILES_DIRS = [ROOT / "static"]
# Files and pages as they came (claimtracker.core.blobs). A folder must be the same for web and worker.
FILES = {"BACKEND": "claimtracker.storage.WholeFiles", "OPTIONS": {"location": VAR / "files"}}
if OBJECT_STORAGE := env.object_storage("STORAGE_URL"):
    FILES = {"BACKEND": "claimtracker.objects.ObjectStore", "OPTIONS": OBJECT_STORAGE}
STORAGES = {
    "default": FILES,
    "staticfiles": {"BACKEND": "claimtracker.storage.HashedStaticFiles"},
}
LANGUAGE_CODE = "en-gb"
USE_TZ = True
TIME_ZONE = "UTC"
USE_I18N = False
USE_THOUSAND_SEPARATOR = False
LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"line": {"format": "{asctime} {levelname} {name}: {message}", "style": "{"}},
    "handlers": {"console": {"class": "logging.StreamHandler", "formatter": "line"}},
    "root": {"handlers": ["console"], "level": env.text("LOG_LEVEL", "INFO")},
}

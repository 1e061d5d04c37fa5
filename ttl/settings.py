"""Every setting of TTL, read top to bottom from the environment; safe for production by default."""

from pathlib import Path

import dj_database_url
import dotenv

from ttl import env, postgres

BASE_DIR = Path(__file__).resolve().parent.parent

# Environment. Real variables come before those of the file.
ENV_FILE = Path(env.text("ENV_FILE", str(BASE_DIR / ".env")))
dotenv.load_dotenv(ENV_FILE)
# What TTL makes as it runs: the SQLite file, static files ready to serve.
VAR_DIR = Path(env.text("VAR_DIR", str(BASE_DIR / "var")))
# What the running server keeps for itself: its counts, and the sign that it is to be stopped.
RUN_DIR = Path(env.text("RUN_DIR", str(VAR_DIR / "run")))
DEBUG = env.boolean("DEBUG", default=False)
HTTPS = env.boolean("HTTPS", default=not DEBUG)
SECRET_KEY = env.secret("SECRET_KEY", strict=not DEBUG)
SECRET_KEY_FALLBACKS = env.words("SECRET_KEY_FALLBACKS")
# Server halves of the keys that seal private plans and the phones of staff, the newest first.
PLAN_SECRETS = env.versioned_secrets("PLAN_SECRETS", strict=not DEBUG)
# What a reader of /metrics must know; empty: there is no such page.
METRICS_TOKEN = env.secret("METRICS_TOKEN", strict=not DEBUG, required=False)
# Where backups are made, for /metrics to tell how old the newest is.
BACKUP_DIR = env.text("BACKUP_DIR")
# Which code this is, for logs, metrics and backups; no page tells it.
RELEASE = env.text("RELEASE", default="unnamed")
ALLOWED_HOSTS = env.words("ALLOWED_HOSTS", "localhost,127.0.0.1,[::1]")
# What whole addresses begin with, in the feed and for search engines; empty: as the visitor asked.
SITE_URL = env.origin("SITE_URL")
# Public keys that backups are sealed for; what opens them is kept elsewhere.
BACKUP_RECIPIENTS = env.words("BACKUP_RECIPIENTS")
# Who hears of a weakness; shown at /.well-known/security.txt.
SECURITY_CONTACT = env.contact("SECURITY_CONTACT")

# Applications
INSTALLED_APPS = [
    "ttl.staff.apps.DeskConfig",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "whitenoise.runserver_nostatic",
    "django.contrib.staticfiles",
    "crispy_forms",
    "django_otp",
    "django_otp.plugins.otp_totp",
    "django_otp.plugins.otp_static",
    "articles",
    "planner",
    "safety",
    "ttl.edge",
    "ttl.keeping",
    "ttl.load",
    "ttl.staff",
]
ROOT_URLCONF = "ttl.urls"
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
ADMIN_PATH = env.address("ADMIN_PATH", "admin/")
# What search finds beside articles: who gives it, by the kind it is shown as.
SEARCHED_ELSEWHERE = {"exercise": "planner.search_entries.exercises"}

# Middleware. What watches and the headers come first: errors and static files have both too.
MIDDLEWARE = [
    "ttl.watching.watched",
    "ttl.languages.language_by_address",
    "ttl.middleware.security_headers",
    "django.middleware.security.SecurityMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "ttl.limits.request_limits",
    "ttl.middleware.own_posts_only",
    "ttl.gate.gate",
    "django.middleware.gzip.GZipMiddleware",
    "django.middleware.http.ConditionalGetMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django_otp.middleware.OTPMiddleware",
    "ttl.staff.middleware.whole_sign_in",
    "ttl.staff.middleware.desk_clock",
    "django.contrib.messages.middleware.MessageMiddleware",
    "ttl.pausing.paused_planner",
    "ttl.limits.plain_errors",
    "ttl.limits.storable_numbers",
    # Late, since it calls the view: what others do before a view is done by then.
    "ttl.replica.PublicPages",
    "ttl.edge.middleware.kept_pages",
]

# Templates and forms
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
            ]
        },
    }
]
CRISPY_ALLOWED_TEMPLATE_PACKS = ["ttl"]
CRISPY_TEMPLATE_PACK = "ttl"
FORM_RENDERER = "ttl.inputs.Renderer"

# Database. The reasons for every value stand in docs/adr/0005-sqlite-by-default.md.
SQLITE = {
    "CONN_MAX_AGE": None,
    "OPTIONS": {
        "timeout": 5,
        "transaction_mode": "IMMEDIATE",
        "init_command": (
            "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA secure_delete=ON;"
            "PRAGMA journal_size_limit=67108864; PRAGMA cache_size=-20000;"
        ),
    },
}
POSTGRESQL = {
    "CONN_MAX_AGE": 0,
    "CONN_HEALTH_CHECKS": True,
    # A pooler in transaction mode gives the next statement another connection.
    "DISABLE_SERVER_SIDE_CURSORS": True,
    "OPTIONS": {
        "connect_timeout": 3,
        "tcp_user_timeout": 5000,
        "pool": {
            "connection_class": postgres.Connection,
            "min_size": 2,
            "max_size": 4,
            "timeout": 3,
            "max_lifetime": 1800,
            # Attempts come ever more rarely until then; the next page that is asked for tries anew.
            "reconnect_timeout": 2,
        },
    },
}
FILE = {"ENGINE": "django.db.backends.sqlite3", "NAME": VAR_DIR / "ttl.sqlite3"}
DATABASE_URL = env.text("DATABASE_URL")
PLACE = dj_database_url.parse(DATABASE_URL) if DATABASE_URL else FILE
BEHAVIOUR = SQLITE if PLACE["ENGINE"] == FILE["ENGINE"] else POSTGRESQL
OPTIONS = BEHAVIOUR["OPTIONS"] | PLACE.get("OPTIONS", {})
DATABASES = {"default": PLACE | BEHAVIOUR | {"OPTIONS": OPTIONS}}
# A copy that public pages are read from: docs/adr/0023-what-may-fail-beside-the-database.md.
REPLICA_POOL = {"connection_class": postgres.ReplicaConnection, "timeout": 0.5}
if REPLICA_URL := env.text("REPLICA_URL"):
    REPLICA = dj_database_url.parse(REPLICA_URL)
    POOL = POSTGRESQL["OPTIONS"]["pool"] | REPLICA_POOL
    OPTIONS = POSTGRESQL["OPTIONS"] | {"pool": POOL} | REPLICA.get("OPTIONS", {})
    DATABASES["replica"] = REPLICA | POSTGRESQL | {"OPTIONS": OPTIONS}
DATABASE_ROUTERS = ["ttl.replica.PublicReads"]

# Cache. Nothing may depend on it: docs/adr/0023-what-may-fail-beside-the-database.md.
CACHE_URL = env.text("CACHE_URL")
SHARED = {"BACKEND": "ttl.cache.SharedCache", "LOCATION": CACHE_URL}
IN_MEMORY = {"BACKEND": "django.core.cache.backends.locmem.LocMemCache"}
CACHES = {"default": SHARED if CACHE_URL else IN_MEMORY}

# Language and time
LANGUAGE_CODE = "en-gb"
LANGUAGES = [("en-gb", "English"), ("es", "Español")]
LOCALE_PATHS = [BASE_DIR / "locale"]
FORMAT_MODULE_PATH = "ttl.formats"
TIME_ZONE = "UTC"
# The clock on the editors' wall, for times that they type.
DESK_TIME_ZONE = env.zone("DESK_TIME_ZONE", default="Europe/London")

# Static files: hashed and compressed once by collectstatic, straight from the folders under DEBUG.
STATIC_URL = "static/"
STATIC_ROOT = VAR_DIR / "static"
STATIC_ROOT.mkdir(parents=True, exist_ok=True)
STATICFILES_DIRS = [BASE_DIR / "static"]
WHITENOISE_USE_FINDERS = DEBUG
WHITENOISE_ALLOW_ALL_ORIGINS = False
HASHED = "whitenoise.storage.CompressedManifestStaticFilesStorage"
PLAIN = "django.contrib.staticfiles.storage.StaticFilesStorage"
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": PLAIN if DEBUG else HASHED},
}

# Transport. Who watches over the site asks from the machine itself, without HTTPS.
SECURE_SSL_REDIRECT = HTTPS
SECURE_REDIRECT_EXEMPT = [r"^livez$", r"^readyz$", r"^metrics$"]
SECURE_HSTS_SECONDS = 63_072_000 if HTTPS else 0
SECURE_HSTS_INCLUDE_SUBDOMAINS = HTTPS
SECURE_HSTS_PRELOAD = HTTPS
BEHIND_PROXY = env.boolean("BEHIND_PROXY", default=False)
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if BEHIND_PROXY else None

# Headers; the rest of them stand in ttl/middleware.py. `no-referrer` would break every form.
SECURE_REFERRER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"

# Cookies, which only staff ever get
COOKIE_PREFIX = "__Host-" if HTTPS else ""
SESSION_COOKIE_NAME = f"{COOKIE_PREFIX}session"
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = HTTPS
SESSION_COOKIE_AGE = 12 * 60 * 60
CSRF_COOKIE_NAME = f"{COOKIE_PREFIX}csrf"
CSRF_COOKIE_HTTPONLY = True
CSRF_COOKIE_SAMESITE = "Strict"
CSRF_TRUSTED_ORIGINS = env.words("CSRF_TRUSTED_ORIGINS")

# Request bodies: staff save long articles and pictures, a visitor's largest form is a few KiB.
DATA_UPLOAD_MAX_MEMORY_SIZE = 2_500_000
DATA_UPLOAD_MAX_NUMBER_FIELDS = 2_000
VISITOR_BODY_LIMIT = 65_536
VISITOR_FIELD_LIMIT = 500
VISITOR_ADDRESS_LIMIT = 8_192
STAFF_BODY_LIMIT = 12_000_000

# Staff: passwords, and the second step of signing in (docs/adr/0017-a-second-step-for-staff.md)
SECOND_FACTOR_REQUIRED = env.boolean("SECOND_FACTOR_REQUIRED", default=HTTPS)
OTP_TOTP_ISSUER = "TTL"
OTP_STATIC_THROTTLE_FACTOR = 0  # ttl/staff/guessing.py counts
PASSWORD_HASHERS = [
    "django.contrib.auth.hashers.Argon2PasswordHasher",
    "django.contrib.auth.hashers.PBKDF2PasswordHasher",
]
VALIDATION = "django.contrib.auth.password_validation"
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": f"{VALIDATION}.MinimumLengthValidator", "OPTIONS": {"min_length": 15}},
    {"NAME": f"{VALIDATION}.CommonPasswordValidator"},
    {"NAME": f"{VALIDATION}.UserAttributeSimilarityValidator"},
    {"NAME": "ttl.staff.passwords.NotOneOfOurs"},
]

# Logging. What a line may hold stands in ttl/logs.py; Django's own handlers know no filter, and
# its lines about answers that are no fault of ours only repeat those of ttl.requests.
LOG_FORMAT = env.choice("LOG_FORMAT", ("json", "line"), default="line" if DEBUG else "json")
STANDARD_ERROR = {"class": "logging.StreamHandler"}
CONSOLE = {"handlers": ["console"], "level": "INFO", "propagate": False}
LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "filters": {"redact": {"()": "ttl.logs.RedactPlanLinks", "keep_messages": DEBUG}},
    "formatters": {
        "json": {"()": "ttl.logs.JsonLines", "release": RELEASE},
        "line": {"format": "{asctime} {levelname} {name} {message}", "style": "{"},
    },
    "handlers": {"console": STANDARD_ERROR | {"filters": ["redact"], "formatter": LOG_FORMAT}},
    "root": CONSOLE,
    "loggers": {
        "django": CONSOLE,
        "django.request": CONSOLE | {"level": "ERROR"},
        "django.server": CONSOLE | {"level": "ERROR"},
        "_granian": CONSOLE | {"level": "WARNING"},
    },
}

"""Environment of a test run; loaded by pytest before Django's settings are read."""

import os

# A developer's own .env must not decide what the tests see.
os.environ["ENV_FILE"] = os.devnull
# Static files straight from the folders; pytest-django itself forces settings.DEBUG off.
os.environ["DEBUG"] = "true"
os.environ["HTTPS"] = "false"
os.environ["SECRET_KEY"] = "only-for-tests"
os.environ["PLAN_SECRETS"] = "1:only-for-tests"
os.environ["ALLOWED_HOSTS"] = "testserver,localhost,127.0.0.1"
os.environ["DATABASE_URL"] = os.environ.get("TEST_DATABASE_URL", "")
os.environ["REPLICA_URL"] = ""
os.environ["CACHE_URL"] = ""
os.environ["SITE_URL"] = ""
for name in ("LOG_FORMAT", "RELEASE", "METRICS_TOKEN", "BACKUP_DIR", "RUN_DIR"):
    os.environ[name] = ""
os.environ["SECURITY_CONTACT"] = ""
# Tests of the second step ask for it themselves.
os.environ["SECOND_FACTOR_REQUIRED"] = "false"
# Playwright keeps an event loop in the thread that runs the test.
os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"

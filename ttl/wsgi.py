"""The WSGI entry point that the application server imports."""

import os

from django.conf import settings
from django.core.wsgi import get_wsgi_application

from ttl import logs, postgres, shared_counts

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "ttl.settings")
postgres.Connection.answer_seconds = postgres.PAGE_SECONDS

# Before the application, whose counts and warnings begin as it is read.
logs.catch_the_rest()
shared_counts.share(settings.RUN_DIR)
django_application = get_wsgi_application()

from ttl.edge.application import Edge  # noqa: E402 - its pages need the apps
from ttl.patience import patient  # noqa: E402 - and so do its limits

application = patient(django_application)
# Who works on the code sees each change of it at once.
if not settings.DEBUG:
    application = Edge(application)

"""The WSGI entry point that the application server imports."""

import os

from django.core.wsgi import get_wsgi_application

from ttl import postgres

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "ttl.settings")
postgres.Connection.answer_seconds = postgres.PAGE_SECONDS

application = get_wsgi_application()

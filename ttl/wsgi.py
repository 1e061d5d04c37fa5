"""The WSGI entry point that the application server imports."""

import os

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "ttl.settings")
django_application = get_wsgi_application()

from ttl.patience import patient  # noqa: E402 - reads the settings

application = patient(django_application)

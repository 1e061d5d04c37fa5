"""The WSGI entry point that the application server imports."""

import os
from collections.abc import Callable, Iterable

from django.core.wsgi import get_wsgi_application

from ttl.encodings import text_only

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "ttl.settings")

django_application = get_wsgi_application()


def application(environ: dict[str, object], start_response: Callable) -> Iterable[bytes]:
    """Hand a request to Django."""
    text_only(environ)
    return django_application(environ, start_response)

"""The settings of TTL, and a counter in the cache at every request, so that each page needs it."""

from contextlib import suppress

from django.core.cache import cache

from ttl.settings import *  # noqa: F403 - settings are read as a whole
from ttl.settings import MIDDLEWARE

MIDDLEWARE = [*MIDDLEWARE, "tests.faults.cached_site.counted"]


def counted(get_response):
    """Count requests as a limit would."""

    def answer(request):
        # A number may go between the two calls: whoever counts has to be ready for it.
        if not cache.add("requests", 1, timeout=60):
            with suppress(ValueError):
                cache.incr("requests")
        cache.get_or_set("page", {"shown": 1})
        return get_response(request)

    return answer

"""What is asked for, in the few things that a kept page may depend on."""

import re
from dataclasses import dataclass
from typing import Any
from urllib.parse import parse_qsl, urlencode

from django.conf import settings
from django.core.handlers.wsgi import get_path_info

from ttl.edge.memory import Key
from ttl.edge.visit import VISIT, Visit
from ttl.edge.which import kept_at
from ttl.middleware import is_keyed

READS = ("GET", "HEAD")
# Who sends one of these wants more than a page.
ODD = ("SCRIPT_NAME", "HTTP_IF_MATCH", "HTTP_IF_UNMODIFIED_SINCE", "HTTP_TRANSFER_ENCODING")
SCHEMES = ("http", "https")
LONGEST_QUERY, LONGEST_PATH = 1_000, 500
# A choice or a number as our own links write it. What else may mean the same has no end, and would
# push every other page out.
PLAIN = re.compile(r"[a-z_]*|[1-9][0-9]{0,5}")
PROTO = "HTTP_X_FORWARDED_PROTO"
# All that a page is told of the one who asked first: nothing else can get into it.
TOLD = {"HTTP_HOST", "HTTP_X_FORWARDED_FOR", "HTTP_X_REQUEST_ID", PROTO}


@dataclass(frozen=True, slots=True)
class Asked:
    """A page by its scheme, its host, its path and the parts of its query that it knows."""

    key: Key

    def alone(self, environ: dict[str, Any], visit: Visit) -> dict[str, Any]:
        """Return the same request as anybody could have sent it, to make a page for everybody."""
        bare = {
            name: value
            for name, value in environ.items()
            if name in TOLD or not name.startswith(("HTTP_", "CONTENT_"))
        }
        return bare | {"REQUEST_METHOD": "GET", "QUERY_STRING": self.key[3], VISIT: visit}


def asked_by(environ: dict[str, Any]) -> Asked | None:
    """Read a request for a page that may be kept; nothing: it is for Django alone."""
    if (
        environ["REQUEST_METHOD"] not in READS
        or settings.SESSION_COOKIE_NAME in environ.get("HTTP_COOKIE", "")
        or environ.get("CONTENT_LENGTH", "") not in {"", "0"}
        or any(environ.get(name) for name in ODD)
    ):
        return None
    scheme, host, path = _scheme(environ), environ.get("HTTP_HOST"), environ["PATH_INFO"]
    if scheme not in SCHEMES or not host or len(path) > LONGEST_PATH:
        return None
    # No key of anybody's is even looked up.
    if is_keyed(path) or path.startswith(settings.STATIC_URL):
        return None
    query = environ.get("QUERY_STRING", "")
    if query:
        query = _known(query, environ)
    return None if query is None else Asked((scheme, host, path, query))


def _scheme(environ: dict[str, Any]) -> str:
    if settings.SECURE_PROXY_SSL_HEADER and PROTO in environ:
        return environ[PROTO]
    return environ["wsgi.url_scheme"]


def _known(query: str, environ: dict[str, Any]) -> str | None:
    """Keep what the page asks for; what links from elsewhere bring along changes no page of ours.

    The page is made without it too, so that nothing that somebody wrote there is shown to others.
    """
    found = kept_at(get_path_info(environ))
    if found is None or len(query) > LONGEST_QUERY or "%00" in query:
        return None
    names = found[0].query
    # Of two values under one name Django reads the last.
    told = {
        name: value for name, value in parse_qsl(query, keep_blank_values=True) if name in names
    }
    if not all(map(PLAIN.fullmatch, told.values())):
        return None
    return urlencode(sorted(told.items()))

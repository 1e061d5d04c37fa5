"""Asking another site whether a page is there, politely and without being led astray."""

import ipaddress
import socket
import ssl
from collections.abc import Collection
from dataclasses import dataclass
from http.client import HTTPConnection, HTTPException, HTTPSConnection
from urllib.parse import SplitResult, quote, urljoin, urlsplit

SECONDS = 10
MOST_REDIRECTS = 5
HEADERS = {"User-Agent": "TTL link check", "Accept": "*/*"}
# Sites that do not know the short question are asked the long one; its answer is not read.
ASK_AGAIN = (403, 404, 405, 501)
AS_TYPED = "%/:=&?~+!$,;'@()*[]"

Place = tuple[str, int]


class NotReachedError(Exception):
    """There is no answer, for a reason that its words give."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """The number that a site answered in the end, or else why there is none."""

    status: int | None = None
    problem: str = ""


def ask(url: str, *, private_hosts: Collection[str] = (), seconds: float = SECONDS) -> Answer:
    """Ask for a page and follow where it moved to.

    It never reaches into a private network, but for hosts of these names.
    """
    try:
        for _ in range(MOST_REDIRECTS + 1):
            status, moved_to = _ask_once(urlsplit(url), private_hosts, seconds)
            if not moved_to:
                return Answer(status=status)
            url = urljoin(url, moved_to)
    except NotReachedError as reason:
        return Answer(problem=str(reason))
    except TimeoutError:
        return Answer(problem="It took too long to answer.")
    except ssl.SSLError:
        return Answer(problem="Its certificate does not fit.")
    except (OSError, HTTPException, ValueError):
        return Answer(problem="It could not be reached.")
    return Answer(problem="It sends its visitors round in a circle.")


def _ask_once(
    parts: SplitResult, private_hosts: Collection[str], seconds: float
) -> tuple[int, str]:
    if parts.scheme not in ("http", "https") or not parts.hostname:
        raise NotReachedError("It leads to what is no page of a site.")
    place = _place(parts, private_hosts)
    status, moved_to = _send("HEAD", parts, place, seconds)
    return _send("GET", parts, place, seconds) if status in ASK_AGAIN else (status, moved_to)


def _send(method: str, parts: SplitResult, place: Place, seconds: float) -> tuple[int, str]:
    connection = _connection(parts, place, seconds)
    try:
        query = f"?{parts.query}" if parts.query else ""
        connection.request(method, quote((parts.path or "/") + query, AS_TYPED), headers=HEADERS)
        response = connection.getresponse()
        moved = response.status in (301, 302, 303, 307, 308)
        return response.status, response.getheader("Location", "") if moved else ""
    finally:
        connection.close()


def _connection(parts: SplitResult, place: Place, seconds: float) -> HTTPConnection:
    """Connect to the place that was looked at, not to what a second look-up might say."""
    kind = HTTPSConnection if parts.scheme == "https" else HTTPConnection
    connection = kind(parts.hostname, parts.port, timeout=seconds)
    connection.sock = socket.create_connection(place, seconds)
    if parts.scheme == "https":
        context = ssl.create_default_context()
        connection.sock = context.wrap_socket(connection.sock, server_hostname=parts.hostname)
    return connection


def _place(parts: SplitResult, private_hosts: Collection[str]) -> Place:
    """Look the host up once, and refuse it if any of its addresses is not out in the open."""
    port = parts.port or (443 if parts.scheme == "https" else 80)
    try:
        found = socket.getaddrinfo(parts.hostname, port, type=socket.SOCK_STREAM)
    except socket.gaierror as error:
        raise NotReachedError("There is no site of that name.") from error
    addresses = [ipaddress.ip_address(place[0]) for *_rest, place in found]
    if parts.hostname not in private_hosts and any(
        not address.is_global or address.is_multicast for address in addresses
    ):
        raise NotReachedError("It leads into a private network, where we do not go.")
    return str(addresses[0]), port

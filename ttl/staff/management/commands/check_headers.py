"""Ask a running site for its pages and score their headers."""

from http.client import HTTPConnection, HTTPException, HTTPResponse, HTTPSConnection
from urllib.parse import urlsplit

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError, CommandParser

from ttl.observatory import Seen, score

PAGES = (
    "/",
    "/articles/",
    "/help/",
    "/plan/",
    "/es/",
    "/es/plan/",
    f"/{settings.ADMIN_PATH}login/",
)
LEAST = 130
PATIENCE_SECONDS = 10
# A made-up site, to see whether its name is sent back as one that may read our pages.
ELSEWHERE = {"Origin": "https://elsewhere.example"}


class Command(BaseCommand):
    """Score the pages of a running site as the MDN HTTP Observatory does; fail when too low."""

    help = __doc__
    requires_system_checks = []

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("url", help="Where the site is, as in https://ttl.example.org")
        parser.add_argument(
            "--as-proxy",
            action="store_true",
            help="Ask TTL itself over HTTP, in the place of the proxy that ends HTTPS.",
        )
        parser.add_argument("--at-least", type=int, default=LEAST, metavar="SCORE")

    def handle(self, *, url: str, as_proxy: bool, at_least: int, **_options: object) -> None:
        scores = {}
        for page in PAGES:
            seen = _look(url, page, as_proxy=as_proxy)
            scores[page], modifiers = score(seen)
            self.stdout.write(f"{page}  {scores[page]}")
            for name, modifier in modifiers.items():
                self.stdout.write(f"  {modifier:+4}  {name}")
        low = [f"{page} has {found}" for page, found in scores.items() if found < at_least]
        if low:
            raise CommandError(f"Below {at_least}: {', '.join(low)}.")


def _look(url: str, page: str, *, as_proxy: bool) -> Seen:
    host = urlsplit(url).hostname or ""
    secure = {"X-Forwarded-Proto": "https"} if as_proxy else {}
    insecure = {"X-Forwarded-Proto": "http"} if as_proxy else {}
    answer, body = _ask(url, page, ELSEWHERE | secure)
    if answer.status != 200:
        raise CommandError(f"{page} answered {answer.status}: only a page can be scored.")
    try:
        plain, _body = _ask(url if as_proxy else f"http://{host}", page, insecure)
        leads_to = plain.getheader("Location", "")
    except CommandError:
        leads_to = None  # nobody listens without HTTPS, which is well
    headers = tuple(answer.getheaders())
    return Seen(host=host, headers=headers, html=body, plain_leads_to=leads_to)


def _ask(url: str, page: str, headers: dict[str, str]) -> tuple[HTTPResponse, str]:
    place = urlsplit(url)
    connect = HTTPSConnection if place.scheme == "https" else HTTPConnection
    connection = connect(place.hostname or "", place.port, timeout=PATIENCE_SECONDS)
    try:
        connection.request("GET", page, headers=headers)
        answer = connection.getresponse()
        return answer, answer.read().decode(errors="replace")
    except (OSError, HTTPException) as error:
        raise CommandError(f"No answer from {url}: {error}") from error
    finally:
        connection.close()

"""What a page that may be kept says of itself, and what it is made of."""

from http import HTTPStatus

from django.conf import settings
from django.http import HttpRequest, HttpResponse

from ttl.edge.visit import VISIT, note_edition
from ttl.edge.which import KEPT
from ttl.middleware import Answer

# How long a copy may stand with those who keep one: a browser, then whatever is between (a CDN),
# which may show it for so long again while it asks, and much longer while we do not answer.
BROWSER_SECONDS, BETWEEN_SECONDS, ASKING_SECONDS = 10, 10, 30
STALE_SECONDS = 3600
CACHE_CONTROL = (
    f"public, max-age={BROWSER_SECONDS}, s-maxage={BETWEEN_SECONDS}, "
    f"stale-while-revalidate={ASKING_SECONDS}, stale-if-error={STALE_SECONDS}"
)


def kept_pages(get_response: Answer) -> Answer:
    """Let caches keep the public pages that are the same for everybody, and note their edition."""

    def answer(request: HttpRequest) -> HttpResponse:
        response = get_response(request)
        if response.status_code == HTTPStatus.OK:
            if _is_public(request):
                response.headers.setdefault("Cache-Control", CACHE_CONTROL)
        elif visit := request.META.get(VISIT):
            # It goes to the one who asked, compressed as they like it.
            request.META["HTTP_ACCEPT_ENCODING"] = visit.accepts
        return response

    def process_view(request: HttpRequest, view: object, args: object, kwargs: object) -> None:
        note_edition(request)

    answer.process_view = process_view
    return answer


def _is_public(request: HttpRequest) -> bool:
    """Say whether an answer of this page may be shown to others; never where somebody works."""
    return (
        not settings.DEBUG
        and request.resolver_match.func in KEPT
        and settings.SESSION_COOKIE_NAME not in request.COOKIES
    )

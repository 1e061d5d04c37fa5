"""The page for a request that must wait; what was typed stands in it, to be sent again."""

from http import HTTPStatus

from django.http import HttpRequest, HttpResponse
from django.template.loader import render_to_string

from planner.private import PRIVATE_HEADERS
from ttl.watching import reference

# What a page says, by the status it has.
WORDS = {
    HTTPStatus.TOO_MANY_REQUESTS: "later/too_many.html",
    HTTPStatus.SERVICE_UNAVAILABLE: "later/unavailable.html",
}


def later(
    request: HttpRequest,
    status: HTTPStatus,
    wait_seconds: int,
    template: str = "",
    more: dict[str, object] | None = None,
) -> HttpResponse:
    """Say that nothing was saved and offer to send the same form again.

    Asks neither the database nor a session: this is the page for when they are away. Another
    `template` than the one of the status gets `more` to say.
    """
    fields = list(request.POST.lists()) if request.method == "POST" else []
    context = (more or {}) | {
        "request": request,
        "address": request.get_full_path(),
        "posted": [
            (name, value) for name, values in fields if not _is_secret(name) for value in values
        ],
        "lost_files": list(request.FILES) if request.method == "POST" else [],
        "lost_secrets": any(_is_secret(name) for name, _values in fields),
        "reference": reference(),
    }
    response = HttpResponse(render_to_string(template or WORDS[status], context), status=status)
    response["Retry-After"] = str(wait_seconds)
    for name, value in PRIVATE_HEADERS.items():
        response[name] = value
    return response


def _is_secret(name: str) -> bool:
    # What staff sign in with is not written into a page.
    return "password" in name

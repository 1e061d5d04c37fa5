"""Who may do how much in a time: without cookies, and without keeping anybody's address."""

from collections.abc import Callable
from http import HTTPStatus

from django.http import HttpRequest, HttpResponse
from django.utils.crypto import salted_hmac
from django.utils.timezone import now

from ttl.budgets import DEAD_LINKS, Budget, counted
from ttl.counting import spend
from ttl.later import later
from ttl.metrics import count_limited
from ttl.networks import network_of

KEY_LENGTH = 32


def gate(get_response: Callable[[HttpRequest], HttpResponse]):
    """Let through what is within its budget; what is not is asked to come again, and loses nothing.

    A link that opens is never refused for the dead links others tried from the same network.
    """

    def answer(request: HttpRequest) -> HttpResponse:
        response = get_response(request)
        match = request.resolver_match
        is_dead = response.status_code == HTTPStatus.NOT_FOUND and match and "token" in match.kwargs
        return (is_dead and _refusal(request, DEAD_LINKS)) or response

    def before(request: HttpRequest, view, args: tuple, kwargs: dict) -> HttpResponse | None:
        found = counted(request)
        refusal = found and _refusal(request, found.budget, kwargs.get("token"))
        if refusal and found.unless and found.unless(request, **kwargs):
            return None
        return refusal or None

    answer.process_view = before
    return answer


def _refusal(request: HttpRequest, budget: Budget, token: str | None = None) -> HttpResponse | None:
    """Spend one of the budget and return nothing, or return the page that asks to wait."""
    network = network_of(request)
    if network is None:
        return None
    wait = spend(key_of(budget, network), budget.network)
    if wait and token and budget.link:
        wait = spend(key_of(budget, token), budget.link)
    if not wait:
        return None
    count_limited(budget.name)
    return later(request, HTTPStatus.TOO_MANY_REQUESTS, wait)


def key_of(budget: Budget, whose: str) -> str:
    """Name a count by a hash that tells nothing, and nothing at all of another day."""
    today = now().date().isoformat()
    return salted_hmac(f"ttl.gate/{today}/{budget.name}", whose, algorithm="sha256").hexdigest()[
        :KEY_LENGTH
    ]

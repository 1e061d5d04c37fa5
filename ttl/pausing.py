"""The switch that closes every plan at once; help and one's own data stay within reach."""

from http import HTTPStatus

from django.http import HttpRequest, HttpResponse

from safety.models import Pause
from ttl.later import later
from ttl.middleware import Answer

WAIT_SECONDS = 3600
# These show no dose: help, one's own data, and what may call for help.
STAY_OPEN = {
    "help", "question", "safe", "mood", "log-stop", "import",
    "erase", "take", "data", "log-table", "schema", "exercises", "exercise",
    "offline", "offline-worker",
}  # fmt: skip
# What somebody writes down of a session is taken; only the next dose is not shown.
STILL_TAKEN = {"log", "log-tiny", "log-press"}


def paused_planner(get_response: Answer) -> Answer:
    """Say on every page with a plan that plans are paused, for as long as they are."""

    def process_view(
        request: HttpRequest, view: object, args: object, kwargs: object
    ) -> HttpResponse | None:
        place = request.resolver_match
        if place.app_name != "planner" or place.url_name in STAY_OPEN:
            return None
        if request.method == "POST" and place.url_name in STILL_TAKEN:
            return None
        pause = Pause.objects.in_force()
        if pause is None:
            return None
        context = {"pause": pause}
        status = HTTPStatus.SERVICE_UNAVAILABLE
        return later(request, status, WAIT_SECONDS, "later/paused.html", context)

    def answer(request: HttpRequest) -> HttpResponse:
        return get_response(request)

    answer.process_view = process_view
    return answer

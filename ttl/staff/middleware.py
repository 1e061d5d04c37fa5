"""Who counts as signed in, and what the clock says at the desk."""

from collections.abc import Callable

from django.conf import settings
from django.contrib.auth.models import AnonymousUser, User
from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.functional import SimpleLazyObject

from ttl.staff import second_step


def whole_sign_in(
    get_response: Callable[[HttpRequest], HttpResponse],
) -> Callable[[HttpRequest], HttpResponse]:
    """Take nobody for signed in, on any page, before they have passed every step asked of them."""

    def answer(request: HttpRequest) -> HttpResponse:
        by_password = request.user
        # Lazily, so that pages for visitors never ask for a session.
        request.user = SimpleLazyObject(lambda: _wholly_signed_in(by_password))
        return get_response(request)

    return answer


def desk_clock(
    get_response: Callable[[HttpRequest], HttpResponse],
) -> Callable[[HttpRequest], HttpResponse]:
    """Show every time at the desk on the clock by which editors live."""

    def answer(request: HttpRequest) -> HttpResponse:
        if not request.path.startswith(f"/{settings.ADMIN_PATH}"):
            return get_response(request)
        with timezone.override(settings.DESK_TIME_ZONE):
            return get_response(request)

    return answer


def _wholly_signed_in(user: User | AnonymousUser) -> User | AnonymousUser:
    if user.is_authenticated and not second_step.is_passed(user):
        return AnonymousUser()
    return user

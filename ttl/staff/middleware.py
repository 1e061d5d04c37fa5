"""Who counts as signed in, and what the clock says at the desk."""

from collections.abc import Callable

from django.conf import settings
from django.contrib.auth.models import AnonymousUser, User
from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.functional import SimpleLazyObject

from ttl.staff import second_step, sitting


def whole_sign_in(
    get_response: Callable[[HttpRequest], HttpResponse],
) -> Callable[[HttpRequest], HttpResponse]:
    """Take nobody for signed in, on any page, before they have passed every step asked of them."""

    def answer(request: HttpRequest) -> HttpResponse:
        by_password = request.user
        # Lazily, so that pages for visitors never ask for a session.
        request.user = SimpleLazyObject(lambda: _wholly_signed_in(request, by_password))
        return get_response(request)

    return answer


def desk_clock(
    get_response: Callable[[HttpRequest], HttpResponse],
) -> Callable[[HttpRequest], HttpResponse]:
    """Show every time at the desk on the clock by which editors live."""

    def answer(request: HttpRequest) -> HttpResponse:
        if not _is_at_the_desk(request):
            return get_response(request)
        with timezone.override(settings.DESK_TIME_ZONE):
            return get_response(request)

    return answer


def _wholly_signed_in(request: HttpRequest, user: User | AnonymousUser) -> User | AnonymousUser:
    if not user.is_authenticated:
        return user
    if sitting.is_over(request.session):
        request.session.flush()
        return AnonymousUser()
    if not second_step.is_passed(user):
        return AnonymousUser()
    if _is_at_the_desk(request):
        sitting.see(request.session)
    return user


def _is_at_the_desk(request: HttpRequest) -> bool:
    return request.path.startswith(f"/{settings.ADMIN_PATH}")

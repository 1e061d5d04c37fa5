"""The pages of the second step: the code at sign-in, setting it up, changing it."""

from functools import partial, wraps

import segno
from django.conf import settings
from django.contrib import admin, auth, messages
from django.contrib.auth.models import User
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.safestring import mark_safe
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_protect
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods

from ttl.staff import second_step
from ttl.staff.forms import CodeForm

AT_SIGN_IN = "The six digits that your phone shows now, or one of your recovery codes."
FRESH = (
    "A new code from your phone, or one of your recovery codes. A code that you just signed in "
    "with does not work twice."
)
FIRST = "Six digits. They change every 30 seconds."


def _careful(view):
    """Keep what a page shows out of caches, and what is typed into it out of reports of errors."""
    view = require_http_methods(["GET", "HEAD", "POST"])(view)
    return sensitive_post_parameters()(never_cache(csrf_protect(view)))


def _for_staff(view):
    """Open a page to staff who are signed in, or who have yet to set up a step they must have."""

    @_careful
    @wraps(view)
    def guarded(request: HttpRequest) -> HttpResponse:
        newcomer = second_step.half_signed_in(request)
        if request.user.is_staff:
            return view(request, request.user)
        if newcomer and not second_step.protects(newcomer):
            return view(request, newcomer)
        return redirect("admin:login")

    return guarded


@_careful
def ask_for_code(request: HttpRequest) -> HttpResponse:
    """Ask somebody who gave the password for a code."""
    person = second_step.half_signed_in(request)
    if person is None or not second_step.protects(person):
        return redirect("admin:login")
    if "again" in request.POST:
        return _start_again(request)
    form = CodeForm(request.POST, AT_SIGN_IN, partial(second_step.check, person))
    if form.is_valid():
        second_step.pass_with(request, person, form.device)
        return redirect(_way_on(request))
    return _page(request, "ask_for_code", "Your second step", form=form)


@_for_staff
def overview(request: HttpRequest, person: User) -> HttpResponse:
    """Show whether an account has a second step, and change it for a fresh code."""
    if "again" in request.POST:
        return _start_again(request)
    protected = second_step.protects(person)
    form = CodeForm(request.POST, FRESH, partial(second_step.check, person))
    if request.method == "POST" and (not protected or form.is_valid()):
        return _change(request, person)
    return _page(
        request,
        "second_step",
        "Your second step",
        form=form,
        protected=protected,
        required=settings.SECOND_FACTOR_REQUIRED,
        left=second_step.recovery_codes_left(person),
    )


def _change(request: HttpRequest, person: User) -> HttpResponse:
    wish = request.POST.get("wish")
    if wish == "codes" and second_step.protects(person):
        return _show_codes(request, person)
    if wish == "off" and not settings.SECOND_FACTOR_REQUIRED:
        second_step.remove(person)
        messages.success(request, "Your second step is off. Your password alone signs you in.")
        return redirect("admin:second_step")
    second_step.begin(person)
    return redirect("admin:set_up_second_step")


@_for_staff
def set_up(request: HttpRequest, person: User) -> HttpResponse:
    """Show a new secret to a phone, and take the first code that proves that it arrived."""
    device = second_step.begun(person)
    if device is None:
        return redirect("admin:second_step")
    form = CodeForm(request.POST, FIRST, partial(second_step.finish, person))
    if form.is_valid():
        second_step.pass_with(request, person, form.device)
        return _show_codes(request, person)
    picture = segno.make(device.config_url, error="m", micro=False).svg_inline(
        scale=5, light="#fff", svgclass="qr", lineclass=None, title="The code for your phone"
    )
    return _page(
        request,
        "set_up_second_step",
        "Set up your second step",
        form=form,
        picture=mark_safe(picture),  # noqa: S308 - drawn here, from squares
        secret=_in_fours(device),
    )


def _start_again(request: HttpRequest) -> HttpResponse:
    auth.logout(request)
    return redirect("admin:login")


def _show_codes(request: HttpRequest, person: User) -> HttpResponse:
    # In the answer itself, not after a redirect: a session would keep them readable.
    codes = second_step.new_recovery_codes(person)
    return _page(request, "recovery_codes", "Your recovery codes", codes=codes)


def _page(request: HttpRequest, name: str, title: str, **context: object) -> HttpResponse:
    context = {**admin.site.each_context(request), "title": title, **context}
    return render(request, f"staff/{name}.html", context)


def _in_fours(device) -> str:
    secret = device.config_url.partition("secret=")[2].partition("&")[0]
    return " ".join(secret[start : start + 4] for start in range(0, len(secret), 4))


def _way_on(request: HttpRequest) -> str:
    place = request.GET.get("next", "")
    is_ours = url_has_allowed_host_and_scheme(
        place, allowed_hosts={request.get_host()}, require_https=request.is_secure()
    )
    return place if is_ours else "admin:index"

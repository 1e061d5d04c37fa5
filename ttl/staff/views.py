"""The pages around signing in: the second step, saying again who one is, ending every session."""

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
from django.views.decorators.http import require_http_methods, require_POST

from ttl.staff import browsers, confirming, events, guessing, second_step, sitting
from ttl.staff.forms import CodeForm, ConfirmForm
from ttl.staff.models import Kind

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
    form = CodeForm(request.POST, AT_SIGN_IN, partial(second_step.check, request, person))
    if form.is_valid():
        second_step.pass_with(request, person, form.device)
        return _known_from_now_on(redirect(_way_on(request)), person)
    page = _page(request, "ask_for_code", "Your second step", form=form)
    return guessing.say_when(page, form)


@_for_staff
def overview(request: HttpRequest, person: User) -> HttpResponse:
    """Show whether an account has a second step, and change it for a fresh code."""
    if "again" in request.POST:
        return _start_again(request)
    protected = second_step.protects(person)
    form = CodeForm(request.POST, FRESH, partial(second_step.check, request, person))
    if request.method == "POST" and (not protected or form.is_valid()):
        # A code is proof enough; without a second step only the password is.
        if not protected and not sitting.is_confirmed(request.session):
            return confirming.ask(request)
        return _change(request, person)
    page = _page(
        request,
        "second_step",
        "Your second step",
        form=form,
        protected=protected,
        required=settings.SECOND_FACTOR_REQUIRED,
        left=second_step.recovery_codes_left(person),
    )
    return guessing.say_when(page, form) if protected else page


def _change(request: HttpRequest, person: User) -> HttpResponse:
    wish = request.POST.get("wish")
    if wish == "codes" and second_step.protects(person):
        return _show_codes(request, person)
    if wish == "off" and not settings.SECOND_FACTOR_REQUIRED:
        second_step.remove(person, by=person.username, but=request.session.session_key)
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
        return _known_from_now_on(_show_codes(request, person), person)
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


@_careful
def confirm(request: HttpRequest) -> HttpResponse:
    """Ask somebody who is signed in for password and code again, before a dangerous act."""
    if not request.user.is_staff:
        return redirect("admin:login")
    form = ConfirmForm(request.POST, request)
    if form.is_valid():
        sitting.confirm(request.session)
        events.record(Kind.CONFIRMED, who=request.user.username)
        return redirect(_way_on(request))
    page = _page(request, "confirm", "Confirm that it is you", form=form)
    return guessing.say_when(page, form)


@require_POST
@_careful
def sign_out_everywhere(request: HttpRequest) -> HttpResponse:
    """End every session of whoever asks, this one too."""
    if not request.user.is_staff:
        return redirect("admin:login")
    sitting.end_everywhere(request.user)
    events.record(Kind.SIGNED_OUT, who=request.user.username)
    return admin.site.logout(request)


def _known_from_now_on(response: HttpResponse, person: User) -> HttpResponse:
    browsers.remember(response, person.username)
    return response


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

"""Acts that nobody does at an unlocked computer without saying again who they are."""

from collections.abc import Callable
from functools import wraps
from urllib.parse import urlencode

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse

from ttl.staff import sitting

# By the names of their pages: passwords, accounts, roles, second steps. Content is not among them:
# its history brings back whatever was changed or deleted.
DANGEROUS = {
    "password_change",
    "auth_user_add",
    "auth_user_change",
    "auth_user_delete",
    "auth_user_password_change",
    "reset_second_step",
    "auth_group_add",
    "auth_group_change",
    "auth_group_delete",
}
# Their lists may be looked at; what is done to the rows chosen there may not.
DANGEROUS_TO_POST = {"auth_user_changelist", "auth_group_changelist"}
AGAIN = "Nothing was changed. Confirm that it is you, then do it again."


def confirmed_first(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    """Ask for password and code before a dangerous page, unless they were just given."""

    @wraps(view)
    def guarded(request: HttpRequest, *args: object, **kwargs: object) -> HttpResponse:
        if _is_dangerous(request) and not sitting.is_confirmed(request.session):
            return ask(request)
        return view(request, *args, **kwargs)

    return guarded


def ask(request: HttpRequest) -> HttpResponse:
    """Lead to the page that asks who it is, and from there back."""
    if request.method == "POST":
        messages.warning(request, AGAIN)
    return redirect(f"{reverse('admin:confirm')}?{urlencode({'next': request.get_full_path()})}")


def _is_dangerous(request: HttpRequest) -> bool:
    page = request.resolver_match.url_name
    return page in DANGEROUS or (request.method == "POST" and page in DANGEROUS_TO_POST)

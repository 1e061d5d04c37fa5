"""How often anybody may guess at a password or a code, without shutting out whoever it is for.

Each place a guess comes from has an allowance: some tries at once, then one now and then. A try is
used up before it is looked at, and given back when it was right, so a thousand at once are no more
than one after another. Being refused costs nothing: nobody can lengthen somebody else's wait.
"""

import math
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import F, QuerySet
from django.forms import BaseForm
from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.crypto import salted_hmac

from ttl.networks import network_of
from ttl.staff import browsers
from ttl.staff.models import Guesses

# Guesses from the server's own surroundings share one place.
NEARBY = "nearby"


@dataclass(frozen=True, slots=True, kw_only=True)
class Allowance:
    """So many tries at once, then one each time this much has passed."""

    at_once: int
    then_every: timedelta

    def wait(self, used_until: datetime, now: datetime) -> timedelta:
        """Say how long the next try must wait; nothing or less means that it need not."""
        return used_until - now - (self.at_once - 1) * self.then_every

    def use(self, used_until: datetime, now: datetime) -> datetime:
        """Return until when it is used up after one more try."""
        return (
            min(max(used_until, now), now + (self.at_once - 1) * self.then_every) + self.then_every
        )


# A browser on which this account signed in before.
OWN_BROWSER = Allowance(at_once=8, then_every=timedelta(minutes=5))
# One account from one network, and every account from it.
FROM_NETWORK = Allowance(at_once=5, then_every=timedelta(minutes=10))
ALL_FROM_NETWORK = Allowance(at_once=9, then_every=timedelta(minutes=5))
# One account from everywhere. Beyond it nobody is refused: each network has one try, not five.
FROM_EVERYWHERE = Allowance(at_once=50, then_every=timedelta(minutes=10))
FROM_NETWORK_UNDER_ATTACK = Allowance(at_once=1, then_every=timedelta(minutes=10))
# Six digits, from any browser that is not known: whoever asks has the password already.
CODES = Allowance(at_once=5, then_every=timedelta(hours=1))


class TooManyGuesses(ValidationError):  # noqa: N818 - it reads as what happened
    """A try that was not even looked at, and the seconds until one will be."""

    def __init__(self, wait: timedelta) -> None:
        self.seconds = math.ceil(wait.total_seconds())
        minutes = math.ceil(self.seconds / 60)
        how_long = "a minute" if minutes <= 1 else f"{minutes} minutes"
        super().__init__(f"Too many wrong tries. Wait {how_long}, then try again.")


@contextmanager
def password_of(request: HttpRequest, name: str) -> Iterator[None]:
    """Allow one guess at the password of an account, whether there is such an account or not."""
    if browser := browsers.known(request, name):
        allowances = {_place("password", name, browser): OWN_BROWSER}
    else:
        allowances = _of_strangers(name, network_of(request) or NEARBY)
    with _one_of(allowances):
        yield


@contextmanager
def code_of(request: HttpRequest, name: str, kind: str) -> Iterator[None]:
    """Allow one guess at a code, of the phone or on paper, of somebody whose password is known."""
    browser = browsers.known(request, name)
    with _one_of({_place(kind, name, browser): OWN_BROWSER if browser else CODES}):
        yield


def say_when(response: HttpResponse, form: BaseForm) -> HttpResponse:
    """Tell programs too, by status and header, that a form was refused for a while."""
    errors = (error for one in form.errors.as_data().values() for error in one)
    waits = [error.seconds for error in errors if isinstance(error, TooManyGuesses)]
    if waits:
        response.status_code = 429
        response["Retry-After"] = str(max(waits))
    return response


def _of_strangers(name: str, network: str) -> dict[str, Allowance]:
    everywhere = _place("account", name)
    used_until = Guesses.objects.filter(pk=everywhere).values_list("used_until", flat=True).first()
    now = timezone.now()
    is_attacked = bool(used_until) and FROM_EVERYWHERE.wait(used_until, now) > timedelta(0)
    return {
        everywhere: FROM_EVERYWHERE,
        _place("password", name, network): (
            FROM_NETWORK_UNDER_ATTACK if is_attacked else FROM_NETWORK
        ),
        _place("network", network): ALL_FROM_NETWORK,
    }


@contextmanager
def _one_of(allowances: Mapping[str, Allowance]) -> Iterator[None]:
    _use(allowances)
    yield
    # Only a right guess gets here.
    for place, allowance in allowances.items():
        Guesses.objects.filter(pk=place).update(used_until=F("used_until") - allowance.then_every)


@transaction.atomic
def _use(allowances: Mapping[str, Allowance]) -> None:
    now = timezone.now()
    rows = _locked(allowances, now)
    asked = [(row, allowances[row.place]) for row in rows]
    wait = max(one.wait(row.used_until, now) for row, one in asked if one is not FROM_EVERYWHERE)
    if wait > timedelta(0):
        raise TooManyGuesses(wait)
    for row, allowance in asked:
        row.used_until = allowance.use(row.used_until, now)
    Guesses.objects.bulk_update(rows, ["used_until"])


def _locked(allowances: Mapping[str, Allowance], now: datetime) -> QuerySet[Guesses]:
    # In one order, so that two guesses never wait for each other.
    places = sorted(allowances)
    Guesses.objects.bulk_create(
        (Guesses(place=place, used_until=now) for place in places), ignore_conflicts=True
    )
    return Guesses.objects.select_for_update().filter(pk__in=places).order_by("pk")


def _place(*parts: str) -> str:
    # Under a key of the day: from what is kept, nobody reads an address, or follows it for long.
    key = f"ttl.staff.guessing {timezone.now():%Y-%m-%d}"
    return salted_hmac(key, repr(parts), algorithm="sha256").hexdigest()

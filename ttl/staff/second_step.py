"""The second step of signing in: a code from a phone, or one from a list on paper."""

import base64
import hashlib
import math
import secrets
from datetime import datetime, timedelta

from django.conf import settings
from django.contrib import auth
from django.contrib.auth.models import User
from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils import timezone
from django_otp import login
from django_otp.models import Device
from django_otp.plugins.otp_static.models import StaticDevice, StaticToken
from django_otp.plugins.otp_totp.models import TOTPDevice

RECOVERY_CODES = 10
TIME_TO_SET_UP = timedelta(minutes=15)
WRONG = "That code is not right, or it was used before. Wait for the next one and try again."


def protects(user: User) -> bool:
    """Say whether this account has a second step."""
    return TOTPDevice.objects.filter(user=user, confirmed=True).exists()


def is_passed(user: User) -> bool:
    """Say whether somebody who gave the password has done all else that is asked of them."""
    return user.is_verified() or not (settings.SECOND_FACTOR_REQUIRED or protects(user))


def half_signed_in(request: HttpRequest) -> User | None:
    """Return the member of staff who gave a password here and no second step yet."""
    person = auth.get_user(request)
    return person if person.is_staff and not request.user.is_authenticated else None


def pass_with(request: HttpRequest, user: User, device: Device) -> None:
    """Let somebody in whose code was right, under a new session key."""
    request.user = user
    request.session.cycle_key()
    login(request, device)


def check(user: User, code: str) -> Device:
    """Accept a code once; refuse a wrong one, and for a while any after many wrong ones."""
    typed = "".join(character for character in code.lower() if character.isalnum())
    if typed.isdecimal():
        return _verified(TOTPDevice.objects.filter(user=user, confirmed=True), typed)
    return _verified(StaticDevice.objects.filter(user=user), _kept(typed))


def begin(user: User) -> None:
    """Make a new secret, which counts once a code made from it has come back."""
    TOTPDevice.objects.filter(user=user, confirmed=False).delete()
    TOTPDevice.objects.create(user=user, name="phone", confirmed=False)


def begun(user: User) -> TOTPDevice | None:
    """Return the secret that waits for its first code, unless it waited for too long."""
    return _waiting(user).first()


def finish(user: User, code: str) -> TOTPDevice:
    """Make the waiting secret count, in place of any before it."""
    device = _verified(_waiting(user), code)
    with transaction.atomic():
        TOTPDevice.objects.filter(user=user).exclude(pk=device.pk).delete()
        device.confirmed = True
        device.save()
    return device


@transaction.atomic
def new_recovery_codes(user: User) -> list[str]:
    """Make codes for paper, in place of any before them; only their hashes are kept."""
    device, _ = StaticDevice.objects.get_or_create(user=user, defaults={"name": "paper"})
    device.token_set.all().delete()
    codes = [_random_code() for _ in range(RECOVERY_CODES)]
    StaticToken.objects.bulk_create(StaticToken(device=device, token=_kept(code)) for code in codes)
    return ["-".join(code[start : start + 4] for start in range(0, 16, 4)) for code in codes]


def recovery_codes_left(user: User) -> int:
    return StaticToken.objects.filter(device__user=user).count()


@transaction.atomic
def remove(user: User) -> None:
    """Take the second step off an account, with its recovery codes."""
    TOTPDevice.objects.filter(user=user).delete()
    StaticDevice.objects.filter(user=user).delete()


def _waiting(user: User) -> QuerySet[TOTPDevice]:
    since = timezone.now() - TIME_TO_SET_UP
    return TOTPDevice.objects.filter(user=user, confirmed=False, created_at__gt=since)


def _random_code() -> str:
    return base64.b32encode(secrets.token_bytes(10)).decode().lower()


def _kept(code: str) -> str:
    # 80 random bits need no slow hash; 96 bits of this one fit the column.
    return base64.urlsafe_b64encode(hashlib.sha256(code.encode()).digest()).decode()[:16]


def _verified(devices: QuerySet[Device], code: str) -> Device:
    # Locked, so that a code sent twice at once counts once; refused outside, so that misses stay.
    with transaction.atomic():
        device = devices.select_for_update().first()
        if device is None:
            raise ValidationError(WRONG)
        allowed, details = device.verify_is_allowed()
        accepted = device.verify_token(code)
    if not allowed:
        raise ValidationError(_wait(details["locked_until"]))
    if not accepted:
        raise ValidationError(WRONG)
    return device


def _wait(until: datetime) -> str:
    minutes = math.ceil((until - timezone.now()).total_seconds() / 60)
    how_long = "a minute" if minutes <= 1 else f"{minutes} minutes"
    return f"Too many wrong codes. Wait {how_long}, then try again with a new code."

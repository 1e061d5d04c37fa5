"""The second step of signing in: a code from a phone, or one from a list on paper."""

import base64
import hashlib
import logging
import secrets
from datetime import timedelta

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

from ttl.staff import events, guessing, sealing, sitting
from ttl.staff.models import Kind, Phone

logger = logging.getLogger(__name__)

RECOVERY_CODES = 10
SECRET_BYTES = 20
TIME_TO_SET_UP = timedelta(minutes=15)
WRONG = "That code is not right, or it was used before. Wait for the next one and try again."
LOST = "Codes of this phone cannot be checked now. Use a recovery code, or ask an administrator."
PHONE, PAPER = "phone", "paper"


def protects(user: User) -> bool:
    """Say whether this account has a second step."""
    return Phone.objects.filter(user=user, confirmed=True).exists()


def is_passed(user: User) -> bool:
    """Say whether somebody who gave the password has done all else that is asked of them."""
    return user.is_verified() or not is_asked_of(user)


def is_asked_of(user: User) -> bool:
    """Say whether a password is not enough for this account."""
    return settings.SECOND_FACTOR_REQUIRED or protects(user)


def half_signed_in(request: HttpRequest) -> User | None:
    """Return the member of staff who gave a password here and no second step yet."""
    # First: it ends a session whose time is over.
    if request.user.is_authenticated:
        return None
    person = auth.get_user(request)
    if not person.is_staff or sitting.is_half_over(request.session):
        return None
    return person


def pass_with(request: HttpRequest, user: User, device: Device) -> None:
    """Let somebody in whose code was right, under a new session key."""
    request.user = user
    request.session.cycle_key()
    sitting.begin(request.session)
    login(request, device)
    events.record(Kind.SIGNED_IN, who=user.username, note=f"With a code ({device.name}).")


def check(request: HttpRequest, user: User, code: str) -> Device:
    """Accept a code once; refuse a wrong one, and for a while any after many wrong ones."""
    typed = "".join(character for character in code.lower() if character.isalnum())
    kind = PHONE if typed.isdecimal() else PAPER
    with guessing.code_of(request, user.username, kind):
        try:
            if kind == PHONE:
                return _verified(Phone.objects.filter(user=user, confirmed=True), typed)
            return _verified(StaticDevice.objects.filter(user=user), _kept(typed))
        except ValidationError:
            events.record(Kind.WRONG_CODE, who=user.username, note=f"For {kind}.")
            raise


def begin(user: User) -> None:
    """Make a new secret, which counts once a code made from it has come back."""
    Phone.objects.filter(user=user, confirmed=False).delete()
    secret = sealing.seal(secrets.token_bytes(SECRET_BYTES), user.pk)
    Phone.objects.create(user=user, name=PHONE, confirmed=False, key=secret)


def begun(user: User) -> Phone | None:
    """Return the secret that waits for its first code, unless it waited for too long."""
    return _waiting(user).first()


def finish(user: User, code: str) -> Phone:
    """Make the waiting secret count, in place of any before it."""
    device = _verified(_waiting(user), code)
    with transaction.atomic():
        Phone.objects.filter(user=user).exclude(pk=device.pk).delete()
        device.confirmed = True
        device.save()
        events.record(Kind.STEP_SET_UP, who=user.username, about=user.username)
    return device


@transaction.atomic
def new_recovery_codes(user: User) -> list[str]:
    """Make codes for paper, in place of any before them; only their hashes are kept."""
    device, _ = StaticDevice.objects.get_or_create(user=user, defaults={"name": PAPER})
    device.token_set.all().delete()
    codes = [_random_code() for _ in range(RECOVERY_CODES)]
    StaticToken.objects.bulk_create(StaticToken(device=device, token=_kept(code)) for code in codes)
    events.record(Kind.CODES_MADE, who=user.username, about=user.username)
    return ["-".join(code[start : start + 4] for start in range(0, 16, 4)) for code in codes]


def recovery_codes_left(user: User) -> int:
    return StaticToken.objects.filter(device__user=user).count()


@transaction.atomic
def remove(user: User, *, by: str, but: str | None = None) -> None:
    """Take the second step off an account with its recovery codes, and end its sessions but one."""
    Phone.objects.filter(user=user).delete()
    StaticDevice.objects.filter(user=user).delete()
    sitting.end_everywhere(user, but)
    events.record(Kind.STEP_REMOVED, who=by, about=user.username)


def _waiting(user: User) -> QuerySet[Phone]:
    since = timezone.now() - TIME_TO_SET_UP
    return Phone.objects.filter(user=user, confirmed=False, created_at__gt=since)


def _random_code() -> str:
    return base64.b32encode(secrets.token_bytes(10)).decode().lower()


def _kept(code: str) -> str:
    # 80 random bits need no slow hash; 96 bits of this one fit the column.
    return base64.urlsafe_b64encode(hashlib.sha256(code.encode()).digest()).decode()[:16]


def _verified(devices: QuerySet[Device], code: str) -> Device:
    # Locked, so that a code sent twice at once counts once.
    with transaction.atomic():
        device = devices.select_for_update().first()
        if device is None or not _accepts(device, code):
            raise ValidationError(WRONG)
        if isinstance(device, Phone) and not sealing.is_newest(device.key):
            device.reseal()
    return device


def _accepts(device: Device, code: str) -> bool:
    try:
        return device.verify_token(code)
    except sealing.Unreadable as error:
        logger.error("The secret of a phone could not be opened: %s", error)
        raise ValidationError(LOST) from error

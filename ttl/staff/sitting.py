"""How long a sign-in lasts, when it must be confirmed, and how it ends everywhere at once."""

from datetime import timedelta

from django.conf import settings
from django.contrib.auth import SESSION_KEY
from django.contrib.auth.models import User
from django.contrib.sessions.backends.base import SessionBase
from django.contrib.sessions.models import Session
from django.utils import timezone

WHOLE_LIFE = timedelta(seconds=settings.SESSION_COOKIE_AGE)
IDLE_LIFE = timedelta(minutes=60)
# A password without its second step.
HALF_LIFE = timedelta(minutes=15)
# What may be done without saying again who one is.
CONFIRMED_LIFE = timedelta(minutes=10)
# Not a write for every page.
SEEN_EVERY = timedelta(minutes=1)

BEGAN, SEEN, CONFIRMED = "began", "seen", "confirmed"


def begin(session: SessionBase) -> None:
    """Start the clocks of somebody who has just given a password, or a password and a code."""
    session[BEGAN] = session[SEEN] = session[CONFIRMED] = _now()


def is_over(session: SessionBase) -> bool:
    """Say whether it has lasted too long, or nobody has been there for too long."""
    if BEGAN not in session:
        # Begun by an older release: its clocks start now.
        begin(session)
    return _age(session, BEGAN) >= WHOLE_LIFE or _age(session, SEEN) >= IDLE_LIFE


def is_half_over(session: SessionBase) -> bool:
    """Say whether a password waits for its second step for too long."""
    return _age(session, BEGAN) >= HALF_LIFE


def see(session: SessionBase) -> None:
    """Note that somebody is still there."""
    if _age(session, SEEN) >= SEEN_EVERY:
        session[SEEN] = _now()


def confirm(session: SessionBase) -> None:
    """Note that somebody has just said again who they are, under a new session key."""
    session.cycle_key()
    session[CONFIRMED] = _now()


def is_confirmed(session: SessionBase) -> bool:
    return _age(session, CONFIRMED) < CONFIRMED_LIFE


def end_everywhere(user: User, but: str | None = None) -> None:
    """End every session of an account, but the one with this key."""
    # Only staff have sessions, and few: each can be looked into.
    for session in Session.objects.filter(expire_date__gt=timezone.now()).exclude(pk=but or ""):
        if session.get_decoded().get(SESSION_KEY) == str(user.pk):
            session.delete()


def _now() -> float:
    return timezone.now().timestamp()


def _age(session: SessionBase, mark: str) -> timedelta:
    # Either way: a clock that was put back makes no session longer.
    return timedelta(seconds=abs(_now() - session[mark]))

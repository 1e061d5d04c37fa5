"""What is kept about signing in: sealed phones, guesses, and who did what."""

from datetime import timedelta

from django.db import models
from django.utils import timezone
from django_otp.plugins.otp_totp.models import TOTPDevice

from ttl.staff import sealing

# How long the trail of events is kept; docs/operations.md says it to staff.
EVENT_LIFE = timedelta(days=400)


class Phone(TOTPDevice):
    """The device of django-otp, with its secret sealed in the same column."""

    class Meta:
        proxy = True
        default_permissions = ()

    @property
    def bin_key(self) -> bytes:
        """The secret itself, for the one who checks or shows it."""
        return sealing.unseal(self.key, self.user_id)

    def get_throttle_factor(self) -> int:
        """Leave waiting to ttl/staff/guessing.py, which knows who else is asking."""
        return 0

    def reseal(self) -> None:
        """Bring the secret under the newest server secret."""
        self.key = sealing.seal(self.bin_key, self.user_id)
        self.save(update_fields=["key"])


class Guesses(models.Model):
    """How far ahead somebody has used up their tries, under a name that tells nobody who."""

    place = models.CharField(max_length=64, primary_key=True)
    used_until = models.DateTimeField(db_index=True)

    class Meta:
        default_permissions = ()

    def __str__(self) -> str:
        return f"Guesses until {self.used_until:%Y-%m-%d %H:%M}"


class Kind(models.TextChoices):
    """What an event of the trail tells of."""

    PASSWORD_GIVEN = "password-given", "Gave the password, and no code yet"
    SIGNED_IN = "signed-in", "Signed in"
    SIGNED_OUT = "signed-out", "Signed out everywhere"
    WRONG_PASSWORD = "wrong-password", "Wrong password"
    WRONG_CODE = "wrong-code", "Wrong code"
    CONFIRMED = "confirmed", "Confirmed who they are"
    STEP_SET_UP = "step-set-up", "Second step set up"
    STEP_REMOVED = "step-removed", "Second step removed"
    CODES_MADE = "codes-made", "New recovery codes"
    ADDED = "added", "Made an account or a role"
    CHANGED = "changed", "Changed an account or a role"
    DELETED = "deleted", "Deleted an account or a role"
    PASSWORD_CHANGED = "password-changed", "Changed their password"


class EventQuerySet(models.QuerySet["Event"]):
    """The trail; it only grows, until its time is over."""

    def outdated(self) -> "EventQuerySet":
        return self.filter(at__lte=timezone.now() - EVENT_LIFE)


class Event(models.Model):
    """One thing that somebody did about signing in or about rights; never an address or a password.

    People stand in it by name, so that it outlives their accounts.
    """

    at = models.DateTimeField(default=timezone.now, db_index=True)
    kind = models.CharField(max_length=20, choices=Kind)
    who = models.CharField("by", max_length=150, blank=True, help_text="Empty: nobody we know.")
    about = models.CharField(max_length=150, blank=True)
    note = models.TextField(blank=True)

    objects = EventQuerySet.as_manager()

    class Meta:
        default_permissions = ("view",)
        verbose_name = "event"
        verbose_name_plural = "audit trail"
        constraints = [
            models.CheckConstraint(
                name="event_has_a_known_kind",
                condition=models.Q(kind__in=Kind.values),
            )
        ]

    def __str__(self) -> str:
        return f"{self.get_kind_display()}: {self.about or self.who}"

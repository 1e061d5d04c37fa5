"""Forget what the desk no longer needs to know about signing in."""

from django.contrib.sessions.models import Session
from django.core.management.base import BaseCommand
from django.utils import timezone

from ttl.staff.models import Event, Guesses


class Command(BaseCommand):
    help = "Delete ended sessions, used-up guesses and old events of the trail; run it every hour."

    def handle(self, **_options: object) -> None:
        """Delete each kind, and say how much went."""
        now = timezone.now()
        old = {
            "Ended sessions": Session.objects.filter(expire_date__lt=now),
            "Used-up guesses": Guesses.objects.filter(used_until__lt=now),
            "Old events": Event.objects.outdated(),
        }
        for name, rows in old.items():
            gone, _each = rows.delete()
            self.stdout.write(f"{name} deleted: {gone}.")

"""Open plans again after a pause."""

from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from safety.models import Pause


class Command(BaseCommand):
    help = "End the pause of pause_planner."

    def handle(self, **options: object) -> None:
        """End the pause in force."""
        if not Pause.objects.filter(ended_at=None).update(ended_at=timezone.now()):
            raise CommandError("Plans are not paused.")
        self.stdout.write("Plans are open again.")

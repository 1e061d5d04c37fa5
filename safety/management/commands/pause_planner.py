"""Close every plan at once, with words for readers."""

from argparse import ArgumentParser

from django.core.exceptions import ValidationError
from django.core.management.base import BaseCommand, CommandError

from safety.models import Pause


class Command(BaseCommand):
    help = "Show no plan to anybody until resume_planner; articles and help lines stay."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Take the words that readers see."""
        parser.add_argument("reason", help="what is checked, and what readers should do meanwhile")

    def handle(self, *, reason: str, **options: object) -> None:
        """Begin a pause; one that is in force stays as it is."""
        pause = Pause(reason=reason.strip())
        try:
            pause.full_clean()
        except ValidationError as error:
            raise CommandError(" ".join(error.messages)) from error
        pause.save()
        self.stdout.write("Plans are paused, everywhere and at once.")

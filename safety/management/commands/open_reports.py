"""Say how many reports of readers wait, for whoever is on duty."""

from django.core.management.base import BaseCommand, CommandError

from safety.models import Report


class Command(BaseCommand):
    help = (
        "Count the reports that wait and erase those that are no longer kept. Run it every hour: "
        "it fails while one waits that may be about harm, so that a monitor tells somebody."
    )

    def handle(self, **options: object) -> None:
        """Print numbers and no words."""
        Report.objects.outdated().delete()
        waiting = Report.objects.open()
        self.stdout.write(f"Reports waiting: {waiting.count()}.")
        if urgent := waiting.urgent().count():
            raise CommandError(f"May be about harm: {urgent}. Read them at the desk today.")

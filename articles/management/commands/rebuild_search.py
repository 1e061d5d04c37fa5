"""The command that makes the whole index of the search new."""

from django.core.management.base import BaseCommand

from articles.search import index


class Command(BaseCommand):
    help = "Make every entry of the search new, a hundred at a time; what is there stays in use."

    def handle(self, **_options: object) -> None:
        count = index.rebuild()
        self.stdout.write(f"Search: {count} entries made new.")

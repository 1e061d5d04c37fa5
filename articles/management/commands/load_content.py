"""The command that puts the shipped content into the database."""

from argparse import ArgumentParser
from collections import Counter

from django.core.exceptions import ValidationError
from django.core.management.base import BaseCommand, CommandError

from articles.content.files import ContentError
from articles.loading import Outcome, load_content


class Command(BaseCommand):
    help = (
        "Load the shipped topics, sources, claims, articles, FAQ, terms and synonyms, and complete "
        "the search. Safe to run again."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument(
            "--overwrite",
            action="store_true",
            help="Also replace what staff edited, and bring back what staff removed.",
        )

    def handle(self, *, overwrite: bool, verbosity: int, **_options: object) -> None:
        try:
            loaded = load_content(overwrite=overwrite)
        except (ContentError, ValidationError) as error:
            raise CommandError(f"Nothing was loaded. {error}") from error
        for row in loaded:
            if row.outcome in (Outcome.EDITED, Outcome.REMOVED) or verbosity > 1:
                self.stdout.write(f"{row.kind} {row.key}: {row.outcome}")
        counts = Counter(row.outcome for row in loaded)
        summary = ", ".join(
            f"{counts[outcome]} {outcome}" for outcome in Outcome if outcome in counts
        )
        self.stdout.write(f"Content: {summary}.")

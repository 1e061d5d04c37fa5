"""The command that holds every text against its sources."""

from argparse import ArgumentParser

from django.core.management.base import BaseCommand, CommandError

from articles.ledger import findings


class Command(BaseCommand):
    help = (
        "List figures that match no row, markers that show nothing, ratings beyond the evidence, "
        "sources left out, doubled, unused or without a DOI. Fails on all but the last two."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument(
            "--strict",
            action="store_true",
            help="Fail on unused sources and missing DOIs too.",
        )

    def handle(self, *, strict: bool, **_options: object) -> None:
        found = findings()
        for finding in found:
            self.stdout.write(f"{finding.kind}: {finding.where}: {finding.words}")
        wrong = [finding for finding in found if strict or finding.kind.is_error]
        if wrong:
            raise CommandError(f"{len(wrong)} to mend, {len(found) - len(wrong)} to look at.")
        self.stdout.write(f"Nothing to mend, {len(found)} to look at.")

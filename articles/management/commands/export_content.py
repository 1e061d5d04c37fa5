"""The command that writes all content, or some articles with what they rest on, as files."""

from argparse import ArgumentParser
from pathlib import Path

from django.core.management.base import BaseCommand, CommandError

from articles.bundles import bundle_of, everything
from articles.models import Article


class Command(BaseCommand):
    help = "Write content as files into a folder: the layout that import_content reads."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("folder", type=Path)
        parser.add_argument(
            "--article", action="append", metavar="SLUG", help="Only this one; may be given again."
        )

    def handle(self, *, folder: Path, article: list[str] | None, **_options: object) -> None:
        chosen = Article.objects.filter(slug__in=article or ())
        if missing := set(article or ()) - set(chosen.values_list("slug", flat=True)):
            raise CommandError(f"There is no article {', '.join(sorted(missing))}.")
        files = bundle_of(chosen) if article else everything()
        for name, text in files.items():
            path = folder / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8", newline="")
        self.stdout.write(f"Wrote {len(files)} files into {folder}.")

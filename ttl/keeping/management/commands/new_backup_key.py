"""The command that makes the key which opens backups."""

import os
from argparse import ArgumentParser
from pathlib import Path

from django.core.management.base import BaseCommand, CommandError
from pyrage import x25519


class Command(BaseCommand):
    help = (
        "Write a private key into FILE and print the line that seals backups for it. Run it where "
        "the key will be kept, not on the server: whoever has the key can open every backup."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Take the name of the file."""
        parser.add_argument("file", type=Path)

    def handle(self, *, file: Path, **_options: object) -> None:
        """Write the one and print the other; no key is ever overwritten."""
        key = x25519.Identity.generate()
        try:
            descriptor = os.open(file, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600)
            with os.fdopen(descriptor, "w") as target:
                target.write(f"# Opens the backups of TTL. Public key: {key.to_public()}\n{key}\n")
        except OSError as error:
            raise CommandError(f"{file}: {error.strerror}.") from error
        self.stdout.write(f"BACKUP_RECIPIENTS={key.to_public()}")

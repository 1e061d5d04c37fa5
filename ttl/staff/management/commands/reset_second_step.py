"""The command for the last administrator, whose phone is lost."""

from argparse import ArgumentParser

from django.contrib.auth.models import User
from django.core.management.base import BaseCommand, CommandError

from ttl.staff import events, second_step


class Command(BaseCommand):
    help = "Take the second step off an account, so that its owner can set up a new one."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("username")

    def handle(self, *, username: str, **_options: object) -> None:
        user = User.objects.filter(username=username).first()
        if user is None:
            raise CommandError(f"There is no account named {username}.")
        second_step.remove(user, by=events.COMMAND_LINE)
        self.stdout.write(f"{username} has no second step now.")

"""The command that changes the keys of the site while it runs, one step at a time."""

import secrets
from argparse import ArgumentParser

from django.conf import settings
from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError

from planner.models import BACKUP_DAYS
from planner.rotation import Resting, resting_on_each_version, rewrap
from safety.models import Report
from ttl.env import SECRET_BYTES
from ttl.keeping import env_file
from ttl.staff import sealing
from ttl.staff.models import Phone

RESTART = "Now restart every process of the site"


class Command(BaseCommand):
    help = (
        "Change PLAN_SECRETS and SECRET_KEY while the site runs: `add` new ones, restart; `use` "
        "them, restart; `rewrap` all that is sealed; `drop` the old ones, restart. Without a step: "
        "tell what rests on each version."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Take the step, and whether to print instead of writing."""
        parser.add_argument("step", nargs="?", choices=["add", "use", "rewrap", "drop"])
        parser.add_argument(
            "--print",
            action="store_true",
            dest="prints",
            help="print the new lines instead of writing them into the file of the environment",
        )

    def handle(self, *, step: str | None, prints: bool, **_options: object) -> None:
        """Do the step and say what comes next."""
        self.prints = prints
        getattr(self, step or "report")()

    def report(self) -> None:
        """Tell what rests on each version."""
        for version, resting in resting_on_each_version().items():
            known = "" if version in settings.PLAN_SECRETS else " THE SECRET IS MISSING."
            self.stdout.write(f"Version {version}: {_in_words(resting)}{known}")

    def add(self) -> None:
        """Make new keys that every process comes to know before any uses them."""
        version = str(max(map(int, settings.PLAN_SECRETS)) + 1)
        new = {version: secrets.token_urlsafe(SECRET_BYTES)}
        fresh = [secrets.token_urlsafe(SECRET_BYTES), *settings.SECRET_KEY_FALLBACKS]
        self._write(settings.PLAN_SECRETS | new, settings.SECRET_KEY, fresh)
        self.stdout.write(f"Version {version} is there. {RESTART}; then `use` it.")

    def use(self) -> None:
        """Put the newest keys in front; the old ones still open."""
        newest, *older = sorted(settings.PLAN_SECRETS, key=int, reverse=True)
        if newest == next(iter(settings.PLAN_SECRETS)):
            raise CommandError(f"Version {newest} is in use already. `add` a new one first.")
        fresh, *others = [*settings.SECRET_KEY_FALLBACKS, settings.SECRET_KEY]
        ordered = {version: settings.PLAN_SECRETS[version] for version in (newest, *older)}
        self._write(ordered, fresh, others)
        self.stdout.write(f"Version {newest} comes first. {RESTART}; then `rewrap`.")

    def rewrap(self) -> None:
        """Bring all that is sealed under the newest secret; the site may serve meanwhile."""
        call_command("reseal_second_steps", stdout=self.stdout)
        if failed := rewrap() + Report.objects.all().reseal():
            raise CommandError(
                f"{failed} could not be opened: damaged, or their secret is missing. The others "
                "are under the newest version."
            )
        self.report()
        self.stdout.write("When nothing rests on the older versions, `drop` them.")

    def drop(self) -> None:
        """Take out every secret that nothing rests on, and the old keys of sessions."""
        newest = next(iter(settings.PLAN_SECRETS))
        resting = resting_on_each_version()
        if held := [v for v, each in resting.items() if v != newest and each != Resting()]:
            raise CommandError(f"Version {', '.join(held)} is still needed. `rewrap` first.")
        phones = [each for each in Phone.objects.all() if not sealing.is_newest(each.key)]
        if phones or Report.objects.all().behind():
            raise CommandError("Phones of staff or reports need an older one. `rewrap` first.")
        self._write({newest: settings.PLAN_SECRETS[newest]}, settings.SECRET_KEY, [])
        self.stdout.write(
            f"Only version {newest} is left. {RESTART}. Backups made before still need the old "
            f"ones, for {BACKUP_DAYS} days: their copy stands beside the other sealed secrets."
        )

    def _write(self, plan_secrets: dict[str, str], key: str, fallbacks: list[str]) -> None:
        old = _lines(settings.PLAN_SECRETS, settings.SECRET_KEY, settings.SECRET_KEY_FALLBACKS)
        new = _lines(plan_secrets, key, fallbacks)
        if self.prints:
            self.stdout.write("\n".join(f"{name}={value}" for name, value in new.items()))
            return
        try:
            env_file.write(settings.ENV_FILE, old, new)
        except env_file.NotInFile as error:
            raise CommandError(f"{error} With --print you get the lines to put there.") from error
        except OSError as error:
            raise CommandError(f"{settings.ENV_FILE}: {error.strerror}") from error


def _lines(plan_secrets: dict[str, str], key: str, fallbacks: list[str]) -> dict[str, str]:
    return {
        "PLAN_SECRETS": ",".join(f"{version}:{each}" for version, each in plan_secrets.items()),
        "SECRET_KEY": key,
        "SECRET_KEY_FALLBACKS": ",".join(fallbacks),
    }


def _in_words(resting: Resting) -> str:
    if resting == Resting():
        return "nothing rests on it."
    first = f" {resting.of_first_form} wait until they are opened." if resting.of_first_form else ""
    return (
        f"{resting.plans} plans and drafts, {resting.links} links; the last ends on "
        f"{resting.ends_at:%d %B %Y} unless it is used.{first}"
    )

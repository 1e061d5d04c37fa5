"""The command that tries the links to other sites."""

import time
from argparse import ArgumentParser
from urllib.parse import urlsplit

from django.core.management.base import BaseCommand
from django.utils import timezone

from articles import links
from articles.models import LinkCheck
from articles.reaching import ask

LONGEST = LinkCheck._meta.get_field("url").max_length


class Command(BaseCommand):
    help = (
        "Try the links to other sites, those that were not tried for longest first, and keep what "
        "they answer for the report at the desk."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--most", type=int, default=200, help="How many to try at most.")
        parser.add_argument(
            "--pause", type=float, default=1, help="Seconds between two calls on one site."
        )
        parser.add_argument(
            "--private-host",
            action="append",
            default=[],
            help="A host that may be called although it is in a private network.",
        )

    def handle(
        self, *, most: int, pause: float, private_host: list[str], **_options: object
    ) -> None:
        wanted = {url for url in links.elsewhere() if len(url) <= LONGEST}
        LinkCheck.objects.exclude(url__in=wanted).delete()
        last_call: dict[str | None, float] = {}
        for url in _longest_ago_first(wanted)[:most]:
            host = urlsplit(url).hostname
            time.sleep(max(0, last_call.get(host, 0) + pause - time.monotonic()))
            answer = ask(url, private_hosts=private_host)
            last_call[host] = time.monotonic()
            LinkCheck.objects.update_or_create(
                url=url,
                defaults={
                    "status": answer.status,
                    "problem": answer.problem,
                    "checked_at": timezone.now(),
                },
            )
        broken, unsure = LinkCheck.objects.broken().count(), LinkCheck.objects.unsure().count()
        self.stdout.write(f"{broken} lead nowhere, {unsure} to look at by hand.")


def _longest_ago_first(urls: set[str]) -> list[str]:
    tried = dict(LinkCheck.objects.order_by("checked_at").values_list("url", "checked_at"))
    return sorted(urls - set(tried)) + list(tried)

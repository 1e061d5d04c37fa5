"""Print what waits for a registered clinician: docs/safety/awaiting-review.md is made of it."""

from collections.abc import Iterable, Iterator

from django.core.management.base import BaseCommand

from planner.engine import CAVEATS, EXERCISES, RULES, SCREENING_MESSAGES, Rule
from planner.help_lines import COUNTRIES

HEAD = """\
# What waits for a registered clinician

Made by `python manage.py awaiting_review`; a test holds this page to the rules in use. **No
registered clinician has read anything of this yet.** When one has, record who, when and for which
version of the rules, and take it off this list. Articles are not on it: the desk lists those that
nobody has reviewed, under “Due for review”.
"""


class Command(BaseCommand):
    help = "Print, as Markdown, every rule, text and number that waits for a registered clinician."
    requires_system_checks: list[str] = []

    def handle(self, **options: object) -> None:
        """Print the whole page."""
        self.stdout.write("\n".join([HEAD, *_rules(), *_texts(), *_lines()]), ending="\n")


def _rules() -> Iterator[str]:
    ours = [rule for rule in RULES.values() if not rule.sources]
    partly = [rule for rule in RULES.values() if rule.sources and rule.careful_choice]
    rest = [rule for rule in RULES.values() if rule.sources and not rule.careful_choice]
    yield from _table(f"Rules that are a careful choice of ours ({len(ours)})", ours)
    yield from _table(f"Rules with a source, whose exact number is ours ({len(partly)})", partly)
    yield from _table(f"Rules with a source, to be read against it ({len(rest)})", rest)


def _table(heading: str, rules: Iterable[Rule]) -> Iterator[str]:
    yield from (f"## {heading}", "", "| Rule | What readers are told |", "| --- | --- |")
    yield from (f"| {rule.id} | {rule.reason} |" for rule in rules)
    yield ""


def _texts() -> Iterator[str]:
    yield from ("## Texts and exercises", "")
    yield f"- {len(CAVEATS)} cautions: {', '.join(CAVEATS)}."
    yield f"- {len(SCREENING_MESSAGES)} messages of screening: {', '.join(SCREENING_MESSAGES)}."
    yield f"- {len(EXERCISES)} exercises: levels, tags, and how each is done."
    yield ""


def _lines() -> Iterator[str]:
    yield from ("## Help lines to dial before launch, and every six months", "")
    yield from ("| Country | Line | Number |", "| --- | --- | --- |")
    for country, found in COUNTRIES.items():
        for line in (*found.emergency, *found.lines):
            yield f"| {country} | {line.name} | {line.number} |"

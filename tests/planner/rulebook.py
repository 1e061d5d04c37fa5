"""The tables that the rulebook prints for the shell, read from `rulebook.md` beside this file."""

import re
from dataclasses import dataclass
from pathlib import Path

from tests.planner.engine.questions import DAYS

TEXT = (Path(__file__).parent / "rulebook.md").read_text()
PARTS = ("About you", "Your mood", "Health check", "Your training")


@dataclass(frozen=True, kw_only=True)
class Printed:
    """One row of section 3.2; `options` is empty where the rulebook names none."""

    name: str
    part: str
    question: str
    options: dict[str, str]
    kind: str
    why: str


def _table(heading):
    """The rows of the first table under a heading, as lists of cells."""
    table = TEXT.partition(f"{heading}\n")[2].partition("\n| ")[2].partition("\n\n")[0]
    return [line.strip("| ").split(" | ") for line in table.splitlines()[2:]]


def _options(cell):
    if cell.startswith("`mon` to"):
        return dict.fromkeys(DAYS, "")
    if "`" not in cell:
        return {}
    pairs = re.findall(r"`(\w+)`([^`;]*)", cell)
    return {code: label.split(";")[0].strip() for code, label in pairs}


def _questions():
    for part, title in enumerate(PARTS, start=1):
        for _, name, question, options, kind, *_, why in _table(f"**Page {part}. {title}**"):
            yield Printed(
                name=name.strip("`"),
                part=title,
                question=question,
                options=_options(options),
                kind=kind,
                why=f"{why}.",
            )


QUESTIONS = {printed.name: printed for printed in _questions()}
MESSAGES = {rule: words for rule, _, words in _table("### 3.4 Validation rules")}
LINES = {
    re.search(r"`(\w+)`", country)[1]: (emergency, lines)
    for country, emergency, lines in _table("### 4.4 Help lines")
}

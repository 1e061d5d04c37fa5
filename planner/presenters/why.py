"""Why a number is what it is: the rules behind it and their published sources."""

from dataclasses import dataclass

from django.utils.translation import gettext as _

from planner.engine import RULES

# What a source key says in capitals, so that `acsm-2009` reads "ACSM 2009".
INITIALS = {"aap", "acog", "acsm", "aha", "csep", "glp1", "nice", "nsca", "who"}


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceLink:
    """A published source: its key, which is its address, and a short name."""

    key: str
    name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Why:
    """One rule in the reader's words; `is_choice` where the exact number is a careful choice."""

    rule: str
    reason: str
    sources: tuple[SourceLink, ...]
    is_choice: bool


def why(*rule_ids: str) -> tuple[Why, ...]:
    """Explain rules by id, each once."""
    return tuple(
        Why(
            rule=rule.id,
            reason=_(rule.reason),
            sources=source_links(rule.sources),
            is_choice=rule.careful_choice or not rule.sources,
        )
        for rule in map(RULES.__getitem__, dict.fromkeys(rule_ids))
    )


def source_links(keys: tuple[str, ...]) -> tuple[SourceLink, ...]:
    """Name sources after their keys."""
    return tuple(SourceLink(key=key, name=" ".join(map(_word, key.split("-")))) for key in keys)


def _word(word: str) -> str:
    return word.upper() if word in INITIALS or word.startswith(("ng", "cg")) else word.capitalize()

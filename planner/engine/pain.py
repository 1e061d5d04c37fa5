"""The traffic light of pain (PRG-30)."""

from enum import StrEnum

from planner.engine.facts import Facts

GREEN_UP_TO, AMBER_UP_TO = 3, 5
# With pain on most days, this much above the usual is still green or amber, up to a ceiling.
GREEN_ABOVE_USUAL, GREEN_CEILING = 1, 6
AMBER_ABOVE_USUAL, AMBER_CEILING = 2, 7
RED_NEXT_DAY = 3


class Zone(StrEnum):
    GREEN = "green"
    AMBER = "amber"
    RED = "red"


def zone(pain: int | None, facts: Facts) -> Zone | None:
    """Judge the worst pain of a move, 0 to 10, against the person's usual; None where not told."""
    if pain is None:
        return None
    green, amber = GREEN_UP_TO, AMBER_UP_TO
    if facts.pain_sites:
        green = max(green, min(facts.pain_now + GREEN_ABOVE_USUAL, GREEN_CEILING))
        amber = max(amber, min(facts.pain_now + AMBER_ABOVE_USUAL, AMBER_CEILING))
    return Zone.GREEN if pain <= green else Zone.AMBER if pain <= amber else Zone.RED


def is_red_next_day(pain: int | None, facts: Facts) -> bool:
    """Whether the usual pain of the day after was so much higher that the session was too much."""
    return pain is not None and pain >= facts.pain_now + RED_NEXT_DAY


def usual_pain(facts: Facts) -> int:
    """Give the pain that "no more than usual" stands for: the usual one, and green."""
    return min(facts.pain_now, GREEN_CEILING)

"""Which days of the week to train on (rulebook, section 5.2)."""

from itertools import combinations

from planner.engine.answers import Day

WEEK = tuple(Day)
# At least one rest day between two sessions, counted around the week.
SMALLEST_GAP_DAYS = 2


def spaced_days(available: frozenset[Day], sessions: int) -> tuple[tuple[Day, ...], ...]:
    """List every choice of that many available days with a rest day between neighbours."""
    days = (day for day in WEEK if day in available)
    return tuple(
        choice for choice in combinations(days, sessions) if min(gaps(choice)) >= SMALLEST_GAP_DAYS
    )


def gaps(days: tuple[Day, ...]) -> list[int]:
    """Count the days from each session to the next, the last one round to the first."""
    numbers = [WEEK.index(day) for day in days]
    following = [*numbers[1:], numbers[0] + len(WEEK)]
    return [after - before for before, after in zip(numbers, following, strict=True)]


def choose_days(
    available: frozenset[Day], preferred: frozenset[Day], sessions: int
) -> tuple[Day, ...]:
    """Choose the best spaced days; one session fewer where the days leave no room.

    Most favourite days first, then the largest smallest gap, then the earliest days.
    """
    choices = spaced_days(available, sessions)
    if not choices:
        return choose_days(available, preferred, sessions - 1)
    # Choices come in calendar order and max() keeps the first of equals.
    return max(choices, key=lambda days: (len(preferred.intersection(days)), min(gaps(days))))

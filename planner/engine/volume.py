"""How many sets: what fits the time, how the week grows, how a session spreads them.

Rulebook, sections 5.6 and 5.7.
"""

from dataclasses import dataclass
from itertools import cycle
from math import ceil

from planner.engine.answers import Experience
from planner.engine.limits import Limits

WEEKS = 12
LIGHTER_WEEKS = frozenset({6, 12})
GROWTH_WEEKS = frozenset({2, 3, 4, 5, 7, 8, 9, 10})
# Somebody new to it repeats the first week once.
GROWTH_WEEKS_NEW = GROWTH_WEEKS - {2}
LIGHTER_SHARE = 0.6
# The plan to keep what was gained (PRG-61).
KEPT_SESSIONS, KEPT_SHARE = 2, 0.6
SECONDS_PER_SET = 60
SECONDS_PER_SLOT = 30
FEWEST_SLOTS = 3
NEW_SET_CAP, NEW_SET_CAP_WEEKS = 2, 6


@dataclass(frozen=True, slots=True, kw_only=True)
class TimeFit:
    """How a session fills its minutes: warm-up, slots, sets and cool-down."""

    warm_up_minutes: int
    cool_down_minutes: int
    slots: int
    max_sets: int


# Session minutes: warm-up minutes, cool-down minutes, slots.
TIME_TABLE = {20: (4, 2, 4), 30: (5, 3, 5), 45: (7, 4, 6), 60: (8, 5, 8)}


def fit_time(limits: Limits) -> TimeFit:
    """Find how many slots and sets fit into one session."""
    warm_up, cool_down, slots = TIME_TABLE[limits.session_minutes]
    cool_down += limits.extra_cool_down_minutes
    work_seconds = 60 * (limits.session_minutes - warm_up - cool_down)

    def sets_that_fit(slots: int) -> int:
        seconds = work_seconds - SECONDS_PER_SLOT * slots
        return seconds // (SECONDS_PER_SET + limits.rest_seconds)

    slots = min(slots, limits.slot_cap or slots)
    while sets_that_fit(slots) < slots and slots > FEWEST_SLOTS:
        slots -= 1
    return TimeFit(
        warm_up_minutes=warm_up,
        cool_down_minutes=cool_down,
        slots=slots,
        max_sets=sets_that_fit(slots),
    )


def set_cap_in_week(week: int, limits: Limits, experience: Experience) -> int:
    """Limit the sets of one slot; lower for somebody new in the first six weeks (RX-01)."""
    if experience is Experience.NEW and week <= NEW_SET_CAP_WEEKS:
        return min(NEW_SET_CAP, limits.set_cap)
    return limits.set_cap


def most_sets_in_week(week: int, limits: Limits, time_fit: TimeFit, experience: Experience) -> int:
    """Limit the sets of one session: what fits the time and the caps of its slots."""
    return min(time_fit.max_sets, time_fit.slots * set_cap_in_week(week, limits, experience))


def growth_weeks(experience: Experience) -> frozenset[int]:
    """List the weeks in which sets may grow."""
    return GROWTH_WEEKS_NEW if experience is Experience.NEW else GROWTH_WEEKS


def grown(last: int, cap: int) -> int:
    """Take one step up: two sets a week or a fifth, within the cap."""
    return max(last, min(cap, last + max(2, last // 5)))


def lighter(last: int, fewest: int) -> int:
    """Give the sets of a lighter week."""
    return max(fewest, ceil(LIGHTER_SHARE * last))


def weekly_sets(
    limits: Limits, time_fit: TimeFit, sessions: int, experience: Experience
) -> tuple[int, ...]:
    """Count the sets of each of the 12 weeks: the ladder of section 5.7."""
    fewest = sessions * time_fit.slots
    targets: list[int] = []
    last = fewest * limits.start_sets
    for week in range(1, WEEKS + 1):
        cap = sessions * most_sets_in_week(week, limits, time_fit, experience)
        if week in LIGHTER_WEEKS:
            targets.append(lighter(last, fewest))
            continue
        if week == 1:
            last = min(last, cap)
        elif week in growth_weeks(experience):
            last = grown(last, cap)
        targets.append(last)
    return tuple(targets)


def kept_weekly_sets(
    best: int, limits: Limits, time_fit: TimeFit, experience: Experience
) -> tuple[int, ...]:
    """Count the sets of the plan that keeps what was gained: the same in each of the 12 weeks.

    `best` is the largest number of weekly sets of the usual plan. The strictest cap of any week
    holds in all of them, so that nothing grows (PRG-61).
    """
    cap = min(time_fit.max_sets, time_fit.slots * set_cap_in_week(1, limits, experience))
    share = max(KEPT_SESSIONS * time_fit.slots, ceil(KEPT_SHARE * best))
    return (min(KEPT_SESSIONS * cap, share),) * WEEKS


def spread_over_week(target: int, sessions: int) -> tuple[int, ...]:
    """Share the sets of a week among its sessions, the first ones getting what is left over."""
    base, left_over = divmod(target, sessions)
    return tuple(base + (session < left_over) for session in range(sessions))


def spread_over_session(sets: int, slots: int, set_cap: int) -> tuple[int, ...]:
    """Give each slot one set, then one more in turn, never above the cap of a slot."""
    spread = [1] * slots
    left = min(sets, slots * set_cap) - slots
    for slot in cycle(range(slots)):
        if left <= 0:
            break
        spread[slot] += 1
        left -= 1
    return tuple(spread)

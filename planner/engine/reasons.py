"""Which rules stand behind each number of a plan."""

from planner.engine.limits import Limits
from planner.engine.plan import Course, Number, Reason
from planner.engine.volume import LIGHTER_WEEKS


def reasons(limits: Limits, course: Course) -> tuple[Reason, ...]:
    """Trace every number: the rules that set the strictest value, else the base dose."""
    base = limits.rules[0].id

    def because(number: Number, ids: tuple[str, ...]) -> Reason:
        return Reason(number=number, rules=ids or (base,))

    start_level = limits.rule_ids(
        lambda rule: limits.start_level in {rule.start_level, rule.level_cap}
    )
    sessions = limits.rule_ids(lambda rule: rule.two_sessions)
    weekly: tuple[str, ...] = (base, "PRG-20", "PRG-22")
    if course is Course.HIGHER:
        start_level = ("PRG-61", *start_level)
    elif course is Course.KEEP:
        sessions, weekly = ("PRG-61", *sessions), ("PRG-61",)
    cool_down = limits.rule_ids(lambda rule: rule.extra_cool_down_minutes > 0)
    return (
        because(Number.WEEKS, ("PRG-61",)),
        because(Number.SESSIONS, sessions),
        because(
            Number.MINUTES, limits.rule_ids(lambda rule: rule.minutes_cap == limits.session_minutes)
        ),
        because(
            Number.SLOTS,
            limits.rule_ids(lambda rule: None is not rule.slot_cap == limits.slot_cap),
        ),
        because(
            Number.REST, limits.rule_ids(lambda rule: rule.rest_seconds == limits.rest_seconds)
        ),
        because(Number.EFFORT, limits.rule_ids(lambda rule: rule.effort_cap == limits.effort_cap)),
        because(Number.START_LEVEL, start_level),
        because(Number.LEVEL_CAP, limits.rule_ids(lambda rule: rule.level_cap == limits.level_cap)),
        because(Number.SETS, limits.rule_ids(lambda rule: rule.set_cap == limits.set_cap)),
        because(Number.WEEKLY_SETS, weekly),
        because(Number.WARM_UP, ()),
        because(Number.COOL_DOWN, cool_down),
    )


def sets_rules(week: int, limits: Limits, course: Course) -> tuple[str, ...]:
    """List the rules that set the number of sets in one week."""
    caps = limits.rule_ids(lambda rule: rule.set_cap == limits.set_cap)
    if course is Course.KEEP:
        return ("PRG-61", *caps)
    starts = limits.rule_ids(lambda rule: rule.start_sets == limits.start_sets)
    ladder = "PRG-22" if week in LIGHTER_WEEKS else "PRG-20"
    return tuple(dict.fromkeys((*starts, *caps, ladder)))

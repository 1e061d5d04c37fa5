"""The plan that the rulebook works out for plain answers (section 5), done the slow plain way.

It shares the table of exercises with the engine, and nothing else.
"""

from itertools import combinations
from types import SimpleNamespace

from planner.engine import EXERCISES
from tests.planner.engine import dose_table
from tests.planner.engine.questions import DAYS

# Minutes: warm-up, cool-down, slots (section 5.6).
TIME = {20: (4, 2, 4), 30: (5, 3, 5), 45: (7, 4, 6), 60: (8, 5, 8)}
BANDS = dict.fromkeys((1, 2, 3, 4), (5, 6)) | dict.fromkeys((5, 7, 8), (6, 7))
BANDS |= dict.fromkeys((9, 10, 11), (6, 8))
SECONDS = {
    "standard": {"learn": (10, 20), "build": (15, 30), "strengthen": (20, 40)},
    "gentle": {"learn": (10, 15), "build": (10, 20), "strengthen": (15, 30)},
}
# Session and whether it has a balance slot: the patterns in order (section 5.8).
PATTERNS = {
    ("A", False): "squat push_horizontal pull_horizontal core hinge carry calf balance",
    ("B", False): (
        "hinge push_vertical pull_vertical core squat carry push_horizontal pull_horizontal"
    ),
    ("A", True): "squat push_horizontal pull_horizontal balance hinge core calf carry",
    ("B", True): "hinge push_vertical pull_vertical balance squat core calf carry",
}
FALLBACK = {
    "push_vertical": "push_horizontal",
    "pull_vertical": "pull_horizontal",
    "carry": "core",
    "core": "carry",
    "calf": "balance",
    "balance": "calf",
}
LOADABLE = ["machine", "dumbbell", "band", "barbell"]
LIBRARY = {
    pattern: [exercise for exercise in EXERCISES.values() if exercise.pattern == pattern]
    for pattern in {exercise.pattern for exercise in EXERCISES.values()}
}


def frame(known):
    """Everything that the matching rows say together: least caps, longest rest, all tags."""
    rows = dose_table.matching(known)
    says = [row[2] for row in rows]
    words = set().union(*(each["words"] for each in says))

    def least(name, otherwise=None):
        return min((each[name] for each in says if name in each), default=otherwise)

    minutes = int(known.raw["session_minutes"])
    if "at most 30 min" in words:
        minutes = min(minutes, 30)
    warm_up, cool_down, slots = TIME[minutes]
    level, sets = least("level"), least("sets")
    made = SimpleNamespace(
        rules=dose_table.ids(rows),
        effort=least("effort"),
        early_high=5 if "weeks 1-2 effort high 5" in words else None,
        level=level,
        start=max(1, min(least("start"), level)),
        sets=sets,
        start_sets=min(least("start_sets"), sets),
        rest=max(each["rest"] for each in says if "rest" in each),
        minutes=minutes,
        warm_up=warm_up,
        cool_down=cool_down + (2 if "cool-down +2" in words else 0),
        gentle="gentle" in words,
        balance="balance slot" in words,
        tags=set().union(*(each["tags"] for each in says)),
        areas=sore_areas(known),
        equipment=known.equipment,
        is_new=known.raw["experience"] == "new",
    )
    fit_time(made, min(slots, least("slots", slots)))
    made.wanted = wanted_sessions(known, words)
    made.days = days(known, made.wanted)
    return made


def sore_areas(known):
    """The areas that no move may load hard: from pain 4 on; pain all over means every area."""
    return known.sites if known.pain_now >= 4 else set()


def fit_time(made, slots):
    """How many slots and sets fit (section 5.6)."""
    work_seconds = 60 * (made.minutes - made.warm_up - made.cool_down)
    while True:
        made.slots, made.max_sets = slots, (work_seconds - 30 * slots) // (60 + made.rest)
        if made.max_sets >= slots or slots == 3:
            return
        slots -= 1


def wanted_sessions(known, words):
    """Section 5.2, steps 1 and 2."""
    wanted = known.raw["days_per_week"]
    if wanted == "you_choose":
        wanted = 3 if known.raw["experience"] != "new" and known.sev <= 2 else 2
    return 2 if "f2" in words else int(wanted)


def spacing(chosen):
    """The gaps between days of the week by number, the last one to the first of next week."""
    return [
        (after - before - 1) % 7 + 1
        for before, after in zip(chosen, (*chosen[1:], chosen[0]), strict=True)
    ]


def days(known, wanted):
    """Section 5.2, steps 3 and 4."""
    free = [number for number, day in enumerate(DAYS) if day in known.days]
    sets = [each for each in combinations(free, wanted) if min(spacing(each)) >= 2]
    if not sets:
        return days(known, 2)
    liked = {number for number, day in enumerate(DAYS) if day in known.favourites}
    best = sorted(sets, key=lambda each: (-len(liked & set(each)), -min(spacing(each)), each))[0]
    return tuple(DAYS[number] for number in best)


def weekly_sets(made):
    """The ladder of section 5.7."""
    f, slots = len(made.days), made.slots

    def cap(week):
        most = min(2, made.sets) if made.is_new and week <= 6 else made.sets
        return min(made.max_sets, slots * most)

    last = min(f * slots * made.start_sets, f * cap(1))
    ladder = [last]
    for week in range(2, 13):
        if week in {6, 12}:
            ladder.append(max(f * slots, -(-6 * last // 10)))
            continue
        if week in {3, 4, 5, 7, 8, 9, 10} or (week == 2 and not made.is_new):
            last = max(last, min(f * cap(week), last + max(2, last // 5)))
        ladder.append(last)
    return tuple(ladder)


def effort_band(week, made):
    """Section 5.4, with the calm first two weeks of RX-23."""
    if week in {6, 12}:
        high = min(5, made.effort)
        return max(2, high - 2), high
    low, high = BANDS[week]
    high = min(high, made.effort)
    if made.early_high and week <= 2:
        high = min(high, made.early_high)
    return min(low, high - 1), high


def allowed(exercise, made):
    """Whether somebody in this frame may do the exercise at all."""
    hard_on = exercise.high_stress_areas
    return (
        exercise.equipment in made.equipment
        and exercise.level <= made.level
        and made.tags.isdisjoint(exercise.tags)
        and made.areas.isdisjoint(hard_on)
        and not (hard_on and "widespread" in made.areas)
    )


def pick(pattern, made, used):
    """One exercise for one slot: section 5.8, steps 1 to 4."""
    able = [e for e in LIBRARY[pattern] if e.level <= made.start and allowed(e, made)]
    loadable = [e for e in able if e.equipment in LOADABLE]
    if loadable:
        return sorted(
            loadable,
            key=lambda e: (e.code in used, -e.level, LOADABLE.index(e.equipment), e.code),
        )[0]
    order = ["chair_wall", "none"]
    able.sort(key=lambda e: (-e.level, e.code in used, order.index(e.equipment), e.code))
    return able[0] if able else None


def templates(made):
    """The exercises of sessions A and B."""
    used, sessions = set(), []
    for session in "AB":
        codes = []
        for pattern in PATTERNS[session, made.balance].split()[: made.slots]:
            exercise = pick(pattern, made, used)
            if exercise is None:
                exercise = pick(FALLBACK.get(pattern, "core"), made, used)
            if exercise and exercise.code not in codes:
                codes.append(exercise.code)
                used.add(exercise.code)
        sessions.append(tuple(codes))
    return tuple(sessions)


def shares(sets, parts):
    """An even split, the first parts getting what is left over."""
    return [sets // parts + (part < sets % parts) for part in range(parts)]


def slot_sets(sets, slots):
    """The sets of each slot of a session: one each, then round and round."""
    return [1 + extra for extra in shares(sets - slots, slots)]


def counts(exercise, phase, made, known):
    """The fewest and most repetitions, or seconds, of one set."""
    mode = "gentle" if made.gentle else "standard"
    if exercise.unit in {"sec", "sec_each"}:
        return SECONDS[mode][phase]
    if made.gentle:
        return (10, 15)
    firm = (
        known.raw["experience"] == "regular"
        and phase == "strengthen"
        and known.age < 65
        and made.effort == 8
        and exercise.equipment in LOADABLE
    )
    return (6, 10) if firm else (8, 12)

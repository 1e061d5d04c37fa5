"""Answer sets by the thousand: valid, with every edge, and mostly of people who may train.

Each choice lists the plain case first, so that hypothesis shrinks towards a healthy person.
"""

from itertools import combinations

from tests.planner.engine.by_hand import spacing
from tests.planner.engine.known import EFFORT_SYMPTOMS, URGENT_SYMPTOMS, Known
from tests.planner.engine.questions import DAYS, MANY, ONE, SHOWN_WHEN

AGES = (34, 18, 19, 24, 25, 26, 27, 60, 61, 64, 65, 66, 74, 75, 76, 89, 90, 91, 109, 110)
YOUNG = (17, 16, 15, 14, 10)
PREGNANCY_WEEKS = (5, 1, 6, 11, 12, 13, 27, 28, 36, 37, 41, 42)
POSTPARTUM_WEEKS = (52, 12, 13, 11, 6, 5, 0, 1, 17, 18, 19, 28)
PHQ9_TOTALS = (0, 4, 5, 9, 10, 14, 15, 19, 20, 24)
GAD7_TOTALS = (0, 4, 5, 9, 10, 14, 15, 19, 20, 21)
PAINS = (0, 3, 4, 5, 6, 7, 10)
# They end in help and no plan, so most people have none of them.
URGENT = {"voices_or_mania_now", "pg_urgent", "pp_urgent", *URGENT_SYMPTOMS}
WITHHOLDING = {"pg_complication", "aneurysm_or_eye_bleed", *EFFORT_SYMPTOMS}


def _has_pair(days):
    return any(min(spacing(pair)) >= 2 for pair in combinations(days, 2))


_SUBSETS = [days for size in range(2, 8) for days in combinations(range(7), size)]
WEEKS = [[DAYS[day] for day in days] for days in _SUBSETS if _has_pair(days)]
ONE_PAIR_WEEKS = [
    [DAYS[day] for day in days]
    for days in _SUBSETS
    if sum(min(spacing(pair)) >= 2 for pair in combinations(days, 2)) == 1
]


def answers(dice):
    """One set of answers; `dice` is a random.Random or hypothesis's likeness of one."""
    load = dice.choice((0.05, 0.3, 0.02, 0.1, 0.6))
    raw = {
        "age": _age(dice),
        **{name: dice.choice(ONE[name]) for name in ONE if name not in SHOWN_WHEN},
        **{name: some_of(name, dice, load) for name in MANY if name not in SHOWN_WHEN},
        **_days(dice),
    }
    raw["equipment"] = _subset(MANY["equipment"], dice, 0.4)
    raw["energy_mode"] = "low_energy" if _rarely(dice, 0.1) else "usual"
    _mood(raw, dice)
    _agree(raw, dice)
    known = Known(raw)
    for name, shown in SHOWN_WHEN.items():
        if shown(known):
            _conditional(name, raw, dice, load)
            known = Known(raw)
    return raw


def _rarely(dice, share):
    return dice.random() > 1 - share


def _number(dice, edges, low, high):
    return dice.choice(edges) if dice.random() < 0.6 else dice.randint(low, high)


def _age(dice):
    return dice.choice(YOUNG) if _rarely(dice, 0.04) else _number(dice, AGES, 18, 110)


def _subset(options, dice, share):
    return [option for option in options if _rarely(dice, share)] or ["none"]


def some_of(name, dice, load):
    """Nothing, or one option, or any combination; seldom one that ends the matter."""
    if not _rarely(dice, load):
        return ["none"]
    if dice.random() < 0.6:
        picked = [dice.choice(MANY[name])]
    else:
        picked = _subset(MANY[name], dice, dice.choice((0.15, 0.5, 0.9)))
    if not _rarely(dice, 0.1):
        picked = [code for code in picked if code not in URGENT]
    if not _rarely(dice, 0.5):
        picked = [code for code in picked if code not in WITHHOLDING]
    return picked or ["none"]


def _days(dice):
    """Days that leave room for two sessions, and sometimes favourites among them."""
    weeks = dice.choice(([DAYS], WEEKS, ONE_PAIR_WEEKS))
    available = list(dice.choice(weeks))
    favourites = [day for day in available if _rarely(dice, 0.4)]
    chosen = {"days_preferred": favourites} if _rarely(dice, 0.5) else {}
    return {"days_available": available} | chosen


def _items(dice, edges, count):
    """The items of a mood check that add up to an edge of a band, or to anything."""
    items = [0] * count
    for _ in range(_number(dice, edges, 0, 3 * count)):
        items[dice.choice([place for place in range(count) if items[place] < 3])] += 1
    return items


def _mood(raw, dice):
    if _rarely(dice, 0.25):
        thoughts = dice.choice((1, 2, 3)) if _rarely(dice, 0.1) else 0
        raw["phq9"] = [*_items(dice, PHQ9_TOTALS, 8), thoughts]
    if _rarely(dice, 0.2):
        raw["gad7"] = _items(dice, GAD7_TOTALS, 7)
    if ("phq9" in raw or "gad7" in raw) and _rarely(dice, 0.5):
        del raw["severity_self"]
    raw["self_harm"] = "no"
    if _rarely(dice, 0.04):
        raw["self_harm"] = dice.choice(("yes", "prefer_not_to_say"))
    if raw.get("phq9", [0])[-1]:
        # Item 9 has answered the question already.
        raw["self_harm"] = "yes"
        if _rarely(dice, 0.5):
            del raw["self_harm"]
    if _rarely(dice, 0.5):
        raw["consent"] = True


def _agree(raw, dice):
    """Some answers bind others: VAL-07 asks for the place of a long-lasting pain."""
    if raw["condition"] == "depression_chronic_pain" and raw["pain_sites"] == ["none"]:
        raw["pain_sites"] = [dice.choice(MANY["pain_sites"])]


def _conditional(name, raw, dice, load):
    """Answer a question that is put only to some."""
    if name == "peripartum":
        raw[name] = _peripartum(raw, dice)
    elif name == "pregnancy_week":
        raw[name] = _number(dice, PREGNANCY_WEEKS, 1, 42)
    elif name == "postpartum_week":
        raw[name] = _number(dice, POSTPARTUM_WEEKS, 0, 52)
    elif name == "pain_now":
        raw[name] = _number(dice, PAINS, 0, 10)
    elif name == "pain_flags":
        raw[name] = some_of(name, dice, min(load, 0.1))
    elif name in MANY:
        raw[name] = some_of(name, dice, load)
    elif name == "clearance":
        # Left open counts as "not yet".
        answer = dice.choice(("yes", "yes", "yes", "no", None))
        raw |= {name: answer} if answer else {}
    else:
        raw[name] = ONE[name][0] if dice.random() < 0.5 else dice.choice(ONE[name])


def _peripartum(raw, dice):
    """Most people are neither; VAL-04 asks those with low mood around birth which it is."""
    if raw["condition"] == "depression_peripartum":
        return dice.choice(("pregnant", "postpartum"))
    if _rarely(dice, 0.25):
        return dice.choice(("prefer_not_to_say", "pregnant", "postpartum"))
    return "not_applicable"

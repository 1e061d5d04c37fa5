"""Every answer that screening looks at, alone, as changes to the base person."""

from itertools import chain

from tests.planner.engine.known import Known
from tests.planner.engine.people import CALM, person
from tests.planner.engine.questions import MANY, SHOWN_WHEN

PREGNANT = {"peripartum": "pregnant"}
POSTPARTUM = {"peripartum": "postpartum"}
HYPERTENSION = {"conditions": ["high_blood_pressure"]}
DIABETES = {"conditions": ["diabetes_type2"]}
SORE_KNEE = {"pain_sites": ["knee"]}

RISKS = {
    "no risk": {},
    "self_harm yes": {"self_harm": "yes"},
    "self_harm prefer_not_to_say": {"self_harm": "prefer_not_to_say"},
    "phq9 item 9": {"phq9": [0] * 8 + [1]},
    **{
        f"{name} {code}": {name: [code]}
        for name in ("mental_flags", "symptoms", "conditions", "recent_event", "medicines")
        for code in MANY[name]
    },
    **{
        f"bp_status {code}": HYPERTENSION | {"bp_status": code}
        for code in ("160_100_to_179_109", "180_110_or_more", "not_checked_6m")
    },
    **{
        f"not active with {code}": {"conditions": [code], "active_now": "no"}
        for code in ("diabetes_type1", "diabetes_type2", "kidney_disease")
    },
    "glp1 and hardly eating": {
        "medicines": ["glp1"],
        "glp1_intake": "hardly_eating_or_vomiting",
    },
    **{f"pain_now {pain}": SORE_KNEE | {"pain_now": pain} for pain in (0, 3, 4, 6, 7, 10)},
    **{f"pain_flags {code}": SORE_KNEE | {"pain_flags": [code]} for code in MANY["pain_flags"]},
    "pain all over": {"pain_sites": ["widespread"], "pain_now": 4},
    "chair_stand with_hands": {"conditions": ["osteoporosis"], "chair_stand": "with_hands"},
    "chair_stand cannot": {"conditions": ["osteoporosis"], "chair_stand": "cannot"},
    "cannot get up from the floor": {"conditions": ["osteoporosis"], "floor_ok": "no"},
    "pregnancy not told": {"peripartum": "prefer_not_to_say"},
    **{f"pregnant week {week}": PREGNANT | {"pregnancy_week": week} for week in (12, 13, 28, 37)},
    **{f"{code}": PREGNANT | {"pregnancy_flags": [code]} for code in MANY["pregnancy_flags"]},
    "pregnant on glp1": PREGNANT | {"medicines": ["glp1"]},
    **{f"postpartum week {week}": POSTPARTUM | {"postpartum_week": week} for week in (5, 6, 12)},
    **{
        f"caesarean week {week}": POSTPARTUM | {"postpartum_week": week, "birth_type": "caesarean"}
        for week in (4, 11, 12, 18)
    },
    **{f"{code}": POSTPARTUM | {"postpartum_flags": [code]} for code in MANY["postpartum_flags"]},
    "low energy": {"energy_mode": "low_energy"},
}


def settled(raw):
    """The same answers without those to questions not asked, and with calm ones where missing."""
    raw, known = dict(raw), Known(raw)
    for name, is_shown in SHOWN_WHEN.items():
        if is_shown(known):
            if name in raw or name not in CALM:
                continue
            raw[name] = CALM[name]
        elif name in raw:
            del raw[name]
        else:
            continue
        known = Known(raw)
    return raw


def both(first, second):
    """The changes of two risks together, or None where they contradict each other."""
    merged = dict(first)
    for name, answer in second.items():
        if name not in merged or merged[name] == answer:
            merged[name] = answer
        elif isinstance(answer, list) and name in MANY:
            merged[name] = [*dict.fromkeys(chain(merged[name], answer))]
        else:
            return None
    return merged


def with_risk(raw, risk):
    """These people with one more risk, or None where they have said otherwise."""
    raw = dict(raw)
    for name, answer in risk.items():
        if name in MANY:
            raw[name] = [*dict.fromkeys([*raw.get(name, []), *answer])]
            raw[name] = [code for code in raw[name] if code != "none"]
        elif name in raw and raw[name] not in [person().get(name), CALM.get(name), answer]:
            return None
        else:
            raw[name] = answer
    return settled(raw)

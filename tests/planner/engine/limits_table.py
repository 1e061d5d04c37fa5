"""Each prescription rule of the rulebook, section 5.5, alone: what it takes from somebody strong.

The person here is 40, trains regularly with a qualified trainer for 60 minutes and asks for three
days: everything is at its highest, so that what a rule takes away is seen. The least rest is seen
on somebody returning, who otherwise rests 60 seconds.
"""

STRONG = {
    "age": 40,
    "experience": "regular",
    "supervision": "exercise_professional",
    "session_minutes": "60",
    "days_per_week": "3",
}
HIGHEST = {
    "effort": 8,
    "early effort": None,
    "start level": 3,
    "level": 4,
    "start sets": 2,
    "sets": 3,
    "slots": None,
    "rest": 60,
    "minutes": 60,
    "cool-down": 0,
    "gentle": False,
    "balance": False,
    "sessions": 3,
}
FROM_WEEK_13 = (
    "supine_after_first_trimester prone_lying valsalva_prone high_abdominal_pressure axial_load "
    "impact"
)
PRESSURE = "high_abdominal_pressure valsalva_prone axial_load"
SPINE = "loaded_spinal_flexion loaded_spinal_rotation"
FRAIL_TAGS = "balance_demand knee_deep_flexion"

# Answers; rules that match beside RX-03; what they take away; tags they leave out.
ALONE = {
    "RX-10": ({"age": 25}, "RX-10", {}, ""),
    "RX-11": ({}, "RX-11", {}, ""),
    "RX-12": (
        {"age": 74},
        "RX-12",
        {"effort": 7, "start level": 2, "level": 3, "rest": 90, "balance": True},
        "",
    ),
    "RX-13 with a trainer": (
        {"age": 75},
        "RX-13",
        {"effort": 6, "start level": 1, "level": 3, "start sets": 1, "sets": 2, "rest": 90}
        | {"gentle": True, "balance": True},
        "",
    ),
    "RX-13 alone": (
        {"age": 75, "supervision": "none"},
        "RX-13 RX-60",
        {"effort": 6, "start level": 1, "level": 2, "start sets": 1, "sets": 2, "rest": 90}
        | {"gentle": True, "balance": True},
        "",
    ),
    "RX-14": (
        {"condition": "depression_sarcopenia", "chair_stand": "with_hands"},
        "RX-11 RX-14 RX-15",
        {"effort": 6, "start level": 1, "level": 2, "start sets": 1, "sets": 2, "slots": 6}
        | {"rest": 90, "gentle": True, "balance": True, "sessions": 2},
        FRAIL_TAGS,
    ),
    "RX-15": (
        {"condition": "depression_sarcopenia"},
        "RX-11 RX-15",
        {"rest": 90, "balance": True},
        "",
    ),
    "RX-20": (
        {"energy_mode": "low_energy"},
        "RX-11 RX-20",
        {"effort": 6, "start level": 1, "start sets": 1, "sets": 2, "slots": 4, "minutes": 30}
        | {"sessions": 2},
        "",
    ),
    "RX-21": (
        {"condition": "depression_treatment_resistant"},
        "RX-11 RX-21",
        {"effort": 7, "start level": 2},
        "",
    ),
    "RX-22": ({"condition": "anxiety_gad"}, "RX-11 RX-22", {"rest": 90}, ""),
    "RX-23": (
        {"mental_flags": ["panic_attacks"]},
        "RX-11 RX-23",
        {"effort": 7, "early effort": 5, "start level": 2, "rest": 90},
        "",
    ),
    "RX-30": (
        {"peripartum": "pregnant", "pregnancy_week": 12},
        "RX-11 RX-30",
        {"effort": 7, "level": 3, "gentle": True},
        "valsalva_prone",
    ),
    "RX-31 from week 13": (
        {"peripartum": "pregnant", "pregnancy_week": 13},
        "RX-11 RX-31",
        {"effort": 6, "level": 3, "rest": 90, "gentle": True},
        FROM_WEEK_13,
    ),
    "RX-31 to week 27": (
        {"peripartum": "pregnant", "pregnancy_week": 27},
        "RX-11 RX-31",
        {"effort": 6, "level": 3, "rest": 90, "gentle": True},
        FROM_WEEK_13,
    ),
    "RX-32": (
        {"peripartum": "pregnant", "pregnancy_week": 28},
        "RX-11 RX-32",
        {"effort": 6, "start level": 2, "level": 2, "sets": 2, "rest": 90, "gentle": True}
        | {"sessions": 2},
        FROM_WEEK_13 + " balance_demand overhead",
    ),
    "RX-33": (
        {"peripartum": "pregnant", "pregnancy_flags": ["pelvic_girdle_pain"]},
        "RX-11 RX-30 RX-33",
        {"effort": 6, "level": 3, "gentle": True},
        "single_leg_load valsalva_prone",
    ),
    "RX-34": (
        {"peripartum": "prefer_not_to_say"},
        "RX-11 RX-34",
        {"effort": 6, "level": 3, "gentle": True},
        FROM_WEEK_13,
    ),
    "RX-35": (
        {"peripartum": "postpartum", "postpartum_week": 11, "birth_type": "caesarean"},
        "RX-11 RX-35",
        {"effort": 4, "start level": 1, "level": 1, "start sets": 1, "sets": 1, "slots": 4}
        | {"minutes": 30, "gentle": True, "sessions": 2},
        PRESSURE + " impact overhead",
    ),
    "RX-36": (
        {"peripartum": "postpartum", "postpartum_week": 12, "birth_type": "caesarean"},
        "RX-11 RX-36",
        {"effort": 6, "start level": 1, "level": 2, "start sets": 1, "sets": 2, "slots": 6}
        | {"gentle": True, "sessions": 2},
        PRESSURE + " impact",
    ),
    "RX-37": (
        {"peripartum": "postpartum", "postpartum_week": 12},
        "RX-11 RX-37",
        {"effort": 7, "level": 3},
        "impact",
    ),
    "RX-38": (
        {"peripartum": "postpartum", "postpartum_flags": ["pp_pelvic_floor"]},
        "RX-11 RX-37 RX-38",
        {"effort": 6, "start level": 2, "level": 2},
        PRESSURE + " impact",
    ),
    "RX-40": (
        {"pain_sites": ["knee"], "pain_now": 3},
        "RX-11 RX-40",
        {"effort": 7, "start level": 2},
        "",
    ),
    "RX-41 from pain 4": (
        {"pain_sites": ["knee"], "pain_now": 4},
        "RX-11 RX-40 RX-41",
        {"effort": 6, "start level": 1, "start sets": 1, "sets": 2, "gentle": True},
        "",
    ),
    "RX-41 from pain 5 in two sessions": (
        {"pain_sites": ["knee"], "pain_now": 5},
        "RX-11 RX-40 RX-41",
        {"effort": 6, "start level": 1, "start sets": 1, "sets": 2, "gentle": True}
        | {"sessions": 2},
        "",
    ),
    "RX-41 with long-lasting pain": (
        {"condition": "depression_chronic_pain", "pain_sites": ["hip"], "pain_now": 0},
        "RX-11 RX-40 RX-41",
        {"effort": 6, "start level": 1, "start sets": 1, "sets": 2, "gentle": True},
        "",
    ),
    "RX-42": (
        {"conditions": ["osteoporosis"]},
        "RX-11 RX-42",
        {"effort": 7, "level": 3, "balance": True},
        SPINE,
    ),
    "RX-43": (
        {"conditions": ["bone_fracture_fragility"]},
        "RX-11 RX-43",
        {"effort": 6, "start level": 1, "level": 2, "sets": 2, "gentle": True, "balance": True},
        SPINE + " impact axial_load",
    ),
    "RX-44": (
        {"conditions": ["falls_2plus_or_injury"]},
        "RX-11 RX-44",
        {"start level": 1, "level": 2, "balance": True},
        "balance_demand",
    ),
    "RX-45": (
        {"conditions": ["high_blood_pressure"]},
        "RX-11 RX-45",
        {"effort": 7, "level": 3, "rest": 90, "cool-down": 2, "gentle": True},
        "valsalva_prone",
    ),
    "RX-46": (
        {"conditions": ["heart_disease"]},
        "RX-11 RX-46",
        {"effort": 5, "start level": 1, "level": 2, "start sets": 1, "sets": 2, "rest": 90}
        | {"cool-down": 2, "gentle": True},
        "valsalva_prone",
    ),
    "RX-46 with a sign under effort": (
        {"symptoms": ["ankle_swelling"], "clearance": "yes"},
        "RX-11 RX-46",
        {"effort": 5, "start level": 1, "level": 2, "start sets": 1, "sets": 2, "rest": 90}
        | {"cool-down": 2, "gentle": True},
        "valsalva_prone",
    ),
    "RX-47": ({"medicines": ["sulfonylurea"]}, "RX-11 RX-47", {"effort": 7}, ""),
    "RX-47 with kidney disease": (
        {"conditions": ["kidney_disease"]},
        "RX-11 RX-47",
        {"effort": 7},
        "",
    ),
    "RX-48": (
        {"conditions": ["lung_disease"]},
        "RX-11 RX-48",
        {"effort": 6, "rest": 120},
        "valsalva_prone",
    ),
    "RX-49": (
        {"conditions": ["epilepsy"], "supervision": "none"},
        "RX-11 RX-49 RX-60",
        {"level": 3},
        "overhead axial_load",
    ),
    "RX-49 with a trainer": ({"conditions": ["epilepsy"]}, "RX-11", {}, ""),
    "RX-50": (
        {"conditions": ["hernia_or_prolapse"]},
        "RX-11 RX-50",
        {"effort": 6, "start level": 2, "level": 2},
        PRESSURE,
    ),
    "RX-51": (
        {"conditions": ["aneurysm_or_eye_bleed"]},
        "RX-11 RX-51",
        {"effort": 4, "start level": 1, "level": 1, "start sets": 1, "sets": 1},
        PRESSURE + " overhead",
    ),
    "RX-52": (
        {"recent_event": ["surgery_12w"]},
        "RX-11 RX-52",
        {"effort": 6, "start level": 1, "level": 2, "start sets": 1, "gentle": True},
        "",
    ),
    "RX-53": ({"medicines": ["glp1"]}, "RX-11 RX-53", {}, ""),
    "RX-54": ({"medicines": ["beta_blocker"]}, "RX-11 RX-54", {"effort": 7, "cool-down": 2}, ""),
    "RX-55": ({"medicines": ["lithium"]}, "RX-11 RX-55", {"effort": 7}, ""),
    "RX-56": (
        {"age": 65, "medicines": ["sedative"]},
        "RX-12 RX-56",
        {"effort": 7, "start level": 2, "level": 3, "rest": 90, "balance": True},
        "balance_demand",
    ),
    "RX-56 not before 65": ({"age": 64, "medicines": ["sedative"]}, "RX-11", {}, ""),
    "RX-57": ({"medicines": ["blood_thinner"]}, "RX-11 RX-57", {}, "impact"),
    "RX-58": (
        {"mental_flags": ["underweight"]},
        "RX-11 RX-58",
        {"effort": 5, "start level": 1, "level": 2, "start sets": 1, "sets": 2, "slots": 4}
        | {"minutes": 30, "sessions": 2},
        "",
    ),
    "RX-59": (
        {"pain_sites": ["neck"], "pain_now": 0, "floor_ok": "no"},
        "RX-11 RX-40 RX-59",
        {"effort": 7, "start level": 2},
        "floor_transfer kneeling",
    ),
    "RX-60": ({"supervision": "none"}, "RX-11 RX-60", {"level": 3}, ""),
}

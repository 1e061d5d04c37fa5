"""The prescription rules of the rulebook, sections 5.3 and 5.5, read once more for the tests.

Each row: id, who it matches, what it says. `sets` is the most sets of a slot, `start_sets` the
sets of week 1, `rest` the least rest in seconds; words are the column "Other".
"""

RX31_TAGS = (
    "supine_after_first_trimester prone_lying valsalva_prone high_abdominal_pressure axial_load "
    "impact"
)
PRESSURE = "valsalva_prone high_abdominal_pressure axial_load"
SPINE = "loaded_spinal_flexion loaded_spinal_rotation"


def _says(words="", tags="", **numbers):
    return {"words": set(words.split(", ")) - {""}, "tags": set(tags.split()), **numbers}


def _newcomer(known):
    return known.raw["experience"] == "new"


def _sore(known):
    return known.pain and (known.pain_now >= 4 or known.condition == "depression_chronic_pain")


def _heals(first, last):
    return lambda known: known.postpartum and first <= known.heal_week <= last


def _carries(first, last):
    return lambda known: known.pregnant and first <= known.pregnancy_week <= last


BASE_DOSE = (
    ("RX-01", _newcomer, _says(effort=7, start=2, level=3, start_sets=1, sets=3, rest=60)),
    (
        "RX-02",
        lambda k: k.raw["experience"] == "returning",
        _says(effort=8, start=2, level=3, start_sets=1, sets=3, rest=60),
    ),
    (
        "RX-03",
        lambda k: k.raw["experience"] == "regular",
        _says(effort=8, start=3, level=4, start_sets=2, sets=3, rest=90),
    ),
)
MODIFIERS = (
    ("RX-10", lambda k: 18 <= k.age <= 25, _says()),
    ("RX-11", lambda k: 26 <= k.age <= 64, _says()),
    (
        "RX-12",
        lambda k: 65 <= k.age <= 74,
        _says("balance slot", effort=7, start=2, level=3, rest=90),
    ),
    (
        "RX-13",
        lambda k: k.age >= 75,
        _says("balance slot, gentle", effort=6, start=1, level=3, start_sets=1, sets=2, rest=90),
    ),
    ("RX-13", lambda k: k.age >= 75 and k.sup == 0, _says(level=2)),
    ("RX-13", lambda k: k.age >= 75 and _newcomer(k), _says("f2")),
    (
        "RX-14",
        lambda k: k.frail_sign,
        _says(
            "balance slot, gentle, f2",
            "balance_demand knee_deep_flexion",
            effort=6,
            start=1,
            level=2,
            start_sets=1,
            sets=2,
            slots=6,
            rest=90,
        ),
    ),
    ("RX-15", lambda k: k.condition == "depression_sarcopenia", _says("balance slot", rest=90)),
    (
        "RX-20",
        lambda k: k.low_energy,
        _says("f2, at most 30 min", effort=6, start=1, start_sets=1, sets=2, slots=4),
    ),
    ("RX-21", lambda k: k.trd, _says(effort=7, start=2)),
    ("RX-22", lambda k: k.anxious, _says(rest=90)),
    (
        "RX-23",
        lambda k: k.any("panic_attacks"),
        _says("weeks 1-2 effort high 5", effort=7, start=2, rest=90),
    ),
    ("RX-30", _carries(1, 12), _says("gentle", "valsalva_prone", effort=7, level=3)),
    ("RX-31", _carries(13, 27), _says("gentle", RX31_TAGS, effort=6, level=3, rest=90)),
    (
        "RX-32",
        _carries(28, 42),
        _says(
            "gentle, f2",
            RX31_TAGS + " balance_demand overhead",
            effort=6,
            level=2,
            sets=2,
            rest=90,
        ),
    ),
    ("RX-33", lambda k: k.any("pelvic_girdle_pain"), _says("", "single_leg_load", effort=6)),
    ("RX-34", lambda k: k.unsaid, _says("gentle", RX31_TAGS, effort=6, level=3)),
    (
        "RX-35",
        _heals(0, 5),
        _says(
            "gentle, f2, at most 30 min",
            PRESSURE + " impact overhead",
            effort=4,
            start=1,
            level=1,
            start_sets=1,
            sets=1,
            slots=4,
        ),
    ),
    (
        "RX-36",
        _heals(6, 11),
        _says(
            "gentle, f2",
            PRESSURE + " impact",
            effort=6,
            start=1,
            level=2,
            start_sets=1,
            sets=2,
            slots=6,
        ),
    ),
    ("RX-37", _heals(12, 52), _says("", "impact", effort=7, level=3)),
    (
        "RX-38",
        lambda k: k.any("pp_pelvic_floor"),
        _says("", PRESSURE + " impact", effort=6, level=2),
    ),
    ("RX-40", lambda k: k.pain, _says(effort=7, start=2)),
    ("RX-41", _sore, _says("gentle", effort=6, start=1, start_sets=1, sets=2)),
    ("RX-41", lambda k: _sore(k) and k.pain_now >= 5, _says("f2")),
    ("RX-42", lambda k: k.any("osteoporosis"), _says("balance slot", SPINE, effort=7, level=3)),
    (
        "RX-43",
        lambda k: k.any("bone_fracture_fragility"),
        _says(
            "balance slot, gentle",
            SPINE + " impact axial_load",
            effort=6,
            start=1,
            level=2,
            sets=2,
        ),
    ),
    (
        "RX-44",
        lambda k: k.any("falls_2plus_or_injury"),
        _says("balance slot", "balance_demand", start=1, level=2),
    ),
    (
        "RX-45",
        lambda k: k.any("high_blood_pressure"),
        _says("gentle, cool-down +2", "valsalva_prone", effort=7, level=3, rest=90),
    ),
    (
        "RX-46",
        lambda k: k.heart_or_stroke or k.effort_symptom,
        _says(
            "gentle, cool-down +2",
            "valsalva_prone",
            effort=5,
            start=1,
            level=2,
            start_sets=1,
            sets=2,
            rest=90,
        ),
    ),
    ("RX-47", lambda k: k.metabolic or k.any("insulin", "sulfonylurea"), _says(effort=7)),
    ("RX-48", lambda k: k.any("lung_disease"), _says("", "valsalva_prone", effort=6, rest=120)),
    (
        "RX-49",
        lambda k: k.any("epilepsy") and k.sup == 0,
        _says("", "overhead axial_load", level=3),
    ),
    ("RX-50", lambda k: k.any("hernia_or_prolapse"), _says("", PRESSURE, effort=6, level=2)),
    (
        "RX-51",
        lambda k: k.any("aneurysm_or_eye_bleed"),
        _says("", PRESSURE + " overhead", effort=4, start=1, level=1, start_sets=1, sets=1),
    ),
    (
        "RX-52",
        lambda k: k.any("other_serious") or k.recent_event,
        _says("gentle", effort=6, start=1, level=2, start_sets=1),
    ),
    ("RX-53", lambda k: k.any("glp1"), _says()),
    ("RX-54", lambda k: k.any("beta_blocker"), _says("cool-down +2", effort=7)),
    ("RX-55", lambda k: k.any("lithium", "antipsychotic"), _says(effort=7)),
    (
        "RX-56",
        lambda k: k.age >= 65 and k.any("sedative", "antipsychotic"),
        _says("", "balance_demand"),
    ),
    ("RX-57", lambda k: k.any("blood_thinner"), _says("", "impact")),
    (
        "RX-58",
        lambda k: k.ed,
        _says("f2, at most 30 min", effort=5, start=1, level=2, start_sets=1, sets=2, slots=4),
    ),
    (
        "RX-59",
        lambda k: k.raw.get("floor_ok") == "no",
        _says("", "floor_transfer kneeling"),
    ),
    ("RX-60", lambda k: k.sup == 0, _says(level=3)),
)


def matching(known):
    """Every row that applies, the base dose first."""
    return [row for row in BASE_DOSE + MODIFIERS if row[1](known)]


def ids(rows):
    """The ids of these rows, each once."""
    return tuple(dict.fromkeys(rule for rule, _, _ in rows))

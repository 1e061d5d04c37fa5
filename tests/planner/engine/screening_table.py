"""The decision table of the rulebook, section 4.2, read once more for the tests."""

STRICTEST_FIRST = (
    "urgent_help",
    "clearance_first",
    "supervised_only",
    "plan_with_cautions",
    "plan",
)
OUTCOMES = {
    "urgent": ("urgent_help", "none"),
    "withheld": ("clearance_first", "none"),
    "take along": ("clearance_first", "draft_for_clinician"),
    "supervised": ("supervised_only", "draft_for_supervisor"),
    "cautions": ("plan_with_cautions", "active"),
    "plan": ("plan", "active"),
}

# id: outcome, caveats of the row, who it matches.
ROWS = {
    "SCR-01": ("urgent", "02", lambda k: k.crisis),
    "SCR-02": ("urgent", "02", lambda k: k.any("voices_or_mania_now")),
    "SCR-03": ("urgent", "03", lambda k: k.urgent_symptom),
    "SCR-04": ("urgent", "04", lambda k: k.any("pg_urgent", "pp_urgent")),
    "SCR-10": ("withheld", "05", lambda k: k.age < 18),
    "SCR-11": ("withheld", "02", lambda k: k.raw.get("self_harm") == "prefer_not_to_say"),
    "SCR-12": ("withheld", "06", lambda k: k.effort_symptom and not k.cleared),
    "SCR-13": ("withheld", "07", lambda k: k.ed and not k.cleared),
    "SCR-14": ("withheld", "08", lambda k: k.bp == "180_110_or_more"),
    "SCR-15": ("withheld", "09", lambda k: k.any("aneurysm_or_eye_bleed") and not k.cleared),
    "SCR-16": ("withheld", "10", lambda k: k.pain_flag and not k.cleared),
    "SCR-17": ("withheld", "04", lambda k: k.any("pg_complication") and not k.cleared),
    "SCR-18": ("withheld", "11", lambda k: k.pregnant and k.any("glp1") and not k.cleared),
    "SCR-20": ("take along", "06", lambda k: k.heart_or_stroke and not k.cleared),
    "SCR-21": ("take along", "12", lambda k: k.metabolic and k.inactive and not k.cleared),
    "SCR-22": (
        "take along",
        "08",
        lambda k: k.bp in {"160_100_to_179_109", "not_checked_6m"} and not k.cleared,
    ),
    "SCR-23": ("take along", "13", lambda k: k.recent_event and not k.cleared),
    "SCR-24": ("take along", "14", lambda k: k.any("bone_fracture_fragility") and not k.cleared),
    "SCR-25": ("take along", "13", lambda k: k.any("other_serious") and not k.cleared),
    "SCR-26": ("take along", "15", lambda k: k.postpartum and k.heal_week < 6 and not k.cleared),
    "SCR-27": ("take along", "16", lambda k: k.cannot_stand and not k.cleared),
    "SCR-28": ("take along", "10", lambda k: k.pain_now >= 7 and not k.cleared),
    "SCR-29": (
        "take along",
        "17",
        lambda k: (k.sev >= 3 or k.trd) and not k.in_care and not k.cleared and k.sup < 2,
    ),
    "SCR-30": (
        "take along",
        "17",
        lambda k: (
            (k.pregnant or k.postpartum)
            and k.sev >= 2
            and k.condition != "wellbeing"
            and not k.in_care
            and not k.cleared
            and k.sup < 2
        ),
    ),
    "SCR-40": ("supervised", "17 18", lambda k: k.sev >= 3 and k.sup == 0),
    "SCR-41": ("supervised", "07 18", lambda k: k.ed and k.cleared and k.sup < 2),
    "SCR-42": ("supervised", "06 18", lambda k: k.effort_symptom and k.cleared and k.sup == 0),
    "SCR-43": ("supervised", "18", lambda k: k.guarded_body and k.cleared and k.sup == 0),
    "SCR-44": (
        "supervised",
        "16 18",
        lambda k: k.age >= 65 and k.any("falls_2plus_or_injury") and k.sup == 0,
    ),
    "SCR-45": ("supervised", "16 18", lambda k: k.age >= 75 and k.stands_with_hands and k.sup == 0),
    "SCR-46": ("supervised", "16 18", lambda k: k.age >= 90 and k.sup == 0),
    "SCR-60": ("cautions", "17 19", lambda k: k.sev >= 3),
    "SCR-61": ("cautions", "17", lambda k: k.trd),
    "SCR-62": ("cautions", "21", lambda k: k.sev == 2),
    "SCR-63": ("cautions", "20", lambda k: k.anxious or k.any("panic_attacks")),
    "SCR-64": (
        "cautions",
        "22",
        lambda k: k.any("bipolar_history", "eating_disorder_past") or k.ed,
    ),
    "SCR-65": ("cautions", "04 23", lambda k: k.pregnant or k.unsaid),
    "SCR-66": ("cautions", "04 15", lambda k: k.postpartum),
    "SCR-67": ("cautions", "16", lambda k: k.age >= 65 or k.condition == "depression_sarcopenia"),
    "SCR-68": ("cautions", "24", lambda k: k.pain),
    "SCR-69": (
        "cautions",
        "14",
        lambda k: k.any("osteoporosis", "bone_fracture_fragility", "falls_2plus_or_injury"),
    ),
    "SCR-70": ("cautions", "06 25", lambda k: k.heart_or_stroke or k.effort_symptom),
    "SCR-71": ("cautions", "08 25", lambda k: k.any("high_blood_pressure")),
    "SCR-72": ("cautions", "12", lambda k: k.metabolic or k.any("insulin", "sulfonylurea")),
    "SCR-73": (
        "cautions",
        "27",
        lambda k: k.any(
            "lung_disease",
            "epilepsy",
            "hernia_or_prolapse",
            "aneurysm_or_eye_bleed",
            "other_serious",
        ),
    ),
    "SCR-74": ("cautions", "30", lambda k: k.any("glp1")),
    "SCR-75": (
        "cautions",
        "",
        lambda k: k.any(
            "beta_blocker",
            "lithium",
            "antipsychotic",
            "sedative",
            "blood_thinner",
            "antidepressant",
            "not_sure",
        ),
    ),
    "SCR-76": ("cautions", "13", lambda k: k.recent_event),
    "SCR-77": ("cautions", "34", lambda k: k.any("feverish_today")),
    "SCR-78": ("cautions", "16", lambda k: k.frail_sign),
    "SCR-99": ("plan", "01 35", lambda k: True),
}
# Caveats that hang on one answer rather than on a whole row: SCR-72, SCR-75, Q19 and Q21.
SINGLE_CAVEATS = {
    "CAV-26": lambda k: k.any("insulin", "sulfonylurea", "diabetes_type1"),
    "CAV-28": lambda k: k.any("beta_blocker"),
    "CAV-29": lambda k: k.any("lithium"),
    "CAV-31": lambda k: k.any("antipsychotic", "sedative"),
    "CAV-32": lambda k: k.any("blood_thinner"),
    "CAV-33": lambda k: k.any("not_sure"),
    "CAV-36": lambda k: k.sup == 0,
    "CAV-37": lambda k: "band" in k.equipment,
    "CAV-38": lambda k: not k.equipment.isdisjoint({"machine", "barbell"}),
}
# Question Q18 is put to whoever one of these stands in the way of.
LIFTED_BY_CLEARANCE = tuple(f"SCR-{number}" for number in (12, 13, 15, 16, 17, 18, *range(20, 31)))


def matching(known):
    """The ids of every matching row, in table order."""
    return tuple(row for row, (_, _, matches) in ROWS.items() if matches(known))


def outcome(row):
    """Disposition and access of a row."""
    return OUTCOMES[ROWS[row][0]]


def caveats(known):
    """Every caveat of these answers: 02 to 04 first, then by id, 35 last (section 9)."""
    ids = {f"CAV-{number}" for row in matching(known) for number in ROWS[row][1].split()}
    ids |= {caveat for caveat, shows in SINGLE_CAVEATS.items() if shows(known)}
    first, last = {"CAV-02", "CAV-03", "CAV-04"}, {"CAV-35"}
    return (*sorted(ids & first), *sorted(ids - first - last), *sorted(ids & last))


def role(known):
    """What the plan may claim to be: section 2.1, first match wins."""
    mild = known.sev <= 1
    around_birth = known.condition == "depression_peripartum" or known.pregnant or known.postpartum
    if known.sev >= 3 or known.trd or known.sev_unknown or known.ed or known.any("bipolar_history"):
        return "adjunct"
    if known.condition == "wellbeing":
        return "wellbeing"
    if known.anxious or around_birth:
        return "standalone_shared" if mild else "adjunct"
    if known.condition in {"depression_chronic_pain", "depression_sarcopenia"}:
        return "standalone_shared"
    return "standalone_option" if mild else "standalone_shared"

"""The questionnaire as the rulebook prints it (section 3.2): the test's own reading of it."""

from copy import copy

from tests.planner.engine.known import Known
from tests.planner.engine.screening_table import LIFTED_BY_CLEARANCE, ROWS

ONE = {
    "country": "us gb ie ca au nz in eu_other other",
    "peripartum": "not_applicable pregnant postpartum prefer_not_to_say",
    "birth_type": "vaginal caesarean other_or_prefer_not",
    "condition": (
        "wellbeing depression depression_treatment_resistant anxiety_gad depression_anxiety "
        "depression_peripartum depression_chronic_pain depression_sarcopenia"
    ),
    "severity_self": "minimal mild moderate severe not_sure",
    "self_harm": "no yes prefer_not_to_say",
    "under_care": "yes no",
    "bp_status": "under_160_100 160_100_to_179_109 180_110_or_more not_checked_6m",
    "active_now": "yes no",
    "glp1_intake": "eating_ok hardly_eating_or_vomiting",
    "chair_stand": "easily with_hands cannot",
    "floor_ok": "yes no",
    "clearance": "yes no",
    "supervision": "none exercise_professional clinician_programme",
    "experience": "new returning regular",
    "session_minutes": "20 30 45 60",
    "days_per_week": "2 3 you_choose",
    "energy_mode": "usual low_energy",
}
MANY = {
    "pregnancy_flags": "pg_urgent pg_complication pelvic_girdle_pain",
    "postpartum_flags": "pp_urgent pp_pelvic_floor",
    "mental_flags": (
        "voices_or_mania_now bipolar_history panic_attacks eating_disorder_now "
        "eating_disorder_past underweight"
    ),
    "symptoms": (
        "chest_pain_now stroke_signs breathless_now one_calf_swollen saddle_numb_or_bladder "
        "chest_pain_effort fainting breathless_easily palpitations ankle_swelling "
        "leg_cramp_walking feverish_today"
    ),
    "conditions": (
        "heart_disease stroke_or_tia high_blood_pressure diabetes_type1 diabetes_type2 "
        "kidney_disease lung_disease osteoporosis bone_fracture_fragility falls_2plus_or_injury "
        "aneurysm_or_eye_bleed hernia_or_prolapse epilepsy other_serious"
    ),
    "recent_event": "surgery_12w injury_or_fracture_12w",
    "pain_sites": (
        "neck shoulder elbow wrist_hand upper_back low_back hip knee ankle_foot widespread"
    ),
    "pain_flags": ("numb_or_weak_worse night_pain_or_weight_loss cancer_history recent_major_fall"),
    "medicines": (
        "antidepressant glp1 insulin sulfonylurea beta_blocker lithium antipsychotic sedative "
        "blood_thinner not_sure"
    ),
    "equipment": "chair_wall band dumbbell machine barbell",
}
ONE = {name: codes.split() for name, codes in ONE.items()}
# Without "none", which each of these offers too.
MANY = {name: codes.split() for name, codes in MANY.items()}
DAYS = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"]
NUMBERS = {
    "age": (10, 110),
    "pregnancy_week": (1, 42),
    "postpartum_week": (0, 52),
    "pain_now": (0, 10),
}
WEAK = ("osteoporosis", "bone_fracture_fragility", "falls_2plus_or_injury")


def _may_be_peripartum(known):
    return 15 <= known.age <= 60 or known.condition == "depression_peripartum"


def _chair(known):
    return known.age >= 65 or known.condition == "depression_sarcopenia" or known.any(*WEAK)


def _something_to_clear(known):
    """Whether a row that clearance lifts would match if there were none."""
    uncleared = copy(known)
    uncleared.cleared = False
    return any(ROWS[row][2](uncleared) for row in LIFTED_BY_CLEARANCE)


# The column "Shown when"; all other questions are put to everyone.
SHOWN_WHEN = {
    "peripartum": _may_be_peripartum,
    "pregnancy_week": lambda known: known.pregnant,
    "pregnancy_flags": lambda known: known.pregnant,
    "postpartum_week": lambda known: known.postpartum,
    "birth_type": lambda known: known.postpartum,
    "postpartum_flags": lambda known: known.postpartum,
    "under_care": lambda known: (
        known.sev >= 2
        or known.trd
        or known.condition == "depression_peripartum"
        or known.any("bipolar_history")
    ),
    "bp_status": lambda known: known.any("high_blood_pressure"),
    "active_now": lambda known: known.metabolic,
    "pain_now": lambda known: bool(known.sites),
    "pain_flags": lambda known: bool(known.sites),
    "glp1_intake": lambda known: known.any("glp1"),
    "chair_stand": _chair,
    "floor_ok": lambda known: _chair(known) or known.pregnant or bool(known.sites),
    "clearance": _something_to_clear,
}


def asked(name, raw):
    """Whether this question is put to somebody with these answers."""
    return name not in SHOWN_WHEN or SHOWN_WHEN[name](Known(raw))

"""The questionnaire's rules as tables: what is broken, what is said, and who is asked what.

From the rulebook, sections 3.2 and 3.4. Answers are changes to the base person.
"""

from tests.planner.engine.people import BASE
from tests.planner.engine.questions import MANY

# Broken answers; which rule that is; at which question it is told.
BROKEN = {
    "no age": ({"age": None}, "VAL-01", "age"),
    "younger than 10": ({"age": 9}, "VAL-01", "age"),
    "older than 110": ({"age": 111}, "VAL-01", "age"),
    "a huge age": ({"age": 10**30}, "VAL-01", "age"),
    **{f"{name} empty": ({name: []}, "VAL-02", name) for name in MANY if name in BASE},
    **{
        f"{name} none and another": ({name: ["none", MANY[name][0]]}, "VAL-03", name)
        for name in MANY
        if name in BASE
    },
    "low mood around birth, neither said": (
        {"condition": "depression_peripartum"},
        "VAL-04",
        "peripartum",
    ),
    "low mood around birth, rather not say": (
        {"condition": "depression_peripartum", "peripartum": "prefer_not_to_say"},
        "VAL-04",
        "peripartum",
    ),
    "no word on how strong": ({"severity_self": None}, "VAL-05", "severity_self"),
    "eight items of the mood check": ({"phq9": [0] * 8}, "VAL-06", "phq9"),
    "ten items of the mood check": ({"phq9": [0] * 10}, "VAL-06", "phq9"),
    "six items of the worry check": ({"gad7": [0] * 6}, "VAL-06", "gad7"),
    "an item above 3": ({"phq9": [4] + [0] * 8}, "VAL-06", "phq9"),
    "an item below 0": ({"gad7": [-1] * 7}, "VAL-06", "gad7"),
    "long-lasting pain nowhere": (
        {"condition": "depression_chronic_pain"},
        "VAL-07",
        "pain_sites",
    ),
    "no day": ({"days_available": []}, "VAL-08", "days_available"),
    "one day": ({"days_available": ["wed"]}, "VAL-08", "days_available"),
    "two neighbours": ({"days_available": ["tue", "wed"]}, "VAL-08", "days_available"),
    "Sunday and Monday": ({"days_available": ["sun", "mon"]}, "VAL-08", "days_available"),
    "a favourite day that is not free": (
        {"days_available": ["mon", "thu"], "days_preferred": ["mon", "fri"]},
        "VAL-09",
        "days_preferred",
    ),
    "consent not given": ({"consent": False}, "VAL-10", "consent"),
    "no country": ({"country": None}, "VAL-14", "country"),
    "week 0 of a pregnancy": (
        {"peripartum": "pregnant", "pregnancy_week": 0},
        "VAL-15",
        "pregnancy_week",
    ),
    "week 43 of a pregnancy": (
        {"peripartum": "pregnant", "pregnancy_week": 43},
        "VAL-15",
        "pregnancy_week",
    ),
    "week 53 after a birth": (
        {"peripartum": "postpartum", "postpartum_week": 53},
        "VAL-15",
        "postpartum_week",
    ),
    "pain 11": ({"pain_sites": ["knee"], "pain_now": 11}, "VAL-15", "pain_now"),
}
# The rulebook's messages, to the letter.
MESSAGES = {
    "VAL-01": "Please enter your age as a whole number.",
    "VAL-02": 'Please pick at least one, or "None of these".',
    "VAL-03": '"None of these" cannot go with other choices.',
    "VAL-04": "You chose low mood in pregnancy or after birth. Please tell us which, or pick "
    "another option.",
    "VAL-05": "Please choose how strong it feels, or take the short check.",
    "VAL-06": "Please answer every item, or skip the check.",
    "VAL-07": "Please tell us where the pain is, or pick another option.",
    "VAL-08": "Please pick two days that are not next to each other.",
    "VAL-09": "Please pick favourite days from the days you can train.",
    "VAL-10": "Please tick the box to go on.",
    "VAL-11": "Please check your age and this answer.",
}
# Who is asked, and who by a hair is not.
SHOWN = {
    "peripartum at 15": ("peripartum", {"age": 15}, True),
    "peripartum at 14": ("peripartum", {"age": 14}, False),
    "peripartum at 60": ("peripartum", {"age": 60}, True),
    "peripartum at 61": ("peripartum", {"age": 61}, False),
    "peripartum at 61, low mood after birth": (
        "peripartum",
        {"age": 61, "condition": "depression_peripartum"},
        True,
    ),
    "pregnancy_week when pregnant": ("pregnancy_week", {"peripartum": "pregnant"}, True),
    "pregnancy_week when not told": ("pregnancy_week", {"peripartum": "prefer_not_to_say"}, False),
    "pregnancy_flags when pregnant": ("pregnancy_flags", {"peripartum": "pregnant"}, True),
    "pregnancy_flags after a birth": ("pregnancy_flags", {"peripartum": "postpartum"}, False),
    "postpartum_week after a birth": ("postpartum_week", {"peripartum": "postpartum"}, True),
    "birth_type after a birth": ("birth_type", {"peripartum": "postpartum"}, True),
    "birth_type when pregnant": ("birth_type", {"peripartum": "pregnant"}, False),
    "postpartum_flags after a birth": ("postpartum_flags", {"peripartum": "postpartum"}, True),
    "under_care, mild": ("under_care", {}, False),
    "under_care, moderate": ("under_care", {"severity_self": "moderate"}, True),
    "under_care, not sure": ("under_care", {"severity_self": "not_sure"}, True),
    "under_care, PHQ-9 of 9": ("under_care", {"phq9": [3, 3, 3] + [0] * 6}, False),
    "under_care, PHQ-9 of 10": ("under_care", {"phq9": [3, 3, 3, 1] + [0] * 5}, True),
    "under_care, GAD-7 of 10": ("under_care", {"gad7": [3, 3, 3, 1, 0, 0, 0]}, True),
    "under_care, treatment-resistant": (
        "under_care",
        {"condition": "depression_treatment_resistant"},
        True,
    ),
    "under_care, low mood around birth": (
        "under_care",
        {"condition": "depression_peripartum", "peripartum": "pregnant"},
        True,
    ),
    "under_care, bipolar": ("under_care", {"mental_flags": ["bipolar_history"]}, True),
    "bp_status": ("bp_status", {"conditions": ["high_blood_pressure"]}, True),
    "bp_status, other heart disease": ("bp_status", {"conditions": ["heart_disease"]}, False),
    "active_now, type 1": ("active_now", {"conditions": ["diabetes_type1"]}, True),
    "active_now, type 2": ("active_now", {"conditions": ["diabetes_type2"]}, True),
    "active_now, kidney": ("active_now", {"conditions": ["kidney_disease"]}, True),
    "active_now, insulin alone": ("active_now", {"medicines": ["insulin"]}, False),
    "pain_now": ("pain_now", {"pain_sites": ["neck"]}, True),
    "pain_now, no pain": ("pain_now", {}, False),
    "pain_flags": ("pain_flags", {"pain_sites": ["widespread"]}, True),
    "glp1_intake": ("glp1_intake", {"medicines": ["glp1"]}, True),
    "glp1_intake, other medicine": ("glp1_intake", {"medicines": ["insulin"]}, False),
    "chair_stand at 64": ("chair_stand", {"age": 64}, False),
    "chair_stand at 65": ("chair_stand", {"age": 65}, True),
    "chair_stand, weak muscles": ("chair_stand", {"condition": "depression_sarcopenia"}, True),
    "chair_stand, thin bones": ("chair_stand", {"conditions": ["osteoporosis"]}, True),
    "chair_stand, bone break": ("chair_stand", {"conditions": ["bone_fracture_fragility"]}, True),
    "chair_stand, falls": ("chair_stand", {"conditions": ["falls_2plus_or_injury"]}, True),
    "floor_ok at 65": ("floor_ok", {"age": 65}, True),
    "floor_ok, chair asked": ("floor_ok", {"conditions": ["osteoporosis"]}, True),
    "floor_ok, pregnant": ("floor_ok", {"peripartum": "pregnant"}, True),
    "floor_ok, after a birth": ("floor_ok", {"peripartum": "postpartum"}, False),
    "floor_ok, pain": ("floor_ok", {"pain_sites": ["elbow"]}, True),
    "clearance, nothing to clear": ("clearance", {}, False),
    "clearance, heart sign": ("clearance", {"symptoms": ["fainting"]}, True),
    "clearance, help comes first": ("clearance", {"symptoms": ["stroke_signs"]}, False),
    "clearance, blood pressure too high": (
        "clearance",
        {"conditions": ["high_blood_pressure"], "bp_status": "180_110_or_more"},
        False,
    ),
    "clearance, diabetes and active": ("clearance", {"conditions": ["diabetes_type2"]}, False),
    "clearance, diabetes and not active": (
        "clearance",
        {"conditions": ["diabetes_type2"], "active_now": "no"},
        True,
    ),
    "clearance, severe and in care": ("clearance", {"severity_self": "severe"}, False),
    "clearance, severe and not in care": (
        "clearance",
        {"severity_self": "severe", "under_care": "no"},
        True,
    ),
    "clearance, clinic programme": (
        "clearance",
        {"severity_self": "severe", "under_care": "no", "supervision": "clinician_programme"},
        False,
    ),
}

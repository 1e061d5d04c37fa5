"""People who fill in the questionnaire, as plain answers: the words of a JSON file."""

from tests.planner.engine.questions import asked

# The base person of the rulebook, section 12.
BASE = {
    "age": 34,
    "country": "gb",
    "peripartum": "not_applicable",
    "condition": "depression",
    "severity_self": "mild",
    "self_harm": "no",
    "mental_flags": ["none"],
    "symptoms": ["none"],
    "conditions": ["none"],
    "recent_event": ["none"],
    "pain_sites": ["none"],
    "medicines": ["none"],
    "supervision": "none",
    "experience": "new",
    "equipment": ["none"],
    "session_minutes": "30",
    "days_per_week": "you_choose",
    "days_available": ["mon", "tue", "wed", "thu", "fri", "sat", "sun"],
    "energy_mode": "usual",
}

# The calmest answer to each question that only some people are asked. Clearance is left open.
CALM = {
    "peripartum": "not_applicable",
    "pregnancy_week": 8,
    "pregnancy_flags": ["none"],
    "postpartum_week": 40,
    "birth_type": "vaginal",
    "postpartum_flags": ["none"],
    "under_care": "yes",
    "bp_status": "under_160_100",
    "active_now": "yes",
    "pain_now": 2,
    "pain_flags": ["none"],
    "glp1_intake": "eating_ok",
    "chair_stand": "easily",
    "floor_ok": "yes",
}


def person(**changes):
    """The base person with other answers, and a calm one to each question these bring up."""
    raw = {**BASE, **changes}
    calm = {name: answer for name, answer in CALM.items() if name not in raw and asked(name, raw)}
    return raw | calm

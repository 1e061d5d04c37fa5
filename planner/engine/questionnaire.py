"""Which questions there are and when each applies (rulebook, section 3.2).

Labels and layout belong to the forms, what is wrong with an answer to `validation`.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace
from enum import StrEnum

from planner.engine import answers as codes
from planner.engine.answers import Answers, Condition, Illness, Medicine, Peripartum, YesNo
from planner.engine.facts import GAD7_ITEMS, PHQ9_ITEMS, Facts
from planner.engine.screening import needs_clearance

Applies = Callable[[Answers], bool]


def _always(_: Answers) -> bool:
    return True


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """One item of the questionnaire.

    `options` are the codes of a closed question; `low` and `high` bound a number; `items` counts
    the answers of a mood check, each from 0 to 3. `missing` is the rule broken by no answer.
    """

    name: str
    options: type[StrEnum] | None = None
    is_multiple: bool = False
    low: int = 0
    high: int = 0
    items: int = 0
    is_optional: bool = False
    missing: str = "VAL-14"
    applies: Applies = _always


def _one(name: str, options: type[StrEnum], applies: Applies = _always) -> Question:
    return Question(name=name, options=options, applies=applies)


def _many(name: str, options: type[StrEnum], applies: Applies = _always) -> Question:
    return Question(name=name, options=options, is_multiple=True, missing="VAL-02", applies=applies)


def _number(name: str, low: int, high: int, applies: Applies = _always) -> Question:
    return Question(name=name, low=low, high=high, missing="VAL-15", applies=applies)


def _may_be_peripartum(a: Answers) -> bool:
    return (a.age is not None and 15 <= a.age <= 60) or a.condition is Condition.PERIPARTUM


def is_pregnant(a: Answers) -> bool:
    """Whether the questions about a pregnancy apply."""
    return _may_be_peripartum(a) and a.peripartum is Peripartum.PREGNANT


def is_postpartum(a: Answers) -> bool:
    """Whether the questions about a birth apply."""
    return _may_be_peripartum(a) and a.peripartum is Peripartum.POSTPARTUM


def _needs_care_question(a: Answers) -> bool:
    return (
        Facts(a).severity >= 2
        or a.condition in {Condition.TREATMENT_RESISTANT, Condition.PERIPARTUM}
        or codes.MentalFlag.BIPOLAR_HISTORY in a.mental_flags
    )


def _in_pain(a: Answers) -> bool:
    return bool(Facts(a).pain_sites)


def _needs_chair_question(a: Answers) -> bool:
    weak_bones_or_falls = {Illness.OSTEOPOROSIS, Illness.BONE_FRACTURE_FRAGILITY, Illness.FALLS}
    return (
        (a.age is not None and a.age >= 65)
        or a.condition is Condition.SARCOPENIA
        or not weak_bones_or_falls.isdisjoint(a.conditions)
    )


def _needs_floor_question(a: Answers) -> bool:
    return _needs_chair_question(a) or is_pregnant(a) or _in_pain(a)


def _needs_clearance_question(a: Answers) -> bool:
    return a.age is not None and needs_clearance(Facts(a))


QUESTIONS: tuple[Question, ...] = (
    Question(name="age", low=10, high=110, missing="VAL-01"),
    _one("country", codes.Country),
    _one("condition", Condition),
    _one("peripartum", Peripartum, applies=_may_be_peripartum),
    _number("pregnancy_week", 1, 42, is_pregnant),
    _many("pregnancy_flags", codes.PregnancyFlag, applies=is_pregnant),
    _number("postpartum_week", 0, 52, is_postpartum),
    _one("birth_type", codes.BirthType, applies=is_postpartum),
    _many("postpartum_flags", codes.PostpartumFlag, applies=is_postpartum),
    # Mandatory unless a mood check is complete (VAL-05).
    Question(name="severity_self", options=codes.Severity, is_optional=True),
    Question(name="phq9", items=PHQ9_ITEMS, is_optional=True),
    Question(name="gad7", items=GAD7_ITEMS, is_optional=True),
    _one("self_harm", codes.SelfHarm),
    _many("mental_flags", codes.MentalFlag),
    _one("under_care", YesNo, applies=_needs_care_question),
    _many("symptoms", codes.Symptom),
    _many("conditions", Illness),
    _one(
        "bp_status",
        codes.BloodPressure,
        applies=lambda a: Illness.HIGH_BLOOD_PRESSURE in a.conditions,
    ),
    _one("active_now", YesNo, applies=lambda a: Facts(a).metabolic),
    _many("recent_event", codes.RecentEvent),
    _many("pain_sites", codes.PainSite),
    _number("pain_now", 0, 10, _in_pain),
    _many("pain_flags", codes.PainFlag, applies=_in_pain),
    _many("medicines", Medicine),
    _one("glp1_intake", codes.Intake, applies=lambda a: Medicine.GLP1 in a.medicines),
    _one("chair_stand", codes.ChairStand, applies=_needs_chair_question),
    _one("floor_ok", YesNo, applies=_needs_floor_question),
    # Not answered is the same as "not yet", the strict side and the rulebook's default.
    Question(name="clearance", options=YesNo, is_optional=True, applies=_needs_clearance_question),
    _one("supervision", codes.Supervision),
    _one("experience", codes.Experience),
    _many("equipment", codes.Equipment),
    _one("session_minutes", codes.Minutes),
    _one("days_per_week", codes.DaysPerWeek),
    Question(name="days_available", options=codes.Day, is_multiple=True, missing="VAL-08"),
    Question(name="days_preferred", options=codes.Day, is_multiple=True, is_optional=True),
    _one("energy_mode", codes.Energy),
)
BY_NAME = {question.name: question for question in QUESTIONS}


def applies(name: str, answers: Answers) -> bool:
    """Whether the question is to be asked after these answers."""
    return BY_NAME[name].applies(answers)


def drop_irrelevant(answers: Answers) -> Answers:
    """Forget the answers to questions that no longer apply.

    Dropping one can make another irrelevant, so this goes on until nothing changes.
    """
    blank = Answers()
    while True:
        dropped = {
            question.name: getattr(blank, question.name)
            for question in QUESTIONS
            if getattr(answers, question.name) != getattr(blank, question.name)
            and not question.applies(answers)
        }
        if not dropped:
            return answers
        answers = replace(answers, **dropped)

"""Which questions there are, when each applies, and what is wrong with a set of answers.

Rulebook, sections 3.2 and 3.4. Labels and layout belong to the forms; the meaning is here.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace
from enum import StrEnum

from planner.engine import answers as codes
from planner.engine.answers import Answers, Condition, Illness, Medicine, Peripartum, YesNo
from planner.engine.days import spaced_days
from planner.engine.facts import GAD7_ITEMS, PHQ9_ITEMS, Facts
from planner.engine.screening import needs_clearance

MESSAGES: dict[str, str] = {
    "VAL-01": "Please enter your age as a whole number.",
    "VAL-02": 'Please pick at least one, or "None of these".',
    "VAL-03": '"None of these" cannot go with other choices.',
    "VAL-04": (
        "You chose low mood in pregnancy or after birth. Please tell us which, or pick another "
        "option."
    ),
    "VAL-05": "Please choose how strong it feels, or take the short check.",
    "VAL-06": "Please answer every item, or skip the check.",
    "VAL-07": "Please tell us where the pain is, or pick another option.",
    "VAL-08": "Please pick two days that are not next to each other.",
    "VAL-09": "Please pick favourite days from the days you can train.",
    "VAL-10": "Please tick the box to go on.",
    "VAL-11": "Please check your age and this answer.",
    "VAL-13": "This is not one of the choices. Please choose again.",
    # Ours: the rulebook gives no words for these two.
    "VAL-14": "Please choose one answer.",
    "VAL-15": "Please enter a whole number from {low} to {high}.",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Problem:
    """One thing to mend: the field, the rule and what to do.

    A soft problem asks the person to look again and does not stop them.
    """

    field: str
    rule: str
    message: str
    is_soft: bool = False


class InvalidAnswersError(ValueError):
    """The answers cannot be used; `problems` says why, field by field."""

    def __init__(self, problems: tuple[Problem, ...]) -> None:
        self.problems = problems
        super().__init__("; ".join(f"{p.field}: {p.message}" for p in problems))


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


def _pregnant(a: Answers) -> bool:
    return _may_be_peripartum(a) and a.peripartum is Peripartum.PREGNANT


def _postpartum(a: Answers) -> bool:
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
    return _needs_chair_question(a) or _pregnant(a) or _in_pain(a)


def _needs_clearance_question(a: Answers) -> bool:
    return a.age is not None and needs_clearance(Facts(a))


QUESTIONS: tuple[Question, ...] = (
    Question(name="age", low=10, high=110, missing="VAL-01"),
    _one("country", codes.Country),
    _one("condition", Condition),
    _one("peripartum", Peripartum, applies=_may_be_peripartum),
    _number("pregnancy_week", 1, 42, _pregnant),
    _many("pregnancy_flags", codes.PregnancyFlag, applies=_pregnant),
    _number("postpartum_week", 0, 52, _postpartum),
    _one("birth_type", codes.BirthType, applies=_postpartum),
    _many("postpartum_flags", codes.PostpartumFlag, applies=_postpartum),
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


def problems(answers: Answers) -> tuple[Problem, ...]:
    """List everything that is missing or contradicts itself, in the order of the questions."""
    found = [
        problem(question.name, rule)
        for question in QUESTIONS
        if question.applies(answers) and (rule := _broken_rule(question, answers))
    ]
    return (*found, *_cross_problems(answers))


def problem(field: str, rule: str) -> Problem:
    """Say what a broken rule means for one field."""
    message = MESSAGES[rule]
    if rule == "VAL-15":
        message = message.format(low=BY_NAME[field].low, high=BY_NAME[field].high)
    return Problem(field=field, rule=rule, message=message, is_soft=rule == "VAL-11")


def require_complete(answers: Answers) -> None:
    """Raise InvalidAnswersError unless nothing stands in the way of a plan."""
    hard = tuple(found for found in problems(answers) if not found.is_soft)
    if hard:
        raise InvalidAnswersError(hard)


def _broken_rule(question: Question, answers: Answers) -> str | None:
    """Check one question by itself: answered, in range, "none" alone."""
    value = getattr(answers, question.name)
    if question.items:
        complete = len(value) in {0, question.items} and set(value) <= {0, 1, 2, 3}
        return None if complete else "VAL-06"
    if value is None or value == frozenset():
        needed = not question.is_optional and not _answered_elsewhere(question, answers)
        return question.missing if needed else None
    if question.is_multiple:
        return "VAL-03" if "none" in value and len(value) > 1 else None
    if question.options is None and not question.low <= value <= question.high:
        return question.missing
    return None


def _answered_elsewhere(question: Question, answers: Answers) -> bool:
    """Item 9 of the PHQ-9 answers the self-harm question when it is above 0."""
    return question.name == "self_harm" and Facts(answers).crisis


def _cross_problems(answers: Answers) -> list[Problem]:
    """Check the rules that look at more than one question."""
    checks = (
        ("peripartum", "VAL-04", _peripartum_unsaid),
        ("severity_self", "VAL-05", _severity_unsaid),
        ("pain_sites", "VAL-07", _pain_site_unsaid),
        ("days_available", "VAL-08", _days_too_close),
        ("days_preferred", "VAL-09", lambda a: not a.days_preferred <= a.days_available),
        ("consent", "VAL-10", lambda a: a.consent is False),
        ("peripartum", "VAL-11", _unusual_age_for_birth),
    )
    return [problem(field, rule) for field, rule, fails in checks if fails(answers)]


def _peripartum_unsaid(a: Answers) -> bool:
    named = {Peripartum.PREGNANT, Peripartum.POSTPARTUM}
    return (
        a.condition is Condition.PERIPARTUM
        and a.peripartum is not None
        and a.peripartum not in named
    )


def _severity_unsaid(a: Answers) -> bool:
    checked = len(a.phq9) == PHQ9_ITEMS or len(a.gad7) == GAD7_ITEMS
    return a.severity_self is None and not checked


def _pain_site_unsaid(a: Answers) -> bool:
    return a.condition is Condition.CHRONIC_PAIN and a.pain_sites == {codes.PainSite.NONE}


def _days_too_close(a: Answers) -> bool:
    return bool(a.days_available) and not spaced_days(a.days_available, 2)


def _unusual_age_for_birth(a: Answers) -> bool:
    age = a.age or 0
    return (_pregnant(a) and age > 55) or (_postpartum(a) and age > 58)

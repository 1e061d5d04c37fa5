"""What is missing in a set of answers or contradicts itself (rulebook, section 3.4)."""

from dataclasses import dataclass

from planner.engine.answers import Answers, Condition, PainSite, Peripartum
from planner.engine.days import spaced_days
from planner.engine.facts import GAD7_ITEMS, PHQ9_ITEMS, Facts
from planner.engine.questionnaire import (
    BY_NAME,
    QUESTIONS,
    Question,
    is_postpartum,
    is_pregnant,
)

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
    return a.condition is Condition.CHRONIC_PAIN and a.pain_sites == {PainSite.NONE}


def _days_too_close(a: Answers) -> bool:
    return bool(a.days_available) and not spaced_days(a.days_available, 2)


def _unusual_age_for_birth(a: Answers) -> bool:
    age = a.age or 0
    return (is_pregnant(a) and age > 55) or (is_postpartum(a) and age > 58)

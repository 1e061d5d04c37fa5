"""What new answers, or newer rules, change about a plan, and what one other answer would."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from enum import StrEnum

from planner.engine.answers import (
    Answers,
    DaysPerWeek,
    Energy,
    Equipment,
    Experience,
    Minutes,
    Supervision,
)
from planner.engine.plan import Course, Number, Plan, Refusal
from planner.engine.replan import decide
from planner.engine.validation import problems

Values = tuple[str | int, ...]
PIECES = tuple(piece for piece in Equipment if piece is not Equipment.NONE)


class Aspect(StrEnum):
    """What about a plan is different."""

    DISPOSITION = "disposition"
    ROLE = "role"
    DAYS = "days"
    NUMBER = "number"
    EXERCISES = "exercises"
    CAUTIONS = "cautions"
    RULES_VERSION = "rules_version"


@dataclass(frozen=True, slots=True, kw_only=True)
class Difference:
    """One thing that is different, before and after.

    `subject` is the Number, or the session (A or B) whose exercises are meant; empty elsewhere. Of
    exercises and cautions `before` lists only those that go and `after` those that come. Numbers
    are in the unit of their name; the weekly sets have one for each week.
    """

    aspect: Aspect
    subject: str = ""
    before: Values
    after: Values


@dataclass(frozen=True, slots=True, kw_only=True)
class OtherAnswer:
    """One question answered otherwise, and all that it would change; nothing, perhaps.

    `answer` is the code picked; of equipment it is the piece that comes or, where it
    `is_taken_away`, goes.
    """

    question: str
    answer: str
    is_taken_away: bool
    differences: tuple[Difference, ...]


def compare(
    old: Plan, new: Plan | Refusal, *, versions: tuple[str, str] | None = None
) -> tuple[Difference, ...]:
    """List every difference between two plans, or between a plan and the reason for none.

    A refusal has no doses, so only who may train and the cautions are compared. `versions` are
    those of the rules that made them, old and new.
    """
    found = [
        _changed(Aspect.DISPOSITION, (old.disposition,), (new.disposition,)),
        _changed(Aspect.ROLE, (old.role,), (new.role,) if new.role else ()),
    ]
    if isinstance(new, Plan):
        found += [
            _changed(Aspect.DAYS, old.days, new.days),
            *(_changed(Aspect.NUMBER, _value(n, old), _value(n, new), n) for n in Number),
            _exchanged(Aspect.EXERCISES, old.template_a, new.template_a, "A"),
            _exchanged(Aspect.EXERCISES, old.template_b, new.template_b, "B"),
        ]
    found.append(_exchanged(Aspect.CAUTIONS, old.caveats, new.caveats))
    if versions:
        found.append(_changed(Aspect.RULES_VERSION, versions[:1], versions[1:]))
    return tuple(difference for difference in found if difference is not None)


def _changed(aspect: Aspect, before: Values, after: Values, subject: str = "") -> Difference | None:
    if before == after:
        return None
    return Difference(aspect=aspect, subject=subject, before=before, after=after)


def _exchanged(
    aspect: Aspect, old: tuple[str, ...], new: tuple[str, ...], subject: str = ""
) -> Difference | None:
    """Compare two lists by what is in them, whatever the order."""
    gone = tuple(each for each in old if each not in new)
    come = tuple(each for each in new if each not in old)
    return _changed(aspect, gone, come, subject)


def _value(number: Number, plan: Plan) -> Values:
    value = len(plan.weeks) if number is Number.WEEKS else getattr(plan, number)
    return value if isinstance(value, tuple) else (value,)


def what_would_change(answers: Answers, course: Course = Course.NORMAL) -> tuple[OtherAnswer, ...]:
    """Try every other answer to the questions about training, one at a time.

    About 15 plans, which takes some 20 milliseconds. `answers` are complete and lead to a plan;
    without one there is nothing to compare. Raises InvalidAnswersError.
    """
    plan = decide(answers, course)
    if not isinstance(plan, Plan):
        return ()
    return tuple(
        OtherAnswer(
            question=question,
            answer=answer,
            is_taken_away=question == "equipment" and answer in answers.equipment,
            differences=compare(plan, decide(other, course)),
        )
        for question, answer, other in _others(answers)
        if other != answers and all(problem.is_soft for problem in problems(other))
    )


def _others(answers: Answers) -> Iterator[tuple[str, str, Answers]]:
    """Change one answer at a time: question, code picked, answers."""
    for minutes in Minutes:
        yield "session_minutes", minutes, replace(answers, session_minutes=minutes)
    for days in DaysPerWeek:
        yield "days_per_week", days, replace(answers, days_per_week=days)
    for energy in Energy:
        yield "energy_mode", energy, replace(answers, energy_mode=energy)
    for experience in Experience:
        yield "experience", experience, replace(answers, experience=experience)
    for supervision in Supervision:
        yield "supervision", supervision, replace(answers, supervision=supervision)
    owned = answers.equipment - {Equipment.NONE}
    for piece in PIECES:
        equipment = (owned ^ {piece}) or frozenset({Equipment.NONE})
        yield "equipment", piece, replace(answers, equipment=equipment)

"""New answers on the way: when they are needed, and the chapter they begin (PRG-43, 60, 61)."""

from dataclasses import replace

from planner.engine.answers import Answers
from planner.engine.breaks import SCREEN_AGAIN_DAYS
from planner.engine.build import build_plan
from planner.engine.facts import Facts
from planner.engine.limits import combine
from planner.engine.log import Chapter
from planner.engine.plan import Course, Plan, Refusal
from planner.engine.questionnaire import BY_NAME, drop_irrelevant
from planner.engine.rulebook import RULES_VERSION
from planner.engine.screening import screen
from planner.engine.screening_rules import Access, Disposition

# Passing one of these weeks or birthdays changes the rules that hold (PRG-60). No pregnancy goes
# on past the last week that can be answered.
PREGNANCY_WEEKS = (12, 27, 36, BY_NAME["pregnancy_week"].high)
HEALING_WEEKS = (5, 11)
BIRTHDAYS = (26, 65, 75, 90)
# Answers about now, which an earlier day cannot give for today.
ABOUT_NOW = ("self_harm", "symptoms", "pain_flags", "pregnancy_flags", "postpartum_flags")


def decide(answers: Answers, course: Course = Course.NORMAL) -> Plan | Refusal:
    """Build the plan a person may see; where a health worker comes first there is no dose in it.

    Raises InvalidAnswersError where the answers are not complete.
    """
    result = build_plan(answers, course)
    if isinstance(result, Plan) and result.disposition is Disposition.CLEARANCE_FIRST:
        return Refusal(
            disposition=result.disposition,
            access=Access.NONE,
            role=result.role,
            screening_rules=result.screening_rules,
            caveats=result.caveats,
        )
    return result


def new_chapter(
    chapters: tuple[Chapter, ...], answers: Answers, *, day: int, course: Course | None = None
) -> Chapter | Refusal:
    """Begin the next chapter with new answers, in the week where the last one stood.

    The weeks begin anew in a first chapter, after the last session of a plan (PRG-61) and after 32
    days without one (PRG-43). Without a `course` the chapter keeps that of the weeks it goes on
    with. The self-harm answer is needed and not kept. Raises InvalidAnswersError.
    """
    goes_on = bool(chapters) and not _starts_again(chapters, day)
    course = course or (chapters[-1].course if goes_on else Course.NORMAL)
    result = decide(answers, course)
    if isinstance(result, Refusal):
        return result
    return Chapter(
        answers=drop_irrelevant(replace(answers, self_harm=None)),
        plan=result,
        rules_version=RULES_VERSION,
        day=day,
        first_session=_same_place(chapters[-1], result) if goes_on else 1,
        course=course,
    )


def asks_for_more(answers: Answers, plan: Plan) -> bool:
    """Whether answers, with or without blanks, call for a check or company that a plan did not.

    Without an age there is no telling, so that is one of them.
    """
    if answers.age is None:
        return True
    access = screen(Facts(answers)).access
    return access is not Access.ACTIVE and access is not plan.access


def _starts_again(chapters: tuple[Chapter, ...], day: int) -> bool:
    done = [session.day for chapter in chapters for session in chapter.sessions if session.is_done]
    return chapters[-1].is_finished or day - max(done, default=day) >= SCREEN_AGAIN_DAYS


def _same_place(chapter: Chapter, plan: Plan) -> int:
    """Find the session of another plan in the same week and, where it has it, the same place."""
    week, place = divmod(chapter.next_number - 1, chapter.plan.sessions_per_week)
    return week * plan.sessions_per_week + min(place, plan.sessions_per_week - 1) + 1


def replan_trigger(chapters: tuple[Chapter, ...], *, today: int) -> str | None:
    """Give the rule that asks for new answers since those of the last chapter were given."""
    given, days = chapters[-1].answers, today - chapters[-1].day
    pregnant, healing = given.pregnancy_week, Facts(given).healing_week
    healing_now = Facts(aged_answers(given, days=days)).healing_week
    passed = (
        pregnant is not None and _passes(pregnant, pregnant + days // 7, PREGNANCY_WEEKS)
    ) or (healing is not None and _passes(healing, healing_now or 0, HEALING_WEEKS))
    return "PRG-60" if passed else None


def _passes(before: int, after: int, thresholds: tuple[int, ...]) -> bool:
    return any(before <= threshold < after for threshold in thresholds)


def aged_answers(answers: Answers, *, days: int) -> Answers:
    """Move the weeks of a pregnancy or since a birth on by whole weeks, to what may be answered."""
    return replace(
        answers,
        pregnancy_week=_aged("pregnancy_week", answers.pregnancy_week, days),
        postpartum_week=_aged("postpartum_week", answers.postpartum_week, days),
    )


def to_ask_again(answers: Answers, *, days: int) -> Answers:
    """Open the questions again: weeks are moved on, and what is true only now is blank."""
    blank = Answers()
    aged = aged_answers(answers, days=days)
    return replace(aged, **{name: getattr(blank, name) for name in ABOUT_NOW})


def _aged(name: str, week: int | None, days: int) -> int | None:
    return None if week is None else min(week + days // 7, BY_NAME[name].high)


def birthday_threshold(answers: Answers) -> int | None:
    """Give the age at which other rules begin, where the next birthday brings it (PRG-60)."""
    return next((age for age in BIRTHDAYS if answers.age == age - 1), None)


def offers(chapters: tuple[Chapter, ...]) -> tuple[Course, ...]:
    """List the courses open after week 12, the same again first; none before (PRG-61)."""
    last = chapters[-1]
    if not last.is_finished:
        return ()
    limits = combine(Facts(last.answers))
    if last.course is Course.HIGHER:
        others = [Course.KEEP]
    elif limits.start_level < limits.level_cap:
        others = [Course.NORMAL, Course.HIGHER, Course.KEEP]
    else:
        others = [Course.NORMAL, Course.KEEP]
    return tuple(dict.fromkeys([last.course, *others]))

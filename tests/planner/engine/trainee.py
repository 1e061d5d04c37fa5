"""A person who trains: does what the plan says, or what a test says instead."""

from dataclasses import replace
from decimal import Decimal

from planner.engine import (
    Chapter,
    ExerciseDone,
    Kind,
    SessionDone,
    SetDone,
    Swap,
    WeightUnit,
    build_plan,
    codes,
    follow,
    parse_answers,
)
from tests.planner.engine.people import person

FIRST_LOAD = Decimal(20)


def plan_of(**changes):
    answers = parse_answers(person(**changes))
    return answers, build_plan(replace(answers, self_harm=codes.SelfHarm.NO))


def chapter_of(day=0, first_session=1, **changes):
    answers, plan = plan_of(**changes)
    return Chapter(
        answers=answers, plan=plan, rules_version="1.1", day=day, first_session=first_session
    )


def done(target, *, count=None, load=None, sets=None, **told):
    """One exercise as it was to be done, but for what is said; `told` are effort, pain and step."""
    is_loadable = target.step is not None
    load = load or target.load or FIRST_LOAD
    each = SetDone(
        count=target.target if count is None else count, load=load if is_loadable else None
    )
    return ExerciseDone(
        exercise=target.exercise,
        sets=(each,) * (target.sets if sets is None else sets),
        unit=WeightUnit.KILOGRAM if is_loadable else None,
        **({"effort": 6, "pain": 0} | told),
    )


class Trainee:
    """Somebody with a plan and a log; `today` is the day of the last thing that happened."""

    def __init__(self, **changes):
        self.chapters = (chapter_of(**changes),)
        self.today = self.chapters[-1].day

    @property
    def chapter(self):
        return self.chapters[-1]

    @property
    def standing(self):
        return follow(self.chapters, today=self.today)

    @property
    def next(self):
        return self.standing.next

    def change(self, **fields):
        """Write something into the last chapter."""
        self.chapters = (*self.chapters[:-1], replace(self.chapter, **fields))

    def log(self, entry):
        self.change(sessions=(*self.chapter.sessions, entry))
        self.today = entry.day

    def train(self, day=None, *, kind=Kind.FULL, only=None, session_effort=5, fields=None, **how):
        """Do the next session, or its small version, and return it as it was to be done.

        `how` is how each exercise went, or `only` one of them.
        """
        self.today = self.today if day is None else day
        session = self.next
        targets = session.tiny if kind is Kind.TINY else session.targets
        entry = SessionDone(
            number=session.number,
            day=session.day if day is None else day,
            kind=kind,
            exercises=()
            if kind is Kind.SKIPPED
            else tuple(
                done(target, **(how if only in {None, target.exercise} else {}))
                for target in targets
            ),
            session_effort=None if kind is Kind.SKIPPED else session_effort,
            **(fields or {}),
        )
        self.log(entry)
        return session

    def train_through(self, week, **how):
        """Train until the next session is in this week."""
        while self.standing.week < week:
            self.train(**how)

    def swap(self, exercise, replacement):
        swap = Swap(number=self.next.number, exercise=exercise, replacement=replacement)
        self.change(swaps=(*self.chapter.swaps, swap))

    def new_chapter(self, day, **changes):
        """Answer the questions again and go on with the same session, or with the one given."""
        changes = {"first_session": self.chapter.next_number} | changes
        self.chapters = (*self.chapters, chapter_of(day=day, **changes))
        self.today = day

    def target(self, exercise):
        """What is to be done next of an exercise, in whichever session it comes."""
        return next((each for each in self.next.targets if each.exercise == exercise), None)

    def change_of(self, exercise):
        return next(each for each in self.standing.changes if each.exercise == exercise)

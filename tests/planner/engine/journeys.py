"""Logs by the thousand: people who train well, badly, rarely and wildly, from one number each."""

import random
from dataclasses import dataclass, replace
from decimal import Decimal

from planner.engine import (
    EXERCISES,
    Chapter,
    ExerciseDone,
    Kind,
    Plan,
    SessionDone,
    SetDone,
    Standing,
    Status,
    StopSymptom,
    Swap,
    WeightUnit,
    build_plan,
    follow,
    parse_answers,
)
from tests.planner.engine.generate import answers

KINDS = [Kind.FULL] * 8 + [Kind.TINY, Kind.SKIPPED, Kind.STOPPED]
SYMPTOMS = [None, None, StopSymptom.NONE, *StopSymptom]
GAPS = [0] * 8 + [1, 3, 9, 12, 16, 20, 29, 33, 60]
FACTORS = [Decimal(factor) for factor in ("1", "1", "1", "1", "0.5", "1.5", "3")]
STEPS = [None, None, Decimal("0.5"), Decimal(1), Decimal("2.5"), Decimal(5)]
LOADS = [None, Decimal(0), Decimal(1), Decimal("2.5"), Decimal(8), Decimal(20), Decimal(60)]
PAINS = [0] * 8 + [None, 2, 3, 4, 5, 6, 7, 10]
WANDERING = ("session_minutes", "equipment")


@dataclass(frozen=True)
class Step:
    """One entry of a log, and where the person stood on its day before it and after it."""

    chapter: Chapter
    before: Standing
    entry: SessionDone
    after: Standing
    days_away: int | None


class Journey:
    """One person from one number: `steps` as they happen, none where there is no plan."""

    def __init__(self, seed, sessions=18):
        self.dice = random.Random(seed)  # noqa: S311
        self.raw = answers(self.dice)
        first = _chapter(self.raw, 0, self.dice.choice((1, 1, 5, 12, 20)))
        self.chapters = (first,) if first else ()
        self.today, self.last_done = 0, None
        # Half of them do nearly all of it, and find it easy.
        self.is_keen = self.dice.random() < 0.5
        self.steps = []
        while self.chapters and len(self.steps) < sessions and self._goes_on():
            self.today += 0 if self.is_keen and self.dice.random() < 0.9 else self.dice.choice(GAPS)

    @property
    def standing(self):
        return follow(self.chapters, today=self.today)

    def _goes_on(self):
        standing = self.standing
        if standing.status is Status.FINISHED:
            return False
        if standing.status is Status.READY and self.dice.random() < 0.95:
            self._train(standing)
            return True
        return self._answer_again(standing)

    def _answer_again(self, standing):
        raw = _wander(self.raw, self.dice)
        new = _chapter(raw, self.today, _next_number(self.chapters, standing, raw))
        if new is None:
            return False
        self.raw, self.chapters = raw, (*self.chapters, new)
        return self.standing.status is Status.READY

    def _train(self, standing):
        if self.dice.random() < 0.1:
            self.chapters = _swapped(self.chapters, standing, self.dice)
            standing = self.standing
        entry = _entry(standing.next, self.today, self.dice, is_keen=self.is_keen)
        self.chapters = logged(self.chapters, entry)
        away = None if self.last_done is None else self.today - self.last_done
        self.steps.append(Step(self.chapters[-1], standing, entry, self.standing, away))
        if entry.kind in {Kind.FULL, Kind.TINY}:
            self.last_done = self.today
        self.today += 2


def logged(chapters, entry):
    """The chapters with one more entry in the last."""
    return (*chapters[:-1], replace(chapters[-1], sessions=(*chapters[-1].sessions, entry)))


def _chapter(raw, day, first_session):
    kept = parse_answers(raw)
    plan = build_plan(kept)
    if not isinstance(plan, Plan):
        return None
    kept = replace(kept, self_harm=None)
    return Chapter(
        answers=kept, plan=plan, rules_version="1.1", day=day, first_session=first_session
    )


def _next_number(chapters, standing, raw):
    if standing.rule == "PRG-43":
        return 1
    plan = build_plan(parse_answers(raw))
    frequency = plan.sessions_per_week if isinstance(plan, Plan) else 2
    return (standing.week - 1) * frequency + 1


def _wander(raw, dice):
    """Some of the answers are those of somebody else."""
    other, name = answers(dice), dice.choice(WANDERING)
    return raw | {name: other[name]} if name in other and dice.random() < 0.5 else raw


def _swapped(chapters, standing, dice):
    swap = Swap(
        number=standing.next.number,
        exercise=dice.choice(standing.next.targets).exercise,
        replacement=dice.choice(sorted(EXERCISES)),
    )
    swaps = (*chapters[-1].swaps, swap)
    return (*chapters[:-1], replace(chapters[-1], swaps=swaps))


def _entry(session, today, dice, *, is_keen):
    is_keen = is_keen and dice.random() < 0.9
    kind = Kind.FULL if is_keen else dice.choice(KINDS)
    targets = session.tiny if kind is Kind.TINY else session.targets
    return SessionDone(
        number=session.number,
        day=today,
        kind=kind,
        exercises=()
        if kind is Kind.SKIPPED
        else tuple(
            _done(t, session, dice, is_keen=is_keen) for t in targets if dice.random() < 0.95
        ),
        mood_before=dice.choice((None, 3, 5, 7)),
        mood_after=dice.choice((None, 2, 5, 8)),
        session_effort=dice.choice((None, 3, 5, 7, 9, 10)),
        pain_next_day=None if is_keen else dice.choice([None] * 6 + [0, 2, 3, 6, 10]),
        stop_symptom=dice.choice(SYMPTOMS) if kind is Kind.STOPPED else None,
    )


def _done(target, session, dice, *, is_keen):
    is_loadable = EXERCISES[target.exercise].is_loadable
    load = (target.load or dice.choice(LOADS[-2:] if is_keen else LOADS)) if is_loadable else None
    load = load * dice.choice(FACTORS) if load and not is_keen else load
    extra = 0 if is_keen else dice.choice((-6, -2, -1, 0, 0, 1, 6))
    efforts = (3, session.effort_low - 1, session.effort_high)
    units = (None, *WeightUnit) if is_loadable and not is_keen else (target.weight_unit,)
    return ExerciseDone(
        exercise=target.exercise,
        sets=tuple(
            SetDone(count=max(0, target.target + extra), load=load)
            for _ in range(target.sets if is_keen else dice.choice((0, 1, target.sets)))
        ),
        effort=dice.choice(efforts) if is_keen else dice.choice((None, *range(11))),
        pain=0 if is_keen else dice.choice(PAINS),
        step=dice.choice(STEPS) if is_loadable else None,
        unit=dice.choice(units),
    )

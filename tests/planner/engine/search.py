"""The search for an answer set that breaks a rule: thousands of people, every check on each.

Plans are too many to keep, so one walk makes each plan once, puts every check to it and keeps the
answers that failed. A check is a function of one Case; the decorator makes a test of it.
"""

import json
import os
import random
from collections import Counter
from functools import cached_property

from planner.engine import EXERCISES, Plan, build_plan, parse_answers
from tests.planner.engine import by_hand
from tests.planner.engine.generate import answers
from tests.planner.engine.known import Known

PROFILE = os.environ.get("HYPOTHESIS_PROFILE", "default")
# PLANNER_ANSWER_SETS asks for any other number.
ANSWER_SETS = int(
    os.environ.get("PLANNER_ANSWER_SETS") or {"ci": 20_000, "sweep": 200_000}.get(PROFILE, 10_000)
)
# The same people every time, but for a sweep, which looks for new ones.
SEED = None if PROFILE == "sweep" else 1

CHECKS = []


class Case:
    """One answer set: as given, as known by hand, and what the engine makes of it."""

    def __init__(self, raw, number=0):
        self.raw = raw
        self.number = number
        self.known = Known(raw)
        self.answers = parse_answers(raw)
        self.result = build_plan(self.answers)
        self.plan = self.result if isinstance(self.result, Plan) else None

    @cached_property
    def by_hand(self):
        """The frame of the plan as the rulebook works it out."""
        return by_hand.frame(self.known)

    @cached_property
    def sessions(self):
        """Every session of the plan, in order."""
        return [session for week in self.plan.weeks for session in week.sessions]

    @cached_property
    def layouts(self):
        """Each different session by its exercises."""
        return {tuple(p.exercise for p in session.prescriptions) for session in self.sessions}

    @cached_property
    def exercises(self):
        """Every exercise that the plan names, easier and harder versions too."""
        codes = {code for layout in self.layouts for code in layout}
        for move in self.plan.moves:
            codes |= {move.exercise, move.easier, move.harder} - {None}
        return [EXERCISES[code] for code in codes | {*self.plan.template_a, *self.plan.template_b}]


class Verdicts:
    """What one walk found: for each check how many answer sets failed it, and the first."""

    def __init__(self):
        self.failures = Counter()
        self.first = {}

    def add(self, case):
        """Put every check to one case."""
        for check, only_plans in CHECKS:
            if only_plans and not case.plan:
                continue
            try:
                check(case)
            except AssertionError as error:
                self.failures[check] += 1
                self.first.setdefault(check, f"{error}\nanswers: {json.dumps(case.raw)}")

    def report(self, check):
        """The first failure in words; nothing where the rule held."""
        if check not in self.failures:
            return ""
        return f"{self.failures[check]} answer sets fail, first:\n{self.first[check]}"


def walk():
    """Generate the answer sets and put every check to each."""
    verdicts, dice = Verdicts(), random.Random(SEED)  # noqa: S311 - dice, not a secret
    for number in range(ANSWER_SETS):
        raw = answers(dice)
        try:
            verdicts.add(Case(raw, number))
        except Exception as error:
            error.add_note(f"answers: {json.dumps(raw)}")
            raise
    return verdicts


def for_every_answer_set(check, only_plans=False):
    """Make a test of a check: it passes where the check holds in every case."""
    CHECKS.append((check, only_plans))

    def test(verdicts):
        report = verdicts.report(check)
        assert not report, report

    test.__name__ = check.__name__
    test.__doc__ = check.__doc__
    return test


def for_every_plan(check):
    """Make a test of a check on those cases that end in a plan, a draft or a supervised one."""
    return for_every_answer_set(check, only_plans=True)

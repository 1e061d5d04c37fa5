"""The golden cases: whole answers in, the whole headline of the plan out."""

import pytest

from planner.engine import Plan, build_plan, parse_answers
from tests.planner.engine.golden_cases import CASES
from tests.planner.engine.people import BASE


def numbers_of(plan):
    """The columns of the table that only a plan has."""
    caps = (plan.effort_cap, plan.start_level, plan.level_cap, plan.set_cap, plan.rep_mode)
    return {
        "days": f"{plan.sessions_per_week}: {' '.join(plan.days)}",
        "minutes, slots, rest": f"{plan.session_minutes}, {plan.slots}, {plan.rest_seconds}",
        "effort cap, start level, level cap, set cap, mode": ", ".join(map(str, caps)),
        "weekly sets": " ".join(map(str, plan.weekly_sets)),
        "A": ", ".join(plan.template_a),
        "B": ", ".join(plan.template_b),
    }


@pytest.mark.parametrize(("changes", "screening", "numbers"), CASES.values(), ids=CASES.keys())
def test_a_golden_case_gives_what_the_reference_engine_gave(changes, screening, numbers):
    result = build_plan(parse_answers(BASE | changes))

    outcome = f"{result.disposition} / {result.access}"
    assert (result.screening_rules[0], outcome, result.role) == screening
    assert (numbers_of(result) if isinstance(result, Plan) else None) == numbers


def test_all_24_golden_cases_are_here():
    assert list(CASES) == [f"GT-{number:02}" for number in range(1, 25)]

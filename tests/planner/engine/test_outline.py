"""The outline for a clinician says what would follow, and nothing that could be trained from."""

import random
from dataclasses import fields

import pytest

from planner.engine import EXERCISES, Outline, Plan, build_plan, outline, parse_answers
from tests.planner.engine.generate import answers
from tests.planner.engine.people import person


@pytest.fixture(scope="module")
def drafts():
    """Plans that stand behind a clearance, each with its outline."""
    dice = random.Random(11)  # noqa: S311 - dice, not a secret
    generated = (parse_answers(answers(dice)) for _ in range(1_000))
    return [
        (plan, outline(each))
        for each in generated
        if isinstance(plan := build_plan(each), Plan) and plan.access == "draft_for_clinician"
    ]


def test_an_outline_has_no_exercise_set_or_repetition():
    assert {field.name for field in fields(Outline)} == {
        "sessions_per_week",
        "session_minutes",
        "effort_cap",
        "patterns",
        "excluded_tags",
        "excluded_areas",
    }


def test_an_outline_is_that_of_the_plan_behind_it(drafts):
    assert len(drafts) > 50
    for plan, sketch in drafts:
        codes = dict.fromkeys((*plan.template_a, *plan.template_b))
        assert sketch == Outline(
            sessions_per_week=plan.sessions_per_week,
            session_minutes=plan.session_minutes,
            effort_cap=plan.effort_cap,
            patterns=tuple(dict.fromkeys(EXERCISES[code].pattern for code in codes)),
            excluded_tags=plan.excluded_tags,
            excluded_areas=plan.excluded_areas,
        )


def test_an_outline_follows_the_answers():
    sketch = outline(parse_answers(person(conditions=["heart_disease"], clearance="no")))

    assert sketch == Outline(
        sessions_per_week=2,
        session_minutes=30,
        effort_cap=5,
        patterns=(
            *("squat", "push_horizontal", "pull_horizontal", "core", "hinge"),
            *("push_vertical", "pull_vertical"),
        ),
        excluded_tags=("valsalva_prone",),
        excluded_areas=(),
    )

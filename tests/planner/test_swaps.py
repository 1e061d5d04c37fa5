"""Another exercise for a place of the session: only what is right for the person, and undone."""

import pytest

from planner.engine import EXERCISES, choices
from tests.planner.logs import as_planned, felt, trained
from tests.planner.test_log import DUMBBELLS, main, next_of
from tests.planner.test_today import on_day

pytestmark = pytest.mark.django_db


def test_any_exercise_can_be_swapped_and_swapped_back():
    visitor = trained(4, **DUMBBELLS)
    with on_day(visitor, next_of(visitor).day):
        before = next_of(visitor)
        for place, target in enumerate(before.targets, 1):
            offered = choices(visitor.state.chapters[-1], before, target)
            assert 1 <= len(offered.others) <= 2
            wanted = offered.others[0]
            assert EXERCISES[wanted].name in main(visitor.get(f"swap/{place}/"))
            post = {"exercise": target.exercise, "replacement": wanted}

            visitor.post(f"swap/{place}/", post)
            visitor.post(f"swap/{place}/", post)

            assert next_of(visitor).targets[place - 1].exercise == wanted
            back = {"exercise": wanted, "replacement": target.exercise}
            assert "Back to what the plan has" in main(visitor.get(f"swap/{place}/"))
            visitor.post(f"swap/{place}/", back)
            assert next_of(visitor) == before

    assert visitor.state.chapters[-1].swaps == ()


def test_only_what_is_offered_can_be_chosen():
    visitor = trained(4)
    before = visitor.state
    target = next_of(visitor).targets[0].exercise

    for wanted in ("barbell_back_squat", "nonsense", "", target):
        visitor.post("swap/1/", {"exercise": target, "replacement": wanted})

    assert visitor.state == before
    assert visitor.get("swap/9/").status_code == 404


@pytest.mark.parametrize(("pain", "is_offered"), [(0, True), (5, False), (9, False)])
def test_harder_is_not_offered_after_pain(pain, is_offered):
    visitor = trained(3, entry=lambda s, day: felt(as_planned(s, day), pain=pain))
    session = next_of(visitor)

    found = [choices(visitor.state.chapters[-1], session, each) for each in session.targets]
    levels = [
        EXERCISES[other].level > EXERCISES[target.exercise].level
        for each, target in zip(found, session.targets, strict=True)
        for other in each.codes
    ]

    assert any(levels) is is_offered

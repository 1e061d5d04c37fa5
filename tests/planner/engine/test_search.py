"""The search itself: a broken rule is found and told, and hypothesis looks for plain cases."""

from hypothesis import given

# Imported for the checks that they add to the search.
from tests.planner.engine import (
    search,
    test_by_hand,  # noqa: F401
    test_invariants,  # noqa: F401
    test_invariants_of_wording,  # noqa: F401
)
from tests.planner.engine.people import person
from tests.planner.engine.strategies import answer_sets


@given(raw=answer_sets)
def test_every_check_holds_for_people_made_as_plain_as_can_be(raw):
    verdicts = search.Verdicts()

    verdicts.add(search.Case(raw))

    assert [verdicts.report(check) for check in verdicts.failures] == []


def test_a_broken_rule_is_told_with_the_answers_that_break_it(monkeypatch):
    def nobody_is_34(case):
        assert case.known.age != 34, "somebody is 34"

    monkeypatch.setattr(search, "CHECKS", [(nobody_is_34, True)])
    verdicts = search.Verdicts()

    for age in (33, 34):
        verdicts.add(search.Case(person(age=age)))

    report = verdicts.report(nobody_is_34)
    assert report.startswith("1 answer sets fail, first:\nsomebody is 34")
    assert '"age": 34' in report


def test_a_check_that_always_holds_has_nothing_to_tell(monkeypatch):
    def holds(case):
        assert case.plan

    monkeypatch.setattr(search, "CHECKS", [(holds, True)])
    verdicts = search.Verdicts()

    for changes in ({}, {"self_harm": "yes"}):
        verdicts.add(search.Case(person(**changes)))

    assert verdicts.report(holds) == ""


def test_every_check_is_in_the_walk():
    names = {check.__name__ for check, _ in search.CHECKS}
    assert {name[:11] for name in names if name.startswith("test_inv_")} == {
        f"test_inv_{number:02}" for number in (*range(1, 8), *range(9, 28), 35, 36, *range(40, 45))
    }

"""Twelve weeks of four people, lived by clicking on a phone with scripts off.

Before every session the page must show what the engine says for the log that they should have.
"""

import pytest

from planner.engine import Status
from tests.journeys.training import Trainee, clock

pytestmark = [
    pytest.mark.browser,
    pytest.mark.django_db(transaction=True),
    pytest.mark.usefixtures("shipped_content"),
]


@pytest.fixture
def begin(meet):
    """Begin the twelve weeks of somebody, on a Monday in March (a clock change lies ahead)."""
    with clock() as moved:
        yield lambda **answers: Trainee(meet(scripts=False), moved, **answers)


def loads(trainee):
    return {
        target.exercise: target.load
        for target in trainee.standing.next.targets
        if target.load is not None
    }


def test_steady(begin):
    ada = begin(equipment=["dumbbell", "chair_wall"])
    first = ada.standing.next

    for _ in range(23):
        ada.trains_as_planned()
    heavier = loads(ada)
    ada.trains_as_planned()

    assert ada.standing.status is Status.FINISHED
    assert len(ada.kept) == 24
    assert max(heavier.values()) > 10
    assert sum(target.sets for target in first.targets) == 5
    ada.visitor.goes_to(ada.link)
    ada.visitor.sees("You have come to the end of your plan")


def test_too_hard(begin):
    bo = begin(equipment=["dumbbell", "chair_wall"])
    sets = []

    for _ in range(24):
        sets.append(sum(target.sets for target in bo.standing.next.targets))
        bo.trains(count=6, effort=9, pain=0, session_effort=8)

    assert bo.standing.status is Status.FINISHED
    assert max(sets) <= 5  # nothing grew
    dumbbells = [each for session in bo.kept for each in session.exercises if each.step]
    assert dumbbells[-1].sets[0].load < 10


def test_in_pain(begin):
    cy = begin(
        pain_sites=["knee"], pain_now=2, pain_flags=["none"], equipment=["dumbbell", "chair_wall"]
    )

    for number in range(24):
        cy.trains(effort=6, pain=(2, 4, 5, 7)[number % 4], session_effort=6)

    assert cy.standing.status is Status.FINISHED
    loads = [each.sets[0].load for session in cy.kept for each in session.exercises if each.step]
    assert max(loads) <= 10


def test_away_for_three_weeks(begin):
    dee = begin(equipment=["dumbbell", "chair_wall"])
    for _ in range(8):
        dee.trains_as_planned()
    before = loads(dee)

    dee.sleeps_until(dee.today + 21)
    back = dee.opens_today()
    dee.visitor.sees("Good to see you again.")
    assert "PRG-42" in back.notices
    assert all(load < before[code] for code, load in loads(dee).items() if code in before)
    for _ in range(16):
        dee.trains_as_planned()

    assert dee.standing.status is Status.FINISHED
    assert len(dee.kept) == 24

"""A heart that must be looked at first: nothing to do yet, a page to take along, a way back."""

import re

import pytest

from planner.engine import EXERCISES
from tests.ttl.pages import without_keys

pytestmark = [
    pytest.mark.browser,
    pytest.mark.django_db(transaction=True),
    pytest.mark.usefixtures("shipped_content"),
]

DOSE = re.compile(r"\b(sets?|reps?|repetitions?|kilos?|kg|pounds?|load)\b", re.IGNORECASE)


def things_to_do(visitor):
    """Every name of an exercise on the page, folds and attributes included, and every dose."""
    page = without_keys(visitor.page.content()).casefold()
    named = [each.name for each in EXERCISES.values() if each.name.casefold() in page]
    return named + DOSE.findall(without_keys(visitor.words))


def test_heart_disease_waits_for_a_health_worker_and_then_goes_on(meet, scripts):
    dora = meet(scripts=scripts)

    dora.starts_from_the_article(conditions=["heart_disease"], clearance="no")
    dora.asks_for_the_plan()

    assert dora.heading == "A check comes first"
    assert things_to_do(dora) == []

    dora.follows("Open the summary")

    assert dora.heading == "Strength training: a question for a health worker"
    dora.sees("Heart disease, heart failure, stroke or mini-stroke", "never above 5 out of 10")
    assert things_to_do(dora) == []

    after_the_visit = meet(scripts=scripts)
    after_the_visit.goes_to(dora.link)
    after_the_visit.follows("tell us what they said")
    after_the_visit.page.get_by_label("A midwife").check()
    after_the_visit.page.get_by_label("When was that?").select_option(index=1)
    after_the_visit.presses("Go on to my plan")

    assert after_the_visit.heading == "Check your answers"
    after_the_visit.page.get_by_label("I know this is not medical care.").check()
    after_the_visit.presses("Make my plan")

    assert after_the_visit.heading == "Your strength plan"
    after_the_visit.sees("Keep effort easy enough to talk.", "1 set of")

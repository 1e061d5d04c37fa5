"""The page on safety says no more than was checked."""

import re
from pathlib import Path

import pytest
from django.core.management import call_command

from safety.promises import PROMISES, How, Run, engine_digest, last_run
from tests.ttl.pages import read, text

ROOT = Path(__file__).parents[2]
# Section 10 of the rulebook numbers them.
INVARIANTS = [f"INV-{number:02}" for number in range(1, 45)]


def named_in(pattern):
    found = [*(ROOT / "tests/planner").rglob("test_*.py")]
    return {
        f"INV-{number}"
        for file in found
        for number in re.findall(pattern, file.read_text(), re.IGNORECASE)
    }


def test_every_invariant_of_the_rulebook_is_a_promise_once():
    assert sorted(promise.id for promise in PROMISES) == INVARIANTS


def test_a_promise_said_to_be_checked_on_generated_people_has_a_test_that_does():
    checked = {promise.id for promise in PROMISES if promise.how in {How.ANSWERS, How.LOGS}}

    assert checked - named_in(r"def test_inv_(\d\d)_") == set()


def test_every_other_promise_is_named_in_a_test():
    named = named_in(r"INV[-_](\d\d)")

    assert {promise.id for promise in PROMISES} - named == set()


def test_the_record_is_of_the_rules_that_are_shipped():
    """After a change of the engine: make checked."""
    run = last_run()

    assert run.is_of_these_rules
    assert run.answer_sets >= 100_000
    assert run.logs >= 5_000


def test_another_text_of_the_engine_is_not_what_was_checked():
    run = Run(day=None, rules_version="1.1", answer_sets=1, logs=1, engine=engine_digest()[:-1])

    assert not run.is_of_these_rules


@pytest.mark.django_db
def test_the_page_says_what_was_checked_and_that_no_clinician_has(client):
    words = text(read(client.get("/safety/").content.decode()).find("body/main"))

    assert f"made up {last_run().answer_sets} people" in words.replace(",", "")
    assert "No registered clinician has read these rules" in words
    assert [each.words for each in PROMISES if str(each.words) not in words] == []


@pytest.mark.django_db
def test_the_page_says_when_plans_are_paused(client):
    call_command("pause_planner", "We are checking an exercise.", verbosity=0)

    assert "Plans are paused now. We are checking an exercise." in text(
        read(client.get("/safety/").content.decode()).find("body/main")
    )

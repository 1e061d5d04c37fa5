"""What a record holds, written as bytes and read back, today and by another process."""

import json
import os
import subprocess
import sys
from dataclasses import replace
from datetime import date

import pytest

from planner.engine import parse_answers
from planner.models import PrivatePlan
from planner.state import State, decode, encode
from tests.planner.engine.golden_cases import CASES
from tests.planner.people import Visitor, finished, somebody, walked

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("name", ["GT-01", "GT-05", "GT-09", "GT-15"])
def test_a_result_reads_back_as_it_was_written(name):
    state = finished(**CASES[name][0]).state

    assert decode(encode(state)) == state
    assert encode(decode(encode(state))) == encode(state)


def test_another_process_writes_the_same_bytes():
    """Sets have no order of their own: what is sealed must not hang on the seed of hashes."""
    program = (
        "from planner.engine import parse_answers; from planner.state import State, encode;"
        "import sys, json; raw = json.loads(sys.argv[1]);"
        "from datetime import date; state = State(answers=parse_answers(raw), self_harm_asked=True)"
        ".with_result(date(2026, 11, 23));"
        "sys.stdout.buffer.write(encode(state))"
    )
    raw = somebody(medicines=["lithium", "sedative", "blood_thinner", "antidepressant"])
    del raw["clearance"], raw["self_harm"]
    written = {
        subprocess.run(
            [sys.executable, "-c", program, json.dumps(raw)],
            capture_output=True,
            check=True,
            env=os.environ | {"PYTHONHASHSEED": seed},
        ).stdout
        for seed in ("0", "1", "2")
    }

    assert written == {
        encode(
            State(answers=parse_answers(raw), self_harm_asked=True).with_result(date(2026, 11, 23))
        )
    }


def test_a_plan_keeps_the_version_of_the_rules_that_made_it():
    state = finished().state
    chapter = replace(state.chapters[0], rules_version="0.9")
    old = Visitor(PrivatePlan.objects.start(encode(replace(state, chapters=(chapter,)))))

    old.get()
    old.answer(1, somebody())

    assert old.state.chapters == (chapter,)
    assert old.state.plan == state.plan


def test_an_answer_that_ends_the_questionnaire_cannot_be_kept_even_by_mistake():
    crisis = parse_answers({"self_harm": "yes"})

    with pytest.raises(ValueError, match="not kept"):
        State().with_answers(crisis)


def test_an_unfinished_record_reads_back_too():
    state = walked(phq9=[1] * 8 + [0], pain_sites=["hip", "knee"]).state

    assert decode(encode(state)) == state


def test_the_longest_record_is_padded_to_the_size_of_the_others():
    busy = finished(**CASES["GT-02"][0], medicines=["lithium", "sedative"], gad7=[1] * 7)
    sizes = {len(row.payload) for row in PrivatePlan.objects.all()}
    Visitor()

    assert {len(row.payload) for row in PrivatePlan.objects.all()} == sizes
    assert busy.state.plan


def test_starting_over_keeps_the_country_and_the_log_sealed_and_no_answer():
    visitor = finished(country="nz")
    state = replace(visitor.state, self_harm_asked=True)

    over = state.started_over()

    assert over.answers == parse_answers({"country": "nz"})
    assert (over.self_harm_asked, over.help_shown, over.is_open) == (False, True, False)
    assert over.plan is None
    assert decode(encode(over)) == over

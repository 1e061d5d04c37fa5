"""Everything as data: one JSON file, by a published schema."""

import json
import re
from dataclasses import fields, replace

import jsonschema_rs
import pytest
from django.test import Client
from hypothesis import given

from planner.engine import Chapter, parse_answers, stop_at_once
from planner.exports.data import plan_file
from planner.exports.schema import OF_ANSWERS, OF_CHAPTER, OF_STATE, plan_file_schema
from planner.kept import CalendarChoice, IfThen
from planner.state import State
from tests.planner.engine.golden_cases import CASES
from tests.planner.engine.people import person
from tests.planner.hostile import DAY, hostile_text, noted
from tests.planner.logs import kept, trained
from tests.planner.people import Visitor, finished, walked

pytestmark = pytest.mark.django_db
# Answers that end the questionnaire stand in no record: tests/planner/test_stopped_records.py.
KEPT = [n for n, case in CASES.items() if not stop_at_once(parse_answers(person(**case[0])))]
NEUTRAL_JSON = 'attachment; filename="strength-plan.json"'


def read(visitor):
    return json.loads(visitor.get("data/").content)


def validator():
    return jsonschema_rs.validator_for(plan_file_schema(), validate_formats=True)


@pytest.mark.parametrize("name", KEPT)
def test_the_file_of_everybody_follows_the_published_schema(name):
    visitor = finished(**CASES[name][0])
    answer = visitor.get("data/")

    assert answer["Content-Disposition"] == NEUTRAL_JSON
    validator().validate(json.loads(answer.content))


@pytest.mark.parametrize("sessions", [0, 1, 8, 24])
def test_the_file_holds_every_logged_session_as_it_was(sessions):
    visitor = trained(sessions, equipment=["dumbbell"])
    data = read(visitor)
    [chapter] = data["record"]["chapters"]

    validator().validate(data)
    assert [entry["number"] for entry in chapter["sessions"]] == list(range(1, sessions + 1))
    assert chapter["rules_version"] == visitor.state.chapters[0].rules_version
    assert data["plan"]["weeks"][0]["sessions"][0]["exercises"]


def test_the_schema_has_an_address_of_its_own_that_anybody_may_read():
    answer = Client().get("/plan-file.schema.json")

    jsonschema_rs.meta.validate(answer.json())
    assert answer.json() == json.loads(json.dumps(plan_file_schema()))
    assert "no-store" not in answer.headers.get("Cache-Control", "")


def test_the_schema_refuses_what_no_file_holds():
    data = read(trained(2))
    entry = data["record"]["chapters"][0]["sessions"][0]
    check = validator()

    for place, name, value in (
        (data, "token", "x"),
        (data, "format_version", 2),
        (data["record"], "self_harm_asked", True),
        (data["record"]["answers"], "self_harm", "no"),
        (data["record"]["answers"], "age", 9),
        (entry, "mood_before", 11),
        (entry, "note", "x" * 501),
        (entry["exercises"][0], "exercise", "handstand"),
        (entry["exercises"][0], "step", "NaN"),
    ):
        before = dict(place)
        place[name] = value
        assert not check.is_valid(data), name
        place.clear()
        place.update(before)
    assert check.is_valid(data)


def test_every_part_of_a_record_is_in_the_file_or_left_out_for_a_reason():
    left_out = {
        "self_harm_asked": "asked again wherever the file is read",
        "help_shown": "then there is no file",
        "refusal": "made again from the answers",
        "resumes": "said by is_open",
        "links": "keys to the plan",
        "asked_again": "the questions come anyway where the file is read",
        "rules_kept": "of this installation's rules",
        "closed_by_rules": "of this installation's rules",
    }

    assert {field.name for field in fields(State)} == {*OF_STATE, *left_out}
    assert {field.name for field in fields(Chapter)} == {*OF_CHAPTER, "plan"}
    assert "self_harm" not in OF_ANSWERS
    assert "consent" not in OF_ANSWERS


def test_the_file_holds_no_link_and_no_key():
    visitor = trained(2)
    text = visitor.get("data/").content.decode()

    assert visitor.token not in text
    assert not re.search(r"(?<![\w-])[\w-]{43}(?![\w-])", text)


@pytest.mark.parametrize("changes", [CASES["GT-15"][0], {"symptoms": ["fainting"]}], ids=str)
def test_a_person_without_a_plan_still_gets_their_answers_and_no_dose(changes):
    visitor = finished(**changes)
    data = read(visitor)

    assert data["record"]["answers"]["age"] == visitor.answers.age
    assert data["plan"] is None
    assert not {"weeks", "sets_low", "repetitions_low", "effort_cap"} & set(keys(data))


def test_a_plan_that_was_closed_leaves_its_log_and_no_dose():
    visitor = kept(trained(3).state.closed())
    data = read(visitor)

    assert len(data["record"]["chapters"][0]["sessions"]) == 3
    assert not data["record"]["is_open"]
    assert data["plan"] is None
    assert not {"weeks", "repetitions_low", "template_a"} & set(keys(data))


def test_while_help_is_shown_there_is_no_file():
    state = trained(1).state

    assert kept(replace(state, help_shown=True)).get("data/").status_code == 404


def test_an_unfinished_questionnaire_can_be_taken_along_too():
    assert read(walked())["record"]["answers"]["age"] == 34
    assert read(Visitor())["record"]["answers"] == {}


@pytest.mark.parametrize("tail", ["data/", "log-table/", "health-record/"])
def test_a_download_is_private_and_is_what_it_says(tail):
    answer = trained(1).get(tail)

    assert "no-store" in answer["Cache-Control"]
    assert answer["X-Content-Type-Options"] == "nosniff"
    assert answer["Content-Disposition"].startswith('attachment; filename="strength-')


@given(text=hostile_text)
def test_whatever_was_typed_is_read_back_from_the_file_unchanged(text):
    state = replace(noted(text), if_then=IfThen(cue=text, obstacle=text))
    data = json.loads(plan_file(state, DAY))

    validator().validate(data)
    assert data["record"]["chapters"][0]["sessions"][0]["note"] == text
    assert data["record"]["if_then"]["cue"] == text


def keys(value):
    """Every key at any depth."""
    if isinstance(value, dict):
        yield from value
        for each in value.values():
            yield from keys(each)
    elif isinstance(value, list):
        for each in value:
            yield from keys(each)


def test_the_calendar_choice_travels_along():
    choice = CalendarChoice(namespace="5d1c7c1e-6d5e-4a3f-9f4c-2f1c3e0c9a11")
    data = json.loads(plan_file(replace(noted(""), calendar=choice), DAY))

    validator().validate(data)
    assert data["record"]["calendar"]["namespace"] == choice.namespace

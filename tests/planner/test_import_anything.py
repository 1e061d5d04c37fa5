"""Whatever a file holds, it is read back as what it was, or refused, and the site stays up."""

import copy
import json
import os
import subprocess
import sys
from dataclasses import replace
from datetime import timedelta

import pytest
from django.utils.timezone import localdate
from hypothesis import given
from hypothesis import strategies as st

from planner.engine import EXERCISES, Status, follow
from planner.exports.data import plan_file
from planner.exports.importing import HelpFirstError, UnusableFileError, read_plan_file
from planner.forms.exports import PLAN_FILE_BYTES
from planner.state import decode, encode
from tests.planner.hostile import DAY, hostile_text, in_force, noted
from tests.planner.logs import lived
from tests.planner.people import somebody

LATER = DAY + timedelta(days=40)
STATE = lived(in_force(equipment=["dumbbell"]), 8)
FILE = json.loads(plan_file(STATE, LATER))

ODD = (
    st.none()
    | st.booleans()
    | st.integers(-(10**20), 10**20)
    | st.floats(allow_nan=False)
    | st.sampled_from(("NaN", "Infinity", "1e999999", "-1", "0001-01-01", "9999-12-27", [], {}))
    | st.sampled_from(tuple(EXERCISES))
    | hostile_text
)


def leaves(value, path=()):
    """The way to every value in the record."""
    if path:
        yield path
    items = {dict: lambda: dict.items(value), list: lambda: enumerate(value)}
    for key, each in items.get(type(value), list)():
        yield from leaves(each, (*path, key))


PATHS = list(leaves({"record": FILE["record"]}))


def changed(path, value):
    """The file with another value at one place."""
    data = copy.deepcopy(FILE)
    place = data
    for key in path[:-1]:
        place = place[key]
    place[path[-1]] = value
    return json.dumps(data).encode()


@given(path=st.sampled_from(PATHS), value=ODD)
def test_one_odd_value_is_read_or_refused_and_what_is_read_can_be_followed(path, value):
    try:
        imported = read_plan_file(changed(path, value), LATER)
    except (UnusableFileError, HelpFirstError):
        return
    state = decode(encode(imported.state))
    assert state == imported.state
    if state.chapters:
        assert follow(state.chapters, today=state.day_of(LATER)).status in Status
    again = read_plan_file(plan_file(state, LATER), LATER).state
    assert again.chapters == state.chapters


@given(content=st.binary(max_size=300) | st.text(max_size=300).map(str.encode))
def test_no_bytes_bring_it_down(content):
    with pytest.raises(UnusableFileError):
        read_plan_file(content, DAY)


@given(text=hostile_text)
def test_a_note_comes_back_as_it_was_written(text):
    state = noted(text)
    imported = read_plan_file(plan_file(state, DAY), DAY).state

    assert imported.chapters == state.chapters


@given(replacement=st.sampled_from(tuple(EXERCISES)), data=st.data())
def test_no_swap_in_a_file_brings_in_an_exercise_that_the_answers_rule_out(replacement, data):
    state = in_force(pain_sites=["knee", "shoulder"], pain_now=4, conditions=["osteoporosis"])
    file = json.loads(plan_file(state, DAY))
    exercise = data.draw(st.sampled_from(state.plan.template_a))
    swap = {"number": 1, "exercise": exercise, "replacement": replacement}
    file["record"]["chapters"][0]["swaps"] = [swap]
    chapters = read_plan_file(json.dumps(file).encode(), DAY).state.chapters
    targets = follow(chapters, today=0).next.targets

    for target in targets:
        done = EXERCISES[target.exercise]
        assert not set(done.tags) & set(state.plan.excluded_tags)
        assert done.level <= state.plan.level_cap


def test_the_longest_log_of_the_longest_plan_is_far_below_the_limit_of_a_file():
    gym = {"equipment": ["machine", "dumbbell", "barbell"], "experience": "regular"}
    state = lived(in_force(**gym, session_minutes="60", days_per_week="3"), 36)
    file = plan_file(state, LATER + timedelta(days=60))

    assert len(state.chapters[0].sessions) == 36
    assert len(file) < PLAN_FILE_BYTES / 1.5


ELSEWHERE = """
import json, sys
import django
django.setup()
from django.core.management import call_command
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.utils.timezone import localdate
call_command("migrate", verbosity=0)
from planner.engine import follow
from tests.planner.people import Visitor
import re
client = Client()
upload = SimpleUploadedFile("f.json", sys.stdin.buffer.read())
page = client.post("/plan/import/", {"file": upload}).content.decode()
visitor = Visitor(re.search(r"/plan/([\\w-]{43})/", page)[1])
visitor.answer(3, json.loads(sys.argv[1]))
visitor.agree()
state = visitor.state
data = json.loads(visitor.get("data/").content)
standing = follow(state.chapters, today=state.day_of(localdate()))
print(json.dumps([data["record"], repr(standing)]))
"""


def test_another_installation_with_other_secrets_makes_the_same_plan(tmp_path):
    today = localdate()
    state = replace(STATE, first_monday=today - timedelta(days=35 + today.weekday()))
    file = plan_file(state, today)
    other = subprocess.run(
        [sys.executable, "-c", ELSEWHERE, json.dumps(somebody(equipment=["dumbbell"]))],
        input=file,
        capture_output=True,
        check=True,
        env=os.environ
        | {
            "DJANGO_SETTINGS_MODULE": "ttl.settings",
            "SECRET_KEY": "of another site",
            "PLAN_SECRETS": "7:of another site",
            "DATABASE_URL": f"sqlite:///{tmp_path}/other.sqlite3",
        },
    )
    standing = follow(state.chapters, today=state.day_of(today))

    assert standing.next
    assert json.loads(other.stdout) == [json.loads(file)["record"], repr(standing)]

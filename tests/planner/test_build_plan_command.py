"""`manage.py build_plan`: answers in JSON to a plan or a refusal in JSON."""

import io
import json
import os
import subprocess
import sys

import pytest
from django.core.management import CommandError, call_command

from tests.planner.engine.golden_cases import CASES
from tests.planner.engine.people import BASE

KEYS = (
    "disposition access role screening_rules caveats prescription_rules sessions_per_week days "
    "session_minutes slots rest_seconds effort_cap start_level level_cap set_cap rep_mode "
    "weekly_sets template_a template_b weeks"
)
FRAME = ("session_minutes", "slots", "rest_seconds")
PEOPLE = {name: BASE | case[0] for name, case in CASES.items()}
NO_PLAN = {"GT-06", "GT-15", "GT-16", "GT-19", "GT-20"}


@pytest.fixture
def run(tmp_path, monkeypatch):
    """Run the command over some bytes: exit code, lines of output, lines of complaint."""

    def command(given, *options, file=None):
        if file is None:
            file = tmp_path / "answers.json"
            file.write_bytes(given)
        else:
            monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(given)))
        out, err, code = io.StringIO(), io.StringIO(), 0
        try:
            call_command("build_plan", str(file), *options, stdout=out, stderr=err)
        except CommandError as error:
            code = error.returncode
            err.write(str(error))
        return code, out.getvalue().splitlines(), err.getvalue().splitlines()

    return command


def as_json(raw):
    return json.dumps(raw).encode()


def numbers_of(plan):
    """The columns of the golden table, from the JSON."""
    if plan["weekly_sets"] is None:
        return None
    caps = [plan[key] for key in ("effort_cap", "start_level", "level_cap", "set_cap", "rep_mode")]
    return {
        "days": f"{plan['sessions_per_week']}: {' '.join(plan['days'])}",
        "minutes, slots, rest": ", ".join(str(plan[key]) for key in FRAME),
        "effort cap, start level, level cap, set cap, mode": ", ".join(map(str, caps)),
        "weekly sets": " ".join(map(str, plan["weekly_sets"])),
        "A": ", ".join(plan["template_a"]),
        "B": ", ".join(plan["template_b"]),
    }


def test_every_golden_case_comes_out_a_line_each(run):
    given = b"\n".join(map(as_json, PEOPLE.values()))

    code, lines, complaints = run(given, "--lines")

    assert (code, complaints) == (0, [])
    for (_, screening, numbers), line in zip(CASES.values(), lines, strict=True):
        plan = json.loads(line)
        outcome = f"{plan['disposition']} / {plan['access']}"
        shown = plan["role"] or "not shown"
        assert (plan["screening_rules"][0], outcome) == screening[:2]
        assert shown == (screening[2] or "not shown")
        assert numbers_of(plan) == numbers


@pytest.mark.parametrize("name", PEOPLE)
def test_the_keys_are_always_the_same_and_null_where_they_do_not_apply(run, name):
    code, [line], _ = run(as_json(PEOPLE[name]))

    plan = json.loads(line)
    assert code == 0
    assert [*plan] == KEYS.split()
    empty = {key for key, value in plan.items() if value is None}
    only_a_plan_has = set(KEYS.split()[5:])
    urgent = plan["disposition"] == "urgent_help"
    assert empty == (only_a_plan_has if name in NO_PLAN else set()) | (
        {"role"} if urgent else set()
    )


def test_the_weeks_hold_every_exercise_in_full(run):
    _, [line], _ = run(as_json(PEOPLE["GT-09"]))

    plan = json.loads(line)
    assert [week["number"] for week in plan["weeks"]] == [*range(1, 13)]
    for week, sets in zip(plan["weeks"], plan["weekly_sets"], strict=True):
        assert len(week["sessions"]) == plan["sessions_per_week"]
        done = [each for session in week["sessions"] for each in session["exercises"]]
        assert sum(each["sets"] for each in done) == week["sets"] == sets
        assert week["effort_low"] < week["effort_high"] <= plan["effort_cap"]
        for each in done:
            counted = "seconds" if each["unit"].startswith("sec") else "repetitions"
            assert 0 < each[f"{counted}_low"] <= each[f"{counted}_high"]
            assert each["rest_seconds"] == plan["rest_seconds"]
            assert each["count_rules"]
            assert all(each[key] for key in ("name", "cue", "tempo", "starting_load"))


@pytest.mark.parametrize("options", [(), ("--lines",)])
def test_a_dash_reads_standard_input(run, options):
    from_a_file = run(as_json(BASE), *options)

    assert run(as_json(BASE), *options, file="-") == from_a_file
    assert from_a_file[0] == 0


def test_equal_answers_give_equal_bytes(run):
    shuffled = dict(reversed(BASE.items())) | {"days_available": BASE["days_available"][::-1]}

    assert run(as_json(BASE)) == run(as_json(shuffled))


def test_another_process_writes_the_same_bytes(run, tmp_path):
    """Whatever the seed of its hashes, and with another encoding of the terminal."""
    (tmp_path / "answers.json").write_bytes(as_json(PEOPLE["GT-11"]))
    command = [sys.executable, "manage.py", "build_plan", tmp_path / "answers.json"]
    env = os.environ | {"PYTHONHASHSEED": "7", "PYTHONIOENCODING": "ascii"}

    other = subprocess.run(command, capture_output=True, check=False, env=env)

    assert (other.returncode, other.stderr) == (0, b"")
    assert other.stdout.decode().splitlines() == run(as_json(PEOPLE["GT-11"]))[1]


def test_bad_lines_are_named_and_the_others_answered(run):
    lines = [
        as_json(BASE),
        as_json(BASE | {"age": "old", "mood": 1, "equipment": "band"}),
        b"",
        b"{not json",
        b'{"age": "\xff"}',
        as_json(PEOPLE["GT-16"]),
        b"[1, 2]",
        b'{"age": "\xe2\x80\xa8"}',
    ]

    code, answered, complaints = run(b"\r\n".join(lines), "--lines")

    assert code == 2
    assert [json.loads(line)["access"] for line in answered] == ["active", "none"]
    assert complaints[0] == "line 2: age: Please enter your age as a whole number."
    assert complaints[1] == "line 2: equipment: Write a list."
    assert complaints[2].startswith("line 2: mood: ")
    assert complaints[3].startswith("line 4: not a JSON object of answers")
    assert complaints[4] == "line 5: not UTF-8 text"
    assert complaints[5].startswith("line 7: not a JSON object of answers")
    assert complaints[6] == "line 8: age: Please enter your age as a whole number."
    assert {each.split(":")[0] for each in complaints[7:-1]} == {"line 8"}


BAD = {
    "empty": b"",
    "blank": b" \n",
    "not JSON": b"age=34",
    "a list": b"[]",
    "a word": b'"age"',
    "null": b"null",
    "two objects": b"{}{}",
    "not a number": b'{"age": NaN}',
    "half a character": b'{"country": "\\ud800"}',
    "not UTF-8": b'{"country": "\xe9"}',
    "UTF-16": "{}".encode("utf-16"),
    "cut short": as_json(BASE)[:-9],
    "deep objects": b'{"age":' * 100_000,
    "deep lists": b'{"age":' + b"[" * 100_000,
    "a huge number": b'{"age":' + b"9" * 100_000 + b"}",
    "beyond any float": b'{"age": 1e999}',
    "megabytes of a field that is not asked": b'{"note": "' + b"x" * 3_000_000 + b'"}',
}


@pytest.mark.parametrize("given", BAD.values(), ids=BAD)
@pytest.mark.parametrize("options", [(), ("--lines",)], ids=["whole", "lines"])
def test_what_is_no_object_of_answers_is_refused_and_never_a_crash(run, given, options):
    code, answered, complaints = run(given, *options)

    nothing_asked = not given.strip() and options
    assert answered == []
    assert code == (0 if nothing_asked else 2)
    assert bool(complaints) is not bool(nothing_asked)
    assert max(map(len, complaints), default=0) < 500


WRONG = {
    "age": [None, 9, 111, 34.5, "34", True, [34], {}],
    "country": ["xx", 1, ["gb"], "GB"],
    "severity_self": ["very", None],
    "self_harm": [None, "maybe", False],
    "symptoms": [None, [], "none", ["none", "fainting"], ["?"], [["none"]], [None], {"none": 1}],
    "days_available": [[], ["mon"], ["sun", "mon"], ["someday"]],
    "days_preferred": [["mon", "holiday"], "mon"],
    "phq9": [[0] * 8, [0] * 10, [0] * 8 + [4], [0] * 8 + ["0"], [True] * 9, 3],
    "session_minutes": ["25", 25, None],
    "consent": [False, "yes"],
}


@pytest.mark.parametrize(
    ("field", "value"),
    [(field, value) for field, values in WRONG.items() for value in values],
    ids=repr,
)
def test_a_bad_answer_names_its_field(run, field, value):
    code, answered, complaints = run(as_json(BASE | {field: value}))

    assert (code, answered) == (2, [])
    assert field in {each.partition(":")[0] for each in complaints}


def test_a_field_given_twice_is_refused_and_named(run):
    code, answered, complaints = run(b'{"age": 34, "self_harm": "yes", "self_harm": "no"}')

    assert (code, answered) == (2, [])
    assert complaints == ["self_harm: This field is given twice."]


def test_every_bad_field_is_named_at_once(run):
    code, _, complaints = run(as_json({"age": 200, "colour": "red", "pain_sites": ["none", "hip"]}))

    named = {each.partition(":")[0] for each in complaints}
    assert code == 2
    assert {"age", "colour", "pain_sites", "country", "self_harm", "symptoms", "equipment"} <= named


def test_a_code_of_digits_may_be_written_as_a_number(run):
    given = as_json(BASE | {"session_minutes": 30, "days_available": BASE["days_available"] * 2})

    assert run(given) == run(as_json(BASE))


@pytest.mark.parametrize("file", ["no-such-file.json", "."])
def test_a_file_that_cannot_be_read_is_named(run, file):
    code, answered, [complaint] = run(b"", file=file)

    assert (code, answered) == (2, [])
    assert complaint.startswith(f"{file}: ")

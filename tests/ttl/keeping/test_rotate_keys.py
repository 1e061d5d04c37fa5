"""Changing the keys: one step at a time, in an order in which no process lacks a key."""

import dotenv
import pytest
from django.core.management import CommandError, call_command

from planner.models import PrivatePlan
from safety.models import Report
from safety.sealing import Words, seal
from tests.articles.builders import make_staff
from ttl.staff import second_step

pytestmark = pytest.mark.django_db


@pytest.fixture
def file(tmp_path, settings):
    """A file of the environment, and every process restarted whenever it is asked for."""
    settings.ENV_FILE = tmp_path / "env"
    settings.PLAN_SECRETS, settings.SECRET_KEY = {"1": "first"}, "first key"
    settings.SECRET_KEY_FALLBACKS = []
    settings.ENV_FILE.write_text("PLAN_SECRETS=1:first\nSECRET_KEY='first key'\n")
    return settings.ENV_FILE


@pytest.fixture
def step(file, settings, capsys):
    def take(*words):
        call_command("rotate_keys", *words)
        values = dotenv.dotenv_values(file)
        pairs = (pair.split(":") for pair in values["PLAN_SECRETS"].split(","))
        settings.PLAN_SECRETS = dict(pairs)
        settings.SECRET_KEY = values["SECRET_KEY"]
        fallbacks = values.get("SECRET_KEY_FALLBACKS") or ""
        settings.SECRET_KEY_FALLBACKS = [each for each in fallbacks.split(",") if each]
        return capsys.readouterr().out

    return take


def test_new_keys_are_known_before_they_are_used(step, settings):
    step("add")

    assert list(settings.PLAN_SECRETS) == ["1", "2"]
    assert settings.SECRET_KEY == "first key"
    assert len(settings.SECRET_KEY_FALLBACKS) == 1
    assert len(settings.PLAN_SECRETS["2"]) == len(settings.SECRET_KEY_FALLBACKS[0]) == 64


def test_used_keys_come_first_and_the_old_ones_still_open(step, settings):
    step("add")
    [new] = settings.SECRET_KEY_FALLBACKS

    step("use")

    assert list(settings.PLAN_SECRETS) == ["2", "1"]
    assert (new, ["first key"]) == (settings.SECRET_KEY, settings.SECRET_KEY_FALLBACKS)


def test_no_old_secret_is_dropped_while_a_plan_rests_on_it(step, settings):
    token = PrivatePlan.objects.start(b"age: 44")
    step("add")
    step("use")

    with pytest.raises(CommandError, match="Version 1 is still needed"):
        step("drop")

    assert list(settings.PLAN_SECRETS) == ["2", "1"]
    assert PrivatePlan.objects.read(token) == b"age: 44"


def test_after_all_steps_only_new_keys_are_left_and_every_plan_opens(step, settings):
    token = PrivatePlan.objects.start(b"age: 44")

    told = [step(each) for each in ("add", "use", "rewrap", "drop")]

    assert [text.count("restart every process") for text in told] == [1, 1, 0, 1]
    assert (list(settings.PLAN_SECRETS), settings.SECRET_KEY_FALLBACKS) == (["2"], [])
    assert settings.SECRET_KEY != "first key"
    assert PrivatePlan.objects.read(token) == b"age: 44"


def test_the_same_step_twice_takes_nothing_back(step, settings):
    step("add")
    step("use")
    before = settings.PLAN_SECRETS, settings.SECRET_KEY

    with pytest.raises(CommandError, match="Version 2 is in use already"):
        step("use")

    assert before == (settings.PLAN_SECRETS, settings.SECRET_KEY)


def test_the_report_shows_no_secret(step):
    PrivatePlan.objects.start(b"age: 44")

    told = step()

    assert told.startswith("Version 1: 1 plans and drafts, 0 links; the last ends on ")
    assert "first" not in told


def test_a_site_without_a_file_gets_the_lines_to_set(settings, capsys):
    settings.PLAN_SECRETS, settings.SECRET_KEY = {"1": "first"}, "first key"
    with pytest.raises(CommandError, match="With --print you get the lines"):
        call_command("rotate_keys", "add")

    call_command("rotate_keys", "add", "--print")

    lines = capsys.readouterr().out.splitlines()
    assert lines[0].startswith("PLAN_SECRETS=1:first,2:")
    assert lines[1] == "SECRET_KEY=first key"
    assert lines[2].startswith("SECRET_KEY_FALLBACKS=")


def test_a_plan_that_cannot_be_opened_is_told(step):
    PrivatePlan.objects.start(b"age: 44")
    step("add")
    step("use")
    row = PrivatePlan.objects.get()
    PrivatePlan.objects.update(wrapped_key=bytes(len(row.wrapped_key)))

    with pytest.raises(CommandError, match="1 could not be opened"):
        step("rewrap")


@pytest.mark.parametrize("rests", ["a report", "a phone"])
def test_no_old_secret_is_dropped_while_anything_else_rests_on_it(step, settings, rests):
    if rests == "a report":
        Report.objects.create(kind="page", sealed=seal(Words(message="It is broken.")))
    else:
        second_step.begin(make_staff("Editor", "eve"))
    step("add")
    step("use")
    with pytest.raises(CommandError, match="Phones of staff or reports need an older one"):
        step("drop")

    step("rewrap")

    step("drop")
    assert list(settings.PLAN_SECRETS) == ["2"]

"""Settings come from the environment, and what is wrong there stops the process and says why."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from ttl import env

ROOT = Path(__file__).parents[2]
GOOD = "hW2rTq9ZxK4mVb7NcY1sLd8PfG3jQe6A"


def start(env_file=os.devnull, **variables):
    """Start TTL with nothing in the environment but these variables."""
    return subprocess.run(
        [sys.executable, "manage.py", "check"],
        cwd=ROOT,
        env={"ENV_FILE": str(env_file), **variables},
        capture_output=True,
        text=True,
        check=False,
    )


def test_an_empty_environment_is_mended_by_the_very_lines_it_prints(tmp_path):
    missing = []
    while (attempt := start(tmp_path / ".env")).returncode:
        name, line = re.search(
            r"cannot start: (\w+) is not set.*\n +(echo .*)", attempt.stderr
        ).groups()
        missing.append(name)
        subprocess.run(["sh", "-c", line], cwd=tmp_path, check=True)

    assert missing == ["SECRET_KEY", "PLAN_SECRETS"]


def test_a_refusal_is_a_message_and_no_traceback():
    attempt = start()

    assert attempt.returncode == 1
    assert "Traceback" not in attempt.stderr


def test_the_example_file_starts_nothing_until_its_secrets_are_set():
    assert "SECRET_KEY is not set" in start(ROOT / ".env.example").stderr


@pytest.mark.parametrize("name", ["SECRET_KEY", "PLAN_SECRETS"])
def test_production_refuses_a_placeholder_in_place_of_a_secret(name):
    secrets = {"SECRET_KEY": GOOD, "PLAN_SECRETS": f"1:{GOOD}"}

    attempt = start(**secrets | {name: f"1:change-me-{GOOD}"})

    assert attempt.returncode == 1
    assert f'echo "{name}=' in attempt.stderr


def test_debug_has_to_be_asked_for():
    printing = "from django.conf import settings; print(settings.DEBUG, settings.HTTPS)"
    shown = subprocess.run(
        [sys.executable, "-c", printing],
        cwd=ROOT,
        env={
            "ENV_FILE": os.devnull,
            "DJANGO_SETTINGS_MODULE": "ttl.settings",
            "SECRET_KEY": GOOD,
            "PLAN_SECRETS": f"1:{GOOD}",
        },
        capture_output=True,
        text=True,
        check=True,
    )

    assert shown.stdout == "False True\n"


def test_the_example_file_shows_every_variable_that_settings_read():
    read = set(re.findall(r'env\.\w+\(\s*"(\w+)"', (ROOT / "ttl/settings.py").read_text()))
    read |= set(re.findall(r"\$\{(\w+)", (ROOT / "compose.yaml").read_text()))
    shown = re.findall(r"^(\w+)=", (ROOT / ".env.example").read_text(), re.MULTILINE)

    assert sorted(shown) == sorted(read - {"ENV_FILE"})


@pytest.mark.parametrize(
    "weak",
    [
        GOOD[:31],
        "aaaaaaaaaabbbbbbbbbbccccccccccdddd",
        f"change-me-{GOOD}",
        f"django-insecure-{GOOD}",
    ],
)
def test_a_secret_that_could_be_guessed_is_refused(monkeypatch, weak):
    monkeypatch.setenv("SECRET_KEY", weak)

    with pytest.raises(SystemExit, match="SECRET_KEY is too short or only a placeholder"):
        env.secret("SECRET_KEY", strict=True)


def test_a_weak_secret_will_do_for_work_on_the_code(monkeypatch):
    monkeypatch.setenv("SECRET_KEY", "short")

    assert env.secret("SECRET_KEY", strict=False) == "short"


def test_plan_secrets_keep_their_order_newest_first(monkeypatch):
    monkeypatch.setenv("PLAN_SECRETS", f" 12:{GOOD}b , 3:{GOOD}a:c ")

    secrets = env.versioned_secrets("PLAN_SECRETS", strict=True)

    assert list(secrets.items()) == [("12", f"{GOOD}b"), ("3", f"{GOOD}a:c")]


@pytest.mark.parametrize(
    "malformed",
    [GOOD, "one:secret", "1:", ":secret", "1:secret,2", "1:secret,1:other"],
    ids=[
        "no version",
        "a version that is no number",
        "no secret",
        "an empty version",
        "a second secret without a version",
        "a version used twice",
    ],
)
def test_malformed_plan_secrets_say_how_to_write_them(monkeypatch, malformed):
    monkeypatch.setenv("PLAN_SECRETS", malformed)

    with pytest.raises(SystemExit, match="PLAN_SECRETS is malformed at secret"):
        env.versioned_secrets("PLAN_SECRETS", strict=False)


@pytest.mark.parametrize(
    ("value", "origin"),
    [
        ("", ""),
        ("https://ttl.example.org", "https://ttl.example.org"),
        ("https://ttl.example.org/", "https://ttl.example.org"),
        ("http://localhost:8000", "http://localhost:8000"),
        ("http://[::1]:8000", "http://[::1]:8000"),
    ],
)
def test_the_address_of_the_site_is_read_without_a_slash_at_its_end(monkeypatch, value, origin):
    monkeypatch.setenv("SITE_URL", value)

    assert env.origin("SITE_URL") == origin


@pytest.mark.parametrize(
    "value",
    [
        "ttl.example.org",
        "ftp://ttl.example.org",
        "https://ttl.example.org/articles",
        "https://ttl.example.org?x",
        "https://a@ttl.example.org",
        "https://ttl example.org",
    ],
)
def test_an_address_of_the_site_with_too_little_or_too_much_stops_the_process(monkeypatch, value):
    monkeypatch.setenv("SITE_URL", value)

    with pytest.raises(SystemExit, match=r"SITE_URL is .* the name of the site and nothing more"):
        env.origin("SITE_URL")


def test_whom_to_tell_of_a_weakness_is_an_address_that_a_program_can_open(monkeypatch):
    monkeypatch.setenv("SECURITY_CONTACT", "security@example.org")

    with pytest.raises(SystemExit, match="Write SECURITY_CONTACT=mailto:"):
        env.contact("SECURITY_CONTACT")


@pytest.mark.parametrize("value", ["yes", "1", "on"])
def test_a_switch_takes_true_or_false_and_nothing_else(monkeypatch, value):
    monkeypatch.setenv("DEBUG", value)

    with pytest.raises(SystemExit, match="Write DEBUG=true or DEBUG=false"):
        env.boolean("DEBUG", default=False)


def test_a_time_zone_is_the_name_of_a_place(monkeypatch):
    monkeypatch.setenv("DESK_TIME_ZONE", "London")

    with pytest.raises(SystemExit, match="Write the name of a place, as in DESK_TIME_ZONE="):
        env.zone("DESK_TIME_ZONE", default="Europe/London")


@pytest.mark.parametrize("place", ["/back-room/", "back-room", "back-room/", "back-room/desk"])
def test_the_desk_stands_where_the_environment_says(monkeypatch, place):
    monkeypatch.setenv("ADMIN_PATH", place)

    assert env.address("ADMIN_PATH", "admin/") == f"{place.strip('/')}/"


@pytest.mark.parametrize("place", ["Back Room", "//evil.example", "..", "a//b", "a?b", "<a>"])
def test_an_address_of_the_desk_that_is_none_stops_the_process(monkeypatch, place):
    monkeypatch.setenv("ADMIN_PATH", place)

    with pytest.raises(SystemExit, match="Write small letters, digits and hyphens"):
        env.address("ADMIN_PATH", "admin/")


@pytest.mark.parametrize("place", ["plan/", "articles/desk/", "static", "help", "livez"])
def test_the_desk_may_not_stand_where_pages_for_visitors_stand(place):
    attempt = start(SECRET_KEY=GOOD, PLAN_SECRETS=f"1:{GOOD}", ADMIN_PATH=place)

    assert attempt.returncode == 1
    assert "other pages begin with" in attempt.stderr


def test_the_desk_may_stand_elsewhere():
    attempt = start(SECRET_KEY=GOOD, PLAN_SECRETS=f"1:{GOOD}", ADMIN_PATH="back-room/desk")

    assert (attempt.returncode, attempt.stderr) == (0, "")

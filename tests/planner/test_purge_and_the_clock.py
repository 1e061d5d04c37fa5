"""A clock that jumps erases nobody's plan: the purge waits until it has run evenly for a day."""

from datetime import UTC, datetime, timedelta

import pytest
import time_machine
from django.core.management import CommandError, call_command

from planner.models import ErasedPlan, PrivatePlan, PurgeMark

pytestmark = pytest.mark.django_db

START = datetime(2026, 11, 25, 10, 20, tzinfo=UTC)
HOUR, DAY = timedelta(hours=1), timedelta(days=1)
FIVE_YEARS = timedelta(days=5 * 365 + 1)


@pytest.fixture
def clock():
    with time_machine.travel(START, tick=False) as traveller:
        yield traveller


def run_hourly(clock, hours):
    for _ in range(hours):
        clock.shift(HOUR)
        call_command("purge_expired")


def runs_well(clock):
    """The purge has run for a day, and somebody has a plan and somebody else a draft."""
    call_command("purge_expired")
    run_hourly(clock, 24)
    token = PrivatePlan.objects.start(b"plan")
    with PrivatePlan.objects.edit(token) as draft:
        draft.finished = True
    PrivatePlan.objects.start(b"draft")
    PrivatePlan.objects.erase(PrivatePlan.objects.start(b"erased"))
    return token


def counts():
    return PrivatePlan.objects.count(), ErasedPlan.objects.count()


def test_run_every_hour_it_erases_within_the_hour(clock):
    runs_well(clock)

    run_hourly(clock, 26)

    assert counts() == (1, 2)


def test_run_once_a_day_it_erases_too_though_the_timer_is_late_now_and_then(clock):
    for late in (0, 40, 5, 0):
        call_command("purge_expired")
        clock.shift(DAY + timedelta(seconds=late))
    PrivatePlan.objects.start(b"draft")

    for _ in range(2):
        clock.shift(DAY - timedelta(seconds=20))
        call_command("purge_expired")

    assert counts() == (0, 1)


@pytest.mark.parametrize("jump", [timedelta(days=3), timedelta(days=366), FIVE_YEARS])
def test_a_jump_forwards_erases_nothing_and_forgets_nothing(clock, jump):
    token = runs_well(clock)

    clock.shift(jump)
    with pytest.raises(CommandError, match="Nothing is erased"):
        call_command("purge_expired")
    run_hourly(clock, 20)
    clock.shift(-jump - 20 * HOUR)
    with pytest.raises(CommandError, match="Nothing is erased"):
        call_command("purge_expired")

    assert counts() == (2, 1)
    assert PrivatePlan.objects.read(token) == b"plan"


def test_a_clock_put_back_by_three_days_erases_nothing_and_stops_nobody(clock):
    token = runs_well(clock)

    clock.shift(timedelta(days=-3))
    with pytest.raises(CommandError, match="Nothing is erased"):
        call_command("purge_expired")
    with PrivatePlan.objects.edit(token) as draft:
        draft.payload = b"saved in the week before it was made"

    assert counts() == (2, 1)
    assert PrivatePlan.objects.read(token) == b"saved in the week before it was made"


def test_it_goes_on_by_itself_a_day_after_the_clock_is_right_again(clock):
    runs_well(clock)
    clock.shift(timedelta(days=-3))
    with pytest.raises(CommandError):
        call_command("purge_expired")

    run_hourly(clock, 4 * 24 + 1)

    assert counts() == (1, 2)


def test_seconds_between_two_machines_are_no_jump(clock):
    runs_well(clock)

    clock.shift(timedelta(seconds=-3))
    call_command("purge_expired")

    assert PurgeMark.objects.get().is_steady


def test_whoever_has_looked_at_the_clock_may_erase_at_once(clock, capsys):
    PrivatePlan.objects.start(b"draft")
    clock.shift(26 * HOUR)

    call_command("purge_expired", trust_clock=True)

    assert "Private plans erased: 1. Kept: 0." in capsys.readouterr().out


def test_the_first_run_says_since_when_it_waits(clock, capsys):
    call_command("purge_expired")

    assert capsys.readouterr().out.splitlines()[0] == (
        "Nothing is erased yet: the clock must run evenly for a day, and has since "
        "2026-11-25 10:20 UTC."
    )

"""When time has passed, the questions come before the plan, at every address that shows a dose."""

from datetime import timedelta

import pytest
import time_machine
from django.utils.timezone import localdate

from planner.models import PrivatePlan
from planner.vault import Use
from tests.planner.logs import trained
from tests.planner.people import Visitor

pytestmark = pytest.mark.django_db

WITH_DOSES = ("calendar/", "print/", "strength-plan.pdf", "health-record/", "take/", "share/")
LONG_AWAY = 40


@pytest.fixture
def away():
    """Somebody who trained three times, forty days ago."""
    visitor = trained(3)
    with time_machine.travel(localdate() + timedelta(days=LONG_AWAY), tick=False):
        yield visitor


@pytest.mark.parametrize("tail", WITH_DOSES)
def test_no_copy_of_the_plan_is_given_until_the_questions_are_answered(away, tail):
    assert away.get(tail).status_code == 404


@pytest.mark.parametrize("tail", ["plan/", "sessions/", "session/4/", "what-if/", "evidence/"])
def test_the_pages_of_the_plan_lead_to_what_comes_first(away, tail):
    assert away.get(tail)["Location"] == away.address()
    assert "Look at my answers" in away.get().content.decode()


def test_the_link_to_look_at_the_plan_waits_too():
    visitor = trained(3)
    link = PrivatePlan.objects.make_link(visitor.token, Use.SHARE)
    shared = Visitor(visitor.token).client.get(f"/shared/{link}/")

    with time_machine.travel(localdate() + timedelta(days=LONG_AWAY), tick=False):
        waiting = visitor.client.get(f"/shared/{link}/")

    assert (shared.status_code, waiting.status_code) == (200, 404)


def test_the_data_are_given_without_a_dose(away):
    held = away.get("data/").json()

    assert held["plan"] is None
    assert len(held["record"]["chapters"][0]["sessions"]) == 3


def test_ten_days_away_hold_nothing_back():
    visitor = trained(3)
    last = visitor.state.chapters[-1].sessions[-1].day

    with time_machine.travel(visitor.state.date_of(last + 10), tick=False):
        codes = {tail: visitor.get(tail).status_code for tail in ("plan/", *WITH_DOSES)}

    assert set(codes.values()) == {200}

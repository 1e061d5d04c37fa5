"""Links made from a plan: each for one use, read-only, withdrawn at once, and never kept alive."""

from datetime import UTC, datetime, timedelta

import pytest
import time_machine
from django.db import IntegrityError, transaction

from planner import vault
from planner.models import PlanLink, PrivatePlan
from planner.vault import Use
from tests.planner.first_form import wrap_as_at_first

pytestmark = pytest.mark.django_db
USES = [Use.SHARE, Use.CALENDAR]
every_use = pytest.mark.parametrize("use", USES)


def opens(link, use):
    try:
        return bool(PrivatePlan.objects.read_through(link, use))
    except PrivatePlan.DoesNotExist:
        return False


@pytest.fixture
def token():
    return PrivatePlan.objects.start(b"age: 44")


@every_use
def test_a_link_opens_what_the_plan_holds_by_now(token, use):
    link = PrivatePlan.objects.make_link(token, use)

    with PrivatePlan.objects.edit(token) as draft:
        draft.payload = b"age: 45"

    assert PrivatePlan.objects.read_through(link, use) == b"age: 45"
    assert PrivatePlan.objects.has_link(token, use)


@every_use
def test_a_link_made_for_one_use_opens_nothing_else(token, use):
    link = PrivatePlan.objects.make_link(token, use)

    assert [other for other in Use if opens(link, other)] == [use]
    with pytest.raises(PrivatePlan.DoesNotExist):
        PrivatePlan.objects.read(link)
    assert not any(opens(token, other) for other in USES)


def test_a_stored_link_moved_to_another_use_opens_nothing(token):
    link = PrivatePlan.objects.make_link(token, Use.SHARE)
    PlanLink.objects.update(use=Use.CALENDAR, lookup=vault.lookup(link, Use.CALENDAR))

    with pytest.raises(vault.Unreadable):
        PrivatePlan.objects.read_through(link, Use.CALENDAR)


def test_a_link_moved_to_another_plan_opens_nothing(token):
    link = PrivatePlan.objects.make_link(token, Use.SHARE)
    PrivatePlan.objects.start(b"another person's")
    PlanLink.objects.update(plan=PrivatePlan.objects.exclude(pk=PlanLink.objects.get().plan_id)[0])

    with pytest.raises(vault.Unreadable):
        PrivatePlan.objects.read_through(link, Use.SHARE)


def test_without_the_server_secret_no_link_opens(token, settings):
    link = PrivatePlan.objects.make_link(token, Use.SHARE)
    settings.PLAN_SECRETS = {"1": "guessed"}

    with pytest.raises(vault.Unreadable):
        PrivatePlan.objects.read_through(link, Use.SHARE)


@every_use
def test_a_withdrawn_link_is_dead_and_the_others_live(token, use):
    links = {each: PrivatePlan.objects.make_link(token, each) for each in USES}

    PrivatePlan.objects.withdraw_link(token, use)
    PrivatePlan.objects.withdraw_link(token, use)

    assert [each for each in USES if not opens(links[each], each)] == [use]
    assert not PrivatePlan.objects.has_link(token, use)
    assert PrivatePlan.objects.read(token) == b"age: 44"


def test_a_new_link_ends_the_older_one(token):
    older = PrivatePlan.objects.make_link(token, Use.SHARE)
    newer = PrivatePlan.objects.make_link(token, Use.SHARE)

    assert [opens(link, Use.SHARE) for link in (older, newer)] == [False, True]
    assert PlanLink.objects.count() == 1


def test_no_token_of_a_link_is_stored_in_the_open(token):
    link = PrivatePlan.objects.make_link(token, Use.SHARE)

    assert link not in repr(PlanLink.objects.values().get())


def test_a_link_of_the_first_form_moves_as_it_is_used(token, settings):
    link = PrivatePlan.objects.make_link(token, Use.CALENDAR)
    plan = PrivatePlan.objects.get()
    data_key = plan.key(token)._data_key(plan.sealed)
    older = {"1": settings.PLAN_SECRETS["1"]}
    PlanLink.objects.update(
        wrapped_key=wrap_as_at_first(data_key, link, plan.uid.bytes, older, Use.CALENDAR)
    )
    settings.PLAN_SECRETS = {"2": "newer", **older}
    with PrivatePlan.objects.edit(token) as draft:
        draft.payload += b"!"

    PrivatePlan.objects.read_through(link, Use.CALENDAR)
    settings.PLAN_SECRETS = {"2": "newer"}

    assert PrivatePlan.objects.read_through(link, Use.CALENDAR) == b"age: 44!"


def test_a_calendar_that_asks_every_hour_keeps_no_plan_alive():
    with time_machine.travel(datetime(2026, 3, 4, tzinfo=UTC), tick=False) as clock:
        token = PrivatePlan.objects.start(b"age: 44")
        with PrivatePlan.objects.edit(token) as draft:
            draft.finished = True
        link = PrivatePlan.objects.make_link(token, Use.CALENDAR)
        lives = PrivatePlan.objects.get().expires_at
        clock.shift(timedelta(days=300))

        assert opens(link, Use.CALENDAR)
        assert PrivatePlan.objects.get().expires_at == lives
        clock.move_to(lives)
        assert not opens(link, Use.CALENDAR)


@pytest.mark.parametrize(
    "damage", [{"lookup": b"short"}, {"wrapped_key": b"short"}, {"use": "plan"}], ids=str
)
def test_the_database_refuses_a_damaged_link(token, damage):
    PrivatePlan.objects.make_link(token, Use.SHARE)

    with pytest.raises(IntegrityError), transaction.atomic():
        PlanLink.objects.update(**damage)

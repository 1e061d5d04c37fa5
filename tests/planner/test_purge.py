"""How long private plans are kept, and how they go."""

from datetime import UTC, date, datetime, timedelta

import pytest
import time_machine
from django.conf import settings
from django.core.management import call_command
from django.db import connection
from django.test.utils import CaptureQueriesContext

from planner.management.commands import purge_expired
from planner.models import BACKUP_DAYS, ErasedPlan, PlanLink, PrivatePlan
from planner.vault import Use

# A Wednesday, twenty past ten.
START = datetime(2026, 3, 4, 10, 20, tzinfo=UTC)


@pytest.fixture
def clock():
    with time_machine.travel(START, tick=False) as traveller:
        yield traveller


def finish(token):
    with PrivatePlan.objects.edit(token) as draft:
        draft.finished = True


def is_gone(token):
    try:
        PrivatePlan.objects.read(token)
    except PrivatePlan.DoesNotExist:
        return True
    return False


@pytest.mark.django_db
def test_a_draft_lives_for_a_day_after_its_last_save(clock):
    token = PrivatePlan.objects.start(b"age: 44")
    clock.shift(timedelta(hours=20))
    with PrivatePlan.objects.edit(token) as draft:
        draft.payload = b"age: 45"

    clock.shift(timedelta(hours=24))
    assert PrivatePlan.objects.read(token) == b"age: 45"
    clock.shift(timedelta(hours=1))
    assert is_gone(token)


@pytest.mark.django_db
def test_pressing_save_again_keeps_a_draft_for_another_day(clock):
    token = PrivatePlan.objects.start(b"age: 44")
    clock.shift(timedelta(hours=20))
    with PrivatePlan.objects.edit(token) as draft:
        draft.payload = b"age: 44"

    clock.shift(timedelta(hours=24))

    assert PrivatePlan.objects.read(token) == b"age: 44"
    assert PrivatePlan.objects.get().revision == 1


@pytest.mark.django_db
def test_looking_at_a_draft_does_not_keep_it(clock):
    token = PrivatePlan.objects.start(b"age: 44")
    clock.shift(timedelta(hours=24))
    PrivatePlan.objects.read(token)

    clock.shift(timedelta(hours=1))

    assert is_gone(token)


@pytest.mark.django_db
def test_an_expired_plan_cannot_be_edited_before_it_is_purged(clock):
    token = PrivatePlan.objects.start(b"age: 44")
    clock.shift(timedelta(hours=25))

    with pytest.raises(PrivatePlan.DoesNotExist), PrivatePlan.objects.edit(token) as draft:
        draft.payload = b"age: 45"

    assert PrivatePlan.objects.expired().get().revision == 1


@pytest.mark.django_db
def test_a_plan_lives_for_twelve_months_after_the_week_of_its_last_use(clock):
    token = PrivatePlan.objects.start(b"age: 44")
    finish(token)

    clock.shift(timedelta(days=200))
    assert PrivatePlan.objects.read(token) == b"age: 44"
    clock.shift(timedelta(days=366))
    assert PrivatePlan.objects.read(token) == b"age: 44"
    clock.shift(timedelta(weeks=54))
    assert is_gone(token)


@pytest.mark.django_db
def test_a_plan_is_written_by_reading_once_a_week_at_most(clock, django_assert_num_queries):
    token = PrivatePlan.objects.start(b"age: 44")
    finish(token)

    with django_assert_num_queries(1):
        PrivatePlan.objects.read(token)
    clock.shift(timedelta(days=7))
    with django_assert_num_queries(2):
        PrivatePlan.objects.read(token)
    with django_assert_num_queries(1):
        PrivatePlan.objects.read(token)

    assert PrivatePlan.objects.get().used_week == date(2026, 3, 9)
    assert PrivatePlan.objects.get().revision == 2


@pytest.mark.django_db
def test_the_dates_say_only_the_week(clock):
    finish(PrivatePlan.objects.start(b"age: 44"))

    plan = PrivatePlan.objects.get()

    assert plan.created_week == date(2026, 3, 2)
    assert plan.used_week == date(2026, 3, 2)
    assert plan.expires_at == datetime(2027, 3, 15, tzinfo=UTC)


@pytest.mark.django_db
def test_the_purge_removes_exactly_the_expired(clock, capsys):
    drafts = [PrivatePlan.objects.start(b"old draft") for _ in range(3)]
    plan = PrivatePlan.objects.start(b"plan")
    finish(plan)
    clock.shift(timedelta(hours=25))
    fresh = PrivatePlan.objects.start(b"fresh draft")

    call_command("purge_expired", trust_clock=True)

    told = capsys.readouterr().out.splitlines()
    assert told[:2] == [
        "Private plans erased: 3. Kept: 2.",
        "Erased plans forgotten: 0. Remembered: 3.",
    ]
    assert all(is_gone(token) for token in drafts)
    assert PrivatePlan.objects.read(plan) == b"plan"
    assert PrivatePlan.objects.read(fresh) == b"fresh draft"


@pytest.mark.django_db
def test_the_purge_goes_on_until_no_batch_is_left(clock, capsys, monkeypatch):
    monkeypatch.setattr(purge_expired, "BATCH_ROWS", 2)
    for _ in range(5):
        PrivatePlan.objects.start(b"old draft")
    clock.shift(timedelta(hours=25))

    call_command("purge_expired", trust_clock=True)

    assert "Private plans erased: 5. Kept: 0.\n" in capsys.readouterr().out
    assert PrivatePlan.objects.count() == 0


@pytest.mark.django_db
def test_the_list_of_erased_plans_outlives_every_backup_and_no_more(clock, capsys):
    clock.move_to(datetime(2026, 3, 8, 23, 50, tzinfo=UTC))  # the last minutes of a week
    PrivatePlan.objects.erase(PrivatePlan.objects.start(b"age: 44"))

    clock.shift(timedelta(days=BACKUP_DAYS))
    call_command("purge_expired", trust_clock=True)
    assert ErasedPlan.objects.count() == 1

    clock.shift(timedelta(days=1))
    call_command("purge_expired", trust_clock=True)
    assert ErasedPlan.objects.count() == 0
    assert "Erased plans forgotten: 1. Remembered: 0." in capsys.readouterr().out


@pytest.mark.django_db
def test_the_list_of_erased_plans_is_shortened_in_batches_too(clock, capsys, monkeypatch):
    monkeypatch.setattr(purge_expired, "BATCH_ROWS", 2)
    for _ in range(5):
        PrivatePlan.objects.erase(PrivatePlan.objects.start(b"age: 44"))
    clock.shift(timedelta(weeks=ErasedPlan.life_weeks()))

    with CaptureQueriesContext(connection) as asked:
        call_command("purge_expired", trust_clock=True)

    deleted = [each["sql"] for each in asked if each["sql"].startswith("DELETE")]
    assert len(deleted) == 3
    assert "Erased plans forgotten: 5. Remembered: 0." in capsys.readouterr().out


@pytest.mark.django_db
def test_a_purged_plan_is_on_the_list_too_and_its_links_go_with_it(clock):
    token = PrivatePlan.objects.start(b"age: 44")
    PrivatePlan.objects.make_link(token, Use.SHARE)
    uid = PrivatePlan.objects.get().pk
    clock.shift(timedelta(hours=25))

    call_command("purge_expired", trust_clock=True)

    assert ErasedPlan.objects.get().pk == uid
    assert not PlanLink.objects.exists()


def test_visitors_are_told_what_those_who_run_the_site_do():
    told = (settings.BASE_DIR / "docs" / "operations.md").read_text()

    assert f"Delete backups after {BACKUP_DAYS} days" in told

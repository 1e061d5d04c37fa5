"""The server's secret of every plan changes in bulk, without a link, and a stop harms nothing."""

from datetime import UTC, datetime

import pytest
import time_machine

from planner import rotation
from planner.models import PlanLink, PrivatePlan
from planner.rotation import Resting, resting_on_each_version, rewrap, rewrap_row
from planner.vault import UnknownKeyVersion, Unreadable, Use
from tests.planner.first_form import seal_as_at_first

OLD, NEW = {"1": "an older secret"}, {"2": "a newer secret"}

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def start(settings):
    """Begin under the older secret alone."""
    settings.PLAN_SECRETS = OLD


def a_plan_with_links():
    token = PrivatePlan.objects.start(b"age: 44")
    return token, {
        use: PrivatePlan.objects.make_link(token, use) for use in (Use.SHARE, Use.CALENDAR)
    }


def versions():
    plans = PrivatePlan.objects.values_list("key_version", flat=True)
    return sorted(plans), sorted(PlanLink.objects.values_list("key_version", flat=True))


def test_after_it_the_newer_secret_alone_opens_every_plan_and_link(settings, monkeypatch):
    monkeypatch.setattr(rotation, "BATCH_ROWS", 2)
    made = [a_plan_with_links() for _ in range(5)]
    settings.PLAN_SECRETS = NEW | OLD

    failed = rewrap()

    settings.PLAN_SECRETS = NEW
    assert failed == 0
    assert versions() == (["2"] * 5, ["2"] * 10)
    for token, links in made:
        assert PrivatePlan.objects.read(token) == b"age: 44"
        for use, link in links.items():
            assert PrivatePlan.objects.read_through(link, use) == b"age: 44"


def test_after_it_the_older_secret_opens_nothing(settings):
    token, links = a_plan_with_links()
    settings.PLAN_SECRETS = NEW | OLD
    rewrap()
    settings.PLAN_SECRETS = {"2": OLD["1"]}

    with pytest.raises(Unreadable):
        PrivatePlan.objects.read(token)
    for use, link in links.items():
        with pytest.raises(Unreadable):
            PrivatePlan.objects.read_through(link, use)


def test_before_it_the_newer_secret_alone_opens_nothing(settings):
    token, _links = a_plan_with_links()
    settings.PLAN_SECRETS = NEW

    with pytest.raises(UnknownKeyVersion):
        PrivatePlan.objects.read(token)


def test_a_second_run_changes_nothing(settings):
    a_plan_with_links()
    settings.PLAN_SECRETS = NEW | OLD
    rewrap()
    before = list(PrivatePlan.objects.values()), list(PlanLink.objects.values())

    assert rewrap() == 0

    assert (list(PrivatePlan.objects.values()), list(PlanLink.objects.values())) == before


def test_what_a_visitor_saves_meanwhile_is_not_undone(settings):
    token, _links = a_plan_with_links()
    settings.PLAN_SECRETS = NEW | OLD
    as_read = PrivatePlan.objects.get()
    with PrivatePlan.objects.edit(token) as draft:
        draft.payload = b"age: 45"
    saved = PrivatePlan.objects.get().wrapped

    assert rewrap_row(as_read)

    assert PrivatePlan.objects.get().wrapped == saved
    assert PrivatePlan.objects.read(token) == b"age: 45"


def test_a_damaged_row_is_counted_and_holds_up_no_other(settings):
    for _ in "12":
        a_plan_with_links()
    row = PrivatePlan.objects.order_by("pk").first()
    PrivatePlan.objects.filter(pk=row.pk).update(wrapped_key=bytes(len(row.wrapped_key)))
    settings.PLAN_SECRETS = NEW | OLD

    failed = rewrap()

    assert failed == 1
    assert versions() == (["1", "2"], ["2"] * 4)


def test_the_report_says_what_rests_on_each_version_and_until_when(settings):
    with time_machine.travel(datetime(2026, 3, 4, 10, 20, tzinfo=UTC), tick=False):
        a_plan_with_links()
        settings.PLAN_SECRETS = NEW | OLD
        PrivatePlan.objects.start(b"age: 45")

    ends = datetime(2026, 3, 5, 11, tzinfo=UTC)
    assert resting_on_each_version() == {
        "2": Resting(plans=1, ends_at=ends),
        "1": Resting(plans=1, links=2, ends_at=ends),
    }


def test_the_report_names_a_version_whose_secret_is_missing(settings):
    a_plan_with_links()
    settings.PLAN_SECRETS = NEW

    found = resting_on_each_version()

    assert {version: each.plans for version, each in found.items()} == {"2": 0, "1": 1}


def test_a_plan_of_the_first_form_waits_for_its_link_and_then_moves(settings):
    token = seal_as_at_first(b"age: 44", OLD)
    settings.PLAN_SECRETS = NEW | OLD
    assert rewrap() == 0
    assert resting_on_each_version()["1"].of_first_form == 1

    assert PrivatePlan.objects.read(token) == b"age: 44"

    assert versions()[0] == ["2"]
    settings.PLAN_SECRETS = NEW
    assert PrivatePlan.objects.read(token) == b"age: 44"

"""What is counted is for those with the token, and says nothing of any one person."""

import os
import time
from datetime import timedelta

import pytest
import time_machine
from django.utils import timezone
from prometheus_client.parser import text_string_to_metric_families

from planner.models import PrivatePlan
from ttl import metrics

TOKEN = "hW2rTq9ZxK4mVb7NcY1sLd8PfG3jQe6A"


@pytest.fixture
def read(client, settings):
    """Reads what was counted, as samples by name and labels."""
    settings.METRICS_TOKEN = TOKEN
    settings.RELEASE = "a1b2c3d4"

    def samples():
        answer = client.get("/metrics", headers={"authorization": f"Bearer {TOKEN}"})
        families = text_string_to_metric_families(answer.content.decode())
        return {
            (sample.name, *(value for _name, value in sorted(sample.labels.items()))): sample.value
            for family in families
            for sample in family.samples
        }

    return samples


@pytest.mark.parametrize(
    "given", ["", TOKEN, f"Bearer {TOKEN}x", "Bearer ", f"bearer {TOKEN}", "é"]
)
def test_without_the_token_there_is_no_such_page(client, settings, given):
    settings.METRICS_TOKEN = TOKEN

    assert client.get("/metrics", headers={"authorization": given}).status_code == 404


@pytest.mark.parametrize("given", ["", "Bearer "])
def test_where_no_token_is_set_there_is_no_such_page_for_anybody(client, settings, given):
    settings.METRICS_TOKEN = ""

    assert client.get("/metrics", headers={"authorization": given}).status_code == 404


@pytest.mark.django_db
def test_answers_are_counted_and_timed_by_route_method_and_kind_of_status(client, read):
    name, labels = "ttl_request_seconds", ("GET", "planner:help", "2xx")
    before = read()

    for _ in "123":
        client.get("/help/?mood=severe")

    after = read()
    counted = after[f"{name}_count", *labels] - before.get((f"{name}_count", *labels), 0)
    assert counted == 3
    assert after[f"{name}_sum", *labels] > before.get((f"{name}_sum", *labels), 0)
    assert after[f"{name}_bucket", "+Inf", *labels] == after[f"{name}_count", *labels]


@pytest.mark.django_db
def test_the_desk_is_one_route(client, read):
    client.get("/admin/login/")

    labels = {key[2] for key in read() if key[0] == "ttl_request_seconds_count"}
    assert "admin" in labels
    assert not {label for label in labels if label.startswith("admin:")}


@pytest.mark.django_db
def test_a_limit_that_was_met_and_a_fault_are_counted(read):
    names = [("ttl_limited_requests_total", "plans"), ("ttl_faults_total", "disk")]
    before = read()

    metrics.count_limited("plans")
    metrics.count_fault("disk")

    after = read()
    assert [after[name] - before.get(name, 0) for name in names] == [1, 1]


@pytest.mark.django_db
@pytest.mark.parametrize(("made", "told"), [(0, 0), (9, 0), (10, 10), (19, 10)])
def test_plans_and_drafts_are_told_in_whole_tens(read, made, told):
    for _ in range(made):
        PrivatePlan.objects.start(b"{}")

    samples = read()

    assert (samples["ttl_drafts",], samples["ttl_plans",]) == (told, 0)


@pytest.mark.django_db
def test_a_finished_plan_is_no_draft_and_what_is_over_is_neither(read):
    tokens = [PrivatePlan.objects.start(b"{}") for _ in range(40)]
    for token in tokens[:20]:
        with PrivatePlan.objects.edit(token) as draft:
            draft.finished = True
    over = [plan.pk for plan in PrivatePlan.objects.filter(used_week=None)[:10]]
    PrivatePlan.objects.filter(pk__in=over).update(expires_at=timezone.now())

    samples = read()

    assert (samples["ttl_drafts",], samples["ttl_plans",]) == (10, 20)


@pytest.mark.django_db
def test_what_should_have_been_erased_is_told_by_how_long_it_waits(read):
    PrivatePlan.objects.start(b"{}")
    first = read()["ttl_purge_overdue_seconds",]
    ends = PrivatePlan.objects.get().expires_at

    with time_machine.travel(ends + timedelta(hours=2), tick=False):
        second = read()["ttl_purge_overdue_seconds",]

    assert (first, second) == (0, 7200)


@pytest.mark.django_db
def test_the_newest_backup_is_told_by_its_age(read, settings, tmp_path):
    settings.BACKUP_DIR = str(tmp_path)
    none = read()
    for name, age in (("new", 60), ("old", 3600)):
        (tmp_path / name).touch()
        os.utime(tmp_path / name, (time.time() - age,) * 2)

    some = read()

    assert ("ttl_backup_age_seconds",) not in none
    assert 60 <= some["ttl_backup_age_seconds",] < 120


@pytest.mark.django_db
def test_the_release_and_whether_the_database_answers_are_told(read):
    samples = read()

    assert (samples["ttl_info", "a1b2c3d4"], samples["ttl_database_up",]) == (1, 1)


def test_without_a_database_all_else_is_still_told(read, unreachable):
    samples = read()

    assert samples["ttl_database_up",] == 0
    assert ("ttl_plans",) not in samples


def test_every_label_is_one_of_ours():
    labels = {
        label
        for family in metrics.COUNTED.collect()
        for sample in family.samples
        for label in sample.labels
    }

    assert labels <= {"route", "method", "status", "le", "what", "limit"}

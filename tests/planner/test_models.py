"""Private plans: found by their link, lost to everybody else, never overwritten."""

import re
from datetime import UTC, date, datetime

import pytest
import time_machine
from django.db import IntegrityError, transaction

from planner import vault
from planner.models import PrivatePlan

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
def test_a_started_plan_opens_with_its_token():
    token = PrivatePlan.objects.start(b"age: 44")

    assert PrivatePlan.objects.read(token) == b"age: 44"


@pytest.mark.django_db
def test_unknown_tokens_find_nothing():
    PrivatePlan.objects.start(b"age: 44")

    assert all(is_gone(vault.new_token()) for _ in range(50))


@pytest.mark.django_db
def test_truncated_and_lengthened_tokens_find_nothing():
    token = PrivatePlan.objects.start(b"age: 44")

    assert all(is_gone(token[:length]) for length in range(len(token)))
    assert is_gone(token + "A")
    assert is_gone(token + "=")


@pytest.mark.django_db
def test_a_token_altered_by_one_character_finds_nothing():
    token = PrivatePlan.objects.start(b"age: 44")
    others = {c: "A" if c != "A" else "B" for c in token}
    altered = [token[:n] + others[token[n]] + token[n + 1 :] for n in range(len(token))]

    assert [token for token in altered if not is_gone(token)] == []


@pytest.mark.django_db
def test_every_other_last_character_finds_nothing():
    # The last character carries two spare bits: base64 alone would take four spellings for one.
    token = PrivatePlan.objects.start(b"age: 44")
    alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"
    altered = [token[:-1] + last for last in alphabet if last != token[-1]]

    assert [token for token in altered if not is_gone(token)] == []


@pytest.mark.django_db
@pytest.mark.parametrize("columns", [("lookup",), ("wrapped_key", "payload"), ("payload",)])
def test_swapped_rows_are_rejected(columns):
    tokens = [PrivatePlan.objects.start(answer) for answer in (b"mine", b"another person's")]
    rows = list(PrivatePlan.objects.values("pk", *columns))
    PrivatePlan.objects.filter(pk=rows[0]["pk"]).update(
        **{column: b"\0" * 32 if column == "lookup" else b"\0" * 60 for column in columns}
    )
    for row, other in [(rows[1], rows[0]), (rows[0], rows[1])]:
        PrivatePlan.objects.filter(pk=row["pk"]).update(**{c: bytes(other[c]) for c in columns})

    for token in tokens:
        with pytest.raises(vault.Unreadable):
            PrivatePlan.objects.read(token)


@pytest.mark.django_db
def test_without_the_server_secret_no_plan_opens(settings):
    tokens = [PrivatePlan.objects.start(b"age: 44") for _ in range(20)]
    settings.PLAN_SECRETS = {"1": "guessed"}

    for token in tokens:
        with pytest.raises(vault.Unreadable):
            PrivatePlan.objects.read(token)


@pytest.mark.django_db
def test_a_plan_follows_the_secrets_as_they_are_rotated(settings):
    token = PrivatePlan.objects.start(b"first")
    settings.PLAN_SECRETS = {"2": "newer", **settings.PLAN_SECRETS}

    with PrivatePlan.objects.edit(token) as draft:
        draft.payload += b", second"
    settings.PLAN_SECRETS = {"2": "newer"}

    assert PrivatePlan.objects.read(token) == b"first, second"


@pytest.mark.django_db
@pytest.mark.parametrize(
    "damage",
    [
        {"lookup": b"short"},
        {"wrapped_key": b"short"},
        {"revision": 0},
        {"used_week": date(2000, 1, 3)},
    ],
    ids=lambda damage: next(iter(damage)),
)
def test_the_database_refuses_a_damaged_row(damage):
    PrivatePlan.objects.start(b"age: 44")

    with pytest.raises(IntegrityError), transaction.atomic():
        PrivatePlan.objects.update(**damage)


@pytest.mark.django_db
def test_a_plan_names_nobody_when_printed():
    token = PrivatePlan.objects.start(b"age: 44")

    assert re.fullmatch(r"Private plan [0-9a-f-]{36}", str(PrivatePlan.objects.get()))
    assert token not in repr(vars(PrivatePlan.objects.get()))


@pytest.mark.django_db
def test_an_edit_is_kept_and_counted():
    token = PrivatePlan.objects.start(b"age: 44")

    with PrivatePlan.objects.edit(token) as draft:
        draft.payload = b"age: 45"

    assert PrivatePlan.objects.read(token) == b"age: 45"
    assert PrivatePlan.objects.get().revision == 2


@pytest.mark.django_db
def test_an_edit_that_changes_nothing_writes_nothing(clock, django_assert_num_queries):
    token = PrivatePlan.objects.start(b"age: 44")
    before = PrivatePlan.objects.values().get()

    with (
        django_assert_num_queries(3, info="savepoint, select, release"),
        PrivatePlan.objects.edit(token) as draft,
    ):
        draft.payload = b"age: 44"

    assert PrivatePlan.objects.values().get() == before


@pytest.mark.django_db
def test_an_edit_that_fails_saves_nothing():
    token = PrivatePlan.objects.start(b"age: 44")

    def fail_half_way():
        with PrivatePlan.objects.edit(token) as draft:
            draft.payload = b"age: 45"
            raise InterruptedError

    with pytest.raises(InterruptedError):
        fail_half_way()

    assert PrivatePlan.objects.read(token) == b"age: 44"
    assert PrivatePlan.objects.get().revision == 1


@pytest.mark.django_db
def test_an_edit_of_an_unknown_plan_finds_nothing():
    with (
        pytest.raises(PrivatePlan.DoesNotExist),
        PrivatePlan.objects.edit(vault.new_token()) as draft,
    ):
        draft.payload = b"age: 45"

    assert PrivatePlan.objects.count() == 0


@pytest.mark.django_db
def test_a_finished_plan_never_turns_back_into_a_draft():
    token = PrivatePlan.objects.start(b"age: 44")
    finish(token)

    with PrivatePlan.objects.edit(token) as draft:
        draft.payload, draft.finished = b"age: 45", False

    assert PrivatePlan.objects.get().is_finished


@pytest.mark.django_db
def test_erasing_ends_a_plan_at_once_and_no_other():
    token, other = PrivatePlan.objects.start(b"mine"), PrivatePlan.objects.start(b"other")

    PrivatePlan.objects.erase(token)
    PrivatePlan.objects.erase(token)

    assert is_gone(token)
    assert PrivatePlan.objects.read(other) == b"other"

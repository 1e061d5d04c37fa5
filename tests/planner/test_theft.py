"""The database, the secrets and the links: two of the three open nothing, all three everything."""

import secrets

import pytest

from planner import vault
from planner.models import PrivatePlan
from planner.vault import Use

PLANS = 100
ANSWERS = b"two sessions a week"

pytestmark = pytest.mark.django_db


@pytest.fixture
def links():
    return [PrivatePlan.objects.start(ANSWERS) for _ in range(PLANS)]


def opened(tokens, server_secrets):
    """What somebody reads who has the rows and tries each of these tokens and secrets on each."""
    found = []
    for row in PrivatePlan.objects.all():
        for token in tokens:
            key = vault.Key(token=token, uid=row.uid.bytes, secrets=server_secrets)
            try:
                found.append(key.unseal(row.sealed))
            except vault.Unreadable:
                continue
    return found


def test_the_database_and_the_secrets_open_nothing_without_the_links(links, settings):
    rows = list(PrivatePlan.objects.all())
    guesses = [
        *("", settings.PLAN_SECRETS["1"], settings.SECRET_KEY),
        *(bytes(row.lookup).hex() for row in rows[:10]),
        *(row.uid.hex for row in rows[:10]),
        *(vault.new_token() for _ in range(10)),
    ]

    assert opened(guesses, settings.PLAN_SECRETS) == []


def test_the_database_and_the_links_open_nothing_without_the_secrets(links):
    for guess in ("", "1", secrets.token_urlsafe(48)):
        assert opened(links, {"1": guess}) == []


def test_all_three_open_everything(links, settings):
    assert opened(links, settings.PLAN_SECRETS) == [ANSWERS] * PLANS


@pytest.mark.parametrize("columns", [("wrapped_key",), ("wrapped_key", "key_version", "payload")])
def test_what_is_swapped_between_two_plans_opens_neither(columns, client):
    tokens = [PrivatePlan.objects.start(answers) for answers in (b"mine", b"other")]
    rows = [PrivatePlan.objects.get(lookup=vault.lookup(token)) for token in tokens]
    swapped = [{name: getattr(row, name) for name in columns} for row in rows]
    for row, columns_of_other in zip(rows, reversed(swapped), strict=True):
        PrivatePlan.objects.filter(pk=row.pk).update(**columns_of_other)

    for token in tokens:
        with pytest.raises(vault.Unreadable):
            PrivatePlan.objects.read(token)
        assert client.get(f"/plan/{token}/").status_code == 404


def test_a_link_moved_to_another_plan_opens_neither(client):
    tokens = [PrivatePlan.objects.start(answers) for answers in (b"mine", b"other")]
    share = PrivatePlan.objects.make_link(tokens[0], Use.SHARE)
    link = PrivatePlan.objects.get(lookup=vault.lookup(tokens[0])).links.get()
    link.plan = PrivatePlan.objects.get(lookup=vault.lookup(tokens[1]))
    link.save()

    with pytest.raises(vault.Unreadable):
        PrivatePlan.objects.read_through(share, Use.SHARE)
    assert client.get(f"/shared/{share}/").status_code == 404


def test_the_key_of_an_older_state_does_not_open_another_plans_newer_one():
    token, other = PrivatePlan.objects.start(b"mine"), PrivatePlan.objects.start(b"other")
    older = PrivatePlan.objects.get(lookup=vault.lookup(token)).payload
    with PrivatePlan.objects.edit(other) as draft:
        draft.payload = b"newer"
    PrivatePlan.objects.filter(lookup=vault.lookup(other)).update(payload=older)

    with pytest.raises(vault.Unreadable):
        PrivatePlan.objects.read(other)

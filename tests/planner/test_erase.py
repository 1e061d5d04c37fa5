"""Erasing: told plainly, in two steps, everywhere at once, in the files too, and for good."""

import re
from threading import Event, Thread

import pytest
from django.core.management import CommandError, call_command
from django.db import connection

from planner import vault
from planner.models import BACKUP_DAYS, ErasedPlan, PlanLink, PrivatePlan
from planner.vault import Use
from tests.planner.people import EVERY_TAIL, Visitor, finished, html
from tests.ttl.pages import text

GONE = "This plan was erased"


def heading(response):
    return text(html(response).find("body/main//h1"))


@pytest.mark.django_db
def test_the_page_says_what_goes_and_what_stays_and_erases_nothing_yet():
    visitor = finished()

    page = html(visitor.get("erase/"))

    words = text(page.find("body/main"))
    assert "your answers, your plan and everything you noted" in words
    assert f"gone after {BACKUP_DAYS} days" in words
    assert f"For about {ErasedPlan.life_weeks()} weeks" in words
    assert [button.text for button in page.find("body/main").iter("button")] == ["Erase everything"]
    assert visitor.state.plan


@pytest.mark.django_db
def test_one_press_ends_every_address_at_once():
    visitor = finished()
    link = PrivatePlan.objects.make_link(visitor.token, Use.SHARE)

    assert heading(visitor.post("erase/", {})) == "Everything is erased"

    for tail in EVERY_TAIL:
        answer = visitor.get(tail)
        assert (answer.status_code, heading(answer)) == (410, GONE), tail
    assert visitor.client.get(f"/shared/{link}/").status_code == 404
    assert not PrivatePlan.objects.exists()
    assert not PlanLink.objects.exists()


@pytest.mark.django_db
@pytest.mark.parametrize("tail", ["erase/", "check/", "questions/1/", "share/"])
def test_what_is_sent_to_an_erased_plan_is_answered_kindly_and_kept_nowhere(tail):
    visitor = finished()
    visitor.post("erase/", {})

    answer = visitor.post(tail, {"age": "44", "consent": "on"})

    assert (answer.status_code, heading(answer)) == (410, GONE)
    assert "it was not kept" in text(html(answer))
    assert answer["Cache-Control"] == "no-store, private"
    assert not PrivatePlan.objects.exists()


@pytest.mark.django_db
def test_what_is_remembered_is_a_number_a_hash_and_a_week():
    token = PrivatePlan.objects.start(b"age: 44")
    plan = PrivatePlan.objects.get()

    PrivatePlan.objects.erase(token)
    PrivatePlan.objects.erase(token)

    entry = ErasedPlan.objects.values().get()
    assert entry["uid"] == plan.uid
    assert bytes(entry["lookup"]) == bytes(plan.lookup)
    assert entry["erased_week"].weekday() == 0
    assert set(entry) == {"uid", "lookup", "erased_week"}


@pytest.mark.django_db
def test_a_token_that_was_never_one_is_not_said_to_be_erased():
    stranger = Visitor("A" * 43)

    assert stranger.get().status_code == 404
    assert not PrivatePlan.objects.is_erased(stranger.token)


def on_disk(path):
    files = (path, path.with_name(path.name + "-wal"), path.with_name(path.name + "-journal"))
    return b"".join(file.read_bytes() for file in files if file.exists())


def pieces(stored):
    """Slices all along what was stored: no page of the file may keep even a part."""
    return [stored[start : start + 24] for start in range(0, len(stored) - 24, 400)]


def test_no_byte_of_an_erased_plan_is_left_in_the_files(sqlite_file):
    tokens = [PrivatePlan.objects.start(b"age: 44" * 9) for _ in range(60)]
    erased = tokens[::3]
    before = {bytes(row) for row in PrivatePlan.objects.values_list("payload", flat=True)}
    for token in tokens:
        PrivatePlan.objects.make_link(token, Use.SHARE)
        with PrivatePlan.objects.edit(token) as draft:
            draft.payload = b"age: 45"
    kept = {token: PrivatePlan.objects.read(token) for token in set(tokens) - set(erased)}
    uids = PrivatePlan.objects.filter(lookup__in=map(vault.lookup, erased)).values_list("pk")
    sealed = [
        *PrivatePlan.objects.filter(pk__in=uids).values_list("payload", flat=True),
        *PrivatePlan.objects.filter(pk__in=uids).values_list("wrapped_key", flat=True),
        *PlanLink.objects.filter(plan__in=uids).values_list("wrapped_key", flat=True),
    ]
    assert len(sealed) == 60
    assert all(piece in on_disk(sqlite_file) for each in sealed for piece in pieces(bytes(each)))

    for token in erased:
        PrivatePlan.objects.erase(token)

    left = on_disk(sqlite_file)
    assert not any(piece in left for each in sealed for piece in pieces(bytes(each)))
    assert not any(piece in left for each in before for piece in pieces(each))
    assert sqlite_file.with_name(sqlite_file.name + "-wal").stat().st_size == 0
    assert {token: PrivatePlan.objects.read(token) for token in kept} == kept


def test_erasing_waits_for_no_reader_and_the_next_purge_clears_the_rest(sqlite_file, capsys):
    token = PrivatePlan.objects.start(b"age: 44")
    payload = bytes(PrivatePlan.objects.get().payload)
    reading, done = Event(), Event()

    def read_slowly():
        with connection.cursor() as cursor:
            cursor.execute("BEGIN DEFERRED")
            cursor.execute("SELECT count(*) FROM planner_privateplan").fetchone()
            reading.set()
            done.wait(30)
            cursor.execute("ROLLBACK")
        connection.close()

    reader = Thread(target=read_slowly)
    reader.start()
    reading.wait(30)
    PrivatePlan.objects.erase(token)
    other = PrivatePlan.objects.start(b"a save while somebody reads")
    assert any(piece in on_disk(sqlite_file) for piece in pieces(payload))
    done.set()
    reader.join()

    call_command("purge_expired", trust_clock=True)

    assert not any(piece in on_disk(sqlite_file) for piece in pieces(payload))
    assert PrivatePlan.objects.read(other)
    assert "busy" not in capsys.readouterr().out


@pytest.mark.django_db
def test_a_restored_backup_brings_no_erased_plan_back(tmp_path, capsys):
    tokens = [PrivatePlan.objects.start(b"age: 44") for _ in range(3)]
    backup = list(PrivatePlan.objects.all())
    for token in tokens[:2]:
        PrivatePlan.objects.erase(token)
    file = tmp_path / "erased.txt"
    call_command("save_erasures", file)
    ErasedPlan.objects.all().delete()
    PrivatePlan.objects.all().delete()
    PrivatePlan.objects.bulk_create(backup)

    call_command("apply_erasures", file)
    call_command("apply_erasures", file)

    assert [PrivatePlan.objects.is_erased(token) for token in tokens] == [True, True, False]
    assert PrivatePlan.objects.read(tokens[2]) == b"age: 44"
    assert PrivatePlan.objects.count() == 1
    assert capsys.readouterr().out.splitlines() == [
        "Erased plans on the list: 2.",
        "On the list: 2. Erased from the backup: 2.",
        "On the list: 2. Erased from the backup: 0.",
    ]


@pytest.mark.django_db
def test_the_list_holds_a_uid_a_hash_and_a_week_on_each_line(tmp_path):
    PrivatePlan.objects.erase(PrivatePlan.objects.start(b"age: 44"))
    file = tmp_path / "erased.txt"

    call_command("save_erasures", file)

    assert re.fullmatch(r"[0-9a-f-]{36} [0-9a-f]{64} \d{4}-\d\d-\d\d\n", file.read_text())
    assert [each.name for each in tmp_path.iterdir()] == ["erased.txt"]


@pytest.mark.django_db
@pytest.mark.parametrize("line", ["nonsense", "1 2 3", "", "a b"])
def test_a_file_that_is_no_list_erases_nothing_and_says_where_it_is_wrong(tmp_path, line):
    token = PrivatePlan.objects.start(b"age: 44")
    uid = PrivatePlan.objects.get().pk
    file = tmp_path / "erased.txt"
    file.write_text(f"{uid} {'0' * 64} 2026-03-02\n{line}\n")

    with pytest.raises(CommandError, match=r"line 2 is not an entry of the list\. Nothing was"):
        call_command("apply_erasures", file)

    assert PrivatePlan.objects.read(token) == b"age: 44"


def test_a_list_that_is_not_there_is_named(tmp_path):
    with pytest.raises(CommandError, match=r"gone\.txt: No such file"):
        call_command("apply_erasures", tmp_path / "gone.txt")

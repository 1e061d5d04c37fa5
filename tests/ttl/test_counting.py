"""Whoever counts, a burst is had at once, the rest in time, and a broken store harms nobody."""

import contextlib
import socket
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor

import pytest
import time_machine

from tests.faults.cache import LONG_SECONDS, Cache
from ttl import counting
from ttl.counting import Guarded, InFile, InMemory, InRedis, Rate

RATE = Rate(burst=3, seconds=60)
STORES = ("memory", "file", "redis")
PATIENCE_SECONDS = counting.PATIENCE_SECONDS


@pytest.fixture(autouse=True)
def patient(monkeypatch):
    """Let a busy machine keep a store waiting, where nobody asks how long that may be."""
    monkeypatch.setattr(counting, "PATIENCE_SECONDS", LONG_SECONDS)


@pytest.fixture(scope="module")
def cache():
    """A Redis or Valkey of this module."""
    made = Cache().start()
    yield made
    made.remove()


@pytest.fixture
def store(request, tmp_path, cache):
    """An empty store of the kind that the test asks for."""
    cache.client().flushall()
    kinds = {
        "memory": InMemory,
        "file": lambda: InFile(tmp_path / "limits.sqlite3"),
        "redis": lambda: InRedis(cache.url),
    }
    return kinds[request.param]()


every_store = pytest.mark.parametrize("store", STORES, indirect=True)


@every_store
def test_a_burst_is_had_at_once_and_then_there_is_a_wait(store):
    began = time.monotonic()
    waits = [store.spend("here", RATE) for _ in range(5)]
    least = RATE.seconds - 1 - (time.monotonic() - began)

    assert waits[:3] == [0, 0, 0]
    assert all(least < wait <= RATE.seconds for wait in waits[3:])


@every_store
def test_one_who_waits_pays_nothing_for_asking(store):
    rate = Rate(burst=1, seconds=0.2)
    store.spend("here", rate)
    for _ in range(20):
        store.spend("here", rate)

    time.sleep(0.25)

    assert store.spend("here", rate) == 0


@every_store
def test_one_key_knows_nothing_of_another(store):
    for _ in range(9):
        store.spend("crowd", RATE)

    assert store.spend("elsewhere", RATE) == 0


@every_store
def test_many_at_once_get_no_more_than_the_burst(store):
    with ThreadPoolExecutor(16) as crowd:
        waits = list(crowd.map(lambda _: store.spend("here", RATE), range(200)))

    assert waits.count(0) == RATE.burst


@pytest.mark.parametrize("store", ["memory", "file"], indirect=True)
def test_a_clock_that_was_ahead_shuts_nobody_out(store):
    with time_machine.travel("2031-01-01", tick=False):
        store.spend("here", RATE)

    assert [store.spend("here", RATE) for _ in range(3)] == [0, 0, 0]


def test_two_processes_count_as_one(tmp_path):
    file = tmp_path / "limits.sqlite3"
    spending = (
        "import sys; from pathlib import Path;"
        "from ttl import counting; from ttl.counting import InFile, Rate;"
        f"counting.PATIENCE_SECONDS = {LONG_SECONDS};"
        "store = InFile(Path(sys.argv[1]));"
        "print(sum(store.spend('here', Rate(burst=50, seconds=60)) == 0 for _ in range(200)))"
    )
    command = [sys.executable, "-c", spending, str(file)]

    both = [subprocess.Popen(command, stdout=subprocess.PIPE, text=True) for _ in "12"]

    assert sum(int(each.communicate()[0]) for each in both) == 50


def test_the_file_forgets_what_is_earned_back(tmp_path, monkeypatch):
    monkeypatch.setattr(counting, "SPENDS_BETWEEN_SWEEPS", 10)
    store = InFile(tmp_path / "limits.sqlite3")
    for number in range(9):
        store.spend(f"visitor {number}", Rate(burst=1, seconds=0.001))
    time.sleep(0.01)

    store.spend("one more", RATE)

    assert store.connection.execute("SELECT key FROM spent").fetchall() == [("one more",)]


def test_memory_is_bounded(monkeypatch):
    monkeypatch.setattr(counting, "MOST_KEYS_IN_MEMORY", 10)
    store = InMemory()

    for number in range(35):
        store.spend(f"visitor {number}", RATE)

    assert len(store.earned_back) <= 10


def write_rubbish(path):
    path.write_bytes(b"no database" * 1_000)


def damage(path):
    store = InFile(path)
    store.spend("here", RATE)
    store.connection.close()
    path.write_bytes(path.read_bytes()[:4_096] + b"\xff" * 4_096)


@pytest.mark.parametrize("spoil", [write_rubbish, damage])
def test_a_spoilt_file_is_made_anew_after_the_break(tmp_path, monkeypatch, spoil):
    monkeypatch.setattr(counting, "BREAK_SECONDS", 0)
    spoil(tmp_path / "limits.sqlite3")
    store = Guarded(InFile(tmp_path / "limits.sqlite3"))
    store.spend("here", RATE)

    waits = [store.spend("here", RATE) for _ in range(4)]

    assert [wait > 0 for wait in waits] == [False, False, False, True]
    assert store.own.earned_back.keys() == {"here"}


def test_a_folder_that_cannot_be_written_leaves_each_process_its_own_count(tmp_path, caplog):
    store = Guarded(InFile(tmp_path / "no such folder" / "limits.sqlite3"))

    waits = [store.spend("here", RATE) for _ in range(4)]

    assert [wait > 0 for wait in waits] == [False, False, False, True]
    assert [record.getMessage() for record in caplog.records] == [
        "The store of the limits failed (OperationalError); this process counts alone for 30"
        " seconds."
    ]


@pytest.mark.parametrize("rubbish", [b"rubbish", b"nan", b"-inf", b"1e999", b"\xff\x00", b""])
def test_rubbish_in_the_cache_counts_as_nothing(cache, rubbish):
    store = InRedis(cache.url)
    cache.client().set("ttl:limit:rubbish", rubbish)

    waits = [store.spend("rubbish", RATE) for _ in range(4)]

    assert [wait > 0 for wait in waits] == [False, False, False, True]


def test_another_type_in_the_cache_is_written_over(cache):
    cache.client().lpush("ttl:limit:a list", "1")

    assert InRedis(cache.url).spend("a list", RATE) == 0


def test_the_cache_forgets_by_itself(cache):
    cache.client().flushall()

    InRedis(cache.url).spend("here", RATE)

    assert 0 < cache.client().pttl("ttl:limit:here") <= 60_000


@pytest.mark.parametrize("answers", [True, False], ids=["a black hole", "nobody"])
def test_a_cache_that_is_away_costs_a_quarter_of_a_second_once(answers, monkeypatch):
    monkeypatch.setattr(counting, "PATIENCE_SECONDS", PATIENCE_SECONDS)
    with contextlib.ExitStack() as opened:
        hole = opened.enter_context(socket.create_server(("127.0.0.1", 0)))
        place = hole.getsockname()
        if not answers:
            hole.close()
        store = Guarded(InRedis(f"redis://127.0.0.1:{place[1]}/0"))

        began = time.monotonic()
        first = store.spend("here", RATE)
        took = time.monotonic() - began
        if not answers:
            hole = opened.enter_context(socket.create_server(place))
        waits = [store.spend("here", RATE) for _ in range(100)]

        # It is waited for once to be reached and once to answer, and left alone from then on.
        assert calls(hole) == int(answers)
    assert (first, 2 * PATIENCE_SECONDS < 0.25, took < LONG_SECONDS) == (0, True, True)
    assert [wait > 0 for wait in waits] == [False, False] + [True] * 98


def calls(listener):
    """How often somebody has called."""
    listener.setblocking(False)
    heard = 0
    with contextlib.suppress(BlockingIOError):
        while True:
            listener.accept()[0].close()
            heard += 1
    return heard


def test_a_server_that_speaks_something_else_harms_nobody():
    def refuse():
        with odd.accept()[0] as caller:
            caller.sendall(b"HTTP/1.1 400 Bad Request\r\n\r\n")

    with socket.create_server(("127.0.0.1", 0)) as odd, ThreadPoolExecutor(1) as server:
        server.submit(refuse)
        store = Guarded(InRedis(f"redis://127.0.0.1:{odd.getsockname()[1]}/0"))

        assert [store.spend("here", RATE) > 0 for _ in range(4)] == [False, False, False, True]

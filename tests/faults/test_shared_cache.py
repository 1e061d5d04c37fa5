"""The shared cache fails in every way we know, and no caller notices more than a short wait."""

import time

import pytest
import redis

from tests.faults.cache import LONG_SECONDS, Cache, be_patient
from tests.faults.relay import Relay
from ttl import cache as module
from ttl.cache import PATIENCE_SECONDS, SharedCache

RUBBISH = (b"\xff\xfe", b"", b"hello there", b"cos\nsystem\n(S'true'\ntR.", b"9" * 5_000)


@pytest.fixture(scope="module")
def server():
    made = Cache()
    try:
        yield made.start()
    finally:
        made.remove()


@pytest.fixture(autouse=True)
def rested(monkeypatch):
    monkeypatch.setattr(module, "circuit", module.Circuit())


@pytest.fixture
def relay(server):
    made = Relay(server.port)
    yield made
    made.close()


@pytest.fixture
def shared(monkeypatch, server, relay):
    """A cache that may be slow, as on a machine that runs other tests."""
    be_patient(monkeypatch)
    return _emptied(server, relay)


@pytest.fixture
def hasty(server, relay):
    """A cache that nobody waits for longer than in production."""
    return _emptied(server, relay)


def _emptied(server, relay):
    server.client().flushall()
    made = SharedCache(f"redis://127.0.0.1:{relay.port}/0", {})
    made.alone.clear()
    return made


def test_what_one_process_writes_another_reads(shared, relay):
    other = SharedCache(f"redis://127.0.0.1:{relay.port}/0", {})

    shared.set("text", {"a": [1, "b"]})
    shared.add("count", 1)

    assert (other.get("text"), other.incr("count"), other.get("nothing")) == (
        {"a": [1, "b"]},
        2,
        None,
    )


def test_a_cache_that_is_down_leaves_each_process_its_own(shared, relay):
    relay.cut()

    shared.set("count", 1)

    assert (shared.incr("count"), shared.add("count", 9), shared.get_many(["count", "b"])) == (
        2,
        False,
        {"count": 2},
    )


def test_a_cache_that_never_answers_is_waited_for_once(hasty, relay):
    relay.hush()

    waited = _seconds_of_twenty(hasty)

    assert (_heard(relay), PATIENCE_SECONDS <= waited < LONG_SECONDS) == (1, True)


def test_an_open_connection_that_goes_silent_is_waited_for_once(hasty, relay):
    hasty.set("a", 1)
    before = _heard(relay)
    module.circuit.rests_until = 0.0
    relay.hush()

    waited = _seconds_of_twenty(hasty)

    assert _heard(relay, before) == before + 1
    assert PATIENCE_SECONDS <= waited < LONG_SECONDS


def test_a_slow_cache_is_left_alone(hasty, relay):
    hasty.get("anything")
    before = _heard(relay)
    module.circuit.rests_until = 0.0
    # Each way: the answers come, late but in time.
    relay.slow_seconds = 0.06
    relay.slow()

    waited = _seconds_of_twenty(hasty)

    assert _heard(relay, before) == before + 1
    assert 2 * relay.slow_seconds <= waited < LONG_SECONDS


def test_a_new_connection_to_a_slow_cache_waits_no_longer_than_for_one_answer(hasty, relay):
    relay.slow_seconds = 0.06
    relay.slow()

    hasty.get("anything")

    assert _heard(relay) == 1


def test_a_cache_that_comes_back_is_used_again_after_its_rest(shared, relay, monkeypatch):
    shared.set("a", "shared")
    relay.cut()
    shared.set("a", "alone")
    relay.open()

    resting = shared.get("a")
    monkeypatch.setattr(module.circuit, "rests_until", 0.0)

    assert (resting, shared.get("a")) == ("alone", "shared")


@pytest.mark.parametrize("rubbish", RUBBISH)
def test_rubbish_under_our_key_is_a_miss(shared, server, rubbish):
    server.client().set(shared.make_key("a"), rubbish)

    assert (shared.get("a", "missing"), shared.get_many(["a"])) == ("missing", {})


def test_where_a_key_holds_another_kind_of_value_each_process_counts_for_itself(shared, server):
    server.client().rpush(shared.make_key("count"), "no number")

    shared.get("count")
    shared.add("count", 1)

    assert shared.incr("count") == 2


def test_a_full_cache_counts_in_memory(shared, server):
    server.client().config_set("maxmemory", "1")

    shared.set("count", 1)
    try:
        counted = shared.incr("count")
    finally:
        server.client().config_set("maxmemory", "0")

    assert counted == 2


def test_nothing_from_the_cache_is_ever_run(shared, server, tmp_path):
    mark = tmp_path / "ran"
    server.client().set(shared.make_key("a"), f"cposix\nsystem\n(S'touch {mark}'\ntR.".encode())

    assert (shared.get("a"), mark.exists()) == (None, False)


def test_the_wait_is_said_once_in_the_log(shared, relay, caplog):
    relay.cut()

    for _ in range(5):
        shared.get("a")

    assert caplog.messages == ["The shared cache is left alone for 30 s: ConnectionError"]


def test_a_missing_number_is_still_the_callers_to_handle(shared):
    with pytest.raises(ValueError, match="not found"):
        shared.incr("nothing")


def test_the_server_that_tests_break_is_a_real_one(server):
    assert isinstance(server.client(), redis.Redis)
    assert server.client().ping()


def _seconds_of_twenty(cache):
    """How long twenty questions to a cache take together."""
    began = time.monotonic()
    for _ in range(20):
        cache.get("a")
    return time.monotonic() - began


def _heard(relay, before=0):
    """How often the cache was asked anything, which it was once more than before at the least."""
    until = time.monotonic() + LONG_SECONDS
    while relay.heard == before and time.monotonic() < until:
        time.sleep(0.01)
    return relay.heard

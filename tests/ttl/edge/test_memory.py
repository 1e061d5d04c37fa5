"""A process keeps so many bytes of pages and no more; those in use stay."""

from ttl.edge.memory import Memory
from ttl.edge.page import OVERHEAD_BYTES, Page


def page(size):
    return Page(edition="first", route="home", headers=(), body=b"x" * size)


def key(number):
    return ("http", "host", f"/{number}/", "")


def test_the_pages_that_nobody_asked_for_longest_go_first():
    memory = Memory(3 * (OVERHEAD_BYTES + 100))
    for number in (1, 2, 3):
        memory.put(key(number), page(100))
    memory.get(key(1))

    memory.put(key(4), page(100))

    assert list(memory.pages) == [key(3), key(1), key(4)]


def test_a_page_in_many_codings_takes_the_room_of_all_of_them():
    memory = Memory(2 * OVERHEAD_BYTES + 11_000)
    large = page(10_000)
    for coding in ("br", "gzip", "zstd", "identity"):
        large.form(coding)
    memory.put(key(1), large)
    alone = large.size

    memory.put(key(2), page(1_000 - (alone - OVERHEAD_BYTES - 10_000) + 1))

    assert (alone > OVERHEAD_BYTES + 10_000, list(memory.pages)) == (True, [key(2)])


def test_a_page_that_is_larger_than_all_room_is_not_kept():
    memory = Memory(10_000)

    memory.put(key(1), page(10_000))

    assert list(memory.pages) == []


def test_a_page_in_the_place_of_another_takes_its_room_too():
    memory = Memory(OVERHEAD_BYTES + 100)

    for _ in range(3):
        memory.put(key(1), page(100))

    assert list(memory.pages) == [key(1)]

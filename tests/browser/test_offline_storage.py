"""What the storage of a phone tells whoever reads it without the link: nothing."""

import re

import pytest

from tests.browser.phones import Phone
from tests.planner.logs import trained

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

# Words that a plan, a log and the help lines of it are full of.
TELLING = ["session", "Squat", "Samaritans", "exercise", "a secret note", "<html"]


@pytest.fixture
def own(browser_type, browser_type_launch_args, live_server, tmp_path):
    """Open the same phone again and again: its browser is closed in between."""
    opened = []

    def open_it():
        for context in opened:
            context.close()
        opened[:] = [
            browser_type.launch_persistent_context(tmp_path / "profile", **browser_type_launch_args)
        ]
        return Phone(opened[0], live_server.url)

    yield open_it
    opened[0].close()


def noted_without_signal(phone, visitor):
    phone.keeps(visitor)
    phone.has_signal(is_there=False)
    phone.opens(visitor.address("session/4/"))
    phone.page.locator("[name=note]").fill("a secret note")
    phone.presses("Save")
    phone.sees("Saved on this phone")


def test_neither_the_link_nor_a_word_stands_in_the_storage_in_the_clear(phone, visitor):
    noted_without_signal(phone, visitor)

    storage = phone.storage

    kept = storage.pop("caches")
    [(name, entries)] = kept.items()
    assert storage == {
        "databases": [],
        "local": {},
        "session": {},
        "cookies": "",
        "workers": [f"{phone.site}/plan/"],
    }
    assert re.fullmatch("kept-[0-9a-f]{64}", name)
    assert all(re.fullmatch(rf"{phone.site}/[0-9a-f]{{64}}", address) for address in entries)
    assert len(entries) > 8
    written = f"{name} {entries}"
    assert [word for word in (visitor.token, *TELLING) if word in written] == []


def test_neither_stands_in_the_files_of_the_browser_s_workers_and_caches(own, visitor, tmp_path):
    noted_without_signal(own(), visitor)
    own()

    folder = tmp_path / "profile" / "Default" / "Service Worker"
    stores = [
        each for each in folder.rglob("*") if each.is_file() and "ScriptCache" not in str(each)
    ]
    written = b"".join(each.read_bytes() for each in stores)

    assert b"/plan/offline.js" in written
    words = (visitor.token, "a secret note", "Samaritans", "Squat")
    assert [word for word in words if word.encode() in written] == []


def test_what_was_noted_outlives_the_browser_and_is_sent_by_the_next_visit(own, visitor):
    noted_without_signal(own(), visitor)

    own().opens(visitor.address())

    assert [each.note for each in visitor.state.chapters[-1].sessions][3:] == ["a secret note"]


def test_the_same_words_are_sealed_otherwise_each_time_and_for_each_plan(phone, visitor):
    phone.keeps(visitor)
    phone.keeps(trained(3))

    [one, other] = phone.storage["caches"].values()

    assert set(one) & set(other) == set()
    assert set(one.values()) & set(other.values()) == set()

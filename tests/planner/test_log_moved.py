"""A session that moved up when an earlier one was taken out: it is kept, and counts once."""

import pytest

from planner.engine import Kind
from tests.planner.logs import due_today, trained
from tests.planner.people import typed
from tests.planner.test_log import main, sent
from tests.planner.test_log_tabs import forms, sessions

pytestmark = pytest.mark.django_db


def takes_out(visitor, number):
    """Take a session out elsewhere."""
    page = visitor.get(f"session/{number}/delete/")
    visitor.post(f"session/{number}/delete/", {"made_for": typed(page)["made_for"][0]})


def test_a_form_for_a_session_that_has_moved_up_is_still_kept():
    visitor = trained(3)
    form = sent(visitor, "session/4/", note="late", looked_again="on")
    takes_out(visitor, 1)

    visitor.post("session/4/", form)

    assert [each.note for each in sessions(visitor)] == ["", "", "late"]
    assert [each.number for each in sessions(visitor)] == [1, 2, 3]


@pytest.mark.parametrize("way", ["form", "press", "skip"])
def test_what_has_arrived_and_moved_up_counts_once(way):
    visitor = due_today(3)
    mark = typed(visitor.get())["made_for"][0]
    tail, form = {
        "form": ("session/4/", sent(visitor, "session/4/", note="a", looked_again="on")),
        "press": ("session/4/press/", {"press": "full", "made_for": mark}),
        "skip": ("session/4/press/", {"press": "skip", "made_for": mark}),
    }[way]
    visitor.post(tail, form)
    takes_out(visitor, 1)
    before = sessions(visitor)

    answer = visitor.post(tail, form)

    assert answer["Location"] == visitor.address("session/3/saved/")
    assert sessions(visitor) == before
    assert len(before) == 3


def test_what_has_moved_up_and_was_sent_otherwise_asks():
    visitor = trained(3)
    form = sent(visitor, "session/4/", note="one", looked_again="on")
    visitor.post("session/4/", form)
    takes_out(visitor, 1)

    answer = visitor.post("session/4/", form | {"note": "two"})

    assert "This session is noted already" in main(answer)
    assert [each.note for each in sessions(visitor)] == ["", "", "one"]
    [(address, fields)] = forms(answer)
    visitor.post(address.removeprefix(visitor.address()), fields)
    assert [each.note for each in sessions(visitor)] == ["", "", "two"]


def test_sessions_of_one_day_count_each_where_they_were_asked_for_one_after_the_other():
    visitor = due_today(3)
    for number, press in ((4, "skip"), (5, "tiny"), (6, "skip")):
        mark = typed(visitor.get(f"session/{number}/"))["made_for"][0]
        visitor.post(f"session/{number}/press/", {"press": press, "made_for": mark})

    assert [each.kind for each in sessions(visitor)[3:]] == [Kind.SKIPPED, Kind.TINY, Kind.SKIPPED]

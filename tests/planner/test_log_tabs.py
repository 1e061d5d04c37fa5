"""Two tabs, double presses, two people at once: a session counts once and none is lost."""

from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from decimal import Decimal
from threading import Barrier

import pytest
from django.db import connection
from django.utils.timezone import localdate

from planner.diary import entries
from planner.engine import Kind
from planner.models import PrivatePlan
from tests.planner.logs import trained
from tests.planner.people import Visitor, finished, html, typed
from tests.planner.test_log import DUMBBELLS, last, main, sent

pytestmark = pytest.mark.django_db


def sessions(visitor):
    return [entry.session for entry in entries(visitor.state)]


@pytest.mark.parametrize("press", ["full", "tiny", "skip"])
def test_a_double_press_counts_once(press):
    visitor = trained(3)

    answers = [visitor.post("session/4/press/", {"press": press}) for _ in range(3)]

    assert {answer["Location"] for answer in answers} == {visitor.address("session/4/saved/")}
    assert len(sessions(visitor)) == 4


def test_the_same_form_twice_counts_once():
    visitor = trained(3)
    form = sent(visitor, "session/4/", e1_effort="6")

    answers = [visitor.post("session/4/", form) for _ in range(2)]

    assert {answer["Location"] for answer in answers} == {visitor.address("session/4/saved/")}
    assert len(sessions(visitor)) == 4


def conflict(visitor, **changes):
    """Two tabs note session 4; the answer to the second."""
    first = sent(visitor, "session/4/", e1_set_1="7", note="first")
    second = sent(visitor, "session/4/", e1_set_1="9", note="second", **changes)
    visitor.post("session/4/", first)
    return visitor.post("session/4/", second)


def forms(response):
    """Each form of a page: its address and its hidden fields."""
    return [
        (
            form.get("action"),
            {box.get("name"): box.get("value") for box in form.iter("input")},
        )
        for form in html(response).find("body/main").iter("form")
    ]


def test_the_second_tab_is_shown_the_first_and_asked():
    visitor = trained(3)

    response = conflict(visitor)

    said = main(response)
    assert "This session is noted already" in said
    assert "first" in said
    assert "second" in said
    assert "Keep both" not in said  # on one day there was one session
    assert [each.note for each in sessions(visitor)[3:]] == ["first"]


def test_the_second_may_take_the_place_of_the_first():
    visitor = trained(3)
    [(address, fields)] = forms(conflict(visitor))

    visitor.post(address.removeprefix(visitor.address()), fields)

    assert [each.note for each in sessions(visitor)[3:]] == ["second"]


def test_both_are_kept_where_they_were_on_two_days():
    visitor = trained(3, rested=9)
    earlier = (localdate() - timedelta(days=4)).isoformat()
    response = conflict(visitor, day=earlier, looked_again="on")
    address, fields = forms(response)[-1]
    assert "Keep both" in main(response)

    visitor.post(address.removeprefix(visitor.address()), fields)

    assert [each.note for each in sessions(visitor)[3:]] == ["first", "second"]


def test_a_full_session_in_one_tab_and_a_tiny_one_in_another_are_not_mixed_up():
    visitor = trained(3)
    full = sent(visitor, "session/4/", e1_effort="6")
    visitor.post("session/4/press/", {"press": "tiny"})

    [(address, fields)] = forms(visitor.post("session/4/", full))
    visitor.post(address.removeprefix(visitor.address()), fields)

    assert sessions(visitor)[3].kind is Kind.FULL
    assert len(sessions(visitor)) == 4


def test_a_correction_of_what_was_corrected_meanwhile_asks():
    visitor = trained(3)
    page = {name: values[-1] for name, values in typed(visitor.get("session/2/")).items()}
    page["kind"] = "full"

    visitor.post("session/2/", page | {"note": "one"})
    response = visitor.post("session/2/", page | {"note": "two"})

    assert "This session is noted already" in main(response)
    assert sessions(visitor)[1].note == "one"


def test_what_is_sent_to_an_erased_plan_is_shown_back():
    visitor = trained(3)
    form = sent(visitor, "session/4/", note="a good day", e1_effort="6")
    PrivatePlan.objects.erase(visitor.token)

    response = visitor.post("session/4/", form)

    said = main(response)
    assert response.status_code == 410
    assert "This plan was erased" in said
    assert "a good day" in said
    assert "Standing good morning, Effort (0 to 10)6" in said
    assert visitor.post("session/4/press/", {"press": "full"}).status_code == 410


def test_what_is_sent_to_a_link_that_never_was_is_shown_back():
    response = Visitor("A" * 43).post("session/4/", {"note": "a good day"})

    assert response.status_code == 404
    assert "a good day" in main(response)


def at_once(visitor, posts):
    """Send several posts at the same moment, each from a device of its own."""
    together = Barrier(len(posts))

    def send(post):
        together.wait()
        try:
            return Visitor(visitor.token).post(*post).status_code
        finally:
            connection.close()

    with ThreadPoolExecutor(len(posts)) as hands:
        return list(hands.map(send, posts))


def test_presses_at_the_same_moment_count_once(transactional_db):
    visitor = trained(3)

    codes = at_once(visitor, [("session/4/press/", {"press": "full"})] * 4)

    assert codes == [302] * 4
    assert len(sessions(visitor)) == 4


def test_forms_at_the_same_moment_lose_none_silently(transactional_db):
    visitor = trained(3)
    form = sent(visitor, "session/4/")

    posts = [("session/4/", form | {"note": f"tab {tab}"}) for tab in range(4)]
    codes = at_once(visitor, posts)

    assert sorted(codes) == [200, 200, 200, 302]  # those not kept are asked
    [kept] = sessions(visitor)[3:]
    assert kept.note == f"tab {codes.index(302)}"


def test_corrections_of_different_sessions_at_the_same_moment_are_all_kept(transactional_db):
    visitor = trained(4)
    posts = []
    for number in (1, 2, 3, 4):
        page = typed(visitor.get(f"session/{number}/"))
        form = {name: values[-1] for name, values in page.items()}
        posts.append((f"session/{number}/", form | {"kind": "full", "note": f"note {number}"}))

    assert at_once(visitor, posts) == [302] * 4
    assert [each.note for each in sessions(visitor)] == [f"note {n}" for n in (1, 2, 3, 4)]


def test_a_second_tab_puts_its_weight_to_its_own_exercise_and_leaves_the_first_tab_s():
    visitor = finished(**DUMBBELLS)
    visitor.post("session/1/press/", {"press": "full"})
    first, second = (done.exercise for done in last(visitor).exercises[:2])
    saved = "session/1/saved/"

    visitor.post(saved, {f"{first}_load": "8", "unit": "kg"})
    visitor.post(saved, {f"{first}_load": "", f"{second}_load": "10", "unit": "kg"})

    loads = [{each.load for each in done.sets} for done in last(visitor).exercises[:2]]
    assert loads == [{Decimal(8)}, {Decimal(10)}]

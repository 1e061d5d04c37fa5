"""One result for one set of answers: however often it is asked for, by whom and when."""

from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest
from django.db import connection

from planner.engine import RULES_VERSION, build_plan
from planner.models import PrivatePlan
from planner.pages import BY_QUESTION
from tests.planner.engine.golden_cases import CASES
from tests.planner.people import Visitor, finished, holding, somebody, walked

pytestmark = pytest.mark.django_db

RESULTS = {name: case[0] for name, case in CASES.items() if case[1][1] != "urgent_help / none"}
STOPPED = {"GT-16", "GT-19"}
every_result = pytest.mark.parametrize("name", [name for name in RESULTS if name not in STOPPED])


@every_result
def test_what_is_kept_is_what_the_engine_says(name):
    visitor = finished(**RESULTS[name])

    state = visitor.state
    made = build_plan(state.full_answers)
    if made.disposition == "clearance_first":
        assert state.plan is None
        assert state.refusal.screening_rules == made.screening_rules
        assert state.refusal.caveats == made.caveats
    else:
        assert (state.plan, state.refusal) == (made, None)
    assert [chapter.rules_version for chapter in state.chapters] == [RULES_VERSION] * bool(
        state.plan
    )


@pytest.mark.parametrize("name", ["GT-01", "GT-05"])
def test_four_presses_make_one_record_and_one_result(name):
    visitor = walked(**RESULTS[name])

    answers = [visitor.agree() for _ in range(4)]

    assert [answer["Location"] for answer in answers] == [visitor.address()] * 4
    [row] = PrivatePlan.objects.all()
    assert row.revision == 2
    assert row.is_finished


@pytest.mark.parametrize("name", ["GT-01", "GT-05"])
def test_the_page_is_the_same_each_time_and_on_every_device(name):
    visitor = finished(**RESULTS[name])
    phone = Visitor(visitor.token, **{"Accept-Language": "en-US", "User-Agent": "a phone"})
    before = visitor.sealed

    pages = [browser.get().content for browser in (visitor, phone, visitor, phone)]

    assert len(set(pages)) == 1
    assert visitor.sealed == before


def test_reading_the_pages_changes_nothing():
    visitor = finished()
    [row] = PrivatePlan.objects.values()

    for tail in ("", "check/", "erase/", "questions/1/", "questions/3/"):
        visitor.get(tail)
        visitor.client.head(visitor.address(tail))

    assert list(PrivatePlan.objects.values()) == [row]


@pytest.mark.parametrize("number", [1, 3, 7, 10])
def test_the_same_answers_again_keep_the_plan(number):
    visitor = finished()
    before = visitor.sealed

    onwards = visitor.answer(number, somebody())

    assert onwards["Location"] == visitor.address("check/")
    assert visitor.sealed == before
    assert "Go back, I changed nothing" in visitor.get("check/").content.decode()


@pytest.mark.parametrize(
    ("name", "answer"),
    [
        ("age", 70),
        ("symptoms", ["feverish_today"]),
        ("medicines", ["lithium"]),
        ("days_preferred", ["tue"]),
        ("equipment", ["band"]),
    ],
)
def test_a_changed_answer_changes_the_plan_only_when_it_is_made_again(name, answer):
    visitor = finished()
    old = visitor.state.plan

    visitor.answer(BY_QUESTION[name].number, somebody(**{name: answer}))

    assert visitor.state.has_changes
    assert visitor.state.plan in {old, None}  # none while a new question is open
    assert visitor.walk(somebody(**{name: answer}))["Location"] == visitor.address("check/")
    visitor.agree()
    assert visitor.state.plan == old
    visitor.takes("take")
    assert visitor.state.plan != old


def test_an_answer_that_asks_for_a_trained_person_closes_the_plan_at_once():
    visitor = finished(under_care="yes")

    visitor.answer(3, somebody(severity_self="severe"))
    visitor.answer(4, {"under_care": "yes"})

    assert not visitor.state.is_open
    assert visitor.get()["Location"] == visitor.address("check/")


def test_a_change_that_needs_a_check_first_takes_the_doses_out_of_the_record():
    visitor = finished()

    visitor.answer(6, somebody(conditions=["heart_disease"]))
    visitor.answer(9, {"clearance": "no"})
    visitor.agree()

    assert visitor.state.plan is None
    assert visitor.state.refusal.screening_rules[0] == "SCR-20"
    assert "A check comes first" in visitor.get().content.decode()


def test_an_invalid_page_does_not_close_the_plan():
    visitor = finished()
    before = visitor.sealed

    visitor.answer(10, {"days_available": ["mon"]})

    assert visitor.sealed == before


def test_presses_at_the_same_moment_make_one_result(transactional_db):
    visitor = walked()
    together = Barrier(4)

    def press(_):
        together.wait()
        try:
            return Visitor(visitor.token).agree()["Location"]
        finally:
            connection.close()

    with ThreadPoolExecutor(4) as hands:
        answers = list(hands.map(press, range(4)))

    assert answers == [visitor.address()] * 4
    assert PrivatePlan.objects.get().revision == 2
    assert visitor.state.plan == build_plan(visitor.state.full_answers)


def test_pages_saved_at_the_same_moment_are_all_kept(transactional_db):
    visitor, together = Visitor(), Barrier(4)

    def save(number):
        together.wait()
        try:
            return Visitor(visitor.token).answer(number, somebody()).status_code
        finally:
            connection.close()

    with ThreadPoolExecutor(4) as tabs:
        codes = list(tabs.map(save, (1, 5, 7, 10)))

    kept = visitor.answers
    assert codes == [302] * 4
    assert (kept.age, kept.symptoms, kept.medicines, kept.experience) == (
        34,
        {"none"},
        {"none"},
        "new",
    )


def test_erasing_ends_every_address_at_once():
    visitor = finished()
    page = visitor.get("erase/")
    assert page.status_code == 200
    assert visitor.state.plan

    gone = visitor.post("erase/", {})

    assert "Everything is erased" in gone.content.decode()
    assert visitor.token not in gone.content.decode()
    assert not PrivatePlan.objects.exists()
    for tail in ("", "summary/", "check/", "safe/", "erase/", "questions/1/"):
        assert visitor.get(tail).status_code == 410
        assert visitor.post(tail, {}).status_code in {405, 410}


def test_a_result_needs_every_answer():
    visitor = holding(age=34)

    onwards = visitor.agree()

    assert onwards["Location"].startswith(visitor.address("questions/"))
    assert not visitor.state.is_finished

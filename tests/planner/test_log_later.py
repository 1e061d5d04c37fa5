"""The log later on: corrected, taken out, listed; what follows is worked out anew."""

from dataclasses import replace

import pytest

from planner.diary import entries
from planner.engine import Kind, follow
from tests.planner.logs import trained
from tests.planner.people import finished, typed
from tests.planner.test_log import DUMBBELLS, main, next_of, sent

pytestmark = pytest.mark.django_db


def test_a_correction_recomputes_what_follows():
    visitor = trained(4)
    before = next_of(visitor)
    form = {name: values[-1] for name, values in typed(visitor.get("session/3/")).items()}

    visitor.post("session/3/", form | {"kind": "full", "e1_effort": "10"})

    assert visitor.state.chapters[-1].sessions[2].exercises[0].effort == 10
    assert next_of(visitor) != before
    assert len(entries(visitor.state)) == 4


def test_a_correction_starts_from_what_was_noted_and_changes_nothing_by_itself():
    visitor = trained(4, **DUMBBELLS)
    before = visitor.state
    page = typed(visitor.get("session/2/"))
    form = {name: values[-1] for name, values in page.items()} | {"stop_symptom": "none"}

    visitor.post("session/2/", form)

    assert visitor.state == before


def test_a_session_becomes_a_skipped_one():
    visitor = trained(2)

    visitor.post("session/2/", sent(visitor, "session/2/", kind="skipped", looked_again="on"))

    assert visitor.state.chapters[-1].sessions[1].kind is Kind.SKIPPED


def test_taking_a_session_out_needs_a_second_press():
    visitor = trained(3)
    page = visitor.get("session/2/delete/")
    assert "Take this session out?" in main(page)
    assert len(entries(visitor.state)) == 3
    kept = visitor.state.chapters[-1].sessions

    visitor.post("session/2/delete/", {"made_for": typed(page)["made_for"][0]})

    left = visitor.state.chapters[-1].sessions
    assert [each.number for each in left] == [1, 2]
    assert [each.day for each in left] == [kept[0].day, kept[2].day]


def test_a_press_on_an_old_page_takes_nothing_else_out():
    visitor = trained(3)
    old = {"made_for": typed(visitor.get("session/2/delete/"))["made_for"][0]}

    visitor.post("session/2/delete/", old)
    visitor.post("session/2/delete/", old)

    assert len(entries(visitor.state)) == 2


def test_all_sessions_are_listed_the_newest_first():
    visitor = trained(3)

    said = main(visitor.get("sessions/"))

    assert said.count("The session") == 3
    assert said.count("Mend it") == 3
    assert "Bodyweight squat1 set: 10; effort 6; pain 0" in said


def test_an_old_session_says_what_it_changed_then():
    visitor = trained(4)
    chapter = visitor.state.chapters[-1]
    then = replace(chapter, sessions=chapter.sessions[:2])
    changes = follow((then,), today=chapter.sessions[1].day).changes

    said = main(visitor.get("session/2/saved/"))

    assert [f"rule {change.rule} of" in said for change in changes] == [True] * len(changes)


@pytest.mark.parametrize(
    "tail", ["session/9/", "session/9/saved/", "session/9/delete/", "session/0/"]
)
def test_a_session_that_is_not_there_leads_to_today(tail):
    visitor = trained(2)

    response = visitor.get(tail)

    assert response["Location"] == visitor.address()


def test_nothing_can_be_noted_where_a_check_comes_first():
    visitor = finished(conditions=["heart_disease"])
    before = visitor.state

    for tail in ("session/1/", "session/1/tiny/", "session/1/press/"):
        response = visitor.post(tail, {"press": "full", "note": "did it", "e1_set_1": "8"})
        assert response.status_code == 409

    assert "did it" in main(visitor.post("session/1/", {"note": "did it"}))
    assert visitor.state == before
    assert visitor.get("session/1/")["Location"] == visitor.address()

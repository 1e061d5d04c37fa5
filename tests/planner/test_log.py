"""Noting a session: in one press or in numbers, kept as it was told and no otherwise."""

from datetime import timedelta
from decimal import Decimal

import pytest
from django.utils.timezone import localdate

from planner.engine import EXERCISES, Kind, follow
from tests.planner.logs import trained
from tests.planner.people import finished, html, typed
from tests.ttl.pages import text

pytestmark = pytest.mark.django_db

DUMBBELLS = {"equipment": ["dumbbell"], "experience": "regular"}


def next_of(visitor):
    state = visitor.state
    return follow(state.chapters, today=state.day_of(localdate())).next


def sent(visitor, tail, **changes):
    """The form of a page as it comes, with some boxes filled in; None empties a box."""
    fields = {name: values[-1] for name, values in typed(visitor.get(tail)).items()}
    fields |= {"day": localdate().isoformat()}
    fields |= changes
    return {name: value for name, value in fields.items() if value is not None}


def last(visitor):
    return visitor.state.chapters[-1].sessions[-1]


def main(response):
    return text(html(response).find("body/main"))


def test_one_press_notes_every_set_as_planned():
    visitor = trained(3)
    session = next_of(visitor)

    response = visitor.post("session/4/press/", {"press": "full"})

    entry = last(visitor)
    assert response["Location"] == visitor.address("session/4/saved/")
    assert (entry.kind, entry.number, entry.stop_symptom) == (Kind.FULL, 4, "none")
    assert [
        (done.exercise, len(done.sets), {each.count for each in done.sets}, done.effort, done.pain)
        for done in entry.exercises
    ] == [
        (each.exercise, each.sets, {each.target}, session.effort_high, 0)
        for each in session.targets
    ]


def test_no_more_pain_than_usual_is_the_usual_pain():
    visitor = trained(1, pain_sites=["knee"], pain_now=4)

    visitor.post("session/2/press/", {"press": "full"})

    assert {done.pain for done in last(visitor).exercises} == {4}


def test_the_tiny_version_is_noted_in_one_press_as_well():
    visitor = trained(3)

    visitor.post("session/4/press/", {"press": "tiny"})

    assert last(visitor).kind is Kind.TINY
    assert [len(done.sets) for done in last(visitor).exercises] == [1, 1, 1]
    assert all(done.effort <= 5 for done in last(visitor).exercises)


def test_a_skipped_session_holds_nothing_and_the_next_one_comes():
    visitor = trained(3)

    visitor.post("session/4/press/", {"press": "skip"})

    assert (last(visitor).kind, last(visitor).exercises) == (Kind.SKIPPED, ())
    assert next_of(visitor).number == 5


def test_the_form_has_the_plan_filled_in_but_never_effort_pain_or_a_warning_sign():
    visitor = trained(4, **DUMBBELLS)
    session = next_of(visitor)

    page = html(visitor.get("session/5/"))

    boxes = {box.get("name"): box.get("value") for box in page.iter("input")}
    for place, target in enumerate(session.targets, 1):
        assert boxes[f"e{place}_exercise"] == target.exercise
        assert boxes[f"e{place}_set_1"] == str(target.target)
        assert boxes[f"e{place}_set_{target.sets + 1}"] == ""
        assert boxes[f"e{place}_effort"] == boxes[f"e{place}_pain"] == ""
        if target.load is not None:
            assert Decimal(boxes[f"e{place}_load"]) == target.load
    [chosen] = [each for each in page.iter("option") if each.get("selected") is not None]
    assert chosen.get("value") == ""


def test_what_is_left_empty_stays_missing():
    visitor = trained(3)

    visitor.post("session/4/", sent(visitor, "session/4/", e2_set_1=None, e2_set_2=None))

    entry = last(visitor)
    first = entry.exercises[0]
    assert (first.effort, first.pain, entry.stop_symptom, entry.mood_before) == (None,) * 4
    assert len(entry.exercises) == 4


def test_everything_that_is_written_is_kept():
    visitor = trained(4, **DUMBBELLS, pain_sites=["knee"], pain_now=2)
    given = {
        "e1_set_1": "11",
        "e1_set_2": "9",
        "e1_load": "12,5",
        "e1_step": "2.5",
        "e1_effort": "6",
        "e1_pain": "2",
        "unit": "lb",
        "mood_before": "3",
        "mood_after": "5",
        "session_effort": "7",
        "pain_next_day": "4",
        "stop_symptom": "none",
        "note": "Slept badly.",
    }

    visitor.post("session/5/", sent(visitor, "session/5/", **given, looked_again="on"))

    entry = last(visitor)
    done = entry.exercises[0]
    assert [(each.count, each.load) for each in done.sets] == [
        (11, Decimal("12.5")),
        (9, Decimal("12.5")),
    ]
    assert (done.effort, done.pain, done.step, done.unit) == (6, 2, Decimal("2.5"), "lb")
    assert (entry.mood_before, entry.mood_after, entry.session_effort) == (3, 5, 7)
    assert (entry.pain_next_day, entry.stop_symptom, entry.note) == (4, "none", "Slept badly.")
    assert typed(visitor.get("session/6/"))["unit"] == ["lb"]


def test_one_tick_says_that_nothing_hurt_more_than_usual_where_no_other_pain_is_given():
    visitor = trained(3)

    visitor.post("session/4/", sent(visitor, "session/4/", e1_pain="5", no_pain="on"))

    assert [done.pain for done in last(visitor).exercises] == [5, 0, 0, 0, 0]


def test_a_session_of_another_day_is_kept_with_its_day():
    visitor = trained(3, rested=8)
    day = localdate() - timedelta(days=3)

    visitor.post("session/4/", sent(visitor, "session/4/", day=day.isoformat()))

    assert visitor.state.date_of(last(visitor).day) == day


@pytest.mark.parametrize(("count", "kind"), [("8", Kind.TINY), ("", Kind.SKIPPED)])
def test_who_stops_early_keeps_what_was_done(count, kind):
    visitor = trained(3)
    page = visitor.get("session/4/stop/")
    assert "Stopping is fine" in main(page)
    assert "e1_set_1" not in typed(page)  # nothing is filled in

    visitor.post("session/4/stop/", sent(visitor, "session/4/stop/", e1_set_1=count))

    assert last(visitor).kind is kind


def test_a_missing_weight_is_asked_for_after_the_press():
    visitor = finished(**DUMBBELLS)
    visitor.post("session/1/press/", {"press": "full"})
    page = visitor.get("session/1/saved/")
    assert "How heavy was it?" in main(page)
    first = last(visitor).exercises[0].exercise

    visitor.post("session/1/saved/", {f"{first}_load": "8", f"{first}_step": "2", "unit": "kg"})

    done = last(visitor).exercises[0]
    assert {each.load for each in done.sets} == {Decimal(8)}
    assert (done.step, done.unit) == (Decimal(2), "kg")
    assert visitor.state.chapters[-1].sessions[0].exercises[1].sets[0].load is None


def test_the_saved_page_says_what_changes_and_by_which_rule():
    visitor = trained(3)
    visitor.post("session/4/press/", {"press": "full"})
    state = visitor.state
    changes = follow(state.chapters, today=last(visitor).day).changes

    said = main(visitor.get("session/4/saved/"))

    assert len(changes) == 5
    for change in changes:
        assert EXERCISES[change.exercise].name in said
        assert f"This is rule {change.rule} of our rules" in said
    assert "Next time: aim for" in said

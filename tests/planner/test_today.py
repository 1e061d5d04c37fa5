"""Today's page: the next session ready to do, rest, or what comes first; choices without guilt."""

import pytest
import time_machine

from planner.engine import EXERCISES, RULES, Kind
from planner.engine.caveats import CAVEATS
from planner.press import pressed
from tests.planner.engine.golden_cases import CASES
from tests.planner.logs import due_today, trained
from tests.planner.people import finished, html
from tests.planner.test_log import DUMBBELLS, main, next_of
from tests.ttl.pages import dangling_references, ids, text

pytestmark = pytest.mark.django_db

SHOWN = {name: case[0] for name, case in CASES.items() if case[1][1].endswith("active")}


def cards(page):
    return [text(each) for each in page.iter("div") if each.get("class") == "exercise"]


def on_day(visitor, day):
    return time_machine.travel(visitor.state.date_of(day), tick=False)


@pytest.mark.parametrize("name", SHOWN)
def test_the_first_visit_has_the_cautions_the_link_and_the_first_session(name):
    visitor = finished(**SHOWN[name])
    plan, session = visitor.state.plan, next_of(visitor)

    with on_day(visitor, session.day):
        page = html(visitor.get())

    said = text(page.find("body/main"))
    offered = [text(each) for each in page.iter("div") if each.get("class") == "caution-card"]
    assert offered == [CAVEATS[caveat] for caveat in plan.caveats]
    frame = f"{plan.sessions_per_week} sessions a week, on "
    assert said.index(frame) < said.index(offered[0]) < said.index("Your session")
    assert f"of {plan.session_minutes} minutes each. The plan is for 12 weeks." in said
    assert f"http://testserver{visitor.address()}" in said
    assert len(cards(page)) == len(session.targets)
    assert "For use with a qualified person present" not in said
    assert dangling_references(page) == []
    assert len(ids(page)) == len(set(ids(page)))


@pytest.mark.parametrize("sessions", [0, 1, 5, 12, 20])
def test_each_exercise_says_all_there_is_to_know(sessions):
    visitor = trained(sessions, **DUMBBELLS) if sessions else finished(**DUMBBELLS)
    session = next_of(visitor)

    with on_day(visitor, session.day):
        page = html(visitor.get())

    for card, target in zip(cards(page), session.targets, strict=True):
        exercise = EXERCISES[target.exercise]
        unit = "seconds" if exercise.unit.is_timed else "repetitions"
        assert exercise.name in card
        assert exercise.cue in card
        assert (
            f"{target.sets} set{'s' if target.sets > 1 else ''} of {target.target} {unit}" in card
        )
        assert f"{target.low} to {max(target.high, target.target)} {unit}" in card
        assert f"Effort {session.effort_low} to {session.effort_high} out of 10" in card
        if target.load is not None:
            assert f"{target.load.normalize():f} kg" in card
        for rule in (*target.rules, *session.sets_rules):
            assert RULES[rule].reason in card
        for other in filter(None, (target.easier, target.harder)):
            assert EXERCISES[other].name in card


def test_the_tiny_version_stands_beside_the_whole_one_as_its_equal():
    visitor = trained(3)

    with on_day(visitor, next_of(visitor).day):
        page = html(visitor.get())

    [pair] = [each for each in page.iter("div") if each.get("class") == "pair"]
    buttons = list(pair.iter("button"))
    assert [each.get("value") for each in buttons] == ["full", "tiny"]
    assert {each.get("class") for each in buttons} == {"button"}


def test_a_day_of_rest_says_when_the_next_session_is():
    visitor = trained(3)
    day = visitor.state.chapters[-1].sessions[-1].day

    with on_day(visitor, day + 1):
        said = main(visitor.get())

    assert "Your next session is on" in said
    assert "Rest is part of the plan" in said
    assert "Note a session I did on another day" in said
    assert "All as planned" not in said


@pytest.mark.parametrize(
    ("fields", "is_offered"),
    [
        ({"mood": "3"}, True),
        ({"mood": "0"}, True),
        ({"mood": "4"}, False),
        ({"mood": "9", "low_energy": "on"}, True),
        ({"low_energy": "on"}, True),
        ({"mood": ""}, False),
    ],
)
def test_the_tiny_version_is_offered_on_a_bad_day_and_never_forced(fields, is_offered):
    visitor = trained(3)
    with on_day(visitor, next_of(visitor).day):
        visitor.post("feeling/", fields)

        said = main(visitor.get())

        assert ("The tiny version may fit better today" in said) is is_offered
        assert "All as planned" in said
        visitor.post("session/4/press/", {"press": "full"})

    mood = visitor.state.chapters[-1].sessions[-1].mood_before
    assert mood == (int(fields["mood"]) if fields.get("mood") else None)


def test_a_mood_that_is_no_number_is_asked_for_again():
    visitor = trained(3)
    with on_day(visitor, next_of(visitor).day):
        response = visitor.post("feeling/", {"mood": "so so"})

    assert "There is a problem" in main(response)
    assert 'value="so so"' in response.content.decode()


@pytest.mark.parametrize(
    ("days", "rule"), [(11, "PRG-41"), (14, "PRG-41"), (18, "PRG-42"), (28, "PRG-42")]
)
def test_who_was_away_is_greeted_and_told_of_the_step_back(days, rule):
    visitor = trained(4)
    last = visitor.state.chapters[-1].sessions[-1].day

    with on_day(visitor, last + days):
        session = next_of(visitor)
    with on_day(visitor, session.day):
        said = main(visitor.get())

    assert "Good to see you again." in said
    assert RULES[rule].reason in said
    assert "missed" not in said.lower()


def test_after_a_long_time_the_answers_come_first_and_no_dose_is_shown():
    visitor = trained(4)
    last = visitor.state.chapters[-1].sessions[-1].day

    with on_day(visitor, last + 40):
        page = html(visitor.get())

    assert cards(page) == []
    assert RULES["PRG-43"].reason in text(page)
    assert "All as planned" not in text(page)


def test_the_end_of_the_plan_says_so():
    visitor = trained(24)

    assert "You have come to the end of your plan" in main(visitor.get())


def test_counts_only_grow():
    visitor = trained(5)

    said = main(visitor.get())

    assert "sessions done5" in said
    assert "streak" not in said.lower()


def test_a_lighter_week_is_one_press_and_says_so():
    visitor = trained(4)
    session = next_of(visitor)
    with on_day(visitor, session.day):
        visitor.post("lighter/", {})
        visitor.post("lighter/", {})

        after = next_of(visitor)
        said = main(visitor.get())

    assert after.is_lighter
    assert visitor.state.chapters[-1].lighter_weeks == (session.week,)
    assert sum(t.sets for t in after.targets) <= sum(t.sets for t in session.targets)
    assert "a lighter week" in said


def test_the_if_then_plan_is_kept_and_shown():
    visitor = trained(3)
    visitor.post("if-then/", {"cue": "Monday after <tea>", "obstacle": "I come home late"})

    with on_day(visitor, next_of(visitor).day):
        said = main(visitor.get())

    assert "Monday after <tea>" in said
    assert "I come home late" in said
    assert "There is a problem" in main(visitor.post("if-then/", {"cue": "x" * 201}))


def test_what_an_answer_left_out_is_said_with_its_reason():
    visitor = trained(3, floor_ok="no", conditions=["osteoporosis"])
    with on_day(visitor, next_of(visitor).day):
        said = main(visitor.get())

    assert "What your answers leave out" in said
    assert "getting down to the floor" in said


def test_an_exercise_that_waits_only_for_its_weight_asks_for_it():
    visitor = trained(
        12,
        entry=lambda session, day: pressed(session, Kind.FULL, day=day, usual_pain=0, mood=6),
        **DUMBBELLS,
    )
    session = next_of(visitor)
    assert "PRG-04" in session.notices

    with on_day(visitor, session.day):
        said = main(visitor.get())

    assert "Tell us how heavy it was, and we can say how much." in said


def test_the_way_to_the_session_comes_first_and_a_mood_check_that_is_due_does_not_hide_it():
    page = html(due_today(4).get())

    said = text(page.find("body/main"))
    marks = ["Today", "Go to your session", "A short check on how you are", "Your session"]
    assert sorted(marks, key=said.index) == marks
    assert page.find(".//main//a[@class='button']").get("href") == "#session"
    assert dangling_references(page) == []

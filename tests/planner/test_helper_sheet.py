"""The sheet for whoever stands by: what to watch, what to say, when to stop, and no more."""

import pytest

from planner.engine import EXERCISES, RULES, caveat_text
from planner.engine.facts import Facts
from planner.presenters.helper_paper import FOR_THE_PERSON
from tests.planner.engine.golden_cases import CASES
from tests.planner.people import finished, holding, html
from tests.ttl.pages import text

pytestmark = pytest.mark.django_db
# One for each row that asks for company: what the helper must read about.
PEOPLE = {
    "SCR-41": (CASES["GT-21"][0], "Eat before and after"),
    "SCR-42": ({"symptoms": ["palpitations"], "clearance": "yes"}, "easy enough to talk"),
    "SCR-44": ({"age": 66, "conditions": ["falls_2plus_or_injury"]}, "firm chair or wall"),
    "SCR-45": ({"age": 76, "chair_stand": "with_hands"}, "firm chair or wall"),
    "SCR-46": ({"age": 91}, "firm chair or wall"),
}
every_row = pytest.mark.parametrize("row", PEOPLE)


def sheet(row):
    visitor = finished(**PEOPLE[row][0])
    assert visitor.state.plan.screening_rules[0] == row
    return visitor, text(html(visitor.get("helper/")).find("body/main"))


@every_row
def test_it_says_what_to_watch_when_to_stop_and_whom_to_call(row):
    visitor, told = sheet(row)
    plan, facts = visitor.state.plan, Facts(visitor.state.chapters[-1].answers)

    assert PEOPLE[row][1] in told
    for caveat in plan.caveats:
        assert (caveat_text(caveat, facts) in told) is (caveat not in FOR_THE_PERSON), caveat
    assert f"harder than {plan.effort_cap} out of 10" in told
    assert "Stop and get help at once for: chest pain" in told
    assert "999" in told
    assert "For use with a qualified person present" in told


@every_row
def test_it_names_the_exercises_in_their_order(row):
    visitor, told = sheet(row)

    for codes in (visitor.state.plan.template_a, visitor.state.plan.template_b):
        assert ", ".join(EXERCISES[code].name for code in codes) in told


@every_row
def test_it_claims_nothing_and_names_no_rule_and_no_mood_score(row):
    visitor, told = sheet(row)

    assert "our own choice; we do not know them from a study" in told
    assert not [rule for rule in RULES if rule in told]
    assert visitor.token not in told
    for word in ("depress", "anxiety", "bipolar", "in the range often called"):
        assert word not in told.lower()


def test_it_is_led_to_from_the_plan_of_those_who_need_it_and_of_nobody_else():
    supervised, usual = finished(**PEOPLE["SCR-46"][0]), finished()

    for tail in ("", "plan/"):
        links = {
            visitor: [a.get("href") for a in html(visitor.get(tail)).iter("a")]
            for visitor in (supervised, usual)
        }
        assert supervised.address("helper/") in links[supervised]
        assert usual.address("helper/") not in links[usual]


def test_there_is_none_without_a_supervised_plan_in_force():
    closed = finished(**PEOPLE["SCR-46"][0])
    closed.post("questions/3/", {"self_harm": "yes"})
    refused = finished(conditions=["heart_disease"])

    for visitor in (finished(), holding(age=40), closed, refused):
        assert visitor.get("helper/").status_code == 404

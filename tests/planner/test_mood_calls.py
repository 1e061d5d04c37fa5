"""What a mood check closes, holds or changes at once: MON-01, MON-02, MON-10, MON-11, INV-34."""

import pytest

from planner import vault
from planner.engine import EXERCISES, RULES, SCREENING_MESSAGES, Access
from planner.models import PrivatePlan
from planner.pages import PAGES
from planner.state import NOTHING
from tests.planner.people import Visitor, html, somebody, walked
from tests.planner.test_at_once import LOST, assert_is_help
from tests.planner.test_mood_checks import CALM, phq, words
from tests.planner.weeks import session, weeks_in

pytestmark = pytest.mark.django_db

YES = {
    "thoughts of self-harm": {"self_harm": "yes"},
    **{f"item 9 is {value}": {"phq9_9": value} for value in "123"},
    "yes before no": {"self_harm": ["yes", "no"]},
    "yes after no": {"self_harm": ["no", "yes"]},
    "item 9 twice": {"phq9_9": ["2", "0"]},
    "yes beside an item 9 of nothing": {"self_harm": "yes", "phq9_9": "0"},
}
RATHER_NOT = {
    "rather not say": {"self_harm": "prefer_not_to_say"},
    "rather not say, at item 9": {"phq9_9": "prefer_not_to_say"},
    "rather not say before no": {"self_harm": ["prefer_not_to_say", "no"]},
}
MESS = {"phq9_1": "77", "gad7_2": "?", "chair_stands": "many", "made_for": "1 2 3"}
every_yes = pytest.mark.parametrize("said", YES.values(), ids=YES)
every_rather_not = pytest.mark.parametrize("said", RATHER_NOT.values(), ids=RATHER_NOT)
at_any_time = pytest.mark.parametrize("weeks", [0, 1, 2, 4, 40])


def somebody_in(weeks, **person):
    return weeks_in(weeks, sessions=[session(1, 2)], **person)


def shows_no_dose(visitor):
    """Whatever address is opened, no exercise is there."""
    tails = ("", "mood/", "progress/", "check/", "summary/", "print/", "safe/")
    pages = [visitor.get(tail).content.decode() for tail in tails]
    return not any(each.name in page for page in pages for each in EXERCISES.values())


@every_yes
@at_any_time
def test_thoughts_of_self_harm_are_answered_with_help_in_the_same_response(said, weeks):
    """INV-34; a check need not even be due."""
    visitor = somebody_in(weeks, country="us")

    response = visitor.post("mood/", said)

    assert_is_help(response, "SCR-01", "us")
    assert "If you think about hurting yourself, reach out now." in words(response)
    assert visitor.state.plan is None
    assert shows_no_dose(visitor)


@every_yes
def test_help_comes_from_a_page_that_is_wrong_in_every_other_way(said):
    visitor = somebody_in(4)

    assert_is_help(visitor.post("mood/", MESS | said), "SCR-01", "gb")
    assert visitor.state.plan is None


@every_yes
def test_the_plan_returns_only_after_the_whole_questionnaire(said):
    visitor = somebody_in(2)
    log = visitor.state.chapters

    visitor.post("mood/", said)

    state = visitor.state
    assert (state.help_shown, state.self_harm_asked) == (True, False)
    answered = {n for page in PAGES for n in page.questions} - {"country"}
    assert [n for n in answered if getattr(state.answers, n) != getattr(NOTHING, n)] == []
    assert state.answers.country == "gb"
    assert state.chapters == log
    assert b'"self_harm":"' not in visitor.sealed


@every_yes
@pytest.mark.parametrize("lose", LOST.values(), ids=LOST)
def test_help_comes_even_when_the_plan_is_gone(said, lose):
    visitor = somebody_in(2) if lose is not LOST["unknown"] else Visitor(vault.new_token())
    lose(visitor.token)
    rows = list(PrivatePlan.objects.values())

    assert_is_help(visitor.post("mood/", said), "SCR-01", "other")
    assert list(PrivatePlan.objects.values()) == rows


@every_rather_not
@at_any_time
def test_who_would_rather_not_say_is_shown_the_lines_and_the_plan_waits(said, weeks):
    visitor = somebody_in(weeks)

    response = visitor.post("mood/", said)

    page = words(response)
    assert SCREENING_MESSAGES["SCR-11"] in page
    assert "116 123" in page
    assert [*html(response).find("body/main").iter("form")] == []
    state = visitor.state
    assert (state.plan, state.self_harm_asked, state.help_shown) == (None, False, False)
    assert len(state.chapters[-1].sessions) == 1
    assert visitor.get()["Location"] == visitor.address("questions/3/")
    assert shows_no_dose(visitor)


def test_a_call_before_there_is_a_plan_is_answered_too():
    assert_is_help(walked().post("mood/", {"self_harm": "yes"}), "SCR-01", "gb")


def test_an_old_tab_cannot_save_a_check_into_a_closed_plan():
    visitor = somebody_in(2)
    visitor.post("mood/", {"self_harm": "yes"})
    before = visitor.sealed

    response = visitor.post("mood/", phq(0, 0) | CALM)

    assert response["Location"] == visitor.address()
    assert visitor.sealed == before


SEVERE = phq(3, 3, 3, 3, 3, 3, 2, 0, 0)
IN_CARE = {"severity_self": "moderate", "under_care": "yes"}
GUIDED = IN_CARE | {"supervision": "exercise_professional"}


@pytest.mark.parametrize(
    ("person", "question"),
    [({}, 4), ({"severity_self": "moderate", "under_care": "no"}, 9)],
    ids=["care was never asked about", "a health worker may have to agree first"],
)
def test_a_much_stronger_check_closes_the_plan_until_what_it_brings_up_is_answered(
    person, question
):
    visitor = somebody_in(4, **person)

    response = visitor.post("mood/", SEVERE)

    assert "Your plan waits" in words(response)
    assert RULES["MON-11"].reason in words(response)
    assert visitor.state.plan is None
    assert not visitor.state.is_open, "no way back to the answers from before the check"
    assert visitor.get()["Location"] == visitor.address(f"questions/{question}/")
    assert shows_no_dose(visitor)


def test_without_agreement_the_stronger_check_ends_in_a_refusal():
    visitor = somebody_in(4, severity_self="moderate", under_care="no")
    visitor.post("mood/", SEVERE)

    visitor.answer(9, {"clearance": "no"})
    visitor.agree()

    assert "SCR-29" in visitor.state.refusal.screening_rules
    assert len(visitor.state.chapters[-1].sessions) == 1
    assert shows_no_dose(visitor)


@pytest.mark.parametrize(
    ("person", "access"),
    [(GUIDED, Access.ACTIVE), (IN_CARE, Access.DRAFT_FOR_SUPERVISOR)],
    ids=["with a trained person already", "alone so far"],
)
def test_a_stronger_check_makes_the_plan_anew_in_the_same_response(person, access):
    # Whoever trained too long ago would begin again, which on a Sunday four weeks and more are.
    visitor = weeks_in(4, sessions=[session(1, 21)], **person)
    before = visitor.state

    page = words(visitor.post("mood/", SEVERE))

    state = visitor.state
    assert "Your plan has changed" in page
    assert ("please train with a trained person" in page) == (access is not Access.ACTIVE)
    assert state.plan.access is access
    [old, new] = state.chapters
    assert old.sessions == before.chapters[0].sessions
    assert new.answers.phq9 == old.checks[0].phq == (3, 3, 3, 3, 3, 3, 2, 0, 0)
    assert new.first_session == 2


def test_pressing_twice_changes_the_plan_once():
    visitor = somebody_in(4, **GUIDED)

    first, second = (visitor.post("mood/", SEVERE | {"made_for": "4 phq9"}) for _ in range(2))

    assert words(first) == words(second)
    assert len(visitor.state.chapters) == 2


def test_changes_that_wait_to_be_seen_do_not_slip_in_with_a_check():
    visitor = somebody_in(4, **GUIDED)
    minutes = visitor.state.plan.session_minutes
    visitor.answer(10, somebody(**GUIDED, session_minutes="60"))
    assert visitor.state.has_changes

    visitor.post("mood/", SEVERE)

    state = visitor.state
    assert [chapter.answers.phq9[:1] for chapter in state.chapters] == [(), (3,)]
    assert state.plan.session_minutes == minutes
    assert state.has_changes
    assert (state.answers.session_minutes, state.answers.phq9[0]) == ("60", 3)


def test_after_help_the_way_back_is_the_whole_questionnaire_and_the_question_of_safety():
    visitor = somebody_in(2)
    visitor.post("mood/", {"self_harm": "yes"})

    assert visitor.answer(1, somebody())["Location"] == visitor.address("safe/")
    assert visitor.agree()["Location"] == visitor.address("safe/")
    visitor.post("safe/", {"safe": "yes"})
    assert visitor.agree()["Location"] == visitor.address("questions/3/")
    assert visitor.state.plan is None
    visitor.walk(somebody())
    visitor.agree()

    state = visitor.state
    assert state.plan
    assert [len(chapter.sessions) for chapter in state.chapters] == [1, 0]


def test_who_would_rather_not_say_goes_on_where_they_stood_once_they_have_answered():
    visitor = somebody_in(2)
    visitor.post("mood/", {"self_harm": "prefer_not_to_say"})

    visitor.answer(3, somebody())
    visitor.agree()

    assert visitor.state.plan
    assert visitor.state.chapters[-1].first_session == 2

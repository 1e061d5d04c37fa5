"""In Spanish no page of a plan has a sentence of English left, whoever reads it."""

import random

import pytest
from django.urls import reverse
from django.utils import translation

from planner.engine import Plan, decide, parse_answers
from planner.pages import BY_NUMBER
from planner.presenters.helper_paper import helper_paper
from planner.presenters.plan_paper import plan_paper
from planner.presenters.refusal import refusal_view
from planner.presenters.summary_paper import summary_paper
from planner.presenters.what_if import what_if
from planner.urls import private_urls
from tests.planner.engine.generate import answers
from tests.planner.engine.golden_cases import CASES
from tests.planner.logs import stopped, trained
from tests.planner.people import finished, holding, somebody
from tests.planner.spanish.reading import asked, english_in, english_on, english_pieces
from tests.planner.test_log import next_of
from tests.planner.test_today import on_day

pytestmark = pytest.mark.django_db

# One or two of each: a plan, with cautions, under supervision, a check first, help first.
PEOPLE = ("GT-01", "GT-03", "GT-05", "GT-07", "GT-12", "GT-17", "GT-20", "GT-22")
# What is not HTML has tests of its own.
FILES = {"summary-pdf", "plan-pdf", "data", "log-table", "health-record", "calendar-file"}
NUMBERS = {"swap": {"place": 1}}
PAGES = [
    *(
        (each.name, {"number": 1} if "number" in str(each.pattern) else NUMBERS.get(each.name, {}))
        for each in private_urls
        if each.name not in {*FILES, "question"}
    ),
    *(("question", {"number": number}) for number in BY_NUMBER),
]
GENERATED = 60


def english_left(visitor):
    """The English on each page of a plan; of most people's plans some pages are not there."""
    found = {}
    for name, where in PAGES:
        page = asked(visitor, name, **where)
        if page.status_code == 200 and (left := english_on(page)):
            found[name, *where.values()] = left
    return found


def test_english_would_be_found():
    visitor = finished()
    with on_day(visitor, next_of(visitor).day):
        page, in_english = asked(visitor, "plan"), visitor.get()

    assert len(english_pieces()) > 700
    assert english_in("Hoy. Rest is part of  the plan. Hoy") == ["Rest is part of the plan"]
    assert english_in("Descansar es parte del plan.") == []
    assert len(english_on(in_english)) > 20
    assert "Empieza con dos minutos." in page.content.decode()


@pytest.mark.parametrize("name", PEOPLE)
def test_nobody_reads_english(name):
    assert english_left(finished(**CASES[name][0])) == {}


@pytest.mark.parametrize("name", ["GT-02", "GT-12"])
def test_nobody_reads_english_with_sessions_behind_them(name):
    assert english_left(trained(7, **CASES[name][0])) == {}


def test_nobody_reads_english_after_a_warning_sign():
    visitor = trained(1, entry=stopped)

    assert english_left(visitor) == {}


@pytest.mark.parametrize("number", BY_NUMBER)
def test_what_is_missing_or_wrong_on_a_page_of_questions_is_said_in_spanish(number):
    wrong = {"age": "old", "pain_now": "11", "pregnancy_week": "99", "postpartum_week": "x"}
    many = {name: ["none", "fainting"] for name in ("symptoms", "medicines", "conditions")}
    visitor = holding(
        **somebody(peripartum="pregnant", pain_sites=["knee"], conditions=["other_serious"])
    )

    pages = [asked(visitor, "question", sent, number=number) for sent in ({}, wrong, many)]

    assert [english_on(page) for page in pages if page.status_code == 200] in ([], [[]] * 3)


@pytest.mark.parametrize(
    ("number", "said"),
    [
        (1, {"age": "15"}),
        (4, {"self_harm": "yes"}),
        (4, {"self_harm": "prefer_not_to_say"}),
        (6, {"symptoms": ["chest_pain_now"]}),
    ],
)
def test_help_is_in_spanish(number, said):
    visitor = holding(age=31, country="us", condition="depression")

    page = asked(visitor, "question", said, number=number)

    assert page.status_code == 200
    assert english_on(page) == []


def test_wrong_numbers_in_the_log_are_named_in_spanish():
    visitor = trained(2, equipment=["dumbbell"])
    sent = {"e1_exercise": "goblet_squat", "e1_set_1": "many", "e1_load": "x", "day": "?"}

    page = asked(visitor, "log", sent | {"mood_before": "99", "note": "n" * 501}, number=3)

    assert page.status_code == 200
    assert english_on(page) == []
    assert "escribe un número entero de 1 a 999" in page.content.decode()
    assert "escribe 500 letras como máximo en tu nota" in page.content.decode()


@pytest.mark.parametrize("name", ["check", "mood", "calendar", "feeling"])
def test_other_forms_that_were_sent_empty_or_wrong_answer_in_spanish(name):
    page = asked(trained(4), name, {"mood": "many", "reminder": "on"})

    assert page.status_code in {200, 302, 303}
    assert page.status_code != 200 or english_on(page) == []


def test_generated_people_of_every_kind_have_papers_in_spanish():
    dice = random.Random(9)  # noqa: S311 - the same people each time
    kinds, left = set(), []
    with translation.override("es"):
        for _ in range(GENERATED):
            given = parse_answers(answers(dice))
            result = decide(given)
            kinds.add(result.disposition)
            if isinstance(result, Plan):
                said = [plan_paper(result, given), helper_paper(result, given), what_if(given)]
            elif result.disposition == "clearance_first" and "SCR-10" not in result.screening_rules:
                said = [refusal_view(result, given), summary_paper(result, given)]
            left += [english_in(each) for each in map(spoken, said)]

    assert len(kinds) > 3
    assert left == [[] for _ in left]


def spoken(value):
    """Every word of a value that a presenter made, lazy ones too."""
    if hasattr(value, "__dataclass_fields__"):
        return spoken([getattr(value, name) for name in value.__dataclass_fields__])
    if isinstance(value, (tuple, list)):
        return " | ".join(map(spoken, value))
    return str(value)


@pytest.mark.parametrize("code", ["goblet_squat", "band_row", "wall_push_up"])
def test_the_page_of_an_exercise_is_in_spanish(client, code):
    with translation.override("es"):
        page = client.get(reverse("planner:exercise", args=[code]))

    assert english_on(page) == []


@pytest.mark.parametrize("name", ["exercises", "help"])
def test_the_other_public_pages_are_in_spanish(client, name):
    with translation.override("es"):
        page = client.get(reverse(f"planner:{name}"))

    assert english_on(page) == []

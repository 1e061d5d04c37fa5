"""Does this apply to you: the page that holds a person against those who were studied."""

import pytest

from planner.engine import Facts, Match, fit, parse_answers, silences
from planner.presenters.evidence import MATCHES, evidence_view
from tests.planner.engine.people import person
from tests.planner.people import finished, html

pytestmark = pytest.mark.django_db

PEOPLE = {
    "young and worried": {"age": 24, "condition": "anxiety_gad"},
    "older with low mood": {"age": 71, "condition": "depression"},
    "pregnant": {
        "age": 31,
        "condition": "depression_peripartum",
        "peripartum": "pregnant",
        "pregnancy_week": 20,
        "pregnancy_flags": ["none"],
    },
    "low mood with knee pain": {
        "condition": "depression_chronic_pain",
        "pain_sites": ["knee"],
        "pain_now": 2,
    },
    "in middle life with depression": {"age": 45, "condition": "depression"},
}
every_person = pytest.mark.parametrize("who", PEOPLE.values(), ids=PEOPLE)


def page_of(visitor):
    page = html(visitor.get("evidence/")).find(".//main")
    return page, " ".join("".join(page.itertext()).split())


@every_person
def test_the_page_says_of_every_study_whether_age_and_condition_fit(who):
    facts = Facts(parse_answers(person(**who)))

    page, said = page_of(finished(**who))

    links = {(link.get("href") or "").rstrip("/").rpartition("/")[2] for link in page.iter("a")}
    for each in fit(facts):
        assert each.study.source in links
        assert each.study.people in said
        assert all(gap in said for gap in each.gaps)
    assert said.count("People of your age") == len(fit(facts))


@every_person
def test_where_the_evidence_skips_somebody_it_is_said_before_the_studies(who):
    silent = silences(Facts(parse_answers(person(**who))))

    _page, said = page_of(finished(**who))

    studies = said.index("Who was studied")
    assert all(said.index(line) < studies for line in silent)
    assert ("Where the studies say nothing about you" in said) == bool(silent)


@every_person
def test_the_summary_counts_only_studies_of_their_age_and_their_condition(who):
    answers = parse_answers(person(**who))
    close = [
        each
        for each in fit(Facts(answers))
        if each.age is Match.YES and each.condition is Match.YES
    ]

    view = evidence_view(answers)

    if close:
        assert view.summary.startswith(f"{len(close)} of the {len(view.studies)} sources")
        assert view.studies[0].age == MATCHES[Match.YES]
    else:
        assert view.summary.startswith("None of the sources")


def test_somebody_no_study_was_about_is_told_so():
    _page, said = page_of(finished(**PEOPLE["pregnant"]))

    assert "None of the sources below" in said
    assert "None of our sources is a trial of strength training for low mood in pregnancy" in said


def test_the_plan_leads_to_it_from_what_it_is_for():
    visitor = finished()
    section = next(
        each
        for each in html(visitor.get("plan/")).iter("section")
        if each.get("aria-labelledby") == "why-plan"
    )

    links = [link.get("href") for link in section.iter("a")]

    assert visitor.address("evidence/") in links

"""Why this number: every one has a rule, every rule has words, and every source has its page."""

import re
import tomllib
from pathlib import Path

import pytest
from django.core.management import call_command
from django.urls import reverse
from hypothesis import given, settings

import articles.content
from planner.engine import RULES, Number, Plan, build_plan, follow, parse_answers, words
from planner.presenters.plan import plan_view
from planner.presenters.why import why
from tests.planner.engine.strategies import answer_sets
from tests.planner.logs import trained
from tests.planner.people import finished, html

SOURCES = Path(articles.content.__file__).parent / "sources.toml"
RULE = r"\((RX|PRG|LOAD|SCR|MON)-\d\d[a-z]?\)"
KEYS = {source["key"] for source in tomllib.loads(SOURCES.read_text(encoding="utf-8"))["sources"]}


@pytest.mark.parametrize("rule", RULES.values(), ids=lambda rule: rule.id)
def test_every_rule_has_plain_words_and_sources_of_the_library_or_says_it_is_our_choice(rule):
    [said] = why(rule.id)

    assert said.reason.strip()
    assert said.reason[-1] in ".?!"
    assert rule.id not in said.reason
    assert {source.key for source in said.sources} <= KEYS
    assert said.sources or said.is_choice


@pytest.mark.django_db
def test_every_source_named_by_a_rule_or_a_text_has_a_page(client):
    call_command("load_content", verbosity=0)
    named = {key for rule in RULES.values() for key in rule.sources}
    named |= {key for text in words.CONDITIONS.values() for key in text.sources}

    missing = {
        key
        for key in named
        if client.get(reverse("articles:source", args=[key])).status_code != 200
    }

    assert named
    assert missing == set()


@given(answer_sets)
@settings(max_examples=40)
def test_every_number_of_every_plan_says_why(raw):
    answers = parse_answers(raw)
    plan = build_plan(answers)
    if not isinstance(plan, Plan):
        return

    view = plan_view(plan, answers)

    assert len(view.numbers) == len(Number)
    assert [number.title for number in view.numbers if not (number.why or number.comes_from)] == []
    assert all(week.effort_why for week in view.weeks)
    assert all(each.why for session in view.this_week for each in session.exercises)


@pytest.mark.django_db
@pytest.mark.parametrize("sessions", [1, 5, 13])
def test_every_number_of_the_next_session_says_why(sessions):
    state = trained(sessions).state
    last = state.chapters[-1].sessions[-1]
    standing = follow(state.chapters, today=last.day + 2)

    rules = [
        *standing.next.effort_rules,
        *standing.next.sets_rules,
        *(rule for target in standing.next.targets for rule in target.rules),
        *(change.rule for change in standing.changes),
    ]

    assert standing.next.effort_rules
    assert all(target.rules for target in standing.next.targets)
    assert why(*rules)


@pytest.mark.django_db
@pytest.mark.parametrize("tail", ["", "plan/"])
def test_a_page_answers_why_in_a_fold_with_the_rule_and_its_sources(tail):
    page = html(finished().get(tail))
    folds = [each for each in page.iter("details") if each.get("class") == "why"]

    assert folds
    assert all(re.search(RULE, "".join(fold.itertext())) for fold in folds_of_rules(folds))
    assert any("/sources/" in (link.get("href") or "") for fold in folds for link in fold.iter("a"))


def folds_of_rules(folds):
    """Those that list rules; another says only how a number comes about."""
    return [fold for fold in folds if [*fold.iter("li")]]

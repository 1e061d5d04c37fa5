"""What a plan page must never say to somebody: INV-10, INV-13 and INV-41 to INV-44 as rendered."""

import random
import re
from functools import cache
from html import unescape

import pytest
from django.utils.html import strip_tags

from tests.planner.engine.generate import answers as generated
from tests.planner.engine.known import Known
from tests.planner.engine.screening_table import matching, role
from tests.planner.people import finished, holding
from tests.ttl.pages import without_keys

pytestmark = pytest.mark.django_db

GUIDED = {"clearance": "yes", "supervision": "clinician_programme", "under_care": "yes"}
EATING = {"mental_flags": ["eating_disorder_now"], "medicines": ["glp1"], **GUIDED}


def words_of(visitor):
    """What stands on the first page and, where there is a plan, on the page of all weeks."""
    tails = ("", "plan/") if visitor.state.plan else ("",)
    mains = [visitor.get(tail).content.decode().partition("<main")[2] for tail in tails]
    assert all("<h1>" in main for main in mains)
    whole = " ".join(main.partition("</main>")[0] for main in mains)
    return without_keys(" ".join(unescape(strip_tags(whole)).split()))


@cache
def pages():
    """The pages of some generated people, with what is known of each."""
    dice, found = random.Random("wording"), []  # noqa: S311 - not a secret
    while len(found) < 40:
        raw = generated(dice)
        if matching(Known(raw))[0] > "SCR-11":
            said = {"clearance": "no"} | raw | {"self_harm": None, "consent": None}
            visitor = holding(self_harm_asked=True, **said)
            visitor.agree()
            found.append((Known(raw), words_of(visitor)))
    return found


def test_with_the_adjunct_role_nothing_speaks_of_going_it_alone():
    """INV-10."""
    claims = re.compile(
        r"stand-?alone|\bon its own\b|\bby itself\b|instead of (your )?medicine", re.IGNORECASE
    )

    said = [claims.findall(words) for known, words in pages() if role(known) == "adjunct"]

    assert len(said) > 10
    assert [each for each in said if each] == []


def test_no_page_tells_anybody_to_change_a_medicine():
    """INV-13: the word stands only in warnings against it."""
    orders = re.compile(
        r"(?<!not )\b(stop|skip|lower|raise|change|reduce|increase|halve|double) "
        r"(taking |your |the |any )*(medicine|medication|dose|tablet|insulin|pill)s?",
        re.IGNORECASE,
    )
    sentence = (
        "Do not stop, skip or change any medicine because of this plan. If you would like to "
        "change a medicine, talk with the person who prescribed it first."
    )

    for _, words in pages():
        assert sentence in words  # INV-12
        assert orders.findall(words.replace(sentence, "")) == []


@pytest.mark.parametrize("flag", ["eating_disorder_now", "underweight"])
def test_with_an_eating_disorder_the_page_is_silent_on_body_weight_and_calories(flag):
    """INV-41, with a medicine that makes everybody else's page speak of it."""
    words = words_of(finished(**EATING | {"mental_flags": [flag]}))

    said = re.findall(
        r"calorie|kcal|body[- ](weight|size|fat)|\bkg\b|weight lost|lose weight|losing weight|"
        r"of weight|slim|\bBMI\b|\bthin\b|\bdiet",
        words.replace("Bodyweight", ""),
        re.IGNORECASE,
    )

    assert said == []
    assert "Eat some protein at each meal" in words
    others = words_of(finished(medicines=["glp1"]))
    assert "g per kg of weight" in others


def test_with_a_beta_blocker_no_heart_rate_is_a_target():
    """INV-42: it is named only to say that it is no guide."""
    words = words_of(finished(medicines=["beta_blocker"], conditions=["heart_disease"], **GUIDED))

    said = re.findall(r"[^.]*\b(?:heart rate|pulse|bpm)\b[^.]*\.", words, re.IGNORECASE)
    assert {each.strip() for each in said} == {
        "Do not use heart rate as a guide.",
        "Your pulse will not tell you.",
    }


def test_with_kidney_disease_protein_comes_with_ask_your_team():
    """INV-43."""
    words = words_of(finished(conditions=["kidney_disease"], medicines=["glp1"], **GUIDED))

    assert "but ask your team, most of all with kidney disease" in words
    assert "If you have kidney disease, ask before you eat extra protein" in words


def test_a_careful_choice_is_never_called_research():
    """INV-44."""
    for _, words in pages():
        assert "DESIGN CHOICE" not in words
        assert not re.search(r"\bDC\b", words)
        assert not re.search(r"(research|studies|evidence) (shows?|proves?)", words, re.IGNORECASE)


def test_no_page_speaks_of_a_draft():
    """A draft is what stands behind a page, never what a visitor is handed."""
    assert [words for _, words in pages() if re.search(r"\bdraft\b", words, re.IGNORECASE)] == []

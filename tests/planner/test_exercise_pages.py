"""The public page of every exercise: whole, plain, true to the rules and without a dose."""

import re
from collections import Counter

import pytest

from articles.readability import grade
from planner.engine import EXERCISES, Tag, progressions, unsuitable
from planner.engine.prescription_rules import BASE_RULES, MODIFIER_RULES
from planner.presenters.exercise_people import ASKS, WHO
from planner.technique import KIT, TECHNIQUES, Position, Technique
from tests.planner.people import finished, html
from tests.ttl.pages import dangling_references, ids, read, text

ADDRESSES = {code: f"/exercises/{code.replace('_', '-')}/" for code in EXERCISES}
HEADINGS = [
    "What it trains and what you need",
    "Step by step",
    "Common mistakes",
    "Easier and harder",
    "Who should leave it out, or ask first",
]
DOSE = re.compile(
    r"\d+ (?:to \d+ )?(?:sets?|repetitions|reps|times|minutes)\b|sets? of \d|\b1RM\b|\d+ ?kg"
)
# What nobody who is tired, unwell or unsure of their body should read here.
UNKIND = re.compile(
    r"jump|explo|crush|beast|burn|no pain|max(?:imum)? effort|tone\b|slim|fat\b"
    r"|flabby|weight loss|six-pack|bikini|warrior|hero|failure|lazy|cheat",
    re.IGNORECASE,
)


def sentences(technique: Technique) -> list[str]:
    """List what is said of one exercise alone; what to set up may be the same for several."""
    texts = [*technique.steps, *technique.mistakes, technique.easier, technique.harder]
    return [part.strip() for each in texts for part in re.split(r"(?<=[.!?])\s", each)]


def links(page) -> list[str]:
    return [a.get("href") for a in page.find("body/main").iter("a")]


@pytest.mark.parametrize("code", EXERCISES)
def test_every_exercise_has_a_whole_page_without_a_dose(client, code):
    response = client.get(ADDRESSES[code])

    assert response.status_code == 200
    page = read(response.content.decode())
    main = page.find("body/main")
    assert [text(each) for each in main.iter("h1")] == [EXERCISES[code].name]
    assert [text(each) for each in main.iter("h2")][: len(HEADINGS)] == HEADINGS
    assert "You should feel it in" in text(main)
    assert "/plan/" in links(page)
    assert len(ids(page)) == len(set(ids(page)))
    assert dangling_references(page) == []
    article = text(main.find("article")).partition("Your next step")[0]
    assert DOSE.findall(article.replace("five times", "")) == []
    assert response.cookies == {}
    assert "Cookie" not in response.get("Vary", "")
    assert "no-store" not in response.get("Cache-Control", "")


def test_a_dose_would_be_found():
    said = "Do 3 sets of 10 repetitions with 8 kg."

    assert DOSE.findall(said) == ["3 sets", "10 repetitions", "8 kg"]


@pytest.mark.parametrize("address", ["/exercises/moon-walk/", "/exercises/mini_squat/"])
def test_an_unknown_exercise_is_not_found(client, db, address):
    assert client.get(address).status_code == 404


def test_easier_and_harder_links_mirror_each_other(client):
    easier, harder = set(), set()
    for code, address in ADDRESSES.items():
        main = read(client.get(address).content.decode()).find("body/main")
        for item in main.iter("li"):
            found = {(code, a.get("href")) for a in item.iter("a")}
            if text(item).startswith("An easier exercise:"):
                easier |= found
            if text(item).startswith("Harder, later:"):
                harder |= found

    by_address = {address: code for code, address in ADDRESSES.items()}
    assert {(by_address[to], ADDRESSES[code]) for code, to in easier} == harder
    assert len(easier) == sum(1 for each in EXERCISES.values() if each.regress_to)
    assert len(harder) == sum(len(progressions(each)) for each in EXERCISES.values())


def test_the_words_of_every_exercise_are_plain():
    hard = {
        code: round(score, 1)
        for code, technique in TECHNIQUES.items()
        if (score := grade(" ".join(sentences(technique)))) > 5.5
    }

    long = [each for t in TECHNIQUES.values() for each in sentences(t) if len(each.split()) > 25]
    assert (hard, long) == ({}, [])


def test_no_sentence_stands_on_two_exercises():
    said = Counter(each for technique in TECHNIQUES.values() for each in sentences(technique))

    assert [sentence for sentence, times in said.items() if times > 1] == []


def test_every_text_is_kind():
    said = [each for technique in TECHNIQUES.values() for each in sentences(technique)]

    assert [each for each in [*said, *KIT.values()] if UNKIND.search(each)] == []
    assert UNKIND.search("Feel the burn!")


@pytest.mark.parametrize("code", EXERCISES)
def test_the_words_agree_with_the_library(code):
    exercise, technique = EXERCISES[code], TECHNIQUES[code]
    said = " ".join(sentences(technique))

    assert (technique.position is Position.FLOOR) is (Tag.FLOOR_TRANSFER in exercise.tags)
    if exercise.unit.endswith("_each"):
        assert re.search(r"side|swap|change|other|legs?\b", said, re.IGNORECASE)
    if "five seconds" in exercise.cue:
        assert "for five seconds" in said
    if re.search(r"three counts|in three|count three", exercise.cue, re.IGNORECASE):
        assert re.search(r"three", said, re.IGNORECASE)
    if "wall" in exercise.name.lower():
        assert "wall" in technique.needs
    assert not any(end.endswith("..") for end in (technique.easier, technique.harder))


def test_a_text_with_too_few_steps_is_refused():
    with pytest.raises(ValueError, match="3 to 6 steps"):
        Technique(
            position=Position.FLOOR,
            needs="",
            steps=("Lie down.",),
            mistakes=("a", "b"),
            feel="",
            easier="",
            harder="",
        )


def test_every_rule_that_leaves_somebody_out_names_those_people():
    rules = {
        rule.id
        for rule in BASE_RULES + MODIFIER_RULES
        if rule.excluded or (rule.level_cap is not None and rule.level_cap < 4)
    }

    assert WHO.keys() == rules
    assert ASKS.keys() == set(Tag)


@pytest.mark.parametrize(
    ("code", "who"),
    [
        ("glute_bridge", "You are 13 to 27 weeks pregnant"),
        ("glute_bridge", "You cannot get down to the floor and up again by yourself"),
        ("single_leg_stand", "You are 65 or older and take calming or antipsychotic medicine"),
        ("push_up", "You have pain of 4 or more out of 10 here: Shoulder, Wrist or hand"),
        ("forearm_plank", "You have high blood pressure"),
        ("barbell_box_squat", "You train without a trained person to watch"),
    ],
)
def test_a_page_says_who_should_leave_the_exercise_out(client, code, who):
    main = read(client.get(ADDRESSES[code]).content.decode()).find("body/main")
    section = next(s for s in main.iter("section") if s.get("aria-labelledby") == "who")

    assert who in [text(item) for item in section.iter("li")]


def test_an_exercise_that_no_rule_leaves_out_says_so(client):
    assert unsuitable(EXERCISES["palm_press"]).left_out == ()

    assert "None of our rules leaves this" in client.get(ADDRESSES["palm_press"]).content.decode()


def names_on(page) -> set[str]:
    return {text(each) for each in read(page.content.decode()).find("body/main").iter("h3")}


@pytest.mark.parametrize(
    ("query", "fits"),
    [
        ("", lambda e: True),
        ("?equipment=band", lambda e: e.equipment == "band"),
        ("?level=4", lambda e: e.level == 4),
        ("?position=floor", lambda e: Tag.FLOOR_TRANSFER in e.tags),
        ("?equipment=none&level=1&position=seated", lambda e: e.code in SEATED),
    ],
)
def test_the_list_keeps_what_fits(client, query, fits):
    page = client.get(f"/exercises/{query}")

    assert names_on(page) == {each.name for each in EXERCISES.values() if fits(each)}


SEATED = {
    *("palm_press", "front_raise_unloaded", "lateral_raise_unloaded"),
    *("shoulder_blade_squeeze", "thigh_press_down"),
}


def test_an_unknown_filter_says_so_and_shows_all(client):
    page = client.get("/exercises/?level=9")

    assert "error-summary" in page.content.decode()
    assert len(names_on(page)) == len(EXERCISES)


@pytest.mark.django_db
@pytest.mark.parametrize("part", ["", "plan/"])
def test_a_private_page_leads_to_how_to_do_it_without_giving_itself_away(part):
    page = html(finished().get(part))

    found = [a for a in page.iter("a") if a.get("href") in ADDRESSES.values()]
    assert found
    assert {a.get("rel") for a in found} == {"noreferrer"}

"""Does the evidence apply to this person, and is it said where it does not?"""

import tomllib
from pathlib import Path

import pytest
from hypothesis import assume, given

import articles.content
from planner.engine import Facts, fit, parse_answers, silences, words
from planner.engine.evidence import HEADLINE, OF_AN_AGE
from planner.engine.studies import BY_SOURCE, STUDIES
from tests.planner.engine.people import person
from tests.planner.engine.strategies import answer_sets

SOURCES = Path(articles.content.__file__).parent / "sources.toml"
PREGNANT = {"condition": "depression_peripartum", "peripartum": "pregnant"}
POSTPARTUM = {"condition": "depression_peripartum", "peripartum": "postpartum"}
PAIN = {"condition": "depression_chronic_pain", "pain_now": 2}
GLP1 = {"medicines": ["glp1"]}


def facts(**changes):
    return Facts(parse_answers(person(**changes)))


def fits(**changes):
    return {each.study.source: each for each in fit(facts(**changes))}


@pytest.fixture(scope="module")
def published():
    """The sources of the library by key."""
    sources = tomllib.loads(SOURCES.read_text(encoding="utf-8"))["sources"]
    return {source["key"]: source for source in sources}


@pytest.mark.parametrize("study", STUDIES, ids=lambda study: study.source)
def test_a_study_is_told_as_its_page_in_the_library_tells_it(study, published):
    page = published[study.source]

    assert (study.design, study.people) == (page["design"], page["population"])
    assert study.participants == page.get("sample_size")


def test_every_outcome_study_behind_a_text_or_the_headline_is_in_the_table(published):
    cited = {source for text in words.CONDITIONS.values() for source in text.sources}
    outcomes = {
        source
        for source in cited | {*HEADLINE, *OF_AN_AGE}
        if published[source]["rulebook_id"].startswith("E-")
    }

    assert outcomes == BY_SOURCE.keys()


@given(answer_sets)
def test_everything_but_a_plain_yes_is_explained(raw):
    answers = parse_answers(raw)
    assume(answers.age >= 18)
    found = fit(Facts(answers))

    assert len({each.study.source for each in found}) == len(found)
    for each in found:
        if (each.age, each.condition) != ("yes", "yes"):
            assert each.gaps
        assert len(set(each.gaps)) == len(each.gaps)


def test_a_young_adult_with_worry_is_like_those_of_the_one_small_trial():
    trial = fits(age=24, condition="anxiety_gad", supervision="exercise_professional")[
        "gordon-2021"
    ]

    assert (trial.age, trial.condition) == ("yes", "yes")
    assert trial.gaps == ("It was one small trial.",)


def test_somebody_older_with_worry_and_no_trainer_is_told_how_they_differ():
    trial = fits(age=50, condition="depression_anxiety")["gordon-2021"]

    assert (trial.age, trial.condition) == ("no", "partly")
    assert trial.gaps == (
        "The people studied were younger than you.",
        "Only some had what you want help with, or only a part of it.",
        "It was one small trial.",
        "Each person had a trainer beside them. You train on your own.",
    )


@pytest.mark.parametrize(
    ("age", "source", "match"),
    [
        *((26, "marinelli-2024", "yes"), (27, "marinelli-2024", None)),
        *((64, "cunha-2024", None), (65, "cunha-2024", "yes"), (65, "tian-2024", "yes")),
    ],
)
def test_a_study_of_one_time_of_life_is_for_those_who_are_in_it(age, source, match):
    found = fits(age=age).get(source)

    assert (found.age if found else None) == match


@pytest.mark.parametrize(
    ("age", "match"), [(40, "no"), (55, "partly"), (64, "partly"), (65, "yes")]
)
def test_where_older_adults_begin_is_not_sure(age, match):
    study = fits(age=age, condition="depression_sarcopenia")["cunha-2024"]

    assert study.age == match
    older = "The people studied were older than you."
    assert (older in study.gaps) == (match == "no")


def test_exercise_that_was_not_strength_training_is_called_that():
    found = fits(condition="anxiety_gad")

    assert "It was aerobic exercise, not strength training." in found["broman-fulks-2004"].gaps
    after_birth = fits(**POSTPARTUM)["deprato-2024"]
    assert "It was exercise of many kinds, not strength training alone." in after_birth.gaps


def test_the_headline_about_low_mood_is_not_put_to_somebody_with_worry_alone():
    assert not {*HEADLINE} & fits(condition="anxiety_gad").keys()
    assert {*HEADLINE} <= fits(condition="depression_anxiety").keys()


def test_depression_that_stays_is_not_what_most_people_were_chosen_for():
    found = fits(condition="depression_treatment_resistant", under_care="yes")

    assert found["etxaniz-oses-2023"].condition == "yes"
    assert "We have not seen its figures and quote none." in found["etxaniz-oses-2023"].gaps
    assert {found[source].condition for source in HEADLINE} == {"no"}


def test_pain_in_another_place_is_not_what_was_studied():
    low_back = fits(**PAIN, pain_sites=["low_back", "knee"])["owen-2020"]
    all_over = fits(**PAIN, pain_sites=["widespread"])["owen-2020"]
    knee = fits(**PAIN, pain_sites=["knee"])["owen-2020"]

    assert (low_back.condition, all_over.condition, knee.condition) == ("partly", "partly", "no")
    assert "It was about pain in the low back. Your pain is somewhere else." in knee.gaps


def test_nobody_was_trained_in_the_advice_about_a_medicine():
    advice = fits(**GLP1)["mozaffarian-2025"]

    assert advice.condition == "yes"
    assert "It is advice or background, not a trial of training." in advice.gaps


@pytest.mark.parametrize(
    ("changes", "word"),
    [
        (PREGNANT, "pregnancy"),
        ({"severity_self": "severe", "under_care": "yes"}, "strong symptoms"),
        (GLP1, "GLP-1"),
        ({"condition": "depression_treatment_resistant"}, "stays despite treatment"),
    ],
)
def test_what_no_source_tells_is_said(changes, word):
    (said,) = silences(facts(**changes))

    assert word in said


def test_nothing_is_missing_for_somebody_whom_the_trials_have_met():
    assert silences(facts()) == ()
    assert fits()["noetel-2024"].condition == fits()["rossi-2024"].condition == "yes"


def test_with_an_eating_disorder_no_word_is_said_of_weight():
    ill = facts(**GLP1, mental_flags=["eating_disorder_now"], clearance="yes")

    told = [each for study in fit(ill) for each in (*study.gaps, study.study.people)]
    assert not any("weight" in each or "obesity" in each for each in told)
    assert silences(ill) == ()

"""The invariants about words (rulebook, section 10), over all that the engine can say to a person.

Gathered are the message, the caveats, the role, the texts of the condition, the reason behind
every number, and each exercise with its effort, tempo and starting load.
"""

import re
from functools import cache

import pytest

from planner.engine import (
    EXERCISES,
    HELD_PRESSES,
    RULES,
    SCREENING_MESSAGES,
    Facts,
    caveat_text,
    wording,
)
from tests.planner.engine.search import for_every_answer_set, for_every_plan

pytestmark = pytest.mark.xdist_group("generated answers")

STANDS_ALONE = r"standalone|stand-alone|on its own|by itself|instead of medicine"
MEDICINE = r"medicine|medication|tablet|dose|pill|insulin|lithium|antidepressant"
CHANGE_IT = (
    r"\b(stop|skip|lower|raise|reduce|increase|change|cut|halve|double|pause|miss|"
    r"stop taking|come off|take (more|less|extra))\b"
)
LEAVES_IT = r"do not (stop|change)|talk with the person who prescribed it|would like to change"
# "Bodyweight squat" names a squat with nothing in the hands.
BODY = (
    r"calori|body.?(weight(?! squat)|size|shape|fat)|weight.?(loss|lost|gain|a day)"
    r"|under.?weight|overweight"
    r"|(lose|losing|lost|gain|gaining) (some |any |much )?weight|of weight|your weight|per kg"
    r"|slim|skinn|thinner|diet\b|\bfat\b|kilos"
)
HEART_RATE = (
    r"\bbpm\b|beats (a|per) minute|\d+ ?% of (your )?max"
    r"|(heart rate|pulse) (of|at|to|under|over|between|up to|below|above) ?\d"
    r"|(target|training) (heart rate|pulse)"
)
CLAIM = r"research|\bstud(y|ies)\b|proven|proof|evidence|\btrials?\b|scien"


@cache
def speaks_of(pattern, text):
    return re.search(pattern, text, re.IGNORECASE) is not None


@cache
def tells_to_change_a_medicine(text):
    """Whether a sentence about medicine tells somebody to take it differently."""
    return any(
        speaks_of(MEDICINE, sentence)
        and speaks_of(CHANGE_IT, sentence)
        and not speaks_of(LEAVES_IT, sentence)
        for sentence in re.split(r"(?<=[.:?!]) ", text)
    )


def rules_behind(plan):
    """The ids of all rules that a reader can ask about."""
    traced = [reason.rules for reason in plan.reasons]
    for week in plan.weeks:
        traced += [week.effort_rules, week.sets_rules]
        traced += [p.count_rules for session in week.sessions[:1] for p in session.prescriptions]
    return {rule for rules in traced for rule in rules}


def cautions(case):
    """The message and the caveats: what stands above a plan, or in its place."""
    facts = Facts(case.answers)
    yield SCREENING_MESSAGES[case.result.screening_rules[0]]
    yield from (caveat_text(caveat, facts) for caveat in case.result.caveats)


def unsourced(case):
    """Everything without a published source: careful choices of ours."""
    yield from cautions(case)
    if case.plan:
        rules = (RULES[rule] for rule in rules_behind(case.plan))
        yield from (rule.reason for rule in rules if not rule.sources or rule.careful_choice)
        texts = wording.condition_texts(Facts(case.answers))
        yield from (line for each in texts if not each.sources for line in (each.why, each.watch))
        yield from words_of_exercises(case)


def words_of_exercises(case):
    """How each exercise is done, how hard it should feel and where to start."""
    yield from {wording.effort_words(week.effort_high) for week in case.plan.weeks}
    for exercise in case.exercises:
        yield exercise.name
        yield exercise.cue
        yield wording.tempo_words(exercise, 2, exercise.code in HELD_PRESSES)
        yield wording.STARTING_LOADS[exercise.equipment]


def everything(case):
    """All the words of the page, gathered once for each case."""
    if not hasattr(case, "words"):
        case.words = tuple(dict.fromkeys(words(case)))
    return case.words


def words(case):
    """What the engine can say to this person."""
    yield from cautions(case)
    if not case.plan:
        return
    yield wording.ROLES[case.plan.role]
    for text in wording.condition_texts(Facts(case.answers)):
        yield from (text.why, text.watch)
    yield from (RULES[rule].reason for rule in rules_behind(case.plan))
    yield from (wording.WARM_UP, wording.COOL_DOWN, wording.STAND_UP_FASTER)
    yield from (wording.REST_DAYS, wording.FEWER_DAYS)
    yield from words_of_exercises(case)


def found(texts, pattern):
    return [text for text in texts if speaks_of(pattern, text)]


@for_every_answer_set
def test_inv_10_an_addition_to_care_is_never_said_to_stand_alone(case):
    if case.result.role == "adjunct":
        assert found(everything(case), STANDS_ALONE) == []


@for_every_answer_set
def test_inv_13_nobody_is_told_to_take_a_medicine_differently(case):
    assert [text for text in everything(case) if tells_to_change_a_medicine(text)] == []


@for_every_plan
def test_inv_41_with_an_eating_disorder_nothing_speaks_of_body_weight_or_size(case):
    if case.known.ed:
        assert found(everything(case), BODY) == []


@for_every_answer_set
def test_inv_42_with_a_beta_blocker_no_heart_rate_is_aimed_at(case):
    if case.known.any("beta_blocker"):
        assert found(everything(case), HEART_RATE) == []


@for_every_answer_set
def test_inv_43_with_kidney_disease_protein_comes_with_ask_your_team(case):
    if case.known.any("kidney_disease"):
        amounts = found(everything(case), r"\d ?g\b.*protein|protein.*\d ?g\b")
        assert all(speaks_of("ask your team", text) for text in amounts)
        assert bool(amounts) <= case.known.any("glp1")


@for_every_answer_set
def test_inv_44_a_careful_choice_of_ours_is_never_called_a_finding(case):
    assert found(unsourced(case), CLAIM) == []


@pytest.mark.parametrize(
    "text",
    [
        "Stop your tablets before you train.",
        "On training days, halve your insulin.",
        "You can skip a dose. Then rest.",
    ],
)
def test_advice_to_change_a_medicine_would_be_noticed(text):
    assert tells_to_change_a_medicine(text)


@pytest.mark.parametrize(
    ("pattern", "text"),
    [
        (STANDS_ALONE, "This plan works on its own."),
        (BODY, "Many people are told 1.2 to 1.6 g per kg of weight a day."),
        (BODY, "Some weight lost on these medicines is muscle."),
        (HEART_RATE, "Keep your pulse under 120."),
        (CLAIM, "Studies show that this works."),
    ],
)
def test_a_forbidden_phrase_would_be_noticed(pattern, text):
    assert speaks_of(pattern, text)


def test_every_text_that_names_a_dumbbell_is_free_to_do_so():
    assert not speaks_of(BODY, EXERCISES["goblet_squat"].cue)

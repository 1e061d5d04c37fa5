"""Who was studied, and whether that is somebody like this person ("does this apply to you?").

Where the evidence skips them, that is said in plain words.
"""

from dataclasses import dataclass
from enum import StrEnum

from planner.engine.answers import Condition, Medicine, PainSite
from planner.engine.facts import Facts
from planner.engine.studies import BY_SOURCE, Ages, Study, Training
from planner.engine.wording import condition_texts


class Match(StrEnum):
    """Whether the people studied were like this person in one respect."""

    YES = "yes"
    PARTLY = "partly"
    NO = "no"
    NOT_SAID = "not_said"


@dataclass(frozen=True, slots=True, kw_only=True)
class Fit:
    """One study beside one person; `gaps` say in plain words where it does not reach them."""

    study: Study
    age: Match
    condition: Match
    gaps: tuple[str, ...]


# What the plan says of strength training and low mood in general (rulebook, OQ-03).
HEADLINE = ("gordon-2018", "noetel-2024", "clegg-2026")
# Studies of one time of life, for those who are in it.
OF_AN_AGE = ("marinelli-2024", "cunha-2024", "tian-2024")
SMALL_TRIAL = 100

# Ages that are surely meant, and those that may be: where a study names no bounds, ours are wide.
SURE_AND_POSSIBLE = {
    Ages.ADULTS: (range(18, 111), range(18, 111)),
    Ages.OLDER: (range(65, 111), range(55, 111)),
    Ages.TO_26: (range(27), range(27)),
    Ages.YOUNG: (range(18, 30), range(18, 36)),
}

OLDER_THAN_YOU = "The people studied were older than you."
YOUNGER_THAN_YOU = "The people studied were younger than you."
AGES_NOT_SAID = "We have not seen how old the people were."
AGES_NEAR_YOURS = "The people may have been a little older or younger than you."
CONDITION_IN_PART = "Only some had what you want help with, or only a part of it."
OTHER_CONDITION = "The people were not chosen for what you want help with."
PAIN_ELSEWHERE = "It was about pain in the low back. Your pain is somewhere else."
TRAINING_GAPS = {
    Training.AEROBIC: "It was aerobic exercise, not strength training.",
    Training.MANY_KINDS: "It was exercise of many kinds, not strength training alone.",
    Training.NONE: "It is advice or background, not a trial of training.",
}
ONE_SMALL_TRIAL = "It was one small trial."
WITH_A_TRAINER = "Each person had a trainer beside them. You train on your own."

NO_TRIAL_IN_PREGNANCY = (
    "None of our sources is a trial of strength training for low mood in pregnancy. The plan "
    "follows guidelines for exercise in pregnancy."
)
STRONG_SYMPTOMS = (
    "Our sources do not tell people with strong symptoms apart, so the plan starts very small."
)
MEDICINE_NOT_STUDIED = (
    "We found no finished trial of strength training with GLP-1 medicines. The main ones have not "
    "reported yet."
)
TREATMENT_RESISTANT = (
    "Few trials have been done in people whose depression stays despite treatment. The plan goes "
    "beside your treatment."
)


def fit(facts: Facts) -> tuple[Fit, ...]:
    """Hold each study behind this person's plan against their age and condition."""
    cited = [source for text in condition_texts(facts) for source in text.sources]
    # The headline is about low mood.
    headline = () if facts.answers.condition is Condition.ANXIETY else HEADLINE
    named = dict.fromkeys([*cited, *headline])
    fits = [_fit(BY_SOURCE[source], facts) for source in named if source in BY_SOURCE]
    of_their_age = (_fit(BY_SOURCE[source], facts) for source in OF_AN_AGE if source not in named)
    return (*fits, *(each for each in of_their_age if each.age is Match.YES))


def _fit(study: Study, facts: Facts) -> Fit:
    age, condition = _age(study, facts), _condition(study, facts)
    gaps = (
        _age_gap(study, age, facts),
        _condition_gap(study, condition, facts),
        TRAINING_GAPS.get(study.training, ""),
        ONE_SMALL_TRIAL if (study.participants or SMALL_TRIAL) < SMALL_TRIAL else "",
        WITH_A_TRAINER if study.is_supervised and facts.supervision == 0 else "",
        study.caution,
    )
    return Fit(study=study, age=age, condition=condition, gaps=tuple(filter(None, gaps)))


def _age(study: Study, facts: Facts) -> Match:
    if study.ages is Ages.NOT_SAID:
        return Match.NOT_SAID
    sure, possible = SURE_AND_POSSIBLE[study.ages]
    if facts.age in sure:
        return Match.YES
    return Match.PARTLY if facts.age in possible else Match.NO


def _age_gap(study: Study, age: Match, facts: Facts) -> str:
    if age is Match.NO:
        _, possible = SURE_AND_POSSIBLE[study.ages]
        return OLDER_THAN_YOU if facts.age < possible.start else YOUNGER_THAN_YOU
    return {Match.PARTLY: AGES_NEAR_YOURS, Match.NOT_SAID: AGES_NOT_SAID}.get(age, "")


def _condition(study: Study, facts: Facts) -> Match:
    condition = facts.answers.condition
    if study.medicine is not None:
        return Match.YES if facts.has(study.medicine) else Match.NO
    if condition in study.chosen_for:
        return Match.YES
    is_in_part = condition in study.in_part and not _hurts_elsewhere(study, facts)
    return Match.PARTLY if is_in_part else Match.NO


def _hurts_elsewhere(study: Study, facts: Facts) -> bool:
    return study.pain_site is not None and facts.pain_sites.isdisjoint(
        {study.pain_site, PainSite.WIDESPREAD}
    )


def _condition_gap(study: Study, condition: Match, facts: Facts) -> str:
    if _hurts_elsewhere(study, facts):
        return PAIN_ELSEWHERE
    return {Match.PARTLY: CONDITION_IN_PART, Match.NO: OTHER_CONDITION}.get(condition, "")


def silences(facts: Facts) -> tuple[str, ...]:
    """Say in plain words what no study behind the plan tells us about people like this one."""
    said = (
        (facts.pregnant, NO_TRIAL_IN_PREGNANCY),
        (facts.severity >= 3, STRONG_SYMPTOMS),
        (facts.treatment_resistant, TREATMENT_RESISTANT),
        (facts.has(Medicine.GLP1) and not facts.eating_disorder, MEDICINE_NOT_STUDIED),
    )
    return tuple(words for applies, words in said if applies)

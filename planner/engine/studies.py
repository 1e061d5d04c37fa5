"""The studies that a plan rests on: who was studied and what they did (rulebook, section 1.1).

Only what was seen of a study stands here. `design`, `people` and `participants` are as the page of
the source prints them.
"""

from dataclasses import dataclass
from enum import StrEnum

from planner.engine.answers import Condition, Medicine, PainSite


class Ages(StrEnum):
    ADULTS = "adults"
    OLDER = "older"
    TO_26 = "to_26"
    YOUNG = "young"
    NOT_SAID = "not_said"


class Training(StrEnum):
    STRENGTH = "strength"
    MANY_KINDS = "many_kinds"
    AEROBIC = "aerobic"
    # Advice of experts, or a review of medicines: nobody was trained.
    NONE = "none"


@dataclass(frozen=True, slots=True, kw_only=True)
class Study:
    """One published source: `design`, `people` and `participants` as its page prints them.

    People were chosen for the conditions `chosen_for`; of those `in_part` only some had them, or
    they had a part of them. `medicine` is the one they all took, `pain_site` where it hurt.
    """

    source: str
    design: str
    people: str
    participants: int | None = None
    ages: Ages
    chosen_for: frozenset[Condition] = frozenset()
    in_part: frozenset[Condition] = frozenset()
    medicine: Medicine | None = None
    pain_site: PainSite | None = None
    training: Training
    is_supervised: bool = False
    caution: str = ""


C = Condition
LOW_MOOD_AND_MORE = frozenset({C.DEPRESSION_ANXIETY, C.PERIPARTUM, C.CHRONIC_PAIN, C.SARCOPENIA})
ALL_LOW_MOOD = LOW_MOOD_AND_MORE | {C.DEPRESSION}
WORRY = frozenset({C.ANXIETY, C.DEPRESSION_ANXIETY})

STUDIES: tuple[Study, ...] = (
    Study(
        source="gordon-2018",
        design="Review that pools 33 randomised trials",
        people="Adults, healthy or with an illness.",
        participants=1877,
        ages=Ages.ADULTS,
        in_part=ALL_LOW_MOOD | {C.WELLBEING},
        training=Training.STRENGTH,
        caution="The trials differ a lot from each other.",
    ),
    Study(
        source="noetel-2024",
        design="Network review of 218 studies that compares kinds of exercise",
        people="People with major depression. 643 of them were in strength training groups.",
        participants=14170,
        ages=Ages.NOT_SAID,
        chosen_for=frozenset({C.DEPRESSION}),
        in_part=LOW_MOOD_AND_MORE,
        training=Training.STRENGTH,
    ),
    Study(
        source="cunha-2024",
        design="Review that pools randomised trials up to 28 April 2023",
        people="Older adults, with and without a mental disorder.",
        ages=Ages.OLDER,
        in_part=ALL_LOW_MOOD | WORRY | {C.WELLBEING},
        training=Training.STRENGTH,
        caution="The trials disagree very widely.",
    ),
    Study(
        source="marinelli-2024",
        design="Review that pools 10 randomised trials of at least 4 weeks",
        people=(
            "People aged 26 or under with raised symptoms. Some trials added aerobic exercise to "
            "the strength training."
        ),
        participants=376,
        ages=Ages.TO_26,
        chosen_for=frozenset({C.DEPRESSION, C.DEPRESSION_ANXIETY, C.ANXIETY}),
        in_part=LOW_MOOD_AND_MORE,
        training=Training.STRENGTH,
        caution="The trials were small.",
    ),
    Study(
        source="rossi-2024",
        design="Review that pools trials up to August 2022",
        people=(
            "Adults with depression, or with symptoms below the line for a diagnosis, and no other "
            "severe disease."
        ),
        ages=Ages.ADULTS,
        chosen_for=frozenset({C.DEPRESSION}),
        in_part=frozenset({C.WELLBEING, C.DEPRESSION_ANXIETY}),
        training=Training.STRENGTH,
    ),
    Study(
        source="tian-2024",
        design="Review of 80 randomised trials that compares kinds and amounts of exercise",
        people="Older adults.",
        participants=5536,
        ages=Ages.OLDER,
        in_part=ALL_LOW_MOOD,
        training=Training.STRENGTH,
    ),
    Study(
        source="clegg-2026",
        design="Cochrane review of 73 randomised trials of all kinds of exercise",
        people="About 5,000 adults with depression.",
        ages=Ages.ADULTS,
        chosen_for=frozenset({C.DEPRESSION}),
        in_part=LOW_MOOD_AND_MORE,
        training=Training.MANY_KINDS,
    ),
    Study(
        source="gordon-2017",
        design="Review that pools 16 trials",
        people="Healthy people and people with an illness.",
        participants=922,
        ages=Ages.NOT_SAID,
        in_part=WORRY,
        training=Training.STRENGTH,
        caution="The effect was small, and smaller in people who were ill.",
    ),
    Study(
        source="gordon-2021",
        design="Randomised trial, 8 weeks, one-to-one supervision, against a waiting list",
        people=(
            "Young adults, 25 years old on average, with symptoms like those of generalised "
            "anxiety."
        ),
        participants=44,
        ages=Ages.YOUNG,
        chosen_for=frozenset({C.ANXIETY}),
        in_part=frozenset({C.DEPRESSION_ANXIETY}),
        training=Training.STRENGTH,
        is_supervised=True,
    ),
    Study(
        source="strickland-2014",
        design="Narrative review",
        people="People in studies of lifting and anxiety.",
        ages=Ages.NOT_SAID,
        in_part=WORRY,
        training=Training.STRENGTH,
        caution="The authors chose the studies and did not pool them.",
    ),
    Study(
        source="broman-fulks-2004",
        design="Randomised trial of six 20-minute sessions of aerobic exercise",
        people="People who took part in one of two intensities of exercise.",
        participants=54,
        ages=Ages.NOT_SAID,
        training=Training.AEROBIC,
    ),
    Study(
        source="deprato-2024",
        design="Review that pools 35 studies of all kinds of exercise",
        people="People who had given birth.",
        participants=4072,
        ages=Ages.NOT_SAID,
        in_part=frozenset({C.PERIPARTUM}),
        training=Training.MANY_KINDS,
    ),
    Study(
        source="owen-2020",
        design="Network review of 89 studies",
        people="People with long-term low back pain that has no single known cause.",
        participants=5578,
        ages=Ages.NOT_SAID,
        in_part=frozenset({C.CHRONIC_PAIN}),
        pain_site=PainSite.LOW_BACK,
        training=Training.STRENGTH,
        caution="Only 16 of the studies measured mental health.",
    ),
    Study(
        source="etxaniz-oses-2023",
        design="Systematic review of randomised trials",
        people="People whose depression has not gone away with treatment.",
        ages=Ages.NOT_SAID,
        chosen_for=frozenset({C.TREATMENT_RESISTANT}),
        training=Training.MANY_KINDS,
        caution="We have not seen its figures and quote none.",
    ),
    Study(
        source="mozaffarian-2025",
        design="Joint advice of four expert bodies",
        people="People who take a GLP-1 medicine for obesity.",
        ages=Ages.NOT_SAID,
        medicine=Medicine.GLP1,
        training=Training.NONE,
    ),
    Study(
        source="muscle-health-2024",
        design="Narrative review",
        people="People who lose weight with a medicine.",
        ages=Ages.NOT_SAID,
        medicine=Medicine.GLP1,
        training=Training.NONE,
    ),
)
BY_SOURCE = {study.source: study for study in STUDIES}

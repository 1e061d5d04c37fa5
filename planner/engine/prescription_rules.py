"""The prescription rules of the rulebook, sections 5.3 and 5.5, as data.

Every matching row applies. A rule that says more to some of the people it covers has a row for
each part, under the same id.
"""

from dataclasses import dataclass

from planner.engine.answers import (
    Condition,
    Experience,
    Illness,
    Medicine,
    MentalFlag,
    PostpartumFlag,
    PregnancyFlag,
    RecentEvent,
    YesNo,
)
from planner.engine.exercises import Tag
from planner.engine.facts import Facts
from planner.engine.rules import Predicate, Rule


@dataclass(frozen=True, slots=True, kw_only=True)
class PrescriptionRule(Rule):
    """One row: what it caps, what it asks for and which exercises it leaves out.

    Caps combine by the strictest value, exclusions by union; None means no change.
    `early_effort_high` limits the effort of weeks 1 and 2.
    """

    when: Predicate
    effort_cap: int | None = None
    start_level: int | None = None
    level_cap: int | None = None
    start_sets: int | None = None
    set_cap: int | None = None
    slot_cap: int | None = None
    rest_seconds: int | None = None
    minutes_cap: int | None = None
    early_effort_high: int | None = None
    extra_cool_down_minutes: int = 0
    gentle: bool = False
    balance_slot: bool = False
    two_sessions: bool = False
    excluded: frozenset[Tag] = frozenset()


AFTER_FIRST_TRIMESTER = frozenset(
    {
        Tag.SUPINE,
        Tag.PRONE_LYING,
        Tag.VALSALVA_PRONE,
        Tag.HIGH_ABDOMINAL_PRESSURE,
        Tag.AXIAL_LOAD,
        Tag.IMPACT,
    }
)
PRESSURE = frozenset({Tag.HIGH_ABDOMINAL_PRESSURE, Tag.VALSALVA_PRONE, Tag.AXIAL_LOAD})
LOADED_SPINE = frozenset({Tag.LOADED_SPINAL_FLEXION, Tag.LOADED_SPINAL_ROTATION})


def _healing(f: Facts, first: int, last: int) -> bool:
    return f.healing_week is not None and first <= f.healing_week <= last


def _sore(f: Facts) -> bool:
    return f.pain and (f.pain_now >= 4 or f.answers.condition is Condition.CHRONIC_PAIN)


def _heart(f: Facts) -> bool:
    return f.has(Illness.HEART_DISEASE, Illness.STROKE_OR_TIA) or f.effort_symptom


_row = PrescriptionRule

BASE_RULES: tuple[PrescriptionRule, ...] = (
    _row(
        id="RX-01",
        when=lambda f: f.answers.experience is Experience.NEW,
        effort_cap=7,
        start_level=2,
        level_cap=3,
        start_sets=1,
        set_cap=3,
        rest_seconds=60,
        reason="One good set is enough to begin.",
        sources=("acsm-2009", "nsca-2019", "aha-2024"),
    ),
    _row(
        id="RX-02",
        when=lambda f: f.answers.experience is Experience.RETURNING,
        effort_cap=8,
        start_level=2,
        level_cap=3,
        start_sets=1,
        set_cap=3,
        rest_seconds=60,
        reason="We ease you back in so you are not too sore.",
        sources=("acsm-2009", "bosquet-2013"),
    ),
    _row(
        id="RX-03",
        when=lambda f: f.answers.experience is Experience.REGULAR,
        effort_cap=8,
        start_level=3,
        level_cap=4,
        start_sets=2,
        set_cap=3,
        rest_seconds=90,
        reason="You already train, so we start with more.",
        sources=("acsm-2026",),
    ),
)

MODIFIER_RULES: tuple[PrescriptionRule, ...] = (
    # Age and strength
    _row(
        id="RX-10",
        when=lambda f: 18 <= f.age <= 25,
        reason="Young adults did well in trials.",
        sources=("marinelli-2024",),
    ),
    _row(
        id="RX-11",
        when=lambda f: 26 <= f.age <= 64,
        reason="Two or three short sessions fit most lives.",
        sources=("acsm-2026",),
    ),
    _row(
        id="RX-12",
        when=lambda f: 65 <= f.age <= 74,
        effort_cap=7,
        start_level=2,
        level_cap=3,
        rest_seconds=90,
        balance_slot=True,
        reason="Balance work in every session guards against falls.",
        sources=("nsca-2019", "who-2020"),
    ),
    _row(
        id="RX-13",
        when=lambda f: f.age >= 75,
        effort_cap=6,
        start_level=1,
        level_cap=3,
        start_sets=1,
        set_cap=2,
        rest_seconds=90,
        balance_slot=True,
        gentle=True,
        reason="We start light and let your body answer.",
        sources=("nsca-2019", "bray-frailty"),
    ),
    _row(
        id="RX-13",
        when=lambda f: f.age >= 75 and f.supervision == 0,
        level_cap=2,
        reason="We start light and let your body answer.",
        sources=("nsca-2019", "bray-frailty"),
    ),
    _row(
        id="RX-13",
        when=lambda f: f.age >= 75 and f.answers.experience is Experience.NEW,
        two_sessions=True,
        reason="We start light and let your body answer.",
        sources=("nsca-2019", "bray-frailty"),
    ),
    _row(
        id="RX-14",
        when=lambda f: f.frail_sign,
        effort_cap=6,
        start_level=1,
        level_cap=2,
        start_sets=1,
        set_cap=2,
        slot_cap=6,
        rest_seconds=90,
        balance_slot=True,
        gentle=True,
        two_sessions=True,
        excluded=frozenset({Tag.BALANCE_DEMAND, Tag.KNEE_DEEP_FLEXION}),
        reason="Chair moves build the legs first.",
        sources=("nsca-2019", "bray-frailty"),
    ),
    _row(
        id="RX-15",
        when=lambda f: f.answers.condition is Condition.SARCOPENIA,
        rest_seconds=90,
        balance_slot=True,
        reason="Legs are trained every time.",
        sources=("nsca-2019",),
    ),
    # Mood and energy
    _row(
        id="RX-20",
        when=lambda f: f.low_energy,
        effort_cap=6,
        start_level=1,
        start_sets=1,
        set_cap=2,
        slot_cap=4,
        minutes_cap=30,
        two_sessions=True,
        reason="Small counts. Finish, then stop.",
        sources=("fyfe-2022",),
        careful_choice=True,
    ),
    _row(
        id="RX-21",
        when=lambda f: f.treatment_resistant,
        effort_cap=7,
        start_level=2,
        reason="Steady effort, next to your treatment.",
    ),
    _row(
        id="RX-22",
        when=lambda f: f.anxious,
        rest_seconds=90,
        reason="Moderate loads calmed people most.",
        sources=("strickland-2014",),
    ),
    _row(
        id="RX-23",
        when=lambda f: f.has(MentalFlag.PANIC_ATTACKS),
        effort_cap=7,
        start_level=2,
        rest_seconds=90,
        early_effort_high=5,
        reason="Let your heart speed up slowly.",
        sources=("broman-fulks-2004",),
        careful_choice=True,
    ),
    # Pregnancy and after birth
    _row(
        id="RX-30",
        when=lambda f: f.trimester == 1,
        effort_cap=7,
        level_cap=3,
        gentle=True,
        excluded=frozenset({Tag.VALSALVA_PRONE}),
        reason="Moderate effort: you can still talk.",
        sources=("acog-2020", "csep-pregnancy-2019"),
    ),
    _row(
        id="RX-31",
        when=lambda f: f.trimester == 2,
        effort_cap=6,
        level_cap=3,
        rest_seconds=90,
        gentle=True,
        excluded=AFTER_FIRST_TRIMESTER,
        reason="No lying flat now, so blood flows freely.",
        sources=("csep-pregnancy-2019",),
        careful_choice=True,
    ),
    _row(
        id="RX-32",
        when=lambda f: f.trimester == 3,
        effort_cap=6,
        level_cap=2,
        set_cap=2,
        rest_seconds=90,
        gentle=True,
        two_sessions=True,
        excluded=AFTER_FIRST_TRIMESTER | {Tag.BALANCE_DEMAND, Tag.OVERHEAD},
        reason="Your balance shifts, so moves stay close and steady.",
        sources=("csep-pregnancy-2019",),
        careful_choice=True,
    ),
    _row(
        id="RX-33",
        when=lambda f: f.has(PregnancyFlag.PELVIC_GIRDLE_PAIN),
        effort_cap=6,
        excluded=frozenset({Tag.SINGLE_LEG_LOAD}),
        reason="Two feet down keeps the pelvis calm.",
    ),
    _row(
        id="RX-34",
        when=lambda f: f.peripartum_unsaid,
        effort_cap=6,
        level_cap=3,
        gentle=True,
        excluded=AFTER_FIRST_TRIMESTER,
        reason="We picked moves that are safe either way.",
    ),
    _row(
        id="RX-35",
        when=lambda f: _healing(f, 0, 5),
        effort_cap=4,
        start_level=1,
        level_cap=1,
        start_sets=1,
        set_cap=1,
        slot_cap=4,
        minutes_cap=30,
        gentle=True,
        two_sessions=True,
        excluded=PRESSURE | {Tag.IMPACT, Tag.OVERHEAD},
        reason="Heal first. Breathe, squeeze, stand, walk.",
        sources=("csep-postpartum-2025",),
        careful_choice=True,
    ),
    _row(
        id="RX-36",
        when=lambda f: _healing(f, 6, 11),
        effort_cap=6,
        start_level=1,
        level_cap=2,
        start_sets=1,
        set_cap=2,
        slot_cap=6,
        gentle=True,
        two_sessions=True,
        excluded=PRESSURE | {Tag.IMPACT},
        reason="Build in small steps as you heal.",
        sources=("csep-postpartum-2025",),
        careful_choice=True,
    ),
    _row(
        id="RX-37",
        when=lambda f: _healing(f, 12, 52),
        effort_cap=7,
        level_cap=3,
        excluded=frozenset({Tag.IMPACT}),
        reason="You can build like before, with care.",
        sources=("csep-postpartum-2025",),
    ),
    _row(
        id="RX-38",
        when=lambda f: f.has(PostpartumFlag.PELVIC_FLOOR),
        effort_cap=6,
        level_cap=2,
        excluded=PRESSURE | {Tag.IMPACT},
        reason="Less pressure down below.",
        sources=("csep-postpartum-2025",),
    ),
    # Pain and bones
    _row(
        id="RX-40",
        when=lambda f: f.pain,
        effort_cap=7,
        start_level=2,
        reason="A calm start teaches your body it is safe.",
        sources=("nice-ng193", "traffic-light-pain"),
    ),
    _row(
        id="RX-41",
        when=_sore,
        effort_cap=6,
        start_level=1,
        start_sets=1,
        set_cap=2,
        gentle=True,
        reason="Start low, go slow, keep going.",
        sources=("nice-ng193",),
        careful_choice=True,
    ),
    _row(
        id="RX-41",
        when=lambda f: _sore(f) and f.pain_now >= 5,
        two_sessions=True,
        reason="Start low, go slow, keep going.",
        sources=("nice-ng193",),
        careful_choice=True,
    ),
    _row(
        id="RX-42",
        when=lambda f: f.has(Illness.OSTEOPOROSIS),
        effort_cap=7,
        level_cap=3,
        balance_slot=True,
        excluded=LOADED_SPINE,
        reason="Strong, steady and straight.",
        sources=("brooke-wavell-2022", "giangregorio-2014"),
    ),
    _row(
        id="RX-43",
        when=lambda f: f.has(Illness.BONE_FRACTURE_FRAGILITY),
        effort_cap=6,
        start_level=1,
        level_cap=2,
        set_cap=2,
        gentle=True,
        balance_slot=True,
        excluded=LOADED_SPINE | {Tag.IMPACT, Tag.AXIAL_LOAD},
        reason="Good form beats more weight.",
        sources=("brooke-wavell-2022", "giangregorio-2014"),
    ),
    _row(
        id="RX-44",
        when=lambda f: f.has(Illness.FALLS),
        start_level=1,
        level_cap=2,
        balance_slot=True,
        excluded=frozenset({Tag.BALANCE_DEMAND}),
        reason="Hold on while you get steady.",
        sources=("brooke-wavell-2022",),
    ),
    # Heart, sugar, lungs and other illness
    _row(
        id="RX-45",
        when=lambda f: f.has(Illness.HIGH_BLOOD_PRESSURE),
        effort_cap=7,
        level_cap=3,
        rest_seconds=90,
        extra_cool_down_minutes=2,
        gentle=True,
        excluded=frozenset({Tag.VALSALVA_PRONE}),
        reason="Lighter loads and steady breath keep pressure down.",
        sources=("aha-2024",),
    ),
    _row(
        id="RX-46",
        when=_heart,
        effort_cap=5,
        start_level=1,
        level_cap=2,
        start_sets=1,
        set_cap=2,
        rest_seconds=90,
        extra_cool_down_minutes=2,
        gentle=True,
        excluded=frozenset({Tag.VALSALVA_PRONE}),
        reason="Easy talking pace the whole time.",
        sources=("aha-2024",),
        careful_choice=True,
    ),
    _row(
        id="RX-47",
        when=lambda f: f.metabolic or f.has(Medicine.INSULIN, Medicine.SULFONYLUREA),
        effort_cap=7,
        reason="Muscle helps your body use sugar.",
        sources=("diabetes-exercise-2019",),
    ),
    _row(
        id="RX-48",
        when=lambda f: f.has(Illness.LUNG_DISEASE),
        effort_cap=6,
        rest_seconds=120,
        excluded=frozenset({Tag.VALSALVA_PRONE}),
        reason="Long rests let your breath settle.",
    ),
    _row(
        id="RX-49",
        when=lambda f: f.has(Illness.EPILEPSY) and f.supervision == 0,
        level_cap=3,
        excluded=frozenset({Tag.OVERHEAD, Tag.AXIAL_LOAD}),
        reason="No weight above you when alone.",
    ),
    _row(
        id="RX-50",
        when=lambda f: f.has(Illness.HERNIA_OR_PROLAPSE),
        effort_cap=6,
        level_cap=2,
        excluded=PRESSURE,
        reason="Keep pressure low.",
    ),
    _row(
        id="RX-51",
        when=lambda f: f.has(Illness.ANEURYSM_OR_EYE_BLEED),
        effort_cap=4,
        start_level=1,
        level_cap=1,
        start_sets=1,
        set_cap=1,
        excluded=PRESSURE | {Tag.OVERHEAD},
        reason="No straining at all.",
    ),
    _row(
        id="RX-52",
        when=lambda f: f.has(
            Illness.OTHER_SERIOUS, RecentEvent.SURGERY, RecentEvent.INJURY_OR_FRACTURE
        ),
        effort_cap=6,
        start_level=1,
        level_cap=2,
        start_sets=1,
        gentle=True,
        reason="Ease in after a hard time.",
    ),
    # Medicines
    _row(
        id="RX-53",
        when=lambda f: f.has(Medicine.GLP1),
        reason="Lifting tells your body to keep muscle.",
        sources=("mozaffarian-2025", "muscle-health-2024", "glp1-protein"),
    ),
    _row(
        id="RX-54",
        when=lambda f: f.has(Medicine.BETA_BLOCKER),
        effort_cap=7,
        extra_cool_down_minutes=2,
        reason="Your pulse will not tell you. Your breath will.",
        sources=("mayo-clinic-2023",),
    ),
    _row(
        id="RX-55",
        when=lambda f: f.has(Medicine.LITHIUM, Medicine.ANTIPSYCHOTIC),
        effort_cap=7,
        reason="Cool room, water near.",
        sources=("jefferson-1982",),
        careful_choice=True,
    ),
    _row(
        id="RX-56",
        when=lambda f: f.age >= 65 and f.has(Medicine.SEDATIVE, Medicine.ANTIPSYCHOTIC),
        excluded=frozenset({Tag.BALANCE_DEMAND}),
        reason="Hold on: these can make you unsteady.",
    ),
    _row(
        id="RX-57",
        when=lambda f: f.has(Medicine.BLOOD_THINNER),
        excluded=frozenset({Tag.IMPACT}),
        reason="Avoid knocks and drops.",
    ),
    # The person and the room
    _row(
        id="RX-58",
        when=lambda f: f.eating_disorder,
        effort_cap=5,
        start_level=1,
        level_cap=2,
        start_sets=1,
        set_cap=2,
        slot_cap=4,
        minutes_cap=30,
        two_sessions=True,
        # The rulebook's own line speaks of body size, which INV-41 rules out for these readers.
        reason="Small and steady, as you agreed with your team.",
        sources=("quesnel-2023",),
    ),
    _row(
        id="RX-59",
        when=lambda f: f.answers.floor_ok is YesNo.NO,
        excluded=frozenset({Tag.FLOOR_TRANSFER, Tag.KNEELING}),
        reason="No floor moves.",
    ),
    _row(
        id="RX-60",
        when=lambda f: f.supervision == 0,
        level_cap=3,
        reason="Heavy bar lifts are for when someone can watch.",
    ),
)


def matching_rules(facts: Facts) -> tuple[PrescriptionRule, ...]:
    """List every row that applies: the rule of the person's experience first."""
    return tuple(rule for rule in BASE_RULES + MODIFIER_RULES if rule.when(facts))

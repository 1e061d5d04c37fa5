"""The screening table of the rulebook, section 4.2, as data, in the order it is read."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum

from planner.engine.answers import (
    BloodPressure,
    ChairStand,
    Condition,
    Illness,
    Medicine,
    MentalFlag,
    PainFlag,
    PostpartumFlag,
    PregnancyFlag,
    RecentEvent,
    SelfHarm,
    Symptom,
    YesNo,
)
from planner.engine.facts import Facts
from planner.engine.messages import MESSAGES
from planner.engine.rules import Predicate, Rule


class Disposition(StrEnum):
    """What happens next, strictest first."""

    URGENT_HELP = "urgent_help"
    CLEARANCE_FIRST = "clearance_first"
    SUPERVISED_ONLY = "supervised_only"
    PLAN_WITH_CAUTIONS = "plan_with_cautions"
    PLAN = "plan"


class Access(StrEnum):
    """Who may use the plan that stands behind a disposition."""

    NONE = "none"
    DRAFT_FOR_CLINICIAN = "draft_for_clinician"
    DRAFT_FOR_SUPERVISOR = "draft_for_supervisor"
    ACTIVE = "active"


@dataclass(frozen=True, slots=True, kw_only=True)
class ScreeningRule(Rule):
    """One row of the table; `reason` is the message to the person.

    `more_caveats` works out the caveats that hang on a detail. A row with `lifted_by_clearance`
    stops matching once a health worker has agreed; the clearance question is asked for those. One
    that `decides_at_once` needs no further answers.
    """

    when: Predicate
    disposition: Disposition
    access: Access
    caveats: tuple[str, ...]
    more_caveats: Callable[[Facts], tuple[str, ...]] | None = None
    lifted_by_clearance: bool = False
    decides_at_once: bool = False

    def matches(self, facts: Facts) -> bool:
        """Whether the row applies to this person."""
        return self.when(facts) and not (self.lifted_by_clearance and facts.cleared)


URGENT = (Disposition.URGENT_HELP, Access.NONE)
WITHHELD = (Disposition.CLEARANCE_FIRST, Access.NONE)
TAKE_ALONG = (Disposition.CLEARANCE_FIRST, Access.DRAFT_FOR_CLINICIAN)
SUPERVISED = (Disposition.SUPERVISED_ONLY, Access.DRAFT_FOR_SUPERVISOR)
CAUTIONS = (Disposition.PLAN_WITH_CAUTIONS, Access.ACTIVE)
READY = (Disposition.PLAN, Access.ACTIVE)

# Rows that end the questionnaire the moment their answer is given: help, or nothing to wait for.
AT_ONCE = {1, 2, 3, 4, 10, 11}
# Rows that a health worker's agreement lifts; SCR-10, SCR-11 and SCR-14 cannot be lifted.
LIFTED = {12, 13, 15, 16, 17, 18, *range(20, 31)}


def _row(  # noqa: PLR0913, PLR0917 - one argument for each column of the table
    number: int,
    outcome: tuple[Disposition, Access],
    when: Predicate,
    caveats: str,
    sources: str = "",
    more_caveats: Callable[[Facts], tuple[str, ...]] | None = None,
) -> ScreeningRule:
    """Write one row; caveats and sources are lists in one string."""
    return ScreeningRule(
        id=f"SCR-{number:02}",
        reason=MESSAGES[f"SCR-{number:02}"],
        sources=tuple(sources.split()),
        when=when,
        disposition=outcome[0],
        access=outcome[1],
        caveats=tuple(f"CAV-{caveat}" for caveat in caveats.split()),
        more_caveats=more_caveats,
        lifted_by_clearance=number in LIFTED,
        decides_at_once=number in AT_ONCE,
    )


def _heart_or_stroke(f: Facts) -> bool:
    return f.has(Illness.HEART_DISEASE, Illness.STROKE_OR_TIA)


def _recent_event(f: Facts) -> bool:
    return f.has(RecentEvent.SURGERY, RecentEvent.INJURY_OR_FRACTURE)


def _healing(f: Facts) -> bool:
    return f.healing_week is not None and f.healing_week < 6


def _pain_flag(f: Facts) -> bool:
    return bool(f.answers.pain_flags - {PainFlag.NONE})


def _out_of_care(f: Facts) -> bool:
    return not f.in_care and f.supervision < 2


def _strong_symptoms_out_of_care(f: Facts) -> bool:
    return (f.severity >= 3 or f.treatment_resistant) and _out_of_care(f)


def _low_around_birth_out_of_care(f: Facts) -> bool:
    return (
        (f.pregnant or f.postpartum)
        and f.severity >= 2
        and f.answers.condition is not Condition.WELLBEING
        and _out_of_care(f)
    )


def _sugar_lowering(f: Facts) -> bool:
    return f.has(Medicine.INSULIN, Medicine.SULFONYLUREA)


def _sugar_caveat(f: Facts) -> tuple[str, ...]:
    return ("CAV-26",) if _sugar_lowering(f) else ()


MEDICINE_CAVEATS = {
    Medicine.BETA_BLOCKER: ("CAV-28",),
    Medicine.LITHIUM: ("CAV-29",),
    Medicine.ANTIPSYCHOTIC: ("CAV-31",),
    Medicine.SEDATIVE: ("CAV-31",),
    Medicine.BLOOD_THINNER: ("CAV-32",),
    Medicine.ANTIDEPRESSANT: (),  # CAV-01, which every plan carries, says it all
    Medicine.NOT_SURE: ("CAV-33",),
}


def _medicine_caveats(f: Facts) -> tuple[str, ...]:
    return tuple(
        caveat
        for medicine, caveats in MEDICINE_CAVEATS.items()
        if f.has(medicine)
        for caveat in caveats
    )


# fmt: off
SCREENING_RULES: tuple[ScreeningRule, ...] = (
    _row(1, URGENT, lambda f: f.crisis, "02", "nice-ng225"),
    _row(2, URGENT, lambda f: f.has(MentalFlag.VOICES_OR_MANIA_NOW), "02"),
    _row(3, URGENT, lambda f: f.urgent_symptom, "03", "acsm-screening-2015"),
    _row(4, URGENT, lambda f: f.has(PregnancyFlag.URGENT, PostpartumFlag.URGENT), "04",
         "csep-pregnancy-2019 davenport-2025"),

    _row(10, WITHHELD, lambda f: f.answers.age is not None and f.age < 18, "05"),
    _row(11, WITHHELD, lambda f: f.answers.self_harm is SelfHarm.PREFER_NOT_TO_SAY, "02"),
    _row(12, WITHHELD, lambda f: f.effort_symptom, "06", "acsm-screening-2015"),
    _row(13, WITHHELD, lambda f: f.eating_disorder, "07", "quesnel-2023"),
    _row(14, WITHHELD, lambda f: f.answers.bp_status is BloodPressure.FROM_180_110, "08"),
    _row(15, WITHHELD, lambda f: f.has(Illness.ANEURYSM_OR_EYE_BLEED), "09"),
    _row(16, WITHHELD, _pain_flag, "10"),
    _row(17, WITHHELD, lambda f: f.has(PregnancyFlag.COMPLICATION), "04",
         "acog-2020 csep-pregnancy-2019"),
    _row(18, WITHHELD, lambda f: f.pregnant and f.has(Medicine.GLP1), "11"),

    _row(20, TAKE_ALONG, _heart_or_stroke, "06", "acsm-screening-2015"),
    _row(21, TAKE_ALONG, lambda f: f.metabolic and f.answers.active_now is YesNo.NO, "12",
         "acsm-screening-2015"),
    _row(22, TAKE_ALONG, lambda f: f.answers.bp_status in {
        BloodPressure.FROM_160_100, BloodPressure.NOT_CHECKED}, "08"),
    _row(23, TAKE_ALONG, _recent_event, "13"),
    _row(24, TAKE_ALONG, lambda f: f.has(Illness.BONE_FRACTURE_FRAGILITY), "14",
         "giangregorio-2014"),
    _row(25, TAKE_ALONG, lambda f: f.has(Illness.OTHER_SERIOUS), "13"),
    _row(26, TAKE_ALONG, _healing, "15", "csep-postpartum-2025 davenport-2025"),
    _row(27, TAKE_ALONG, lambda f: f.answers.chair_stand is ChairStand.CANNOT, "16",
         "bray-frailty"),
    _row(28, TAKE_ALONG, lambda f: f.pain_now >= 7, "10", "traffic-light-pain"),
    _row(29, TAKE_ALONG, _strong_symptoms_out_of_care, "17", "nice-ng222"),
    _row(30, TAKE_ALONG, _low_around_birth_out_of_care, "17", "acog-2020"),

    _row(40, SUPERVISED, lambda f: f.severity >= 3 and f.supervision == 0, "17 18", "nice-ng222"),
    _row(41, SUPERVISED, lambda f: f.eating_disorder and f.cleared and f.supervision < 2, "07 18",
         "quesnel-2023"),
    _row(42, SUPERVISED, lambda f: f.effort_symptom and f.cleared and f.supervision == 0, "06 18",
         "acsm-screening-2015"),
    _row(43, SUPERVISED, lambda f: f.guarded_body and f.cleared and f.supervision == 0, "18",
         "giangregorio-2014"),
    _row(44, SUPERVISED, lambda f: f.age >= 65 and f.has(Illness.FALLS) and f.supervision == 0,
         "16 18", "brooke-wavell-2022"),
    _row(45, SUPERVISED, lambda f: (
        f.age >= 75 and f.answers.chair_stand is ChairStand.WITH_HANDS and f.supervision == 0),
         "16 18", "bray-frailty"),
    _row(46, SUPERVISED, lambda f: f.age >= 90 and f.supervision == 0, "16 18"),

    _row(60, CAUTIONS, lambda f: f.severity >= 3, "17 19", "nice-ng222"),
    _row(61, CAUTIONS, lambda f: f.treatment_resistant, "17", "etxaniz-oses-2023"),
    _row(62, CAUTIONS, lambda f: f.severity == 2, "21", "nice-ng222"),
    _row(63, CAUTIONS, lambda f: f.anxious or f.has(MentalFlag.PANIC_ATTACKS), "20",
         "broman-fulks-2004"),
    _row(64, CAUTIONS, lambda f: f.eating_disorder or f.has(
        MentalFlag.BIPOLAR_HISTORY, MentalFlag.EATING_DISORDER_PAST), "22", "quesnel-2023"),
    _row(65, CAUTIONS, lambda f: f.pregnant or f.peripartum_unsaid, "04 23",
         "acog-2020 csep-pregnancy-2019"),
    _row(66, CAUTIONS, lambda f: f.postpartum, "04 15", "csep-postpartum-2025"),
    _row(67, CAUTIONS, lambda f: f.age >= 65 or f.answers.condition is Condition.SARCOPENIA, "16",
         "nsca-2019 who-2020"),
    _row(68, CAUTIONS, lambda f: f.pain, "24", "nice-ng193 traffic-light-pain"),
    _row(69, CAUTIONS, lambda f: f.has(
        Illness.OSTEOPOROSIS, Illness.BONE_FRACTURE_FRAGILITY, Illness.FALLS), "14",
         "brooke-wavell-2022 giangregorio-2014"),
    _row(70, CAUTIONS, lambda f: _heart_or_stroke(f) or f.effort_symptom, "06 25", "aha-2024"),
    _row(71, CAUTIONS, lambda f: f.has(Illness.HIGH_BLOOD_PRESSURE), "08 25", "aha-2024"),
    _row(72, CAUTIONS, lambda f: f.metabolic or _sugar_lowering(f), "12",
         "diabetes-exercise-2019", _sugar_caveat),
    _row(73, CAUTIONS, lambda f: f.has(
        Illness.LUNG_DISEASE, Illness.EPILEPSY, Illness.HERNIA_OR_PROLAPSE,
        Illness.ANEURYSM_OR_EYE_BLEED, Illness.OTHER_SERIOUS), "27"),
    _row(74, CAUTIONS, lambda f: f.has(Medicine.GLP1), "30", "mozaffarian-2025 glp1-protein"),
    _row(75, CAUTIONS, lambda f: f.has(*MEDICINE_CAVEATS), "",
         "mayo-clinic-2023 jefferson-1982", _medicine_caveats),
    _row(76, CAUTIONS, _recent_event, "13"),
    _row(77, CAUTIONS, lambda f: f.has(Symptom.FEVERISH_TODAY), "34"),
    _row(78, CAUTIONS, lambda f: f.frail_sign, "16", "bray-frailty"),
    _row(99, READY, lambda _: True, "01 35"),
)
# fmt: on

"""Facts derived from the answers, on which every rule decides (rulebook, section 3.5)."""

from dataclasses import dataclass
from functools import cached_property
from itertools import chain

from planner.engine.answers import (
    Answers,
    BirthType,
    ChairStand,
    Condition,
    Energy,
    Illness,
    Intake,
    Medicine,
    MentalFlag,
    PainSite,
    Peripartum,
    PregnancyFlag,
    SelfHarm,
    Severity,
    Supervision,
    Symptom,
    YesNo,
)

SELF_BANDS = {Severity.MINIMAL: 0, Severity.MILD: 1, Severity.MODERATE: 2, Severity.SEVERE: 4}
# Lowest total of each level above 0 (rulebook, 3.3; cut points of kroenke-2001 and spitzer-2006).
CHECK_LEVELS = {
    "phq9": ((20, 4), (15, 3), (10, 2), (5, 1)),
    "gad7": ((15, 4), (10, 2), (5, 1)),
}
PHQ9_ITEMS, GAD7_ITEMS = 9, 7

URGENT_SYMPTOMS = frozenset(
    {
        Symptom.CHEST_PAIN_NOW,
        Symptom.STROKE_SIGNS,
        Symptom.BREATHLESS_NOW,
        Symptom.ONE_CALF_SWOLLEN,
        Symptom.SADDLE_NUMB_OR_BLADDER,
    }
)
EFFORT_SYMPTOMS = frozenset(
    {
        Symptom.CHEST_PAIN_EFFORT,
        Symptom.FAINTING,
        Symptom.BREATHLESS_EASILY,
        Symptom.PALPITATIONS,
        Symptom.ANKLE_SWELLING,
        Symptom.LEG_CRAMP_WALKING,
    }
)
METABOLIC = frozenset({Illness.DIABETES_TYPE1, Illness.DIABETES_TYPE2, Illness.KIDNEY_DISEASE})


def check_level(check: str, items: tuple[int, ...]) -> int:
    """Give the level, 0 to 4, of a complete mood check (`phq9` or `gad7`)."""
    total = sum(items)
    return next((level for lowest, level in CHECK_LEVELS[check] if total >= lowest), 0)


@dataclass(frozen=True)
class Facts:
    """What the rules need to know, worked out once from one set of answers.

    Levels of `severity` run from 0 (hardly there) to 4 (severe); `supervision` from 0 (alone)
    to 2 (clinic programme).
    """

    answers: Answers

    @cached_property
    def flags(self) -> frozenset[str]:
        """Every code picked in a multi-select question, "none" left out."""
        answers = self.answers
        picked = chain(
            answers.pregnancy_flags,
            answers.postpartum_flags,
            answers.mental_flags,
            answers.symptoms,
            answers.conditions,
            answers.recent_event,
            answers.medicines,
        )
        # Type 1 diabetes is treated with insulin whether or not it was ticked (VAL-12).
        insulin = {Medicine.INSULIN} if Illness.DIABETES_TYPE1 in answers.conditions else set()
        return frozenset(picked) - {"none"} | insulin

    def has(self, *codes: str) -> bool:
        """Whether any of the codes was picked."""
        return not self.flags.isdisjoint(codes)

    @cached_property
    def age(self) -> int:
        """Age in years."""
        if self.answers.age is None:
            raise ValueError("age is not answered")
        return self.answers.age

    @cached_property
    def severity_levels(self) -> tuple[int, ...]:
        """Every level that was given: by the person's own word, PHQ-9 and GAD-7."""
        answers, levels = self.answers, []
        if answers.severity_self in SELF_BANDS:
            levels.append(SELF_BANDS[answers.severity_self])
        if len(answers.phq9) == PHQ9_ITEMS:
            levels.append(check_level("phq9", answers.phq9))
        if len(answers.gad7) == GAD7_ITEMS:
            levels.append(check_level("gad7", answers.gad7))
        return tuple(levels)

    @property
    def severity_unknown(self) -> bool:
        """Whether the person is not sure and took no check."""
        return not self.severity_levels

    @property
    def severity(self) -> int:
        """The highest level given; 2 when unknown."""
        return max(self.severity_levels, default=2)

    @property
    def supervision(self) -> int:
        """0 alone or not yet said, 1 exercise professional, 2 clinic programme."""
        return {Supervision.EXERCISE_PROFESSIONAL: 1, Supervision.CLINICIAN_PROGRAMME: 2}.get(
            self.answers.supervision or Supervision.NONE, 0
        )

    @property
    def crisis(self) -> bool:
        """Whether the person told us of thoughts of self-harm, in either question."""
        item_9 = self.answers.phq9[8] if len(self.answers.phq9) == PHQ9_ITEMS else 0
        return self.answers.self_harm is SelfHarm.YES or item_9 >= 1

    @property
    def urgent_symptom(self) -> bool:
        """Whether any sign of an emergency was picked."""
        return self.has(*URGENT_SYMPTOMS)

    @property
    def effort_symptom(self) -> bool:
        """Whether any sign was picked that may come from the heart under effort."""
        return self.has(*EFFORT_SYMPTOMS)

    @property
    def eating_disorder(self) -> bool:
        """An eating disorder now, or underweight."""
        return self.has(MentalFlag.EATING_DISORDER_NOW, MentalFlag.UNDERWEIGHT)

    @property
    def metabolic(self) -> bool:
        """Diabetes of either type, or kidney disease."""
        return self.has(*METABOLIC)

    @property
    def treatment_resistant(self) -> bool:
        """Depression that did not get better with treatment."""
        return self.answers.condition is Condition.TREATMENT_RESISTANT

    @property
    def anxious(self) -> bool:
        """One of the two conditions that name worry or anxiety."""
        return self.answers.condition in {Condition.ANXIETY, Condition.DEPRESSION_ANXIETY}

    @property
    def pregnant(self) -> bool:
        """Pregnant now."""
        return self.answers.peripartum is Peripartum.PREGNANT

    @property
    def postpartum(self) -> bool:
        """Had a baby in the last 12 months."""
        return self.answers.peripartum is Peripartum.POSTPARTUM

    @property
    def peripartum_unsaid(self) -> bool:
        """Would rather not say whether pregnant."""
        return self.answers.peripartum is Peripartum.PREFER_NOT_TO_SAY

    @property
    def trimester(self) -> int | None:
        """1 to week 12, 2 to week 27, 3 after; None when not pregnant."""
        week = self.answers.pregnancy_week
        if not self.pregnant or week is None:
            return None
        return 1 if week <= 12 else 2 if week <= 27 else 3

    @property
    def healing_week(self) -> int | None:
        """Weeks since the birth, six fewer after a caesarean; None when not postpartum."""
        week = self.answers.postpartum_week
        if not self.postpartum or week is None:
            return None
        return max(0, week - 6) if self.answers.birth_type is BirthType.CAESAREAN else week

    @property
    def frail_sign(self) -> bool:
        """Cannot stand up from a chair five times without hands."""
        return self.answers.chair_stand in {ChairStand.WITH_HANDS, ChairStand.CANNOT}

    @property
    def low_energy(self) -> bool:
        """Whether the minimum effective dose applies."""
        return (
            self.answers.energy_mode is Energy.LOW
            or self.severity >= 3
            or self.answers.glp1_intake is Intake.HARDLY_EATING_OR_VOMITING
        )

    @property
    def pain_sites(self) -> frozenset[PainSite]:
        """Where it hurts most weeks; empty when nowhere."""
        return self.answers.pain_sites - {PainSite.NONE}

    @property
    def pain(self) -> bool:
        """Any pain site, or the condition with long-lasting pain."""
        return bool(self.pain_sites) or self.answers.condition is Condition.CHRONIC_PAIN

    @property
    def pain_now(self) -> int:
        """Usual pain from 0 to 10; 0 where no site was given."""
        return self.answers.pain_now or 0 if self.pain_sites else 0

    @property
    def guarded_body(self) -> bool:
        """A body that should first train with somebody trained beside it."""
        return (
            self.has(
                Illness.ANEURYSM_OR_EYE_BLEED,
                Illness.BONE_FRACTURE_FRAGILITY,
                PregnancyFlag.COMPLICATION,
            )
            or self.answers.chair_stand is ChairStand.CANNOT
            or self.pain_now >= 7
        )

    @property
    def cleared(self) -> bool:
        """A health worker who knows about the issue agreed in the last 12 months."""
        return self.answers.clearance is YesNo.YES

    @property
    def in_care(self) -> bool:
        """In touch with a doctor, nurse, midwife or therapist about their mood."""
        return self.answers.under_care is YesNo.YES

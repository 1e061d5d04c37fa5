"""What a person told us: one enum for each closed question, and the frozen Answers."""

from dataclasses import dataclass
from enum import StrEnum


class Country(StrEnum):
    US = "us"
    GB = "gb"
    IE = "ie"
    CA = "ca"
    AU = "au"
    NZ = "nz"
    IN = "in"
    EU_OTHER = "eu_other"
    OTHER = "other"


class Peripartum(StrEnum):
    NOT_APPLICABLE = "not_applicable"
    PREGNANT = "pregnant"
    POSTPARTUM = "postpartum"
    PREFER_NOT_TO_SAY = "prefer_not_to_say"


class PregnancyFlag(StrEnum):
    URGENT = "pg_urgent"
    COMPLICATION = "pg_complication"
    PELVIC_GIRDLE_PAIN = "pelvic_girdle_pain"
    NONE = "none"


class BirthType(StrEnum):
    VAGINAL = "vaginal"
    CAESAREAN = "caesarean"
    OTHER_OR_PREFER_NOT = "other_or_prefer_not"


class PostpartumFlag(StrEnum):
    URGENT = "pp_urgent"
    PELVIC_FLOOR = "pp_pelvic_floor"
    NONE = "none"


class Condition(StrEnum):
    WELLBEING = "wellbeing"
    DEPRESSION = "depression"
    TREATMENT_RESISTANT = "depression_treatment_resistant"
    ANXIETY = "anxiety_gad"
    DEPRESSION_ANXIETY = "depression_anxiety"
    PERIPARTUM = "depression_peripartum"
    CHRONIC_PAIN = "depression_chronic_pain"
    SARCOPENIA = "depression_sarcopenia"


class Severity(StrEnum):
    MINIMAL = "minimal"
    MILD = "mild"
    MODERATE = "moderate"
    SEVERE = "severe"
    NOT_SURE = "not_sure"


class SelfHarm(StrEnum):
    NO = "no"
    YES = "yes"
    PREFER_NOT_TO_SAY = "prefer_not_to_say"


class MentalFlag(StrEnum):
    VOICES_OR_MANIA_NOW = "voices_or_mania_now"
    BIPOLAR_HISTORY = "bipolar_history"
    PANIC_ATTACKS = "panic_attacks"
    EATING_DISORDER_NOW = "eating_disorder_now"
    EATING_DISORDER_PAST = "eating_disorder_past"
    UNDERWEIGHT = "underweight"
    NONE = "none"


class YesNo(StrEnum):
    YES = "yes"
    NO = "no"


class Symptom(StrEnum):
    CHEST_PAIN_NOW = "chest_pain_now"
    STROKE_SIGNS = "stroke_signs"
    BREATHLESS_NOW = "breathless_now"
    ONE_CALF_SWOLLEN = "one_calf_swollen"
    SADDLE_NUMB_OR_BLADDER = "saddle_numb_or_bladder"
    CHEST_PAIN_EFFORT = "chest_pain_effort"
    FAINTING = "fainting"
    BREATHLESS_EASILY = "breathless_easily"
    PALPITATIONS = "palpitations"
    ANKLE_SWELLING = "ankle_swelling"
    LEG_CRAMP_WALKING = "leg_cramp_walking"
    FEVERISH_TODAY = "feverish_today"
    NONE = "none"


class Illness(StrEnum):
    """The options of the question `conditions`: what a health worker has diagnosed."""

    HEART_DISEASE = "heart_disease"
    STROKE_OR_TIA = "stroke_or_tia"
    HIGH_BLOOD_PRESSURE = "high_blood_pressure"
    DIABETES_TYPE1 = "diabetes_type1"
    DIABETES_TYPE2 = "diabetes_type2"
    KIDNEY_DISEASE = "kidney_disease"
    LUNG_DISEASE = "lung_disease"
    OSTEOPOROSIS = "osteoporosis"
    BONE_FRACTURE_FRAGILITY = "bone_fracture_fragility"
    FALLS = "falls_2plus_or_injury"
    ANEURYSM_OR_EYE_BLEED = "aneurysm_or_eye_bleed"
    HERNIA_OR_PROLAPSE = "hernia_or_prolapse"
    EPILEPSY = "epilepsy"
    OTHER_SERIOUS = "other_serious"
    NONE = "none"


class BloodPressure(StrEnum):
    UNDER_160_100 = "under_160_100"
    FROM_160_100 = "160_100_to_179_109"
    FROM_180_110 = "180_110_or_more"
    NOT_CHECKED = "not_checked_6m"


class RecentEvent(StrEnum):
    SURGERY = "surgery_12w"
    INJURY_OR_FRACTURE = "injury_or_fracture_12w"
    NONE = "none"


class PainSite(StrEnum):
    NECK = "neck"
    SHOULDER = "shoulder"
    ELBOW = "elbow"
    WRIST_HAND = "wrist_hand"
    UPPER_BACK = "upper_back"
    LOW_BACK = "low_back"
    HIP = "hip"
    KNEE = "knee"
    ANKLE_FOOT = "ankle_foot"
    WIDESPREAD = "widespread"
    NONE = "none"


class PainFlag(StrEnum):
    NUMB_OR_WEAK_WORSE = "numb_or_weak_worse"
    NIGHT_PAIN_OR_WEIGHT_LOSS = "night_pain_or_weight_loss"
    CANCER_HISTORY = "cancer_history"
    RECENT_MAJOR_FALL = "recent_major_fall"
    NONE = "none"


class Medicine(StrEnum):
    ANTIDEPRESSANT = "antidepressant"
    GLP1 = "glp1"
    INSULIN = "insulin"
    SULFONYLUREA = "sulfonylurea"
    BETA_BLOCKER = "beta_blocker"
    LITHIUM = "lithium"
    ANTIPSYCHOTIC = "antipsychotic"
    SEDATIVE = "sedative"
    BLOOD_THINNER = "blood_thinner"
    NOT_SURE = "not_sure"
    NONE = "none"


class Intake(StrEnum):
    EATING_OK = "eating_ok"
    HARDLY_EATING_OR_VOMITING = "hardly_eating_or_vomiting"


class ChairStand(StrEnum):
    EASILY = "easily"
    WITH_HANDS = "with_hands"
    CANNOT = "cannot"


class Supervision(StrEnum):
    NONE = "none"
    EXERCISE_PROFESSIONAL = "exercise_professional"
    CLINICIAN_PROGRAMME = "clinician_programme"


class Experience(StrEnum):
    NEW = "new"
    RETURNING = "returning"
    REGULAR = "regular"


class Equipment(StrEnum):
    CHAIR_WALL = "chair_wall"
    BAND = "band"
    DUMBBELL = "dumbbell"
    MACHINE = "machine"
    BARBELL = "barbell"
    NONE = "none"


class Minutes(StrEnum):
    TWENTY = "20"
    THIRTY = "30"
    FORTY_FIVE = "45"
    SIXTY = "60"


class DaysPerWeek(StrEnum):
    TWO = "2"
    THREE = "3"
    YOU_CHOOSE = "you_choose"


class Day(StrEnum):
    MON = "mon"
    TUE = "tue"
    WED = "wed"
    THU = "thu"
    FRI = "fri"
    SAT = "sat"
    SUN = "sun"


class Energy(StrEnum):
    USUAL = "usual"
    LOW = "low_energy"


@dataclass(frozen=True, slots=True, kw_only=True)
class Answers:
    """One filled-in questionnaire, complete or not yet.

    None, an empty set and an empty tuple mean "not answered"; no field has a default that stands
    for an answer. Field names and codes are those of the rulebook, section 3.2.
    """

    age: int | None = None
    country: Country | None = None
    peripartum: Peripartum | None = None
    pregnancy_week: int | None = None
    pregnancy_flags: frozenset[PregnancyFlag] = frozenset()
    postpartum_week: int | None = None
    birth_type: BirthType | None = None
    postpartum_flags: frozenset[PostpartumFlag] = frozenset()
    condition: Condition | None = None
    severity_self: Severity | None = None
    phq9: tuple[int, ...] = ()
    gad7: tuple[int, ...] = ()
    self_harm: SelfHarm | None = None
    mental_flags: frozenset[MentalFlag] = frozenset()
    under_care: YesNo | None = None
    symptoms: frozenset[Symptom] = frozenset()
    conditions: frozenset[Illness] = frozenset()
    bp_status: BloodPressure | None = None
    active_now: YesNo | None = None
    recent_event: frozenset[RecentEvent] = frozenset()
    pain_sites: frozenset[PainSite] = frozenset()
    pain_now: int | None = None
    pain_flags: frozenset[PainFlag] = frozenset()
    medicines: frozenset[Medicine] = frozenset()
    glp1_intake: Intake | None = None
    chair_stand: ChairStand | None = None
    floor_ok: YesNo | None = None
    clearance: YesNo | None = None
    supervision: Supervision | None = None
    experience: Experience | None = None
    equipment: frozenset[Equipment] = frozenset()
    session_minutes: Minutes | None = None
    days_per_week: DaysPerWeek | None = None
    days_available: frozenset[Day] = frozenset()
    days_preferred: frozenset[Day] = frozenset()
    energy_mode: Energy | None = None
    consent: bool | None = None

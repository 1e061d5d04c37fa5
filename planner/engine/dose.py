"""How hard, how many repetitions or seconds, how slowly (rulebook, section 5.4)."""

from planner.engine.answers import Experience, Illness
from planner.engine.exercises import Exercise, Pattern
from planner.engine.facts import Facts
from planner.engine.limits import Limits
from planner.engine.plan import Phase, Prescription, RepetitionMode
from planner.engine.volume import LIGHTER_WEEKS

EARLY_WEEKS = frozenset({1, 2})
LIGHTER_EFFORT_HIGH = 5
HIGHEST_EFFORT_CAP = 8

REPETITIONS = {
    RepetitionMode.STANDARD: (8, 12),
    RepetitionMode.GENTLE: (10, 15),
    RepetitionMode.FIRM: (6, 10),
}
STANDARD_SECONDS = {Phase.LEARN: (10, 20), Phase.BUILD: (15, 30), Phase.STRENGTHEN: (20, 40)}
GENTLE_SECONDS = {Phase.LEARN: (10, 15), Phase.BUILD: (10, 20), Phase.STRENGTHEN: (15, 30)}

LIFTING_SECONDS = LOWERING_SECONDS = 2
SLOW_LOWERING_SECONDS = 3
# The exercises whose cue counts three on the way down or back.
SLOW_LOWERING = frozenset(
    {
        "slow_squat",
        "sit_to_stand",
        "seated_leg_curl",
        "front_raise_unloaded",
        "dumbbell_lateral_raise",
        "machine_shoulder_press",
        "lat_pulldown",
        "heel_raise_two_leg",
        "supported_single_leg_heel_raise",
    }
)
# A press held for five seconds counts as one repetition.
HELD_PRESSES = frozenset(
    {"palm_press", "shoulder_blade_squeeze", "wall_elbow_press", "thigh_press_down"}
)


def phase_of(week: int) -> Phase:
    """Name the phase of a week."""
    return Phase.LEARN if week <= 4 else Phase.BUILD if week <= 8 else Phase.STRENGTHEN


def effort_band(week: int, limits: Limits) -> tuple[int, int]:
    """Give the lowest and highest effort of a week, on the scale from 0 to 10."""
    if week in LIGHTER_WEEKS:
        high = min(LIGHTER_EFFORT_HIGH, limits.effort_cap)
        return max(2, high - 2), high
    low, high = {Phase.LEARN: (5, 6), Phase.BUILD: (6, 7), Phase.STRENGTHEN: (6, 8)}[phase_of(week)]
    high = min(high, limits.effort_cap)
    if week in EARLY_WEEKS and limits.early_effort_high is not None:
        high = min(high, limits.early_effort_high)
    return min(low, high - 1), high


def effort_rules(week: int, limits: Limits) -> tuple[str, ...]:
    """List the ids of the rules that set the effort of a week."""
    base = limits.rules[0].id
    if week in LIGHTER_WEEKS:
        return (base, "PRG-22")
    early = limits.early_effort_high if week in EARLY_WEEKS else None
    return limits.rule_ids(
        lambda rule: (
            rule.id == base
            or rule.effort_cap == limits.effort_cap
            or (early is not None and rule.early_effort_high == early)
        )
    )


def prescribe(
    exercise: Exercise, sets: int, phase: Phase, limits: Limits, facts: Facts
) -> Prescription:
    """Give one exercise its sets, repetitions or seconds, and tempo."""
    low, high = count_range(exercise, phase, repetition_mode(exercise, phase, limits, facts))
    return Prescription(
        exercise=exercise.code,
        unit=exercise.unit,
        sets=sets,
        low=low,
        high=high,
        lowering_seconds=lowering_seconds(exercise),
        stand_up_faster=_stands_up_faster(exercise, phase, limits, facts),
        count_rules=limits.rule_ids(lambda rule: rule.gentle) or (limits.rules[0].id,),
    )


def lowering_seconds(exercise: Exercise) -> int:
    """Say how many seconds the way down or back takes."""
    return SLOW_LOWERING_SECONDS if exercise.code in SLOW_LOWERING else LOWERING_SECONDS


def count_range(exercise: Exercise, phase: Phase, mode: RepetitionMode) -> tuple[int, int]:
    """Give the fewest and most repetitions or seconds of a set."""
    if exercise.unit.is_timed:
        seconds = GENTLE_SECONDS if mode is RepetitionMode.GENTLE else STANDARD_SECONDS
        return seconds[phase]
    return REPETITIONS[mode]


def repetition_mode(
    exercise: Exercise, phase: Phase, limits: Limits, facts: Facts
) -> RepetitionMode:
    """Choose the range: gentle where any rule asks for it, firm for the practised and loaded."""
    if limits.gentle:
        return RepetitionMode.GENTLE
    firm = (
        facts.answers.experience is Experience.REGULAR
        and phase is Phase.STRENGTHEN
        and facts.age < 65
        and limits.effort_cap == HIGHEST_EFFORT_CAP
        and exercise.is_loadable
    )
    return RepetitionMode.FIRM if firm else RepetitionMode.STANDARD


def _stands_up_faster(exercise: Exercise, phase: Phase, limits: Limits, facts: Facts) -> bool:
    """Whether the power note applies: later life, last phase, squats, steady on the feet."""
    return (
        facts.age >= 65
        and phase is Phase.STRENGTHEN
        and exercise.pattern is Pattern.SQUAT
        and not facts.frail_sign
        and not facts.has(Illness.OSTEOPOROSIS, Illness.BONE_FRACTURE_FRAGILITY)
        and limits.effort_cap >= 7
    )

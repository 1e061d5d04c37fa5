"""What an exercise is: pattern, equipment, level, unit, tags and areas (rulebook, section 7)."""

from dataclasses import dataclass
from enum import StrEnum

from planner.engine.answers import Equipment, PainSite


class Pattern(StrEnum):
    SQUAT = "squat"
    HINGE = "hinge"
    PUSH_HORIZONTAL = "push_horizontal"
    PUSH_VERTICAL = "push_vertical"
    PULL_HORIZONTAL = "pull_horizontal"
    PULL_VERTICAL = "pull_vertical"
    CARRY = "carry"
    CORE = "core"
    CALF = "calf"
    BALANCE = "balance"


class Unit(StrEnum):
    """How one set is counted; `_each` means for each side."""

    REPETITIONS = "reps"
    REPETITIONS_EACH = "reps_each"
    SECONDS = "sec"
    SECONDS_EACH = "sec_each"

    @property
    def is_timed(self) -> bool:
        """Whether a set is counted in seconds."""
        return self in {Unit.SECONDS, Unit.SECONDS_EACH}


class Tag(StrEnum):
    """Contraindication tags (rulebook, section 7.2)."""

    SUPINE = "supine_after_first_trimester"
    PRONE_LYING = "prone_lying"
    FLOOR_TRANSFER = "floor_transfer"
    KNEELING = "kneeling"
    OVERHEAD = "overhead"
    HIGH_GRIP = "high_grip"
    WRIST_LOAD = "wrist_load"
    VALSALVA_PRONE = "valsalva_prone"
    HIGH_ABDOMINAL_PRESSURE = "high_abdominal_pressure"
    AXIAL_LOAD = "axial_load"
    KNEE_DEEP_FLEXION = "knee_deep_flexion"
    BALANCE_DEMAND = "balance_demand"
    SINGLE_LEG_LOAD = "single_leg_load"
    LOADED_SPINAL_FLEXION = "loaded_spinal_flexion"
    LOADED_SPINAL_ROTATION = "loaded_spinal_rotation"
    IMPACT = "impact"


LOADABLE = (Equipment.MACHINE, Equipment.DUMBBELL, Equipment.BAND, Equipment.BARBELL)


@dataclass(frozen=True, slots=True, kw_only=True)
class Exercise:
    """One exercise of the library.

    `level` runs from 1 (very easy) to 4 (hard). `areas` are the body areas it loads,
    `high_stress_areas` those it loads hard, which pain can rule out.
    """

    code: str
    name: str
    pattern: Pattern
    equipment: Equipment
    level: int
    unit: Unit
    regress_to: str | None
    muscles: str
    tags: frozenset[Tag]
    areas: frozenset[PainSite]
    high_stress_areas: frozenset[PainSite]
    cue: str

    @property
    def is_loadable(self) -> bool:
        """Whether it progresses by load (machine, dumbbell, band, barbell)."""
        return self.equipment in LOADABLE

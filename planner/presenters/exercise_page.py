"""The public page of one exercise and the list of all of them, in words and without a dose."""

from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from planner.engine import (
    CAVEATS,
    EXERCISES,
    SORE_AREA_PAIN,
    SORE_AREA_RULE,
    Exercise,
    Pattern,
    Unsuitable,
    lowering_seconds,
    progressions,
    similar,
    unsuitable,
)
from planner.labels import LABELS, Text
from planner.presenters.drawing import DrawingView, drawing
from planner.presenters.engine_words import tempo
from planner.presenters.exercise_people import ASKS, WHO
from planner.presenters.session_cards import UNITS
from planner.presenters.why import Why, why
from planner.technique import KIT, TECHNIQUES, Position, Technique

PATTERNS: dict[Pattern, Text] = {
    Pattern.SQUAT: gettext_lazy("Sitting down and standing up"),
    Pattern.HINGE: gettext_lazy("Bending at the hips"),
    Pattern.PUSH_HORIZONTAL: gettext_lazy("Pushing forwards"),
    Pattern.PUSH_VERTICAL: gettext_lazy("Raising and pressing upwards"),
    Pattern.PULL_HORIZONTAL: gettext_lazy("Pulling towards you"),
    Pattern.PULL_VERTICAL: gettext_lazy("Pulling downwards"),
    Pattern.CARRY: gettext_lazy("Walking tall and carrying"),
    Pattern.CORE: gettext_lazy("Steadying your middle"),
    Pattern.CALF: gettext_lazy("Rising on your toes"),
    Pattern.BALANCE: gettext_lazy("Balance"),
}
POSITIONS: dict[Position, Text] = {
    Position.STANDING: gettext_lazy("On your feet"),
    Position.SEATED: gettext_lazy("Can be done sitting"),
    Position.FLOOR: gettext_lazy("On the floor"),
    Position.BENCH: gettext_lazy("Lying on a bench"),
}
LEVELS: dict[int, Text] = {
    1: gettext_lazy("Level 1 of 4: very easy"),
    2: gettext_lazy("Level 2 of 4: easy"),
    3: gettext_lazy("Level 3 of 4: medium"),
    4: gettext_lazy("Level 4 of 4: hard"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class CautionView:
    """Who should leave an exercise out or ask first; all empty where no rule speaks against it."""

    asks: tuple[Text, ...]
    who: tuple[Text, ...]
    too_hard: tuple[Text, ...]
    why: tuple[Why, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ExercisePage:
    """Everything that the page of one exercise says; exercises to go on to are the engine's own."""

    exercise: Exercise
    technique: Technique
    drawing: DrawingView
    pattern: Text
    equipment: Text
    level: Text
    position: Text
    unit: Text
    tempo: str
    kit: str
    easier: Exercise | None
    harder: tuple[Exercise, ...]
    similar: tuple[Exercise, ...]
    caution: CautionView
    everyone: tuple[str, ...]


def exercise_page(exercise: Exercise) -> ExercisePage:
    """Put one exercise into words."""
    technique = TECHNIQUES[exercise.code]
    return ExercisePage(
        exercise=exercise,
        technique=technique,
        drawing=drawing(exercise),
        pattern=PATTERNS[exercise.pattern],
        equipment=LABELS["equipment"].options[exercise.equipment],
        level=LEVELS[exercise.level],
        position=POSITIONS[technique.position],
        unit=UNITS[exercise.unit],
        tempo=tempo(exercise, lowering_seconds(exercise)),
        kit=KIT[exercise.equipment],
        easier=EXERCISES[exercise.regress_to] if exercise.regress_to else None,
        harder=progressions(exercise),
        similar=similar(exercise),
        caution=_caution(unsuitable(exercise)),
        everyone=(_(CAVEATS["CAV-35"]), _(CAVEATS["CAV-03"])),
    )


def _caution(found: Unsuitable) -> CautionView:
    areas = [LABELS["pain_sites"].options[area] for area in found.areas]
    sore = _("You have pain of %(pain)d or more out of 10 here: %(areas)s")
    said = [sore % {"pain": SORE_AREA_PAIN, "areas": ", ".join(map(str, areas))}] if areas else []
    rules = [*found.left_out, *found.too_hard, *([SORE_AREA_RULE] if areas else [])]
    return CautionView(
        asks=tuple(ASKS[tag] for tag in found.tags),
        who=(*(WHO[rule] for rule in found.left_out), *said),
        too_hard=tuple(WHO[rule] for rule in found.too_hard),
        why=why(*rules),
    )


def by_pattern(
    equipment: str = "", level: str = "", position: str = ""
) -> tuple[tuple[Text, tuple[ExercisePage, ...]], ...]:
    """Group the exercises that fit every choice made; an empty choice fits all."""
    fitting = [
        exercise_page(each)
        for each in EXERCISES.values()
        if equipment in ("", each.equipment)
        and level in ("", str(each.level))
        and position in ("", TECHNIQUES[each.code].position)
    ]
    groups = (
        (title, tuple(page for page in fitting if page.exercise.pattern is pattern))
        for pattern, title in PATTERNS.items()
    )
    return tuple((title, pages) for title, pages in groups if pages)

"""The engine's own words in the reader's language: the engine itself knows only English.

Its texts stand in tables there, and under the same words in the catalogue of translations. What has
numbers in it is translated first and filled in afterwards.
"""

from collections.abc import Iterable

from django.utils.translation import gettext as _

from planner.engine import (
    EXERCISES,
    HELD_PRESSES,
    RULES,
    SCREENING_MESSAGES,
    Exercise,
    Facts,
    Plan,
    caveat_text,
    words,
)


def name_of(code: str) -> str:
    """Call an exercise by its name."""
    return _(EXERCISES[code].name)


def reason_of(rule: str) -> str:
    """Give the reason of a rule."""
    return _(RULES[rule].reason)


def message_of(screening_rule: str) -> str:
    """Give what a rule of the screening says to the person."""
    return _(SCREENING_MESSAGES[screening_rule])


def caution(caveat: str, facts: Facts) -> str:
    """Give one caution for this person."""
    return _(caveat_text(caveat, facts))


def cautions(caveats: Iterable[str], facts: Facts) -> tuple[str, ...]:
    """Give several cautions for this person."""
    return tuple(caution(caveat, facts) for caveat in caveats)


def tempo(exercise: Exercise, lowering_seconds: int) -> str:
    """Say how fast to move; the engine fills in the seconds itself, and there are few of them."""
    return _(words.tempo_words(exercise, lowering_seconds, exercise.code in HELD_PRESSES))


def start_of(exercise: Exercise) -> str:
    """Say where to start the first time."""
    return _(words.STARTING_LOADS[exercise.equipment])


def effort_feels(effort: int) -> str:
    """Say what an effort feels like at the end of a set."""
    return _(words.effort_words(effort))


def stand_up_note(*, is_faster: bool) -> str:
    """Say to stand up faster, or nothing."""
    return _(words.STAND_UP_FASTER) if is_faster else ""


def warm_up(plan: Plan) -> str:
    """Say how to warm up."""
    return _(words.WARM_UP).format(minutes=plan.warm_up_minutes)


def cool_down(plan: Plan) -> str:
    """Say how to cool down."""
    return _(words.COOL_DOWN).format(minutes=plan.cool_down_minutes)

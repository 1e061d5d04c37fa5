"""One exercise of the next session in words: what to do, how, with what, and why."""

from dataclasses import dataclass
from decimal import Decimal

from django.utils.formats import number_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext, ngettext_lazy

from planner.engine import EXERCISES, Target, Unit, WeightUnit, codes
from planner.labels import Text
from planner.presenters.engine_words import name_of, stand_up_note, start_of, tempo
from planner.presenters.why import Why, why

RANGES: dict[Unit, Text] = {
    Unit.REPETITIONS: gettext_lazy("%(low)d to %(high)d repetitions"),
    Unit.REPETITIONS_EACH: gettext_lazy("%(low)d to %(high)d repetitions on each side"),
    Unit.SECONDS: gettext_lazy("%(low)d to %(high)d seconds"),
    Unit.SECONDS_EACH: gettext_lazy("%(low)d to %(high)d seconds on each side"),
}
AIMS: dict[Unit, Text] = {
    Unit.REPETITIONS: ngettext_lazy("%(count)d repetition", "%(count)d repetitions", "count"),
    Unit.REPETITIONS_EACH: ngettext_lazy(
        "%(count)d repetition on each side", "%(count)d repetitions on each side", "count"
    ),
    Unit.SECONDS: ngettext_lazy("%(count)d second", "%(count)d seconds", "count"),
    Unit.SECONDS_EACH: ngettext_lazy(
        "%(count)d second on each side", "%(count)d seconds on each side", "count"
    ),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class TargetView:
    """One exercise, ready to do; `load` and `first_time` are empty where there is nothing to say.

    `place` counts from 1 within the session.
    """

    place: int
    code: str
    name: str
    dose: str
    span: str
    load: str
    first_time: str
    tempo: str
    note: str
    cue: str
    easier: str
    harder: str
    why: tuple[Why, ...]


def target_view(target: Target, place: int, sets_rules: tuple[str, ...]) -> TargetView:
    """Put one exercise into words."""
    exercise = EXERCISES[target.exercise]
    span = RANGES[target.unit] % {"low": target.low, "high": max(target.high, target.target)}
    return TargetView(
        place=place,
        code=exercise.code,
        name=name_of(exercise.code),
        dose=dose_words(target),
        span=_("The range is %(span)s.") % {"span": span},
        load=load_words(target.exercise, target.load, target.weight_unit),
        first_time=start_of(exercise) if _is_new(target) else "",
        tempo=tempo(exercise, target.lowering_seconds),
        note=stand_up_note(is_faster=target.stand_up_faster),
        cue=_(exercise.cue),
        easier=name_of(target.easier) if target.easier else "",
        harder=name_of(target.harder) if target.harder else "",
        why=why(*sets_rules, *target.rules),
    )


def _is_new(target: Target) -> bool:
    """Whether the person still has to find out where to start."""
    if EXERCISES[target.exercise].is_loadable:
        return target.load is None
    return target.target <= target.low


def dose_words(target: Target) -> str:
    """Say how many sets of how many."""
    text = ngettext("%(sets)d set of %(count)s", "%(sets)d sets of %(count)s", target.sets)
    return text % {"sets": target.sets, "count": aim_words(target.exercise, target.target)}


def aim_words(exercise: str, count: int) -> str:
    """Say a number of repetitions or seconds."""
    return AIMS[EXERCISES[exercise].unit] % {"count": count}


def load_words(exercise: str, load: Decimal | None, unit: WeightUnit | None) -> str:
    """Say a weight, or which band; empty where none is known."""
    if load is None:
        return ""
    if EXERCISES[exercise].equipment is codes.Equipment.BAND:
        return _("band %(number)d") % {"number": load}
    return f"{number_words(load)} {unit or WeightUnit.KILOGRAM}"


def number_words(number: Decimal) -> str:
    """Write a weight as the language does, without needless zeros."""
    return number_format(f"{number.normalize():f}")

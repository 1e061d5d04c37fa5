"""What a session changed for the next time and why: one plain sentence an exercise."""

from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from planner.engine import Change, WeightUnit
from planner.presenters.engine_words import name_of
from planner.presenters.exercise_words import aim_words, load_words
from planner.presenters.why import Why, why


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangeView:
    """One exercise: what comes next time, and the rule that says so."""

    name: str
    next_time: str
    is_same: bool
    why: Why


def change_views(
    changes: tuple[Change, ...], units: dict[str, WeightUnit | None]
) -> tuple[ChangeView, ...]:
    """Put the changes of one session into words; `units` are those its weights were told in."""
    return tuple(_view(change, units.get(change.exercise)) for change in changes)


def _view(change: Change, unit: WeightUnit | None) -> ChangeView:
    is_same = change.before == change.after
    [reason] = why(change.rule)
    return ChangeView(
        name=name_of(change.exercise),
        next_time=_("The same next time.") if is_same else _next_time(change, unit),
        is_same=is_same,
        why=reason,
    )


def _next_time(change: Change, unit: WeightUnit | None) -> str:
    before, after = change.before, change.after
    parts = []
    if after.exercise != before.exercise:
        parts.append(_("do %(name)s instead") % {"name": name_of(after.exercise)})
    elif after.load != before.load:
        parts.append(_("use %(load)s") % {"load": load_words(after.exercise, after.load, unit)})
    if after.target != before.target or after.exercise != before.exercise:
        parts.append(_("aim for %(count)s") % {"count": aim_words(after.exercise, after.target)})
    if after.lowering_seconds > before.lowering_seconds:
        text = _("lower over %(seconds)d seconds")
        parts.append(text % {"seconds": after.lowering_seconds})
    if after.sets_fewer:
        text = ngettext("do %(sets)d set fewer", "do %(sets)d sets fewer", after.sets_fewer)
        parts.append(text % {"sets": after.sets_fewer})
    if not parts:
        return _("Back to the usual next time.")
    return _("Next time: %(what)s.") % {"what": _(" and ").join(parts)}

"""The filters of the list of exercises."""

from django import forms
from django.utils.translation import gettext_lazy as _

from planner.labels import LABELS
from planner.presenters.exercise_page import LEVELS, POSITIONS

KITS = LABELS["equipment"].options


def _any(options: dict[str, object]) -> list[tuple[str, object]]:
    return [("", _("Any")), *((str(value), label) for value, label in options.items())]


class ExerciseFilterForm(forms.Form):
    """What somebody has, how hard it may be and where they can do it; all may stay empty."""

    equipment = forms.ChoiceField(
        label=_("What you can use"), required=False, choices=_any({**KITS, "none": _("Nothing")})
    )
    level = forms.ChoiceField(label=_("How hard"), required=False, choices=_any(LEVELS))
    position = forms.ChoiceField(label=_("Where"), required=False, choices=_any(POSITIONS))

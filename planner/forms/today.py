"""Small forms of today's page: how the person feels, and their if-then plan."""

from django import forms
from django.utils.translation import gettext_lazy as _

from planner import log_fields as fields
from planner.kept import IfThen

LONGEST_LINE = 200


class FeelingForm(forms.Form):
    """Asked before a session; it may stay empty."""

    mood = fields.whole(_("Mood now, 0 to 10 (10 is best)"), 0, 10)


class IfThenForm(forms.Form):
    """When and where, and what may come between (ADH-01); both may stay empty."""

    cue = forms.CharField(
        label=_("If it is (day, time, or after something I always do)"),
        help_text=_("For example: if it is Tuesday after lunch, I do my session in the kitchen."),
        required=False,
        max_length=LONGEST_LINE,
        error_messages={"max_length": _("Please keep it to 200 letters.")},
    )
    obstacle = forms.CharField(
        label=_("If this gets in the way, I do the tiny version"),
        help_text=_("For example: if I come home tired."),
        required=False,
        max_length=LONGEST_LINE,
        error_messages={"max_length": _("Please keep it to 200 letters.")},
    )

    @property
    def if_then(self) -> IfThen:
        """What the person wrote."""
        return IfThen(**self.cleaned_data)

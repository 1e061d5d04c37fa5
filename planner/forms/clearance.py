"""What a person tells us of a health worker's agreement."""

from datetime import date
from typing import Any

from django import forms
from django.utils.formats import date_format
from django.utils.translation import gettext_lazy as _

from planner.clearance import WHO, months_until
from planner.kept import Agreement

LIMITS_LETTERS = 500


class AgreementForm(forms.Form):
    """Who agreed and when, and what they asked to leave out; nothing is chosen beforehand."""

    who = forms.ChoiceField(
        label=_("Who said that strength training is fine for you?"),
        help_text=_("Someone who knows about your health and about the reason we asked."),
        choices=list(WHO.items()),
        widget=forms.RadioSelect,
        error_messages=dict.fromkeys(
            ("required", "invalid_choice"), _("Who agreed: please choose one answer.")
        ),
    )
    month = forms.TypedChoiceField(
        label=_("When was that?"),
        help_text=_("In pregnancy or after a birth, it must be about this one."),
        error_messages=dict.fromkeys(
            ("required", "invalid_choice"),
            _("When that was: please choose one of these months. An older check does not count."),
        ),
        coerce=date.fromisoformat,
    )
    limits = forms.CharField(
        label=_("Is there anything they told you to leave out or watch?"),
        help_text=_("You may leave this empty. We show it with your plan, in your own words."),
        required=False,
        max_length=LIMITS_LETTERS,
        widget=forms.Textarea(attrs={"rows": 3}),
        error_messages={
            "max_length": _("What they told you: please use %(limit_value)d letters or fewer.")
        },
    )

    def __init__(self, today: date, data: Any = None, known: Agreement | None = None) -> None:
        super().__init__(data, initial={"limits": known.limits} if known else None)
        months = [
            (str(month), date_format(month, "YEAR_MONTH_FORMAT")) for month in months_until(today)
        ]
        self.fields["month"].choices = [("", _("Choose a month")), *months]

    @property
    def agreement(self) -> Agreement:
        """What was told, once the form is valid."""
        return Agreement(**self.cleaned_data)

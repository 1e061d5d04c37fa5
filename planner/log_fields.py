"""The fields of the log form: numbers with plain errors, a day, a choice, a note."""

from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from django import forms
from django.utils.functional import Promise
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _

Text = str | Promise


WRONG_DAY = _("Please choose a day, such as 2026-03-09.")
WRONG_CHOICE = _("Please choose one of these.")


class WeightField(forms.DecimalField):
    """A weight or a weight step; a comma is as good as a point."""

    def to_python(self, value: Any) -> Decimal | None:
        """Read the number, whichever mark it has."""
        return super().to_python(value.replace(",", ".") if isinstance(value, str) else value)


def whole(label: Text, low: int, high: int, *, about: Text = "") -> forms.Field:
    """Make a box for a whole number that may stay empty; an error says what it is about."""
    wrong = _("{label}: please write a whole number from {low} to {high}, or leave it empty.")
    message = format_lazy(wrong, label=about or label, low=low, high=high)
    return forms.IntegerField(
        label=label,
        required=False,
        min_value=low,
        max_value=high,
        error_messages=dict.fromkeys(("invalid", "min_value", "max_value"), message),
    )


def weight(label: Text, most: int, *, about: Text) -> forms.Field:
    """Make a box for a weight of two decimals at most that may stay empty."""
    wrong = _("{label}: please write a number such as 7.5, or leave it empty.")
    message = format_lazy(wrong, label=about)
    kinds = ("invalid", "min_value", "max_value", "max_digits", "max_decimal_places")
    return WeightField(
        label=label,
        required=False,
        min_value=Decimal("0.01"),
        max_value=most,
        decimal_places=2,
        error_messages=dict.fromkeys((*kinds, "max_whole_digits"), message),
        widget=forms.NumberInput(attrs={"inputmode": "decimal"}),
    )


def day(label: Text, *, latest: str) -> forms.Field:
    """Make a box for a day, with the device's own calendar; the latest is written as ISO."""
    return forms.DateField(
        label=label,
        input_formats=["%Y-%m-%d", "%d/%m/%Y", "%d.%m.%Y"],
        widget=forms.DateInput(format="%Y-%m-%d", attrs={"type": "date", "max": latest}),
        error_messages={"required": WRONG_DAY, "invalid": WRONG_DAY},
    )


def choice(label: Text, options: Mapping[str, Text], *, is_short: bool = True) -> forms.Field:
    """Make a choice that may stay open: radio buttons, or a list to unfold."""
    opened = [] if is_short else [("", _("Please choose"))]
    return forms.ChoiceField(
        label=label,
        required=False,
        choices=[*opened, *options.items()],
        widget=forms.RadioSelect if is_short else forms.Select,
        error_messages={"invalid_choice": WRONG_CHOICE},
    )


def note(label: Text, longest: int) -> forms.Field:
    """Make a box for a few lines."""
    too_long = format_lazy(_("Please keep your note to {longest} letters."), longest=longest)
    return forms.CharField(
        label=label,
        required=False,
        max_length=longest,
        widget=forms.Textarea(attrs={"rows": 3}),
        error_messages={"max_length": too_long},
    )

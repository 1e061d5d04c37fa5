"""What is asked about a calendar, and the file of a saved plan."""

from typing import Any

from django import forms
from django.core.files.uploadedfile import UploadedFile
from django.utils.translation import gettext_lazy as _

PLAN_FILE_BYTES = 1_000_000


class CalendarForm(forms.Form):
    """Two choices, both of which may be left out."""

    time = forms.TimeField(
        label=_("Time of day"),
        help_text=_("You may leave this out. Then your sessions stand at the top of their day."),
        required=False,
        widget=forms.TimeInput(format="%H:%M", attrs={"type": "time"}),
        error_messages={"invalid": _("Write the time as hours and minutes, such as 18:30.")},
    )
    reminder = forms.BooleanField(label=_("Remind me 30 minutes before"), required=False)

    def clean(self) -> dict[str, Any]:
        """Ask for the time that a reminder needs."""
        if self.cleaned_data.get("reminder") and self.cleaned_data.get("time", "") is None:
            self.add_error("time", _("Choose a time, or leave the reminder out."))
        return self.cleaned_data


class PlanFileForm(forms.Form):
    """A saved plan, to be read back."""

    file = forms.FileField(
        label=_("Your plan file"),
        help_text=_("Its name ends in .json. It may be up to 1 MB."),
        allow_empty_file=True,
        widget=forms.FileInput(attrs={"accept": ".json,application/json"}),
        error_messages=dict.fromkeys(
            ("required", "invalid", "missing"), _("Choose the plan file that you saved.")
        ),
    )

    def clean_file(self) -> UploadedFile:
        """Refuse what is larger than any plan, before it is read."""
        file = self.cleaned_data["file"]
        if file.size > PLAN_FILE_BYTES:
            raise forms.ValidationError(
                _("This file is larger than 1 MB. Choose the plan file that you saved.")
            )
        return file

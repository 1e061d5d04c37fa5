"""The one field of the second step."""

from collections.abc import Callable

from django import forms
from django.http import QueryDict
from django_otp.models import Device


class CodeForm(forms.Form):
    """Takes a code and asks whether it is right; `device` is what accepted it."""

    code = forms.CharField(
        label="Code",
        max_length=32,
        widget=forms.TextInput(
            attrs={"autocomplete": "one-time-code", "autocapitalize": "none", "spellcheck": "false"}
        ),
    )

    def __init__(self, data: QueryDict | None, hint: str, verify: Callable[[str], Device]) -> None:
        super().__init__(data or None)
        self.fields["code"].help_text = hint
        self.verify = verify
        self.device: Device | None = None

    def clean_code(self) -> str:
        code = self.cleaned_data["code"]
        self.device = self.verify(code)
        return code

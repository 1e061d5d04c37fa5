"""What staff type to sign in: a password, a code, or both again."""

from collections.abc import Callable

from django import forms
from django.contrib.admin.forms import AdminAuthenticationForm
from django.contrib.auth import authenticate
from django.core.exceptions import ValidationError
from django.http import HttpRequest, QueryDict
from django_otp.models import Device

from ttl.staff import events, guessing, second_step

LONGEST_PASSWORD = 4096
WRONG_PASSWORD = "That is not your password."  # noqa: S105 - words for the page


def code_field(hint: str = "") -> forms.CharField:
    """Make the field of a code, which phones and password managers know how to fill."""
    attributes = {"autocomplete": "one-time-code", "autocapitalize": "none", "spellcheck": "false"}
    return forms.CharField(
        label="Code", max_length=32, help_text=hint, widget=forms.TextInput(attrs=attributes)
    )


class SignInForm(AdminAuthenticationForm):
    """Name and password, so many times; who guesses learns nothing from the answer."""

    def clean(self) -> dict[str, object]:
        name = self.cleaned_data.get("username")
        if not name or not self.cleaned_data.get("password"):
            return super().clean()
        with guessing.password_of(self.request, name):
            try:
                return super().clean()
            except ValidationError:
                events.record_wrong_password(name)
                raise


class CodeForm(forms.Form):
    """Takes a code and asks whether it is right; `device` is what accepted it."""

    code = code_field()

    def __init__(self, data: QueryDict | None, hint: str, verify: Callable[[str], Device]) -> None:
        super().__init__(data or None)
        self.fields["code"].help_text = hint
        self.verify = verify
        self.device: Device | None = None

    def clean_code(self) -> str:
        code = self.cleaned_data["code"]
        self.device = self.verify(code)
        return code


class ConfirmForm(forms.Form):
    """Takes the password of whoever is signed in again, and a code where there is a second step."""

    password = forms.CharField(
        strip=False,
        max_length=LONGEST_PASSWORD,
        widget=forms.PasswordInput(attrs={"autocomplete": "current-password"}),
    )
    code = code_field("A new code from your phone, or one of your recovery codes.")

    def __init__(self, data: QueryDict | None, request: HttpRequest) -> None:
        super().__init__(data or None)
        self.request = request
        if not second_step.protects(request.user):
            del self.fields["code"]

    def clean_password(self) -> str:
        name, password = self.request.user.username, self.cleaned_data["password"]
        with guessing.password_of(self.request, name):
            if authenticate(self.request, username=name, password=password) is None:
                events.record_wrong_password(name)
                raise ValidationError(WRONG_PASSWORD)
        return password

    def clean_code(self) -> str:
        code = self.cleaned_data["code"]
        # A code works once: it is not spent on a wrong password.
        if "password" in self.cleaned_data:
            second_step.check(self.request, self.request.user, code)
        return code

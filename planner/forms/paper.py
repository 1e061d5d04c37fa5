"""How a plan is wanted on paper; none of it says anything about the person."""

from django import forms
from django.utils.translation import gettext_lazy as _

from planner.presenters.paper import Sheet


class PrintForm(forms.Form):
    """Three choices, each with a usual answer; a choice that is not sent is the usual one."""

    sheet = forms.ChoiceField(
        label=_("Paper, for the PDF"),
        choices=[(Sheet.A4.value, _("A4")), (Sheet.LETTER.value, _("Letter"))],
        required=False,
        widget=forms.RadioSelect,
        error_messages={"invalid_choice": _("Choose A4 or Letter.")},
    )
    size = forms.ChoiceField(
        label=_("Letters"),
        choices=[("normal", _("Normal")), ("large", _("Large"))],
        required=False,
        widget=forms.RadioSelect,
        error_messages={"invalid_choice": _("Choose normal or large letters.")},
    )
    link = forms.ChoiceField(
        label=_("My private link"),
        help_text=_("Whoever finds a sheet with the link on it can open your plan and answers."),
        choices=[("no", _("Leave it out")), ("yes", _("Put it on the paper"))],
        required=False,
        widget=forms.RadioSelect,
        error_messages={"invalid_choice": _("Choose whether the link goes on the paper.")},
    )

    def __init__(self, sent: dict[str, str], usual_sheet: str) -> None:
        self.usual = {"sheet": usual_sheet, "size": "normal", "link": "no"}
        super().__init__(self.usual | sent, initial=self.usual)

    @property
    def sheet_chosen(self) -> Sheet:
        """The paper, once the form is valid."""
        return Sheet(self.cleaned_data["sheet"] or self.usual["sheet"])

    @property
    def is_large(self) -> bool:
        """Whether the letters are to be large; not where that choice could not be read."""
        return self.cleaned_data.get("size") == "large"

    @property
    def has_link(self) -> bool:
        """Whether the private link goes on the paper; not where that choice could not be read."""
        return self.cleaned_data.get("link") == "yes"

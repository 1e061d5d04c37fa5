"""A form with one of each kind of question, and how a page shows it."""

from crispy_forms.helper import FormHelper
from crispy_forms.layout import Fieldset, Layout
from crispy_forms.utils import render_crispy_form
from django import forms
from django.template.loader import render_to_string

from planner.forms.layout import Details

OFTEN = [(0, "Not at all"), (1, "Several days"), (2, "Nearly every day")]


class SampleForm(forms.Form):
    """One of each kind of question that TTL asks."""

    age = forms.IntegerField(label="How old are you?", help_text="In whole years.")
    load = forms.FloatField(label="Load", required=False)
    country = forms.ChoiceField(label="Where are you?", choices=[("", "-"), ("gb", "UK")])
    strength = forms.ChoiceField(
        label="How strong is it?",
        help_text="Pick the nearest.",
        widget=forms.RadioSelect,
        choices=[("mild", "Mild"), ("severe", "Strong")],
    )
    flags = forms.MultipleChoiceField(
        label="Do any fit?",
        widget=forms.CheckboxSelectMultiple,
        choices=[("pain", "Pain"), ("none", "None of these")],
    )
    interest = forms.TypedChoiceField(
        label="Little interest",
        required=False,
        coerce=int,
        widget=forms.RadioSelect(attrs={"data-compact": True}),
        choices=OFTEN,
    )
    note = forms.CharField(label="Note", required=False, widget=forms.Textarea)
    consent = forms.BooleanField(label="You may use my answers", help_text="You can erase them.")
    step = forms.CharField(widget=forms.HiddenInput, initial="2")

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.helper = FormHelper()
        self.helper.form_tag = False
        self.helper.layout = Layout(
            Fieldset("About you", "age", "load", "country"),
            "strength",
            "flags",
            Details("A short check", "interest", "note"),
            "consent",
            "step",
        )

    def clean(self):
        raise forms.ValidationError("These answers do not go together.")


UNFIT = {"age": "abc", "load": "2,5 kg", "country": "gb", "flags": ["pain", "moon"], "note": "<b>"}


def form_html(form: forms.Form) -> str:
    """Return the error summary and the form, as a page places them."""
    summary = render_to_string("components/error_summary.html", {"form": form})
    return summary + render_crispy_form(form)

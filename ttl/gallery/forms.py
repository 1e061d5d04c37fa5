"""A form with one of each kind of question, for the gallery."""

from crispy_forms.helper import FormHelper
from crispy_forms.layout import Fieldset, Layout
from django import forms

from planner.forms.layout import Details

OFTEN = [
    *(("0", "Not at all"), ("1", "Several days")),
    *(("2", "More than half the days"), ("3", "Nearly every day")),
]


class SampleForm(forms.Form):
    """Questions that nobody is asked, one of each kind that somebody is."""

    age = forms.IntegerField(label="A number", help_text="In whole years.", min_value=18)
    place = forms.ChoiceField(label="A list", choices=[("", "Choose"), ("a", "Here")])
    one = forms.ChoiceField(
        label="One of a few",
        help_text="Pick the nearest.",
        widget=forms.RadioSelect,
        choices=[("a", "The first"), ("b", "The second, with so many words that they need a line")],
    )
    some = forms.MultipleChoiceField(
        label="All that fit",
        widget=forms.CheckboxSelectMultiple,
        choices=[("a", "The first"), ("b", "The second"), ("none", "None of these")],
    )
    often = forms.ChoiceField(
        label="A scale, side by side where there is room",
        widget=forms.RadioSelect(attrs={"data-compact": True}),
        choices=OFTEN,
    )
    note = forms.CharField(label="A note", required=False, widget=forms.Textarea({"rows": 3}))
    agrees = forms.BooleanField(label="A tick", help_text="It can be taken back.")

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.helper = FormHelper()
        self.helper.form_tag = False
        self.helper.layout = Layout(
            Fieldset("A group of questions", "age", "place"),
            "one",
            "some",
            "often",
            Details("Folded questions", "note"),
            "agrees",
        )


FILLED = {"age": 34, "place": "a", "one": "b", "some": ["a"], "often": "2", "note": "A word."}


def forms_in_every_state() -> tuple[tuple[str, SampleForm], ...]:
    """Return the form before anything was answered, with answers, and with mistakes."""
    return (
        ("Empty", SampleForm(prefix="empty")),
        ("Filled", SampleForm(initial=FILLED | {"agrees": True}, prefix="filled")),
        ("With mistakes", SampleForm({"wrong-age": "twelve"}, prefix="wrong")),
    )

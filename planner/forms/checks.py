"""The mood check as a form: its items unchanged, and a call for help read before all else."""

from dataclasses import dataclass
from typing import Any

from crispy_forms.helper import FormHelper
from crispy_forms.layout import Fieldset, Layout
from django import forms
from django.http import QueryDict
from django.utils.translation import gettext_lazy as _

from planner.engine import VALIDATION_MESSAGES, CheckDue, Instrument, MoodCheck, codes
from planner.forms.layout import Details
from planner.forms.layout import Text as Paragraph
from planner.instruments import CHOICES, INSTRUMENTS
from planner.labels import LABELS, Text

ITEM_9 = "phq9_9"
RATHER_NOT = codes.SelfHarm.PREFER_NOT_TO_SAY
CHAIR_STANDS, MOST_STANDS = "chair_stands", 60
HOW_TO_COUNT_STANDS = _(
    "Put a firm chair against a wall and sit in the middle, feet flat, arms crossed. Count how "
    "often you can stand up all the way and sit down again in 30 seconds. Leave it out today if "
    "you feel unwell, dizzy or unsteady. Stop at once if anything hurts."
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """One instrument on the page: the first `items` of a published one, under a legend."""

    name: str
    items: int
    legend: Text

    @property
    def fields(self) -> tuple[str, ...]:
        """The names of its form fields, without item 9, which stands alone."""
        numbers = range(1, min(self.items, 8) + 1)
        return tuple(f"{self.name}_{number}" for number in numbers)


PARTS: dict[Instrument, Part] = {
    Instrument.PHQ2: Part(name="phq9", items=2, legend=_("Your mood")),
    Instrument.PHQ9: Part(name="phq9", items=9, legend=_("Your mood, the longer check")),
    Instrument.GAD2: Part(name="gad7", items=2, legend=_("Worry")),
    Instrument.GAD7: Part(name="gad7", items=7, legend=_("Worry, the longer check")),
}


def self_harm_said(data: QueryDict) -> codes.SelfHarm | None:
    """Find any answer to the self-harm question but "no", whatever else was sent or left out."""
    said = {*data.getlist("self_harm"), *data.getlist(ITEM_9)}
    if said & {codes.SelfHarm.YES, "1", "2", "3"}:
        return codes.SelfHarm.YES
    return RATHER_NOT if RATHER_NOT in said else None


class CheckForm(forms.Form):
    """What is due: nothing is ticked beforehand, and what is only offered may stay empty."""

    # Which check the page was made for, so that a second press is known as one.
    made_for = forms.CharField(required=False, widget=forms.HiddenInput)

    def __init__(self, due: CheckDue, data: QueryDict | None = None) -> None:
        super().__init__(data)
        self.due = due
        self.parts = [
            (PARTS[instrument], instrument in due.asked)
            for instrument in due.asked + due.offered
            if instrument in PARTS
        ]
        self.initial["made_for"] = made_for(due)
        layout = ["made_for", *(self._add_part(*part) for part in self.parts)]
        self.safety = self._add_safety()
        layout += self._safety_layout()
        if Instrument.CHAIR_STANDS in due.offered:
            layout.append(self._add_stands())
        self.helper = FormHelper()
        self.helper.form_tag = False
        self.helper.disable_csrf = True
        self.helper.layout = Layout(*layout)

    def check(self, day: int) -> MoodCheck:
        """Give the check that a valid form holds; the self-harm answer is not in it."""
        items = {part.name: self._items(part) for part, _is_asked in self.parts}
        return MoodCheck(
            day=day,
            week=self.due.week,
            phq=items.get("phq9", ()),
            gad=items.get("gad7", ()),
            chair_stands=self.cleaned_data.get(CHAIR_STANDS),
        )

    def clean(self) -> dict[str, Any]:
        """Ask for what is missing: an instrument is answered whole, or left out if it may be."""
        for part, is_asked in self.parts:
            missing = [name for name in part.fields if not self.cleaned_data.get(name)]
            if missing and (is_asked or len(missing) < len(part.fields)):
                self._complain(missing[0], part.legend, _(VALIDATION_MESSAGES["VAL-06"]))
        if self.safety and not self.cleaned_data.get(self.safety):
            topic = LABELS["self_harm"].topic
            self._complain(self.safety, topic, _(VALIDATION_MESSAGES["VAL-14"]))
        given = [self._items(part) for part, _is_asked in self.parts]
        stands = self.cleaned_data.get(CHAIR_STANDS)
        if not self.errors and not any(given) and stands is None:
            self.add_error(None, _('Please answer one part, or press "Not now".'))
        return self.cleaned_data

    def _complain(self, name: str, topic: Text, message: Text) -> None:
        if name not in self.errors:
            self.add_error(name, f"{topic}: {message}")

    def _items(self, part: Part) -> tuple[int, ...]:
        """Read the items of a part, none unless all are there; item 9 of a kept check is 0."""
        values = [self.cleaned_data.get(name) for name in part.fields]
        if not all(values):
            return ()
        last = (0,) * (part.items == 9)
        return (*(int(value) for value in values if value), *last)

    def _add_part(self, part: Part, is_asked: bool) -> Fieldset | Details:
        """Add the items of one instrument; folded away where another one is asked."""
        instrument = INSTRUMENTS[part.name]
        for name, text in zip(part.fields, instrument.items, strict=False):
            self.fields[name] = _scale(text)
        inside = (Paragraph(instrument.lead_in), *part.fields, Paragraph(_(instrument.source)))
        if self.due.asked and not is_asked:
            legend = _("%(part)s (if you like)") % {"part": part.legend}
            return Details(legend, *inside)
        return Fieldset(part.legend, *inside)

    def _add_safety(self) -> str | None:
        """Add the self-harm question once: as item 9 where there is one."""
        if any(part.items == 9 for part, _is_asked in self.parts):
            self.fields[ITEM_9] = _scale(
                INSTRUMENTS["phq9"].items[8],
                (RATHER_NOT, LABELS["self_harm"].options[RATHER_NOT]),
                help_text=_("We ask this once, and never keep the answer."),
            )
            return ITEM_9
        if not self.parts:
            return None
        label = LABELS["self_harm"]
        self.fields["self_harm"] = forms.ChoiceField(
            label=label.question,
            help_text=_("We ask this each time, and never keep the answer."),
            choices=list(label.options.items()),
            required=False,
            widget=forms.RadioSelect,
            error_messages={"invalid_choice": _(VALIDATION_MESSAGES["VAL-13"])},
        )
        return "self_harm"

    def _safety_layout(self) -> list[Any]:
        if self.safety == ITEM_9:
            return [Paragraph(INSTRUMENTS["phq9"].lead_in), ITEM_9]
        return [self.safety] if self.safety else []

    def _add_stands(self) -> Fieldset:
        wrong = _("Please write how often you stood up, from 0 to 60, or leave it empty.")
        self.fields[CHAIR_STANDS] = forms.IntegerField(
            label=_("How many times did you stand up in 30 seconds? (if you like)"),
            required=False,
            min_value=0,
            max_value=MOST_STANDS,
            error_messages=dict.fromkeys(("invalid", "min_value", "max_value"), wrong),
        )
        return Fieldset(_("Your legs"), Paragraph(HOW_TO_COUNT_STANDS), CHAIR_STANDS)


def made_for(due: CheckDue) -> str:
    """Name a check by its week and its parts."""
    return " ".join((str(due.week), *due.asked, *due.offered))


def _scale(text: Text, *more: tuple[str, Text], help_text: Text = "") -> forms.ChoiceField:
    return forms.ChoiceField(
        label=text,
        help_text=help_text,
        choices=(*CHOICES, *more),
        required=False,
        widget=forms.RadioSelect(attrs={"data-compact": "true"}),
        error_messages={"invalid_choice": _(VALIDATION_MESSAGES["VAL-13"])},
    )

"""The questionnaire as forms: text in, answers out; what they mean is the engine's business."""

from dataclasses import replace
from typing import Any

from crispy_forms.helper import FormHelper
from crispy_forms.layout import Layout
from django import forms
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _

from planner.engine import (
    QUESTIONS,
    VALIDATION_MESSAGES,
    Answers,
    Problem,
    Question,
    codes,
    problem,
    problems,
)
from planner.forms.layout import Details, Text
from planner.instruments import CHOICES, INSTRUMENTS
from planner.labels import LABELS
from planner.pages import may_apply

# Without an answer these start with the rulebook's default; it can be seen and changed.
INITIAL = {
    "session_minutes": codes.Minutes.THIRTY,
    "days_per_week": codes.DaysPerWeek.YOU_CHOOSE,
    "energy_mode": codes.Energy.USUAL,
}
# Choices of a word or two stand side by side, so that a long page stays short to the eye.
SHORT = {"country", "session_minutes", "days_per_week", "days_available", "days_preferred"}
MAY_STAY_OPEN = _("If you are over 60, you can leave this out.")


class QuestionsForm(forms.Form):
    """One page of the questionnaire: the questions asked on it, after the answers so far."""

    # Set by a page that has shown a soft problem: pressing Continue again accepts it.
    looked_again = forms.BooleanField(required=False, widget=forms.HiddenInput)

    def __init__(
        self,
        asked: tuple[str, ...],
        before: Answers,
        data: Any = None,
        country: codes.Country | None = None,
    ) -> None:
        super().__init__(data)
        self.asked, self.before = asked, before
        layout: list[Any] = ["looked_again"]
        for name in asked:
            question = QUESTIONS[name]
            if question.items:
                layout.append(self._add_check(question))
            else:
                self.fields[name] = _field(question)
                self.initial[name] = _initial(question, before)
                if may_apply(name, before):
                    why = self.fields[name].help_text
                    self.fields[name].help_text = format_lazy("{} {}", why, MAY_STAY_OPEN)
                layout.append(name)
        if before.country is None:
            self.initial["country"] = country
        self.helper = FormHelper()
        self.helper.form_tag = False
        self.helper.disable_csrf = True
        self.helper.layout = Layout(*layout)

    @property
    def given(self) -> Answers:
        """The answers before this page with every readable answer of this page put in.

        It is there whether or not the page is valid, so that a call for help is never missed.
        """
        self.errors  # noqa: B018 - reading the errors is what cleans the data
        return self._answers

    def _read(self) -> Answers:
        """Read the cleaned data, before any complaint about an answer takes it out again."""
        given = {name: self._given(QUESTIONS[name]) for name in self.asked}
        if self.cleaned_data.get("phq9_9") in {"1", "2", "3"}:
            # Item 9 is the self-harm question, even in a check that is not complete.
            given["self_harm"] = codes.SelfHarm.YES
        return replace(self.before, **given)

    def clean(self) -> dict[str, Any]:
        """Let the engine say what is missing on this page or contradicts another answer."""
        self._answers = self._read()
        for found in problems(self._answers):
            accepted = found.is_soft and self.cleaned_data.get("looked_again")
            if found.field in self.asked and not accepted:
                self._add_problem(found)
        if "clearance" in self.asked and not self.cleaned_data.get("clearance"):
            # The engine reads silence as "not yet"; a person is asked.
            self._add_problem(problem("clearance", "VAL-14"))
        return self.cleaned_data

    def _add_problem(self, found: Problem) -> None:
        """Show a problem at its field, unless the field already has one of its own."""
        name = self._control(found.field)
        if found.is_soft:
            self.data = self.data.copy()
            self.data["looked_again"] = "on"
        if name not in self.errors:
            self.add_error(name, _message(found))

    def _control(self, name: str) -> str:
        """Name the form field that shows the problem: the first unanswered item of a check."""
        items = QUESTIONS[name].items
        if not items:
            return name
        unanswered = (n for n in _item_names(name, items) if not self.cleaned_data.get(n))
        return next(unanswered)

    def _given(self, question: Question) -> Any:
        """Read one answer from the cleaned data, blank where it could not be read."""
        name, cleaned = question.name, self.cleaned_data
        if question.items:
            values = (cleaned.get(item) for item in _item_names(name, question.items))
            return tuple(int(value) for value in values if value)
        if question.options is None:
            return cleaned.get(name)
        if question.is_multiple:
            # From what was sent: one unknown code must not hide a call for help beside it.
            sent = self.data.getlist(name)
            return frozenset(code for code in question.options if code in sent)
        return question.options(cleaned[name]) if cleaned.get(name) else None

    def _add_check(self, question: Question) -> Details:
        """Add the items of a mood check, folded away since it is optional."""
        instrument = INSTRUMENTS[question.name]
        names = _item_names(question.name, question.items)
        given = getattr(self.before, question.name)
        for index, (name, text) in enumerate(zip(names, instrument.items, strict=True)):
            self.fields[name] = forms.ChoiceField(
                label=text,
                choices=CHOICES,
                required=False,
                widget=forms.RadioSelect(attrs={"data-compact": "true"}),
                error_messages={"invalid_choice": _(VALIDATION_MESSAGES["VAL-13"])},
            )
            self.initial[name] = given[index] if given else None
        return Details(
            instrument.summary, Text(instrument.lead_in), *names, Text(_(instrument.source))
        )


class ConsentForm(forms.Form):
    """The last press: consent, and the plan is made."""

    consent = forms.BooleanField(
        label=_("I know this is not medical care. You may use my answers to make my plan."),
        error_messages={"required": _(VALIDATION_MESSAGES["VAL-10"])},
    )


class SafeNowForm(forms.Form):
    """Asked of somebody who comes back after the help page."""

    safe = forms.ChoiceField(
        label=_("Are you safe now?"),
        choices=[
            ("yes", _("Yes, I am safe now")),
            ("no", _("No, or I am not sure")),
        ],
        widget=forms.RadioSelect,
        error_messages={"required": _(VALIDATION_MESSAGES["VAL-14"])},
    )

    @property
    def is_safe(self) -> bool:
        """Whether the person said so."""
        return self.cleaned_data["safe"] == "yes"


def _item_names(name: str, items: int) -> tuple[str, ...]:
    return tuple(f"{name}_{number}" for number in range(1, items + 1))


def _field(question: Question) -> forms.Field:
    """Make the form field of one question; whether it must be answered the engine decides."""
    label = LABELS[question.name]
    words = {"label": label.question, "help_text": label.why, "required": False}
    if question.options is None:
        # A number out of range is no answer: it must not stand for a very young person.
        wrong = _message(problem(question.name, question.missing))
        return forms.IntegerField(
            **words,
            min_value=question.low,
            max_value=question.high,
            error_messages=dict.fromkeys(("invalid", "min_value", "max_value"), wrong),
        )
    field = forms.MultipleChoiceField if question.is_multiple else forms.ChoiceField
    widget = forms.CheckboxSelectMultiple if question.is_multiple else forms.RadioSelect
    return field(
        **words,
        choices=list(label.options.items()),
        widget=widget(attrs={"data-short": "true"} if question.name in SHORT else None),
        error_messages={"invalid_choice": _message(problem(question.name, "VAL-13"))},
    )


def _initial(question: Question, answers: Answers) -> Any:
    given = getattr(answers, question.name)
    if question.is_multiple:
        return [str(code) for code in given]
    return INITIAL.get(question.name) if given is None else given


def _message(found: Problem) -> str:
    """Put the topic before the message: several of one page may read alike."""
    question = QUESTIONS[found.field]
    # Translated before the numbers are in it, as the engine's table has it.
    message = _(VALIDATION_MESSAGES[found.rule]).format(low=question.low, high=question.high)
    again = _("If both are right, go on.") if found.is_soft else ""
    return f"{LABELS[found.field].topic}: {message} {again}".strip()

"""What reviewers and publishers fill in."""

from datetime import datetime
from zoneinfo import ZoneInfo

from crispy_forms.helper import FormHelper
from django import forms
from django.conf import settings
from django.utils.translation import gettext_lazy as _

from articles.desk_time import NoSuchMoment, moment
from articles.models import Outcome, ReviewLink
from articles.publishing import Verdict

# What staff say to each other; an expert can also decline.
STAFF_OUTCOMES = [(outcome.value, outcome.label) for outcome in (Outcome.APPROVE, Outcome.CHANGES)]
LONGEST_DAYS = 60


class DateInput(forms.DateInput):
    input_type = "date"


class TimeInput(forms.TimeInput):
    input_type = "time"


class ReviewRequestForm(forms.Form):
    """What the reviewer should look at."""

    note = forms.CharField(
        label="What should the reviewer look at?",
        widget=forms.Textarea(attrs={"rows": 3}),
        required=False,
    )


class ScheduleForm(forms.Form):
    """A day and a time on the editors' clock."""

    day = forms.DateField(label="Day", widget=DateInput(format="%Y-%m-%d"))
    hour = forms.TimeField(label="Time", widget=TimeInput(format="%H:%M"))

    def clean(self) -> dict[str, object]:
        cleaned = super().clean()
        if not self.errors:
            try:
                cleaned["at"] = moment(
                    cleaned["day"], cleaned["hour"], ZoneInfo(settings.DESK_TIME_ZONE)
                )
            except NoSuchMoment as problem:
                self.add_error("hour", str(problem))
        return cleaned

    @property
    def at(self) -> datetime:
        return self.cleaned_data["at"]


class LinkForm(forms.ModelForm):
    """Whom a link is for, and for how long."""

    days = forms.IntegerField(
        label="Days until the link ends", min_value=1, max_value=LONGEST_DAYS, initial=14
    )

    class Meta:
        model = ReviewLink
        fields = ["name", "profession"]
        labels = {"name": "Who it is for", "profession": "Their profession, if you know it"}


class StaffDecisionForm(forms.Form):
    """The word of a clinician who has an account."""

    # Nothing is chosen beforehand: an approval is never a slip.
    outcome = forms.ChoiceField(
        label="Your decision", choices=[("", "Choose one"), *STAFF_OUTCOMES]
    )
    name = forms.CharField(label="Your name, as readers will see it", max_length=80)
    profession = forms.CharField(label="Your profession", max_length=76)
    comment = forms.CharField(
        label="Comment for the editors", widget=forms.Textarea(attrs={"rows": 3}), required=False
    )
    fingerprint = forms.CharField(widget=forms.HiddenInput)

    def clean(self) -> dict[str, object]:
        cleaned = super().clean()
        asks = cleaned.get("outcome") == Outcome.CHANGES
        if asks and not cleaned.get("comment", "").strip():
            self.add_error("comment", _("Say what should change."))
        return cleaned

    @property
    def verdict(self) -> Verdict:
        cleaned = self.cleaned_data
        return Verdict(
            outcome=Outcome(cleaned["outcome"]),
            name=cleaned["name"],
            profession=cleaned["profession"],
            registration=cleaned.get("registration", ""),
            comment=cleaned["comment"],
            fingerprint=cleaned["fingerprint"],
        )


class ExpertDecisionForm(StaffDecisionForm):
    """The word of an expert who came by a link."""

    outcome = forms.ChoiceField(
        label=_("Your decision"),
        choices=[
            (Outcome.APPROVE, _("I approve this text. I have read all of it and every figure.")),
            (Outcome.CHANGES, _("It needs changes, which I describe below.")),
            (Outcome.DECLINE, _("I would rather not review it.")),
        ],
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose one of the three decisions.")},
    )
    name = forms.CharField(
        label=_("Your name"),
        max_length=80,
        help_text=_("If you approve, readers see your name and profession on the page."),
        error_messages={"required": _("Enter your name.")},
    )
    profession = forms.CharField(
        label=_("Your profession"),
        max_length=76,
        help_text=_("For example: physiotherapist, or consultant psychiatrist."),
        error_messages={"required": _("Enter your profession.")},
    )
    registration = forms.CharField(
        label=_("Registration body and number, if you wish"),
        max_length=80,
        required=False,
        help_text=_("Kept with your decision. Readers never see it."),
    )
    comment = forms.CharField(
        label=_("Comment for the editors"),
        widget=forms.Textarea(attrs={"rows": 5}),
        required=False,
        help_text=_("Needed if you ask for changes. Readers never see it."),
    )
    is_true = forms.BooleanField(
        label=_("What I entered is true, and TTL may keep it as a record of this review."),
        error_messages={"required": _("Tick this box, or close the page to enter nothing.")},
    )

    field_order = ["outcome", "comment", "name", "profession", "registration", "is_true"]

    def __init__(self, *args: object, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)
        self.helper = FormHelper()
        self.helper.form_tag = False

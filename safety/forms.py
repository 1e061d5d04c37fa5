"""What a reader tells us when something is wrong."""

import re

from django import forms
from django.utils.translation import gettext_lazy as _

from safety.models import Kind, Report
from safety.sealing import Words, seal

# A private link is a key, and people paste it: whatever is as long and looks like one goes.
CODE = re.compile(r"[\w-]{40,}")


class ReportForm(forms.Form):
    """Three questions, of which only two need an answer."""

    kind = forms.ChoiceField(
        label=_("What is it about?"),
        choices=Kind.choices,
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose what it is about.")},
    )
    message = forms.CharField(
        label=_("What happened?"),
        help_text=_("A few words are enough. You need not give your name or your illness."),
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 6}),
        error_messages={
            "required": _("Write what happened, in a few words."),
            "max_length": _("Use 2,000 characters or fewer."),
        },
    )
    place = forms.CharField(
        label=_("Which page or exercise?"),
        help_text=_("You may leave this out. Never send us your private link: it opens your plan."),
        max_length=200,
        required=False,
        error_messages={"max_length": _("Use 200 characters or fewer.")},
    )
    contact = forms.CharField(
        label=_("How can we answer you?"),
        help_text=_("An email address or a phone number. Leave it out to stay unknown to us."),
        max_length=200,
        required=False,
        error_messages={"max_length": _("Use 200 characters or fewer.")},
    )

    def save(self) -> Report:
        """Keep the report, sealed, without any code that could be a private link."""
        told = {name: CODE.sub("[…]", self.cleaned_data[name]) for name in Words.__struct_fields__}
        return Report.objects.create(kind=self.cleaned_data["kind"], sealed=seal(Words(**told)))

"""Asks whoever changes dose, safety or medicines on a published page what changed, and why."""

from django import forms
from django.http import HttpRequest, HttpResponse

from articles.admin.conflicts import CarefulForm
from articles.admin.desk import MarkdownDesk
from articles.notices import Answer, AnswerNeeded

FEWEST_WORDS = 3
FIELDS = ["change_summary", "change_reviewer", "change_reason"]


class NoticeForm(CarefulForm):
    """A form of the desk with the three boxes of a change notice, used when they are needed."""

    # Set for each request: what the change touches, once that is known, and who is asked.
    needed = ""
    may_approve = False

    change_summary = forms.CharField(
        label="What changed, in plain words for readers",
        widget=forms.Textarea(attrs={"rows": 2}),
        required=False,
    )
    change_reviewer = forms.CharField(
        label="Checked by",
        help_text="If you checked this change as a clinician: your name and profession, as readers "
        "will see them.",
        max_length=160,
        required=False,
    )
    change_reason = forms.CharField(
        label="If no clinician checked it: why it cannot wait",
        help_text="Readers see this reason. The page will then say that no clinician has reviewed "
        "its text.",
        widget=forms.Textarea(attrs={"rows": 2}),
        required=False,
    )

    def clean(self) -> dict[str, object]:
        cleaned = super().clean()
        if self.needed:
            self._ask(self.needed)
        return cleaned

    def columns(self, cleaned: dict[str, object]) -> dict[str, object]:
        """Return what was typed into the row's own columns."""
        return {name: value for name, value in cleaned.items() if name not in FIELDS}

    @property
    def answer(self) -> Answer:
        said = {name: self.cleaned_data.get(name, "").strip() for name in FIELDS}
        reviewer = said["change_reviewer"] if self.may_approve else ""
        return Answer(
            summary=_if_words(said["change_summary"]),
            reason="" if reviewer else _if_words(said["change_reason"]),
            reviewer=reviewer,
        )

    def _ask(self, touched: str) -> None:
        answer = self.answer
        if not answer.summary:
            self.add_error("change_summary", f"Say what changed, in {FEWEST_WORDS} words or more.")
        if not answer.reason and not answer.reviewer:
            self.add_error(
                "change_reason",
                f"This change touches {touched} on a page that readers have. Let a clinician save "
                f"it, or say in {FEWEST_WORDS} words or more why it cannot wait.",
            )


class NoticeDesk(MarkdownDesk):
    """Saves at once what touches nothing; asks first where readers must be told."""

    def changeform_view(
        self,
        request: HttpRequest,
        object_id: str | None = None,
        form_url: str = "",
        extra_context: dict[str, object] | None = None,
    ) -> HttpResponse:
        try:
            return super().changeform_view(request, object_id, form_url, extra_context)
        except AnswerNeeded as asked:
            # Nothing was saved. The same form, now with the question, keeps all that was typed.
            request.change_touches = str(asked)
            return super().changeform_view(request, object_id, form_url, extra_context)

    def get_form(self, request, obj=None, change=False, **kwargs):
        form = super().get_form(request, obj, change, **kwargs)
        form.needed = _touches(request)
        form.may_approve = request.user.has_perm("articles.approve_article")
        return form

    def get_fieldsets(self, request, obj=None):
        fieldsets = [(name, dict(options)) for name, options in super().get_fieldsets(request, obj)]
        for _name, options in fieldsets:
            options["fields"] = [each for each in options["fields"] if each not in FIELDS]
        if obj is None:
            return fieldsets
        may_approve = request.user.has_perm("articles.approve_article")
        shown = [name for name in FIELDS if may_approve or name != "change_reviewer"]
        notice = {
            "fields": shown,
            "classes": [] if _touches(request) else ["collapse"],
            "description": "Only for a change of dose, safety, medicines or figures on a page that "
            "readers have. Readers see it under “Changes to this page”.",
        }
        return [("Change notice", notice), *fieldsets]

    def answer_of(self, form: NoticeForm) -> Answer:
        return form.answer


def _touches(request: HttpRequest) -> str:
    return getattr(request, "change_touches", "")


def _if_words(text: str) -> str:
    return text if len(text.split()) >= FEWEST_WORDS else ""

"""Pausing plans and reading reports at the desk."""

from django import forms
from django.contrib import admin
from django.http import HttpRequest
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from safety.models import Pause, Report
from safety.sealing import Unreadable


class PauseForm(forms.ModelForm):
    """The words for readers, and a tick that ends the pause."""

    end = forms.BooleanField(label=_("End this pause now"), required=False)

    class Meta:
        model = Pause
        fields = ["reason"]


@admin.register(Pause)
class PauseAdmin(admin.ModelAdmin):
    """Adding a pause closes every plan at once; the tick opens them again."""

    form = PauseForm
    list_display = ["__str__", "reason", "started_at", "ended_at"]
    readonly_fields = ["started_at", "ended_at"]

    def get_fields(self, request: HttpRequest, obj: Pause | None = None) -> list[str]:
        return ["reason", "started_at", "ended_at", "end"] if obj else ["reason"]

    def has_change_permission(self, request: HttpRequest, obj: Pause | None = None) -> bool:
        """Let nobody rewrite what readers were told in a pause that is over."""
        return super().has_change_permission(request, obj) and (obj is None or not obj.ended_at)

    def has_delete_permission(self, request: HttpRequest, obj: Pause | None = None) -> bool:
        return False

    def save_model(
        self, request: HttpRequest, obj: Pause, form: forms.ModelForm, change: bool
    ) -> None:
        if form.cleaned_data.get("end"):
            obj.ended_at = timezone.now()
        super().save_model(request, obj, form, change)


@admin.register(Report)
class ReportAdmin(admin.ModelAdmin):
    """Reports come from readers: the desk reads them and writes what was done."""

    list_display = ["__str__", "kind", "received_on", "closed_on"]
    list_filter = ["kind", ("closed_on", admin.EmptyFieldListFilter)]
    fields = ["kind", "received_on", "message", "place", "contact", "outcome", "closed_on"]
    readonly_fields = ["kind", "received_on", "message", "place", "contact", "closed_on"]

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Report | None = None) -> bool:
        return False

    def save_model(
        self, request: HttpRequest, obj: Report, form: forms.ModelForm, change: bool
    ) -> None:
        obj.closed_on = timezone.localdate() if obj.outcome else None
        super().save_model(request, obj, form, change)

    @admin.display(description=_("what happened"))
    def message(self, report: Report) -> str:
        return _told(report, "message")

    @admin.display(description=_("where"))
    def place(self, report: Report) -> str:
        return _told(report, "place")

    @admin.display(description=_("how to answer"))
    def contact(self, report: Report) -> str:
        return _told(report, "contact")


def _told(report: Report, name: str) -> str:
    try:
        return getattr(report.words, name)
    except Unreadable:
        return str(_("Sealed with a secret that is no longer in use."))

"""Two editors at once: the second is told, sees both texts and chooses."""

from dataclasses import dataclass

from django import forms
from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.db import connection, models, transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import path, reverse
from django.views.decorators.http import require_POST

from articles import history
from articles.admin.comparing import shortened
from articles.differences import FieldDifference, differences
from articles.models import Version

BASED_ON = "based_on"
ASIDE = "Set aside unsaved: somebody else had saved first"


class OvertakenError(Exception):
    """Somebody saved while this person was writing; what they write is rolled back, not lost."""

    def __init__(self, row: models.Model, theirs: str) -> None:
        super().__init__()
        self.row, self.theirs, self.mine = row, theirs, history.text_of(row)


@dataclass(frozen=True, slots=True, kw_only=True)
class Conflict:
    """Both texts of a row, for the person to choose between."""

    saved: Version | None
    they_changed: tuple[FieldDifference, ...]
    mine_differs: tuple[FieldDifference, ...]
    mine: str


class CarefulForm(forms.ModelForm):
    """Refuses to save when told of a conflict, and so comes back with everything typed."""

    conflict: Conflict | None = None

    def clean(self):
        cleaned = super().clean()
        if self.conflict:
            raise forms.ValidationError(
                "Nothing is saved yet: somebody else saved this page while you were writing. "
                "Compare both at the top of this page. Saving again puts your text over theirs."
            )
        return cleaned


class ConflictDesk(admin.ModelAdmin):
    """Never lets one person's save silently undo another's.

    A form carries the fingerprint of the text that it was made from. What is saved is read back
    inside the transaction, so both texts are whole; on a conflict the transaction is rolled back.
    """

    form = CarefulForm

    def get_urls(self):
        keep = self.admin_site.admin_view(require_POST(self.keep_theirs))
        name = f"{self.opts.app_label}_{self.opts.model_name}_keep"
        return [path("<int:row_id>/keep/", keep, name=name), *super().get_urls()]

    def changeform_view(self, request, object_id=None, form_url="", extra_context=None):
        try:
            return super().changeform_view(request, object_id, form_url, extra_context)
        except OvertakenError as overtaken:
            sent = request.POST.copy()
            request.conflict = _conflict(overtaken, sent.get(BASED_ON, ""))
            sent[BASED_ON] = history.fingerprint(overtaken.theirs)
            request.POST = sent
            return super().changeform_view(request, object_id, form_url, extra_context)

    def get_object(self, request, object_id, from_field=None):
        row = super().get_object(request, object_id, from_field)
        if row and request.method == "POST" and connection.in_atomic_block:
            # Two saves of one page stand in line until the first is through.
            subject = history.subject_of(row)
            type(subject)._default_manager.select_for_update().get(pk=subject.pk)
            row.refresh_from_db()
        return row

    def get_form(self, request, obj=None, change=False, **kwargs):
        form = super().get_form(request, obj, change=change, **kwargs)
        return type(form.__name__, (form,), {"conflict": getattr(request, "conflict", None)})

    def save_model(self, request, obj, form, change):
        if change:
            request.stood = history.text_of(obj)
        super().save_model(request, obj, form, change)

    def save_related(self, request, form, formsets, change):
        super().save_related(request, form, formsets, change)
        if change and request.POST.get(BASED_ON) != history.fingerprint(request.stood):
            overtaken = OvertakenError(form.instance, request.stood)
            if overtaken.mine != overtaken.theirs:
                raise overtaken

    def render_change_form(self, request, context, *args, **kwargs):
        if row := context.get("original"):
            now = history.fingerprint(history.text_of(row))
            context[BASED_ON] = request.POST.get(BASED_ON) or now
            context["conflict"] = getattr(request, "conflict", None)
        return super().render_change_form(request, context, *args, **kwargs)

    @transaction.atomic
    def keep_theirs(self, request: HttpRequest, row_id: int) -> HttpResponse:
        """Leave a row as somebody else saved it; the unsaved text waits in its history."""
        row = get_object_or_404(self.model.objects.select_for_update(), pk=row_id)
        if not self.has_change_permission(request, row):
            raise PermissionDenied
        mine = request.POST.get("mine", "").replace("\r\n", "\n")
        history.set_aside(row, mine, by=request.user, note=ASIDE)
        messages.info(request, "The saved text stays. Yours is kept in the history, unsaved.")
        name = f"admin:{self.opts.app_label}_{self.opts.model_name}_change"
        return redirect(reverse(name, args=[row_id], current_app=self.admin_site.name))


def _conflict(overtaken: OvertakenError, based_on: str) -> Conflict:
    shelf = history.SHELVES[type(overtaken.row)]
    versions = history.versions_of(overtaken.row)
    base = versions.filter(fingerprint=based_on).first()
    theirs = shelf.from_file(overtaken.theirs)
    return Conflict(
        saved=versions.first(),
        they_changed=shortened(differences(history.value_of(base), theirs)) if base else (),
        mine_differs=shortened(differences(theirs, shelf.from_file(overtaken.mine))),
        mine=overtaken.mine,
    )
